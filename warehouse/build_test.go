package warehouse

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/sql"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// inFile opens a serving file as its maker sees it, without the guard.
func inFile(t *testing.T, release *lake.Release) *engine.Conn {
	t.Helper()
	db, err := openServing(context.Background(), release.Serving(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.Exec(context.Background(), searchPath); err != nil {
		t.Fatal(err)
	}
	return conn
}

// want compares the rows of a query of text columns.
func want(t *testing.T, conn *engine.Conn, query, want string) {
	t.Helper()
	rows, err := readTexts(context.Background(), conn, query)
	if err != nil {
		t.Errorf("%s: %v", query, err)
		return
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join(row, ", "))
	}
	if text := strings.Join(got, " | "); text != want {
		t.Errorf("%s\n= %s\nwant %s", query, text, want)
	}
}

func TestBuild(t *testing.T) {
	_, release, results := publish(t, sampleRows(t), BuildOptions{Settings: map[string]string{"tolerance": "5'"}}, modelOf())
	conn := inFile(t, release)

	want(t, conn, "SELECT observation_id, period_end, value, unit, kind FROM lake.observation ORDER BY 1",
		"o-1, 2021-12-31, 21577000, 万元, actual | o-2, 2022-12-31, 24168000.5, 万元, actual | o-3, 2023-12-31, 1, 万元, sample")
	want(t, conn, "SELECT filing_id, array_to_string(partitions, ' ') FROM lake.filing ORDER BY 1",
		"f-actual, observation/year=2021 observation/year=2022 | f-refused,  | f-sample, observation/year=2023")
	want(t, conn, "SELECT * FROM lake.setting ORDER BY 1", "show_sample, false | tolerance, 5'")

	// Every table and column of the manifest is there, with or without rows, and no other.
	for name, table := range release.Manifest.Tables {
		var columns []string
		for _, c := range table.Columns {
			columns = append(columns, c.Name+" "+c.Type)
		}
		want(t, conn, `SELECT string_agg(column_name || ' ' || CASE WHEN data_type LIKE 'ENUM%' THEN 'VARCHAR' ELSE data_type END, ', ' ORDER BY column_index)
			FROM duckdb_columns() WHERE schema_name = 'lake' AND table_name = '`+string(name)+"'", strings.Join(columns, ", "))
	}

	// Dictionaries became ENUMs, whose words are in order; other text did not.
	want(t, conn, "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'observation' AND column_name IN ('kind', 'cell', 'cohort', 'observation_id') ORDER BY 1",
		"cell, VARCHAR | cohort, VARCHAR | kind, ENUM('actual', 'sample') | observation_id, VARCHAR")
	// A type is shared by the tables that have the column.
	want(t, conn, "SELECT DISTINCT data_type FROM duckdb_columns() WHERE column_name = 'kind' AND table_name IN ('observation', 'filing')",
		"ENUM('actual', 'sample')")

	want(t, conn, "SELECT code, name_zh, coalesce(range_max::VARCHAR, 'NULL'), coalesce(additive::VARCHAR, 'NULL') FROM reference.indicator ORDER BY code",
		`patent, 发明"专利", 件, 12.500000, NULL | rd_expenditure, R&D经费, NULL, true`)
	want(t, conn, "SELECT comment FROM duckdb_tables() WHERE table_name = 'indicator'", "One row per indicator")
	// Views of core are kept as tables, in order, unless they ask the session.
	want(t, conn, "SELECT schema_name || '.' || table_name, comment FROM duckdb_tables() WHERE schema_name NOT IN ('lake', 'reference')", "core.fact, One row per fact; it's kept")
	want(t, conn, "SELECT comment FROM duckdb_columns() WHERE column_name = 'per region'", "Facts of the region")
	want(t, conn, `SELECT observation_id, "per region"::VARCHAR FROM core.fact`, "o-1, 3 | o-2, 3 | o-3, 3")
	want(t, conn, `SELECT "年"::VARCHAR, "值" FROM zh."数字" ORDER BY 1`, "2021, 21577000 | 2022, 24168000.5")
	want(t, conn, `SELECT "check", severity, rows::VARCHAR, claim, example FROM lake.check_result`,
		"value_is_set, error, 0, Every observation has a value., ")
	if len(results) != 1 || results[0].Rows != 0 {
		t.Errorf("results = %+v, want one that passed", results)
	}
}

func TestBuildAgain(t *testing.T) {
	_, release, _ := publish(t, sampleRows(t), BuildOptions{}, modelOf())
	before, err := os.Stat(release.Serving())
	if err != nil {
		t.Fatal(err)
	}
	// A build that fails leaves the file as it was, and nothing beside it.
	if _, err := build(context.Background(), release, BuildOptions{}, modelOf("mart/bad.sql", "CREATE VIEW mart.bad AS SELECT nope")); err == nil {
		t.Error("no error of a bad view")
	}
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := build(canceled, release, BuildOptions{}, modelOf()); KindOf(err) != KindCanceled {
		t.Errorf("build with a context that has ended: %v", err)
	}
	if after, err := os.Stat(release.Serving()); err != nil || !os.SameFile(before, after) {
		t.Errorf("the serving file after builds that failed: %v, want the old one", err)
	}
	if _, err := build(context.Background(), release, BuildOptions{Sample: true}, modelOf()); err != nil {
		t.Fatal(err)
	}
	want(t, inFile(t, release), "SELECT value FROM lake.setting", "true")
	want(t, inFile(t, release), "SELECT count(*)::VARCHAR FROM lake.check_result", "1") // not those of before as well
	entries, err := os.ReadDir(release.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

// A column with more words than an ENUM should have stays text.
func TestManyWords(t *testing.T) {
	rows := &lake.Rows{Filings: []lake.Filing{filing("f", "actual", maxWords+1)}}
	for i := range maxWords + 1 {
		o := observation(t, "f", fmt.Sprintf("o-%05d", i), "2021", lake.Decimal(i), "actual")
		o.SubjectName = "place " + o.ObservationID
		rows.Observations = append(rows.Observations, o)
	}
	_, release, _ := publish(t, rows, BuildOptions{}, modelOf())
	conn := inFile(t, release)
	want(t, conn, "SELECT data_type FROM duckdb_columns() WHERE table_name = 'observation' AND column_name = 'subject_name'", "VARCHAR")
	want(t, conn, "SELECT count(DISTINCT subject_name)::VARCHAR, min(kind)::VARCHAR FROM lake.observation", fmt.Sprintf("%d, actual", maxWords+1))
}

func TestBuildErrors(t *testing.T) {
	_, release, _ := publish(t, sampleRows(t), BuildOptions{}, modelOf())
	for _, test := range []struct {
		changes []string
		want    []string
	}{
		{[]string{"mart/bad.sql", "-- One row.\nCREATE VIEW mart.bad AS\nSELECT nope FROM mart.figure"}, []string{"sql/mart/bad.sql: line 3:8:", `"nope" not found`}},
		{[]string{"mart/bad.sql", "CREATE VIEW mart.other AS SELECT 1 AS x"}, []string{"sql/mart/bad.sql does not create the view mart.bad"}},
		{[]string{"mart/bad.sql", "CREATE VIEW mart.bad AS SELEC 1"}, []string{"sql/mart/bad.sql: line 1:25: syntax error"}},
		{[]string{"macro.sql", "CREATE MACRO m() AS (SELECT FROM)"}, []string{"sql/macro.sql: line 1"}},
		{[]string{"reference/indicator.csv", "code,nome\na,b\n"}, []string{`reference/indicator.csv: line 1: the table has no column "nome"`}},
		{[]string{"reference/indicator.csv", "code,code\na,b\n"}, []string{`line 1: the table has no column "code"`}},
		{[]string{"reference/indicator.csv", "code,range_max\na,1\nb,many\n"}, []string{"CSV Error on Line: 3", "many", "range_max"}},
		{[]string{"reference/indicator.csv", "code,range_max\na,1\nb\n"}, []string{"CSV Error on Line: 3"}},
		{[]string{"reference/indicator.csv", ""}, []string{"reference/indicator.csv: line 1: EOF"}},
		{[]string{"reference/indicator.csv", "-"}, []string{"reference/indicator.csv: file does not exist"}},
		{[]string{"reference/indicator.sql", "CREATE TABLE reference.other (code varchar)"}, []string{"sql/reference/indicator.sql: it does not create the table reference.indicator"}},
		{[]string{"reference/unit.csv", "unit\n元\n"}, []string{"sql/reference/unit.csv: there is no .sql file"}},
		{[]string{"tests/bad.sql", "SELECT 1"}, []string{"check sql/tests/bad.sql: its first line is not a comment"}},
		{[]string{"tests/bad.sql", "-- Claim.\n-- severity: dire\nSELECT 1"}, []string{`severity "dire": want error or warning`}},
		{[]string{"tests/bad.sql", "-- Claim.\nSELECT nope FROM mart.figure"}, []string{"check sql/tests/bad.sql: line 2:8", "nope"}},
	} {
		_, err := build(context.Background(), release, BuildOptions{}, modelOf(test.changes...))
		if err == nil {
			t.Errorf("%s: no error", test.changes[0])
			continue
		}
		for _, part := range append(test.want, "build the serving file of release "+release.ID) {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %v\nwant %q in it", test.changes[0], err, part)
			}
		}
	}

	release.Manifest.Tables[lake.Observations].Rows++
	_, err := build(context.Background(), release, BuildOptions{}, modelOf())
	if err == nil || !strings.Contains(err.Error(), "table observation: its files have 3 rows, the manifest says 4") {
		t.Errorf("files and manifest differ: %v", err)
	}
	release.Manifest.Tables[lake.Observations].Rows--
	for _, f := range release.Files(lake.Observations)[:1] {
		if err := os.WriteFile(f, []byte("PAR1 no more"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err = build(context.Background(), release, BuildOptions{}, modelOf()); err == nil || !strings.Contains(err.Error(), filepath.Base(release.Dir)) {
		t.Errorf("damaged Parquet file: %v", err)
	}
}

func TestChecks(t *testing.T) {
	_, _, results := publish(t, sampleRows(t), BuildOptions{}, modelOf(
		"tests/mart/no_2022.sql", "-- No figure is of 2022.\n-- severity: warning\nSELECT observation_id, value, year FROM mart.figure WHERE year = 2022 -- the end",
		"tests/a_few.sql", "\n-- There are no facts.\nSELECT observation_id FROM lake.observation ORDER BY observation_id DESC -- last first",
	))
	for i, want := range []lake.CheckResult{
		{Check: "a_few", Severity: "error", Rows: 3, Claim: "There are no facts.", Example: `{"observation_id":"o-3"}`},
		{Check: "mart/no_2022", Severity: "warning", Rows: 1, Claim: "No figure is of 2022.", Example: `{"observation_id":"o-2","value":24168000.500000,"year":2022}`},
		{Check: "value_is_set", Severity: "error", Claim: "Every observation has a value."},
	} {
		if i >= len(results) || results[i] != want {
			t.Errorf("result %d of %+v, want %+v", i, results, want)
		}
	}
}

// The real model on a small release: everything is created, every claim runs,
// and each published view can be read.
func TestModel(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	views, err := sql.Views()
	if err != nil {
		t.Fatal(err)
	}
	dataDir, release, results := publish(t, sampleRows(t), BuildOptions{}, model{sql.FS, views})
	for _, r := range results {
		if r.Rows > 0 && r.Severity == "error" {
			t.Logf("broken on the test's own release: %s: %s", r.Check, r.Example)
		}
	}
	w, err := Open(context.Background(), dataDir, release.ID, Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	catalog, _ := w.Catalog(context.Background())
	for _, s := range catalog.Schemas {
		for _, v := range s.Views {
			query := "SELECT * FROM " + engine.QuoteName(v.Schema) + "." + engine.QuoteName(v.Name)
			_, result, err := answerText(w, Request{SQL: query, Sample: true, MaxRows: 10})
			if err != nil {
				t.Errorf("%s: %v", query, err)
			} else if n := result.Schema().NumFields(); n != len(v.Columns) {
				t.Errorf("%s has %d columns, the catalog says %d", query, n, len(v.Columns))
			}
		}
	}
	if again, err := w.Check(context.Background()); err != nil || len(again) != len(results) {
		t.Errorf("Check: %d results, %v, want the %d of Build", len(again), err, len(results))
	}
}
