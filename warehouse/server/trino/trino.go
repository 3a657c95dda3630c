// Package trino answers SQL over Trino's client protocol, so that dashboards
// connect with the Trino driver they already have and go on with a cluster
// later.
//
// The one idea: a statement is a query with a goroutine of its own that prepares
// one page ahead of its client and waits for it. What the client sees of a query
// is what a Trino 476 would show: pages, types, names of errors, headers. What
// SQL means is said in warehouse/dialect; what there is (catalogs, schemas,
// tables, columns) is answered from memory by package meta below; rows come from
// the same releases as those of package rest, through the same gate.
//
//	POST /v1/statement                            a statement -> the address of its first page
//	GET  /v1/statement/executing/ID/SLUG/TOKEN    a page, and the address of the next one
//	DELETE the same, or /v1/query/ID              stops the query
//	GET  /v1/info, /v1/info/state                 version
//	GET  /v1/query, /v1/query/ID, /ui/query.html?ID   what became of queries
//
// The current release is the catalog sanpin; each kept one is a catalog of its
// own, such as sanpin_20261122. Nothing can be written.
package trino

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/parse"
	"sanpin/warehouse/lake"
)

// Version is the version of Trino that is spoken here.
const Version = "476"

// Paths of pages.
const (
	pathExecuting = "/v1/statement/executing/"
	pathQueued    = "/v1/statement/queued/"
)

// Host is what an answer needs of the server around it: see [rest.Host].
type Host interface {
	Acquire(ctx context.Context, id string) (q warehouse.Querier, done func(), err error)
	Enter(ctx context.Context) (leave func(), err error)
	Releases() (all []*lake.Release, current string, err error)
}

// Config says how answers are given. Zero values mean what is said beside them.
type Config struct {
	Timeout      time.Duration // of a query, until its last page is ready; 60 s
	Rows         int64         // most rows of a query; 1,000,000
	AbandonAfter time.Duration // a query whose client does not come for so long is stopped; 5 min
	Log          *slog.Logger
}

// Server is the handler of everything below /v1 and /ui. Close it.
type Server struct {
	Config
	host    Host
	queries *queries
	meta    *metadata
	started time.Time
	mux     *http.ServeMux
	stop    context.CancelFunc

	translated func(*call) (*plan, error) // instead of the dialect: for tests of pages
}

// New returns a server of the protocol.
func New(host Host, config Config) *Server {
	if config.Timeout == 0 {
		config.Timeout = time.Minute
	}
	if config.Rows == 0 {
		config.Rows = 1_000_000
	}
	if config.AbandonAfter == 0 {
		config.AbandonAfter = 5 * time.Minute
	}
	if config.Log == nil {
		config.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{Config: config, host: host, queries: newQueries(config.AbandonAfter), started: time.Now(), mux: http.NewServeMux()}
	s.meta = newMetadata(s)
	s.routes()
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	go s.sweep(ctx)
	return s
}

func (s *Server) routes() {
	s.mux.HandleFunc("POST /v1/statement", s.statement)
	s.mux.HandleFunc("HEAD /v1/statement", s.head)
	s.mux.HandleFunc("GET "+pathExecuting+"{id}/{slug}/{token}", s.page)
	s.mux.HandleFunc("GET "+pathQueued+"{id}/{slug}/{token}", s.page)
	s.mux.HandleFunc("DELETE "+pathExecuting+"{id}/{slug}/{token}", s.cancelPage)
	s.mux.HandleFunc("DELETE "+pathQueued+"{id}/{slug}/{token}", s.cancelPage)
	s.mux.HandleFunc("DELETE /v1/query/{id}", s.cancelQuery)
	s.mux.HandleFunc("GET /v1/query/{id}", s.queryInfo)
	s.mux.HandleFunc("GET /v1/query", s.queryList)
	s.mux.HandleFunc("GET /v1/info", s.info)
	s.mux.HandleFunc("GET /v1/info/state", s.infoState)
	s.mux.HandleFunc("GET /v1/status", s.info)
	s.mux.HandleFunc("GET /ui/query.html", s.infoPage)
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	s.mux.ServeHTTP(w, r)
}

// sweep looks after queries until ctx ends.
func (s *Server) sweep(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(min(time.Second, s.AbandonAfter/4)):
			s.queries.sweep(time.Now())
		}
	}
}

// Drain takes no new statements, and waits until the running ones have ended
// or ctx does.
func (s *Server) Drain(ctx context.Context) {
	s.queries.mu.Lock()
	s.queries.closed = true
	s.queries.mu.Unlock()
	s.queries.sweep(time.Now())
	select {
	case <-s.queries.idle:
	case <-ctx.Done():
	}
}

