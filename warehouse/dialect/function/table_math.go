package function

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"sanpin/warehouse/dialect/types"
)

var integerNames = []string{"tinyint", "smallint", "integer", "bigint"}

// real1 declares a function of one double.
func real1(name string, f func(float64) float64, alias ...string) {
	define(Scalar, row{signature: name + "(double) double", alias: alias, form: native("trino_"+name, "DOUBLE", "DOUBLE", func(a []any) (any, error) {
		return f(a[0].(float64)), nil
	})})
}

// real2 declares a function of two doubles.
func real2(name string, f func(x, y float64) float64, alias ...string) {
	define(Scalar, row{signature: name + "(double, double) double", alias: alias, form: native("trino_"+name, "DOUBLE, DOUBLE", "DOUBLE", func(a []any) (any, error) {
		return f(a[0].(float64), a[1].(float64)), nil
	})})
}

func init() {
	for name, f := range map[string]func(float64) float64{
		"sqrt": math.Sqrt, "cbrt": math.Cbrt, "exp": math.Exp, "ln": math.Log, "log2": func(x float64) float64 { return math.Log(x) / math.Log(2) }, "log10": math.Log10,
		"sin": math.Sin, "cos": math.Cos, "tan": math.Tan, "asin": math.Asin, "acos": math.Acos, "atan": math.Atan,
		"sinh": math.Sinh, "cosh": math.Cosh, "tanh": math.Tanh,
		"degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x / 180 * math.Pi },
	} {
		real1(name, f)
	}
	real2("atan2", math.Atan2)
	real2("power", math.Pow, "pow")
	real2("log", func(b, x float64) float64 { return math.Log(x) / math.Log(b) })
	define(Scalar,
		row{signature: "pi() double", form: sql("pi()")},
		row{signature: "e() double", form: sql("CAST(2.718281828459045 AS DOUBLE)")},
		row{signature: "nan() double", form: sql("CAST('nan' AS DOUBLE)")},
		row{signature: "infinity() double", form: sql("CAST('inf' AS DOUBLE)")},
		row{signature: "is_nan(double) boolean", form: sql("isnan($1)")},
		row{signature: "is_nan(real) boolean", form: sql("isnan($1)")},
		row{signature: "is_finite(double) boolean", form: sql("isfinite($1)")},
		row{signature: "is_infinite(double) boolean", form: sql("isinf($1)")},
		row{signature: "random() double", form: sql("random()"), alias: []string{"rand"}},
		row{signature: "normal_cdf(double, double, double) double", form: native("trino_normal_cdf", "DOUBLE, DOUBLE, DOUBLE", "DOUBLE", func(a []any) (any, error) {
			mean, sd, x := a[0].(float64), a[1].(float64), a[2].(float64)
			if !(sd > 0) {
				return nil, badArgument("standardDeviation must be > 0")
			}
			return math.Erfc(-(x-mean)/(sd*math.Sqrt2)) / 2, nil
		})},
		row{signature: "inverse_normal_cdf(double, double, double) double", form: native("trino_inverse_normal_cdf", "DOUBLE, DOUBLE, DOUBLE", "DOUBLE", func(a []any) (any, error) {
			mean, sd, p := a[0].(float64), a[1].(float64), a[2].(float64)
			switch {
			case !(p > 0 && p < 1):
				return nil, badArgument("p must be 0 > p > 1")
			case !(sd > 0):
				return nil, badArgument("sd must be > 0")
			}
			return mean + sd*math.Sqrt2*math.Erfinv(2*p-1), nil
		})},
		row{signature: "wilson_interval_lower(bigint, bigint, double) double", form: wilson("lower", -1)},
		row{signature: "wilson_interval_upper(bigint, bigint, double) double", form: wilson("upper", 1)},
	)
	for _, k := range []string{"tinyint", "smallint", "integer", "bigint"} {
		define(Scalar, row{signature: "random(" + k + ") " + k, form: sql("CAST(floor(random() * $1) AS $T)"), alias: []string{"rand"}},
			row{signature: "random(" + k + ", " + k + ") " + k, form: sql("CAST($1 + floor(random() * ($2 - $1)) AS $T)"), alias: []string{"rand"}})
	}
	roundings()
}

