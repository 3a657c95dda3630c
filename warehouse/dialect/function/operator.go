package function

import (
	"strings"

	"sanpin/warehouse/dialect/types"
)

// Operator resolves an operator:
//
//   - - * / %           one argument for the sign
//     = <> < <= > >=      and IS DISTINCT FROM
//     BETWEEN             value, low, high
//     IN                  value, then the list
//     ||  []  AT TIME ZONE
//     LIKE                value, pattern, maybe escape
//
// The error is TYPE_MISMATCH where Trino has no such operator for the types.
func Operator(op string, args []Arg) (Call, error) {
	op = strings.ToUpper(op)
	if op == "||" {
		return Resolve("concat", args)
	}
	name := "$" + op
	if len(args) == 1 {
		name = "$1" + op
	}
	rows := table[name]
	if rows == nil {
		return Call{}, fail("NOT_SUPPORTED", "operator %s is not supported here", op)
	}
	call, err := resolve(op, rows, args)
	if e, ok := err.(*types.Error); ok && e.Name == "FUNCTION_NOT_FOUND" {
		return Call{}, fail("TYPE_MISMATCH", "%s", cannotApply(op, args))
	}
	return call, err
}

func cannotApply(op string, args []Arg) string {
	switch {
	case len(args) == 1:
		return "Cannot negate " + args[0].Type.String()
	case op == "LIKE":
		return "Left side of LIKE expression must evaluate to a varchar (actual: " + args[0].Type.String() + ")"
	case op == "[]":
		return "Cannot use " + args[1].Type.String() + " for subscript of " + args[0].Type.String()
	case len(args) == 3 && op == "BETWEEN":
		return "Cannot check if " + args[0].Type.String() + " is BETWEEN " + args[1].Type.String() + " and " + args[2].Type.String()
	}
	return "Cannot apply operator: " + args[0].Type.String() + " " + op + " " + args[1].Type.String()
}

// operator is a row of the table for an operator, whose name is no word.
func operator(op, signature string, f form) {
	s := parseSignature("op" + signature)
	s.name, s.form = "$"+op, f
	if len(s.params) == 1 {
		s.name = "$1" + op
	}
	s.text = op + strings.TrimPrefix(s.text, "op")
	table[s.name] = append(table[s.name], s)
}

func init() {
	for _, op := range []string{"=", "<>", "<", "<=", ">", ">=", "IS DISTINCT FROM"} {
		bound := "orderable"
		if op == "=" || op == "<>" || op == "IS DISTINCT FROM" {
			bound = "comparable"
		}
		operator(op, "(T, T) boolean | T:"+bound, func(c *call) string { return comparison(op, c.params[0], c.SQL[0], c.SQL[1]) })
	}
	operator("BETWEEN", "(T, T, T) boolean | T:orderable", between)
	operator("IN", "(T, T...) boolean | T:comparable", in)
}

// comparison writes a op b for two values of a type by Trino's rules, which
// DuckDB's own differ from for NaN, for NULLs inside of values, and for the
// values that are held in a form of their own.
func comparison(op string, t types.Type, a, b string) string {
	if op == "IS DISTINCT FROM" {
		return "(" + t.Key(a) + " IS DISTINCT FROM " + t.Key(b) + ")"
	}
	switch {
	case t.IsFloat():
		return floatComparison(op, a, b)
	case t.Is(types.Array, types.Row, types.Map):
		return nestedComparison(op, t, a, b)
	}
	return "(" + t.Key(a) + " " + op + " " + t.Key(b) + ")"
}

// floatComparison: NaN is equal to nothing and neither less nor greater; in
// DuckDB it is the greatest value and equal to itself.
func floatComparison(op, a, b string) string {
	plain := "(" + a + " " + op + " " + b + ")"
	if isNumber(a) && op == "=" {
		a, b = b, a
	}
	winner, other := b, a // the one whose NaN would make it true
	if op == ">" || op == ">=" {
		winner, other = a, b
	}
	switch {
	case op == "<>":
		if isNumber(a) || isNumber(b) {
			return plain
		}
		return "(" + a + " <> " + b + " OR isnan(" + a + " + " + b + "))"
	case isNumber(winner) || op == "=" && isNumber(other):
		return plain
	case isNumber(other):
		return "(" + plain + " AND NOT isnan(" + winner + "))"
	}
	return "CASE WHEN isnan(" + winner + ") THEN CASE WHEN " + isNotNull(other) + " THEN false END ELSE " + plain + " END"
}

// isNumber says whether the SQL is a constant that is not NaN.
func isNumber(sql string) bool {
	inside := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(sql, "CAST("), " AS DOUBLE)"), " AS FLOAT)")
	return inside != "" && strings.Trim(inside, "0123456789.eE+-") == ""
}

