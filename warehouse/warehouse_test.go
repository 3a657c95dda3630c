package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

func TestOpen(t *testing.T) {
	ctx := context.Background()
	_, err := Open(ctx, t.TempDir(), "", Options{})
	if KindOf(err) != KindNoRelease || KindOf(err).Exit() != 5 || !strings.Contains(err.Error(), "nothing is published") {
		t.Errorf("open an empty folder: %v, want no release", err)
	}
	dataDir, release, _ := publish(t, sampleRows(t), BuildOptions{}, modelOf())
	if _, err := Open(ctx, dataDir, "20200101T000000", Options{}); KindOf(err) != KindNoRelease {
		t.Errorf("open a release that is not there: %v", err)
	}
	if _, err := Open(ctx, dataDir, "../..", Options{}); KindOf(err) != KindNoRelease {
		t.Errorf("open ../..: %v", err)
	}
	for _, id := range []string{"", release.ID} {
		w, err := Open(ctx, dataDir, id, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := answerText(w, Request{SQL: "SELECT count(*) FROM mart.figure"}); got != "2" || err != nil {
			t.Errorf("release %q: %q, %v, want 2", id, got, err)
		}
		w.Close()
		w.Close()
		if _, err := w.Query(ctx, Request{SQL: "SELECT 1"}); err == nil {
			t.Error("query after Close: no error")
		}
	}
	// What is missing is made again, with the real model.
	if err := os.Remove(release.Serving()); err != nil {
		t.Fatal(err)
	}
	w, err := Open(ctx, dataDir, "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if got, _, err := answerText(w, Request{SQL: "SELECT count(*) FROM core.observation"}); got != "3" || err != nil {
		t.Errorf("after the serving file was removed: %q, %v, want 3", got, err)
	}
	if err := os.WriteFile(release.Serving(), []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, dataDir, "", Options{}); err == nil || !strings.Contains(err.Error(), "open release "+release.ID) {
		t.Errorf("open a damaged serving file: %v", err)
	}
}

func TestQuery(t *testing.T) {
	w := opened(t, BuildOptions{})
	for _, test := range []struct {
		request Request
		want    string
	}{
		{Request{SQL: "SELECT year, value FROM mart.figure ORDER BY year"}, "2021, 21577000 | 2022, 24168000.5"},
		{Request{SQL: `SELECT "年" FROM 数字 ORDER BY 1`}, "2021 | 2022"},
		{Request{SQL: "SELECT year FROM sanpin.mart.figure WHERE year = $y", Params: map[string]any{"y": 2021}}, "2021"},
		{Request{SQL: "SELECT year FROM figure WHERE year > ? ORDER BY 1", Params: map[string]any{"1": 2021}}, "2022"},
		{Request{SQL: "SELECT year FROM mart.figure WHERE kind = 'nothing'"}, ""},
		{Request{SQL: "SELECT cardinality([1, 2])"}, "2"}, // a macro of the model
		{Request{SQL: "SELECT code FROM reference.indicator ORDER BY code DESC LIMIT 1"}, "rd_expenditure"},
		{Request{SQL: "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'mart'"}, "1"},
		{Request{SQL: "SELECT column_name FROM (DESCRIBE mart.figure) LIMIT 1"}, "observation_id"},
		{Request{SQL: "SELECT timezone(TIMESTAMPTZ '2023-09-05 00:00:00+00')::VARCHAR FROM range(0)"}, ""},
		{Request{SQL: "SELECT (TIMESTAMPTZ '2023-09-04 16:00:00+00')::DATE"}, "2023-09-05"}, // a day in China
	} {
		got, result, err := answerText(w, test.request)
		if got != test.want || err != nil {
			t.Errorf("%s\n= %q, %v, want %q", test.request.SQL, got, err, test.want)
			continue
		}
		if len(result.Notices) > 0 || result.Truncated || result.Release != w.Release.ID {
			t.Errorf("%s: notices %q, truncated %t, release %s", test.request.SQL, result.Notices, result.Truncated, result.Release)
		}
	}
}

func TestSample(t *testing.T) {
	normal, sample := opened(t, BuildOptions{}), opened(t, BuildOptions{Sample: true})
	for _, test := range []struct {
		w      *Warehouse
		ask    bool
		want   string
		notice string
	}{
		{normal, false, "2", ""},
		{normal, true, "3", noticeSampleShown},
		{normal, false, "2", ""}, // what one session asked for is not there for the next
		{sample, false, "3", noticeSampleRelease},
		{sample, true, "3", noticeSampleRelease},
	} {
		got, result, err := answerText(test.w, Request{SQL: "SELECT count(*) FROM mart.figure", Sample: test.ask})
		if err != nil || got != test.want || strings.Join(result.Notices, "") != test.notice {
			t.Errorf("sample release %t, sample asked for %t: %s rows, %q, %v, want %s, %q",
				test.w.catalog.Sample, test.ask, got, result.Notices, err, test.want, test.notice)
		}
	}
}

func TestMaxRows(t *testing.T) {
	w := opened(t, BuildOptions{})
	for _, test := range []struct {
		have, max int64
		rows      int
		truncated bool
	}{
		{0, 1, 0, false},
		{10, 0, 10, false},
		{10, 11, 10, false},
		{10, 10, 10, false},
		{10, 9, 9, true},
		{5000, 2048, 2048, true}, // the end of a batch
		{5000, 2049, 2049, true},
		{4096, 4096, 4096, false},
	} {
		got, result, err := answerText(w, Request{SQL: fmt.Sprintf("SELECT range FROM range(%d)", test.have), MaxRows: test.max})
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Count(got, "|") + 1
		if got == "" {
			rows = 0
		}
		if rows != test.rows || result.Truncated != test.truncated || (len(result.Notices) == 1) != test.truncated {
			t.Errorf("%d of %d rows: %d, truncated %t, notices %q", test.max, test.have, rows, result.Truncated, result.Notices)
		}
	}
}

func TestQueryErrors(t *testing.T) {
	w := opened(t, BuildOptions{})
	for _, test := range []struct {
		request Request
		kind    Kind
		want    string
	}{
		{Request{SQL: "SELECT\n  yeer FROM mart.figure"}, KindName, "line 2:3: Referenced column \"yeer\" not found in FROM clause!\nCandidate bindings: \"year\""},
		{Request{SQL: "SELECT '中', yeer FROM mart.figure"}, KindName, "line 1:13: Referenced"},
		{Request{SQL: "SELECT * FROM mart.figur"}, KindName, `Did you mean "figure"?`},
		{Request{SQL: "SELECT substrr('a')"}, KindName, `Did you mean "substr"?`},
		{Request{SQL: "SELECT DATE '2023-01-01' + 'b'"}, KindName, "Could not choose a best candidate"},
		{Request{SQL: "SELECT unit::INTEGER FROM mart.figure"}, KindQuery, "Could not convert string '万元' to INT32"},
		{Request{SQL: "SELECT value * 1000000000000000000000000000000000000::DECIMAL(38,0) FROM mart.figure"}, KindQuery, "Overflow"},
		{Request{SQL: "SELECT error('as asked')"}, KindQuery, "as asked"},
		{Request{SQL: "SELECT [year]::VARIANT AS v FROM mart.figure"}, KindQuery, `column "v": values of type VARIANT cannot be given out`},
		{Request{SQL: "SELECT $y"}, KindParameter, "parameter $y has no value"},
		{Request{SQL: "SELECT $y", Params: map[string]any{"y": 1, "z": 2}}, KindParameter, "no parameter $z"},
		{Request{SQL: "SELECT 1\x00"}, KindSyntax, "NUL"},
		{Request{SQL: "SELECT '\xff'"}, KindParameter, "UTF-8"},
		{Request{SQL: "SELECT * FROM lake.observation"}, KindForbidden, "not published"},
	} {
		_, _, err := answerText(w, test.request)
		if KindOf(err) != test.kind || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s\n%s error %v\nwant %s, %s", test.request.SQL, KindOf(err), err, test.kind, test.want)
		}
	}
}

