package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
)

// Each expression with the type it is told to have and its value as Arrow's
// text: the literal beside it is the expectation, not what DuckDB shows.
var values = []struct {
	sql    string // one column, one row
	duckdb string // under TypeKey
	arrow  string
	want   string
}{
	{"true", "BOOLEAN", "bool", "true"},
	{"NULL::BOOLEAN", "BOOLEAN", "bool", "(null)"},
	{"(-128)::TINYINT", "TINYINT", "int8", "-128"},
	{"32767::SMALLINT", "SMALLINT", "int16", "32767"},
	{"(-2147483648)::INTEGER", "INTEGER", "int32", "-2147483648"},
	{"9223372036854775807", "BIGINT", "int64", "9223372036854775807"},
	{"(-9223372036854775808)::BIGINT", "BIGINT", "int64", "-9223372036854775808"},
	{"255::UTINYINT", "UTINYINT", "uint8", "255"},
	{"65535::USMALLINT", "USMALLINT", "uint16", "65535"},
	{"4294967295::UINTEGER", "UINTEGER", "uint32", "4294967295"},
	{"18446744073709551615::UBIGINT", "UBIGINT", "uint64", "18446744073709551615"},
	{"170141183460469231731687303715884105727::HUGEINT", "HUGEINT", "decimal256(39, 0)", "170141183460469231731687303715884105727"},
	{"(-170141183460469231731687303715884105728)::HUGEINT", "HUGEINT", "decimal256(39, 0)", "-170141183460469231731687303715884105728"},
	{"(-1)::HUGEINT", "HUGEINT", "decimal256(39, 0)", "-1"},
	{"sum(9223372036854775807) FROM range(2)", "HUGEINT", "decimal256(39, 0)", "18446744073709551614"},
	{"340282366920938463463374607431768211455::UHUGEINT", "UHUGEINT", "decimal256(39, 0)", "340282366920938463463374607431768211455"},
	{"0::UHUGEINT", "UHUGEINT", "decimal256(39, 0)", "0"},
	{"99.99::DECIMAL(4,2)", "DECIMAL(4,2)", "decimal(4, 2)", "99.99"},
	{"(-0.01)::DECIMAL(4,2)", "DECIMAL(4,2)", "decimal(4, 2)", "-0.01"},
	{"(-9999999.99)::DECIMAL(9,2)", "DECIMAL(9,2)", "decimal(9, 2)", "-9999999.99"},
	{"861592.073995::DECIMAL(18,6)", "DECIMAL(18,6)", "decimal(18, 6)", "861592.073995"},
	{"(-999999999999.999999)::DECIMAL(18,6)", "DECIMAL(18,6)", "decimal(18, 6)", "-999999999999.999999"},
	{"99999999999999999999999999999999999999::DECIMAL(38,0)", "DECIMAL(38,0)", "decimal(38, 0)", "99999999999999999999999999999999999999"},
	{"(-0.00000000000000000000000000000000000001)::DECIMAL(38,38)", "DECIMAL(38,38)", "decimal(38, 38)", "-1e-38"},
	{"NULL::DECIMAL(38,4)", "DECIMAL(38,4)", "decimal(38, 4)", "(null)"},
	{"1.5::FLOAT", "FLOAT", "float32", "1.5"},
	{"0.1::DOUBLE", "DOUBLE", "float64", "0.1"},
	{"'-inf'::DOUBLE", "DOUBLE", "float64", "-Inf"},
	{"'nan'::DOUBLE", "DOUBLE", "float64", "NaN"},
	{"''", "VARCHAR", "utf8", ""},
	{"'twelve bytes'", "VARCHAR", "utf8", "twelve bytes"},
	{"'thirteen byte'", "VARCHAR", "utf8", "thirteen byte"},
	{"'轻工业特色区域和产业集群'", "VARCHAR", "utf8", "轻工业特色区域和产业集群"},
	{"'a' || chr(0) || 'b'", "VARCHAR", "utf8", "a\x00b"},
	{"NULL::VARCHAR", "VARCHAR", "utf8", "(null)"},
	{`'{"a": [1]}'::JSON`, "JSON", "utf8", `{"a": [1]}`},
	{"''::BLOB", "BLOB", "binary", ""},
	{`'\x00\xFFabcdefghijklmnop'::BLOB`, "BLOB", "binary", "AP9hYmNkZWZnaGlqa2xtbm9w"},
	{"DATE '1970-01-01'", "DATE", "date32", "1970-01-01"},
	{"DATE '1900-02-28'", "DATE", "date32", "1900-02-28"},
	{"TIME '23:59:59.999999'", "TIME", "time64[us]", "23:59:59.999999"},
	{"'10:11:12.123456789'::TIME_NS", "TIME_NS", "time64[ns]", "10:11:12.123456789"},
	{"'12:30:00+08'::TIMETZ", "TIME WITH TIME ZONE", "utf8", "12:30:00+08"},
	{"'00:00:00.5-03:30'::TIMETZ", "TIME WITH TIME ZONE", "utf8", "00:00:00.5-03:30"},
	{"'24:00:00+15:59:59'::TIMETZ", "TIME WITH TIME ZONE", "utf8", "24:00:00+15:59:59"},
	{"'01:02:03-15:59:59'::TIMETZ", "TIME WITH TIME ZONE", "utf8", "01:02:03-15:59:59"},
	{"TIMESTAMP '2023-09-05 01:02:03.000004'", "TIMESTAMP", "timestamp[us]", "2023-09-05 01:02:03.000004"},
	{"'1969-12-31 23:59:59'::TIMESTAMP_S", "TIMESTAMP_S", "timestamp[s]", "1969-12-31 23:59:59"},
	{"'2023-09-05 01:02:03.004'::TIMESTAMP_MS", "TIMESTAMP_MS", "timestamp[ms]", "2023-09-05 01:02:03.004"},
	{"'2023-09-05 01:02:03.000000004'::TIMESTAMP_NS", "TIMESTAMP_NS", "timestamp[ns]", "2023-09-05 01:02:03.000000004"},
	{"TIMESTAMPTZ '2023-09-05 08:00:00+08'", "TIMESTAMP WITH TIME ZONE", "timestamp[us, tz=UTC]", "2023-09-05 00:00:00Z"},
	{"INTERVAL '-14 months 3 days 00:00:00.000001'", "INTERVAL", "month_day_nano_interval", `{"months":-14,"days":3,"nanoseconds":1000}`},
	{"NULL::INTERVAL", "INTERVAL", "month_day_nano_interval", "(null)"},
	{"'b'::ENUM('a', 'b', '')", "ENUM", "utf8", "b"},
	{"''::ENUM('a', 'b', '')", "ENUM", "utf8", ""},
	{"'47183823-2574-4bfd-b411-99ed177d3e43'::UUID", "UUID", "utf8", "47183823-2574-4bfd-b411-99ed177d3e43"},
	{"'ffffffff-ffff-ffff-ffff-ffffffffffff'::UUID", "UUID", "utf8", "ffffffff-ffff-ffff-ffff-ffffffffffff"},
	{"'00000000-0000-0000-0000-000000000001'::UUID", "UUID", "utf8", "00000000-0000-0000-0000-000000000001"},
	{"'101'::BIT", "BIT", "utf8", "101"},
	{"'00000000'::BIT", "BIT", "utf8", "00000000"},
	{"'0101010101010101010101010101'::BIT", "BIT", "utf8", "0101010101010101010101010101"},
	{"0::BIGNUM", "BIGNUM", "utf8", "0"},
	{"'-123456789012345678901234567890123456789012345678901234567890'::BIGNUM", "BIGNUM", "utf8", "-123456789012345678901234567890123456789012345678901234567890"},
	{"'256'::BIGNUM", "BIGNUM", "utf8", "256"},
	{"NULL", "INTEGER", "int32", "(null)"}, // DuckDB's choice for a bare NULL

	{"[1, NULL, 3]", "INTEGER[]", "list<element: int32, nullable>", "[1,null,3]"},
	{"[]::INTEGER[]", "INTEGER[]", "list<element: int32, nullable>", "[]"},
	{"NULL::INTEGER[]", "INTEGER[]", "list<element: int32, nullable>", "(null)"},
	{"[[1.5], NULL, []]", "DECIMAL(2,1)[][]", "", `[["1.5"],null,[]]`},
	{"['a', 'a longer piece of text']::VARCHAR[2]", "VARCHAR[2]", "", `["a","a longer piece of text"]`},
	{"NULL::INTEGER[3]", "INTEGER[3]", "", "(null)"},
	{"{'a': 1, 'b c': 'x'}", `STRUCT("a" INTEGER, "b c" VARCHAR)`, "", `{"a":1,"b c":"x"}`},
	{"{'a': {'b': [NULL, DATE '2020-02-29']}}", `STRUCT("a" STRUCT("b" DATE[]))`, "", `{"a":{"b":[null,"2020-02-29"]}}`},
	{"NULL::STRUCT(a INTEGER)", `STRUCT("a" INTEGER)`, "", "(null)"},
	{"row(1, 'a')", "STRUCT(INTEGER, VARCHAR)", "", ""},
	{"MAP {'x': 1, 'y': NULL}", "MAP(VARCHAR, INTEGER)", "", `[{"key":"x","value":1},{"key":"y","value":null}]`},
	{"MAP {}::MAP(VARCHAR, INTEGER)", "MAP(VARCHAR, INTEGER)", "", `[]`},
	{"MAP {[1, 2]: {'a': 'b'}}", `MAP(INTEGER[], STRUCT("a" VARCHAR))`, "", `[{"key":[1,2],"value":{"a":"b"}}]`},
	{"union_value(n := 5)::UNION(n INTEGER, t VARCHAR)", `UNION("n" INTEGER, "t" VARCHAR)`, "", `{"n":5,"t":null,"union_tag":"n"}`},
	{"'x'::UNION(n INTEGER, t VARCHAR)", `UNION("n" INTEGER, "t" VARCHAR)`, "", `{"n":null,"t":"x","union_tag":"t"}`},
	{"NULL::UNION(n INTEGER, t VARCHAR)", `UNION("n" INTEGER, "t" VARCHAR)`, "", "(null)"},
	{"['b', NULL]::ENUM('a', 'b')[]", "ENUM[]", "", `["b",null]`},
	{"['47183823-2574-4bfd-b411-99ed177d3e43'::UUID]", "UUID[]", "", `["47183823-2574-4bfd-b411-99ed177d3e43"]`},
}

