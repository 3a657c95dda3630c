package encode

import (
	"math/bits"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow/decimal256"
)

// powers are the powers of ten that 64 bits hold.
var powers = func() (p [20]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// appendDecimal writes a number of 128 bits with scale decimals, exactly and
// without zeros at the end of the fraction.
func appendDecimal(dst []byte, high int64, low uint64, scale int) []byte {
	if high < 0 {
		dst = append(dst, '-')
		var borrow uint64
		low, borrow = bits.Sub64(0, low, 0)
		high = int64(0 - uint64(high) - borrow)
	}
	if high == 0 && scale < len(powers) {
		return appendScaled(dst, low, scale)
	}
	upper, lower := bits.Div64(uint64(high), low, powers[19]) // 2^63 is less than 10^19
	var digits [60]byte
	text := strconv.AppendUint(digits[:0], upper, 10)
	return appendPointed(dst, appendPadded(text, lower, 19), scale)
}

// appendScaled is for most numbers; scale is less than 20.
func appendScaled(dst []byte, x uint64, scale int) []byte {
	for scale > 0 && x%10 == 0 {
		x, scale = x/10, scale-1
	}
	if scale == 0 {
		return strconv.AppendUint(dst, x, 10)
	}
	whole := x / powers[scale]
	dst = append(strconv.AppendUint(dst, whole, 10), '.')
	return appendPadded(dst, x-whole*powers[scale], scale)
}

const zeros = "0000000000000000000"

// appendPadded writes x with zeros in front, width digits in all.
func appendPadded(dst []byte, x uint64, width int) []byte {
	dst = append(dst, zeros[:width]...)
	for i := len(dst) - 1; x > 0; i, x = i-1, x/10 {
		dst[i] = byte('0' + x%10)
	}
	return dst
}

// appendPointed puts the point into digits, which may begin with zeros.
func appendPointed(dst, digits []byte, scale int) []byte {
	for len(digits) <= scale {
		digits = append([]byte{'0'}, digits...)
	}
	whole, fraction := digits[:len(digits)-scale], digits[len(digits)-scale:]
	for len(whole) > 1 && whole[0] == '0' {
		whole = whole[1:]
	}
	for len(fraction) > 0 && fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	dst = append(dst, whole...)
	if len(fraction) == 0 {
		return dst
	}
	return append(append(dst, '.'), fraction...)
}

// appendDecimal256 writes HUGEINT and UHUGEINT: nearly always 128 bits with a
// sign are enough.
func appendDecimal256(dst []byte, x decimal256.Num, scale int) []byte {
	words := x.Array()
	sign := uint64(int64(words[1]) >> 63)
	if words[2] == sign && words[3] == sign {
		return appendDecimal(dst, int64(words[1]), words[0], scale)
	}
	digits := []byte(x.BigInt().String())
	if digits[0] == '-' {
		dst, digits = append(dst, '-'), digits[1:]
	}
	return appendPointed(dst, digits, scale)
}
