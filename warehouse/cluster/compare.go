package cluster

import (
	"bytes"
	"context"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
)

// How two answers are compared: row after row, or as sets, of which only a
// hash per row is kept.
const (
	inOrder = true
	asSet   = false
)

// compare asks both engines the same and returns how the answers differ.
func (c *Cluster) compare(ctx context.Context, w *warehouse.Warehouse, text string, ordered bool, one *Result) error {
	start := time.Now()
	here := newLedger(ordered)
	if err := embedded(ctx, w, text, c.Sample, here); err != nil {
		return fmt.Errorf("the embedded engine: %w", err)
	}
	here.end()
	one.Rows, one.EmbeddedSeconds = here.rows, time.Since(start).Seconds()
	start = time.Now()
	if err := c.answer(ctx, translate(strings.TrimRight(strings.TrimSpace(text), ";")), here.check); err != nil {
		return err
	}
	one.ClusterSeconds = time.Since(start).Seconds()
	return here.verdict()
}

// embedded gives the lines of the embedded engine's answer to a ledger.
func embedded(ctx context.Context, w *warehouse.Warehouse, text string, sample bool, l *ledger) error {
	result, err := w.Query(ctx, warehouse.Request{SQL: text, Sample: sample})
	if err != nil {
		return err
	}
	defer result.Close()
	_, err = encode.Write(l, encode.TSV, result, encode.Options{Null: null})
	return err
}

// null is NULL in a line. It cannot be a text: a backslash in one is doubled.
const null = `\N`

// answer yields the lines of the cluster's answer, written as the embedded
// engine's are: tabs between, exact decimals without zeros at the end.
func (c *Cluster) answer(ctx context.Context, statement string, yield func(line []byte)) error {
	rows, err := c.db.QueryContext(ctx, statement)
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	types, err := rows.ColumnTypes()
	if err != nil {
		return err
	}
	values, pointers := make([]any, len(types)), make([]any, len(types))
	for i := range values {
		pointers[i] = &values[i]
	}
	var line []byte
	for rows.Next() {
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		line = line[:0]
		for i, v := range values {
			if i > 0 {
				line = append(line, '\t')
			}
			line = appendValue(line, v, types[i].DatabaseTypeName())
		}
		yield(line)
	}
	return explain(rows.Err())
}

var escapes = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// appendValue writes one value of the cluster as package encode writes it.
func appendValue(line []byte, value any, typ string) []byte {
	switch v := value.(type) {
	case nil:
		return append(line, null...)
	case bool:
		return strconv.AppendBool(line, v)
	case int64:
		return strconv.AppendInt(line, v, 10)
	case float64:
		return encode.AppendFloat(line, v, 64)
	case time.Time:
		if typ == "DATE" {
			return v.AppendFormat(line, time.DateOnly)
		}
		return v.AppendFormat(line, "2006-01-02T15:04:05.000000")
	case string:
		if typ == "DECIMAL" && strings.Contains(v, ".") {
			return append(line, strings.TrimSuffix(strings.TrimRight(v, "0"), ".")...)
		}
		return append(line, escapes.Replace(v)...)
	}
	return fmt.Appendf(line, "%v", value)
}

// ledger holds the lines of one answer, or a hash of each, and checks another
// answer against them.
type ledger struct {
	ordered bool
	head    bool     // the line of column names is still to come
	rest    []byte   // of a line that is not whole yet
	lines   [][]byte // ordered
	hashes  []uint64 // as a set
	seed    maphash.Seed
	rows    int64

	others   []uint64
	seen     int64
	mismatch string
}

func newLedger(ordered bool) *ledger {
	return &ledger{ordered: ordered, head: true, seed: maphash.MakeSeed()}
}

// Write takes the bytes of a TSV answer.
func (l *ledger) Write(p []byte) (int, error) {
	data := p
	for {
		line, after, whole := bytes.Cut(data, []byte("\n"))
		l.rest = append(l.rest, line...)
		if !whole {
			return len(p), nil
		}
		l.take(l.rest)
		l.rest, data = l.rest[:0], after
	}
}

func (l *ledger) take(line []byte) {
	if l.head {
		l.head = false
		return
	}
	l.rows++
	if l.ordered {
		l.lines = append(l.lines, bytes.Clone(line))
	} else {
		l.hashes = append(l.hashes, maphash.Bytes(l.seed, line))
	}
}

// end makes the ledger ready to check another answer.
func (l *ledger) end() { slices.Sort(l.hashes) }

// check compares one line of the other answer.
func (l *ledger) check(line []byte) {
	at := l.seen
	l.seen++
	switch {
	case l.mismatch != "":
	case l.ordered && at < l.rows && !bytes.Equal(l.lines[at], line):
		l.mismatch = fmt.Sprintf("row %d: %s", at+1, between(l.lines[at], line))
	case !l.ordered:
		h := maphash.Bytes(l.seed, line)
		if _, found := slices.BinarySearch(l.hashes, h); !found {
			l.mismatch = fmt.Sprintf("a row of the cluster only: %q", line)
		}
		l.others = append(l.others, h)
	}
}

// between names the first field in which two lines differ.
func between(here, there []byte) string {
	a, b := bytes.Split(here, []byte("\t")), bytes.Split(there, []byte("\t"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return fmt.Sprintf("column %d is %q, on the cluster %q, in the row %q", i+1, a[i], b[i], here)
		}
	}
	return fmt.Sprintf("%q, on the cluster %q", here, there)
}

// verdict says how the answers differ, if they do.
func (l *ledger) verdict() error {
	slices.Sort(l.others)
	switch {
	case l.seen != l.rows && l.mismatch != "":
		return fmt.Errorf("%d rows, on the cluster %d; %s", l.rows, l.seen, l.mismatch)
	case l.seen != l.rows:
		return fmt.Errorf("%d rows, on the cluster %d", l.rows, l.seen)
	case l.mismatch != "":
		return fmt.Errorf("%s", l.mismatch)
	case !l.ordered && !slices.Equal(l.hashes, l.others):
		return fmt.Errorf("as many rows, but some stand there more often than here")
	}
	return nil
}

var _ io.Writer = (*ledger)(nil)
