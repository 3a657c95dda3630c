package encode

import (
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// nestedColumn is for values that hold values. Their text is JSON everywhere.
func nestedColumn(f arrow.Field) (column, error) {
	switch t := f.Type.(type) {
	case *arrow.MapType:
		return mapColumn(t)
	case *arrow.StructType:
		return structColumn(t)
	case *arrow.ListType:
		return listColumn(t.ElemField())
	case *arrow.FixedSizeListType:
		return listColumn(t.ElemField())
	}
	return column{}, fmt.Errorf("column %q: values of type %s have no text here; cast it, for example to VARCHAR", f.Name, f.Type)
}

func listColumn(element arrow.Field) (column, error) {
	child, err := newColumn(element)
	if err != nil {
		return column{}, err
	}
	return column{nested, func(a arrow.Array) cell {
		list := a.(array.ListLike)
		value := child.json(list.ListValues())
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
	}}, nil
}

// structColumn writes an object, or an array where the fields have no names,
// as those of ROW(1, 'a').
func structColumn(t *arrow.StructType) (column, error) {
	columns := make([]column, t.NumFields())
	names := make([]string, t.NumFields())
	named := false
	for i, f := range t.Fields() {
		var err error
		if columns[i], err = newColumn(f); err != nil {
			return column{}, err
		}
		names[i], named = f.Name, named || f.Name != ""
	}
	if !named {
		return column{nested, func(a arrow.Array) cell { return members(a, columns, commas(len(columns)), "[", "]") }}, nil
	}
	keys := keysOf(names)
	return column{nested, func(a arrow.Array) cell { return members(a, columns, keys, "{", "}") }}, nil
}

// members writes the fields of a struct, each after its key.
func members(a arrow.Array, columns []column, keys [][]byte, opening, closing string) cell {
	list := a.(*array.Struct)
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = c.json(list.Field(i))
	}
	return func(dst []byte, row int) []byte {
		dst = append(dst, opening...)
		for i, value := range cells {
			dst = value(append(dst, keys[i]...), row)
		}
		return append(dst, closing...)
	}
}

// keysOf are the names as JSON has them: with colon, and comma but for the first.
func keysOf(names []string) [][]byte {
	keys := commas(len(names))
	for i, name := range names {
		keys[i] = append(appendString(keys[i], name), ':')
	}
	return keys
}

func commas(n int) [][]byte {
	list := make([][]byte, n)
	for i := 1; i < n; i++ {
		list[i] = []byte{','}
	}
	return list
}

func mapColumn(t *arrow.MapType) (column, error) {
	key, err := newColumn(t.KeyField())
	if err != nil {
		return column{}, err
	}
	item, err := newColumn(t.ItemField())
	if err != nil {
		return column{}, err
	}
	return column{nested, func(a arrow.Array) cell {
		list := a.(*array.Map)
		keys, values := key.plain(list.Keys()), item.json(list.Items())
		return func(dst []byte, row int) []byte {
			start, end := list.ValueOffsets(row)
			dst = append(dst, '{')
			for i := start; i < end; i++ {
				if i > start {
					dst = append(dst, ',')
				}
				name := keys(nil, int(i))
				dst = append(appendString(dst, string(name)), ':')
				dst = values(dst, int(i))
			}
			return append(dst, '}')
		}
	}}, nil
}
