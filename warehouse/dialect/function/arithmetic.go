package function

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"sanpin/warehouse/dialect/types"
)

func itoa(n int) string { return strconv.Itoa(n) }

func init() {
	for _, k := range []string{"tinyint", "smallint", "integer", "bigint"} {
		for _, op := range []string{"+", "-", "*"} {
			operator(op, "("+k+", "+k+") "+k, sql("($1 "+op+" $2)"))
		}
		operator("/", "("+k+", "+k+") "+k, integerDivision("//", "trino_divide"))
		operator("%", "("+k+", "+k+") "+k, integerDivision("%", "trino_modulus"))
		operator("-", "("+k+") "+k, sql("(- $1)"))
		operator("+", "("+k+") "+k, sql("$1"))
	}
	for _, k := range []string{"real", "double"} {
		for _, op := range []string{"+", "-", "*", "/", "%"} {
			operator(op, "("+k+", "+k+") "+k, sql("($1 "+op+" $2)"))
		}
		operator("-", "("+k+") "+k, sql("(- $1)"))
		operator("+", "("+k+") "+k, sql("$1"))
	}
	// The result types are those of Trino's decimal operators.
	operator("+", "(decimal(p,s), decimal(q,r)) decimal(min(38, max(p - s, q - r) + max(s, r) + 1), max(s, r))", decimalSum("+", "trino_decimal_add"))
	operator("-", "(decimal(p,s), decimal(q,r)) decimal(min(38, max(p - s, q - r) + max(s, r) + 1), max(s, r))", decimalSum("-", "trino_decimal_subtract"))
	operator("*", "(decimal(p,s), decimal(q,r)) decimal(min(38, p + q), s + r)", decimalProduct)
	operator("/", "(decimal(p,s), decimal(q,r)) decimal(min(38, p + r + max(r - s, 0)), max(s, r))", decimalNative("trino_decimal_divide"))
	operator("%", "(decimal(p,s), decimal(q,r)) decimal(min(p - s, q - r) + max(s, r), max(s, r))", decimalNative("trino_decimal_modulus"))
	operator("-", "(decimal(p,s)) decimal(p,s)", sql("CAST(- $1 AS $T)"))
	operator("+", "(decimal(p,s)) decimal(p,s)", sql("$1"))
}

// integerDivision is the operator itself where the divisor is a constant that
// cannot fail, else the native, which knows Trino's errors.
func integerDivision(op, name string) form {
	return func(c *call) string {
		d := c.args[1]
		if n, err := strconv.ParseInt(d.Literal, 10, 64); d.IsConst && err == nil && n != 0 && n != -1 {
			return "(" + c.SQL[0] + " " + op + " " + c.SQL[1] + ")"
		}
		return c.fill("CAST(" + name + "($1, $2) AS $T)")
	}
}

// decimalSum adds in DuckDB where the result has room for every sum.
func decimalSum(op, name string) form {
	return func(c *call) string {
		a, b, t := c.params[0], c.params[1], c.result
		if max(a.N-a.Scale, b.N-b.Scale)+t.Scale+1 > types.MaxPrecision {
			return decimalNative(name)(c)
		}
		return "CAST(" + Coerce(c.SQL[0], a, t) + " " + op + " " + Coerce(c.SQL[1], b, t) + " AS " + t.DuckDB() + ")"
	}
}

func decimalProduct(c *call) string {
	a, b, t := c.params[0], c.params[1], c.result
	switch {
	case t.Scale > types.MaxPrecision:
		panic(fail("INVALID_FUNCTION_ARGUMENT", "DECIMAL scale must be in range [0, precision (38)]: %d", t.Scale))
	case a.N+b.N > types.MaxPrecision:
		return decimalNative("trino_decimal_multiply")(c)
	}
	wide := func(sql string, from types.Type) string { return Coerce(sql, from, types.DecimalOf(t.N, from.Scale)) }
	return "CAST(" + wide(c.SQL[0], a) + " * " + wide(c.SQL[1], b) + " AS " + t.DuckDB() + ")"
}

// decimalNative calls a native that takes two decimals with their scales and
// the result's, and gives the result without its point.
func decimalNative(name string) form {
	return func(c *call) string {
		return pointed(fmt.Sprintf("%s(%s, %s, %d, %d, %d)", name, c.SQL[0], c.SQL[1], c.params[0].Scale, c.params[1].Scale, c.result.Scale), c.result)
	}
}