func TestValues(t *testing.T) {
	conn := open(t)
	for _, test := range values {
		schema, batches, err := all(context.Background(), conn, "SELECT "+test.sql)
		if err != nil {
			t.Errorf("%s: %v", test.sql, err)
			continue
		}
		field := schema.Field(0)
		if name, _ := field.Metadata.GetValue(TypeKey); name != test.duckdb {
			t.Errorf("%s is told to be %s, want %s", test.sql, name, test.duckdb)
		}
		if test.arrow != "" && field.Type.String() != test.arrow {
			t.Errorf("%s has type %s, want %s", test.sql, field.Type, test.arrow)
		}
		if got := show(batches[0].Column(0)); test.want != "" && got != test.want {
			t.Errorf("%s = %s, want %s", test.sql, got, test.want)
		}
	}
}

// show is a value's text; Arrow's own for timestamps changes with its version.
func show(column arrow.Array) string {
	text := column.ValueStr(0)
	if column.DataType().ID() == arrow.TIMESTAMP {
		text = strings.Replace(text, "T", " ", 1)
	}
	return text
}

// The numbers of infinite values, which Arrow's text cannot show.
func TestInfinite(t *testing.T) {
	conn := open(t)
	for _, test := range []struct {
		sql  string
		want string
	}{
		{"'infinity'::DATE", "int32 2147483647"},
		{"'-infinity'::DATE", "int32 -2147483647"},
		{"'infinity'::TIMESTAMP", "int64 9223372036854775807"},
		{"'-infinity'::TIMESTAMPTZ", "int64 -9223372036854775807"},
		{"'infinity'::TIMESTAMP_S", "int64 9223372036854775807"},
		{"'infinity'::TIMESTAMP_NS", "int64 9223372036854775807"},
		{"TIME '24:00:00'", "int64 86400000000"},
		{"DATE '5877642-06-25 (BC)'", "int32 -2147483646"},
		{"DATE '5881580-07-10'", "int32 2147483646"},
	} {
		_, batches, err := all(context.Background(), conn, "SELECT "+test.sql)
		if err != nil {
			t.Errorf("%s: %v", test.sql, err)
			continue
		}
		if got := number(batches[0].Column(0)); got != test.want {
			t.Errorf("%s = %s, want %s", test.sql, got, test.want)
		}
	}
}

