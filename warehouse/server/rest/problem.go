package rest

import (
	"errors"
	"log/slog"
	"net/http"

	"github.com/klauspost/compress/gzip"

	"sanpin/warehouse"
)

// problem is an error as clients see it: application/problem+json.
type problem struct {
	Type    string `json:"type"` // "urn:sanpin:problem:" and the kind
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail"`
	Hint    string `json:"hint,omitempty"`
	Line    int    `json:"line,omitempty"` // in the statement, from 1
	Column  int    `json:"column,omitempty"`
	Excerpt string `json:"excerpt,omitempty"`
	Request string `json:"request_id,omitempty"`

	Kind string `json:"-"`
}

func (p *problem) Error() string { return p.Detail }

func badRequest(detail, hint string) error {
	return &warehouse.Error{Kind: warehouse.KindUsage, Message: detail, Hint: hint}
}

// titles of the kinds of errors.
var titles = map[warehouse.Kind]string{
	warehouse.KindInternal:  "Internal error",
	warehouse.KindUsage:     "Bad request",
	warehouse.KindSyntax:    "SQL syntax error",
	warehouse.KindName:      "Unknown table, column or function, or types that do not fit",
	warehouse.KindForbidden: "Not allowed",
	warehouse.KindParameter: "Bad parameter of the statement",
	warehouse.KindQuery:     "The query failed on the data",
	warehouse.KindLimit:     "Over a limit",
	warehouse.KindMemory:    "Not enough memory",
	warehouse.KindTimeout:   "Timed out",
	warehouse.KindCanceled:  "Cancelled",
	warehouse.KindBusy:      "Too busy",
	warehouse.KindNoRelease: "No such release",
	warehouse.KindChecks:    "Checks failed",
}

// problemOf turns an error into what clients may know of it. What is not made
// for them is named by its request only, and stands in the log.
func problemOf(err error) *problem {
	var p *problem
	if errors.As(err, &p) {
		return p
	}
	kind := warehouse.KindOf(err)
	p = &problem{Title: titles[kind], Status: kind.HTTP(), Kind: kind.String()}
	var e *warehouse.Error
	switch errors.As(err, &e); {
	case kind == warehouse.KindInternal:
		p.Detail, p.Hint = "something went wrong here", "the server's log says more under the request's id"
	case e != nil:
		p.Detail, p.Hint, p.Line, p.Column, p.Excerpt = e.Message, e.Hint, e.Line, e.Column, e.Excerpt
	default:
		p.Detail = err.Error()
	}
	return p
}

// retryAfter is what a client is asked to wait when there are too many, in
// seconds: about as long as a query of a dashboard takes.
const retryAfter = "1"

// fail answers a request with an error.
func (a *api) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errAborted) {
		abort(w, r)
	}
	p := problemOf(err)
	note(w, slog.String("problem", p.Kind))
	if p.Status == http.StatusInternalServerError {
		note(w, slog.Any("error", err))
	}
	p.Type = "urn:sanpin:problem:" + p.Kind
	header := w.Header()
	p.Request = header.Get("X-Request-Id")
	for _, name := range []string{"ETag", "Vary", "X-Sanpin-Sample", "X-Sanpin-Notice", "Trailer"} {
		header.Del(name)
	}
	if p.Status == http.StatusServiceUnavailable {
		header.Set("Retry-After", retryAfter)
	}
	header.Set("Cache-Control", "no-store")
	header.Set("Content-Type", "application/problem+json")
	writeProblem(w, p)
}

// writeProblem writes it plainly: it is small, and a client that failed may not
// be one that reads gzip.
func writeProblem(w http.ResponseWriter, p *problem) {
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(appendJSON(nil, p), '\n'))
}

// answerJSON answers with a small document, compressed if that is worth it.
// That the client may be gone already is no matter here.
func answerJSON(w http.ResponseWriter, r *http.Request, x any) {
	header, text := w.Header(), append(appendJSON(nil, x), '\n')
	header.Set("Content-Type", "application/json")
	header.Set("Vary", "Accept-Encoding")
	if header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-store")
	}
	if len(text) < gzipFrom || !acceptsGzip(r) {
		_, _ = w.Write(text)
		return
	}
	header.Set("Content-Encoding", "gzip")
	z := gzips.Get().(*gzip.Writer)
	z.Reset(w)
	_, _ = z.Write(text)
	_ = z.Close()
	gzips.Put(z)
}
