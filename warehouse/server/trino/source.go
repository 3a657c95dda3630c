package trino

import (
	"io"
	"strconv"
	"time"

	"github.com/apache/arrow-go/v18/arrow"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/encode"
)

// batches is a source: the rows of a query of the engine.
type batches struct {
	result  *warehouse.Result
	columns []column
	most    int64 // rows that the server allows
	n       int64
	turn    *turn
	done    func() // gives back the release

	batch arrow.RecordBatch // being written
	row   int               // of it
	cells []cell
}

func newBatches(result *warehouse.Result, columns []outputColumn, legacy bool, most int64, t *turn, done func()) *batches {
	b := &batches{result: result, most: most, turn: t, done: done, cells: make([]cell, len(columns))}
	for _, c := range columns {
		b.columns = append(b.columns, newColumn(c.kind, legacy))
	}
	return b
}

func (b *batches) next(dst []byte, size int, since time.Time) (_ []byte, n int64, err error) {
	if err := b.turn.take(); err != nil {
		return dst, 0, err
	}
	defer b.turn.give()
	for len(dst) < size {
		if b.batch == nil {
			if err := b.pull(); err != nil {
				return dst, n, err
			}
		}
		for rows := int(b.batch.NumRows()); b.row < rows && len(dst) < size; b.row++ {
			if n > 0 {
				dst = append(dst, ',')
			}
			dst = b.appendRow(dst)
			n++
		}
		if b.row == int(b.batch.NumRows()) {
			b.batch.Release()
			b.batch = nil
		}
		if time.Since(since) > pageAfter {
			break
		}
	}
	return dst, n, nil
}

// pull takes the next batch.
func (b *batches) pull() error {
	batch, err := b.result.Next()
	if err != nil {
		return err
	}
	if b.n += batch.NumRows(); b.n > b.most {
		batch.Release()
		return fault.New(outOfResources, "The result has more than %d rows, which is the most that this server gives: add conditions, group, or say LIMIT", b.most)
	}
	b.batch, b.row = batch, 0
	for i, c := range b.columns {
		b.cells[i] = c.withNulls(batch.Column(i))
	}
	return nil
}

func (b *batches) appendRow(dst []byte) []byte {
	for i, value := range b.cells {
		if i == 0 {
			dst = append(dst, '[')
		} else {
			dst = append(dst, ',')
		}
		dst = value(dst, b.row)
	}
	return append(dst, ']')
}

func (b *batches) notes() []string { return b.result.Notices }

func (b *batches) close() {
	_ = b.result.Close() // what it says was said by Next
	b.turn.give()
	b.done()
}

// table is a source: rows in memory. Values are nil, bool, int64, float64,
// string or []any.
type table struct {
	rows [][]any
	at   int
}

func (t *table) next(dst []byte, size int, _ time.Time) ([]byte, int64, error) {
	start := t.at
	for ; t.at < len(t.rows) && len(dst) < size; t.at++ {
		if t.at > start {
			dst = append(dst, ',')
		}
		dst = appendValue(dst, t.rows[t.at])
	}
	if t.at == len(t.rows) {
		return dst, int64(t.at - start), io.EOF
	}
	return dst, int64(t.at - start), nil
}

func (t *table) notes() []string { return nil }
func (t *table) close()          {}

func appendValue(dst []byte, value any) []byte {
	switch v := value.(type) {
	case bool:
		return strconv.AppendBool(dst, v)
	case int64:
		return strconv.AppendInt(dst, v, 10)
	case float64:
		return appendFloat(dst, v, 64)
	case string:
		return encode.AppendString(dst, v)
	case []any:
		dst = append(dst, '[')
		for i, element := range v {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendValue(dst, element)
		}
		return append(dst, ']')
	}
	return append(dst, "null"...)
}
