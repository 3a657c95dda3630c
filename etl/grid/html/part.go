package html

import (
	"fmt"
	"io"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/sheet"
)

// part is a table that has been laid out.
type part struct {
	*former
	meta  sheet.Meta
	below doc.Lines
}

// isSmall tells titles and units in a frame from tables of data.
func (t *part) isSmall() bool {
	if t.err != nil || len(t.rows) > 1 && t.cols > 1 || t.filled > doc.MaxLines {
		return false
	}
	for _, r := range t.rows {
		for _, c := range r.cells {
			if doc.IsNumber(c.text) {
				return false
			}
		}
	}
	return true
}

// each calls f with the text of every filled cell.
func (t *part) each(f func(string)) {
	for _, r := range t.rows {
		for _, c := range r.cells {
			f(c.text)
		}
	}
}

func (t *part) open() sheet.Sheet {
	t.meta.After = t.below
	return &table{part: t}
}

// table streams the rows of a part.
type table struct {
	*part
	next int
	row  sheet.Row
}

func (t *table) Meta() *sheet.Meta { return &t.meta }

func (t *table) Spans() ([]sheet.Span, bool) { return t.spans, true }

func (t *table) Close() error { return nil }

func (t *table) Next() (*sheet.Row, error) {
	for t.next < len(t.rows) {
		r := t.rows[t.next]
		t.row = sheet.Row{Index: t.next, Hidden: r.hidden, Cells: t.row.Cells[:0]}
		t.next++
		if len(r.cells) == 0 {
			continue
		}
		for _, c := range r.cells {
			held := sheet.Cell{Col: c.col, Kind: sheet.Text, Text: []byte(c.text)}
			if c.stored != "" {
				held.Stored = []byte(c.stored)
			}
			if r.hidden {
				held.Flags |= sheet.Hidden
			}
			t.row.Cells = append(t.row.Cells, held)
		}
		return &t.row, nil
	}
	return nil, io.EOF
}

// Locate names a cell by its row and column in the table, from 1: "r5c2".
func (t *table) Locate(row, col int) string { return locate(row, col) }

func locate(row, col int) string { return fmt.Sprintf("r%dc%d", row+1, col+1) }
