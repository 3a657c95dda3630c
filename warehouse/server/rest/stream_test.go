package rest_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sanpin/warehouse/server"
	"sanpin/warehouse/server/rest"
)

const (
	many  = "SELECT i AS n, 'a text that makes the row longer' AS t FROM range(100000) r(i)"
	never = "SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = 7"
	// breaks fails in a late row, when others have been sent.
	breaks = "SELECT i AS n, 'a text that makes the row longer' AS t, (CASE WHEN i = 400000 THEN 'x' ELSE '1' END)::INTEGER AS c FROM range(500000) r(i)"
)

func TestLimits(t *testing.T) {
	web := start(t, server.Limits{Limits: rest.Limits{Timeout: 5 * time.Second, Rows: 5000, Bytes: 100_000}})
	for _, test := range []struct {
		sql  string
		more []string
		kind string // of the problem; "" for none
		say  string
	}{
		{"SELECT * FROM range(5000)", nil, "", ""},
		{"SELECT * FROM range(5001)", nil, "limit", "more than 5000 rows"},
		{"SELECT * FROM range(11)", []string{"rows", "10"}, "limit", "more than 10 rows"},
		{"SELECT * FROM range(10)", []string{"rows", "10"}, "", ""},
		{"SELECT 1", []string{"rows", "5001"}, "usage", "5001 is more than 5000"},
		{"SELECT 1", []string{"bytes", "100001"}, "usage", "lowered, not raised"},
		{"SELECT 1", []string{"timeout", "6"}, "usage", "6s is more than 5s"},
		{"SELECT repeat('x', 2000)", []string{"bytes", "1000"}, "limit", "more than 1000 bytes"},
		{"SELECT repeat('x', 200000)", nil, "limit", "more than 100000 bytes"},
		{never, []string{"timeout", "0.2"}, "timeout", "after 200ms"},
		{never, []string{"timeout", "150ms"}, "timeout", "after 150ms"},
	} {
		a := get(t, web, queryPath(test.sql, test.more...))
		if test.kind == "" {
			a.rows(t)
			continue
		}
		if p := a.problem(t); p.Type != "urn:sanpin:problem:"+test.kind || !strings.Contains(p.Detail, test.say) || p.Hint == "" {
			t.Errorf("%s %v: %s", test.sql, test.more, a.body)
		}
	}
}

// The parameter limit cuts an answer off, and the answer says so.
func TestLimitParameter(t *testing.T) {
	web := start(t, server.Limits{})
	for _, test := range []struct {
		rows, limit int
		truncated   bool
	}{{3, 3, false}, {4, 3, true}, {90_000, 50_000, true}, {50_000, 50_000, false}} {
		sql := fmt.Sprintf("SELECT i FROM range(%d) r(i)", test.rows)
		rows := get(t, web, queryPath(sql, "limit", fmt.Sprint(test.limit))).rows(t)
		if rows.Truncated != test.truncated || rows.RowCount != int64(test.limit) || (len(rows.Notices) > 0) != test.truncated {
			t.Errorf("%+v: %t, %d rows, %q", test, rows.Truncated, rows.RowCount, rows.Notices)
		}
		csv := get(t, web, queryPath(sql, "limit", fmt.Sprint(test.limit), "format", "csv"))
		said := csv.Header.Get("X-Sanpin-Truncated") + csv.Trailer.Get("X-Sanpin-Truncated")
		if said != fmt.Sprint(test.truncated) || strings.Count(csv.body, "\n") != test.limit+1 {
			t.Errorf("%+v as csv: %q, %d lines", test, said, strings.Count(csv.body, "\n"))
		}
	}
}

func TestGzip(t *testing.T) {
	web := start(t, server.Limits{})
	for _, path := range []string{queryPath(many, "format", "csv"), queryPath(many, "format", "ndjson"), "/api/v1/catalog"} {
		plain := get(t, web, path)
		packed := get(t, web, path, "Accept-Encoding", "br, gzip;q=0.5")
		if packed.Header.Get("Content-Encoding") != "gzip" || len(packed.body) >= len(plain.body)/2 {
			t.Errorf("%s: %q, %d of %d bytes", path, packed.Header.Get("Content-Encoding"), len(packed.body), len(plain.body))
			continue
		}
		z, err := gzip.NewReader(strings.NewReader(packed.body))
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(z); err != nil || string(body) != plain.body {
			t.Errorf("%s: unpacked is another text: %v", path, err)
		}
	}
	for _, test := range []struct{ path, accept string }{
		{queryPath("SELECT 1"), "gzip"}, // small
		{queryPath(many), "gzip;q=0, *"},
		{queryPath(many), "br"},
	} {
		if a := get(t, web, test.path, "Accept-Encoding", test.accept); a.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s for %s is compressed", test.path, test.accept)
		}
	}
}

// What breaks after the first byte never looks like an end.
func TestBrokenAnswers(t *testing.T) {
	web := start(t, server.Limits{})
	for _, format := range []string{"json", "ndjson", "csv", "arrow"} {
		for _, test := range []struct{ sql, rows, encoding string }{
			{breaks, "1000000", "identity"}, {breaks, "1000000", "gzip"}, {many, "95000", "identity"},
		} {
			r := request(t, http.MethodGet, web.URL+queryPath(test.sql, "format", format, "rows", test.rows), "", "Accept-Encoding", test.encoding)
			response, err := http.DefaultTransport.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(response.Body)
			response.Body.Close()
			if response.StatusCode != http.StatusOK || !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("%s, %s: status %d, %d bytes, %v; want a broken answer", format, test.encoding, response.StatusCode, len(body), err)
			}
		}
	}
}

