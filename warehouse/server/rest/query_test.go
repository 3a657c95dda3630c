package rest_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/warehouse/server"
)

const two = "SELECT i AS n, CASE WHEN i = 1 THEN '甲,乙' END AS 名 FROM range(2) r(i)"

func TestFormats(t *testing.T) {
	web := start(t, server.Limits{})
	const (
		ndjson = "{\"n\":0,\"名\":null}\n{\"n\":1,\"名\":\"甲,乙\"}\n"
		csv    = "n,名\r\n0,\r\n1,\"甲,乙\"\r\n"
		tsv    = "n\t名\n0\t\n1\t甲,乙\n"
	)
	for _, test := range []struct {
		format, accept string
		media, body    string // the body may be left out
	}{
		{"ndjson", "", "application/x-ndjson", ndjson},
		{"csv", "", "text/csv; charset=utf-8; header=present", csv},
		{"CSV", "application/json", "text/csv; charset=utf-8; header=present", csv}, // a named format is stronger
		{"tsv", "", "text/tab-separated-values; charset=utf-8", tsv},
		{"arrow", "", "application/vnd.apache.arrow.stream", ""},
		{"json", "", "application/json", ""},
		{"", "", "application/json", ""},
		{"", "*/*", "application/json", ""},
		{"", "application/x-ndjson", "application/x-ndjson", ndjson},
		{"", "application/jsonl", "application/x-ndjson", ndjson},
		{"", "text/*", "text/csv; charset=utf-8; header=present", csv},
		{"", "text/html, application/json;q=0.5, text/csv;q=0.8", "text/csv; charset=utf-8; header=present", csv},
		{"", "application/json;q=0, */*;q=0.1", "application/x-ndjson", ndjson},
		{"", "application/vnd.apache.arrow.stream, */*;q=0.1", "application/vnd.apache.arrow.stream", ""},
	} {
		path := queryPath(two)
		if test.format != "" {
			path = queryPath(two, "format", test.format)
		}
		a := get(t, web, path, "Accept", test.accept)
		if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != test.media {
			t.Errorf("format %q, Accept %q: status %d, type %s, want %s", test.format, test.accept, a.StatusCode, a.Header.Get("Content-Type"), test.media)
		}
		if test.body != "" && a.body != test.body {
			t.Errorf("format %q, Accept %q = %q, want %q", test.format, test.accept, a.body, test.body)
		}
	}
	if a := get(t, web, queryPath(two, "format", "csv", "bom", "1")); a.body != "\uFEFF"+csv {
		t.Errorf("csv with bom = %q", a.body)
	}
	if a := get(t, web, queryPath(two+" WHERE false", "format", "ndjson")); a.StatusCode != http.StatusOK || a.body != "" {
		t.Errorf("no rows = %d %q", a.StatusCode, a.body)
	}
}

func TestJSON(t *testing.T) {
	web := start(t, server.Limits{})
	got := get(t, web, queryPath("SELECT 9223372036854775807 AS big, 3.140000::DECIMAL(18,6) AS published_pct, '轻' AS 名, 'x'::ENUM('x') AS 名 WHERE true")).rows(t)
	if len(got.Data) != 1 || got.Seconds <= 0 {
		t.Fatalf("%+v", got)
	}
	var columns []string
	for _, c := range got.Columns {
		columns = append(columns, c.Name+" "+c.Type)
	}
	if diff := cmp.Diff([]string{"big BIGINT", "published_pct DECIMAL(18,6)", "名 VARCHAR", "名_1 VARCHAR"}, columns); diff != "" {
		t.Error(diff)
	}
	want := map[string]json.RawMessage{"big": []byte("9223372036854775807"), "published_pct": []byte("3.14"), "名": []byte(`"轻"`), "名_1": []byte(`"x"`)}
	if diff := cmp.Diff(want, got.Data[0]); diff != "" {
		t.Error(diff)
	}
	if got.Release != ids(t)[0] || got.Sample || got.RowCount != 1 || got.Truncated || len(got.Notices) != 0 {
		t.Errorf("%+v", got)
	}
	if a := get(t, web, queryPath("SELECT 1 AS a WHERE false")).rows(t); a.Data == nil || len(a.Data) != 0 || a.RowCount != 0 {
		t.Errorf("no rows: %+v", a)
	}
}

