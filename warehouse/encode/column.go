package encode

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"sanpin/warehouse/engine"
)

// cell appends the value of a row, which is not NULL.
type cell func(dst []byte, row int) []byte

// shape says what JSON does with the plain text of a value.
type shape int

const (
	literal  shape = iota // as it is: numbers, booleans
	floating              // the same, but NaN and infinities are null
	word                  // in quotes; nothing in it needs escaping
	text                  // in quotes, escaped
	document              // as it is, if it is JSON
	blob                  // base64 in quotes
	nested                // the plain text is JSON already
)

// column knows how to write the values of one field.
type column struct {
	shape shape
	plain func(arrow.Array) cell // the text of values outside of JSON
}

func newColumns(schema *arrow.Schema) ([]column, error) {
	columns := make([]column, schema.NumFields())
	for i, f := range schema.Fields() {
		var err error
		if columns[i], err = newColumn(f); err != nil {
			return nil, err
		}
	}
	return columns, nil
}

func newColumn(f arrow.Field) (column, error) {
	switch t := f.Type.(type) {
	case *arrow.StringType:
		return textColumn(f), nil
	case *arrow.BinaryType:
		return column{blob, hexes}, nil
	case *arrow.TimestampType:
		return column{word, timestamps(t)}, nil
	case *arrow.Time64Type:
		return column{word, times(t)}, nil
	case *arrow.Decimal128Type:
		return column{literal, decimals128(t.Scale)}, nil
	case *arrow.Decimal256Type:
		return column{literal, decimals256(t.Scale)}, nil
	case arrow.NestedType:
		return nestedColumn(f)
	}
	if c, ok := simple[f.Type.ID()]; ok {
		return c, nil
	}
	return column{}, fmt.Errorf("column %q: values of type %s have no text here; cast it, for example to VARCHAR", f.Name, f.Type)
}

// simple are the types whose values need no more than their array.
var simple = map[arrow.Type]column{
	arrow.NULL:    {literal, nil}, // every row is NULL: see nullable
	arrow.BOOL:    {literal, bools},
	arrow.INT8:    {literal, signed[int8]},
	arrow.INT16:   {literal, signed[int16]},
	arrow.INT32:   {literal, signed[int32]},
	arrow.INT64:   {literal, signed[int64]},
	arrow.UINT8:   {literal, unsigned[uint8]},
	arrow.UINT16:  {literal, unsigned[uint16]},
	arrow.UINT32:  {literal, unsigned[uint32]},
	arrow.UINT64:  {literal, unsigned[uint64]},
	arrow.FLOAT32: {floating, floats[float32](32)},
	arrow.FLOAT64: {floating, floats[float64](64)},
	arrow.DATE32:  {word, dates},

	arrow.INTERVAL_MONTH_DAY_NANO: {word, intervals},
}

// values is how arrow's arrays of fixed width show what they hold.
type values[T any] interface{ Values() []T }

func bools(a arrow.Array) cell {
	list := a.(*array.Boolean)
	return func(dst []byte, row int) []byte { return strconv.AppendBool(dst, list.Value(row)) }
}

func signed[T int8 | int16 | int32 | int64](a arrow.Array) cell {
	list := a.(values[T]).Values()
	return func(dst []byte, row int) []byte { return strconv.AppendInt(dst, int64(list[row]), 10) }
}

func unsigned[T uint8 | uint16 | uint32 | uint64](a arrow.Array) cell {
	list := a.(values[T]).Values()
	return func(dst []byte, row int) []byte { return strconv.AppendUint(dst, uint64(list[row]), 10) }
}

func floats[T float32 | float64](bits int) func(arrow.Array) cell {
	return func(a arrow.Array) cell {
		list := a.(values[T]).Values()
		return func(dst []byte, row int) []byte { return AppendFloat(dst, float64(list[row]), bits) }
	}
}

