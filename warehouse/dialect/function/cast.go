package function

import (
	"fmt"

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
func Cast(sql string, from, to types.Type, try bool) (out string, err error) {
	defer catch(&err)
	if held(from, to) {
		return sql, nil
	}
	if from.Kind == types.Unknown {
		return "CAST(" + sql + " AS " + to.DuckDB() + ")", nil
	}
	out, ok := castSQL(sql, from, to)
	if !ok {
		return "", fail("TYPE_MISMATCH", "Cannot cast %s to %s", from, to)
	}
	if try {
		out = Try(out)
	}
	return out, nil
}

// catch turns a refusal that a form panicked with into an error.
func catch(err *error) {
	if r := recover(); r != nil {
		refusal, ok := r.(*types.Error)
		if !ok {
			panic(r)
		}
		*err = refusal
	}
}

// Try writes TRY(sql): NULL where the expression fails.
func Try(sql string) string { return "TRY(" + sql + ")" }

// held says whether every value of from is one of to as it stands in DuckDB.
func held(from, to types.Type) bool {
	if from.Equal(to) {
		return true
	}
	if from.Kind == types.Char && to.Kind == types.Varchar {
		return from.N <= to.N
	}
	if from.Kind != to.Kind || from.DuckDB() != to.DuckDB() {
		return false
	}
	switch to.Kind {
	case types.Varchar, types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		return from.N <= to.N
	case types.Array, types.Map, types.Row:
		for i, f := range from.Fields {
			if !held(f.Type, to.Fields[i].Type) {
				return false
			}
		}
		return true
	}
	return false
}

// castSQL writes a cast; false where Trino has none.
func castSQL(sql string, from, to types.Type) (string, bool) {
	switch to.Kind {
	case types.Varchar:
		return toVarchar(sql, from, to)
	case types.Char:
		if from.IsText() {
			return fmt.Sprintf("rpad(%s, %d, ' ')", sql, to.N), true
		}
		return "", false
	case types.JSON:
		return toJSON(sql, from)
	case types.Array, types.Map, types.Row:
		return toNested(sql, from, to)
	case types.Varbinary:
		switch from.Kind {
		case types.Varchar:
			return "encode(" + sql + ")", true
		case types.UUID:
			return "unhex(replace(CAST(" + sql + " AS VARCHAR), '-', ''))", true
		}
		return "", false
	case types.UUID:
		switch from.Kind {
		case types.Varchar:
			return "CAST(trino_uuid(" + sql + ") AS UUID)", true
		case types.Varbinary:
			return "CAST(trino_uuid_binary(" + sql + ") AS UUID)", true
		}
		return "", false
	case types.Boolean:
		return toBoolean(sql, from)
	case types.Date, types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		return toTime(sql, from, to)
	}
	if to.IsNumeric() {
		return toNumber(sql, from, to)
	}
	return "", false
}

func as(sql string, t types.Type) string { return "CAST(" + sql + " AS " + t.DuckDB() + ")" }

func toBoolean(sql string, from types.Type) (string, bool) {
	switch {
	case from.IsNumeric():
		return "(" + sql + " <> 0)", true
	case from.Kind == types.Varchar:
		return "trino_boolean(" + sql + ")", true
	case from.Kind == types.JSON:
		return "trino_json_boolean(" + sql + ")", true
	}
	return "", false
}

// toNumber casts to the integer types, real, double and decimal.
func toNumber(sql string, from, to types.Type) (string, bool) {
	switch {
	case from.Kind == types.Varchar:
		return textToNumber(sql, to, "trino"), true
	case from.Kind == types.JSON:
		return textToNumber(sql, to, "trino_json"), true
	case from.Kind == types.Boolean:
		return as("CAST("+sql+" AS INTEGER)", to), true
	case !from.IsNumeric():
		return "", false
	case from.IsFloat() && to.IsInteger():
		return as(fmt.Sprintf("trino_float_integer(%s, '%s', %d)", sql, to.Raw(), floatBits(from)), to), true
	case from.IsFloat() && to.Kind == types.Decimal:
		return pointed(fmt.Sprintf("trino_float_decimal(%s, %d, %d, %d)", sql, to.N, to.Scale, floatBits(from)), to), true
	case from.Kind == types.Double && to.Kind == types.Real:
		return "trino_real(" + sql + ")", true
	case from.Kind == types.Decimal && to.Kind == types.Double && from.N > 15:
		return fmt.Sprintf("trino_decimal_double(%s, %d, %t)", sql, from.Scale, from.N <= 18), true
	case from.Kind == types.Decimal && to.Kind == types.Real:
		return fmt.Sprintf("trino_decimal_real(%s, %d, %t)", sql, from.Scale, from.N <= 18), true
	case from.Kind == types.Decimal && to.IsInteger():
		return as(fmt.Sprintf("trino_decimal_integer(%s, %d, '%s')", sql, from.Scale, to.Raw()), to), true
	}
	return as(sql, to), true
}

func textToNumber(sql string, to types.Type, prefix string) string {
	switch {
	case to.Kind == types.Decimal:
		return pointed(fmt.Sprintf("%s_decimal(%s, %d, %d)", prefix, sql, to.N, to.Scale), to)
	case to.IsFloat():
		return as(fmt.Sprintf("%s_double(%s, %d)", prefix, sql, floatBits(to)), to)
	}
	return as(fmt.Sprintf("%s_integer(%s, '%s')", prefix, sql, to.Raw()), to)
}

func floatBits(t types.Type) int {
	if t.Kind == types.Real {
		return 32
	}
	return 64
}

// toVarchar writes the text of a value, and sees to the length.
func toVarchar(sql string, from, to types.Type) (string, bool) {
	if from.IsText() {
		return fmt.Sprintf("left(%s, %d)", sql, to.N), true
	}
	text, longest, ok := textOf(sql, from)
	if !ok {
		return "", false
	}
	if longest > to.N {
		text = fmt.Sprintf("trino_fit(%s, %d)", text, to.N)
	}
	return text, true
}

// textOf writes the text of a value as a cast to varchar has it, and the most
// characters that it can have.
func textOf(sql string, t types.Type) (text string, longest int, ok bool) {
	plain := "CAST(" + sql + " AS VARCHAR)"
	switch t.Kind {
	case types.Boolean:
		return plain, 5, true
	case types.Tinyint, types.Smallint, types.Integer, types.Bigint:
		return plain, map[types.Kind]int{types.Tinyint: 4, types.Smallint: 6, types.Integer: 11, types.Bigint: 20}[t.Kind], true
	case types.Decimal:
		return decimalSQL(sql, t), t.N + 3, true
	case types.Real, types.Double:
		return fmt.Sprintf("trino_float_text(%s, %d)", sql, floatBits(t)), 24, true
	case types.UUID:
		return plain, 36, true
	case types.Date:
		return "trino_date_text(" + sql + ")", 15, true
	case types.Time:
		return fmt.Sprintf("trino_time_text(%s, %d)", picosOfDay(sql, t), t.N), 21, true
	case types.TimeTZ:
		return fmt.Sprintf("trino_timetz_text(%s, %d)", sql, t.N), 27, true
	case types.Timestamp:
		return fmt.Sprintf("trino_timestamp_text(%s, %d)", sql, t.N), 40, true
	case types.TimestampTZ:
		return fmt.Sprintf("trino_timestamp_text(%s, %d)", sql, t.N), 80, true
	case types.IntervalDay:
		return "trino_interval_text(" + sql + ")", 30, true
	case types.IntervalYear:
		return "trino_months_text(" + sql + ")", 15, true
	case types.JSON:
		return "trino_json_text(" + sql + ")", types.Unbounded, true
	}
	return "", 0, false
}

// decimalSQL writes a decimal's text; DuckDB leaves out the 0 before the point
// where there is no room for one.
func decimalSQL(sql string, t types.Type) string {
	if t.N > t.Scale {
		return "CAST(" + sql + " AS VARCHAR)"
	}
	return fmt.Sprintf("trino_decimal_text(%s, %d)", sql, t.Scale)
}

// picosOfDay writes a time as picoseconds of the day.
func picosOfDay(sql string, t types.Type) string {
	if t.N > 6 {
		return sql
	}
	return "trino_time_picos(" + sql + ")"
}
