package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"sanpin/warehouse"
)

const (
	healthEvery   = time.Second // a verdict holds for so long
	healthTimeout = time.Second // a query that takes longer is as bad as none
)

// livez answers as long as the process does.
func (s *Server) livez(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, "ok\n") // a prober that is gone needs no answer
}

// readyz answers 200 when queries are answered, else 503 and why.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	verdict := s.verdict()
	status := http.StatusOK
	if !verdict.Ready {
		status = http.StatusServiceUnavailable
	}
	w.Header().Set("Cache-Control", "no-store")
	if !r.URL.Query().Has("verbose") {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, verdict.text())
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(verdict)
}

// verdict says whether the server is ready. Trouble with a newer release does
// not make it unready: the old one serves.
type verdict struct {
	Ready   bool     `json:"ready"`
	Reasons []string `json:"reasons"` // why not
	Release string   `json:"release"`
	Trouble string   `json:"trouble,omitempty"` // with a newer release
}

func (v verdict) text() string {
	if v.Ready {
		return "ok\n"
	}
	return "not ready: " + strings.Join(v.Reasons, "; ") + "\n"
}

func (s *Server) verdict() verdict {
	v := verdict{Reasons: []string{}}
	var trouble error
	v.Release, trouble = s.releases.state()
	if s.draining.Load() {
		v.Reasons = append(v.Reasons, "the server is stopping")
	}
	switch {
	case v.Release == "" && trouble == nil:
		v.Reasons = append(v.Reasons, "no release is open yet")
	case v.Release == "":
		v.Reasons = append(v.Reasons, trouble.Error())
	default:
		if err := s.health.check(s.testQuery); err != nil {
			v.Reasons = append(v.Reasons, err.Error())
		}
		if trouble != nil {
			v.Trouble = trouble.Error()
		}
	}
	v.Ready = len(v.Reasons) == 0
	return v
}

// testQuery asks the current release a question, past the queue: a busy server
// is ready.
func (s *Server) testQuery(ctx context.Context) error {
	querier, done, err := s.Acquire(ctx, "")
	if err != nil {
		return err
	}
	defer done()
	result, err := querier.Query(ctx, warehouse.Request{SQL: "SELECT 1"})
	if err != nil {
		return err
	}
	defer result.Close()
	_, err = result.Next()
	return err
}

// health remembers how the last test went.
type health struct {
	mu      sync.Mutex
	at      time.Time
	err     error
	running chan struct{} // of a test that has not come back; nil if there is none
}

// check tests, or tells how the last test went a moment ago. It comes back in
// time even if the test does not.
func (h *health) check(test func(context.Context) error) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if time.Since(h.at) < healthEvery {
		return h.err
	}
	h.err = h.run(test)
	h.at = time.Now()
	return h.err
}

func (h *health) run(test func(context.Context) error) error {
	if h.running != nil {
		select {
		case <-h.running:
		default:
			return errors.New("an earlier test query still hangs")
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), healthTimeout)
	answer := make(chan error, 1)
	running := make(chan struct{})
	h.running = running
	go func() {
		defer cancel()
		defer close(running)
		answer <- test(ctx)
	}()
	select {
	case err := <-answer:
		if err != nil {
			return fmt.Errorf("the test query failed: %w", err)
		}
		return nil
	case <-time.After(healthTimeout):
		return fmt.Errorf("the test query did not answer within %s", healthTimeout)
	}
}
