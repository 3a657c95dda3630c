package function

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/types"
)

// Coerce writes the cast that Trino does by itself: of types where
// types.Coerces says so.
func Coerce(sql string, from, to types.Type) string {
	out, err := Cast(sql, from, to, false)
	if err != nil {
		panic(err) // a *types.Error; finish turns it into a refusal
	}
	return out
}

// Cast writes CAST(sql AS to), or TRY_CAST. The error is a *types.Error:
// TYPE_MISMATCH where Trino has no such cast, NOT_SUPPORTED where it is not
// held exactly here.
func Cast(sql string, from, to types.Type, try bool) (string, error) {
	if from.Equal(to) || from.Kind == to.Kind && from.DuckDB() == to.DuckDB() && holdsAll(from, to) {
		return sql, nil
	}
	if from.Kind == types.Unknown {
		return "CAST(" + sql + " AS " + to.DuckDB() + ")", nil
	}
	write, err := castForm(from, to)
	if err != nil {
		return "", err
	}
	out := write(sql)
	if try {
		out = Try(out)
	}
	return out, nil
}

// Try writes TRY(sql): NULL where the expression fails.
func Try(sql string) string { return "TRY(" + sql + ")" }

// holdsAll says whether every value of from is one of to as it stands.
func holdsAll(from, to types.Type) bool {
	switch to.Kind {
	case types.Varchar:
		return from.N <= to.N
	case types.Char:
		return from.N == to.N
	case types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		return from.N <= to.N
	case types.Array, types.Map, types.Row:
		for i, f := range from.Fields {
			if !f.Type.Equal(to.Fields[i].Type) && !(f.Type.Kind == to.Fields[i].Type.Kind && holdsAll(f.Type, to.Fields[i].Type)) {
				return false
			}
		}
	}
	return true
}

// castForm finds how a value of one type becomes one of another.
func castForm(from, to types.Type) (func(string) string, error) {
	none := fail("TYPE_MISMATCH", "Cannot cast %s to %s", from, to)
	plain := func(sql string) string { return "CAST(" + sql + " AS " + to.DuckDB() + ")" }
	switch {
	case from.IsNumeric() && to.IsNumeric():
		return plain, nil
	case to.Kind == types.Varchar && (from.IsInteger() || from.Is(types.Decimal, types.Boolean, types.Date)):
		return plain, nil
	case from.Kind == types.Date && to.Kind == types.Timestamp && to.N <= 6:
		return plain, nil
	case from.Kind == types.Array && to.Kind == types.Array:
		return castArray(from, to)
	}
	return nil, none
}

func castArray(from, to types.Type) (func(string) string, error) {
	if from.Element().Kind == types.Unknown {
		return func(sql string) string { return "CAST(" + sql + " AS " + to.DuckDB() + ")" }, nil
	}
	inner, err := Cast("e", from.Element(), to.Element(), false)
	return func(sql string) string { return "list_transform(" + sql + ", lambda e: " + inner + ")" }, err
}

// raise writes an expression that fails with one of Trino's errors; see Failure.
func raise(name, message string) string {
	return fmt.Sprintf("error('%s: %s')", name, strings.ReplaceAll(message, "'", "''"))
}
