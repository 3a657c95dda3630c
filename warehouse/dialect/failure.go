package dialect

import (
	"regexp"
	"strings"

	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
)

// raised is a fault that the written SQL gave itself.
var raised = regexp.MustCompile(`(?s)\b([A-Z][A-Z_]{4,}): (.*)`)

// Failure is the fault that DuckDB's message means, where a statement that was
// translated fails while it runs; false where it means none of Trino's.
func Failure(message string) (*fault.Error, bool) {
	if strings.Contains(message, "More than one row returned by a subquery") {
		return fault.New(fault.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows"), true
	}
	name, text, ok := function.Failure(message)
	if m := raised.FindStringSubmatch(message); !ok && m != nil && fault.Name(m[1]).Known() {
		name, text, ok = m[1], m[2], true
	}
	if !ok {
		return nil, false
	}
	return fault.New(fault.Name(name), "%s", text), true
}
