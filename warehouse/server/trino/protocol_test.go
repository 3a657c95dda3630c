package trino

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/types"
)

// runRows makes the server answer so many rows of the engine whatever is asked,
// so that pages can be tried.
func runRows(rows string) func(*Server) {
	return func(s *Server) {
		s.translated = func(*call) (*plan, error) {
			return &plan{SQL: "SELECT i, repeat('x', 100) AS s FROM range(" + rows + ") t(i)", output: []outputColumn{
				{"i", types.Of(types.Bigint)}, {"s", types.Text()}}}, nil
		}
	}
}

// TestPages: rows come in pages, each can be fetched again, none before it.
func TestPages(t *testing.T) {
	web, s, host := newTestServer(t, Config{})
	runRows("200000")(s)
	p := send(t, "POST", web.URL+"/v1/statement", "SELECT i FROM brand", nil)
	if p.Data != nil || p.Columns != nil || !strings.HasPrefix(p.NextURI, web.URL+pathExecuting) || p.Stats["state"] != "QUEUED" {
		t.Fatalf("the first answer: %s", p.body)
	}
	rows, pages := 0, 0
	for p.NextURI != "" {
		uri := p.NextURI
		p = send(t, "GET", uri, "", nil)
		if again := send(t, "GET", uri, "", nil); again.body != p.body {
			t.Fatalf("page %d fetched again differs", pages)
		}
		if len(p.Data) == 0 && strings.Contains(p.body, `"data"`) {
			t.Errorf("page %d has an empty list of rows", pages)
		}
		for _, row := range p.Data {
			if row[0] != float64(rows) {
				t.Fatalf("row %d is %v", rows, row)
			}
			rows++
		}
		if pages++; pages == 2 {
			if old := send(t, "GET", strings.TrimSuffix(uri, "/1")+"/0", "", nil); old.status != http.StatusGone {
				t.Errorf("an older page: status %d, want %d", old.status, http.StatusGone)
			}
		}
	}
	if rows != 200_000 || pages < 5 || p.Stats["state"] != "FINISHED" || p.Stats["processedRows"] != 200_000.0 {
		t.Errorf("%d rows in %d pages, then %s", rows, pages, p.body)
	}
	if host.open.Load() != 0 || host.turns.Load() != 0 {
		t.Errorf("%d results and %d turns are not given back", host.open.Load(), host.turns.Load())
	}
}

// TestBackPressure: a client that does not come holds neither a turn nor more
// than the pages that are ready for it.
func TestBackPressure(t *testing.T) {
	web, s, host := newTestServer(t, Config{})
	runRows("100000000")(s)
	p := send(t, "POST", web.URL+"/v1/statement", "SELECT i FROM brand", nil)
	p = send(t, "GET", p.NextURI, "", nil)
	time.Sleep(300 * time.Millisecond)
	q := s.queries.find(p.ID)
	q.mu.Lock()
	made := q.bytes
	q.mu.Unlock()
	if made > 8*firstPage {
		t.Errorf("%d bytes were made ahead of the client", made)
	}
	if host.turns.Load() != 0 {
		t.Error("a query that waits for its client keeps its turn")
	}
	if host.open.Load() != 1 {
		t.Errorf("%d results are open, want 1", host.open.Load())
	}
	if got := send(t, "DELETE", p.NextURI, "", nil); got.status != http.StatusNoContent {
		t.Errorf("DELETE: status %d", got.status)
	}
	p = send(t, "GET", p.NextURI, "", nil)
	if p.Error == nil || p.Error.ErrorName != "USER_CANCELED" || p.NextURI != "" || len(p.Data) > 0 {
		t.Errorf("after DELETE: %.300s", p.body)
	}
	until(t, "the result is closed", func() bool { return host.open.Load() == 0 })
}

// until waits for what happens soon.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 1500 { // busy machines take long
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("not so: %s", what)
}