func number(column arrow.Array) string {
	buffer := column.Data().Buffers()[1].Bytes()
	if len(buffer) == 4 {
		return fmt.Sprintf("int32 %d", arrow.Int32Traits.CastFromBytes(buffer)[0])
	}
	return fmt.Sprintf("int64 %d", arrow.Int64Traits.CastFromBytes(buffer)[0])
}

func TestEnumWidths(t *testing.T) {
	conn := open(t)
	for _, words := range []int{1, 255, 256, 70000} {
		sql := fmt.Sprintf("CREATE OR REPLACE TYPE e AS ENUM (SELECT 'word ' || i FROM range(%d) t(i))", words)
		if err := conn.Exec(context.Background(), sql); err != nil {
			t.Fatal(err)
		}
		last := fmt.Sprintf("word %d", words-1)
		got, err := text(conn, "SELECT unnest(['word 0', NULL, '"+last+"'])::e")
		if want := "word 0 | (null) | " + last; got != want || err != nil {
			t.Errorf("enum of %d words: %q, %v, want %q", words, got, err, want)
		}
	}
}

func TestUnsupported(t *testing.T) {
	conn := open(t)
	for _, test := range []struct{ sql, want string }{
		{"SELECT 1 AS ok, [1]::VARIANT AS bad", `column "bad": values of type VARIANT`},
		{"SELECT {'in': [42::VARIANT]} AS s", `column "s.in[]": values of type VARIANT`},
		{"SELECT MAP {1: 42::VARIANT} AS m", `column "m{value}": values of type VARIANT`},
		{"SELECT to_microseconds(9223372036854775807) AS long", `column "long": an interval of`},
	} {
		_, _, err := all(context.Background(), conn, test.sql)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.sql, err, test.want)
		}
		if got, err := text(conn, "SELECT 1"); got != "1" || err != nil {
			t.Fatalf("after %s: %q, %v", test.sql, got, err)
		}
	}
}
