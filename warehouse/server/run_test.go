package server

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"sanpin/warehouse"
)

func TestListen(t *testing.T) {
	for _, test := range []struct {
		address  string
		insecure bool
		ok       bool
	}{
		{"127.0.0.1:0", false, true},
		{"localhost:0", false, true},
		{"0.0.0.0:0", false, false},
		{":0", false, false},
		{"[::]:0", false, false},
		{"192.0.2.1:80", false, false},
		{"example.com:80", false, false},
		{"0.0.0.0:0", true, true},
		{"127.0.0.1", false, false}, // no port
		{"127.0.0.1:99999", false, false},
	} {
		s := start(t, newShelf("r1"), func(c *Config) { c.Insecure = test.insecure })
		listener, err := s.Listen(test.address)
		if (err == nil) != test.ok {
			t.Errorf("Listen(%s), insecure %t: %v", test.address, test.insecure, err)
		}
		var e *warehouse.Error
		if err != nil && (!errors.As(err, &e) || e.Hint == "") {
			t.Errorf("Listen(%s): %v: no hint", test.address, err)
		}
		if err == nil {
			listener.Close()
		}
	}
	s := start(t, newShelf("r1"), nil)
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Run(t.Context(), listener); err == nil || !strings.Contains(err.Error(), "--insecure") {
		t.Errorf("Run on all addresses: %v", err)
	}
}

// running is a server that listens.
type running struct {
	*Server
	url     string
	signals chan os.Signal
	ended   chan error
}

func listen(t *testing.T, ctx context.Context, s *Server) *running {
	t.Helper()
	listener, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &running{s, "http://" + listener.Addr().String(), make(chan os.Signal, 2), make(chan error, 1)}
	go func() { r.ended <- s.run(ctx, listener, r.signals) }()
	return r
}

type reply struct {
	status int
	body   string
	err    error
}

// get asks in the background.
func (r *running) get(path string) <-chan reply {
	answer := make(chan reply, 1)
	go func() {
		response, err := http.Get(r.url + path)
		if err != nil {
			answer <- reply{err: err}
			return
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		answer <- reply{response.StatusCode, string(body), err}
	}()
	return answer
}

func (r *running) end(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the server does not end")
		return nil
	}
}

// On the first signal, or when its context ends, the server is not ready any
// more, and running queries end.
func TestDrain(t *testing.T) {
	for _, bySignal := range []bool{true, false} {
		ctx, cancel := context.WithCancel(t.Context())
		lake := newShelf("r1")
		r := listen(t, ctx, start(t, lake, nil))
		if a := <-r.get("/readyz"); a.status != http.StatusOK {
			t.Fatalf("readyz: %+v", a)
		}
		held := r.get(wait)
		lake.book("r1").waiting(t, 1)
		if bySignal {
			r.signals <- syscall.SIGTERM
		} else {
			cancel()
			r.signals <- os.Interrupt // the same one that ended the context: not a second
		}
		eventually(t, "it drains", func() bool { return r.draining.Load() })
		if status, body := ask(r, "/readyz"); status != http.StatusServiceUnavailable || !strings.Contains(body, "stopping") {
			t.Errorf("readyz: %d %s", status, body)
		}
		if status, body := ask(r, now); status != http.StatusServiceUnavailable || !strings.Contains(body, "stopping") {
			t.Errorf("a new query: %d %s", status, body)
		}
		eventually(t, "it takes no connections", func() bool { a := <-r.get("/livez"); return a.err != nil })
		select {
		case err := <-r.ended:
			t.Fatalf("ended before its query: %v", err)
		case <-time.After(50 * time.Millisecond):
		}
		lake.book("r1").letGo()
		if a := <-held; a.status != http.StatusOK || !strings.Contains(a.body, "r1") {
			t.Errorf("the running query: %+v", a)
		}
		if err := r.end(t); err != nil {
			t.Errorf("Run: %v", err)
		}
		cancel()
	}
}

// A query that takes longer than the drain is stopped, and a second signal does
// not wait for any.
func TestForcedEnd(t *testing.T) {
	for _, test := range []struct {
		drain   time.Duration
		signals int
		err     error
	}{{50 * time.Millisecond, 1, nil}, {time.Hour, 2, context.Canceled}} {
		lake := newShelf("r1")
		r := listen(t, t.Context(), start(t, lake, func(c *Config) { c.Drain = test.drain }))
		if a := <-r.get(now); a.err != nil {
			t.Fatal(a.err)
		}
		held := r.get(wait)
		lake.book("r1").waiting(t, 1)
		for range test.signals {
			r.signals <- os.Interrupt
		}
		if err := r.end(t); !errors.Is(err, test.err) {
			t.Errorf("%+v: Run: %v", test, err)
		}
		if a := <-held; a.err == nil && (a.status != http.StatusServiceUnavailable || !strings.Contains(a.body, "the server is stopping")) {
			t.Errorf("%+v: the running query: %+v", test, a)
		}
	}
}

// Run hears the process's signals.
func TestSignal(t *testing.T) {
	s := start(t, newShelf("r1"), nil)
	listener, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Run(t.Context(), listener) }()
	eventually(t, "it serves", func() bool {
		response, err := http.Get("http://" + listener.Addr().String() + "/livez")
		if err == nil {
			response.Body.Close()
		}
		return err == nil
	})
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		t.Skipf("no signals here: %v", err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("Run: %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("SIGTERM does not end it")
	}
}

// A page of another origin must not read the data through a name of its own.
func TestForeignHost(t *testing.T) {
	for _, test := range []struct {
		host     string
		insecure bool
		status   int
	}{
		{"localhost:8765", false, 200}, {"127.0.0.1", false, 200}, {"[::1]:80", false, 200}, {"[::1]", false, 200},
		{"evil.example:8765", false, 421}, {"127.0.0.1.evil.example", false, 421}, {"evil.example", true, 200},
	} {
		s := start(t, newShelf("r1"), func(c *Config) { c.Insecure = test.insecure })
		r := listen(t, t.Context(), s)
		request, err := http.NewRequestWithContext(t.Context(), "GET", r.url+"/livez", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = test.host
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != test.status {
			t.Errorf("Host %s, insecure %t: %d, want %d", test.host, test.insecure, response.StatusCode, test.status)
		}
		r.signals <- os.Interrupt
		r.end(t)
	}
}
