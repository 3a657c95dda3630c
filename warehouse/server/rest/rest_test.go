package rest_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"sanpin/warehouse"
	"sanpin/warehouse/lake"
	"sanpin/warehouse/server"
)

// published is a data folder with a release of no rows and one that is a
// sample, the current one; it is made once.
var published = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "rest-test-*"); err != nil {
		return "", err
	}
	l, err := lake.Open(dir)
	if err != nil {
		return "", err
	}
	for _, sample := range []bool{true, false} {
		if err := publish(l, sample); err != nil {
			return "", err
		}
	}
	return dir, nil
})

func publish(l *lake.Lake, sample bool) error {
	draft, err := l.Begin()
	if err != nil {
		return err
	}
	defer draft.Abort()
	_, err = draft.Publish(context.Background(), lake.Meta{Sample: sample})
	return err
}

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := published(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// start serves the published releases.
func start(t testing.TB, limits server.Limits) *httptest.Server {
	t.Helper()
	dir, err := published()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lake.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := server.New(server.Config{Lake: l, Limits: limits, Versions: map[string]string{"sanpin": "test"},
		Open: func(ctx context.Context, id string) (server.Release, error) {
			return warehouse.Open(ctx, dir, id, warehouse.Options{})
		}})
	web := httptest.NewServer(s)
	t.Cleanup(func() {
		web.CloseClientConnections()
		web.Close()
		s.Close()
	})
	return web
}

// ids are those of the published releases, newest first.
func ids(t testing.TB) []string {
	t.Helper()
	dir, err := published()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lake.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	all, err := l.Releases()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range all {
		list = append(list, r.ID)
	}
	return list
}

// answer is a response that was read.
type answer struct {
	*http.Response
	body string
}

func do(t testing.TB, r *http.Request) answer {
	t.Helper()
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("%s: %v", r.URL, err)
	}
	return answer{response, string(body)}
}

// get asks for a path; further arguments are headers, name and value.
func get(t testing.TB, web *httptest.Server, path string, headers ...string) answer {
	t.Helper()
	return do(t, request(t, http.MethodGet, web.URL+path, "", headers...))
}

func post(t testing.TB, web *httptest.Server, path, body string, headers ...string) answer {
	t.Helper()
	return do(t, request(t, http.MethodPost, web.URL+path, body, headers...))
}

func request(t testing.TB, method, url, body string, headers ...string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func queryPath(sql string, more ...string) string {
	values := url.Values{"sql": {sql}}
	for i := 0; i < len(more); i += 2 {
		values.Set(more[i], more[i+1])
	}
	return "/api/v1/query?" + values.Encode()
}

// rowsAnswer is the JSON answer to a query.
type rowsAnswer struct {
	Release   string
	Dialect   string
	Sample    bool
	Columns   []struct{ Name, Type string }
	Data      []map[string]json.RawMessage
	RowCount  int64 `json:"row_count"`
	Truncated bool
	Notices   []string
	Seconds   float64
}

func (a answer) rows(t testing.TB) rowsAnswer {
	t.Helper()
	var rows rowsAnswer
	d := json.NewDecoder(strings.NewReader(a.body))
	d.DisallowUnknownFields()
	if err := d.Decode(&rows); err != nil || a.StatusCode != http.StatusOK {
		t.Fatalf("status %d, %v: %s", a.StatusCode, err, a.body)
	}
	return rows
}

// problem is an error answer.
type problem struct {
	Type, Title, Detail, Hint, Excerpt string
	Status, Line, Column               int
	RequestID                          string `json:"request_id"`
}

func (a answer) problem(t testing.TB) problem {
	t.Helper()
	var p problem
	if err := json.Unmarshal([]byte(a.body), &p); err != nil || a.Header.Get("Content-Type") != "application/problem+json" {
		t.Fatalf("status %d, %s, %v: %s", a.StatusCode, a.Header.Get("Content-Type"), err, a.body)
	}
	if p.Status != a.StatusCode || p.Type == "" || p.Title == "" || p.Detail == "" || p.RequestID != a.Header.Get("X-Request-Id") {
		t.Errorf("status %d: incomplete problem: %s", a.StatusCode, a.body)
	}
	return p
}
