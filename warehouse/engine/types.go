package engine

import (
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	b "github.com/duckdb/duckdb-go-bindings"
)

// TypeKey is the key of a field's metadata under which its DuckDB type stands:
// HUGEINT, DECIMAL(18,6), ENUM, JSON, INTEGER[], STRUCT(a INTEGER). Children of
// nested fields have their own. Where Arrow has no type that holds every value,
// the nearest one that does is used, and only this key tells them apart:
//
//	HUGEINT, UHUGEINT       decimal256(39, 0)
//	ENUM, UUID, BIT, BIGNUM utf8: the text that DuckDB shows
//	TIME WITH TIME ZONE     utf8, such as 12:30:00.5+08
//	UNION                   struct: union_tag (the member's name), then the members
//
// DuckDB's infinite dates and timestamps stay the numbers that DuckDB stores:
// the largest integer of the width, and its negative.
const TypeKey = "duckdb.type"

// unionTag names the first field of a union.
const unionTag = "union_tag"

// A simple type is copied as it lies in the vector.
type simple struct {
	name  string
	arrow arrow.DataType
}

var simples = map[b.Type]simple{
	b.TypeTinyInt:     {"TINYINT", arrow.PrimitiveTypes.Int8},
	b.TypeSmallInt:    {"SMALLINT", arrow.PrimitiveTypes.Int16},
	b.TypeInteger:     {"INTEGER", arrow.PrimitiveTypes.Int32},
	b.TypeBigInt:      {"BIGINT", arrow.PrimitiveTypes.Int64},
	b.TypeUTinyInt:    {"UTINYINT", arrow.PrimitiveTypes.Uint8},
	b.TypeUSmallInt:   {"USMALLINT", arrow.PrimitiveTypes.Uint16},
	b.TypeUInteger:    {"UINTEGER", arrow.PrimitiveTypes.Uint32},
	b.TypeUBigInt:     {"UBIGINT", arrow.PrimitiveTypes.Uint64},
	b.TypeFloat:       {"FLOAT", arrow.PrimitiveTypes.Float32},
	b.TypeDouble:      {"DOUBLE", arrow.PrimitiveTypes.Float64},
	b.TypeDate:        {"DATE", arrow.FixedWidthTypes.Date32},
	b.TypeTime:        {"TIME", arrow.FixedWidthTypes.Time64us},
	b.TypeTimeNS:      {"TIME_NS", arrow.FixedWidthTypes.Time64ns},
	b.TypeTimestamp:   {"TIMESTAMP", &arrow.TimestampType{Unit: arrow.Microsecond}},
	b.TypeTimestampS:  {"TIMESTAMP_S", &arrow.TimestampType{Unit: arrow.Second}},
	b.TypeTimestampMS: {"TIMESTAMP_MS", &arrow.TimestampType{Unit: arrow.Millisecond}},
	b.TypeTimestampNS: {"TIMESTAMP_NS", &arrow.TimestampType{Unit: arrow.Nanosecond}},
	b.TypeTimestampTZ: {"TIMESTAMP WITH TIME ZONE", &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}},
}

// reader turns the vectors of one column, or of one child of a nested column,
// into Arrow data.
type reader struct {
	path     string // a, a.b, a[]: for messages
	field    arrow.Field
	logical  b.LogicalType
	read     func(v b.Vector, n int) (arrow.ArrayData, error)
	children []*reader
	nested   bool
}

// newReader looks at a column's type, which it owns from now on. The reader is
// to be destroyed even after an error.
func newReader(name string, logical b.LogicalType) (*reader, error) {
	return newChild(name, name, logical)
}

func newChild(path, name string, logical b.LogicalType) (*reader, error) {
	r := &reader{path: path, logical: logical}
	r.field = arrow.Field{Name: name, Nullable: true}
	typeName, err := r.choose()
	r.field.Metadata = arrow.MetadataFrom(map[string]string{TypeKey: typeName})
	return r, err
}

func (r *reader) destroy() {
	for _, child := range r.children {
		child.destroy()
	}
	b.DestroyLogicalType(&r.logical)
}

