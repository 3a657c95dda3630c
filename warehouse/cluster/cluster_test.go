package cluster

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sanpin/sql"
	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

func TestTranslate(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"SELECT a.b FROM core.yoy AS a", `SELECT a.b FROM "core_yoy" AS a`},
		{"FROM mart.yoy JOIN reference.unit", `FROM "yoy" JOIN "reference_unit"`},
		{`CREATE VIEW zh."品牌" AS`, `CREATE VIEW "品牌" AS`},
		{`COMMENT ON COLUMN zh."品牌"."价值（万元）" IS 'as mart.brand'`, `COMMENT ON COLUMN "品牌"."价值（万元）" IS 'as mart.brand'`},
		{"SELECT 1 -- of core.yoy\nFROM lake.filing", "SELECT 1 -- of core.yoy\nFROM \"lake_filing\""},
		{`SELECT "core.yoy" FROM score.card`, `SELECT "core.yoy" FROM score.card`},
	} {
		if got := translate(test.text); got != test.want {
			t.Errorf("translate(%q)\n= %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestStatements(t *testing.T) {
	got := statements("-- one; not two\nSELECT ';' AS a;\n\nSELECT \"b;\" ;\n;")
	want := []string{"-- one; not two\nSELECT ';' AS a", `SELECT "b;"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestModelIsTaken: of each view there is one statement that makes it, all
// names with a layer are taken, and no two objects get one name.
func TestModelIsTaken(t *testing.T) {
	views, err := sql.Views()
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]string{}
	for _, v := range views {
		name := local(v.Schema, v.Name)
		if made[name] != "" {
			t.Errorf("%s and %s are both %s on a cluster", v.File, made[name], name)
		}
		made[name] = v.File
		for i, s := range statements(v.Text) {
			if strings.HasPrefix(s, "COMMENT ON ") == (i == 0) {
				t.Errorf("%s: statement %d is %.40q", v.File, i+1, s)
			}
			if i == 0 && !createView.MatchString(s) {
				t.Errorf("%s: CREATE VIEW … AS is no line of its own", v.File)
			}
		}
	}
}

func TestExternalTable(t *testing.T) {
	table := &lake.TableManifest{
		Columns: []lake.Column{{Name: "id", Type: "VARCHAR"}, {Name: "value", Type: "DECIMAL(18,6)"}, {Name: "at", Type: "TIMESTAMP WITH TIME ZONE"}, {Name: "parts", Type: "VARCHAR[]"}},
		Files:   []lake.File{{Path: "observation/year=2023/part-0.parquet", Partition: "year=2023"}},
	}
	got, partitioned := externalTable("lake_observation", "s3://b/it's/observation", table)
	want := `CREATE TABLE "lake_observation" ("id" varchar, "value" decimal(18,6), "at" timestamp(6), "parts" array(varchar), "year" varchar)` +
		` WITH (external_location = 's3://b/it''s/observation', format = 'PARQUET', partitioned_by = ARRAY['year'])`
	if diff := cmp.Diff(want, got); diff != "" || !partitioned {
		t.Errorf("partitioned %t\n%s", partitioned, diff)
	}
}

func TestInsert(t *testing.T) {
	got, err := insert("reference_unit", []string{"unit", "numerator"}, []lake.Column{{Name: "numerator", Type: "bigint"}, {Name: "unit", Type: "varchar"}},
		[][]string{{"亩'", "2000"}, {"", ""}})
	want := `INSERT INTO "reference_unit" ("unit", "numerator") SELECT cast("unit" AS varchar), cast("numerator" AS bigint)` +
		` FROM unnest(cast(json_parse('[["亩''","2000"],[null,null]]') AS array(row("unit" varchar, "numerator" varchar))))`
	if got != want || err != nil {
		t.Errorf("insert = %s, %v\nwant %s", got, err, want)
	}
}

func TestSameColumns(t *testing.T) {
	here := []warehouse.Column{{Name: "a", Type: "VARCHAR"}, {Name: "b", Type: "DECIMAL(18,4)"}, {Name: "c", Type: "TIMESTAMP"}}
	for _, test := range []struct {
		there []lake.Column
		want  string
	}{
		{[]lake.Column{{Name: "A", Type: "varchar(3)"}, {Name: "b", Type: "decimal(18,4)"}, {Name: "c", Type: "timestamp(6)"}}, ""},
		{[]lake.Column{{Name: "a", Type: "varchar"}, {Name: "b", Type: "decimal(18,2)"}, {Name: "c", Type: "timestamp(6)"}}, "column 2"},
		{[]lake.Column{{Name: "a", Type: "varchar"}}, "b is not there"},
		{[]lake.Column{{Name: "b", Type: "varchar"}}, "column 1"},
	} {
		err := sameColumns(here, test.there)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("sameColumns(%v) = %v, want %q", test.there, err, test.want)
		}
	}
}

func TestAppendValue(t *testing.T) {
	for _, test := range []struct {
		value any
		typ   string
		want  string
	}{
		{nil, "VARCHAR", `\N`},
		{"3.140000", "DECIMAL", "3.14"},
		{"20.000000", "DECIMAL", "20"},
		{"3.140000", "VARCHAR", "3.140000"},
		{"a\tb\\", "VARCHAR", `a\tb\\`},
		{int64(-5), "BIGINT", "-5"},
		{0.5, "DOUBLE", "0.5"},
		{true, "BOOLEAN", "true"},
		{time.Date(2023, 1, 31, 0, 0, 0, 0, time.UTC), "DATE", "2023-01-31"},
		{time.Date(2023, 1, 31, 8, 0, 0, 5000, time.UTC), "TIMESTAMP", "2023-01-31T08:00:00.000005"},
	} {
		if got := string(appendValue(nil, test.value, test.typ)); got != test.want {
			t.Errorf("appendValue(%v, %s) = %s, want %s", test.value, test.typ, got, test.want)
		}
	}
}

func TestLedger(t *testing.T) {
	const here = "name\na\nb\nb\n"
	for _, test := range []struct {
		ordered bool
		there   string
		want    string // in the difference
	}{
		{inOrder, "a b b", ""},
		{inOrder, "b a b", "row 1"},
		{inOrder, "a b", "3 rows, on the cluster 2"},
		{inOrder, "a b b c", "3 rows, on the cluster 4"},
		{asSet, "b a b", ""},
		{asSet, "a a b", "more often"},
		{asSet, "a b x", "x"},
		{asSet, "a b", "3 rows, on the cluster 2"},
	} {
		l := newLedger(test.ordered)
		for _, part := range strings.SplitAfter(here, "b") { // lines come in pieces
			if _, err := l.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		l.end()
		for line := range strings.FieldsSeq(test.there) {
			l.check([]byte(line))
		}
		err := l.verdict()
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("ordered %t, %q: %v, want %q", test.ordered, test.there, err, test.want)
		}
	}
}

func TestOpen(t *testing.T) {
	release := &lake.Release{ID: "20260102T030405", Dir: "/data/releases/20260102T030405", Manifest: &lake.Manifest{}}
	c, err := Open(release, Config{URL: "http://host:8080"})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if c.Schema != "sanpin_20260102t030405" || c.Location != "file:///data/releases/20260102T030405" || c.Catalog != "hive" {
		t.Errorf("schema %s, location %s, catalog %s", c.Schema, c.Location, c.Catalog)
	}
	for _, wrong := range []Config{{URL: "host:8080"}, {URL: "http://host", Schema: "a b"}} {
		if _, err := Open(release, wrong); err == nil {
			t.Errorf("Open(%+v): no error", wrong)
		}
	}
}
