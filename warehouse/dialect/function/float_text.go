package function

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// shortest gives the fewest digits that read back as x, and the power of ten of
// the first one: 1.25e3 is "125", 3. bits is 32 for a real.
func shortest(x float64, bits int) (digits string, exponent int) {
	text := strconv.FormatFloat(math.Abs(x), 'e', -1, bits)
	mantissa, exp, _ := strings.Cut(text, "e")
	exponent, _ = strconv.Atoi(exp)
	return strings.Replace(mantissa, ".", "", 1), exponent
}

func special(x float64) (string, bool) {
	switch {
	case math.IsNaN(x):
		return "NaN", true
	case math.IsInf(x, 1):
		return "Infinity", true
	case math.IsInf(x, -1):
		return "-Infinity", true
	}
	return "", false
}

// floatText is a double or real as CAST(… AS varchar) writes it: 1.5E0.
func floatText(x float64, bits int) string {
	if text, ok := special(x); ok {
		return text
	}
	sign := ""
	if math.Signbit(x) {
		sign = "-"
	}
	if x == 0 {
		return sign + "0E0"
	}
	digits, exponent := shortest(x, bits)
	if len(digits) == 1 {
		digits += "0"
	}
	return sign + digits[:1] + "." + digits[1:] + "E" + itoa(exponent)
}

// javaText is the same number as [AppendFloat] writes it. JSON has it so.
func javaText(x float64, bits int) string { return string(AppendFloat(nil, x, bits)) }

// AppendFloat writes a double or real as Java's Double.toString does: plain
// between 10^-3 and 10^7, else with an exponent: 1.0, 1.0E20.
func AppendFloat(dst []byte, x float64, bits int) []byte {
	if text, ok := special(x); ok {
		return append(dst, text...)
	}
	if size := math.Abs(x); size == 0 || size >= 1e-3 && size < 1e7 {
		start := len(dst)
		if dst = strconv.AppendFloat(dst, x, 'f', -1, bits); bytes.IndexByte(dst[start:], '.') < 0 {
			dst = append(dst, ".0"...)
		}
		return dst
	}
	var text [32]byte
	mantissa, exponent, _ := bytes.Cut(strconv.AppendFloat(text[:0], x, 'e', -1, bits), []byte("e"))
	dst = append(dst, mantissa...)
	if bytes.IndexByte(mantissa, '.') < 0 {
		dst = append(dst, ".0"...)
	}
	dst = append(dst, 'E')
	if exponent[0] == '-' {
		dst = append(dst, '-')
	}
	return append(dst, bytes.TrimLeft(exponent[1:], "0")...)
}

// floatDecimal is a double or real with the scale of a decimal, rounded half up
// from its shortest digits.
func floatDecimal(x float64, bits, scale int) *big.Int {
	digits, exponent := shortest(x, bits)
	unscaled, _ := new(big.Int).SetString(digits, 10)
	if x < 0 {
		unscaled.Neg(unscaled)
	}
	if exponent > 60 {
		return new(big.Int).Mul(unscaled, pow10(60)) // too large in any scale
	}
	own := len(digits) - 1 - exponent
	if own < 0 {
		return new(big.Int).Mul(unscaled, pow10(scale-own))
	}
	return rescale(unscaled, own, scale)
}

// decimalText writes an unscaled decimal with its point.
func decimalText(x *big.Int, scale int) string {
	digits := new(big.Int).Abs(x).String()
	if len(digits) <= scale {
		digits = strings.Repeat("0", scale+1-len(digits)) + digits
	}
	if scale > 0 {
		digits = digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
	}
	if x.Sign() < 0 {
		return "-" + digits
	}
	return digits
}

// parseFloat reads a double or real as Java does: spaces around, a trailing d
// or f, NaN and Infinity in just this writing.
func parseFloat(text string, bits int) (float64, bool) {
	s := strings.TrimFunc(text, func(r rune) bool { return r <= ' ' })
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 {
		return 0, false
	}
	switch body {
	case "NaN":
		return math.NaN(), true
	case "Infinity":
		if strings.HasPrefix(s, "-") {
			return math.Inf(-1), true
		}
		return math.Inf(1), true
	case "":
		return 0, false
	}
	hex := strings.HasPrefix(body, "0x") || strings.HasPrefix(body, "0X")
	if last := body[len(body)-1]; !hex && strings.ContainsRune("dDfF", rune(last)) {
		s, body = s[:len(s)-1], body[:len(body)-1]
	}
	if !hex && strings.Trim(body, "0123456789.eE+-") != "" || strings.Contains(body, "_") {
		return 0, false
	}
	x, err := strconv.ParseFloat(s, bits)
	if err != nil && err.(*strconv.NumError).Err != strconv.ErrRange {
		return 0, false
	}
	return x, true
}
