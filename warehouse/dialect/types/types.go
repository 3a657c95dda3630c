// Package types holds Trino's SQL types: how they are written, which of them
// turn into which by themselves, and how DuckDB holds their values.
//
// The one idea: a type says two things at once, what Trino's rules see and the
// exact DuckDB form ([Type.DuckDB]) that every expression of that type has. A
// value that DuckDB has no type for (a timestamp with its zone, picoseconds, an
// interval of milliseconds) is held in a form that keeps all of it; nothing is
// held in a nearby type.
package types

import (
	"fmt"
	"slices"
)

// Kind is the base of a type, without its parameters.
type Kind uint8

// The kinds. Function is a lambda's type and never a value's.
const (
	Unknown Kind = iota // of NULL
	Boolean
	Tinyint
	Smallint
	Integer
	Bigint
	Real
	Double
	Decimal
	Varchar
	Char
	Varbinary
	Date
	Time
	TimeTZ
	Timestamp
	TimestampTZ
	IntervalDay
	IntervalYear
	Array
	Map
	Row
	JSON
	UUID
	Function
)

// Unbounded is the length of a varchar without one.
const Unbounded = 1<<31 - 1

// MaxPrecision is the most digits that a decimal has, MaxSecond the most digits
// of a second's fraction.
const (
	MaxPrecision = 38
	MaxSecond    = 12
)

// Type is one SQL type. Types are compared with [Type.Equal].
type Type struct {
	Kind   Kind
	N      int     // precision of decimal, times and timestamps; length of varchar and char
	Scale  int     // of decimal
	Fields []Field // array: the element; map: key, value; row: its fields; function: parameters, result
}

// Field is a part of a nested type; only fields of rows have names.
type Field struct {
	Name string // "" for a field without a name
	Type Type
}

// Of gives the type of a kind without parameters.
func Of(k Kind) Type { return Type{Kind: k} }

// DecimalOf gives decimal(precision, scale).
func DecimalOf(precision, scale int) Type { return Type{Kind: Decimal, N: precision, Scale: scale} }

// VarcharOf gives varchar(n); n may be [Unbounded] or more.
func VarcharOf(n int) Type { return Type{Kind: Varchar, N: min(n, Unbounded)} }

// Text gives varchar without a length.
func Text() Type { return VarcharOf(Unbounded) }

// CharOf gives char(n).
func CharOf(n int) Type { return Type{Kind: Char, N: n} }

// TimeOf gives time, timestamp or one with time zone, with n digits of a second.
func TimeOf(k Kind, n int) Type { return Type{Kind: k, N: n} }

// ArrayOf gives array(element).
func ArrayOf(element Type) Type { return Type{Kind: Array, Fields: []Field{{Type: element}}} }

// RowOf gives row(fields).
func RowOf(fields ...Field) Type { return Type{Kind: Row, Fields: fields} }

// Element is the element's type of an array, the key's of a map.
func (t Type) Element() Type { return t.Fields[0].Type }

// Value is the value's type of a map.
func (t Type) Value() Type { return t.Fields[1].Type }

// Equal says whether two types are the same one, names of row fields included.
func (t Type) Equal(u Type) bool {
	return t.Kind == u.Kind && t.N == u.N && t.Scale == u.Scale &&
		slices.EqualFunc(t.Fields, u.Fields, func(a, b Field) bool { return a.Name == b.Name && a.Type.Equal(b.Type) })
}

// Is says whether the type is of one of the kinds.
func (t Type) Is(kinds ...Kind) bool { return slices.Contains(kinds, t.Kind) }

// IsInteger says whether the type is one of the four integer types.
func (t Type) IsInteger() bool { return t.Kind >= Tinyint && t.Kind <= Bigint }

// IsNumeric says whether the type is a number's.
func (t Type) IsNumeric() bool { return t.Kind >= Tinyint && t.Kind <= Decimal }

// IsFloat says whether the type is real or double, which have NaN.
func (t Type) IsFloat() bool { return t.Kind == Real || t.Kind == Double }

// IsText says whether the type is varchar or char.
func (t Type) IsText() bool { return t.Kind == Varchar || t.Kind == Char }

// Zoned says whether a value carries its time zone.
func (t Type) Zoned() bool { return t.Kind == TimeTZ || t.Kind == TimestampTZ }

// Comparable says whether = works on the type, Orderable whether < does.
func (t Type) Comparable() bool { return t.Kind != Function && t.all(Type.Comparable) }

// Orderable says whether < and ORDER BY work on the type.
func (t Type) Orderable() bool {
	return !t.Is(Map, Function, JSON) && t.all(Type.Orderable)
}

func (t Type) all(is func(Type) bool) bool {
	for _, f := range t.Fields {
		if !is(f.Type) {
			return false
		}
	}
	return true
}

// names are the kinds' names, which are Trino's rawType texts as well.
var names = map[Kind]string{
	Unknown: "unknown", Boolean: "boolean", Tinyint: "tinyint", Smallint: "smallint", Integer: "integer",
	Bigint: "bigint", Real: "real", Double: "double", Decimal: "decimal", Varchar: "varchar", Char: "char",
	Varbinary: "varbinary", Date: "date", Time: "time", TimeTZ: "time with time zone",
	Timestamp: "timestamp", TimestampTZ: "timestamp with time zone",
	IntervalDay: "interval day to second", IntervalYear: "interval year to month",
	Array: "array", Map: "map", Row: "row", JSON: "json", UUID: "uuid", Function: "function",
}

// Raw is the type's name without parameters, Trino's rawType.
func (t Type) Raw() string { return names[t.Kind] }

// Error is what Trino answers to a wrong type: its error's name and message.
type Error struct{ Name, Message string }

func (e *Error) Error() string { return e.Message }

func mismatch(format string, args ...any) error {
	return &Error{"TYPE_MISMATCH", fmt.Sprintf(format, args...)}
}