func (r *reader) errorf(format string, args ...any) error {
	return fmt.Errorf("column %q: %s", r.path, fmt.Sprintf(format, args...))
}

// choose sets the Arrow type and the function that reads it, and returns
// DuckDB's name of the type.
func (r *reader) choose() (string, error) {
	id := b.GetTypeId(r.logical)
	if s, ok := simples[id]; ok {
		width := s.arrow.(arrow.FixedWidthDataType).Bytes()
		r.field.Type, r.read = s.arrow, func(v b.Vector, n int) (arrow.ArrayData, error) {
			return r.fixed(v, n, width), nil
		}
		return s.name, nil
	}
	switch id {
	case b.TypeBoolean:
		r.field.Type, r.read = arrow.FixedWidthTypes.Boolean, r.bools
		return "BOOLEAN", nil
	case b.TypeSQLNull:
		r.field.Type, r.read = arrow.Null, r.nulls
		return "NULL", nil
	case b.TypeInterval:
		r.field.Type, r.read = arrow.FixedWidthTypes.MonthDayNanoInterval, r.intervals
		return "INTERVAL", nil
	case b.TypeDecimal:
		return r.chooseDecimal(), nil
	case b.TypeHugeInt:
		r.field.Type, r.read = hugeType, func(v b.Vector, n int) (arrow.ArrayData, error) { return r.huge(v, n, true), nil }
		return "HUGEINT", nil
	case b.TypeUHugeInt:
		r.field.Type, r.read = hugeType, func(v b.Vector, n int) (arrow.ArrayData, error) { return r.huge(v, n, false), nil }
		return "UHUGEINT", nil
	case b.TypeList, b.TypeArray, b.TypeMap, b.TypeStruct, b.TypeUnion:
		r.nested = true
		return r.chooseNested(id)
	}
	return r.chooseText(id)
}

var hugeType = &arrow.Decimal256Type{Precision: 39}

func (r *reader) chooseDecimal() string {
	width, scale := b.DecimalWidth(r.logical), b.DecimalScale(r.logical)
	r.field.Type = &arrow.Decimal128Type{Precision: int32(width), Scale: int32(scale)}
	switch b.DecimalInternalType(r.logical) {
	case b.TypeSmallInt:
		r.read = decimals[int16](r)
	case b.TypeInteger:
		r.read = decimals[int32](r)
	case b.TypeBigInt:
		r.read = decimals[int64](r)
	default: // 128 bits, lower word first: as Arrow has it
		r.read = func(v b.Vector, n int) (arrow.ArrayData, error) { return r.fixed(v, n, 16), nil }
	}
	return fmt.Sprintf("DECIMAL(%d,%d)", width, scale)
}

// chooseText takes the types that become bytes or text.
func (r *reader) chooseText(id b.Type) (string, error) {
	r.field.Type = arrow.BinaryTypes.String
	switch id {
	case b.TypeVarchar:
		r.read = r.strings
		if b.LogicalTypeGetAlias(r.logical) == "JSON" {
			return "JSON", nil
		}
		return "VARCHAR", nil
	case b.TypeBlob:
		r.field.Type, r.read = arrow.BinaryTypes.Binary, r.strings
		return "BLOB", nil
	case b.TypeEnum:
		r.chooseEnum()
		return "ENUM", nil
	case b.TypeUUID:
		r.read = texts(r, uuidText)
		return "UUID", nil
	case b.TypeTimeTZ:
		r.read = texts(r, timeTZText)
		return "TIME WITH TIME ZONE", nil
	case b.TypeBit:
		r.read = texts(r, bitText)
		return "BIT", nil
	case b.TypeBigNum:
		r.read = texts(r, bigNumText)
		return "BIGNUM", nil
	}
	name, known := otherTypes[id]
	if !known {
		name = fmt.Sprintf("number %d", id)
	}
	return name, r.errorf("values of type %s cannot be given out; cast it, for example to VARCHAR", name)
}

