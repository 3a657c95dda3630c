package engine

import (
	"context"
	"io"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	b "github.com/duckdb/duckdb-go-bindings"
)

// Rows is a result being read. Memory does not grow with its length.
type Rows struct {
	ctx    context.Context
	s      *statement
	schema *arrow.Schema
	err    error // what Next says from now on
}

func newRows(ctx context.Context, s *statement) (*Rows, error) {
	count := b.ColumnCount(&s.result)
	fields := make([]arrow.Field, count)
	for i := range count {
		reader, err := newReader(b.ColumnName(&s.result, i), b.ColumnLogicalType(&s.result, i))
		s.readers = append(s.readers, reader)
		if err != nil {
			return nil, err
		}
		fields[i] = reader.field
	}
	return &Rows{ctx: ctx, s: s, schema: arrow.NewSchema(fields, nil)}, nil
}

// Schema is known before the first row. Every field is nullable and carries
// its DuckDB type under [TypeKey]. Names may repeat, as in SQL.
func (r *Rows) Schema() *arrow.Schema { return r.schema }

// Next returns the next batch, of 1 to 2,048 rows, or io.EOF after the last.
// The batch is the caller's, in Go's memory: Release it or not. An error in
// the middle of a result is final.
func (r *Rows) Next() (arrow.RecordBatch, error) {
	if r.err != nil {
		return nil, r.err
	}
	batch, err := r.next()
	r.err = err
	return batch, err
}

func (r *Rows) next() (arrow.RecordBatch, error) {
	for {
		s := r.s
		if err := s.run(r.ctx, func() { s.chunk = b.FetchChunk(s.result) }); err != nil {
			return nil, err
		}
		if s.chunk.Ptr == nil {
			if message := b.ResultError(&s.result); message != "" {
				return nil, parseError(message)
			}
			return nil, io.EOF
		}
		batch, err := r.read(s.chunk)
		b.DestroyDataChunk(&s.chunk)
		if err != nil || batch.NumRows() > 0 {
			return batch, err
		}
	}
}

func (r *Rows) read(chunk b.DataChunk) (arrow.RecordBatch, error) {
	n := int(b.DataChunkGetSize(chunk))
	columns := make([]arrow.Array, len(r.s.readers))
	for i, reader := range r.s.readers {
		data, err := reader.column(b.DataChunkGetVector(chunk, b.IdxT(i)), n)
		if err != nil {
			return nil, err
		}
		columns[i] = array.MakeFromData(data)
	}
	return array.NewRecordBatch(r.schema, columns, int64(n)), nil
}

// Close stops the query if it still runs and frees the result. It may be
// called twice.
func (r *Rows) Close() error {
	if r.s == nil {
		return nil
	}
	s := r.s
	r.s, r.err = nil, errClosed
	s.destroy()
	if s.conn.state == errBusy {
		s.conn.state = nil
	}
	return nil
}
