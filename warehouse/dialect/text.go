package dialect

import (
	"fmt"
	"strings"
)

// quote writes text as a string of DuckDB.
func quote(s string) string {
	if strings.ContainsRune(s, 0) {
		return "replace('" + strings.ReplaceAll(strings.ReplaceAll(s, "'", "''"), "\x00", "\uE000\uE001\uE000") + "', '\uE000\uE001\uE000', chr(0))"
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// quoteName writes a name of DuckDB.
func quoteName(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// outputName is the name of the i-th column of an answer.
func outputName(name string, i int) string {
	if name == "" {
		return fmt.Sprintf("_col%d", i)
	}
	return name
}

// columnName is the name of the i-th column of a query in DuckDB.
func columnName(i int) string { return fmt.Sprintf("c%d", i+1) }

// columnNames are the first n of them.
func columnNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = columnName(i)
	}
	return names
}