// nestedComparison compares arrays, rows and maps. Equality is NULL where only
// a NULL inside keeps it from being known.
func nestedComparison(op string, t types.Type, a, b string) string {
	switch op {
	case "<>":
		return "(NOT " + equal(t, a, b) + ")"
	case "=":
		return equal(t, a, b)
	}
	if hasFloat(t) {
		refuse("%s of %s: DuckDB orders NaN otherwise", op, t)
	}
	// DuckDB orders NULLs inside as the greatest; Trino fails on them.
	key := "(" + t.Key(a) + " " + op + " " + t.Key(b) + ")"
	return "CASE WHEN (" + a + ") IS NULL OR (" + b + ") IS NULL THEN NULL WHEN trino_has_null(" + a + ") OR trino_has_null(" + b + ") THEN " +
		raise("NOT_SUPPORTED", t.Raw()+" comparison not supported for "+t.Raw()+" with null elements", "BOOLEAN") + " ELSE " + key + " END"
}

func hasFloat(t types.Type) bool {
	for _, f := range t.Fields {
		if hasFloat(f.Type) {
			return true
		}
	}
	return t.IsFloat()
}

// equal writes a = b with three values for every type.
func equal(t types.Type, a, b string) string {
	if !t.Is(types.Array, types.Row, types.Map) {
		return comparison("=", t, a, b)
	}
	return named(a, []string{b}, func(x string) string {
		return named(b, []string{x}, func(y string) string { return equalParts(t, x, y) })
	})
}

// equalParts compares two named values part by part.
func equalParts(t types.Type, x, y string) string {
	switch t.Kind {
	case types.Row:
		parts := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			n := fieldOf(i)
			parts[i] = equal(f.Type, "("+x+")."+n, "("+y+")."+n)
		}
		return "CASE WHEN " + x + " IS NOT NULL AND " + y + " IS NOT NULL THEN " + strings.Join(parts, " AND ") + " END"
	case types.Array:
		i := freeName(x, y)
		parts := "list_transform(range(1, len(" + x + ") + 1), lambda " + i + ": " + equal(t.Element(), x+"["+i+"]", y+"["+i+"]") + ")"
		return "CASE WHEN len(" + x + ") <> len(" + y + ") THEN false WHEN len(" + x + ") = len(" + y + ") THEN trino_and(" + parts + ") END"
	}
	k := freeName(x, y)
	value := func(m string) string { return "map_extract(" + m + ", " + k + ")[1]" }
	parts := "list_transform(map_keys(" + x + "), lambda " + k + ": CASE WHEN list_contains(map_keys(" + y + "), " + k + ") THEN " +
		equal(t.Value(), value(x), value(y)) + " ELSE false END)"
	return "CASE WHEN cardinality(" + x + ") <> cardinality(" + y + ") THEN false WHEN cardinality(" + x + ") = cardinality(" + y + ") THEN trino_and(" + parts + ") END"
}

func fieldOf(i int) string { return "f" + itoa(i+1) }

func between(c *call) string {
	t, v := c.params[0], c.SQL[0]
	if !simple(v) && !t.IsFloat() && !t.Keyed() && !t.Is(types.Array, types.Row) {
		return "(" + v + " BETWEEN " + c.SQL[1] + " AND " + c.SQL[2] + ")"
	}
	return "(" + comparison(">=", t, v, c.SQL[1]) + " AND " + comparison("<=", t, v, c.SQL[2]) + ")"
}

func in(c *call) string {
	t := c.params[0]
	if !t.IsFloat() && !t.Is(types.Array, types.Row, types.Map) {
		keys := make([]string, len(c.SQL)-1)
		for i, value := range c.SQL[1:] {
			keys[i] = t.Key(value)
		}
		return "(" + t.Key(c.SQL[0]) + " IN (" + strings.Join(keys, ", ") + "))"
	}
	parts := make([]string, len(c.SQL)-1)
	for i, value := range c.SQL[1:] {
		parts[i] = comparison("=", t, c.SQL[0], value)
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

func init() {
	native("trino_and", "BOOLEAN[]", "BOOLEAN", func(a []any) (any, error) {
		var result any = true
		for _, x := range a[0].([]any) {
			switch x {
			case false:
				return false, nil
			case nil:
				result = nil
			}
		}
		return result, nil
	})
	native("trino_has_null", "ANY", "BOOLEAN", func(a []any) (any, error) { return hasNull(a[0]), nil })
}

func hasNull(x any) bool {
	parts, ok := x.([]any)
	for _, p := range parts {
		if hasNull(p) {
			return true
		}
	}
	return !ok && x == nil
}