func TestPost(t *testing.T) {
	web := start(t, server.Limits{})
	const asJSON, asForm = "application/json", "application/x-www-form-urlencoded"
	for _, test := range []struct {
		path, media, body string
		want              string // value of v in CSV, or the kind of the problem
	}{
		{"", asJSON, `{"sql": "SELECT 1 AS v"}`, "1"},
		{"", asJSON + "; charset=utf-8", `{"sql": "SELECT 1 AS v", "format": null}`, "1"},
		{"", asForm, `{"sql": "SELECT 1 AS v"}`, "1"}, // as curl -d sends it
		{"", "", `{"sql": "SELECT 1 AS v"}`, "1"},
		{"", asForm, "sql=SELECT+2+AS+v", "2"},
		{"", "application/sql", "SELECT 3 AS v", "3"},
		{"", "text/plain", "SELECT '轻' AS v", "轻"},
		{"", asJSON, `{"sql": "SELECT $name || $n AS v", "params": {"name": "甲", "n": 7}}`, "甲7"},
		{"", asJSON, `{"sql": "SELECT ? + ? AS v", "params": [9007199254740993, 1]}`, "9007199254740994"},
		{"", asJSON, `{"sql": "SELECT $1 AS v", "params": [0.1]}`, "0.1"},
		{"", asJSON, `{"sql": "SELECT $1 IS NULL AS v", "params": [null]}`, "true"},
		{"", asForm, "sql=SELECT+%24a+AS+v&params=%7B%22a%22:%2012.50%7D", "12.5"},
		{"", asJSON, `{"sql": "SELECT $a AS v"}`, "parameter"},
		{"", asJSON, `{"sql": "SELECT 1 AS v", "params": {"a": 1}}`, "parameter"},
		{"", asJSON, `{"sql": "SELECT $a AS v", "params": {"a": {"b": 1}}}`, "parameter"},
		{"", asJSON, `{"sql": "SELECT 1 AS v", "params": 3}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1 AS v", "statement": 3}`, "usage"},
		{"", asForm, "sql=SELECT+1&query=x", "usage"},
		{"", asForm, "sql=SELECT+1&sql=SELECT+2", "usage"},
		{"?sql=SELECT+1", asJSON, `{"sql": "SELECT 1 AS v"}`, "usage"},
		{"", asJSON, `{"sql": 1}`, "usage"},
		{"", asJSON, `{"sql": ""}`, "usage"},
		{"", asJSON, `{}`, "usage"},
		{"", asJSON, `[]`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1"} {}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1", "limit": -1}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1", "limit": 1.5}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1", "sample": "perhaps"}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1", "timeout": "soon"}`, "usage"},
		{"", asJSON, `{"sql": "SELECT 1", "format": "xml"}`, "usage"},
		{"", "text/csv", "a,b", "media-type"},
		{"", "no type", "{}", "usage"},
		{"", "application/sql", strings.Repeat("-", 1<<20+1), "limit"},
		{"", "application/sql", "SELECT '" + strings.Repeat("x", 100_000) + "'", "limit"},
	} {
		path := "/api/v1/query" + test.path
		a := post(t, web, path, test.body, "Content-Type", test.media, "Accept", "text/csv")
		var got string
		if a.StatusCode == http.StatusOK {
			got = strings.TrimSuffix(strings.TrimPrefix(a.body, "v\r\n"), "\r\n")
		} else {
			got = strings.TrimPrefix(a.problem(t).Type, "urn:sanpin:problem:")
		}
		if got != test.want {
			t.Errorf("POST %.60q as %s: %s, want %s (%.300s)", test.body, test.media, got, test.want, a.body)
		}
	}
}