func wilson(name string, sign float64) form {
	return native("trino_wilson_"+name, "BIGINT, BIGINT, DOUBLE", "DOUBLE", func(a []any) (any, error) {
		s, n, z := float64(a[0].(int64)), float64(a[1].(int64)), a[2].(float64)
		switch {
		case s < 0:
			return nil, badArgument("number of successes must not be negative")
		case n <= 0:
			return nil, badArgument("number of trials must be positive")
		case s > n:
			return nil, badArgument("number of successes must not be larger than number of trials")
		case z < 0:
			return nil, badArgument("z-score must not be negative")
		}
		p := s / n
		return (p + z*z/(2*n) + sign*z*math.Sqrt((p*(1-p)+z*z/(4*n))/n)) / (1 + z*z/n), nil
	})
}

// roundings are abs, sign, mod and all that rounds, on each type of number.
func roundings() {
	for _, k := range integerNames {
		define(Scalar,
			row{signature: "abs(" + k + ") " + k, form: sql("abs($1)")},
			row{signature: "ceil(" + k + ") " + k, form: sql("$1"), alias: []string{"ceiling"}},
			row{signature: "floor(" + k + ") " + k, form: sql("$1")},
			row{signature: "round(" + k + ") " + k, form: sql("$1")},
			row{signature: "round(" + k + ", integer) " + k, form: func(c *call) string {
				return c.fill("CAST(trino_round_integer($1, $2, '" + c.result.Raw() + "') AS $T)")
			}},
			row{signature: "sign(" + k + ") " + k, form: sql("CAST(sign($1) AS $T)")},
			row{signature: "mod(" + k + ", " + k + ") " + k, form: integerDivision("%", "trino_mod")},
		)
	}
	for _, k := range []string{"real", "double"} {
		define(Scalar,
			row{signature: "abs(" + k + ") " + k, form: sql("abs($1)")},
			row{signature: "ceil(" + k + ") " + k, form: sql("ceil($1)"), alias: []string{"ceiling"}},
			row{signature: "floor(" + k + ") " + k, form: sql("floor($1)")},
			row{signature: "round(" + k + ") " + k, form: sql("CAST(trino_round_double($1, 0) AS $T)")},
			row{signature: "round(" + k + ", integer) " + k, form: sql("CAST(trino_round_double($1, $2) AS $T)")},
			row{signature: "truncate(" + k + ") " + k, form: sql("trunc($1)")},
			row{signature: "sign(" + k + ") " + k, form: sql("CAST(trino_sign_double($1) AS $T)")},
			row{signature: "mod(" + k + ", " + k + ") " + k, form: sql("($1 % $2)")},
		)
	}
	whole := func(mode string) form {
		return func(c *call) string {
			return pointed(fmt.Sprintf("trino_decimal_round(%s, %d, 0, '%s', true)", c.SQL[0], c.params[0].Scale, mode), c.result)
		}
	}
	digits := func(mode string) form {
		return func(c *call) string {
			return pointed(fmt.Sprintf("trino_decimal_round(%s, %d, %s, '%s', false)", c.SQL[0], c.params[0].Scale, c.SQL[1], mode), c.result)
		}
	}
	define(Scalar,
		row{signature: "abs(decimal(p,s)) decimal(p,s)", form: sql("abs($1)")},
		row{signature: "ceil(decimal(p,s)) decimal(p - s + min(s, 1), 0)", form: whole("ceil"), alias: []string{"ceiling"}},
		row{signature: "floor(decimal(p,s)) decimal(p - s + min(s, 1), 0)", form: whole("floor")},
		row{signature: "round(decimal(p,s)) decimal(min(38, p - s + min(s, 1)), 0)", form: whole("round")},
		row{signature: "round(decimal(p,s), integer) decimal(min(38, p + 1), s)", form: digits("round")},
		row{signature: "truncate(decimal(p,s)) decimal(max(p - s, 1), 0)", form: whole("truncate")},
		row{signature: "truncate(decimal(p,s), integer) decimal(p,s)", form: digits("truncate")},
		row{signature: "sign(decimal(p,s)) decimal(1,0)", form: sql("CAST(sign($1) AS DECIMAL(1,0))")},
		row{signature: "mod(decimal(p,s), decimal(q,r)) decimal(min(p - s, q - r) + max(s, r), max(s, r))", form: decimalNative("trino_decimal_modulus")},
	)
	native("trino_decimal_round", "ANY, BIGINT, BIGINT, VARCHAR, BOOLEAN", "HUGEINT", roundDecimal)
	native("trino_round_integer", "BIGINT, BIGINT, VARCHAR", "BIGINT", roundInteger)
	native("trino_round_double", "DOUBLE, BIGINT", "DOUBLE", func(a []any) (any, error) { return roundDouble(a[0].(float64), number(a[1])), nil })
	native("trino_sign_double", "DOUBLE", "DOUBLE", func(a []any) (any, error) {
		switch x := a[0].(float64); {
		case x > 0:
			return 1.0, nil
		case x < 0:
			return -1.0, nil
		default:
			return x, nil
		}
	})
}