// TestStops: what ends a query before its last row, and what the client is told.
func TestStops(t *testing.T) {
	for _, test := range []struct {
		name   string
		config Config
		stop   func(t *testing.T, server string, p *reply)
		want   string
	}{
		{"too many rows", Config{Rows: 50_000}, func(*testing.T, string, *reply) {}, "GENERIC_INSUFFICIENT_RESOURCES"},
		{"too long", Config{Timeout: 50 * time.Millisecond}, func(*testing.T, string, *reply) {}, "EXCEEDED_TIME_LIMIT"},
		{"abandoned", Config{AbandonAfter: 100 * time.Millisecond}, func(*testing.T, string, *reply) { time.Sleep(400 * time.Millisecond) }, "ABANDONED_QUERY"},
		{"by id", Config{}, func(t *testing.T, server string, p *reply) { send(t, "DELETE", server+"/v1/query/"+p.ID, "", nil) }, "USER_CANCELED"},
		{"killed", Config{}, func(t *testing.T, server string, p *reply) {
			if got := ask(t, server, "CALL system.runtime.kill_query(query_id => '"+p.ID+"', message => 'enough')", nil); got.Error != nil || got.UpdateType != "CALL" {
				t.Errorf("CALL: %s", got.body)
			}
		}, "ADMINISTRATIVELY_KILLED"},
	} {
		t.Run(test.name, func(t *testing.T) {
			web, s, host := newTestServer(t, test.config)
			runRows("100000000")(s)
			p := send(t, "POST", web.URL+"/v1/statement", "SELECT i FROM brand", nil)
			p = send(t, "GET", p.NextURI, "", nil)
			test.stop(t, web.URL, p)
			for p.NextURI != "" && p.Error == nil {
				p = send(t, "GET", p.NextURI, "", nil)
			}
			if p.Error == nil || p.Error.ErrorName != test.want {
				t.Errorf("%.300s\nwant %s", p.body, test.want)
			}
			until(t, "the result is closed", func() bool { return host.open.Load() == 0 && host.turns.Load() == 0 })
		})
	}
}

// TestRequests: what is wrong with a request, not with its statement, has an
// HTTP status.
func TestRequests(t *testing.T) {
	web, _, _ := newTestServer(t, Config{})
	for _, test := range []struct {
		method, path, body string
		headers            map[string]string
		want               int
	}{
		{"POST", "/v1/statement", "SELECT 1", nil, http.StatusOK},
		{"POST", "/v1/statement", "  ", nil, http.StatusBadRequest},
		{"POST", "/v1/statement", "SELECT 1", map[string]string{"X-Trino-User": ""}, http.StatusUnauthorized},
		{"POST", "/v1/statement", "SELECT 1", map[string]string{"X-Trino-User": "", "Authorization": "Basic YW5hbHlzdDo="}, http.StatusOK},
		{"POST", "/v1/statement", "SELECT 1", map[string]string{"X-Trino-Catalog": ""}, http.StatusBadRequest},
		{"POST", "/v1/statement", "SELECT 1", map[string]string{"X-Trino-Session": "x"}, http.StatusBadRequest},
		{"POST", "/v1/statement", "SELECT 1", map[string]string{"X-Trino-Session": ""}, http.StatusOK}, // Superset
		{"GET", "/v1/statement/executing/20200101_000000_00000_aaaaa/y/0", "", nil, http.StatusNotFound},
		{"DELETE", "/v1/query/20200101_000000_00000_aaaaa", "", nil, http.StatusNoContent},
		{"HEAD", "/v1/statement", "", nil, http.StatusOK},
		{"GET", "/v1/info", "", nil, http.StatusOK},
		{"GET", "/v1/query/nosuch", "", nil, http.StatusGone},
	} {
		if got := send(t, test.method, web.URL+test.path, test.body, test.headers); got.status != test.want {
			t.Errorf("%s %s %q %v: status %d, want %d: %s", test.method, test.path, test.body, test.headers, got.status, test.want, got.body)
		}
	}
}