func TestProblems(t *testing.T) {
	web := start(t, server.Limits{})
	for _, test := range []struct {
		path   string
		status int
		kind   string
		say    []string // in detail or hint
		place  [2]int   // line and column
	}{
		{queryPath("SELECT 1,\n FROM WHERE"), 400, "syntax", []string{"syntax error"}, [2]int{2, 7}},
		{queryPath("SELECT 省 FROM mart.brand_valuation"), 400, "name", []string{"省"}, [2]int{1, 8}},
		{queryPath("SELECT * FROM staging.filing"), 403, "forbidden", []string{"staging", "mart"}, [2]int{1, 15}},
		{queryPath("DROP TABLE x"), 403, "forbidden", []string{"SELECT"}, [2]int{}},
		{queryPath("SELECT 1; SELECT 2"), 403, "forbidden", []string{"one statement"}, [2]int{}},
		{queryPath("SELECT 'x'::INTEGER"), 422, "query", []string{"x"}, [2]int{}},
		{queryPath("SELECT 1", "release", "20200101T000000"), 404, "no-release", []string{"20200101T000000"}, [2]int{}},
		{queryPath("SELECT 1", "release", "../../etc"), 404, "no-release", []string{"etc"}, [2]int{}},
		{queryPath("SELECT 1", "colour", "red"), 400, "usage", []string{"colour", "sql", "dialect", "params", "format", "release", "sample", "limit", "timeout"}, [2]int{}},
		{"/api/v1/query?sql=SELECT+1&sql=SELECT+2", 400, "usage", []string{"sql", "once"}, [2]int{}},
		{"/api/v1/query", 400, "usage", []string{"sql"}, [2]int{}},
		{queryPath("SELECT 1", "format", "xml"), 400, "usage", []string{"xml", "ndjson"}, [2]int{}},
		{queryPath("SELECT 1", "params", "{"), 400, "usage", []string{"params"}, [2]int{}},
		{"/api/v1/catalog?view=x", 400, "usage", []string{"view", "release"}, [2]int{}},
		{"/api/v1/releases?x=1", 400, "usage", []string{"no parameters"}, [2]int{}},
		{"/api/v1/nothing", 404, "not-found", []string{"/api/v1/nothing", "/api/v1/query"}, [2]int{}},
		{"/", 404, "not-found", []string{"/api/v1/catalog"}, [2]int{}},
	} {
		a := get(t, web, test.path)
		p := a.problem(t)
		if p.Status != test.status || p.Type != "urn:sanpin:problem:"+test.kind || [2]int{p.Line, p.Column} != test.place {
			t.Errorf("%s: %d %s at %d:%d, want %d %s at %v", test.path, p.Status, p.Type, p.Line, p.Column, test.status, test.kind, test.place)
		}
		for _, word := range test.say {
			if !strings.Contains(p.Detail+p.Hint, word) {
				t.Errorf("%s: %q / %q does not say %s", test.path, p.Detail, p.Hint, word)
			}
		}
		if a.Header.Get("ETag") != "" || a.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: an error may be cached: %v", test.path, a.Header)
		}
	}
}

func TestMethods(t *testing.T) {
	web := start(t, server.Limits{})
	for _, test := range []struct{ method, path, allow string }{
		{"DELETE", "/api/v1/query", "GET, HEAD, POST"},
		{"POST", "/api/v1/catalog", "GET, HEAD"},
	} {
		a := do(t, request(t, test.method, web.URL+test.path, ""))
		if p := a.problem(t); p.Status != http.StatusMethodNotAllowed || a.Header.Get("Allow") != test.allow {
			t.Errorf("%s %s: %d, Allow %q", test.method, test.path, p.Status, a.Header.Get("Allow"))
		}
	}
	if a := do(t, request(t, "HEAD", web.URL+queryPath("SELECT 1"), "")); a.StatusCode != http.StatusOK || a.body != "" || a.Header.Get("ETag") == "" {
		t.Errorf("HEAD: %d %q %v", a.StatusCode, a.body, a.Header)
	}
	if a := get(t, web, queryPath("SELECT 1"), "Accept", "text/html"); a.problem(t).Status != http.StatusNotAcceptable {
		t.Errorf("text/html: %d", a.StatusCode)
	}
}

// A release can be asked for by its id; samples say so everywhere.
func TestReleasesAndSamples(t *testing.T) {
	web := start(t, server.Limits{})
	list := ids(t)
	for _, test := range []struct {
		more    []string
		release string
		sample  bool
	}{
		{nil, list[0], false},
		{[]string{"release", list[0]}, list[0], false},
		{[]string{"sample", "true"}, list[0], true},
		{[]string{"release", list[1]}, list[1], true}, // made of samples as a whole
	} {
		a := get(t, web, queryPath("SELECT 1 AS v", test.more...))
		rows := a.rows(t)
		if rows.Release != test.release || a.Header.Get("X-Sanpin-Release") != test.release {
			t.Errorf("%v: release %s, %s", test.more, rows.Release, a.Header.Get("X-Sanpin-Release"))
		}
		if rows.Sample != test.sample || (a.Header.Get("X-Sanpin-Sample") == "sample") != test.sample || (len(rows.Notices) > 0) != test.sample {
			t.Errorf("%v: sample %t, header %q, notices %q", test.more, rows.Sample, a.Header.Get("X-Sanpin-Sample"), rows.Notices)
		}
		csv := get(t, web, queryPath("SELECT 1 AS v", append(test.more, "format", "csv")...))
		if notice := csv.Header.Get("X-Sanpin-Notice"); strings.HasPrefix(notice, "%E7%A4%BA%E4%BE%8B") != test.sample {
			t.Errorf("%v: notice of csv %q", test.more, notice)
		}
	}
}

