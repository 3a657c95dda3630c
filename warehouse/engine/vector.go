package engine

import (
	"math"
	"math/bits"
	"unsafe"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	b "github.com/duckdb/duckdb-go-bindings"
)

// slots are the n values of a vector, as DuckDB has them. They may be looked
// at only until the chunk is destroyed, and only where the row is valid.
func slots[T any](v b.Vector, n int) []T {
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*T)(b.VectorGetData(v)), n)
}

// validity is which rows are not NULL: bit r of the bitmap, lowest bit first,
// which is also Arrow's form. No bitmap means that all are valid.
type validity struct {
	bitmap []byte
	nulls  int
}

func validityOf(v b.Vector, n int) validity {
	mask := b.VectorGetValidity(v)
	if mask == nil || n == 0 {
		return validity{}
	}
	bitmap := make([]byte, (n+7)/8)
	copy(bitmap, unsafe.Slice((*byte)(mask), len(bitmap))) // 64-bit words, so little-endian machines only, as DuckDB's files
	if rest := n % 8; rest != 0 {
		bitmap[len(bitmap)-1] &= 1<<rest - 1
	}
	valid := 0
	for _, x := range bitmap {
		valid += bits.OnesCount8(x)
	}
	if valid == n {
		return validity{}
	}
	return validity{bitmap: bitmap, nulls: n - valid}
}

func (v validity) has(row int) bool {
	return v.bitmap == nil || v.bitmap[row>>3]&(1<<(row&7)) != 0
}

// data puts buffers and children together as n values of the reader's type.
func (r *reader) data(n int, valid validity, children []arrow.ArrayData, buffers ...[]byte) arrow.ArrayData {
	list := make([]*memory.Buffer, 1, 1+len(buffers))
	if valid.bitmap != nil {
		list[0] = memory.NewBufferBytes(valid.bitmap)
	}
	for _, x := range buffers {
		list = append(list, memory.NewBufferBytes(x))
	}
	return array.NewData(r.field.Type, n, list, children, valid.nulls, 0)
}

// bytesOf is a slice of numbers as the bytes of an Arrow buffer.
func bytesOf[T any](list []T) []byte {
	if len(list) == 0 {
		return []byte{}
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&list[0])), len(list)*int(unsafe.Sizeof(list[0])))
}

// column reads a whole column. A nested one is copied first: the copy's
// children are flat and lie one after the other, whatever the query made of
// them (constants, dictionaries, lists that share elements). DuckDB 1.5 copies
// a chunk in the same way when it buffers it, but nowhere promises to.
func (r *reader) column(v b.Vector, n int) (arrow.ArrayData, error) {
	if !r.nested || n == 0 {
		return r.read(v, n)
	}
	flat := flatCopy(v, r.logical, n)
	defer b.DestroyVector(&flat)
	return r.read(flat, n)
}

// flatCopy copies n values into a vector without constants, dictionaries and
// shared elements; the caller destroys it.
func flatCopy(v b.Vector, logical b.LogicalType, n int) b.Vector {
	every := b.CreateSelectionVector(b.IdxT(n))
	defer b.DestroySelectionVector(&every)
	sel := unsafe.Slice((*uint32)(unsafe.Pointer(b.SelectionVectorGetDataPtr(every))), n)
	for i := range sel {
		sel[i] = uint32(i)
	}
	flat := b.CreateVector(logical, b.IdxT(n))
	b.VectorCopySel(v, flat, every, b.IdxT(n), 0, 0)
	return flat
}

// fixed copies values of the same width in both. What stands in the slot of a
// NULL is cleared: it may be anything that was in memory.
func (r *reader) fixed(v b.Vector, n, width int) arrow.ArrayData {
	valid := validityOf(v, n)
	values := make([]byte, n*width)
	copy(values, slots[byte](v, n*width))
	if valid.nulls > 0 {
		for row := range n {
			if !valid.has(row) {
				clear(values[row*width : (row+1)*width])
			}
		}
	}
	return r.data(n, valid, nil, values)
}

func (r *reader) nulls(_ b.Vector, n int) (arrow.ArrayData, error) {
	return array.NewData(arrow.Null, n, []*memory.Buffer{nil}, nil, n, 0), nil
}

func (r *reader) bools(v b.Vector, n int) (arrow.ArrayData, error) {
	valid := validityOf(v, n)
	values := make([]byte, (n+7)/8)
	for row, x := range slots[byte](v, n) {
		if x != 0 && valid.has(row) {
			values[row>>3] |= 1 << (row & 7)
		}
	}
	return r.data(n, valid, nil, values), nil
}