// TestSlug: a page is given only to who was told its address.
func TestSlug(t *testing.T) {
	web, _, _ := newTestServer(t, Config{})
	p := send(t, "POST", web.URL+"/v1/statement", "SELECT 1", nil)
	parts := strings.Split(p.NextURI, "/")
	parts[len(parts)-2] = "yguess"
	if got := send(t, "GET", strings.Join(parts, "/"), "", nil); got.status != http.StatusNotFound {
		t.Errorf("another slug: status %d", got.status)
	}
	if got := send(t, "GET", p.NextURI+"7", "", nil); got.status != http.StatusNotFound {
		t.Errorf("a page of the future: status %d", got.status)
	}
}

// TestProxy: addresses are those by which the client knows the server.
func TestProxy(t *testing.T) {
	web, _, _ := newTestServer(t, Config{})
	p := send(t, "POST", web.URL+"/v1/statement", "SELECT 1", map[string]string{"X-Forwarded-Proto": "https", "X-Forwarded-Host": "data.example:8443"})
	if want := "https://data.example:8443/v1/statement/"; !strings.HasPrefix(p.NextURI, want) {
		t.Errorf("nextUri %s, want %s…", p.NextURI, want)
	}
	p = send(t, "POST", web.URL+"/v1/statement", "SELECT 1", map[string]string{"X-Forwarded-Host": `x"},{"y`})
	if !strings.HasPrefix(p.NextURI, web.URL) {
		t.Errorf("nextUri %s", p.NextURI)
	}
}

// TestDrain: a server that stops takes no statement, and lets the pages of the
// running ones be fetched.
func TestDrain(t *testing.T) {
	web, s, _ := newTestServer(t, Config{AbandonAfter: 2 * time.Second})
	runRows("100000")(s)
	p := send(t, "POST", web.URL+"/v1/statement", "SELECT i FROM brand", nil)
	drained := make(chan struct{})
	go func() { s.Drain(t.Context()); close(drained) }()
	until(t, "no statement is taken", func() bool {
		return send(t, "POST", web.URL+"/v1/statement", "SELECT 1", nil).status == http.StatusServiceUnavailable
	})
	rows := 0
	for p.NextURI != "" {
		p = send(t, "GET", p.NextURI, "", nil)
		rows += len(p.Data)
	}
	if rows != 100_000 || p.Error != nil {
		t.Errorf("%d rows, %.200s", rows, p.body)
	}
	select {
	case <-drained:
	case <-time.After(5 * time.Second):
		t.Error("Drain still waits")
	}
}

// TestBrokenRelease: a kept release that cannot be opened is missing in lists,
// and an error where it is asked for.
func TestBrokenRelease(t *testing.T) {
	web, _, host := newTestServer(t, Config{})
	host.broken = "20261121T030405"
	p := ask(t, web.URL, "SELECT DISTINCT table_catalog FROM system.jdbc.schemas ORDER BY 1", nil)
	if got := compactJSON(t, p.Data); p.Error != nil || got != `[["sanpin"],["sanpin_20261121"],["sanpin_20261122"],["system"]]` {
		t.Errorf("%s %v", got, p.Error)
	}
	p = ask(t, web.URL, "SHOW TABLES FROM sanpin_20261121_030405.mart", nil)
	if p.Error == nil || !strings.Contains(p.Error.Message, "damaged") {
		t.Errorf("asked for by name: %s", p.body)
	}
}

// TestInfo: what people and clients are told of a query.
func TestInfo(t *testing.T) {
	web, _, _ := newTestServer(t, Config{})
	p := ask(t, web.URL, "SELECT '<b>' FROM nosuch", nil)
	page := send(t, "GET", web.URL+"/v1/query/"+p.ID, "", nil)
	if !strings.Contains(page.body, `"state":"FAILED"`) {
		t.Errorf("query: %s", page.body)
	}
	resp, err := http.Get(p.InfoURI)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, resp.Body); err != nil || resp.StatusCode != http.StatusOK || strings.Contains(text.String(), "<b>") || !strings.Contains(text.String(), "&lt;b&gt;") {
		t.Errorf("infoUri: %d %v %s", resp.StatusCode, err, text.String())
	}
}

var _ warehouse.Querier = (*testHost)(nil)