// roundDecimal rounds an unscaled decimal to n digits after the point. The last
// argument says whether the result has no scale, instead of the argument's.
func roundDecimal(a []any) (any, error) {
	x, scale, n, mode := unscaled(a[0]), number(a[1]), number(a[2]), a[3].(string)
	if n >= scale {
		return x, nil
	}
	if scale-n > 60 {
		return big.NewInt(0), nil
	}
	unit := pow10(scale - n)
	q, r := new(big.Int).QuoRem(x, unit, new(big.Int))
	switch {
	case mode == "ceil" && r.Sign() > 0:
		q.Add(q, big.NewInt(1))
	case mode == "floor" && r.Sign() < 0:
		q.Sub(q, big.NewInt(1))
	case mode == "round":
		q = roundedQuotient(x, unit)
	}
	if a[4] == true {
		return q, nil
	}
	return q.Mul(q, unit), nil
}

func roundInteger(a []any) (any, error) {
	n, kind := number(a[1]), a[2].(string)
	if n >= 0 {
		return a[0], nil
	}
	if n < -18 {
		return nil, outOfRange("numerical overflow: %d", a[0])
	}
	unit := pow10(-n)
	x := roundedQuotient(big.NewInt(a[0].(int64)), unit)
	x.Mul(x, unit)
	if bounds := integerRange[kind]; !x.IsInt64() || x.Int64() < bounds[0] || x.Int64() > bounds[1] {
		if kind == "integer" {
			return nil, failure("GENERIC_INTERNAL_ERROR", "integer overflow")
		}
		return nil, outOfRange("Out of range for %s: %s", kind, x)
	}
	return x.Int64(), nil
}

// roundDouble is Trino's: half away from zero of the product with 10^n.
func roundDouble(x float64, n int) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	factor := math.Pow(10, float64(n))
	y := math.Abs(x) * factor
	r := math.Floor(y)
	if y-r >= 0.5 {
		r++
	}
	if math.IsInf(y, 0) || r >= 1<<63 {
		return x // too large to have a fraction
	}
	if x < 0 || math.Signbit(x) && x != 0 {
		return -(r / factor)
	}
	return r / factor
}

