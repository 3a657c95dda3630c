package rest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
	"sanpin/warehouse/engine"
)

// reply writes an answer. Its status and headers go out with the first piece
// of the body and not before, so that what fails until then can still be told.
type reply struct {
	w      http.ResponseWriter
	r      *http.Request
	q      *request
	result *warehouse.Result
	head   []byte // of the body, to go out with the first piece
	begun  bool
	gzip   *gzip.Writer // nil: not compressed
	left   int64        // bytes that may still be written
	late   bool         // whether rows were cut off is told in a trailer
}

func newReply(w http.ResponseWriter, r *http.Request, q *request, result *warehouse.Result) *reply {
	// A client that reads too slowly must not hold a query for ever.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(q.lower.Timeout)) // not every writer has one
	return &reply{w: w, r: r, q: q, result: result, left: q.lower.Bytes}
}

// close lets the connection live on for the next request.
func (o *reply) close() {
	_ = http.NewResponseController(o.w).SetWriteDeadline(time.Time{})
}

func (o *reply) Write(p []byte) (int, error) {
	if o.left -= int64(len(p)); o.left < 0 {
		return 0, tooLarge(o.q.lower.Bytes)
	}
	if !o.begun {
		if err := o.begin(len(p)); err != nil {
			return 0, err
		}
	}
	return o.out().Write(p)
}

func (o *reply) out() io.Writer {
	if o.gzip != nil {
		return o.gzip
	}
	return o.w
}

// Flush hands on what a slow query has so far.
func (o *reply) Flush() error {
	if o.gzip != nil {
		if err := o.gzip.Flush(); err != nil {
			return err
		}
	}
	return http.NewResponseController(o.w).Flush()
}

// gzipFrom is how large a first piece must be to be worth compressing: one
// that fits into a packet is not.
const gzipFrom = 1200

var gzips = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(io.Discard, gzip.BestSpeed)
	if err != nil {
		panic(err) // unreachable: the level is one
	}
	return z
}}

// begin sends the headers and the head of the body.
func (o *reply) begin(size int) error {
	o.begun = true
	header := o.w.Header()
	header.Set("Content-Type", o.q.format.MediaType())
	if o.q.format != encode.JSON {
		noticeHeaders(header, o.result.Notices)
		o.announce(header)
	}
	if size+len(o.head) >= gzipFrom && acceptsGzip(o.r) {
		header.Set("Content-Encoding", "gzip")
		o.gzip = gzips.Get().(*gzip.Writer)
		o.gzip.Reset(o.w)
	}
	o.w.WriteHeader(http.StatusOK)
	if len(o.head) == 0 {
		return nil
	}
	_, err := o.out().Write(o.head)
	return err
}

const truncatedHeader = "X-Sanpin-Truncated"

// announce says whether rows were cut off because of limit: at once when that
// is known, else behind the rows.
func (o *reply) announce(header http.Header) {
	switch {
	case o.q.limit == 0:
	case o.result.Truncated:
		header.Set(truncatedHeader, "true")
	default:
		header.Set("Trailer", truncatedHeader)
		o.late = true
	}
}

// finish ends the body properly. Until it is called the client sees that the
// answer is not complete.
func (o *reply) finish() error {
	if !o.begun { // an answer without a byte: NDJSON of no rows
		if err := o.begin(0); err != nil {
			return err
		}
	}
	if o.late {
		o.w.Header().Set(truncatedHeader, strconv.FormatBool(o.result.Truncated))
	}
	if o.gzip == nil {
		return nil
	}
	err := o.gzip.Close()
	o.gzip.Reset(io.Discard)
	gzips.Put(o.gzip)
	return err
}

// column describes a column of a JSON answer.
type column struct {
	Name string `json:"name"` // the key in the rows
	Type string `json:"type"` // DuckDB's: VARCHAR, DECIMAL(18,6), DATE, VARCHAR[] …
}

// appendHead begins the JSON answer: what is known before the rows.
func appendHead(dst []byte, result *warehouse.Result, sample bool) []byte {
	names := encode.Names(result.Schema())
	columns := make([]column, len(names))
	for i, f := range result.Schema().Fields() {
		kind, _ := f.Metadata.GetValue(engine.TypeKey)
		if kind == "ENUM" { // how a text is stored is nobody's matter
			kind = "VARCHAR"
		}
		columns[i] = column{names[i], kind}
	}
	dst = append(dst, `{"release":`...)
	dst = appendJSON(dst, result.Release)
	dst = append(dst, `,"dialect":`...)
	dst = appendJSON(dst, result.Dialect)
	dst = append(dst, `,"sample":`...)
	dst = strconv.AppendBool(dst, sample)
	dst = append(dst, `,"columns":`...)
	dst = appendJSON(dst, columns)
	return append(dst, `,"data":`...)
}

// appendTail ends the JSON answer: what is known after the rows.
func appendTail(dst []byte, result *warehouse.Result, rows int64, took time.Duration) []byte {
	notices := result.Notices
	if notices == nil {
		notices = []string{}
	}
	dst = append(dst, `,"row_count":`...)
	dst = strconv.AppendInt(dst, rows, 10)
	dst = append(dst, `,"truncated":`...)
	dst = strconv.AppendBool(dst, result.Truncated)
	dst = append(dst, `,"notices":`...)
	dst = appendJSON(dst, notices)
	dst = append(dst, `,"seconds":`...)
	dst = strconv.AppendFloat(dst, took.Seconds(), 'f', 6, 64)
	return append(dst, "}\n"...)
}

// appendJSON writes small things, Chinese and <, > and & as they are.
func appendJSON(dst []byte, x any) []byte {
	b := bytes.NewBuffer(dst)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		panic(err) // unreachable: only texts, numbers and times come here
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
