package types

import (
	"fmt"
	"strconv"
	"strings"
)

// Column is a column of a DuckDB table as the dialect sees it.
type Column struct {
	Type Type
	// Read writes the column's value in the form that [Type.DuckDB] names.
	Read func(sql string) string
}

// columns are the DuckDB types that are held as they are.
var columns = map[string]Kind{
	"BOOLEAN": Boolean, "TINYINT": Tinyint, "SMALLINT": Smallint, "INTEGER": Integer, "BIGINT": Bigint,
	"FLOAT": Real, "DOUBLE": Double, "DATE": Date, "BLOB": Varbinary, "UUID": UUID, `"NULL"`: Unknown, "JSON": JSON,
}

// wider are DuckDB's types that Trino lacks, and the type that holds all their
// values, or fails on those that it does not (HUGEINT, what DuckDB's sum of
// BIGINT gives, above 2^63).
var wider = map[string]Type{
	"UTINYINT": Of(Smallint), "USMALLINT": Of(Integer), "UINTEGER": Of(Bigint), "UBIGINT": DecimalOf(20, 0), "HUGEINT": Of(Bigint),
}

var times = map[string]Type{
	"TIME": TimeOf(Time, 6), "TIMESTAMP": TimeOf(Timestamp, 6), "TIMESTAMP_S": TimeOf(Timestamp, 0), "TIMESTAMP_MS": TimeOf(Timestamp, 3),
}

// OfColumn tells from the text of a DuckDB column type how the dialect sees
// the column; false if it has no exact type for it.
func OfColumn(duckdb string) (Column, bool) {
	same := func(sql string) string { return sql }
	text := strings.TrimSpace(duckdb)
	if k, ok := columns[text]; ok {
		if k == JSON {
			return Column{Of(k), func(sql string) string { return "CAST(" + sql + " AS VARCHAR)" }}, true
		}
		return Column{Of(k), same}, true
	}
	cast := func(t Type) (Column, bool) {
		return Column{t, func(sql string) string { return "CAST(" + sql + " AS " + t.DuckDB() + ")" }}, true
	}
	if t, ok := wider[text]; ok {
		return cast(t)
	}
	if t, ok := times[text]; ok {
		return cast(t)
	}
	switch {
	case text == "VARCHAR":
		return Column{Text(), same}, true
	case strings.HasPrefix(text, "ENUM("):
		return cast(Text())
	case text == "TIMESTAMP WITH TIME ZONE" || text == "TIMESTAMPTZ":
		return Column{TimeOf(TimestampTZ, 6), func(sql string) string {
			return "CASE WHEN " + sql + " IS NOT NULL THEN struct_pack(t := timezone('UTC', " + sql + "), z := 'UTC') END"
		}}, true
	case strings.HasPrefix(text, "DECIMAL("):
		p, s, _ := strings.Cut(strings.TrimSuffix(text[8:], ")"), ",")
		precision, _ := strconv.Atoi(strings.TrimSpace(p))
		scale, _ := strconv.Atoi(strings.TrimSpace(s))
		return Column{DecimalOf(precision, scale), same}, true
	case strings.HasSuffix(text, "[]"):
		return listColumn(text[:len(text)-2])
	case strings.HasPrefix(text, "STRUCT("):
		return structColumn(text[7 : len(text)-1])
	}
	return Column{}, false
}

func listColumn(element string) (Column, bool) {
	e, ok := OfColumn(element)
	return Column{ArrayOf(e.Type), func(sql string) string {
		if e.Read("x") == "x" {
			return sql
		}
		return "list_transform(" + sql + ", lambda x: " + e.Read("x") + ")"
	}}, ok
}

// structColumn reads name type, name type ….
func structColumn(text string) (Column, bool) {
	var fields []Field
	var names []string
	var reads []func(string) string
	for _, part := range splitTop(text) {
		name, rest := cutName(strings.TrimSpace(part))
		c, ok := OfColumn(rest)
		if !ok {
			return Column{}, false
		}
		fields = append(fields, Field{name, c.Type})
		names = append(names, `"`+strings.ReplaceAll(name, `"`, `""`)+`"`)
		reads = append(reads, c.Read)
	}
	return Column{RowOf(fields...), func(sql string) string {
		parts := make([]string, len(fields))
		for i := range fields {
			parts[i] = fmt.Sprintf("f%d := %s", i+1, reads[i]("("+sql+")."+names[i]))
		}
		return "CASE WHEN " + sql + " IS NOT NULL THEN struct_pack(" + strings.Join(parts, ", ") + ") END"
	}}, true
}

func cutName(text string) (name, rest string) {
	if !strings.HasPrefix(text, `"`) {
		name, rest, _ = strings.Cut(text, " ")
		return name, rest
	}
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return strings.ReplaceAll(text[1:i], `""`, `"`), strings.TrimSpace(text[i+1:])
	}
	return text, ""
}

// splitTop splits at commas outside of parentheses and quotes.
func splitTop(text string) (parts []string) {
	depth, start, quoted := 0, 0, false
	for i, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
