package function

import (
	"fmt"
	"strings"

	"sanpin/warehouse/engine"
)

// natives are the scalar functions in Go that the table's forms call.
var natives []engine.Function

// Scalars are the functions that a database must be opened with, so that the
// SQL of this package runs there.
func Scalars() []engine.Function { return natives }

type eval = func(a []any) (any, error)

// native declares a Go function under the name, which begins with trino_, and
// gives the form that calls it with the call's arguments. A NULL argument makes
// the answer NULL without a call.
func native(name, params, result string, f eval) form {
	add(engine.Function{Name: name, Params: engine.SplitTypes(params), Result: result, Eval: f})
	return sql(name + "($*)")
}

func add(f engine.Function) {
	for _, g := range natives {
		if g.Name == f.Name {
			panic("function " + f.Name + " twice")
		}
	}
	natives = append(natives, f)
}

// The errors that natives give, in the form that Failure reads.

func failure(name, format string, args ...any) error {
	return fmt.Errorf(name+": "+format, args...)
}

func badArgument(format string, args ...any) error {
	return failure("INVALID_FUNCTION_ARGUMENT", format, args...)
}

func outOfRange(format string, args ...any) error {
	return failure("NUMERIC_VALUE_OUT_OF_RANGE", format, args...)
}

func badCast(format string, args ...any) error {
	return failure("INVALID_CAST_ARGUMENT", format, args...)
}

// raise writes an expression of the DuckDB type that fails with the error.
func raise(name, message, duckdb string) string {
	return "CAST(trino_fail(" + engine.Quote(name+": "+message) + ") AS " + duckdb + ")"
}

func init() {
	native("trino_fail", "VARCHAR", "VARCHAR", func(a []any) (any, error) { return nil, fmt.Errorf("%s", a[0]) })
}

// freeName gives a lambda's parameter that the text does not use.
func freeName(texts ...string) string {
	for i := 1; ; i++ {
		name := fmt.Sprintf("v%d_", i)
		used := false
		for _, text := range texts {
			used = used || strings.Contains(text, name)
		}
		if !used {
			return name
		}
	}
}

// simple says whether the SQL may be written twice: a name or a literal.
func simple(sql string) bool { return !strings.ContainsAny(sql, "( ") && len(sql) < 80 }
