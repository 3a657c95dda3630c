package function

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/engine"
)

// toJSON writes CAST(value AS json): the JSON text.
func toJSON(sql string, t types.Type) (string, bool) {
	text, ok := jsonText(sql, t)
	if !ok {
		return "", false
	}
	return "CASE WHEN " + isNotNull(sql) + " THEN " + text + " END", true
}

// isNotNull keeps the SQL short where it is long.
func isNotNull(sql string) string { return "(" + sql + ") IS NOT NULL" }

// jsonText writes the JSON text of a value; 'null' for NULL.
func jsonText(sql string, t types.Type) (string, bool) {
	quoted := func(text string) string { return "coalesce(trino_json_quote(" + text + "), 'null')" }
	switch t.Kind {
	case types.Unknown:
		return "'null'", true
	case types.Boolean, types.Tinyint, types.Smallint, types.Integer, types.Bigint:
		return "coalesce(CAST(" + sql + " AS VARCHAR), 'null')", true
	case types.Decimal:
		return "coalesce(" + decimalSQL(sql, t) + ", 'null')", true
	case types.Real, types.Double:
		return fmt.Sprintf("coalesce(trino_json_float(%s, %d), 'null')", sql, floatBits(t)), true
	case types.Varchar:
		return quoted(sql), true
	case types.Date, types.Timestamp:
		text, _, _ := textOf(sql, t)
		return quoted(text), true
	case types.JSON:
		return "coalesce(" + sql + ", 'null')", true
	case types.Array:
		e := freeName(sql)
		inner, ok := jsonText(e, t.Element())
		return "coalesce('[' || array_to_string(list_transform(" + sql + ", lambda " + e + ": " + inner + "), ',') || ']', 'null')", ok
	case types.Map:
		return jsonMap(sql, t)
	case types.Row:
		return jsonRow(sql, t)
	}
	return "", false
}

func jsonMap(sql string, t types.Type) (string, bool) {
	e := freeName(sql)
	key, ok := jsonKey(e+".key", t.Element())
	value, also := jsonText(e+".value", t.Value())
	entries := "list_transform(map_entries(" + sql + "), lambda " + e + ": row(" + key + ", " + value + "))"
	return "coalesce(trino_json_object(" + entries + "), 'null')", ok && also
}

// jsonKey writes a map's key as the name in an object.
func jsonKey(sql string, t types.Type) (string, bool) {
	switch {
	case t.Kind == types.Varchar:
		return sql, true
	case t.IsFloat():
		return fmt.Sprintf("trino_java_text(%s, %d)", sql, floatBits(t)), true
	case t.Kind == types.Decimal:
		return decimalSQL(sql, t), true
	case t.IsInteger() || t.Kind == types.Boolean:
		return "CAST(" + sql + " AS VARCHAR)", true
	case t.Is(types.Date, types.Timestamp):
		text, _, _ := textOf(sql, t)
		return text, true
	}
	return "", false
}

func jsonRow(sql string, t types.Type) (string, bool) {
	r := freeName(sql)
	parts := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		value, ok := jsonText(r+"."+fieldOf(i), f.Type)
		if !ok {
			return "", false
		}
		parts[i] = engine.Quote(jsonQuote(f.Name)+":") + " || " + value
	}
	object := "'{' || " + strings.Join(parts, " || ',' || ") + " || '}'"
	return "list_transform([" + sql + "], lambda " + r + ": CASE WHEN " + r + " IS NULL THEN 'null' ELSE " + object + " END)[1]", true
}

// toNested casts to arrays, maps and rows, part by part, also from JSON.
func toNested(sql string, from, to types.Type) (string, bool) {
	if from.Kind == types.JSON {
		return jsonToNested(sql, to)
	}
	if from.Kind != to.Kind || len(from.Fields) != len(to.Fields) {
		return "", false
	}
	e := freeName(sql)
	switch to.Kind {
	case types.Array:
		inner, ok := castPart(e, from.Element(), to.Element())
		return "list_transform(" + sql + ", lambda " + e + ": " + inner + ")", ok
	case types.Map:
		key, ok := castPart(e+".key", from.Element(), to.Element())
		value, also := castPart(e+".value", from.Value(), to.Value())
		return "map_from_entries(list_transform(map_entries(" + sql + "), lambda " + e + ": struct_pack(k := " + key + ", v := " + value + ")))", ok && also
	}
	parts := make([]string, len(to.Fields))
	for i, f := range to.Fields {
		part, ok := castPart(e+"."+fieldOf(i), from.Fields[i].Type, f.Type)
		if !ok {
			return "", false
		}
		parts[i] = fieldOf(i) + " := " + part
	}
	return "list_transform([" + sql + "], lambda " + e + ": CASE WHEN " + e + " IS NOT NULL THEN struct_pack(" + strings.Join(parts, ", ") + ") END)[1]", true
}

// castPart is Cast inside of another one; false where there is no such cast.
func castPart(sql string, from, to types.Type) (string, bool) {
	out, err := Cast(sql, from, to, false)
	if e, ok := err.(*types.Error); ok && e.Name != "TYPE_MISMATCH" {
		panic(e)
	}
	return out, err == nil
}

// jsonToNested casts the elements, values or fields of JSON, whose texts a
// native takes apart.
func jsonToNested(sql string, to types.Type) (string, bool) {
	e := freeName(sql)
	part := func(text string, t types.Type) (string, bool) { return castPart(text, types.Of(types.JSON), t) }
	switch to.Kind {
	case types.Array:
		inner, ok := part(e, to.Element())
		return "list_transform(trino_json_elements(" + sql + "), lambda " + e + ": " + inner + ")", ok
	case types.Map:
		key, ok := castPart(e+".k", types.Text(), to.Element())
		value, also := part(e+".v", to.Value())
		return "map_from_entries(list_transform(trino_json_entries(" + sql + "), lambda " + e + ": struct_pack(k := " + key + ", v := " + value + ")))", ok && also
	}
	names, parts := make([]string, len(to.Fields)), make([]string, len(to.Fields))
	for i, f := range to.Fields {
		value, ok := part(e+"["+itoa(i+1)+"]", f.Type)
		if !ok {
			return "", false
		}
		names[i], parts[i] = engine.Quote(f.Name), fieldOf(i)+" := "+value
	}
	return "list_transform([trino_json_fields(" + sql + ", [" + strings.Join(names, ", ") + "])], lambda " + e + ": CASE WHEN " + e +
		" IS NOT NULL THEN struct_pack(" + strings.Join(parts, ", ") + ") END)[1]", true
}
