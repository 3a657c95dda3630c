package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

// shelf is a lake whose releases are made of nothing.
type shelf struct {
	mu      sync.Mutex
	current string
	broken  map[string]error // why a release cannot be opened
	tried   int              // to open one
	opened  map[string]int   // how often
	open    map[string]*book // opened last
}

func newShelf(current string) *shelf {
	return &shelf{current: current, broken: map[string]error{}, opened: map[string]int{}, open: map[string]*book{}}
}

func (s *shelf) Current() (*lake.Release, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current == "" {
		return nil, lake.ErrNoRelease
	}
	return &lake.Release{ID: s.current}, nil
}

func (s *shelf) Releases() ([]*lake.Release, error) { return nil, nil }

func (s *shelf) publish(id string, broken error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.current, s.broken[id] = id, broken
}

func (s *shelf) load(_ context.Context, id string) (Release, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tried++
	if err := s.broken[id]; err != nil {
		return nil, err
	}
	s.opened[id]++
	b := &book{id: id, closed: make(chan struct{})}
	s.open[id] = b
	return b, nil
}

// book returns the open release with that id.
func (s *shelf) book(id string) *book {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open[id]
}

// book is a release that answers every statement with its id. The statement
// "wait" is answered when the test says so, or its context ends; "hang" does
// not look at its context.
type book struct {
	id     string
	mu     sync.Mutex
	gates  []chan struct{} // of the statements that wait
	hangs  bool
	closed chan struct{}
}

func (b *book) Close() error {
	close(b.closed)
	return nil
}

func (b *book) isClosed() bool {
	select {
	case <-b.closed:
		return true
	default:
		return false
	}
}

func (b *book) Catalog(context.Context) (*warehouse.Catalog, error) {
	return &warehouse.Catalog{Release: b.id}, nil
}

