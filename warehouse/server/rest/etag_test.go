package rest

import (
	"regexp"
	"testing"

	"sanpin/sql"
)

// An unchanged release must give an unchanged answer: the views may not look at
// the clock or throw dice.
func TestViewsAreNotVolatile(t *testing.T) {
	views, err := sql.Views()
	if err != nil {
		t.Fatal(err)
	}
	if len(views) == 0 {
		t.Fatal("there are no views")
	}
	prose := regexp.MustCompile(`--[^\n]*|'(?:[^']|'')*'`)
	for _, v := range views {
		if found := volatile.FindString(prose.ReplaceAllString(v.Text, " ")); found != "" {
			t.Errorf("%s uses %s: answers to it would be taken for unchanged when they are not", v.File, found)
		}
	}
}

func TestVolatile(t *testing.T) {
	for _, test := range []struct {
		sql  string
		want bool
	}{
		{"SELECT now()", true}, {"select NOW ( )", true}, {"SELECT current_date", true}, {"SELECT localtimestamp", true},
		{"SELECT * FROM t USING SAMPLE 10%", true}, {"SELECT * FROM ops.queries", true}, {"SELECT today()", true},
		{"SELECT gen_random_uuid()", true}, {"SELECT age(d) FROM t", true},
		{"SELECT known, page FROM mart.brand", false}, {"SELECT stage_random FROM t", false}, {"SELECT shops FROM t", false},
	} {
		if got := volatile.MatchString(test.sql); got != test.want {
			t.Errorf("volatile(%s) = %t", test.sql, got)
		}
	}
}
