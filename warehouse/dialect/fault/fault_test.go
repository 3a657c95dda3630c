package fault

import (
	"testing"

	"sanpin/warehouse/dialect/ast"
)

func TestCode(t *testing.T) {
	for _, test := range []struct {
		name  Name
		code  int
		class string
	}{
		{SyntaxError, 1, "USER_ERROR"}, // numbers that clients decide by
		{ColumnNotFound, 47, "USER_ERROR"},
		{TypeMismatch, 58, "USER_ERROR"},
		{InvalidParameterUsage, 80, "USER_ERROR"},
		{"INVALID_FUNCTION_PROPERTY", 133, "USER_ERROR"},
		{InternalError, 65536, "INTERNAL_ERROR"},
		{"EXCEEDED_LOCAL_MEMORY_LIMIT", 131079, "INSUFFICIENT_RESOURCES"},
		{"NO_SUCH_NAME", 65536, "INTERNAL_ERROR"},
	} {
		if code, class := test.name.Code(), test.name.Type(); code != test.code || class != test.class {
			t.Errorf("%s = %d %s, want %d %s", test.name, code, class, test.code, test.class)
		}
	}
}

func TestMessage(t *testing.T) {
	e := At(ast.Position{Line: 2, Column: 8}, ColumnNotFound, "Column '%s' cannot be resolved", "x")
	if want := "line 2:8: Column 'x' cannot be resolved"; e.Error() != want || !e.Located() {
		t.Errorf("At = %q, located %v, want %q", e, e.Located(), want)
	}
	if e := New(DivisionByZero, "Division by zero"); e.Error() != "Division by zero" || e.Located() {
		t.Errorf("New = %q, located %v", e, e.Located())
	}
}
