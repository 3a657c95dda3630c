package engine

import (
	"math"
	"math/big"
	"unsafe"

	b "github.com/duckdb/duckdb-go-bindings"
)

// input reads the values of a vector, as a Function is given them.
type input struct {
	valid    unsafe.Pointer // nil: all are
	value    func(row int) any
	children []*input
}

// openInput looks at n values of a vector until done is called. A nested
// vector is copied first, as reader.column does and for its reason.
func openInput(v b.Vector, n int) (in *input, done func()) {
	t := b.VectorGetColumnType(v)
	defer b.DestroyLogicalType(&t)
	switch b.GetTypeId(t) {
	case b.TypeList, b.TypeStruct, b.TypeMap:
		flat := flatCopy(v, t, n)
		return newInput(flat, n), func() { b.DestroyVector(&flat) }
	}
	return newInput(v, n), func() {}
}

func newInput(v b.Vector, n int) *input {
	t := b.VectorGetColumnType(v)
	defer b.DestroyLogicalType(&t)
	in := &input{valid: b.VectorGetValidity(v)}
	in.value = in.reader(v, t, n)
	read := in.value
	in.value = func(row int) any {
		if in.valid != nil && *(*byte)(unsafe.Add(in.valid, row>>3))&(1<<(row&7)) == 0 {
			return nil
		}
		return read(row)
	}
	return in
}

func integers[T int8 | int16 | int32 | int64](v b.Vector, n int) func(int) any {
	values := slots[T](v, n)
	return func(row int) any { return int64(values[row]) }
}

func bigs[T int16 | int32 | int64](v b.Vector, n int) func(int) any {
	values := slots[T](v, n)
	return func(row int) any { return big.NewInt(int64(values[row])) }
}

// int128 is DuckDB's 128-bit integer.
type int128 struct {
	low  uint64
	high int64
}

func (w int128) big() *big.Int {
	x := big.NewInt(w.high)
	return x.Add(x.Lsh(x, 64), new(big.Int).SetUint64(w.low))
}

func (in *input) reader(v b.Vector, t b.LogicalType, n int) func(int) any {
	id := b.GetTypeId(t)
	if id == b.TypeDecimal {
		switch b.DecimalInternalType(t) {
		case b.TypeSmallInt:
			return bigs[int16](v, n)
		case b.TypeInteger:
			return bigs[int32](v, n)
		case b.TypeBigInt:
			return bigs[int64](v, n)
		}
		id = b.TypeHugeInt
	}
	switch id {
	case b.TypeBoolean:
		values := slots[byte](v, n)
		return func(row int) any { return values[row] != 0 }
	case b.TypeTinyInt:
		return integers[int8](v, n)
	case b.TypeSmallInt:
		return integers[int16](v, n)
	case b.TypeInteger, b.TypeDate:
		return integers[int32](v, n)
	case b.TypeBigInt, b.TypeTime, b.TypeTimestamp:
		return integers[int64](v, n)
	case b.TypeFloat:
		values := slots[float32](v, n)
		return func(row int) any { return float64(values[row]) }
	case b.TypeDouble:
		values := slots[float64](v, n)
		return func(row int) any { return values[row] }
	case b.TypeHugeInt, b.TypeUUID:
		values := slots[int128](v, n)
		return func(row int) any { return values[row].big() }
	case b.TypeVarchar, b.TypeBlob:
		values := slots[duckString](v, n)
		return func(row int) any { return unsafeString(values[row].bytes()) }
	case b.TypeList, b.TypeMap:
		return in.lists(v, n)
	case b.TypeStruct:
		return in.structs(v, t, n)
	}
	return func(int) any { return nil } // of SQL's NULL type
}

func unsafeString(x []byte) string { return unsafe.String(unsafe.SliceData(x), len(x)) }

type listEntry struct{ offset, length uint64 }

func (in *input) lists(v b.Vector, n int) func(int) any {
	entries := slots[listEntry](v, n)
	child := newInput(b.ListVectorGetChild(v), int(b.ListVectorGetSize(v)))
	return func(row int) any {
		e := entries[row]
		list := make([]any, e.length)
		for i := range list {
			list[i] = child.value(int(e.offset) + i)
		}
		return list
	}
}

func (in *input) structs(v b.Vector, t b.LogicalType, n int) func(int) any {
	for i := range b.StructTypeChildCount(t) {
		in.children = append(in.children, newInput(b.StructVectorGetChild(v, i), n))
	}
	return func(row int) any {
		fields := make([]any, len(in.children))
		for i, child := range in.children {
			fields[i] = child.value(row)
		}
		return fields
	}
}

// output writes values into a vector.
type output struct {
	vector   b.Vector
	id       b.Type
	children []*output
	length   int // of a list's child
}

func newOutput(v b.Vector) *output {
	t := b.VectorGetColumnType(v)
	defer b.DestroyLogicalType(&t)
	out := &output{vector: v, id: b.GetTypeId(t)}
	switch out.id {
	case b.TypeList, b.TypeMap:
		out.children = []*output{newOutput(b.ListVectorGetChild(v))}
	case b.TypeStruct:
		for i := range b.StructTypeChildCount(t) {
			out.children = append(out.children, newOutput(b.StructVectorGetChild(v, i)))
		}
	}
	return out
}

// put writes one slot of the vector; its memory may have moved since.
func put[T any](out *output, row int, x T) {
	*(*T)(unsafe.Add(b.VectorGetData(out.vector), row*int(unsafe.Sizeof(x)))) = x
}

func (out *output) set(row int, value any) {
	switch x := value.(type) {
	case nil:
		out.setNull(row)
	case bool:
		put(out, row, x)
	case int64:
		out.setInteger(row, x)
	case float64:
		if out.id == b.TypeFloat {
			put(out, row, float32(x))
		} else {
			put(out, row, x)
		}
	case string:
		b.VectorAssignStringElementLen(out.vector, b.IdxT(row), []byte(x))
	case *big.Int:
		low, high := halves(x)
		put(out, row, int128{low, int64(high)})
	case []any:
		out.setParts(row, x)
	}
}

func (out *output) setNull(row int) {
	b.VectorEnsureValidityWritable(out.vector)
	b.ValiditySetRowInvalid(b.VectorGetValidity(out.vector), b.IdxT(row))
	switch out.id {
	case b.TypeStruct: // a NULL struct's fields are NULL as well
		for _, child := range out.children {
			child.setNull(row)
		}
	case b.TypeList, b.TypeMap:
		put(out, row, listEntry{uint64(out.length), 0})
	}
}

func (out *output) setInteger(row int, x int64) {
	switch out.id {
	case b.TypeTinyInt:
		put(out, row, int8(x))
	case b.TypeSmallInt:
		put(out, row, int16(x))
	case b.TypeInteger, b.TypeDate:
		put(out, row, int32(x))
	case b.TypeDouble:
		put(out, row, float64(x))
	case b.TypeHugeInt:
		put(out, row, int128{uint64(x), x >> 63})
	default:
		put(out, row, x)
	}
}

func (out *output) setParts(row int, parts []any) {
	if out.id == b.TypeStruct {
		for i, child := range out.children {
			child.set(row, parts[i])
		}
		return
	}
	start, end := out.length, out.length+len(parts)
	if end > math.MaxInt32 {
		panic("a list is too long")
	}
	out.length = end
	b.ListVectorReserve(out.vector, b.IdxT(end))
	b.ListVectorSetSize(out.vector, b.IdxT(end))
	for i, part := range parts {
		out.children[0].set(start+i, part)
	}
	put(out, row, listEntry{uint64(start), uint64(len(parts))})
}
