package function

import (
	"encoding/hex"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// integerRange are the bounds of the integer types by name.
var integerRange = map[string][2]int64{
	"tinyint": {math.MinInt8, math.MaxInt8}, "smallint": {math.MinInt16, math.MaxInt16},
	"integer": {math.MinInt32, math.MaxInt32}, "bigint": {math.MinInt64, math.MaxInt64},
}

// castName is what Trino calls an integer type in messages of failed casts.
func castName(kind string) string {
	if kind == "integer" {
		return "INT"
	}
	return strings.ToUpper(kind)
}

func parseInteger(text, kind string) (any, error) {
	s := strings.TrimFunc(text, func(r rune) bool { return r <= ' ' })
	n, err := strconv.ParseInt(s, 10, 64)
	if bounds := integerRange[kind]; err != nil || strings.Contains(s, "_") || n < bounds[0] || n > bounds[1] {
		return nil, badCast("Cannot cast '%s' to %s", text, castName(kind))
	}
	return n, nil
}

func floatInteger(x float64, kind string, bits int) (any, error) {
	if math.IsNaN(x) {
		return nil, badCast("Unable to cast NaN to %s", kind)
	}
	r := math.Round(x)
	if kind == "bigint" {
		if r < -(1<<63) || r >= 1<<63 {
			return nil, badCast("Unable to cast %s to bigint", javaText(x, bits))
		}
		return int64(r), nil
	}
	if bounds := integerRange[kind]; r < float64(bounds[0]) || r > float64(bounds[1]) {
		return nil, outOfRange("Out of range for %s: %s", kind, javaText(x, bits))
	}
	return int64(r), nil
}

func floatToDecimal(x float64, precision, scale, bits int) (any, error) {
	name := "DOUBLE"
	if bits == 32 {
		name = "REAL"
	}
	if !math.IsNaN(x) && !math.IsInf(x, 0) {
		if d := floatDecimal(x, bits, scale); d.CmpAbs(pow10(precision)) < 0 {
			return d, nil
		}
	}
	return nil, badCast("Cannot cast %s '%s' to DECIMAL(%d, %d)", name, javaText(x, bits), precision, scale)
}

var decimalPattern = regexp.MustCompile(`^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$`)

func parseDecimal(text string, precision, scale int) (any, error) {
	m := decimalPattern.FindStringSubmatch(text)
	if m == nil || m[2]+m[3] == "" {
		return nil, badCast("Cannot cast VARCHAR '%s' to DECIMAL(%d, %d). Value is not a number.", text, precision, scale)
	}
	x, _ := new(big.Int).SetString(m[1]+m[2]+m[3], 10)
	exponent, err := strconv.Atoi(m[4])
	if m[4] == "" {
		exponent, err = 0, nil
	}
	own := len(m[3]) - exponent
	if err == nil && x.Sign() != 0 {
		switch {
		case own > 500+len(m[2]+m[3]):
			x = new(big.Int)
		case own < -100:
			err = strconv.ErrRange
		case own < 0:
			x.Mul(x, pow10(scale-own))
		default:
			x = rescale(x, own, scale)
		}
	}
	if err != nil || x.CmpAbs(pow10(precision)) >= 0 {
		return nil, badCast("Cannot cast VARCHAR '%s' to DECIMAL(%d, %d). Value too large.", text, precision, scale)
	}
	return x, nil
}

// decimalFloat is a decimal as Trino makes a double or real of it: short ones
// by division, long ones read from their text.
func decimalFloat(x *big.Int, scale int, short bool, bits int) float64 {
	if short {
		if bits == 32 {
			return float64(float32(x.Int64()) / float32(math.Pow10(scale)))
		}
		return float64(x.Int64()) / math.Pow10(scale)
	}
	f, _ := strconv.ParseFloat(x.String()+"e-"+itoa(scale), bits)
	return f
}

func parseBoolean(text string) (any, error) {
	switch strings.ToLower(text) {
	case "t", "true", "1":
		return true, nil
	case "f", "false", "0":
		return false, nil
	}
	return nil, badCast("Cannot cast '%s' to BOOLEAN", text)
}

func number(x any) int { return int(x.(int64)) }

// UUIDPattern is the text of a UUID, for a cast and a literal.
var UUIDPattern = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)