func init() {
	bitwise := func(name, op string) {
		define(Scalar, row{signature: name + "(bigint, bigint) bigint", form: sql("(" + op + ")")})
	}
	bitwise("bitwise_and", "$1 & $2")
	bitwise("bitwise_or", "$1 | $2")
	bitwise("bitwise_xor", "xor($1, $2)")
	define(Scalar,
		row{signature: "bitwise_not(bigint) bigint", form: sql("(~ $1)")},
		row{signature: "bit_count(bigint, bigint) bigint", form: native("trino_bit_count", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
			x, n := a[0].(int64), a[1].(int64)
			if n < 2 || n > 64 {
				return nil, badArgument("Bits specified in bit_count must be between 2 and 64, got %d", n)
			}
			if n < 64 && (x < -1<<(n-1) || x > 1<<(n-1)-1) {
				return nil, badArgument("Number must be representable with the bits specified. %d cannot be represented with %d bits", x, n)
			}
			return int64(bits.OnesCount64(uint64(x) << (64 - n))), nil
		})},
		row{signature: "to_base(bigint, bigint) varchar(64)", form: native("trino_to_base", "BIGINT, BIGINT", "VARCHAR", func(a []any) (any, error) {
			if n := a[1].(int64); n < 2 || n > 36 {
				return nil, badArgument("Radix must be between 2 and 36")
			}
			return strconv.FormatInt(a[0].(int64), number(a[1])), nil
		})},
		row{signature: "from_base(varchar(x), bigint) bigint", form: native("trino_from_base", "VARCHAR, BIGINT", "BIGINT", func(a []any) (any, error) {
			if n := a[1].(int64); n < 2 || n > 36 {
				return nil, badArgument("Radix must be between 2 and 36")
			}
			n, err := strconv.ParseInt(a[0].(string), number(a[1]), 64)
			if err != nil || strings.Contains(a[0].(string), "_") {
				return nil, badArgument("Not a valid base-%d number: %s", a[1], a[0])
			}
			return n, nil
		})},
		row{signature: "width_bucket(double, double, double, bigint) bigint", form: native("trino_width_bucket", "DOUBLE, DOUBLE, DOUBLE, BIGINT", "BIGINT", widthBucket)},
		row{signature: "width_bucket(double, array(double)) bigint", form: native("trino_width_bucket_of", "DOUBLE, DOUBLE[]", "BIGINT", widthBucketOf)},
	)
	for i, k := range integerNames {
		size := 8 << i
		for name, f := range map[string]func(x int64, n uint) int64{
			"bitwise_left_shift":             func(x int64, n uint) int64 { return x << n },
			"bitwise_right_shift":            func(x int64, n uint) int64 { return int64(uint64(x) << (64 - size) >> (64 - size) >> n) },
			"bitwise_right_shift_arithmetic": func(x int64, n uint) int64 { return x >> n },
		} {
			form := native("trino_"+name+"_"+k, strings.ToUpper(k)+", INTEGER", strings.ToUpper(k), func(a []any) (any, error) {
				x, n := a[0].(int64), a[1].(int64)
				if n < 0 || n >= int64(size) {
					if name == "bitwise_right_shift_arithmetic" && x < 0 {
						return int64(-1), nil
					}
					return int64(0), nil
				}
				y := f(x, uint(n))
				return y << (64 - size) >> (64 - size), nil
			})
			define(Scalar, row{signature: name + "(" + k + ", integer) " + k, form: form})
		}
	}
	extreme := func(name string) form {
		return func(c *call) string {
			t := c.result
			switch {
			case t.IsFloat():
				return c.fill("CAST(trino_" + name + "([$*]) AS $T)")
			case t.Keyed() || t.Is(types.Array, types.Row):
				refuse("%s of %s", name, t)
			}
			if len(c.SQL) == 1 {
				return c.SQL[0]
			}
			nulls := make([]string, len(c.SQL))
			for i, arg := range c.SQL {
				nulls[i] = isNotNull(arg)
			}
			return c.fill("CASE WHEN $A THEN "+name+"($*) END", strings.Join(nulls, " AND "))
		}
	}
	define(Scalar,
		row{signature: "greatest(E...) E | E:orderable", form: extreme("greatest")},
		row{signature: "least(E...) E | E:orderable", form: extreme("least")},
	)
	for name, better := range map[string]func(x, y float64) bool{
		"greatest": func(x, y float64) bool { return x > y }, "least": func(x, y float64) bool { return x < y },
	} {
		native("trino_"+name, "DOUBLE[]", "DOUBLE", func(a []any) (any, error) {
			best := math.NaN()
			for _, x := range a[0].([]any) {
				if x == nil {
					return nil, nil
				}
				if y := x.(float64); math.IsNaN(best) || better(y, best) {
					best = y
				}
			}
			return best, nil
		})
	}
}

func widthBucket(a []any) (any, error) {
	x, low, high, n := a[0].(float64), a[1].(float64), a[2].(float64), a[3].(int64)
	switch {
	case n <= 0:
		return nil, badArgument("bucketCount must be greater than 0")
	case math.IsNaN(x):
		return nil, badArgument("operand must not be NaN")
	case math.IsNaN(low) || math.IsInf(low, 0):
		return nil, badArgument("first bound must be finite")
	case math.IsNaN(high) || math.IsInf(high, 0):
		return nil, badArgument("second bound must be finite")
	case low == high:
		return nil, badArgument("bounds cannot equal each other")
	}
	lower, upper := min(low, high), max(low, high)
	bucket := int64(0)
	switch {
	case x < lower:
	case x >= upper:
		bucket = n + 1
	default:
		bucket = int64(float64(n)*(x-lower)/(upper-lower) + 1)
	}
	if low > high {
		bucket = n - bucket + 1
	}
	return bucket, nil
}

func widthBucketOf(a []any) (any, error) {
	bins := a[1].([]any)
	if len(bins) == 0 {
		return nil, badArgument("Bins cannot be an empty array")
	}
	x := a[0].(float64)
	if math.IsNaN(x) {
		return nil, badArgument("Operand cannot be NaN")
	}
	n := int64(0)
	for _, bin := range bins {
		if bin != nil && x >= bin.(float64) {
			n++
		}
	}
	return n, nil
}