func TestCancel(t *testing.T) {
	w := opened(t, BuildOptions{})
	const endless = "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE (i * j) % 7 = 3"
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	result, err := w.Query(ctx, Request{SQL: endless})
	if err == nil {
		_, err = result.Next()
		result.Close()
	}
	if KindOf(err) != KindTimeout || time.Since(start) > 2*time.Second {
		t.Errorf("a query past its deadline: %v after %v", err, time.Since(start))
	}
	ctx, cancel = context.WithCancel(context.Background())
	if result, err = w.Query(ctx, Request{SQL: "SELECT * FROM range(100000000)"}); err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	if _, err := result.Next(); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := result.Next(); KindOf(err) != KindCanceled {
		t.Errorf("Next after cancel: %v", err)
	}
}

// What does not fit in memory goes to the folder given, and is gone afterwards.
func TestLittleMemory(t *testing.T) {
	_, release, _ := publish(t, sampleRows(t), BuildOptions{}, modelOf())
	dir := t.TempDir()
	w, err := openRelease(context.Background(), release, Options{Threads: 2, MemoryLimit: "80MB", TempDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	result, err := w.Query(context.Background(), Request{SQL: "SELECT i, md5(i::VARCHAR) AS m FROM range(3000000) t(i) ORDER BY m"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := result.Next(); err != nil {
		t.Error(err)
	}
	used, err := os.ReadDir(dir)
	if err != nil || len(used) != 1 {
		t.Errorf("folders for spilling while sorting 100 MB with 80 MB: %v, %v, want one", used, err)
	}
	result.Close()
	w.Close()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	w, err = openRelease(context.Background(), release, Options{Threads: 1, MemoryLimit: "10MB", TempDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	_, _, err = answerText(w, Request{SQL: "SELECT len(list(i)) FROM range(30000000) t(i)"})
	if KindOf(err) != KindMemory {
		t.Errorf("30 million numbers in 10 MB: %v", err)
	}
}

// The file cannot be changed, and nothing else be read, even without the guard.
func TestLocked(t *testing.T) {
	w := opened(t, BuildOptions{})
	conn, err := w.session(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, statement := range []string{
		"CREATE TABLE mart.x AS SELECT 1",
		"DROP VIEW mart.figure",
		"DELETE FROM lake.observation",
		"COMMENT ON VIEW mart.figure IS 'x'",
		"SET enable_external_access = true",
		"SET threads = 8",
		"SET TimeZone = 'UTC'",
		"SELECT * FROM read_text('" + w.Release.Dir + "/manifest.json')",
		"COPY (SELECT 1) TO '" + w.Release.Dir + "/x.csv'",
		"ATTACH '" + w.Release.Dir + "/x.duckdb'",
		"LOAD httpfs",
	} {
		if err := conn.Exec(context.Background(), statement); err == nil {
			t.Errorf("%s: no error", statement)
		}
	}
}

// DuckDB's own faults end its instance; the warehouse opens another.
func TestRenew(t *testing.T) {
	w := opened(t, BuildOptions{})
	old := w.db
	for _, class := range []string{"INTERNAL", "FATAL", "Binder"} {
		cause := &engine.Error{Class: class, Message: "made up", Position: -1}
		before := w.db
		if err := w.renew(context.Background(), cause); !errors.Is(err, cause) {
			t.Errorf("renew after %s: %v", class, err)
		}
		if renewed := w.db != before; renewed != (class != "Binder") {
			t.Errorf("after an error of class %s: renewed %t", class, renewed)
		}
	}
	if w.db == old {
		t.Error("still the first instance")
	}
	if got, _, err := answerText(w, Request{SQL: "SELECT count(*) FROM mart.figure"}); got != "2" || err != nil {
		t.Errorf("query afterwards: %q, %v", got, err)
	}
	// A statement that DuckDB 1.5.6 answers with an internal error.
	fault := Request{SQL: "SELECT typeof($a), $a::VARCHAR", Params: map[string]any{"a": "x"}}
	if _, _, err := answerText(w, fault); err != nil && KindOf(err) != KindInternal {
		t.Errorf("%s: %v", fault.SQL, err)
	}
	if got, _, err := answerText(w, Request{SQL: "SELECT count(*) FROM mart.figure"}); got != "2" || err != nil {
		t.Errorf("query after a fault of the engine: %q, %v", got, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	w := opened(t, BuildOptions{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			want := []string{"2", "3"}[i%2]
			for range 10 {
				got, _, err := answerText(w, Request{SQL: "SELECT count(*) FROM mart.figure", Sample: i%2 == 1})
				if got != want || err != nil {
					t.Errorf("%q, %v, want %s", got, err, want)
				}
			}
		})
	}
	group.Wait()
}

// A result outlives the warehouse, so that a server can switch releases
// without dropping a query.
func TestCloseWhileReading(t *testing.T) {
	w := opened(t, BuildOptions{})
	result, err := w.Query(context.Background(), Request{SQL: "SELECT r, f.year FROM range(20000) t(r), mart.figure f"})
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	w.Close()
	rows := int64(0)
	for {
		batch, err := result.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		rows += batch.NumRows()
	}
	if rows != 40000 {
		t.Errorf("%d rows, want 40000", rows)
	}
}

func TestCatalog(t *testing.T) {
	w := opened(t, BuildOptions{})
	catalog, err := w.Catalog(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range catalog.Schemas {
		for _, v := range s.Views {
			names = append(names, fmt.Sprintf("%s.%s %t", v.Schema, v.Name, v.IsTable))
		}
	}
	if got, want := strings.Join(names, ", "), "mart.figure false, zh.数字 false, core.fact false, core.shown_kind false, reference.indicator true"; got != want {
		t.Errorf("views %s, want %s", got, want)
	}
	figure := catalog.Find("MART", "Figure")
	if figure == nil || catalog.Find("lake", "observation") != nil {
		t.Fatalf("Find: %v, want mart.figure and nothing in lake", figure)
	}
	if figure.Comment != "One row per figure" {
		t.Errorf("comment %q", figure.Comment)
	}
	for _, want := range []Column{
		{"region_code", "VARCHAR", ""}, // an ENUM in the file
		{"year", "BIGINT", ""},
		{"value", "DECIMAL(18,6)", "Value, in its unit"},
	} {
		found := false
		for _, c := range figure.Columns {
			found = found || c == want
		}
		if !found {
			t.Errorf("columns %+v, want %+v among them", figure.Columns, want)
		}
	}
	if fact := catalog.Find("core", "fact"); fact.Comment != "One row per fact; it's kept" {
		t.Errorf("comment of a view that is kept as a table: %q", fact.Comment)
	}
	if indicator := catalog.Find("reference", "indicator"); indicator.Comment != "One row per indicator" {
		t.Errorf("comment of the table %q", indicator.Comment)
	}
	for from, want := range map[string]string{"ENUM('a', ')')[]": "VARCHAR[]", "ENUM('a')": "VARCHAR", "DATE": "DATE"} {
		if got := plainType(from); got != want {
			t.Errorf("plainType(%s) = %s, want %s", from, got, want)
		}
	}
}

func BenchmarkQuery(b *testing.B) {
	rows := &lake.Rows{Filings: []lake.Filing{filing("f", "actual", 100000)}}
	for i := range 100000 {
		rows.Observations = append(rows.Observations, observation(b, "f", fmt.Sprintf("o-%06d", i), fmt.Sprint(2000+i%20), lake.Decimal(i*1000), "actual"))
	}
	_, release, _ := publish(b, rows, BuildOptions{}, modelOf())
	w, err := openRelease(context.Background(), release, Options{Threads: 2})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	for name, sql := range map[string]string{
		"one row":          "SELECT count(*) FROM mart.figure WHERE year = 2010",
		"group":            "SELECT year, region_code, sum(value) FROM mart.figure GROUP BY year, region_code ORDER BY year",
		"100k x 8 streams": "SELECT * FROM mart.figure",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				result, err := w.Query(context.Background(), Request{SQL: sql})
				if err != nil {
					b.Fatal(err)
				}
				for err == nil {
					_, err = result.Next()
				}
				if err != io.EOF {
					b.Fatal(err)
				}
				result.Close()
			}
		})
	}
}