func TestETag(t *testing.T) {
	web := start(t, server.Limits{})
	const sql = "SELECT 1 AS v"
	first := get(t, web, queryPath(sql))
	tag := first.Header.Get("ETag")
	if !strings.HasPrefix(tag, `W/"`) || first.Header.Get("Cache-Control") != "private, no-cache" || first.Header.Get("Vary") != "Accept, Accept-Encoding" {
		t.Fatalf("%v", first.Header)
	}
	for _, test := range []struct {
		path, have string
		status     int
	}{
		{queryPath(sql), tag, 304},
		{queryPath(sql), `"other", ` + tag, 304},
		{queryPath(sql), strings.TrimPrefix(tag, "W/"), 304},
		{queryPath(sql), "*", 304},
		{queryPath(sql, "release", ids(t)[0]), tag, 304}, // the same release by its name
		{queryPath(sql), `"other"`, 200},
		{queryPath(sql + " "), tag, 200},
		{queryPath(sql, "format", "csv"), tag, 200},
		{queryPath(sql, "sample", "1"), tag, 200},
		{queryPath(sql, "limit", "1"), tag, 200},
		{queryPath(sql, "release", ids(t)[1]), tag, 200},
		{queryPath("SELECT $a AS v", "params", `{"a": 1}`), tag, 200},
	} {
		a := get(t, web, test.path, "If-None-Match", test.have)
		if a.StatusCode != test.status || (test.status == 304 && (a.body != "" || a.Header.Get("ETag") != tag)) {
			t.Errorf("%s with %s: %d %q", test.path, test.have, a.StatusCode, a.body)
		}
	}
	one := get(t, web, queryPath("SELECT $a AS v", "params", `{"a": 1, "b": 2}`)).Header.Get("ETag")
	if a := get(t, web, queryPath("SELECT $a AS v", "params", `{ "b":2, "a":1}`)); a.Header.Get("ETag") != one {
		t.Error("the order of parameters makes another answer")
	}
	if a := post(t, web, "/api/v1/query", sql, "Content-Type", "application/sql", "If-None-Match", "*"); a.StatusCode != 200 || a.Header.Get("ETag") != "" {
		t.Errorf("POST: %d, ETag %s", a.StatusCode, a.Header.Get("ETag"))
	}
	for _, volatile := range []string{"SELECT now()", "SELECT Random ( )", "SELECT current_date", "SELECT * FROM range(9) USING SAMPLE 3"} {
		if a := get(t, web, queryPath(volatile), "If-None-Match", "*"); a.StatusCode != 200 || a.Header.Get("ETag") != "" || a.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d, ETag %q", volatile, a.StatusCode, a.Header.Get("ETag"))
		}
	}
}

func TestCatalog(t *testing.T) {
	web := start(t, server.Limits{})
	a := get(t, web, "/api/v1/catalog")
	var c struct {
		Release string
		Schemas []struct {
			Name  string
			Views []struct {
				Name, Kind, Comment string
				Columns             []struct{ Name, Type, Comment string }
			}
		}
	}
	if err := json.Unmarshal([]byte(a.body), &c); err != nil || c.Release != ids(t)[0] {
		t.Fatalf("%v: %.300s", err, a.body)
	}
	found := false
	for _, s := range c.Schemas {
		for _, v := range s.Views {
			found = found || (s.Name == "mart" && v.Name == "brand_valuation" && v.Kind == "view" && len(v.Columns) > 3 && v.Columns[0].Type != "")
		}
	}
	if !found {
		t.Errorf("mart.brand_valuation is not in the catalog: %.500s", a.body)
	}
	if again := get(t, web, "/api/v1/catalog", "If-None-Match", a.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("again: %d", again.StatusCode)
	}
	if old := get(t, web, "/api/v1/catalog?release="+ids(t)[1], "If-None-Match", a.Header.Get("ETag")); old.StatusCode != http.StatusOK {
		t.Errorf("of the other release: %d", old.StatusCode)
	}
}

func TestReleasesAndInfo(t *testing.T) {
	web := start(t, server.Limits{})
	get(t, web, queryPath("SELECT 1")) // so that a release is open
	var list struct {
		Releases []struct {
			ID      string
			Current bool
			Sample  bool
		}
	}
	a := get(t, web, "/api/v1/releases")
	if err := json.Unmarshal([]byte(a.body), &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Releases) != 2 || !list.Releases[0].Current || list.Releases[0].Sample || list.Releases[1].Current || !list.Releases[1].Sample {
		t.Errorf("%s", a.body)
	}
	var info struct {
		Versions map[string]string
		Release  string
		Formats  []string
		Limits   map[string]float64
	}
	a = get(t, web, "/api/v1/info")
	if err := json.Unmarshal([]byte(a.body), &info); err != nil || info.Versions["sanpin"] != "test" || info.Release != ids(t)[0] ||
		len(info.Formats) != 5 || info.Limits["timeout"] != 60 || info.Limits["rows"] != 1e6 {
		t.Errorf("%v: %s", err, a.body)
	}
}