// pointed turns a HUGEINT of unscaled decimals into the decimal type.
func pointed(sql string, t types.Type) string {
	whole := "CAST(" + sql + " AS DECIMAL(38,0))"
	if t.Scale > 0 {
		whole = fmt.Sprintf("%s * CAST(0.%s1 AS DECIMAL(%d,%d))", whole, strings.Repeat("0", t.Scale-1), min(38, t.Scale+1), t.Scale)
	}
	return "CAST(" + whole + " AS " + t.DuckDB() + ")"
}

var (
	ten        = big.NewInt(10)
	two        = big.NewInt(2)
	maxDecimal = new(big.Int).Exp(ten, big.NewInt(38), nil) // not reached
)

func pow10(n int) *big.Int { return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil) }

// unscaled is the integer of a decimal or integer argument.
func unscaled(x any) *big.Int {
	if n, ok := x.(int64); ok {
		return big.NewInt(n)
	}
	return x.(*big.Int)
}

// roundedQuotient divides, half away from zero.
func roundedQuotient(a, b *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Abs(r).Mul(r, two).CmpAbs(b) >= 0 {
		q.Add(q, big.NewInt(int64(a.Sign()*b.Sign())))
	}
	return q
}

// rescale gives x of one scale in another one, rounded half up.
func rescale(x *big.Int, from, to int) *big.Int {
	if to >= from {
		return new(big.Int).Mul(x, pow10(to-from))
	}
	return roundedQuotient(x, pow10(from-to))
}

func fitDecimal(x *big.Int) (any, error) {
	if x.CmpAbs(maxDecimal) >= 0 {
		return nil, outOfRange("Decimal overflow")
	}
	return x, nil
}

func decimalEval(f func(a, b *big.Int, s, r, t int) (*big.Int, error)) eval {
	return func(a []any) (any, error) {
		x, err := f(unscaled(a[0]), unscaled(a[1]), int(a[2].(int64)), int(a[3].(int64)), int(a[4].(int64)))
		if err != nil {
			return nil, err
		}
		return fitDecimal(x)
	}
}

var errDivision = failure("DIVISION_BY_ZERO", "Division by zero")

func init() {
	native("trino_divide", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
		x, y := a[0].(int64), a[1].(int64)
		switch {
		case y == 0:
			return nil, errDivision
		case x == math.MinInt64 && y == -1:
			return nil, outOfRange("bigint division overflow: %d / %d", x, y)
		}
		return x / y, nil
	})
	native("trino_modulus", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
		if a[1].(int64) == 0 {
			return nil, errDivision
		}
		return a[0].(int64) % a[1].(int64), nil
	})
	native("trino_mod", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) { // the function fails by another name than the operator
		if a[1].(int64) == 0 {
			return nil, failure("GENERIC_INTERNAL_ERROR", "/ by zero")
		}
		return a[0].(int64) % a[1].(int64), nil
	})
	const params = "ANY, ANY, BIGINT, BIGINT, BIGINT"
	native("trino_decimal_add", params, "HUGEINT", decimalEval(func(a, b *big.Int, s, r, t int) (*big.Int, error) {
		return new(big.Int).Add(rescale(a, s, t), rescale(b, r, t)), nil
	}))
	native("trino_decimal_subtract", params, "HUGEINT", decimalEval(func(a, b *big.Int, s, r, t int) (*big.Int, error) {
		return new(big.Int).Sub(rescale(a, s, t), rescale(b, r, t)), nil
	}))
	native("trino_decimal_multiply", params, "HUGEINT", decimalEval(func(a, b *big.Int, _, _, _ int) (*big.Int, error) {
		return new(big.Int).Mul(a, b), nil
	}))
	native("trino_decimal_divide", params, "HUGEINT", decimalEval(func(a, b *big.Int, s, r, t int) (*big.Int, error) {
		if b.Sign() == 0 {
			return nil, errDivision
		}
		return roundedQuotient(new(big.Int).Mul(a, pow10(t+r-s)), b), nil
	}))
	native("trino_decimal_modulus", params, "HUGEINT", decimalEval(func(a, b *big.Int, s, r, t int) (*big.Int, error) {
		if b.Sign() == 0 {
			return nil, errDivision
		}
		x, y := rescale(a, s, t), rescale(b, r, t)
		if x.CmpAbs(maxDecimal) >= 0 || y.CmpAbs(maxDecimal) >= 0 {
			return nil, failure("NOT_SUPPORTED", "%% of decimals that have more than 38 digits at one scale")
		}
		return new(big.Int).Rem(x, y), nil
	}))
}