func (b *book) Query(ctx context.Context, q warehouse.Request) (*warehouse.Result, error) {
	if b.isClosed() {
		return nil, errors.New("asked after it was closed")
	}
	b.mu.Lock()
	hangs := b.hangs
	gate := make(chan struct{})
	if q.SQL == "wait" {
		b.gates = append(b.gates, gate)
	}
	b.mu.Unlock()
	if hangs {
		select {}
	}
	if q.SQL == "wait" {
		select {
		case <-gate:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return &warehouse.Result{Rows: &page{text: b.id}, Release: b.id}, nil
}

// waiting waits until n statements wait.
func (b *book) waiting(t *testing.T, n int) {
	t.Helper()
	eventually(t, fmt.Sprintf("%d statements wait", n), func() bool {
		b.mu.Lock()
		defer b.mu.Unlock()
		return len(b.gates) == n
	})
}

// letGo answers those that wait.
func (b *book) letGo() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, g := range b.gates {
		close(g)
	}
	b.gates = nil
}

// page is a result of one row.
type page struct {
	text string
	read bool
}

var pageSchema = arrow.NewSchema([]arrow.Field{{Name: "id", Type: arrow.BinaryTypes.String}}, nil)

func (p *page) Schema() *arrow.Schema { return pageSchema }
func (p *page) Close() error          { return nil }

func (p *page) Next() (arrow.RecordBatch, error) {
	if p.read {
		return nil, io.EOF
	}
	p.read = true
	b := array.NewRecordBuilder(memory.DefaultAllocator, pageSchema)
	b.Field(0).(*array.StringBuilder).Append(p.text)
	return b.NewRecordBatch(), nil
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for begin := time.Now(); time.Since(begin) < 5*time.Second; time.Sleep(2 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("not within 5 s: %s", what)
}

// start makes a server that looks for releases all the time.
func start(t *testing.T, s *shelf, change func(*Config)) *Server {
	t.Helper()
	config := Config{Lake: s, Open: s.load, Poll: 5 * time.Millisecond}
	if change != nil {
		change(&config)
	}
	server := New(config)
	t.Cleanup(func() { server.Close() })
	return server
}

// ask answers a path of the server; a query's answer is CSV.
func ask(s http.Handler, path string) (status int, body string) {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept", "text/csv")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

const now, wait = "/api/v1/query?sql=now", "/api/v1/query?sql=wait"

func answers(t *testing.T, s http.Handler, path, id string) {
	t.Helper()
	if status, body := ask(s, path); status != http.StatusOK || body != "id\r\n"+id+"\r\n" {
		t.Errorf("%s: %d %q, want the answer of %s", path, status, body, id)
	}
}

// A query keeps its release while the server goes on to the next one.
func TestSwitch(t *testing.T) {
	lake := newShelf("r1")
	s := start(t, lake, nil)
	answers(t, s, now, "r1")
	held := make(chan struct{})
	go func() {
		defer close(held)
		answers(t, s, wait, "r1")
	}()
	first := lake.book("r1")
	first.waiting(t, 1)

	lake.publish("r2", nil)
	eventually(t, "r2 serves", func() bool { return s.releases.currentID() == "r2" })
	answers(t, s, now, "r2")
	if first.isClosed() {
		t.Error("r1 was closed under its query")
	}
	first.letGo()
	<-held
	eventually(t, "r1 is closed", first.isClosed)
	if lake.opened["r1"] != 1 || lake.opened["r2"] != 1 {
		t.Errorf("opened: %v", lake.opened)
	}
}

// While the new release cannot be opened the old one serves, and health says so.
func TestBrokenRelease(t *testing.T) {
	var log safeBuffer
	lake := newShelf("r1")
	s := start(t, lake, func(c *Config) { c.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	answers(t, s, now, "r1")
	begin := time.Now()
	lake.publish("r2", errors.New("the file is torn"))
	eventually(t, "the trouble is seen", func() bool { _, trouble := s.releases.state(); return trouble != nil })
	answers(t, s, now, "r1")
	var v verdict
	status, body := ask(s, "/readyz?verbose")
	if err := json.Unmarshal([]byte(body), &v); err != nil || status != http.StatusOK || !v.Ready || v.Release != "r1" || v.Trouble != "the file is torn" {
		t.Errorf("readyz: %d %s", status, body)
	}
	time.Sleep(50 * time.Millisecond) // it is looked at ten times more
	lake.mu.Lock()
	if most := 2 + int(time.Since(begin)/(retryPolls*5*time.Millisecond)); lake.tried > most { // r1, r2, and again
		t.Errorf("tried %d times to open a release, at most %d are wanted", lake.tried, most)
	}
	lake.mu.Unlock()
	if n := strings.Count(log.String(), "torn"); n != 1 {
		t.Errorf("logged %d times:\n%s", n, log.String())
	}
	lake.publish("r2", nil)
	eventually(t, "r2 serves", func() bool { return s.releases.currentID() == "r2" })
	if _, body := ask(s, "/readyz?verbose"); strings.Contains(body, "torn") {
		t.Errorf("the trouble is over: %s", body)
	}
}

func TestNoRelease(t *testing.T) {
	lake := newShelf("")
	s := start(t, lake, nil)
	for _, test := range []struct{ path, say string }{
		{now, "sanpin refresh"}, // waits for the first look
		{"/readyz", "not ready: no such release"},
		{"/readyz?verbose", `"ready":false`},
	} {
		if status, body := ask(s, test.path); status != http.StatusServiceUnavailable || !strings.Contains(body, test.say) {
			t.Errorf("%s: %d %s, want 503 and %s", test.path, status, body, test.say)
		}
	}
	if status, body := ask(s, "/livez"); status != http.StatusOK || body != "ok\n" {
		t.Errorf("livez: %d %s", status, body)
	}
	lake.publish("r1", nil)
	eventually(t, "it is ready", func() bool { status, _ := ask(s, "/readyz"); return status == http.StatusOK })
	answers(t, s, now, "r1")
}

// Of the releases asked for by name a few stay open; one in use is never closed.
func TestKeptReleases(t *testing.T) {
	lake := newShelf("r0")
	s := start(t, lake, nil)
	answers(t, s, now, "r0")
	for i := range maxKept {
		answers(t, s, fmt.Sprintf("%s&release=k%d", now, i), fmt.Sprintf("k%d", i))
	}
	answers(t, s, now+"&release=k0", "k0") // used again: k1 is the oldest now
	answers(t, s, now+"&release=new", "new")
	if !lake.book("k1").isClosed() || lake.book("k0").isClosed() || lake.opened["k0"] != 1 {
		t.Errorf("k0 closed: %t, k1 closed: %t, opened: %v", lake.book("k0").isClosed(), lake.book("k1").isClosed(), lake.opened)
	}

	var held sync.WaitGroup
	for _, id := range []string{"k0", "k2", "k3", "new"} {
		held.Go(func() { answers(t, s, wait+"&release="+id, id) })
		lake.book(id).waiting(t, 1)
	}
	if status, body := ask(s, now+"&release=more"); status != http.StatusServiceUnavailable || !strings.Contains(body, "in use") {
		t.Errorf("one release more than may be open: %d %s", status, body)
	}
	s.releases.closeIdle(time.Now().Add(time.Hour))
	for _, id := range []string{"k0", "k2", "k3", "new"} {
		if lake.book(id).isClosed() {
			t.Errorf("%s was closed under its query", id)
		}
		lake.book(id).letGo()
	}
	held.Wait()
	s.releases.closeIdle(time.Now().Add(time.Hour))
	if !lake.book("k0").isClosed() || lake.book("r0").isClosed() {
		t.Error("idle releases stay open, or the current one does not")
	}
	lake.publish("gone", errors.New("no such folder"))
	if status, _ := ask(s, now+"&release=gone"); status != http.StatusInternalServerError {
		t.Errorf("a broken release: %d", status)
	}
}

// A kept release that becomes the current one is not opened twice.
func TestPromote(t *testing.T) {
	lake := newShelf("r2")
	s := start(t, lake, nil)
	answers(t, s, now, "r2")
	answers(t, s, now+"&release=r1", "r1")
	lake.publish("r1", nil)
	eventually(t, "r1 serves", func() bool { return s.releases.currentID() == "r1" })
	answers(t, s, now, "r1")
	eventually(t, "r2 is closed", lake.book("r2").isClosed)
	if lake.opened["r1"] != 1 {
		t.Errorf("r1 was opened %d times", lake.opened["r1"])
	}
}

func TestReadyz(t *testing.T) {
	lake := newShelf("r1")
	s := start(t, lake, nil)
	answers(t, s, now, "r1")
	if status, body := ask(s, "/readyz"); status != http.StatusOK || body != "ok\n" {
		t.Errorf("readyz: %d %s", status, body)
	}
	b := lake.book("r1")
	b.mu.Lock()
	b.hangs = true
	b.mu.Unlock()
	if status, _ := ask(s, "/readyz"); status != http.StatusOK {
		t.Errorf("a verdict should hold for a second: %d", status)
	}
	for _, say := range []string{"did not answer within 1s", "still hangs"} {
		s.health.mu.Lock()
		s.health.at = time.Time{} // long ago
		s.health.mu.Unlock()
		begin := time.Now()
		if status, body := ask(s, "/readyz"); status != http.StatusServiceUnavailable || !strings.Contains(body, say) || time.Since(begin) > 3*time.Second {
			t.Errorf("a hanging release: %d %s after %s, want %s", status, body, time.Since(begin), say)
		}
	}
}

func TestClose(t *testing.T) {
	lake := newShelf("r1")
	s := New(Config{Lake: lake, Open: lake.load})
	answers(t, s, now, "r1")
	answers(t, s, now+"&release=r0", "r0")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !lake.book("r1").isClosed() || !lake.book("r0").isClosed() {
		t.Error("releases stay open")
	}
	if status, _ := ask(s, now); status != http.StatusServiceUnavailable {
		t.Errorf("after Close: %d", status)
	}
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
