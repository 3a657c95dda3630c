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
	if len(args) == 1 {
		return "Cannot negate " + args[0].Type.String()
	}
	return "Cannot apply operator: " + args[0].Type.String() + " " + op + " " + args[1].Type.String()
}

// Common gives the type of CASE, IF, COALESCE, NULLIF's comparison, VALUES and
// set operations over these types, or false.
func Common(ts ...types.Type) (types.Type, bool) {
	c := types.Of(types.Unknown)
	for _, t := range ts {
		var ok bool
		if c, ok = types.Common(c, t); !ok {
			return c, false
		}
	}
	return c, true
}

func init() {
	for _, k := range []string{"tinyint", "smallint", "integer", "bigint"} {
		for _, op := range []string{"+", "-", "*"} {
			define(Scalar, row{signature: "$op(" + k + ", " + k + ") " + k, form: sql("($1 " + op + " $2)"), alias: []string{"$" + op}})
		}
	}
	for _, op := range []string{"=", "<>", "<", "<=", ">", ">="} {
		bound := "orderable"
		if op == "=" || op == "<>" {
			bound = "comparable"
		}
		define(Scalar, row{signature: "$op(T, T) boolean | T:" + bound, form: compare(op), alias: []string{"$" + op}})
	}
}

// compare writes a comparison.
func compare(op string) form {
	return func(c *call) string { return "(" + c.SQL[0] + " " + op + " " + c.SQL[1] + ")" }
}
