package trino

import (
	"encoding/base64"
	"math"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"

	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/encode"
)

// cell appends the JSON of a row's value, which is not NULL.
type cell func(dst []byte, row int) []byte

// column makes the cells of one array: it knows the type, in the form that
// [types.Type.DuckDB] names.
type column func(arrow.Array) cell

// newColumn returns how values of a type are written. Clients that do not say
// PARAMETRIC_DATETIME get all times with three digits of a second.
func newColumn(t types.Type, legacy bool) column {
	digits := t.N
	if legacy {
		digits = 3
	}
	switch t.Kind {
	case types.Real:
		return func(a arrow.Array) cell {
			list := a.(*array.Float32).Values()
			return func(dst []byte, row int) []byte { return appendFloat(dst, float64(list[row]), 32) }
		}
	case types.Double:
		return func(a arrow.Array) cell {
			list := a.(*array.Float64).Values()
			return func(dst []byte, row int) []byte { return appendFloat(dst, list[row], 64) }
		}
	case types.Decimal:
		return decimals(t.Scale)
	case types.Varchar, types.Char, types.JSON, types.UUID:
		return texts
	case types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		return timeColumn(t, digits)
	case types.IntervalDay, types.IntervalYear:
		return intervalColumn(t.Kind)
	case types.Array, types.Map, types.Row:
		return nestedColumn(t, legacy)
	}
	return simpleColumns[t.Kind]
}

// simpleColumns are those of types without parameters.
var simpleColumns = map[types.Kind]column{
	types.Unknown:   func(arrow.Array) cell { return func(dst []byte, _ int) []byte { return append(dst, "null"...) } },
	types.Boolean:   booleans,
	types.Tinyint:   integers[int8],
	types.Smallint:  integers[int16],
	types.Integer:   integers[int32],
	types.Bigint:    integers[int64],
	types.Varbinary: blobs,
	types.Date:      dates,
}

// withNulls writes NULL where a row is.
func (c column) withNulls(a arrow.Array) cell {
	if a.DataType().ID() == arrow.NULL {
		return simpleColumns[types.Unknown](a)
	}
	write := c(a)
	if a.NullN() == 0 {
		return write
	}
	return func(dst []byte, row int) []byte {
		if a.IsNull(row) {
			return append(dst, "null"...)
		}
		return write(dst, row)
	}
}

func booleans(a arrow.Array) cell {
	list := a.(*array.Boolean)
	return func(dst []byte, row int) []byte { return strconv.AppendBool(dst, list.Value(row)) }
}

func integers[T int8 | int16 | int32 | int64](a arrow.Array) cell {
	list := a.(interface{ Values() []T }).Values()
	return func(dst []byte, row int) []byte { return strconv.AppendInt(dst, int64(list[row]), 10) }
}

func texts(a arrow.Array) cell {
	list := a.(*array.String)
	return func(dst []byte, row int) []byte { return encode.AppendString(dst, list.Value(row)) }
}

func blobs(a arrow.Array) cell {
	list := a.(*array.Binary)
	return func(dst []byte, row int) []byte {
		dst = base64.StdEncoding.AppendEncode(append(dst, '"'), list.Value(row))
		return append(dst, '"')
	}
}

func dates(a arrow.Array) cell {
	list := a.(*array.Date32).Values()
	return func(dst []byte, row int) []byte {
		return append(encode.AppendDate(append(dst, '"'), int64(list[row])), '"')
	}
}

// decimals are texts with all digits of the scale.
func decimals(scale int) column {
	return func(a arrow.Array) cell {
		list := a.(*array.Decimal128).Values()
		return func(dst []byte, row int) []byte {
			return append(appendDecimal(append(dst, '"'), list[row], scale), '"')
		}
	}
}

// powers are the powers of ten that 64 bits hold.
var powers = func() (p [19]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

func appendDecimal(dst []byte, x decimal128.Num, scale int) []byte {
	if x.Sign() < 0 {
		dst, x = append(dst, '-'), x.Negate()
	}
	if x.HighBits() != 0 || scale >= len(powers) {
		return appendLongDecimal(dst, x.BigInt().String(), scale)
	}
	whole := x.LowBits() / powers[scale]
	dst = strconv.AppendUint(dst, whole, 10)
	if scale == 0 {
		return dst
	}
	dst = append(dst, '.')
	return appendPadded(dst, x.LowBits()-whole*powers[scale], scale)
}

func appendLongDecimal(dst []byte, digits string, scale int) []byte {
	for len(digits) <= scale {
		digits = "0" + digits
	}
	dst = append(dst, digits[:len(digits)-scale]...)
	if scale == 0 {
		return dst
	}
	return append(append(dst, '.'), digits[len(digits)-scale:]...)
}

// appendPadded writes x with zeros in front, width digits in all.
func appendPadded(dst []byte, x uint64, width int) []byte {
	dst = append(dst, "0000000000000000000"[:width]...)
	for i := len(dst) - 1; x > 0; i, x = i-1, x/10 {
		dst[i] = byte('0' + x%10)
	}
	return dst
}

// appendFloat writes a number as Java does, whose readers ask for a point; NaN
// and infinities are texts.
func appendFloat(dst []byte, f float64, bits int) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return append(function.AppendFloat(append(dst, '"'), f, bits), '"')
	}
	return function.AppendFloat(dst, f, bits)
}

// nestedColumn writes arrays as lists, rows as lists of their fields, and maps
// as objects whose keys are texts.
func nestedColumn(t types.Type, legacy bool) column {
	parts := make([]column, len(t.Fields))
	for i, f := range t.Fields {
		parts[i] = newColumn(f.Type, legacy)
	}
	switch t.Kind {
	case types.Array:
		return func(a arrow.Array) cell { return elements(a.(array.ListLike), parts[0]) }
	case types.Map:
		return func(a arrow.Array) cell { return entries(a.(*array.Map), parts[0], parts[1]) }
	}
	return func(a arrow.Array) cell { return members(a.(*array.Struct), parts) }
}

func elements(list array.ListLike, element column) cell {
	value := element.withNulls(list.ListValues())
	return func(dst []byte, row int) []byte {
		start, end := list.ValueOffsets(row)
		dst = append(dst, '[')
		for i := start; i < end; i++ {
			if i > start {
				dst = append(dst, ',')
			}
			dst = value(dst, int(i))
		}
		return append(dst, ']')
	}
}

func members(row *array.Struct, parts []column) cell {
	values := make([]cell, len(parts))
	for i, p := range parts {
		values[i] = p.withNulls(row.Field(i))
	}
	return func(dst []byte, row int) []byte {
		dst = append(dst, '[')
		for i, value := range values {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = value(dst, row)
		}
		return append(dst, ']')
	}
}

func entries(m *array.Map, key, value column) cell {
	keys, values := key.withNulls(m.Keys()), value.withNulls(m.Items())
	return func(dst []byte, row int) []byte {
		start, end := m.ValueOffsets(row)
		dst = append(dst, '{')
		for i := start; i < end; i++ {
			if i > start {
				dst = append(dst, ',')
			}
			dst = append(appendKey(dst, keys, int(i)), ':')
			dst = values(dst, int(i))
		}
		return append(dst, '}')
	}
}

// appendKey writes a key as a text, whatever its type.
func appendKey(dst []byte, key cell, i int) []byte {
	start := len(dst)
	dst = key(dst, i)
	if dst[start] == '"' {
		return dst
	}
	text := string(dst[start:])
	return encode.AppendString(dst[:start], text)
}