// Close stops all queries.
func (s *Server) Close() {
	s.stop()
	for _, q := range s.queries.all() {
		q.fail(fault.New(shuttingDown, "The server is stopping: ask again when it is back"))
	}
}

// statement takes a statement and answers where its first page will be. Nothing
// else stands in that answer: there are clients that throw its rows away.
func (s *Server) statement(w http.ResponseWriter, r *http.Request) {
	session, err := readSession(r)
	if err == nil && session.schema != "" && session.catalog == "" {
		err = &badHeader{session.prefix + "Schema", session.schema + " (schema is set but catalog is not)"}
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if session.user == "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="Trino"`)
		http.Error(w, "Basic authentication or "+session.prefix+"Original-User or "+session.prefix+"User must be sent", http.StatusUnauthorized)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 4*parse.MaxLength))
	if err != nil {
		http.Error(w, "the statement cannot be read: "+err.Error(), http.StatusBadRequest)
		return
	}
	if strings.TrimSpace(string(body)) == "" {
		http.Error(w, "SQL statement is empty", http.StatusBadRequest)
		return
	}
	q, err := s.newQuery(r, session, string(body))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	first := q.appendTail(q.appendNext(q.appendHead(nil), 0))
	go q.run(s.answer)
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(first) // a client that went away does not come back, which sweep sees
}

func (s *Server) newQuery(r *http.Request, session *session, sql string) (*query, error) {
	now := time.Now()
	q := &query{base: baseURL(r), sql: sql, session: session, created: now, touched: now, state: stateQueued,
		pages: make(chan *page), limit: session.limit(s.Timeout)}
	q.ctx, q.cancel = context.WithCancelCause(context.WithoutCancel(r.Context()))
	q.clock = time.AfterFunc(q.limit, func() {
		q.fail(fault.New(outOfTime, "Query exceeded the maximum run time of %s", session.limit(s.Timeout)))
	})
	if err := s.queries.add(q); err != nil {
		q.end()
		return nil, err
	}
	return q, nil
}

// baseURL is the address by which the client knows this server.
func baseURL(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	if forwarded := r.Header.Get("X-Forwarded-Proto"); forwarded == "http" || forwarded == "https" {
		scheme = forwarded
	}
	host := r.Host
	if forwarded := r.Header.Get("X-Forwarded-Host"); goodHost(forwarded) {
		host = forwarded
	}
	return scheme + "://" + host
}

// goodHost tells whether a host from outside can stand in an address.
func goodHost(host string) bool {
	return host != "" && !strings.ContainsFunc(host, func(r rune) bool {
		return !(r == '.' || r == '-' || r == ':' || r == '[' || r == ']' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	})
}

// named finds the query that a path names; the slug in it is the proof that
// the client was told the path.
func (s *Server) named(w http.ResponseWriter, r *http.Request) (*query, int64) {
	q := s.queries.find(r.PathValue("id"))
	token, err := strconv.ParseInt(r.PathValue("token"), 10, 64)
	if q == nil || q.slug != r.PathValue("slug") || err != nil || token < 0 {
		http.Error(w, "Query not found", http.StatusNotFound)
		return nil, 0
	}
	q.touch()
	return q, token
}

// page gives a page.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	q, token := s.named(w, r)
	if q == nil {
		return
	}
	q.fetch.Lock()
	defer q.fetch.Unlock()
	p, err := q.page(r.Context(), token)
	switch {
	case errors.Is(err, errGone), p != nil && p.body == nil:
		http.Error(w, errGone.Error(), http.StatusGone)
		return
	case errors.Is(err, errNoPage):
		http.Error(w, errNoPage.Error(), http.StatusNotFound)
		return
	case err != nil: // the client went away
		return
	}
	body := []byte(nil)
	if p != nil {
		body = *p.body
	} else { // not yet: ask again
		body = q.appendTail(q.appendNext(q.appendHead(nil), token))
	}
	q.headers(w.Header())
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	// A client that does not read must not hold the page for ever.
	control := http.NewResponseController(w)
	_ = control.SetWriteDeadline(time.Now().Add(s.AbandonAfter)) // not every writer has one
	_, _ = w.Write(body)                                         // it may ask for the page again
	_ = control.SetWriteDeadline(time.Time{})
	q.touch()
}

// cancelPage stops a query: its client needs no more of it.
func (s *Server) cancelPage(w http.ResponseWriter, r *http.Request) {
	q, _ := s.named(w, r)
	if q == nil {
		return
	}
	q.fail(fault.New(canceled, "Query was canceled"))
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) cancelQuery(w http.ResponseWriter, r *http.Request) {
	if q := s.queries.find(r.PathValue("id")); q != nil {
		q.fail(fault.New(canceled, "Query was canceled"))
	}
	w.WriteHeader(http.StatusNoContent)
}

// head is how clients ask whether they may connect.
func (s *Server) head(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }
