package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/arrow"

	"sanpin/warehouse/engine"
)

// A Querier answers statements: a [Warehouse] in this process, or a worker's.
type Querier interface {
	Query(ctx context.Context, q Request) (*Result, error)
	Catalog(ctx context.Context) (*Catalog, error)
}

// Request is one statement and how to answer it.
type Request struct {
	SQL     string
	Dialect string         // of the SQL: [DuckDB], which "" is as well, or [Trino]
	Params  map[string]any // by name; those written ? or $1 have the names 1, 2, …: see [engine.Named]
	Sample  bool           // show what sample filings (示例) say, too
	MaxRows int64          // rows to answer at most; 0: all

	// Translated says that package dialect wrote the SQL, from names that it
	// found in the catalog, so that it need not be admitted again.
	Translated bool
}

// Rows is a stream of record batches.
type Rows interface {
	Schema() *arrow.Schema
	Next() (arrow.RecordBatch, error) // io.EOF after the last
	Close() error
}

// Result is an answer being read: call Next until io.EOF, then Close, which
// may come at any time. One goroutine reads it. Fields carry their DuckDB type
// in the metadata: see [engine.TypeKey].
type Result struct {
	Rows
	Release   string
	Dialect   string   // in which the statement was answered
	Notices   []string // what people must know of the answer; complete after io.EOF
	Truncated bool     // after io.EOF: there are more rows than MaxRows
}

// What people read beside an answer.
const (
	noticeSampleRelease = "示例数据: this release is made of sample filings; none of its figures is real"
	noticeSampleShown   = "示例数据: sample filings are shown among the others; their figures are not real"
)

// Query admits a statement and starts it. The context rules the whole answer.
func (w *Warehouse) Query(ctx context.Context, q Request) (*Result, error) {
	explain, err := w.admit(ctx, &q)
	if err != nil {
		return nil, err
	}
	conn, err := w.session(ctx, q.Sample)
	if err != nil {
		return nil, explain(err)
	}
	if q.Dialect == Trino {
		if err := conn.Exec(ctx, builtinsFirst); err != nil {
			conn.Close()
			return nil, explain(w.renew(ctx, err))
		}
	}
	rows, err := conn.Query(ctx, q.SQL, engine.Named(q.Params))
	if err != nil {
		conn.Close()
		return nil, explain(w.renew(ctx, err))
	}
	result := &Result{Release: w.Release.ID, Dialect: q.Dialect, Notices: w.advise(ctx, q.SQL)}
	switch {
	case w.catalog.Sample:
		result.Notices = append(result.Notices, noticeSampleRelease)
	case q.Sample:
		result.Notices = append(result.Notices, noticeSampleShown)
	}
	result.Rows = &answer{Rows: rows, conn: conn, failed: func(err error) error { return explain(w.renew(ctx, err)) }}
	if q.MaxRows > 0 {
		result.Rows = &limited{Rows: result.Rows, left: q.MaxRows, limit: q.MaxRows, result: result}
	}
	return result, nil
}

// admit judges a statement or writes it for the engine, and gives what turns
// the engine's errors into ones for its author.
func (w *Warehouse) admit(ctx context.Context, q *Request) (func(error) error, error) {
	switch {
	case q.Translated:
		return explainTrino, nil
	case q.Dialect == Trino:
		if len(q.Params) > 0 {
			return nil, &Error{Kind: KindParameter, Message: "statements of the dialect trino take no parameters here"}
		}
		sql, err := w.translate(q.SQL)
		q.SQL = sql
		return explainTrino, err
	case q.Dialect != "" && q.Dialect != DuckDB:
		return nil, &Error{Kind: KindUsage, Message: fmt.Sprintf("unknown dialect %q", q.Dialect), Hint: "dialects: duckdb, trino"}
	}
	q.Dialect = DuckDB
	source := q.SQL
	return func(err error) error { return explain(err, source) }, w.guard.check(ctx, source, w.names)
}

// answer is a result that owns its connection and explains its errors.
type answer struct {
	*engine.Rows
	conn   *engine.Conn
	failed func(error) error // explains
}

func (a *answer) Next() (arrow.RecordBatch, error) {
	batch, err := a.Rows.Next()
	if err != nil && err != io.EOF {
		err = a.failed(err)
	}
	return batch, err
}

func (a *answer) Close() error { return errors.Join(a.Rows.Close(), a.conn.Close()) }

// limited ends a stream after so many rows, and says so when there are more.
type limited struct {
	Rows
	left, limit int64
	result      *Result
}

func (l *limited) Next() (arrow.RecordBatch, error) {
	if l.result.Truncated {
		return nil, io.EOF
	}
	batch, err := l.Rows.Next()
	if err != nil {
		return nil, err
	}
	if n := batch.NumRows(); n <= l.left {
		l.left -= n
		return batch, nil
	}
	l.result.Truncated = true
	l.result.Notices = append(l.result.Notices, fmt.Sprintf("only the first %d rows are shown; there are more", l.limit))
	if l.left == 0 {
		batch.Release()
		return nil, io.EOF
	}
	cut := batch.NewSlice(0, l.left)
	batch.Release()
	return cut, nil
}
