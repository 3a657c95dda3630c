package engine

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	b "github.com/duckdb/duckdb-go-bindings"
)

// Interrupts are repeated because DuckDB forgets one that comes just before a
// statement starts. Some functions never look (len(range(1e9))): after grace
// the caller is answered all the same and the connection is given up; DuckDB
// finishes in the background. Only ending the process stops such a query.
const (
	interruptEvery = 2 * time.Millisecond
	grace          = 500 * time.Millisecond
)

var (
	errBusy   = errors.New("the connection has an open result: close it first")
	errGone   = errors.New("the connection was given up because a cancelled query did not stop: open another one")
	errClosed = errors.New("the connection is closed")
)

// Conn is one session of a database.
type Conn struct {
	conn  b.Connection
	state error // why no new statement may start; nil when free
}

// Conn opens a session.
func (db *DB) Conn(ctx context.Context) (*Conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := new(Conn)
	if b.Connect(db.db, &c.conn) == b.StateError {
		return nil, errors.New("connect: DuckDB refused a new connection")
	}
	return c, nil
}

// Close ends the session. Close its Rows first.
func (c *Conn) Close() error {
	if !errors.Is(c.state, errGone) { // else the background closes it
		b.Disconnect(&c.conn)
		c.state = errClosed
	}
	return nil
}

// Exec runs one statement with parameters, or any number of statements without
// any, and drops their results. When one fails, the ones before it have run.
func (c *Conn) Exec(ctx context.Context, sql string, args ...any) error {
	if err := c.ready(sql); err != nil {
		return err
	}
	var list b.ExtractedStatements
	defer b.DestroyExtracted(&list)
	count := b.ExtractStatements(c.conn, sql, &list)
	if count == 0 {
		if message := b.ExtractStatementsError(list); message != "" {
			return errorIn(sql, message)
		}
		return nil // only white space and comments
	}
	if count > 1 && len(args) > 0 {
		return badParameter("parameters go with one statement, and here are several")
	}
	for i := range count {
		if err := c.execOne(ctx, list, i, args); err != nil {
			return err
		}
	}
	return nil
}

func (c *Conn) execOne(ctx context.Context, list b.ExtractedStatements, i b.IdxT, args []any) error {
	s := &statement{conn: c}
	// Extracted statements may be destroyed as soon as one is prepared from
	// them; preparing is short and needs no interrupt of its own.
	failed := b.PrepareExtractedStatement(c.conn, list, i, &s.prepared) == b.StateError
	defer s.destroy()
	if failed {
		return parseError(b.PrepareError(s.prepared))
	}
	if err := s.bind(args); err != nil {
		return err
	}
	return s.execute(ctx, b.PendingPrepared)
}

// Query runs one statement and returns its result as a stream, which must be
// closed. Parameters are given in order ($1, ?) or as one [Named]. The context
// rules the whole stream: when it ends, so does the query, and Next says why.
func (c *Conn) Query(ctx context.Context, sql string, args ...any) (*Rows, error) {
	if err := c.ready(sql); err != nil {
		return nil, err
	}
	s := &statement{conn: c}
	if err := s.start(ctx, sql, args); err != nil {
		s.destroy()
		return nil, err
	}
	rows, err := newRows(ctx, s)
	if err != nil {
		s.destroy()
		return nil, err
	}
	c.state = errBusy
	return rows, nil
}

// ready refuses what C strings cannot carry: a text cut at a NUL byte would be
// another statement than the one that was checked.
func (c *Conn) ready(sql string) error {
	switch {
	case c.state != nil:
		return c.state
	case strings.ContainsRune(sql, 0):
		return &Error{Class: "Parser", Message: "the statement holds a NUL character", Position: strings.IndexByte(sql, 0)}
	case !utf8.ValidString(sql):
		return &Error{Class: "Parser", Message: "the statement is not valid UTF-8", Position: -1}
	}
	return nil
}

// statement owns the C handles of one statement, from prepare to result.
type statement struct {
	conn     *Conn
	prepared b.PreparedStatement
	pending  b.PendingResult
	result   b.Result
	chunk    b.DataChunk   // the one being read
	readers  []*reader     // of the result's columns: they hold type handles
	left     chan struct{} // of a call that did not stop: closed when it has
}

func (s *statement) start(ctx context.Context, sql string, args []any) error {
	var state b.State
	if err := s.run(ctx, func() { state = b.Prepare(s.conn.conn, sql, &s.prepared) }); err != nil {
		return err
	}
	if state == b.StateError {
		return errorIn(sql, b.PrepareError(s.prepared))
	}
	if err := s.bind(args); err != nil {
		return err
	}
	return s.execute(ctx, b.PendingPreparedStreaming)
}

func (s *statement) execute(ctx context.Context, pend func(b.PreparedStatement, *b.PendingResult) b.State) error {
	var message string
	err := s.run(ctx, func() {
		if pend(s.prepared, &s.pending) == b.StateError {
			message = b.PendingError(s.pending)
			return
		}
		if b.ExecutePending(s.pending, &s.result) == b.StateError {
			message = b.ResultError(&s.result)
		}
	})
	if err != nil {
		return err
	}
	if message != "" {
		return parseError(message)
	}
	return nil
}

// run makes one call into DuckDB that ends early when the context does. After
// an error of run, what call writes may not be looked at: it may still run.
func (s *statement) run(ctx context.Context, call func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if ctx.Done() == nil {
		call()
		return nil
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		call()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	s.interrupt(done)
	return ctx.Err()
}

// interrupt asks DuckDB to stop until done is closed or grace is over.
func (s *statement) interrupt(done chan struct{}) {
	again := time.NewTicker(interruptEvery)
	defer again.Stop()
	enough := time.NewTimer(grace)
	defer enough.Stop()
	for {
		b.Interrupt(s.conn.conn)
		select {
		case <-done:
			return
		case <-again.C:
		case <-enough.C:
			s.left = done
			s.conn.state = errGone
			return
		}
	}
}

// destroy frees every handle, or leaves that to the background when a call
// still uses them.
func (s *statement) destroy() {
	if s.left == nil {
		s.free()
		return
	}
	go func() {
		<-s.left
		s.free()
		b.Disconnect(&s.conn.conn)
	}()
}

func (s *statement) free() {
	for _, r := range s.readers {
		r.destroy()
	}
	b.DestroyDataChunk(&s.chunk)
	b.DestroyResult(&s.result)
	b.DestroyPending(&s.pending)
	b.DestroyPrepare(&s.prepared)
}