// decimals widens small decimals to 128 bits.
func decimals[T int16 | int32 | int64](r *reader) func(b.Vector, int) (arrow.ArrayData, error) {
	return func(v b.Vector, n int) (arrow.ArrayData, error) {
		valid := validityOf(v, n)
		values := make([]int64, 2*n)
		for row, x := range slots[T](v, n) {
			if valid.has(row) {
				values[2*row], values[2*row+1] = int64(x), int64(x)>>63
			}
		}
		return r.data(n, valid, nil, bytesOf(values)), nil
	}
}

// huge widens 128 bits to 256, with the sign or without.
func (r *reader) huge(v b.Vector, n int, signed bool) arrow.ArrayData {
	valid := validityOf(v, n)
	values := make([]int64, 4*n)
	for row, x := range slots[[2]int64](v, n) {
		if !valid.has(row) {
			continue
		}
		var sign int64
		if signed {
			sign = x[1] >> 63
		}
		copy(values[4*row:], []int64{x[0], x[1], sign, sign})
	}
	return r.data(n, valid, nil, bytesOf(values))
}

type interval struct {
	months, days int32
	micros       int64
}

// intervals turns microseconds into nanoseconds, of which Arrow holds 292
// years less: a longer one is an error.
func (r *reader) intervals(v b.Vector, n int) (arrow.ArrayData, error) {
	valid := validityOf(v, n)
	values := make([]arrow.MonthDayNanoInterval, n)
	for row, x := range slots[interval](v, n) {
		if !valid.has(row) {
			continue
		}
		if x.micros > math.MaxInt64/1000 || x.micros < math.MinInt64/1000 {
			return nil, r.errorf("an interval of %d microseconds is too long; cast it, for example to VARCHAR", x.micros)
		}
		values[row] = arrow.MonthDayNanoInterval{Months: x.months, Days: x.days, Nanoseconds: x.micros * 1000}
	}
	return r.data(n, valid, nil, bytesOf(values)), nil
}

func (r *reader) lists(v b.Vector, n int) (arrow.ArrayData, error) {
	valid, offsets, total, err := r.offsets(v, n)
	if err != nil {
		return nil, err
	}
	child, err := r.children[0].read(b.ListVectorGetChild(v), total)
	if err != nil {
		return nil, err
	}
	return r.data(n, valid, []arrow.ArrayData{child}, offsets), nil
}

// maps are lists of key and value.
func (r *reader) maps(v b.Vector, n int) (arrow.ArrayData, error) {
	valid, offsets, total, err := r.offsets(v, n)
	if err != nil {
		return nil, err
	}
	entries := b.ListVectorGetChild(v)
	pair := make([]arrow.ArrayData, 2)
	for i, child := range r.children {
		if pair[i], err = child.read(b.StructVectorGetChild(entries, b.IdxT(i)), total); err != nil {
			return nil, err
		}
	}
	structs := array.NewData(r.field.Type.(*arrow.MapType).Elem(), total, []*memory.Buffer{nil}, pair, 0, 0)
	return r.data(n, valid, []arrow.ArrayData{structs}, offsets), nil
}

// offsets turns list entries into Arrow's offsets; total is the number of
// elements. The lists of a copied vector follow one another.
func (r *reader) offsets(v b.Vector, n int) (valid validity, offsets []byte, total int, err error) {
	valid = validityOf(v, n)
	list := make([]int32, n+1)
	for row, x := range slots[struct{ offset, length uint64 }](v, n) {
		if valid.has(row) && x.length > 0 {
			if x.offset != uint64(total) {
				return valid, nil, 0, r.errorf("the lists are not in order (at %d, not %d)", x.offset, total)
			}
			if x.length > math.MaxInt32-uint64(total) {
				return valid, nil, 0, r.errorf("a batch holds more than 2,147,483,647 list elements")
			}
			total += int(x.length)
		}
		list[row+1] = int32(total)
	}
	return valid, bytesOf(list), total, nil
}

func (r *reader) arrays(v b.Vector, n int) (arrow.ArrayData, error) {
	size := int(r.field.Type.(*arrow.FixedSizeListType).Len())
	child, err := r.children[0].read(b.ArrayVectorGetChild(v), n*size)
	if err != nil {
		return nil, err
	}
	return r.data(n, validityOf(v, n), []arrow.ArrayData{child}), nil
}

func (r *reader) structs(v b.Vector, n int) (arrow.ArrayData, error) {
	children := make([]arrow.ArrayData, len(r.children))
	for i, child := range r.children {
		var err error
		if children[i], err = child.read(b.StructVectorGetChild(v, b.IdxT(i)), n); err != nil {
			return nil, err
		}
	}
	return r.data(n, validityOf(v, n), children), nil
}
