package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"time"
)

// logged gives each request an id, and writes one line of the log about it
// when it is over.
type logged struct {
	next http.Handler
	log  *slog.Logger
	sql  bool // statements, too
}

const requestID = "X-Request-Id"

// goodID is what an id from outside may look like: it goes into logs.
var goodID = regexp.MustCompile(`^[A-Za-z0-9._:-]{1,64}$`)

func (l *logged) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := r.Header.Get(requestID)
	if !goodID.MatchString(id) {
		id = rand.Text()
	}
	w.Header().Set(requestID, id)
	watched := &watchedWriter{ResponseWriter: w}
	start := time.Now()
	defer func() {
		fault := recover()
		l.line(r, watched, id, time.Since(start), fault)
		if fault != nil {
			panic(fault) // net/http breaks the connection
		}
	}()
	l.next.ServeHTTP(watched, r)
}

func (l *logged) line(r *http.Request, w *watchedWriter, id string, took time.Duration, fault any) {
	attrs := []slog.Attr{
		slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.Int("status", w.status), slog.Float64("ms", float64(took.Microseconds())/1000), slog.Int64("bytes", w.bytes),
	}
	if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		attrs = append(attrs, slog.String("remote", host))
	}
	for _, a := range w.notes {
		if a.Key != "sql" || l.sql {
			attrs = append(attrs, a)
		}
	}
	level := slog.LevelInfo
	switch {
	case fault == http.ErrAbortHandler:
		attrs = append(attrs, slog.Bool("aborted", true))
	case fault != nil:
		level = slog.LevelError
		attrs = append(attrs, slog.Any("panic", fault))
	case strings.HasSuffix(r.URL.Path, "z"): // probes: /livez, /readyz
		level = slog.LevelDebug
	case w.status == http.StatusInternalServerError:
		level = slog.LevelError
	}
	l.log.LogAttrs(context.WithoutCancel(r.Context()), level, "request", attrs...)
}

// watchedWriter counts what is answered and gathers what handlers note of it.
type watchedWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
	notes  []slog.Attr
}

// Note adds to the log's line: see package rest.
func (w *watchedWriter) Note(attrs ...slog.Attr) { w.notes = append(w.notes, attrs...) }

// Unwrap lets http.ResponseController find what the writer below can do.
func (w *watchedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *watchedWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watchedWriter) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}
