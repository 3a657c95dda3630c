package function

import "strings"

// Failure reads Trino's error out of the message of a failed statement: what a
// form raised says "NAME: message"; DuckDB's own errors of arithmetic and casts
// mean one of Trino's. ok is false for any other error.
func Failure(message string) (name, text string, ok bool) {
	for _, n := range raised {
		if i := strings.Index(message, n+": "); i >= 0 {
			return n, message[i+len(n)+2:], true
		}
	}
	switch {
	case strings.Contains(message, "Date out of range"):
		return "GENERIC_INTERNAL_ERROR", message, true
	case strings.Contains(message, "Map keys must be unique"):
		return "INVALID_FUNCTION_ARGUMENT", "Duplicate map keys are not allowed", true
	case strings.Contains(message, "Overflow in ") || strings.Contains(message, "Overflow on ") || strings.Contains(message, "out of range for the destination type"):
		return "NUMERIC_VALUE_OUT_OF_RANGE", message, true
	case strings.Contains(message, "Could not cast value") || strings.Contains(message, "Casting value ") || strings.Contains(message, "Could not convert"):
		return "INVALID_CAST_ARGUMENT", message, true
	}
	return "", message, false
}

// raised are the errors that forms and scalar functions give.
var raised = []string{
	"DIVISION_BY_ZERO", "NUMERIC_VALUE_OUT_OF_RANGE", "INVALID_CAST_ARGUMENT", "INVALID_FUNCTION_ARGUMENT",
	"INVALID_LITERAL", "GENERIC_INTERNAL_ERROR", "NOT_SUPPORTED", "SUBQUERY_MULTIPLE_ROWS", "EXCEEDED_FUNCTION_MEMORY_LIMIT",
}
