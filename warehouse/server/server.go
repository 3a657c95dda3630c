// Package server serves releases over HTTP.
//
// The one idea: a request is answered from one release, whole, while releases
// come and go. The server looks every two seconds which release is current,
// opens it beside the old one, and closes the old one when its last query has
// ended; where the new one cannot be opened the old one goes on serving.
// Everything about the protocols is below (packages rest and trino); here are what all of
// them share: releases, turns, health, the log, and how to start and stop.
//
//	/livez       the process answers
//	/readyz      a release is open and answers a query; ?verbose says more
//	/api/v1/…    see package rest
//	/v1/…        Trino's client protocol: see package trino
package server

import (
	"context"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/lake"
	"sanpin/warehouse/server/rest"
	"sanpin/warehouse/server/trino"
)

// Lake says which releases there are: a [*lake.Lake].
type Lake interface {
	Current() (*lake.Release, error)
	Releases() ([]*lake.Release, error)
}

// Release is an open release: a [*warehouse.Warehouse].
type Release interface {
	warehouse.Querier
	Close() error
}

// Config says what is served and how much. Lake and Open must be set; zero
// values of the others mean what is said beside them.
type Config struct {
	Lake Lake
	Open func(ctx context.Context, id string) (Release, error) // the release with that id

	Limits   Limits
	Insecure bool              // listen on addresses that others can reach, without protection
	Drain    time.Duration     // what running queries get to end when the server stops; 30 s
	Poll     time.Duration     // how often to look for a new release; 2 s
	Versions map[string]string // of what answers: sanpin, duckdb
	Log      *slog.Logger      // nothing
	LogSQL   bool              // statements stand in the log: they may hold what is nobody's business
}

// Limits bound what requests may take. A request may lower those of [rest.Limits].
type Limits struct {
	rest.Limits     // 60 s, 1,000,000 rows, 1 GiB
	Concurrency int // queries at once; 4
	Queue       int // requests that wait for their turn; 64
}

func (c *Config) fill() {
	fill(&c.Limits.Timeout, time.Minute)
	fill(&c.Limits.Rows, 1_000_000)
	fill(&c.Limits.Bytes, 1<<30)
	fill(&c.Limits.Concurrency, 4)
	fill(&c.Limits.Queue, 64)
	fill(&c.Drain, 30*time.Second)
	fill(&c.Poll, 2*time.Second)
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
}

func fill[T comparable](to *T, value T) {
	var zero T
	if *to == zero {
		*to = value
	}
}

// Server is an [http.Handler] and all that stands behind it. Close it.
type Server struct {
	config   Config
	handler  http.Handler
	trino    *trino.Server
	releases *releases
	gate     *gate
	health   health
	draining atomic.Bool
	stop     context.CancelFunc // of the poll
	stopped  chan struct{}
}

// New starts a server that does not listen yet. It need not have a release: it
// is ready as soon as there is one.
func New(config Config) *Server {
	config.fill()
	ctx, stop := context.WithCancel(context.Background())
	s := &Server{
		config:   config,
		releases: newReleases(config),
		gate:     newGate(config.Limits.Concurrency, config.Limits.Queue),
		stop:     stop,
		stopped:  make(chan struct{}),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", s.livez)
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.Handle("/", rest.New(s, rest.Config{Limits: config.Limits.Limits, Versions: config.Versions, Log: config.Log}))
	s.trino = trino.New(s, trino.Config{Timeout: config.Limits.Timeout, Rows: config.Limits.Rows, Log: config.Log})
	mux.Handle("/v1/", s.trino)
	mux.Handle("/ui/", s.trino)
	s.handler = &logged{mux, config.Log, config.LogSQL}
	go func() {
		defer close(s.stopped)
		s.releases.poll(ctx)
	}()
	return s
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close gives the releases back. Queries that still run keep theirs.
func (s *Server) Close() error {
	s.trino.Close()
	s.stop()
	<-s.stopped
	return s.releases.close()
}

// Acquire gives the use of a release: see [rest.Host].
func (s *Server) Acquire(ctx context.Context, id string) (warehouse.Querier, func(), error) {
	open, err := s.releases.acquire(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	return open, func() { s.releases.giveBack(open) }, nil
}

// Enter waits for a turn to run a query: see [rest.Host].
func (s *Server) Enter(ctx context.Context) (func(), error) {
	if s.draining.Load() {
		return nil, stopping()
	}
	return s.gate.enter(ctx)
}

// Releases lists the releases: see [rest.Host].
func (s *Server) Releases() ([]*lake.Release, string, error) {
	all, err := s.config.Lake.Releases()
	return all, s.releases.currentID(), err
}
