package lake

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go/format"
)

// fill sets every field of a row. Level 0 leaves all as it is: "", 0 and NULL.
// Level 1 points pointers to "" and 0; from level 2 on values differ by field
// and level.
func fill(v reflect.Value, level int, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), level, n)
		}
	case reflect.Pointer:
		if level > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), level, n)
		}
	case reflect.Slice:
		for i := range level {
			v.Set(reflect.Append(v, reflect.New(v.Type().Elem()).Elem()))
			fill(v.Index(i), level, n)
		}
	case reflect.String:
		if level > 1 {
			v.SetString(fmt.Sprintf("值%d-%d", *n, level))
		}
	case reflect.Int32, reflect.Int64:
		if level > 1 {
			v.SetInt(int64(*n * level * (1 - 2*(level%2)))) // both signs
		}
	case reflect.Bool:
		v.SetBool(level > 1)
	default:
		panic(v.Kind())
	}
}

func testRoundTrip[T Row](t *testing.T) {
	s := schemaOf[T]()
	path := filepath.Join(t.TempDir(), "x.parquet")
	w, err := createFile[T](path)
	if err != nil {
		t.Fatal(err)
	}
	var want []*T
	for level := range batchRows + 10 { // two batches, the last not full
		row := new(T)
		n := 0
		fill(reflect.ValueOf(row).Elem(), level%5, &n)
		if err := w.write(row); err != nil {
			t.Fatal(err)
		}
		want = append(want, row)
	}
	f, err := w.close()
	if err != nil || f.Rows != int64(len(want)) {
		t.Fatalf("%s: %d rows written, %v, want %d", s.table, f.Rows, err, len(want))
	}
	var got []*T
	for row, err := range readFile[T](path) {
		if err != nil {
			t.Fatal(err)
		}
		kept := *row // rows must stay as they are while later ones are read
		got = append(got, &kept)
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: rows written and read (-written +read):\n%.2000s", s.table, diff)
	}
}

// TestRoundTrip: what is written is read, NULL, "" and 0 kept apart.
func TestRoundTrip(t *testing.T) {
	testRoundTrip[Observation](t)
	testRoundTrip[TitleEvent](t)
	testRoundTrip[BrandValuation](t)
	testRoundTrip[ListEntry](t)
	testRoundTrip[Target](t)
	testRoundTrip[Project](t)
	testRoundTrip[Rating](t)
	testRoundTrip[ChainNode](t)
	testRoundTrip[ChainLink](t)
	testRoundTrip[ChainRisk](t)
	testRoundTrip[ProsperityIndex](t)
	testRoundTrip[Standard](t)
	testRoundTrip[Platform](t)
	testRoundTrip[Enterprise](t)
	testRoundTrip[Filing](t)
	testRoundTrip[Reject](t)
	testRoundTrip[CheckResult](t)
}

// TestFileSchema looks at a file with the eyes of another reader: ids, types
// and encodings as they stand in it.
func TestFileSchema(t *testing.T) {
	d := Decimal(1)
	rows := filed("a", 2020)
	rows.Observations[0].Value = &d
	r := publish(t, open(t), nil, rows)
	for _, test := range []struct {
		table    Table
		column   string
		id       int32
		logical  string
		optional bool
		encoding format.Encoding
	}{
		{Observations, "observation_id", 1, "STRING", false, format.DeltaLengthByteArray},
		{Observations, "region_code", 5, "STRING", true, format.RLEDictionary},
		{Observations, "period_end", 12, "DATE", false, format.DeltaBinaryPacked},
		{Observations, "published_on", 24, "DATE", true, format.DeltaBinaryPacked},
		{Observations, "value", 14, "DECIMAL(18,6)", true, format.DeltaBinaryPacked},
		{Observations, "decimals", 21, "INT(32,true)", false, format.DeltaBinaryPacked},
		{Observations, "filing_id", 101, "STRING", false, format.RLEDictionary},
		{Filings, "received_at", 5, "TIMESTAMP(isAdjustedToUTC=true,unit=MICROS)", false, format.DeltaBinaryPacked},
		{Filings, "partitions", 23, "LIST", false, 0},
		{Filings, "element", 123, "STRING", false, format.DeltaLengthByteArray},
	} {
		element, chunk := find(t, r.Files(test.table)[0], test.column)
		if element.FieldID != test.id || element.LogicalType.String() != test.logical {
			t.Errorf("%s.%s has id %d and type %s, want %d and %s", test.table, test.column, element.FieldID, &element.LogicalType, test.id, test.logical)
		}
		if optional := element.RepetitionType.V == format.Optional; optional != test.optional {
			t.Errorf("%s.%s is optional: %v", test.table, test.column, optional)
		}
		if chunk != nil && (!has(chunk.Encoding, test.encoding) || chunk.Codec != format.Zstd) {
			t.Errorf("%s.%s is encoded as %v, %v, want %v, ZSTD", test.table, test.column, chunk.Encoding, chunk.Codec, test.encoding)
		}
	}
}

// find returns what the file at path says of a column; chunk is nil for a
// column that has columns below it.
func find(t *testing.T, path, column string) (*format.SchemaElement, *format.ColumnMetaData) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := openParquet(f)
	if err != nil {
		t.Fatal(err)
	}
	m := p.Metadata()
	if m.CreatedBy != "sanpin version 1(build lake)" {
		t.Errorf("created by %q", m.CreatedBy)
	}
	leaf := 0
	for i := range m.Schema {
		e := &m.Schema[i]
		if e.Name == column && e.NumChildren.V > 0 {
			return e, nil
		}
		if e.Name == column {
			return e, &m.RowGroups[0].Columns[leaf].MetaData
		}
		if e.NumChildren.V == 0 {
			leaf++
		}
	}
	t.Fatalf("%s has no column %s", path, column)
	return nil, nil
}

func has(list []format.Encoding, e format.Encoding) bool {
	for _, x := range list {
		if x == e {
			return true
		}
	}
	return false
}

func TestRowGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 250,000 rows")
	}
	path := filepath.Join(t.TempDir(), "x.parquet")
	w, err := createFile[CheckResult](path)
	if err != nil {
		t.Fatal(err)
	}
	for range 2*rowGroupRows + 1 {
		if err := w.write(&CheckResult{}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := openParquet(f)
	if err != nil {
		t.Fatal(err)
	}
	var got []int64
	for _, g := range p.RowGroups() {
		got = append(got, g.NumRows())
	}
	if diff := cmp.Diff([]int64{rowGroupRows, rowGroupRows, 1}, got); diff != "" {
		t.Errorf("rows by row group (-want +got):\n%s", diff)
	}
}

func TestReadDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.parquet")
	for _, content := range []string{"", "PAR1", "PAR1PAR1", "not parquet at all, but long enough", "PAR1\xff\xff\xff\x7fPAR1"} {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		n := 0
		for row, err := range readFile[Filing](path) {
			if n++; err == nil || row != nil || n > 1 {
				t.Errorf("reading %q yields %v, %v, want one error", content, row, err)
			}
		}
		if n == 0 {
			t.Errorf("reading %q yields nothing, want an error", content)
		}
	}
}

// TestOtherSchema: a file of another table is refused, not read as NULLs.
func TestOtherSchema(t *testing.T) {
	r := publish(t, open(t), nil, filed("a", 2020))
	for _, err := range readFile[CheckResult](r.Files(Filings)[0]) {
		if err == nil {
			t.Error("a filing is read as a check result")
		}
		break
	}
}
