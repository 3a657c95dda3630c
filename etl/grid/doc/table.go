package doc

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// The size of the largest sheet of a spreadsheet program.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
)

// Table is a table that is being laid out, row by row.
type Table struct {
	g      *Gatherer
	lim    *sheet.Limits
	meta   sheet.Meta
	rows   []row // those that are filled
	spans  []sheet.Span
	height int // rows so far, empty ones too
	width  int
	filled int64
	nested bool // a table is inside
	holds  bool // one of data is inside
	framed bool // only lines above another table
	below  Lines
	notes  []string // that its marks point to
	err    *sheet.Error
}

// row and cell hold what there is to know of a filled row, in half the memory that
// a [sheet.Row] takes.
type row struct {
	index  int
	hidden bool
	cells  []cell
}

type cell struct {
	col  int
	text []byte
}

// Caption sets the title that the format itself ties to the table.
func (t *Table) Caption(text string) { t.meta.Caption = text }

// Row starts the next row and gives its index, from 0.
func (t *Table) Row(hidden bool) int {
	t.Skip(1)
	if n := len(t.rows); n > 0 && len(t.rows[n-1].cells) == 0 {
		t.rows = t.rows[:n-1]
	}
	t.rows = append(t.rows, row{index: t.height - 1, hidden: hidden})
	return t.height - 1
}

// Skip leaves a number of rows empty.
func (t *Table) Skip(rows int) {
	t.height += rows
	if t.height > maxRows {
		t.fail(0, "the table has more than %d rows", maxRows)
	}
}

// Height is the number of rows so far.
func (t *Table) Height() int { return t.height }

// Cell puts a cell into the row, right of those before; blank text fills nothing.
// The table keeps the text.
func (t *Table) Cell(col int, text []byte) {
	t.width = max(t.width, col+1)
	switch {
	case col >= maxCols:
		t.fail(col, "the table has more than %d columns", maxCols)
	case len(text) > t.lim.TextBytes:
		t.fail(col, "the text is longer than %d bytes", t.lim.TextBytes)
	case t.filled >= t.lim.Cells:
		t.fail(col, "the table has more than %d filled cells", t.lim.Cells)
	case t.g.held >= t.lim.HeldCells:
		t.fail(col, "the document has more than the %d filled cells that are held in memory", t.lim.HeldCells)
	}
	if t.err != nil || len(t.rows) == 0 || len(bytes.TrimSpace(text)) == 0 {
		return
	}
	t.filled++
	t.g.held++
	last := &t.rows[len(t.rows)-1]
	last.cells = append(last.cells, cell{col, text})
}

// Span joins a rectangle; one of a single cell is none.
func (t *Table) Span(s sheet.Span) {
	t.width = max(t.width, s.C1+1)
	switch {
	case s.C1 >= maxCols:
		t.fail(s.C1, "the table has more than %d columns", maxCols)
	case len(t.spans) >= t.lim.Spans:
		t.fail(s.C0, "the table has more than %d joined cells", t.lim.Spans)
	}
	if t.err == nil && (s.R1 > s.R0 || s.C1 > s.C0) {
		t.spans = append(t.spans, s)
	}
}

// fail refuses the table; its first reason stands.
func (t *Table) fail(col int, format string, args ...any) {
	if t.err == nil {
		t.err = opc.TooLarge(t.meta.Part+" "+locate(t.height-1, col), format, args...)
		t.rows, t.spans = nil, nil
	}
}

// isSmall tells titles and units in a frame from tables of data.
func (t *Table) isSmall() bool {
	if t.err != nil || t.height > 1 && t.width > 1 || t.filled > MaxLines {
		return false
	}
	for _, r := range t.rows {
		for _, c := range r.cells {
			if IsNumber(string(c.text)) {
				return false
			}
		}
	}
	return true
}

// isNextTo tells whether a text stands in the lines above or below the table.
func (t *Table) isNextTo(text string) bool {
	has := func(line string) bool { return strings.Contains(line, text) }
	return slices.ContainsFunc(t.meta.Before, has) || slices.ContainsFunc(t.below, has)
}

type book struct{ tables []*Table }

func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		for i, t := range b.tables {
			if t.err != nil {
				if !yield(nil, t.err) {
					return
				}
				continue
			}
			t.meta.Ordinal, t.meta.After = i, slices.Concat(t.below, t.notes)
			if !yield(&reader{Table: t}, nil) {
				return
			}
		}
	}
}

func (b *book) Close() error { return nil }

// reader streams the rows of a table.
type reader struct {
	*Table
	next int
	row  sheet.Row
}

func (r *reader) Meta() *sheet.Meta { return &r.meta }

func (r *reader) Spans() ([]sheet.Span, bool) { return r.spans, true }

func (r *reader) Close() error { return nil }

func (r *reader) Next() (*sheet.Row, error) {
	for r.next < len(r.rows) {
		held := &r.rows[r.next]
		r.next++
		if len(held.cells) == 0 {
			continue
		}
		r.row = sheet.Row{Index: held.index, Hidden: held.hidden, Cells: r.row.Cells[:0]}
		for _, c := range held.cells {
			one := sheet.Cell{Col: c.col, Kind: sheet.Text, Text: c.text}
			if held.hidden {
				one.Flags |= sheet.Hidden
			}
			r.row.Cells = append(r.row.Cells, one)
		}
		return &r.row, nil
	}
	return nil, io.EOF
}

// Locate names a cell by its row and column in the table, from 1: "r5c2".
func (r *reader) Locate(row, col int) string { return locate(row, col) }

func locate(row, col int) string { return fmt.Sprintf("r%dc%d", row+1, col+1) }