// A client of HTTP/1.0, as proxies are, knows the end of an answer by the end of
// the connection only: a broken answer must be a broken connection.
func TestBrokenAnswerOfHTTP10(t *testing.T) {
	web := start(t, server.Limits{})
	for _, test := range []struct {
		sql   string
		whole bool
	}{{many, true}, {breaks, false}} {
		conn, err := net.Dial("tcp", web.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "GET %s HTTP/1.0\r\n\r\n", queryPath(test.sql, "format", "csv"))
		body, err := io.ReadAll(conn)
		conn.Close()
		if len(body) < 100_000 || (err == nil) != test.whole || (err != nil && !errors.Is(err, syscall.ECONNRESET)) {
			t.Errorf("%d bytes, %v; want whole: %t", len(body), err, test.whole)
		}
	}
}

// The first rows arrive long before the last one is known.
func TestStreaming(t *testing.T) {
	web := start(t, server.Limits{Limits: rest.Limits{Rows: 1 << 40, Bytes: 1 << 50}})
	r := request(t, http.MethodGet, web.URL+queryPath("SELECT i FROM range(100000000000) r(i)", "format", "ndjson"), "")
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	for i := range 50_000 {
		if !lines.Scan() || lines.Text() != fmt.Sprintf(`{"i":%d}`, i) {
			t.Fatalf("line %d: %s, %v", i, lines.Text(), lines.Err())
		}
	}
}

// When the client goes away its query ends and its turn is free, whether the
// query has sent rows or not.
func TestDisconnect(t *testing.T) {
	web := start(t, server.Limits{Limits: rest.Limits{Rows: 1 << 40, Bytes: 1 << 50}, Concurrency: 1, Queue: 1})
	for _, test := range []struct{ method, sql string }{
		{"GET", never}, {"POST", never}, {"GET", "SELECT i FROM range(100000000000) r(i)"},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		var body io.Reader = http.NoBody
		path := "/api/v1/query"
		if test.method == "POST" {
			body = strings.NewReader(test.sql)
		} else {
			path = queryPath(test.sql)
		}
		r, err := http.NewRequestWithContext(ctx, test.method, web.URL+path, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/sql")
		if response, err := http.DefaultTransport.RoundTrip(r); err == nil {
			_, err = io.Copy(io.Discard, response.Body)
			response.Body.Close()
			if err == nil {
				t.Error("the query ended by itself")
			}
		}
		cancel()
		begin := time.Now()
		get(t, web, queryPath("SELECT 1")).rows(t)
		if waited := time.Since(begin); waited > 3*time.Second {
			t.Errorf("%s %s: the next query waited %s", test.method, test.sql, waited)
		}
	}
}

// Those over concurrency and queue are turned away, with a time to come back.
func TestQueue(t *testing.T) {
	web := start(t, server.Limits{Concurrency: 1, Queue: 1})
	get(t, web, queryPath("SELECT 1"))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var held sync.WaitGroup
	for range 2 { // one runs, one waits
		held.Go(func() {
			for ctx.Err() == nil { // it may be turned away itself
				r, err := http.NewRequestWithContext(ctx, "GET", web.URL+queryPath(never), http.NoBody)
				if err != nil {
					t.Error(err)
					return
				}
				if response, err := http.DefaultTransport.RoundTrip(r); err == nil {
					response.Body.Close()
					if response.StatusCode != http.StatusServiceUnavailable {
						t.Errorf("an answer: %d", response.StatusCode)
					}
				}
			}
		})
	}
	var a answer
	for range 100 {
		a = get(t, web, queryPath("SELECT 1", "timeout", "100ms"))
		if a.StatusCode == http.StatusServiceUnavailable && strings.Contains(a.body, "queue is full") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if p := a.problem(t); !strings.Contains(p.Detail, "the queue is full") || a.Header.Get("Retry-After") == "" {
		t.Errorf("%s, Retry-After %q", a.body, a.Header.Get("Retry-After"))
	}
	cancel()
	held.Wait()
	for begin := time.Now(); a.StatusCode != http.StatusOK && time.Since(begin) < 5*time.Second; time.Sleep(10 * time.Millisecond) {
		a = get(t, web, queryPath("SELECT 1"))
	}
	a.rows(t)
}

// Many clients at once get their own answers.
func TestConcurrency(t *testing.T) {
	web := start(t, server.Limits{Concurrency: 4, Queue: 100})
	var clients sync.WaitGroup
	for c := range 24 {
		clients.Go(func() {
			for i := range 5 {
				n := 1000*c + i
				rows := get(t, web, queryPath(fmt.Sprintf("SELECT sum(i) AS s FROM range(%d) r(i)", n+1))).rows(t)
				if got, want := string(rows.Data[0]["s"]), fmt.Sprint(n*(n+1)/2); got != want {
					t.Errorf("sum to %d = %s, want %s", n, got, want)
				}
			}
		})
	}
	clients.Wait()
}

// A connection is used again after an answer, also after one with a deadline.
func TestKeepAlive(t *testing.T) {
	web := start(t, server.Limits{})
	conn, err := net.Dial("tcp", web.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	in := bufio.NewReader(conn)
	get(t, web, queryPath("SELECT 1"))
	for _, timeout := range []string{"1s", "30s"} {
		fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", queryPath("SELECT 1", "timeout", timeout, "format", "csv"))
		response, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err != nil || !bytes.HasSuffix(body, []byte("\r\n1\r\n")) {
			t.Fatalf("%q, %v", body, err)
		}
		time.Sleep(1100 * time.Millisecond) // beyond the first one's deadline
	}
}
