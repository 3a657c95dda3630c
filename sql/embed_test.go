package sql

import (
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	for _, test := range []struct {
		texts []string // of the views a, b, c
		want  string   // names in order, or a part of the error
	}{
		{[]string{"FROM staging.x", "FROM core.a", "FROM core.b"}, "a b c"},
		{[]string{"FROM core.b", "FROM core.c", "FROM staging.x"}, "c b a"},
		{[]string{`JOIN core."c" AS d`, "FROM x", "FROM x"}, "b c a"},
		{[]string{"-- as core.b does\nFROM x", "FROM core.a", "COMMENT ON VIEW core.c IS 'see core.b'"}, "a b c"},
		{[]string{"FROM core.aa", "FROM core.a", "FROM x"}, "a b c"}, // core.aa is another view
		{[]string{"FROM core.b", "FROM core.a", "FROM x"}, "circle; first of them: core/a.sql"},
	} {
		var views []View
		for i, text := range test.texts {
			name := string(rune('a' + i))
			views = append(views, View{Schema: "core", Name: name, File: "core/" + name + ".sql", Text: text})
		}
		ordered, err := order(views)
		var names []string
		for _, v := range ordered {
			names = append(names, v.Name)
		}
		got := strings.Join(names, " ")
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, test.want) {
			t.Errorf("order(%q) = %s, want %s", test.texts, got, test.want)
		}
	}
}
