package encode

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/google/go-cmp/cmp"

	"sanpin/warehouse/engine"
)

func query(t testing.TB, conn *engine.Conn, sql string) *engine.Rows {
	t.Helper()
	rows, err := conn.Query(context.Background(), sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	t.Cleanup(func() { rows.Close() })
	return rows
}

func connect(t testing.TB) *engine.Conn {
	t.Helper()
	db, err := engine.Open("", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(); db.Close() })
	return conn
}

func encoded(t testing.TB, conn *engine.Conn, sql string, format Format, options Options) string {
	t.Helper()
	rows := query(t, conn, sql)
	defer rows.Close()
	var b strings.Builder
	if _, err := Write(&b, format, rows, options); err != nil {
		t.Fatalf("%s as %s: %v", sql, format, err)
	}
	return b.String()
}

// Each value with its text in JSON and in CSV.
var cases = []struct{ sql, json, csv string }{
	{"0", "0", "0"},
	{"''", `""`, `""`},
	{"NULL", "null", ""},
	{"NULL::DECIMAL(18,6)", "null", ""},
	{"NULL::INTEGER[]", "null", ""},
	{"true", "true", "true"},
	{"'-0.0'::DOUBLE", "-0", "-0"},
	{"9223372036854775807", "9223372036854775807", "9223372036854775807"},
	{"(-9223372036854775808)::BIGINT", "-9223372036854775808", "-9223372036854775808"},
	{"9007199254740993", "9007199254740993", "9007199254740993"},
	{"18446744073709551615::UBIGINT", "18446744073709551615", "18446744073709551615"},
	{"(-128)::TINYINT", "-128", "-128"},
	{"170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727", "170141183460469231731687303715884105727"},
	{"(-170141183460469231731687303715884105728)::HUGEINT", "-170141183460469231731687303715884105728", "-170141183460469231731687303715884105728"},
	{"340282366920938463463374607431768211455::UHUGEINT", "340282366920938463463374607431768211455", "340282366920938463463374607431768211455"},
	{"sum(x) FROM (VALUES (1), (2)) t(x)", "3", "3"},
	{"'123456789012345678901234567890123456789012345'::BIGNUM", "123456789012345678901234567890123456789012345", "123456789012345678901234567890123456789012345"},
	{"3.14::DECIMAL(18,6)", "3.14", "3.14"},
	{"12::DECIMAL(18,6)", "12", "12"},
	{"0::DECIMAL(18,6)", "0", "0"},
	{"100::DECIMAL(18,2)", "100", "100"},
	{"(-0.5)::DECIMAL(18,6)", "-0.5", "-0.5"},
	{"861592.073995::DECIMAL(18,6)", "861592.073995", "861592.073995"},
	{"(-999999999999.999999)::DECIMAL(18,6)", "-999999999999.999999", "-999999999999.999999"},
	{"99999999999999999999.999999999999999999::DECIMAL(38,18)", "99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999"},
	{"10000000000000000000::DECIMAL(38,18)", "10000000000000000000", "10000000000000000000"},
	{"10000000000000000000.5::DECIMAL(38,18)", "10000000000000000000.5", "10000000000000000000.5"},
	{"(-0.00000000000000000000000000000000000001)::DECIMAL(38,38)", "-0.00000000000000000000000000000000000001", "-0.00000000000000000000000000000000000001"},
	{"0.00000000000000000001::DECIMAL(38,20)", "0.00000000000000000001", "0.00000000000000000001"},
	{"99999999999999999999999999999999999999::DECIMAL(38,0)", "99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
	{"0.1::DOUBLE", "0.1", "0.1"},
	{"(1/3)::DOUBLE", "0.3333333333333333", "0.3333333333333333"},
	{"1.5::FLOAT", "1.5", "1.5"},
	{"0.1::FLOAT", "0.1", "0.1"},
	{"1e300::DOUBLE", "1e+300", "1e+300"},
	{"1e-7::DOUBLE", "1e-7", "1e-7"},
	{"1e20::DOUBLE", "100000000000000000000", "100000000000000000000"},
	{"'nan'::DOUBLE", "null", "NaN"},
	{"'inf'::DOUBLE", "null", "Infinity"},
	{"'-inf'::FLOAT", "null", "-Infinity"},
	{"DATE '1970-01-01'", `"1970-01-01"`, "1970-01-01"},
	{"DATE '0001-01-01'", `"0001-01-01"`, "0001-01-01"},
	{"DATE '9999-12-31'", `"9999-12-31"`, "9999-12-31"},
	{"DATE '2024-02-29'", `"2024-02-29"`, "2024-02-29"},
	{"DATE '1900-03-01'", `"1900-03-01"`, "1900-03-01"},
	{"DATE '2000-12-31'", `"2000-12-31"`, "2000-12-31"},
	{"DATE '10000-01-01'", `"+10000-01-01"`, "+10000-01-01"},
	{"DATE '0044-03-15 (BC)'", `"-0043-03-15"`, "-0043-03-15"},
	{"'infinity'::DATE", `"infinity"`, "infinity"},
	{"'-infinity'::DATE", `"-infinity"`, "-infinity"},
	{"TIMESTAMP '2023-01-31 08:00:00'", `"2023-01-31T08:00:00.000000"`, "2023-01-31T08:00:00.000000"},
	{"TIMESTAMP '1969-12-31 23:59:59.999999'", `"1969-12-31T23:59:59.999999"`, "1969-12-31T23:59:59.999999"},
	{"TIMESTAMP '0001-01-01 00:00:00'", `"0001-01-01T00:00:00.000000"`, "0001-01-01T00:00:00.000000"},
	{"TIMESTAMP '9999-12-31 23:59:59.999999'", `"9999-12-31T23:59:59.999999"`, "9999-12-31T23:59:59.999999"},
	{"TIMESTAMPTZ '2023-01-31 08:00:00+08'", `"2023-01-31T00:00:00.000000Z"`, "2023-01-31T00:00:00.000000Z"},
	{"'2023-01-31 08:00:01'::TIMESTAMP_S", `"2023-01-31T08:00:01"`, "2023-01-31T08:00:01"},
	{"'2023-01-31 08:00:01.25'::TIMESTAMP_MS", `"2023-01-31T08:00:01.250"`, "2023-01-31T08:00:01.250"},
	{"'2023-01-31 08:00:01.000000001'::TIMESTAMP_NS", `"2023-01-31T08:00:01.000000001"`, "2023-01-31T08:00:01.000000001"},
	{"'infinity'::TIMESTAMP", `"infinity"`, "infinity"},
	{"'-infinity'::TIMESTAMPTZ", `"-infinity"`, "-infinity"},
	{"TIME '23:59:59.5'", `"23:59:59.500000"`, "23:59:59.500000"},
	{"'12:30:00+08'::TIMETZ", `"12:30:00+08"`, "12:30:00+08"},
	{"INTERVAL '0 days'", `"PT0S"`, "PT0S"},
	{"INTERVAL '14 months 3 days 4 hours 5 minutes 6.789 seconds'", `"P1Y2M3DT4H5M6.789S"`, "P1Y2M3DT4H5M6.789S"},
	{"INTERVAL '1 month' - INTERVAL '36 hours'", `"P1MT-36H"`, "P1MT-36H"},
	{"INTERVAL '-0.5 seconds'", `"PT-0.5S"`, "PT-0.5S"},
	{"'清酒'::ENUM('白酒', '清酒')", `"清酒"`, "清酒"},
	{"'轻工业特色区域'", `"轻工业特色区域"`, "轻工业特色区域"},
	{"'a\"b'", `"a\"b"`, `"a""b"`},
	{`'"'`, `"\""`, `""""`},
	{`'a\b'`, `"a\\b"`, `a\b`},
	{"'a,b'", `"a,b"`, `"a,b"`},
	{"'a' || chr(10) || 'b' || chr(13)", `"a\nb\r"`, "\"a\nb\r\""},
	{"'a' || chr(9) || 'b'", `"a\tb"`, "a\tb"},
	{"'a' || chr(0) || chr(1) || chr(31) || 'b'", `"a\u0000\u0001\u001fb"`, "a\x00\x01\x1fb"},
	{"'😀'", `"😀"`, "😀"},
	{"'hello'::BLOB", `"aGVsbG8="`, `\x68656c6c6f`},
	{"''::BLOB", `""`, `\x`},
	{"'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::UUID", `"6ba7b810-9dad-11d1-80b4-00c04fd430c8"`, "6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
	{"'0101'::BIT", `"0101"`, "0101"},
	{`'{"a" : [1, 2.50]}'::JSON`, `{"a":[1,2.50]}`, `"{""a"" : [1, 2.50]}"`},
	{"[1, NULL, 3]", "[1,null,3]", `"[1,null,3]"`},
	{"[]::INTEGER[]", "[]", "[]"},
	{"['甲', 'b\"']", `["甲","b\""]`, `"[""甲"",""b\""""]"`},
	{"[[1.5::DECIMAL(4,2)], NULL]", "[[1.5],null]", `"[[1.5],null]"`},
	{"[1, 2]::INTEGER[2]", "[1,2]", `"[1,2]"`},
	{"{'a': 1, '名': DATE '2023-01-31'}", `{"a":1,"名":"2023-01-31"}`, `"{""a"":1,""名"":""2023-01-31""}"`},
	{"ROW(1, 'a')", `[1,"a"]`, `"[1,""a""]"`},
	{"MAP {'k': 1, 'l': NULL}", `{"k":1,"l":null}`, `"{""k"":1,""l"":null}"`},
	{"MAP {1: 'x'}", `{"1":"x"}`, `"{""1"":""x""}"`},
	{"MAP {[1]: 'x'}", `{"[1]":"x"}`, `"{""[1]"":""x""}"`},
	{"union_value(num := 2)", `{"union_tag":"num","num":2}`, `"{""union_tag"":""num"",""num"":2}"`},
}

func TestValues(t *testing.T) {
	conn := connect(t)
	for _, test := range cases {
		sql := "SELECT " + test.sql
		if want, got := "["+`{"v":`+test.json+"}]\n", encoded(t, conn, renamed(sql), JSON, Options{}); got != want {
			t.Errorf("%s as JSON = %s, want %s", test.sql, got, want)
		} else if !json.Valid([]byte(got)) {
			t.Errorf("%s as JSON = %s, which is no JSON", test.sql, got)
		}
		two := "SELECT 7 AS k, v FROM (" + renamed(sql) + ")"
		if want, got := "k,v\r\n7,"+test.csv+"\r\n", encoded(t, conn, two, CSV, Options{}); got != want {
			t.Errorf("%s as CSV = %q, want %q", test.sql, got, want)
		}
	}
}

func renamed(sql string) string { return "SELECT v FROM (" + sql + ") AS s(v)" }

func TestDocuments(t *testing.T) {
	const (
		two     = "SELECT i AS n, CASE WHEN i = 1 THEN NULL ELSE '甲,\t\"' END AS 名 FROM range(2) r(i)"
		empty   = "SELECT 1 AS a, 'x' AS b WHERE false"
		repeats = "SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a"
		null    = "SELECT NULL AS a"
		text    = "SELECT 'NULL' AS a, '' AS b, NULL AS c"
	)
	conn := connect(t)
	for _, test := range []struct {
		sql     string
		format  Format
		options Options
		want    string
	}{
		{two, JSON, Options{}, `[{"n":0,"名":"甲,\t\""},` + "\n" + `{"n":1,"名":null}]` + "\n"},
		{two, NDJSON, Options{}, `{"n":0,"名":"甲,\t\""}` + "\n" + `{"n":1,"名":null}` + "\n"},
		{two, CSV, Options{BOM: true}, "\uFEFFn,名\r\n0,\"甲,\t\"\"\"\r\n1,\r\n"},
		{two, CSV, Options{LF: true, Null: "NA"}, "n,名\n0,\"甲,\t\"\"\"\n1,NA\n"},
		{two, TSV, Options{}, "n\t名\n0\t甲,\\t\"\n1\t\n"},
		{two, TSV, Options{Null: `\N`}, "n\t名\n0\t甲,\\t\"\n1\t\\N\n"},
		{empty, JSON, Options{}, "[]\n"},
		{empty, NDJSON, Options{}, ""},
		{empty, CSV, Options{}, "a,b\r\n"},
		{repeats, JSON, Options{}, `[{"a":1,"a_2":2,"a_1":3,"a_3":4}]` + "\n"},
		{repeats, CSV, Options{}, "a,a,a_1,a\r\n1,2,3,4\r\n"},
		{null, CSV, Options{}, "a\r\n\"\"\r\n"},
		{text, CSV, Options{Null: "NULL"}, "a,b,c\r\n\"NULL\",,NULL\r\n"},
	} {
		if got := encoded(t, conn, test.sql, test.format, test.options); got != test.want {
			t.Errorf("%s as %s %+v = %q, want %q", test.sql, test.format, test.options, got, test.want)
		}
	}
}

// A result of many batches is the same through every format, read back by
// readers that are not ours.
func TestManyRows(t *testing.T) {
	const rows = 10_000
	const sql = "SELECT i AS id, '甲' || i AS name, (i / 4)::DECIMAL(18,6) AS value FROM range(10000) r(i)"
	conn := connect(t)

	var objects []map[string]any
	if err := json.Unmarshal([]byte(encoded(t, conn, sql, JSON, Options{})), &objects); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(encoded(t, conn, sql, NDJSON, Options{}), "\n")
	records, err := csv.NewReader(strings.NewReader(encoded(t, conn, sql, CSV, Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(objects) != rows || len(lines) != rows+1 || len(records) != rows+1 {
		t.Fatalf("%d objects, %d lines, %d records", len(objects), len(lines), len(records))
	}
	want := map[string]any{"id": 9999.0, "name": "甲9999", "value": 2499.75}
	if diff := cmp.Diff(want, objects[rows-1]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"9999", "甲9999", "2499.75"}, records[rows]); diff != "" {
		t.Error(diff)
	}
}

func TestArrow(t *testing.T) {
	conn := connect(t)
	for _, want := range []int64{0, 1, 5000} {
		rows := query(t, conn, "SELECT i AS id, (i / 4)::DECIMAL(18,6) AS value FROM range(10000) r(i) ORDER BY id")
		var b bytes.Buffer
		n, err := Write(&b, Arrow, &first{Rows: rows, left: want}, Options{})
		rows.Close()
		if err != nil || n != want {
			t.Fatalf("Write = %d, %v, want %d rows", n, err, want)
		}
		stream, err := ipc.NewReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		if kind, _ := stream.Schema().Field(1).Metadata.GetValue(engine.TypeKey); kind != "DECIMAL(18,6)" {
			t.Errorf("type of value = %q", kind)
		}
		got := int64(0)
		for stream.Next() {
			got += stream.RecordBatch().NumRows()
		}
		if err := stream.Err(); err != nil || got != want {
			t.Errorf("%d rows read back, want %d; %v", got, want, err)
		}
	}
}

// first is the first rows of a result, whose last batch is a slice.
type first struct {
	Rows
	left int64
}

func (f *first) Next() (arrow.RecordBatch, error) {
	if f.left == 0 {
		return nil, io.EOF
	}
	batch, err := f.Rows.Next()
	if err != nil {
		return nil, err
	}
	batch = batch.NewSlice(0, min(f.left, batch.NumRows()))
	f.left -= batch.NumRows()
	return batch, nil
}

// one is a single batch.
type one struct{ batch arrow.RecordBatch }

func (o *one) Schema() *arrow.Schema { return o.batch.Schema() }

func (o *one) Next() (arrow.RecordBatch, error) {
	if o.batch == nil {
		return nil, io.EOF
	}
	b := o.batch
	o.batch = nil
	return b, nil
}

// Every row of every type is the same when the batch is a slice that begins in
// the middle.
func TestSlices(t *testing.T) {
	conn := connect(t)
	for _, test := range cases {
		sql := "SELECT unnest([NULL, v]) AS v FROM (" + renamed("SELECT "+test.sql) + ")"
		rows := query(t, conn, sql)
		batch, err := rows.Next()
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		var b strings.Builder
		if _, err := Write(&b, NDJSON, &one{batch.NewSlice(1, 2)}, Options{}); err != nil {
			t.Fatal(err)
		}
		rows.Close()
		if want := `{"v":` + test.json + "}\n"; b.String() != want {
			t.Errorf("slice of %s = %s, want %s", test.sql, b.String(), want)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"eight by", `"eight by"`},
		{`12345678"1234567`, `"12345678\"1234567"`},
		{"1234567\\", `"1234567\\"`},
		{"\x1f2345678", `"\u001f2345678"`},
		{"12345678\x00", `"12345678\u0000"`},
		{"1234567\xff", `"1234567` + "\uFFFD" + `"`},
		{"\xe5\x93", `"` + "\uFFFD" + `"`}, // half a character
		{"a\xffb", `"a` + "\uFFFD" + `b"`},
		{"\u2028\x7f</script>", "\"\u2028\x7f</script>\""},
	} {
		got := string(appendString(nil, test.in))
		if got != test.want || !json.Valid([]byte(got)) {
			t.Errorf("appendString(%q) = %s, want %s", test.in, got, test.want)
		}
	}
	for _, test := range []struct{ in, want string }{
		{"[1,\n 2]", `,[1,2]`},
		{"NaN", `,"NaN"`}, // DuckDB's reader lets it pass
		{"{", `,"{"`},
	} {
		if got := string(appendDocument([]byte(","), test.in)); got != test.want {
			t.Errorf("appendDocument(%q) = %s, want %s", test.in, got, test.want)
		}
	}
}

var (
	errDisk  = errors.New("disk full")
	errQuery = errors.New("query broke")
)

// broken is a result that ends in an error.
type broken struct{ Rows }

func (b *broken) Next() (arrow.RecordBatch, error) {
	batch, err := b.Rows.Next()
	if err == io.EOF {
		err = errQuery
	}
	return batch, err
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errDisk
	}
	return len(p), nil
}

func TestErrors(t *testing.T) {
	conn := connect(t)
	for _, format := range Formats {
		rows := query(t, conn, "SELECT i, repeat('x', 100) FROM range(100000) r(i)")
		if _, err := Write(&failing{200_000}, format, rows, Options{}); !errors.Is(err, errDisk) {
			t.Errorf("%s to a full disk: %v", format, err)
		}
		rows.Close()

		// An error of the query in the first rows leaves no byte.
		var b bytes.Buffer
		rows = query(t, conn, "SELECT i, 'x' FROM range(1000) r(i)")
		_, err := Write(&b, format, &broken{rows}, Options{})
		rows.Close()
		if !errors.Is(err, errQuery) || b.Len() > 0 {
			t.Errorf("%s of a query that breaks: %v after %d bytes", format, err, b.Len())
		}
	}
	unknown := arrow.NewSchema([]arrow.Field{{Name: "t", Type: arrow.FixedWidthTypes.Duration_s}}, nil)
	batch := array.NewRecordBuilder(memory.DefaultAllocator, unknown).NewRecordBatch()
	if _, err := Write(io.Discard, CSV, &one{batch}, Options{}); err == nil || !strings.Contains(err.Error(), `column "t"`) {
		t.Errorf("an unknown type: %v", err)
	}
	if _, err := Parse("xml"); err == nil || !strings.Contains(err.Error(), "ndjson") {
		t.Errorf("Parse(xml): %v", err)
	}
	if f, err := Parse("CSV"); f != CSV || err != nil {
		t.Errorf("Parse(CSV) = %q, %v", f, err)
	}
}

// slow is a result that takes its time; every batch is handed on.
type slow struct{ Rows }

func (s *slow) Next() (arrow.RecordBatch, error) {
	time.Sleep(flushAfter + 10*time.Millisecond)
	return s.Rows.Next()
}

type flushing struct {
	bytes.Buffer
	flushed []int // bytes so far
}

func (f *flushing) Flush() error {
	f.flushed = append(f.flushed, f.Len())
	return nil
}

func TestSlowResultsAreHandedOn(t *testing.T) {
	conn := connect(t)
	for _, format := range []Format{NDJSON, Arrow} {
		rows := query(t, conn, "SELECT i FROM range(3000) r(i)")
		var w flushing
		if _, err := Write(&w, format, &slow{rows}, Options{}); err != nil {
			t.Fatal(err)
		}
		rows.Close()
		if len(w.flushed) != 2 || w.flushed[0] == 0 || w.flushed[1] <= w.flushed[0] {
			t.Errorf("%s was flushed at %v bytes of %d, want twice", format, w.flushed, w.Len())
		}
	}
}
