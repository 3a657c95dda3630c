package charset

import (
	"encoding/binary"
	"math/bits"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
)

// gbTable gives, for the two bytes of a character (lead without its top bit,
// then trail), its UTF-8 in the low three bytes and their number in the high
// one; 0 where the pair is no character. It is built once, from x/text, whose
// decoder takes twice the time because it goes through runes.
var gbTable = sync.OnceValue(func() *[1 << 15]uint32 {
	t := new([1 << 15]uint32)
	pair := make([]byte, 2)
	dec := simplifiedchinese.GB18030.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			pair[0], pair[1] = byte(lead), byte(trail)
			s, err := dec.Bytes(pair)
			if err == nil && string(s) != replacement && len(s) <= 3 && trail != 0x7F {
				t[lead&0x7F<<8|trail] = ready(s)
			}
		}
	}
	fillUserAreas(t)
	for pair, r := range gbLater {
		t[pair&0x7FFF] = ready([]byte(string(r)))
	}
	return t
})

func ready(s []byte) uint32 {
	var b [4]byte
	copy(b[:3], s)
	b[3] = byte(len(s))
	return binary.LittleEndian.Uint32(b[:])
}

// fillUserAreas maps the three user-defined areas of GBK to the private use area, as
// the standard does and x/text does not: rare characters of names stand there.
func fillUserAreas(t *[1 << 15]uint32) {
	private := rune(0xE000)
	area := func(lead0, lead1, trail0, trail1 int) {
		for lead := lead0; lead <= lead1; lead++ {
			for trail := trail0; trail <= trail1; trail++ {
				if trail == 0x7F {
					continue
				}
				if e := &t[lead&0x7F<<8|trail]; *e == 0 { // A3A0 is a space by usage
					*e = ready([]byte(string(private)))
				}
				private++
			}
		}
	}
	area(0xAA, 0xAF, 0xA1, 0xFE)
	area(0xF8, 0xFE, 0xA1, 0xFE)
	area(0xA1, 0xA7, 0x40, 0xA0)
}

// gbLater are pairs that got a character of Unicode after the tables of x/text.
var gbLater = map[int]rune{
	0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
	0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
	0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7,
	0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB,
}

// gbDecoder is a [transform.Transformer] from GB18030 to UTF-8.
type gbDecoder struct {
	transform.NopResetter
	table *[1 << 15]uint32
}

func (d gbDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		n, used := d.decodePairs(dst[nDst:], src[nSrc:])
		nDst, nSrc = nDst+n, nSrc+used
		n = copyASCII(dst[nDst:], src[nSrc:])
		nDst, nSrc = nDst+n, nSrc+n
		if used+n > 0 {
			continue
		}
		if len(dst)-nDst < 4 {
			return nDst, nSrc, transform.ErrShortDst
		}
		n, used, err = decodeRare(dst[nDst:], src[nSrc:], atEOF)
		if nDst, nSrc = nDst+n, nSrc+used; err != nil {
			return nDst, nSrc, err
		}
	}
	return nDst, nSrc, nil
}

// decodePairs decodes the characters of the table that src starts with.
func (d gbDecoder) decodePairs(dst, src []byte) (n, used int) {
	for n+4 <= len(dst) && used+2 <= len(src) && src[used] >= utf8.RuneSelf {
		e := d.table[int(src[used]&0x7F)<<8|int(src[used+1])]
		if e == 0 {
			break
		}
		binary.LittleEndian.PutUint32(dst[n:], e)
		n, used = n+int(e>>24), used+2
	}
	return n, used
}

// decodeRare decodes one character that the table does not have: the euro sign
// of code page 936, a code of four bytes, or none.
func decodeRare(dst, src []byte, atEOF bool) (n, used int, err error) {
	fit := fourByteFit(src)
	switch {
	case src[0] == 0x80:
		return copy(dst, "€"), 1, nil
	case fit == 4:
		return simplifiedchinese.GB18030.NewDecoder().Transform(dst, src[:4], true)
	case fit == len(src) && !atEOF:
		return 0, 0, transform.ErrShortSrc
	case len(src) > 1 && src[1] >= utf8.RuneSelf:
		return copy(dst, replacement), 2, nil
	}
	return copy(dst, replacement), 1, nil // an ASCII byte after a broken lead stays: it may be a delimiter
}

// fourByteFit counts how many bytes at the start of src can begin a code of four
// bytes: a lead, a digit, a lead, a digit.
func fourByteFit(src []byte) int {
	for i, c := range src[:min(4, len(src))] {
		lead, digit := c >= 0x81 && c != 0xFF, c >= '0' && c <= '9'
		if i%2 == 0 && !lead || i%2 == 1 && !digit {
			return i
		}
	}
	return min(4, len(src))
}

// copyASCII copies the ASCII at the start of src and gives its length.
func copyASCII(dst, src []byte) int {
	i := 0
	for ; i+8 <= len(src) && i+8 <= len(dst); i += 8 {
		word := binary.LittleEndian.Uint64(src[i:])
		binary.LittleEndian.PutUint64(dst[i:], word)
		if high := word & 0x8080808080808080; high != 0 {
			return i + bits.TrailingZeros64(high)/8
		}
	}
	for i < len(src) && i < len(dst) && src[i] < utf8.RuneSelf {
		dst[i] = src[i]
		i++
	}
	return i
}

// utf8Decoder copies what is good UTF-8 and replaces what is not.
type utf8Decoder struct{ transform.NopResetter }

func (utf8Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	n := min(len(dst), len(src))
	for back := 1; back < utf8.UTFMax && back <= n && n > 0; back++ {
		if utf8.RuneStart(src[n-back]) {
			if !utf8.FullRune(src[n-back : n]) {
				n -= back
			}
			break
		}
	}
	if n > 0 && utf8.Valid(src[:n]) {
		copy(dst, src[:n])
		switch {
		case n == len(src):
			return n, n, nil
		case n+utf8.UTFMax > len(dst):
			return n, n, transform.ErrShortDst
		}
		return n, n, transform.ErrShortSrc
	}
	return runes.ReplaceIllFormed().Transform(dst, src, atEOF)
}
