package engine

import (
	"fmt"
	"math"
	"math/big"
	"unsafe"

	"github.com/apache/arrow-go/v18/arrow"
	b "github.com/duckdb/duckdb-go-bindings"
)

// duckString is DuckDB's string_t: up to twelve bytes inside, longer ones
// behind a pointer.
type duckString struct {
	length uint32
	inside [4]byte // the first of the twelve
	ptr    unsafe.Pointer
}

// bytes looks at DuckDB's memory: copy them before the chunk is destroyed.
func (s *duckString) bytes() []byte {
	if s.length <= 12 {
		return unsafe.Slice(&s.inside[0], s.length)
	}
	return unsafe.Slice((*byte)(s.ptr), s.length)
}

// textBuilder gathers the text of n rows; the offsets are Arrow's.
type textBuilder struct {
	offsets []int32
	bytes   []byte
}

func (t *textBuilder) end(row int) bool {
	if len(t.bytes) > math.MaxInt32 {
		return false
	}
	t.offsets[row+1] = int32(len(t.bytes))
	return true
}

func (r *reader) tooMuchText() error {
	return r.errorf("a batch of 2,048 rows holds more than 2 GiB of text")
}

func (r *reader) strings(v b.Vector, n int) (arrow.ArrayData, error) {
	valid, list := validityOf(v, n), slots[duckString](v, n)
	total := 0
	for row := range list {
		if valid.has(row) {
			total += int(list[row].length)
		}
	}
	if total > math.MaxInt32 {
		return nil, r.tooMuchText()
	}
	t := textBuilder{offsets: make([]int32, n+1), bytes: make([]byte, 0, total)}
	for row := range list {
		if valid.has(row) {
			t.bytes = append(t.bytes, list[row].bytes()...)
		}
		t.offsets[row+1] = int32(len(t.bytes))
	}
	return r.data(n, valid, nil, bytesOf(t.offsets), t.bytes), nil
}

// texts reads values of Go type T as the text that appendText makes of them.
func texts[T any](r *reader, appendText func([]byte, *T) []byte) func(b.Vector, int) (arrow.ArrayData, error) {
	return func(v b.Vector, n int) (arrow.ArrayData, error) {
		valid, list := validityOf(v, n), slots[T](v, n)
		t := textBuilder{offsets: make([]int32, n+1)}
		for row := range list {
			if valid.has(row) {
				t.bytes = appendText(t.bytes, &list[row])
			}
			if !t.end(row) {
				return nil, r.tooMuchText()
			}
		}
		return r.data(n, valid, nil, bytesOf(t.offsets), t.bytes), nil
	}
}

// chooseEnum reads codes as words. The dictionary may have many thousand words
// and a result few rows, so a word is asked for when it is first met.
func (r *reader) chooseEnum() {
	known := make([]string, b.EnumDictionarySize(r.logical))
	asked := make([]bool, len(known))
	word := func(code uint32) (string, bool) {
		if int(code) < len(known) && !asked[code] {
			known[code], asked[code] = b.EnumDictionaryValue(r.logical, b.IdxT(code)), true
		}
		return at(known, code)
	}
	r.read = words(r, b.EnumInternalType(r.logical), word)
}

// words reads a vector of unsigned codes as the words that they stand for.
func words(r *reader, internal b.Type, word func(uint32) (string, bool)) func(b.Vector, int) (arrow.ArrayData, error) {
	return func(v b.Vector, n int) (arrow.ArrayData, error) {
		valid := validityOf(v, n)
		t := textBuilder{offsets: make([]int32, n+1)}
		code := codes(v, n, internal)
		for row := range n {
			if valid.has(row) {
				text, ok := word(code(row))
				if !ok {
					return nil, r.errorf("the code %d stands for no word", code(row))
				}
				t.bytes = append(t.bytes, text...)
			}
			if !t.end(row) {
				return nil, r.tooMuchText()
			}
		}
		return r.data(n, valid, nil, bytesOf(t.offsets), t.bytes), nil
	}
}

func codes(v b.Vector, n int, internal b.Type) func(row int) uint32 {
	switch internal {
	case b.TypeUTinyInt:
		list := slots[uint8](v, n)
		return func(row int) uint32 { return uint32(list[row]) }
	case b.TypeUSmallInt:
		list := slots[uint16](v, n)
		return func(row int) uint32 { return uint32(list[row]) }
	}
	list := slots[uint32](v, n)
	return func(row int) uint32 { return list[row] }
}

// uuidText: DuckDB flips the highest bit, so that they sort as numbers.
func uuidText(dst []byte, x *[2]uint64) []byte {
	high, low := x[1]^1<<63, x[0]
	return fmt.Appendf(dst, "%08x-%04x-%04x-%04x-%012x", high>>32, high>>16&0xffff, high&0xffff, low>>48, low&0xffffffffffff)
}

// timeTZText: the upper 40 bits are microseconds; the lower 24 are the offset
// in seconds, counted down from 15:59:59, so that equal instants sort by it.
func timeTZText(dst []byte, x *uint64) []byte {
	dst = appendTime(dst, int64(*x>>24))
	offset := 16*3600 - 1 - int(*x&0xffffff)
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	dst = fmt.Appendf(append(dst, sign), "%02d", offset/3600)
	if rest := offset % 3600; rest != 0 {
		dst = fmt.Appendf(dst, ":%02d", rest/60)
		if rest%60 != 0 {
			dst = fmt.Appendf(dst, ":%02d", rest%60)
		}
	}
	return dst
}

// appendTime writes a time of day, with as many decimals as it has.
func appendTime(dst []byte, micros int64) []byte {
	seconds, fraction := micros/1e6, micros%1e6
	dst = fmt.Appendf(dst, "%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	if fraction == 0 {
		return dst
	}
	dst = fmt.Appendf(dst, ".%06d", fraction)
	for dst[len(dst)-1] == '0' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// bitText: the first byte says how many bits of the second do not count.
func bitText(dst []byte, x *duckString) []byte {
	raw := x.bytes()
	if len(raw) == 0 {
		return dst
	}
	for i := int(raw[0]); i < (len(raw)-1)*8; i++ {
		dst = append(dst, '0'+raw[1+i/8]>>(7-i%8)&1)
	}
	return dst
}

// bigNumText: three bytes of length, whose highest bit is 1 for numbers that
// are not negative, then the magnitude; all bits of negative ones are flipped.
func bigNumText(dst []byte, x *duckString) []byte {
	raw := append([]byte(nil), x.bytes()...)
	if len(raw) < 3 {
		return dst
	}
	negative := raw[0]&0x80 == 0
	if negative {
		for i := range raw {
			raw[i] = ^raw[i]
		}
	}
	magnitude := new(big.Int).SetBytes(raw[3:])
	if negative {
		magnitude.Neg(magnitude)
	}
	return magnitude.Append(dst, 10)
}
