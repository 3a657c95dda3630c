package sql_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"sanpin/sql"
)

// TestSystems: each of the 28 systems has views with examples, and forms.
func TestSystems(t *testing.T) {
	var examples strings.Builder
	for _, file := range list(t, "examples") {
		examples.WriteString(read(t, file))
	}
	systems := rows(t, model(t), "SELECT code, views, forms FROM mart.system ORDER BY code")[1:]
	if len(systems) != 28 {
		t.Errorf("%d systems, want 28", len(systems))
	}
	for _, line := range systems {
		parts := strings.Split(line, " | ")
		shown := false
		for _, view := range strings.Split(parts[1], "|") {
			if _, err := fs.Stat(sql.FS, "mart/"+view+".sql"); err != nil {
				t.Errorf("%s: no view mart.%s", parts[0], view)
			}
			shown = shown || strings.Contains(examples.String(), "mart."+view+"\n")
		}
		if !shown {
			t.Errorf("%s: no example asks any of %s", parts[0], parts[1])
		}
		for _, form := range strings.Split(parts[2], "|") {
			if _, err := os.Stat("../etl/form/forms/" + form + ".yaml"); err != nil {
				t.Errorf("%s: no form %s", parts[0], form)
			}
		}
	}
}
