package numfmt

import (
	"math"
	"strconv"
)

// Parse reads a lexeme of a number in a file; one too large gives an infinity.
// strconv.ParseFloat reads hexadecimals and words too, which no file means.
func Parse(lexeme []byte) (v float64, ok bool) {
	for _, c := range lexeme {
		switch {
		case '0' <= c && c <= '9', c == '+', c == '-', c == '.', c == 'e', c == 'E':
		default:
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(lexeme), 64)
	return v, err == nil || math.IsInf(v, 0)
}

// Shortest15 appends v as the shortest decimal of at most 15 significant
// digits, which is what spreadsheet programs keep and show: 89.01000000000001
// gives 89.01. There is no exponent from 1e-15 up to 1e21. What is not finite
// gives #NUM!, as a spreadsheet shows it.
func Shortest15(dst []byte, v float64) []byte {
	return decimal(dst, v, 14)
}

// Shortest17 appends the shortest decimal that reads back as v, which takes at
// most 17 digits, in the notation of [Shortest15].
func Shortest17(dst []byte, v float64) []byte {
	return decimal(dst, v, -1)
}

// decimal writes v with precision+1 significant digits, or the fewest that
// read back as v for a precision of -1, less trailing zeros.
func decimal(dst []byte, v float64, precision int) []byte {
	abs := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return append(dst, "#NUM!"...)
	case abs < 1e15 && abs == math.Trunc(abs):
		return strconv.AppendInt(dst, int64(v), 10) // -0 is 0
	}
	if short, ok := few(dst, v, abs); ok {
		return short
	}
	return general(dst, v, abs, precision)
}

// few writes a number of at most four decimals and fifteen digits, as nearly all
// are, in a third of the time: the quotient is the double nearest to the decimal,
// and of decimals of so few digits only one reads back as v.
func few(dst []byte, v, abs float64) ([]byte, bool) {
	for k, ten := range [...]float64{10, 100, 1000, 10000} {
		m := math.Round(abs * ten)
		if m >= 1e15 {
			break
		}
		if m/ten != abs {
			continue
		}
		if v < 0 {
			dst = append(dst, '-')
		}
		whole, part := uint64(m)/uint64(ten), uint64(m)%uint64(ten)
		dst = append(strconv.AppendUint(dst, whole, 10), '.')
		at := len(dst)
		dst = append(dst, "0000"[:k+1]...)
		for i := at + k; part > 0; i-- {
			dst[i] = byte('0' + part%10)
			part /= 10
		}
		return dst, true
	}
	return dst, false
}

func general(dst []byte, v, abs float64, precision int) []byte {
	var buf [32]byte
	digits, exp := scientific(buf[:0], abs, precision)
	if v < 0 {
		dst = append(dst, '-')
	}
	switch {
	case exp < -15 || exp >= 21:
		dst = append(dst, digits[0])
		if len(digits) > 1 {
			dst = append(append(dst, '.'), digits[1:]...)
		}
		return strconv.AppendInt(append(dst, 'e'), int64(exp), 10)
	case exp < 0:
		dst = zeros(append(dst, "0."...), -exp-1)
		return append(dst, digits...)
	case len(digits) <= exp+1:
		return zeros(append(dst, digits...), exp+1-len(digits))
	}
	dst = append(append(dst, digits[:exp+1]...), '.')
	return append(dst, digits[exp+1:]...)
}

// scientific gives the significant digits of v and the power of ten of the first.
func scientific(buf []byte, v float64, precision int) (digits []byte, exp int) {
	buf = strconv.AppendFloat(buf, v, 'e', precision, 64)
	mark := len(buf) - 1
	for buf[mark] != 'e' {
		mark--
	}
	for _, c := range buf[mark+2:] {
		exp = exp*10 + int(c-'0')
	}
	if buf[mark+1] == '-' {
		exp = -exp
	}
	if mark > 1 { // close the gap of the point
		copy(buf[1:], buf[2:mark])
		mark--
	}
	for mark > 1 && buf[mark-1] == '0' {
		mark--
	}
	return buf[:mark], exp
}

func zeros(dst []byte, n int) []byte {
	for range n {
		dst = append(dst, '0')
	}
	return dst
}

// IsPlain says whether a lexeme is what [Shortest15] would write for it:
// at most 15 digits, no exponent, no zero that could be left out. Nearly every
// number is, and then need not be turned into a float and back.
func IsPlain(b []byte) bool {
	unsigned := b
	if len(b) > 0 && b[0] == '-' {
		unsigned = b[1:]
	}
	point := -1
	for i, c := range unsigned {
		if c == '.' && point < 0 && i > 0 {
			point = i
		} else if c < '0' || c > '9' {
			return false
		}
	}
	n := len(unsigned)
	switch {
	case n == 0 || n > 16 || n == 16 && point < 0:
		return false
	case point >= 0 && (point == n-1 || unsigned[n-1] == '0'):
		return false
	case unsigned[0] == '0' && point != 1:
		return len(b) == 1 // 0, not -0 nor 007
	}
	return true
}
