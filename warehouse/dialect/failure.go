package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
)

// Failure is the fault that DuckDB's message means, where a statement that was
// translated fails while it runs; false where it means none of Trino's.
func Failure(message string) (*fault.Error, bool) {
	if strings.Contains(message, "More than one row returned by a subquery") {
		return fault.New(fault.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows"), true
	}
	name, text, ok := function.Failure(message)
	if !ok {
		return nil, false
	}
	return fault.New(fault.Name(name), "%s", text), true
}
