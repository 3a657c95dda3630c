package types

import (
	"fmt"
	"strings"
)

// DuckDB is the exact form in which DuckDB holds the type's values:
//
//	char(n)                           VARCHAR, padded with spaces to n characters
//	time(0..6), timestamp(0..6)       TIME, TIMESTAMP: microseconds, of which the last digits are 0
//	time(7..12)                       BIGINT, picoseconds of the day
//	time(n) with time zone            STRUCT(t BIGINT, z INTEGER): local picoseconds of the day, offset in minutes
//	timestamp(7..12)                  STRUCT(t TIMESTAMP, p INTEGER): p picoseconds within the microsecond
//	timestamp(0..6) with time zone    STRUCT(t TIMESTAMP, z VARCHAR): UTC, and the value's own zone
//	timestamp(7..12) with time zone   STRUCT(t TIMESTAMP, p INTEGER, z VARCHAR)
//	interval day to second            BIGINT, milliseconds
//	interval year to month            INTEGER, months
//	row                               STRUCT(f1 …, f2 …): by place, for names may be absent or the same
//	json                              VARCHAR, the text
//	unknown                           "NULL"
func (t Type) DuckDB() string {
	switch t.Kind {
	case Decimal:
		return fmt.Sprintf("DECIMAL(%d,%d)", t.N, t.Scale)
	case Time:
		if t.N > 6 {
			return "BIGINT"
		}
	case Timestamp:
		if t.N > 6 {
			return "STRUCT(t TIMESTAMP, p INTEGER)"
		}
	case TimestampTZ:
		if t.N > 6 {
			return "STRUCT(t TIMESTAMP, p INTEGER, z VARCHAR)"
		}
	case Array:
		return t.Element().DuckDB() + "[]"
	case Map:
		return "MAP(" + t.Element().DuckDB() + ", " + t.Value().DuckDB() + ")"
	case Row:
		parts := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			parts[i] = fmt.Sprintf("f%d %s", i+1, f.Type.DuckDB())
		}
		return "STRUCT(" + strings.Join(parts, ", ") + ")"
	}
	return held[t.Kind]
}

var held = map[Kind]string{
	Unknown: `"NULL"`, Boolean: "BOOLEAN", Tinyint: "TINYINT", Smallint: "SMALLINT", Integer: "INTEGER", Bigint: "BIGINT",
	Real: "FLOAT", Double: "DOUBLE", Varchar: "VARCHAR", Char: "VARCHAR", Varbinary: "BLOB", Date: "DATE", Time: "TIME",
	TimeTZ: "STRUCT(t BIGINT, z INTEGER)", Timestamp: "TIMESTAMP", TimestampTZ: "STRUCT(t TIMESTAMP, z VARCHAR)",
	IntervalDay: "BIGINT", IntervalYear: "INTEGER", JSON: "VARCHAR", UUID: "UUID",
}

// Key writes the expression by which values of the type are compared, ordered,
// grouped and joined in DuckDB: it is the same for values that Trino holds to be
// equal. Where it is not sql itself, a GROUP BY or DISTINCT must group by it and
// take any one of the values.
func (t Type) Key(sql string) string {
	switch {
	case t.Kind == TimestampTZ && t.N > 6:
		return "CASE WHEN (" + sql + ") IS NOT NULL THEN struct_pack(t := (" + sql + ").t, p := (" + sql + ").p) END"
	case t.Kind == TimestampTZ:
		return "(" + sql + ").t"
	case t.Kind == TimeTZ:
		return "(((" + sql + ").t - (" + sql + ").z * 60000000000000 + 86400000000000000) % 86400000000000000)"
	case !t.Keyed():
		return sql
	case t.Kind == Array:
		return "list_transform(" + sql + ", lambda k: " + t.Element().Key("k") + ")"
	case t.Kind == Map:
		entry := RowOf(t.Fields...)
		return "list_sort(list_transform(map_entries(" + sql + "), lambda k: row(" +
			entry.Fields[0].Type.Key("k.key") + ", " + entry.Fields[1].Type.Key("k.value") + ")))"
	}
	parts := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		parts[i] = f.Type.Key(fmt.Sprintf("r.f%d", i+1))
	}
	return "list_transform([" + sql + "], lambda r: CASE WHEN r IS NOT NULL THEN row(" + strings.Join(parts, ", ") + ") END)[1]"
}

// Keyed says whether [Type.Key] writes something else than the value itself.
func (t Type) Keyed() bool {
	return t.Is(TimestampTZ, TimeTZ, Map) || !t.all(func(f Type) bool { return !f.Keyed() })
}
