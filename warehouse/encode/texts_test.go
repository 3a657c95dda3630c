package encode

import (
	"strings"
	"testing"
)

// Texts are those of CSV, without its quotes.
func TestTexts(t *testing.T) {
	conn := connect(t)
	for _, test := range cases {
		rows := query(t, conn, renamed("SELECT "+test.sql))
		texts, err := NewTexts(rows.Schema())
		if err != nil {
			t.Fatal(err)
		}
		batch, err := rows.Next()
		if err != nil {
			t.Fatal(err)
		}
		texts.Bind(batch)
		got, ok := texts.Value(0, 0)
		if want := unquoted(test.csv); got != want || ok == (test.csv == "") {
			t.Errorf("text of %s = %q, %t, want %q", test.sql, got, ok, want)
		}
		rows.Close()
	}
}

func unquoted(s string) string {
	if strings.HasPrefix(s, `"`) {
		s = strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

func TestNumber(t *testing.T) {
	conn := connect(t)
	for _, test := range []struct {
		sql  string
		want bool
	}{
		{"1", true}, {"1.5::DECIMAL(4,2)", true}, {"'nan'::DOUBLE", true}, {"1::HUGEINT", true},
		{"true", false}, {"'1'", false}, {"DATE '2023-01-31'", false}, {"[1]", false},
	} {
		rows := query(t, conn, "SELECT "+test.sql)
		texts, err := NewTexts(rows.Schema())
		if err != nil {
			t.Fatal(err)
		}
		if got := texts.Number(0); got != test.want {
			t.Errorf("Number of %s = %t", test.sql, got)
		}
		rows.Close()
	}
}
