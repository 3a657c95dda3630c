package engine

import (
	"fmt"
	"strings"

	b "github.com/duckdb/duckdb-go-bindings"
)

// scalarTypes are the types of functions' parameters and results that need no
// parameters of their own.
var scalarTypes = map[string]b.Type{
	"BOOLEAN": b.TypeBoolean, "TINYINT": b.TypeTinyInt, "SMALLINT": b.TypeSmallInt, "INTEGER": b.TypeInteger, "BIGINT": b.TypeBigInt,
	"HUGEINT": b.TypeHugeInt, "FLOAT": b.TypeFloat, "DOUBLE": b.TypeDouble, "VARCHAR": b.TypeVarchar, "BLOB": b.TypeBlob,
	"DATE": b.TypeDate, "TIME": b.TypeTime, "TIMESTAMP": b.TypeTimestamp, "UUID": b.TypeUUID, "ANY": b.TypeAny,
}

// withType gives the type of that text to use, and takes it back afterwards.
func withType(text string, use func(b.LogicalType)) error {
	t, err := logicalType(text)
	if err != nil {
		return err
	}
	use(t)
	b.DestroyLogicalType(&t)
	return nil
}

// logicalType makes the type of that text; the caller destroys it.
func logicalType(text string) (b.LogicalType, error) {
	text = strings.TrimSpace(text)
	if id, ok := scalarTypes[text]; ok {
		return b.CreateLogicalType(id), nil
	}
	if element, ok := strings.CutSuffix(text, "[]"); ok {
		child, err := logicalType(element)
		if err != nil {
			return child, err
		}
		defer b.DestroyLogicalType(&child)
		return b.CreateListType(child), nil
	}
	base, inside, ok := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	if !ok || base != "STRUCT" && base != "MAP" {
		return b.LogicalType{}, fmt.Errorf("no type %q for a function", text)
	}
	var names []string
	var children []b.LogicalType
	defer func() {
		for i := range children {
			b.DestroyLogicalType(&children[i])
		}
	}()
	for _, part := range SplitTypes(inside) {
		name := ""
		if base == "STRUCT" {
			name, part, _ = strings.Cut(strings.TrimSpace(part), " ")
		}
		child, err := logicalType(part)
		if err != nil {
			return child, err
		}
		names, children = append(names, name), append(children, child)
	}
	if base == "MAP" {
		return b.CreateMapType(children[0], children[1]), nil
	}
	return b.CreateStructType(children, names), nil
}

// SplitTypes splits "VARCHAR, STRUCT(t TIMESTAMP, z VARCHAR)" at the commas
// outside of parentheses; of an empty text there are none.
func SplitTypes(text string) (parts []string) {
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			parts = append(parts, strings.TrimSpace(text[start:i]))
			start = i + 1
		}
	}
	if rest := strings.TrimSpace(text[start:]); rest != "" {
		parts = append(parts, rest)
	}
	return parts
}