// otherTypes are those that have a name and no Arrow form.
var otherTypes = map[b.Type]string{
	b.TypeGeometry: "GEOMETRY",
	b.TypeVariant:  "VARIANT",
	b.TypeAny:      "ANY",
	b.TypeInvalid:  "of an unfinished aggregate",
}

func (r *reader) chooseNested(id b.Type) (string, error) {
	switch id {
	case b.TypeList:
		return r.chooseList()
	case b.TypeArray:
		return r.chooseArray()
	case b.TypeMap:
		return r.chooseMap()
	case b.TypeUnion:
		return r.chooseUnion()
	}
	return r.chooseStruct()
}

func (r *reader) chooseList() (string, error) {
	child, err := r.child("[]", "element", b.ListTypeChildType(r.logical))
	if err != nil {
		return "LIST", err
	}
	r.field.Type, r.read = arrow.ListOfField(child.field), r.lists
	return child.typeName() + "[]", nil
}

func (r *reader) chooseArray() (string, error) {
	child, err := r.child("[]", "element", b.ArrayTypeChildType(r.logical))
	if err != nil {
		return "ARRAY", err
	}
	size := int32(b.ArrayTypeArraySize(r.logical))
	r.field.Type, r.read = arrow.FixedSizeListOfField(size, child.field), r.arrays
	return fmt.Sprintf("%s[%d]", child.typeName(), size), nil
}

func (r *reader) chooseMap() (string, error) {
	key, err := r.child("{key}", "key", b.MapTypeKeyType(r.logical))
	if err != nil {
		return "MAP", err
	}
	value, err := r.child("{value}", "value", b.MapTypeValueType(r.logical))
	if err != nil {
		return "MAP", err
	}
	key.field.Nullable = false // in both
	r.field.Type, r.read = arrow.MapOfFields(key.field, value.field), r.maps
	return fmt.Sprintf("MAP(%s, %s)", key.typeName(), value.typeName()), nil
}

func (r *reader) chooseStruct() (string, error) {
	var members []string
	for i := range b.StructTypeChildCount(r.logical) {
		name := b.StructTypeChildName(r.logical, i)
		child, err := r.child("."+name, name, b.StructTypeChildType(r.logical, i))
		if err != nil {
			return "STRUCT", err
		}
		members = append(members, member(name, child))
	}
	r.field.Type, r.read = arrow.StructOf(fields(r.children)...), r.structs
	return "STRUCT(" + strings.Join(members, ", ") + ")", nil
}

func (r *reader) chooseUnion() (string, error) {
	var names, members []string
	for i := range b.UnionTypeMemberCount(r.logical) {
		name := b.UnionTypeMemberName(r.logical, i)
		child, err := r.child("."+name, name, b.UnionTypeMemberType(r.logical, i))
		if err != nil {
			return "UNION", err
		}
		names, members = append(names, name), append(members, member(name, child))
	}
	tag := &reader{path: r.path, field: arrow.Field{Name: unionTag, Type: arrow.BinaryTypes.String, Nullable: true}}
	tag.read = words(tag, b.TypeUTinyInt, func(i uint32) (string, bool) { return at(names, i) })
	r.children = append([]*reader{tag}, r.children...)
	r.field.Type, r.read = arrow.StructOf(fields(r.children)...), r.structs
	return "UNION(" + strings.Join(members, ", ") + ")", nil
}

// child adds a child's reader, owned by r even after an error.
func (r *reader) child(suffix, name string, logical b.LogicalType) (*reader, error) {
	child, err := newChild(r.path+suffix, name, logical)
	r.children = append(r.children, child)
	return child, err
}

func (r *reader) typeName() string {
	name, _ := r.field.Metadata.GetValue(TypeKey)
	return name
}

func member(name string, child *reader) string {
	if name == "" { // ROW(1, 'a')
		return child.typeName()
	}
	return QuoteName(name) + " " + child.typeName()
}

func fields(readers []*reader) []arrow.Field {
	list := make([]arrow.Field, len(readers))
	for i, r := range readers {
		list[i] = r.field
	}
	return list
}

func at(list []string, i uint32) (string, bool) {
	if int(i) >= len(list) {
		return "", false
	}
	return list[i], true
}