func decimals128(scale int32) func(arrow.Array) cell {
	return func(a arrow.Array) cell {
		list := a.(*array.Decimal128).Values()
		return func(dst []byte, row int) []byte {
			return appendDecimal(dst, list[row].HighBits(), list[row].LowBits(), int(scale))
		}
	}
}

func decimals256(scale int32) func(arrow.Array) cell {
	return func(a arrow.Array) cell {
		list := a.(*array.Decimal256).Values()
		return func(dst []byte, row int) []byte { return appendDecimal256(dst, list[row], int(scale)) }
	}
}

// textColumn tells apart the types that the engine gives as text.
func textColumn(f arrow.Field) column {
	name, _ := f.Metadata.GetValue(engine.TypeKey)
	switch name {
	case "JSON":
		return column{document, verbatim}
	case "BIGNUM":
		return column{literal, verbatim}
	case "UUID", "BIT", "TIME WITH TIME ZONE":
		return column{word, verbatim}
	}
	return column{text, verbatim}
}

func verbatim(a arrow.Array) cell {
	list := a.(*array.String)
	return func(dst []byte, row int) []byte { return append(dst, list.Value(row)...) }
}

func hexes(a arrow.Array) cell {
	list := a.(*array.Binary)
	return func(dst []byte, row int) []byte { return hex.AppendEncode(append(dst, '\\', 'x'), list.Value(row)) }
}

// json writes every row of an array as JSON, NULL too.
func (c column) json(a arrow.Array) cell {
	return nullable(a, "null", c.jsonValue)
}

// nullable writes every row: those that are not NULL as value does.
func nullable(a arrow.Array, null string, value func(arrow.Array) cell) cell {
	if a.DataType().ID() == arrow.NULL {
		return func(dst []byte, _ int) []byte { return append(dst, null...) }
	}
	write := value(a)
	if a.NullN() == 0 {
		return write
	}
	return func(dst []byte, row int) []byte {
		if a.IsNull(row) {
			return append(dst, null...)
		}
		return write(dst, row)
	}
}

func (c column) jsonValue(a arrow.Array) cell {
	plain := c.plain(a)
	switch c.shape {
	case floating:
		return func(dst []byte, row int) []byte { return finite(plain(dst, row), len(dst)) }
	case word:
		return func(dst []byte, row int) []byte { return append(plain(append(dst, '"'), row), '"') }
	case text:
		list := a.(*array.String)
		return func(dst []byte, row int) []byte { return appendString(dst, list.Value(row)) }
	case document:
		list := a.(*array.String)
		return func(dst []byte, row int) []byte { return appendDocument(dst, list.Value(row)) }
	case blob:
		list := a.(*array.Binary)
		return func(dst []byte, row int) []byte {
			dst = base64.StdEncoding.AppendEncode(append(dst, '"'), list.Value(row))
			return append(dst, '"')
		}
	}
	return plain
}

// finite replaces what JSON has no number for, which begins at start.
func finite(dst []byte, start int) []byte {
	if last := dst[len(dst)-1]; last >= '0' && last <= '9' {
		return dst
	}
	return append(dst[:start], "null"...)
}

// AppendFloat writes the shortest digits, in the form that JavaScript writes.
func AppendFloat(dst []byte, f float64, bits int) []byte {
	switch {
	case math.IsNaN(f):
		return append(dst, "NaN"...)
	case math.IsInf(f, 0):
		if f < 0 {
			dst = append(dst, '-')
		}
		return append(dst, "Infinity"...)
	}
	if size := math.Abs(f); size == 0 || (size >= 1e-6 && size < 1e21) {
		return strconv.AppendFloat(dst, f, 'f', -1, bits)
	}
	dst = strconv.AppendFloat(dst, f, 'e', -1, bits)
	if n := len(dst); dst[n-4] == 'e' && dst[n-2] == '0' { // 1e-07
		dst = append(dst[:n-2], dst[n-1])
	}
	return dst
}
