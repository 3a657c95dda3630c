package server

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Each request is one line of the log; statements stand there only when asked for.
func TestLog(t *testing.T) {
	for _, test := range []struct {
		path string
		sql  bool
		want map[string]any // of the line
		not  []string       // keys
	}{
		{now, false, map[string]any{"method": "GET", "path": "/api/v1/query", "status": 200.0, "rows": 1.0, "bytes": 8.0, "release": "r1", "format": "csv", "id": "my-id.1"}, []string{"sql", "problem", "aborted"}},
		{now, true, map[string]any{"sql": "now"}, nil},
		{"/api/v1/query", false, map[string]any{"status": 400.0, "problem": "usage"}, []string{"rows"}},
		{"/nowhere", false, map[string]any{"status": 404.0, "problem": "not-found"}, nil},
	} {
		var log safeBuffer
		s := start(t, newShelf("r1"), func(c *Config) {
			c.Log, c.LogSQL = slog.New(slog.NewJSONHandler(&log, nil)), test.sql
		})
		r := httptest.NewRequest(http.MethodGet, test.path, nil)
		r.Header.Set("Accept", "text/csv")
		r.Header.Set("X-Request-Id", "my-id.1")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if got := w.Header().Get("X-Request-Id"); got != "my-id.1" {
			t.Errorf("%s: X-Request-Id %q", test.path, got)
		}
		var lines []map[string]any
		for _, text := range strings.Split(strings.TrimSpace(log.String()), "\n") {
			var line map[string]any
			if err := json.Unmarshal([]byte(text), &line); err != nil {
				t.Fatal(err)
			}
			if line["msg"] == "request" {
				lines = append(lines, line)
			}
		}
		if len(lines) != 1 {
			t.Fatalf("%s: %d lines:\n%s", test.path, len(lines), log.String())
		}
		for key, want := range test.want {
			if lines[0][key] != want {
				t.Errorf("%s: %s = %v, want %v", test.path, key, lines[0][key], want)
			}
		}
		for _, key := range test.not {
			if _, there := lines[0][key]; there {
				t.Errorf("%s: the line has %s: %v", test.path, key, lines[0])
			}
		}
	}
}

func TestRequestID(t *testing.T) {
	s := start(t, newShelf("r1"), nil)
	seen := map[string]bool{}
	for _, id := range []string{"", "two\nlines", strings.Repeat("x", 65), "空"} {
		r := httptest.NewRequest(http.MethodGet, "/livez", nil)
		r.Header.Set("X-Request-Id", id)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		got := w.Header().Get("X-Request-Id")
		if got == id || len(got) < 16 || seen[got] {
			t.Errorf("X-Request-Id for %q: %q", id, got)
		}
		seen[got] = true
	}
}
