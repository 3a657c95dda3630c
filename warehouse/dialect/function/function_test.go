package function

import (
	"testing"

	"sanpin/warehouse/dialect/types"
)

// TestResolve holds the choice of signature and the SQL that is written.
func TestResolve(t *testing.T) {
	for _, test := range []struct {
		name  string
		types []string
		want  string // result type, or the error's name
		sql   string
	}{
		{"length", []string{"varchar(3)"}, "bigint", "length(a)"},
		{"LOWER", []string{"varchar(3)"}, "varchar(3)", "trino_lower(a)"},
		{"length", []string{"bigint"}, "FUNCTION_NOT_FOUND", ""},
		{"nosuch", nil, "FUNCTION_NOT_FOUND", ""},
		{"approx_set", []string{"bigint"}, "NOT_SUPPORTED", ""},
		{"$+", []string{"integer", "bigint"}, "bigint", "(CAST(a AS BIGINT) + b)"},
	} {
		var args []Arg
		for i, text := range test.types {
			parsed, err := types.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			args = append(args, Arg{Type: parsed, SQL: string(rune('a' + i))})
		}
		var call Call
		var err error
		if test.name[0] == '$' {
			call, err = Operator(test.name[1:], args)
		} else {
			call, err = Resolve(test.name, args)
		}
		if err != nil {
			if e, ok := err.(*types.Error); !ok || e.Name != test.want {
				t.Errorf("%s%v: %v, want %s", test.name, test.types, err, test.want)
			}
			continue
		}
		if got := call.SQL(Clause{}); call.Result.String() != test.want || got != test.sql {
			t.Errorf("%s%v = %s %s, want %s %s", test.name, test.types, call.Result, got, test.want, test.sql)
		}
	}
}
