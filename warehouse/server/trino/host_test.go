package trino

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// testHost serves one release out of memory: the schema and view that
// ../shared/trino/conformance asks for.
type testHost struct {
	db      *engine.DB
	catalog *warehouse.Catalog
	open    atomic.Int32 // results that are not closed
	turns   atomic.Int32 // turns that are not given back
	broken  string       // id of a release that cannot be opened
}

const brandView = `
CREATE VIEW sanpin.mart.brand AS SELECT * FROM (VALUES
	('云岭茶业', '云南', 2023, 1480.25::DECIMAL(18,4), 12.5::DOUBLE, true, DATE '2024-01-01'),
	('东湖电子', '湖北', 2023, 9120.4, 77.0, false, DATE '2024-01-01'),
	('Northwind', NULL, 2024, NULL, NULL, NULL, NULL)) AS t(name, region, year, value_wan_cny, share_pct, is_regional, as_of)`

func newTestHost(t testing.TB) *testHost {
	t.Helper()
	db, err := engine.Open("", engine.Options{Threads: 2, Functions: function.Scalars()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	h := &testHost{db: db}
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.Exec(t.Context(), "ATTACH ':memory:' AS sanpin; CREATE SCHEMA sanpin.mart; USE sanpin.mart;"+brandView); err != nil {
		t.Fatal(err)
	}
	_, definition, _ := strings.Cut(brandView, " AS ")
	columns := []warehouse.Column{{Name: "name", Type: "VARCHAR", Comment: "品牌名称"}, {Name: "region", Type: "VARCHAR"}, {Name: "year", Type: "INTEGER"},
		{Name: "value_wan_cny", Type: "DECIMAL(18,4)", Comment: "品牌价值（万元）"}, {Name: "share_pct", Type: "DOUBLE"}, {Name: "is_regional", Type: "BOOLEAN"}, {Name: "as_of", Type: "DATE"}}
	h.catalog = &warehouse.Catalog{Release: "20261122T030405", Schemas: []warehouse.Schema{{Name: "mart", Views: []warehouse.View{
		{Schema: "mart", Name: "brand", Comment: "品牌年度表", Definition: definition, Columns: columns}}}}}
	return h
}

func (h *testHost) Acquire(_ context.Context, id string) (warehouse.Querier, func(), error) {
	if h.broken != "" && id == h.broken {
		return nil, nil, errors.New("damaged")
	}
	return h, func() {}, nil
}

func (h *testHost) Enter(ctx context.Context) (func(), error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	h.turns.Add(1)
	return func() { h.turns.Add(-1) }, nil
}

func (h *testHost) Releases() ([]*lake.Release, string, error) {
	return []*lake.Release{{ID: "20261122T030405"}, {ID: "20261121T235959"}, {ID: "20261121T030405"}}, "20261122T030405", nil
}

func (h *testHost) Catalog(context.Context) (*warehouse.Catalog, error) { return h.catalog, nil }

func (h *testHost) Query(ctx context.Context, q warehouse.Request) (*warehouse.Result, error) {
	conn, err := h.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := conn.Query(ctx, q.SQL)
	if err != nil {
		conn.Close()
		return nil, err
	}
	h.open.Add(1)
	return &warehouse.Result{Rows: &testRows{rows, conn, h}, Release: h.catalog.Release}, nil
}

type testRows struct {
	*engine.Rows
	conn *engine.Conn
	host *testHost
}

func (r *testRows) Close() error {
	defer r.host.open.Add(-1)
	defer r.conn.Close()
	return r.Rows.Close()
}

// newTestServer starts a server that is stopped with the test.
func newTestServer(t testing.TB, config Config) (*httptest.Server, *Server, *testHost) {
	t.Helper()
	host := newTestHost(t)
	s := New(host, config)
	web := httptest.NewServer(s)
	t.Cleanup(func() { s.Close(); web.Close() })
	return web, s, host
}

// reply is a page as a client reads it.
type reply struct {
	ID         string           `json:"id"`
	NextURI    string           `json:"nextUri"`
	InfoURI    string           `json:"infoUri"`
	Columns    []map[string]any `json:"columns"`
	Data       [][]any          `json:"data"`
	UpdateType string           `json:"updateType"`
	Stats      map[string]any   `json:"stats"`
	Warnings   []map[string]any `json:"warnings"`
	Error      *struct {
		Message   string         `json:"message"`
		ErrorCode int            `json:"errorCode"`
		ErrorName string         `json:"errorName"`
		ErrorType string         `json:"errorType"`
		Location  map[string]int `json:"errorLocation"`
	} `json:"error"`

	status int
	header http.Header
	body   string
}

// send makes one request.
func send(t testing.TB, method, url, body string, headers map[string]string) *reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if headers["X-Presto-User"] == "" {
		r.Header.Set("X-Trino-User", "tester")
		r.Header.Set("X-Trino-Catalog", "sanpin")
		r.Header.Set("X-Trino-Schema", "mart")
		r.Header.Set("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME,PATH")
	}
	for name, value := range headers {
		r.Header.Set(name, value)
		if value == "" {
			r.Header.Del(name)
		}
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	p := &reply{status: got.StatusCode, header: got.Header, body: string(text)}
	if got.StatusCode == http.StatusOK && len(text) > 0 {
		if err := json.Unmarshal(text, p); err != nil {
			t.Fatalf("%s %s: %v\n%s", method, url, err, text)
		}
	}
	return p
}

// ask sends a statement and fetches all pages; the rows of all are in the last.
func ask(t testing.TB, server, sql string, headers map[string]string) *reply {
	t.Helper()
	p := send(t, "POST", server+"/v1/statement", sql, headers)
	if p.status != http.StatusOK {
		t.Fatalf("%s: status %d: %s", sql, p.status, p.body)
	}
	var rows [][]any
	var columns []map[string]any
	for p.NextURI != "" {
		p = send(t, "GET", p.NextURI, "", headers)
		if p.status != http.StatusOK {
			t.Fatalf("%s: status %d: %s", sql, p.status, p.body)
		}
		rows = append(rows, p.Data...)
		if p.Columns != nil {
			columns = p.Columns
		}
	}
	p.Data, p.Columns = rows, columns
	return p
}

var _ Host = (*testHost)(nil)
var _ warehouse.Rows = (*testRows)(nil)
