package parse

import (
	"bufio"
	"errors"
	"os"
	"strings"
	"testing"

	"sanpin/warehouse/dialect/fault"
)

// TestErrors holds the words and places that Trino 476 gives for wrong
// statements: each line of the file is a statement, " ⇒ " and its error, or
// "OK". A line break in a statement is written ↵.
func TestErrors(t *testing.T) {
	for statement, want := range readCases(t, "testdata/errors.txt") {
		got := "OK"
		if _, err := Statement(statement); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("Statement(%q)\n = %s\nwant %s", statement, got, want)
		}
	}
}

func readCases(t testing.TB, name string) map[string]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if statement, want, ok := strings.Cut(s.Text(), " ⇒ "); ok {
			cases[strings.ReplaceAll(statement, "↵", "\n")] = want
		}
	}
	if len(cases) == 0 {
		t.Fatalf("%s has no case", name)
	}
	return cases
}

// TestLimits makes sure that no text exhausts the machine.
func TestLimits(t *testing.T) {
	for _, test := range []struct {
		name, text string
	}{
		{"parentheses", "SELECT " + strings.Repeat("(", 100_000)},
		{"queries", "SELECT " + strings.Repeat("((SELECT ", 50_000)},
		{"relations", "SELECT * FROM " + strings.Repeat("(", 100_000) + "a"},
		{"not", "SELECT " + strings.Repeat("NOT ", 100_000) + "a"},
		{"minus", "SELECT " + strings.Repeat("- ", 100_000) + "a"},
		{"sum", "SELECT 1" + strings.Repeat(" + 1", 100_000)},
		{"union", "SELECT 1" + strings.Repeat(" UNION SELECT 1", 50_000)},
		{"joins", "SELECT * FROM a" + strings.Repeat(" CROSS JOIN a", 50_000)},
		{"subscripts", "SELECT a" + strings.Repeat("[1]", 100_000)},
		{"row types", "SELECT CAST(a AS " + strings.Repeat("row(x ", 100_000)},
		{"positions", "SELECT " + strings.Repeat("position(", 5_000)},
		{"length", "SELECT '" + strings.Repeat("x", MaxLength) + "'"},
	} {
		var f *fault.Error
		if _, err := Statement(test.text); !errors.As(err, &f) {
			t.Errorf("%s: error %v, want a fault", test.name, err)
		}
	}
	// As deep as this is fine, and takes no time.
	for _, text := range []string{
		"SELECT " + strings.Repeat("((SELECT ", 60) + "1" + strings.Repeat(") + 1)", 60),
		"SELECT * FROM " + strings.Repeat("((SELECT * FROM ", 60) + "a" + strings.Repeat(") CROSS JOIN b)", 60),
	} {
		if _, err := Statement(text); err != nil {
			t.Errorf("%s: %v", text[:40], err)
		}
	}
}

// FuzzStatement has one property: any text is read or refused with a fault.
func FuzzStatement(f *testing.F) {
	for statement := range readCases(f, "testdata/errors.txt") {
		f.Add(statement)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := Statement(text)
		var fault *fault.Error
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("error %v is no fault", err)
		}
	})
}
