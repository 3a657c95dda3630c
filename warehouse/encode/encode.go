// Package encode writes Arrow record batches as text or bytes: JSON, NDJSON,
// CSV, TSV and Arrow's own stream.
//
// The one idea: a value has one exact text, the same in every format, and it is
// appended row by row to one pooled buffer; a result is never made whole. Number
// and date are never rounded or shortened by a float on the way:
//
//	integers, HUGEINT   all digits, also beyond 2^53
//	DECIMAL             exact, without the zeros at the end: 3.140000 is 3.14
//	DOUBLE, FLOAT       the shortest text that reads back as the same value; -0 is kept
//	NaN, infinities     null in JSON, which has none; NaN, Infinity, -Infinity elsewhere
//	DATE                2023-01-31; years before 1 and after 9999 have a sign and ISO's count: -0043, +10000
//	TIMESTAMP           2023-01-31T08:00:00.000000, as many decimals as the type has; with time zone: UTC and Z
//	INTERVAL            ISO 8601, each part with its own sign: P1Y2M-3DT4.5S
//	infinite dates      infinity, -infinity
//	BLOB                base64 in JSON, \x68656c6c6f elsewhere
//	JSON                as it is, without white space
//	lists, structs      JSON arrays and objects; a struct without names is an array
//	maps                JSON objects; keys are their texts
//	UNION               a struct with union_tag, the member's name, first
//	others              the text that DuckDB shows
package encode

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
)

// Rows is what is written: a stream of record batches that ends with io.EOF.
type Rows interface {
	Schema() *arrow.Schema
	Next() (arrow.RecordBatch, error)
}

// Format names a form of output.
type Format string

// The formats.
const (
	JSON   Format = "json"   // one array of objects; names that repeat get _1, _2, …: see [Names]
	NDJSON Format = "ndjson" // one object a line
	CSV    Format = "csv"    // RFC 4180: CRLF; NULL is empty and the empty text is ""
	TSV    Format = "tsv"    // tab-separated; \t, \n, \r and \\ inside of values; LF
	Arrow  Format = "arrow"  // IPC stream
)

// Formats are all of them.
var Formats = []Format{JSON, NDJSON, CSV, TSV, Arrow}

var mediaTypes = map[Format]string{
	JSON:   "application/json",
	NDJSON: "application/x-ndjson",
	CSV:    "text/csv; charset=utf-8; header=present",
	TSV:    "text/tab-separated-values; charset=utf-8",
	Arrow:  "application/vnd.apache.arrow.stream",
}

// MediaType returns the format's name in HTTP, "" for an unknown format.
func (f Format) MediaType() string { return mediaTypes[f] }

// Parse returns the format with that name.
func Parse(name string) (Format, error) {
	if f := Format(strings.ToLower(name)); slices.Contains(Formats, f) {
		return f, nil
	}
	return "", fmt.Errorf("there is no format %q: use one of %s", name, List())
}

// List names all formats, for messages.
func List() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// Options are for CSV and TSV.
type Options struct {
	BOM  bool   // begin with a byte order mark: Excel then reads UTF-8
	LF   bool   // end lines of CSV with \n, as Unix tools like them
	Null string // text of NULL; in a CSV of one column an empty one is "", so that the line is not blank
}

const (
	flushSize  = 64 << 10               // bytes that are gathered before they are written
	flushAfter = 250 * time.Millisecond // a slow result is handed on after so long
	pooledSize = 1 << 20                // larger buffers are not kept
)

var buffers = sync.Pool{New: func() any { b := make([]byte, 0, flushSize+4096); return &b }}

// Write writes all rows and returns how many there were. It writes in pieces of
// about 64 KiB, each in one call of w.Write; when a result is slow it also
// calls w's Flush() error, if there is one. After an error the output has no
// proper end, and what was not yet handed on is dropped. A column of a type
// that has no text is an error before the first byte.
func Write(w io.Writer, format Format, rows Rows, options Options) (n int64, err error) {
	if format == Arrow {
		return writeArrow(w, rows)
	}
	lines, err := newLines(format, rows.Schema(), options)
	if err != nil {
		return 0, err
	}
	pooled := buffers.Get().(*[]byte)
	out := &output{w: w, buf: (*pooled)[:0], last: time.Now()}
	defer func() {
		if cap(out.buf) <= pooledSize {
			*pooled = out.buf
			buffers.Put(pooled)
		}
	}()
	out.buf = lines.begin(out.buf)
	for {
		batch, err := rows.Next()
		if err == io.EOF {
			out.buf = lines.end(out.buf)
			return n, out.write()
		}
		if err != nil {
			return n, err
		}
		if err := out.batch(lines, batch); err != nil {
			return n, err
		}
		n += batch.NumRows()
		batch.Release()
	}
}

// lines is a format of text: what stands before, for and behind the rows.
type lines interface {
	begin(dst []byte) []byte
	bind(batch arrow.RecordBatch)
	row(dst []byte, i int) []byte // of the batch bound last
	end(dst []byte) []byte
}

func newLines(format Format, schema *arrow.Schema, options Options) (lines, error) {
	columns, err := newColumns(schema)
	if err != nil {
		return nil, err
	}
	switch format {
	case JSON, NDJSON:
		return newObjects(format, schema, columns), nil
	case CSV:
		return newCSV(schema, columns, options), nil
	case TSV:
		return newTSV(schema, columns, options), nil
	}
	return nil, fmt.Errorf("there is no format %q: use one of %s", format, List())
}

// output gathers bytes and hands them on.
type output struct {
	w    io.Writer
	buf  []byte
	last time.Time // when bytes were handed on
}

func (o *output) batch(l lines, batch arrow.RecordBatch) error {
	l.bind(batch)
	for i := range int(batch.NumRows()) {
		o.buf = l.row(o.buf, i)
		if len(o.buf) >= flushSize {
			if err := o.write(); err != nil {
				return err
			}
		}
	}
	return o.hasten()
}

func (o *output) write() error {
	if len(o.buf) == 0 {
		return nil
	}
	_, err := o.w.Write(o.buf)
	o.buf, o.last = o.buf[:0], time.Now()
	return err
}

// hasten hands on what a slow result has so far.
func (o *output) hasten() error {
	if time.Since(o.last) < flushAfter {
		return nil
	}
	if err := o.write(); err != nil {
		return err
	}
	return flush(o.w)
}

func flush(w io.Writer) error {
	if f, ok := w.(interface{ Flush() error }); ok {
		return f.Flush()
	}
	return nil
}
