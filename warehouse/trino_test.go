package warehouse

import (
	"context"
	"strings"
	"testing"
)

// TestTrino asks in Trino's SQL: names, types and faults are Trino's.
func TestTrino(t *testing.T) {
	dir, _, _ := publish(t, sampleRows(t), BuildOptions{}, modelOf())
	w, err := Open(context.Background(), dir, "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, test := range []struct{ sql, want string }{
		{"SELECT year, value FROM figure ORDER BY year OFFSET 1 LIMIT 1", "2022, 24168000.5"},
		{`SELECT f."Year" FROM sanpin.mart.figure AS f ORDER BY 1`, "2021 | 2022"},
		{"SELECT cardinality(MAP(ARRAY[1], ARRAY[2]))", "1"}, // a macro of the model hides DuckDB's
	} {
		if got, _, err := answerText(w, Request{SQL: test.sql, Dialect: Trino}); got != test.want || err != nil {
			t.Errorf("%s\n= %s, %v\nwant %s", test.sql, got, err, test.want)
		}
	}
	for _, test := range []struct {
		sql  string
		kind Kind
		part string
	}{
		{"SELECT nope FROM figure", KindName, "line 1:8: Column 'nope' cannot be resolved (COLUMN_NOT_FOUND)"},
		{"SELECT 1 FORM figure", KindSyntax, "line 1:15: mismatched input 'figure'"},
		{"SELECT * FROM lake.observation", KindName, "Schema 'lake' does not exist"},
		{"DROP TABLE figure", KindName, "NOT_SUPPORTED"},
	} {
		_, err := w.Query(context.Background(), Request{SQL: test.sql, Dialect: Trino})
		if err == nil || KindOf(err) != test.kind || !strings.Contains(err.Error(), test.part) {
			t.Errorf("%s\n= %v (%v)\nwant %s (%v)", test.sql, err, KindOf(err), test.part, test.kind)
		}
	}
	if _, err := w.Query(context.Background(), Request{SQL: "SELECT 1", Dialect: "mysql"}); KindOf(err) != KindUsage {
		t.Errorf("dialect mysql: %v", err)
	}
}
