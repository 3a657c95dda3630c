// Package rest answers SQL over plain HTTP, for people with curl, spreadsheets,
// notebooks and dashboard tools that read JSON, CSV or Arrow.
//
// The one idea: an answer is streamed, and it is whole or visibly broken. What
// goes wrong before the first byte is a problem document (RFC 9457) with the
// place in the statement and a hint; what goes wrong behind it breaks the
// connection, so that no part of an answer is taken for all of it. Nothing is
// ignored: a parameter that is not known here is an error that lists those
// that are.
//
//	GET, POST /api/v1/query     a statement -> rows: see the parameters in request.go
//	GET /api/v1/catalog         schemas, views and columns with their comments
//	GET /api/v1/releases        the releases that there are
//	GET /api/v1/info            versions, formats, limits
//
// A GET answer has an ETag by release and question: asking again with
// If-None-Match costs no query until the next release. Every answer names its
// release (X-Sanpin-Release), and says of samples (示例) that they are
// (X-Sanpin-Sample: sample). Fields of JSON are only ever added.
package rest

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

// Host is what an answer needs of the server around it.
type Host interface {
	// Acquire gives the use of a release, the current one when id is "", until
	// done is called.
	Acquire(ctx context.Context, id string) (q warehouse.Querier, done func(), err error)
	// Enter waits for its turn to run a query, which ends when leave is called.
	Enter(ctx context.Context) (leave func(), err error)
	// Releases lists the releases, newest first, and the id of the current one.
	Releases() (all []*lake.Release, current string, err error)
}

// Limits bound an answer. A request may lower them, never raise them.
type Limits struct {
	Timeout time.Duration // from the request to the last byte
	Rows    int64
	Bytes   int64 // of the answer, before compression
}

// Config says how answers are given.
type Config struct {
	Limits   Limits
	Versions map[string]string // of what answers: sanpin, duckdb
	Log      *slog.Logger
}

type api struct {
	host Host
	Config
}

// paths are the resources, with the query parameters that each knows.
var paths = map[string][]string{
	"/api/v1/query":    queryParameters(),
	"/api/v1/catalog":  {"release"},
	"/api/v1/releases": {},
	"/api/v1/info":     {},
}

// New returns the handler of everything below /api/v1.
func New(host Host, config Config) http.Handler {
	a := &api{host, config}
	mux := http.NewServeMux()
	handle := func(method, path string, answer func(http.ResponseWriter, *http.Request) error) {
		mux.HandleFunc(method+" "+path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Content-Type-Options", "nosniff")
			err := known(r.URL.Query(), paths[path])
			if err == nil {
				err = answer(w, r)
			}
			if err != nil {
				a.fail(w, r, err)
			}
		})
	}
	handle("GET", "/api/v1/query", a.query)
	handle("POST", "/api/v1/query", a.query)
	handle("GET", "/api/v1/catalog", a.catalog)
	handle("GET", "/api/v1/releases", a.releases)
	handle("GET", "/api/v1/info", a.info)
	return &strayed{mux, a}
}

// known refuses parameters that would not be looked at, and those given twice.
func known(values url.Values, names []string) error {
	for name, list := range values {
		if !slices.Contains(names, name) {
			return unknown(name, names)
		}
		if len(list) > 1 {
			return badRequest("the parameter "+name+" is given more than once", "give it once")
		}
	}
	return nil
}

func unknown(name string, names []string) error {
	hint := "there are no parameters here"
	if len(names) > 0 {
		hint = "known ones: " + strings.Join(names, ", ")
	}
	return badRequest("there is no parameter "+name, hint)
}

// strayed answers what the mux has no handler for in the form of all errors.
type strayed struct {
	*http.ServeMux
	api *api
}

func (s *strayed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, pattern := s.Handler(r); pattern != "" {
		s.ServeMux.ServeHTTP(w, r)
		return
	}
	p := &problem{Status: http.StatusNotFound, Kind: "not-found", Title: "No such path",
		Detail: r.URL.Path + " is not a resource", Hint: "there are: " + strings.Join(pathNames(), ", ")}
	if paths[r.URL.Path] != nil {
		allowed := "GET, HEAD"
		if r.URL.Path == "/api/v1/query" {
			allowed += ", POST"
		}
		w.Header().Set("Allow", allowed)
		p = &problem{Status: http.StatusMethodNotAllowed, Kind: "method", Title: "No such method",
			Detail: r.URL.Path + " does not answer " + r.Method, Hint: "it answers " + allowed}
	}
	s.api.fail(w, r, p)
}

func pathNames() []string {
	names := make([]string, 0, len(paths))
	for name := range paths {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// note gives the server's log something to say of the request.
func note(w http.ResponseWriter, attrs ...slog.Attr) {
	if n, ok := w.(interface{ Note(...slog.Attr) }); ok {
		n.Note(attrs...)
	}
}

// errAborted is what a handler returns when its answer broke after the first
// byte: there is nobody to tell.
var errAborted = errors.New("the answer broke off")
