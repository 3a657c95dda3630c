package function

import "unicode/utf8"

func init() {
	for _, k := range []string{"varchar(x)", "char(x)"} {
		operator("LIKE", "("+k+", varchar) boolean", sql("($1 LIKE $2)"))
		operator("LIKE", "("+k+", varchar, varchar) boolean", sql("($1 LIKE trino_like_pattern($2, $3) ESCAPE $3)"))
	}
	native("trino_like_pattern", "VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) {
		if utf8.RuneCountInString(a[1].(string)) != 1 {
			return nil, badArgument("Escape string must be a single character")
		}
		escape, _ := utf8.DecodeRuneInString(a[1].(string))
		escaped := false
		for _, r := range a[0].(string) {
			if escaped && r != '%' && r != '_' && r != escape {
				escaped = true
				break
			}
			escaped = !escaped && r == escape
		}
		if escaped {
			return nil, badArgument("Escape character must be followed by '%%', '_' or the escape character itself")
		}
		return a[0], nil
	})
}