func init() {
	native("trino_integer", "VARCHAR, VARCHAR", "BIGINT", func(a []any) (any, error) { return parseInteger(a[0].(string), a[1].(string)) })
	native("trino_double", "VARCHAR, BIGINT", "DOUBLE", func(a []any) (any, error) {
		name := "DOUBLE"
		if number(a[1]) == 32 {
			name = "REAL"
		}
		x, ok := parseFloat(a[0].(string), number(a[1]))
		if !ok {
			return nil, badCast("Cannot cast '%s' to %s", a[0], name)
		}
		return x, nil
	})
	native("trino_decimal", "VARCHAR, BIGINT, BIGINT", "HUGEINT", func(a []any) (any, error) {
		return parseDecimal(a[0].(string), number(a[1]), number(a[2]))
	})
	native("trino_boolean", "VARCHAR", "BOOLEAN", func(a []any) (any, error) { return parseBoolean(a[0].(string)) })
	native("trino_float_integer", "DOUBLE, VARCHAR, BIGINT", "BIGINT", func(a []any) (any, error) {
		return floatInteger(a[0].(float64), a[1].(string), number(a[2]))
	})
	native("trino_float_decimal", "DOUBLE, BIGINT, BIGINT, BIGINT", "HUGEINT", func(a []any) (any, error) {
		return floatToDecimal(a[0].(float64), number(a[1]), number(a[2]), number(a[3]))
	})
	native("trino_float_text", "DOUBLE, BIGINT", "VARCHAR", func(a []any) (any, error) { return floatText(a[0].(float64), number(a[1])), nil })
	native("trino_real", "DOUBLE", "FLOAT", func(a []any) (any, error) { return a[0], nil })
	native("trino_decimal_double", "ANY, BIGINT, BOOLEAN", "DOUBLE", func(a []any) (any, error) {
		return decimalFloat(unscaled(a[0]), number(a[1]), a[2].(bool), 64), nil
	})
	native("trino_decimal_real", "ANY, BIGINT, BOOLEAN", "FLOAT", func(a []any) (any, error) {
		return decimalFloat(unscaled(a[0]), number(a[1]), a[2].(bool), 32), nil
	})
	native("trino_decimal_integer", "ANY, BIGINT, VARCHAR", "BIGINT", func(a []any) (any, error) {
		x := rescale(unscaled(a[0]), number(a[1]), 0)
		kind := a[2].(string)
		if bounds := integerRange[kind]; !x.IsInt64() || x.Int64() < bounds[0] || x.Int64() > bounds[1] {
			return nil, badCast("Cannot cast '%s' to %s", x, strings.ToUpper(kind))
		}
		return x.Int64(), nil
	})
	native("trino_decimal_text", "ANY, BIGINT", "VARCHAR", func(a []any) (any, error) { return decimalText(unscaled(a[0]), number(a[1])), nil })
	native("trino_fit", "VARCHAR, BIGINT", "VARCHAR", func(a []any) (any, error) {
		if utf8.RuneCountInString(a[0].(string)) > number(a[1]) {
			return nil, badCast("Value %s cannot be represented as varchar(%d)", a[0], a[1])
		}
		return a[0], nil
	})
	native("trino_uuid", "VARCHAR", "VARCHAR", func(a []any) (any, error) {
		if !UUIDPattern.MatchString(a[0].(string)) {
			return nil, badCast("Cannot cast value to UUID: %s", a[0])
		}
		return a[0], nil
	})
	native("trino_uuid_binary", "BLOB", "VARCHAR", func(a []any) (any, error) {
		if n := len(a[0].(string)); n != 16 {
			return nil, badCast("Invalid UUID binary length: %d", n)
		}
		h := hex.EncodeToString([]byte(a[0].(string)))
		return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:], nil
	})
}
