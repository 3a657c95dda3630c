package layout

import (
	"sanpin/etl/grid/sheet"
)

// Long is a table that is too long to be held: one table with its heading on top
// and rows down to the end of the sheet. What its columns are is concluded from
// its first and its last rows and holds for those between; so do its notes. What
// cannot be read in this way is refused by name.
type Long struct {
	Table *Table // of the first and the last rows
	Top   int    // first row of the body

	down  []bool   // label columns whose text holds for the rows below
	last  []string // labels of the row before
	ended bool     // its notes have begun
}

// NewLong concludes from the beginning and the end of a sheet, see [sheet.Skim].
// head is the number of rows of the beginning.
func NewLong(g *sheet.Grid, head int) (*Long, error) {
	tables := Read(g)
	if len(tables) != 1 {
		return nil, notLong(g, "it holds %d tables and not one", len(tables))
	}
	t := tables[0]
	first, last := t.Rows[0].Index, t.Rows[len(t.Rows)-1].Index
	if last < head {
		return nil, notLong(g, "its table ends at row %d and something else stands below it", g.Real(last)+1)
	}
	for _, sp := range g.Merged() {
		if sp.R1 >= first && sp.R1 > sp.R0 {
			return nil, notLong(g, "cells are merged over rows %d to %d", sp.R0+1, sp.R1+1)
		}
	}
	b := &block{v: newView(g), header: t.HeaderRows}
	for _, r := range t.Rows {
		b.body = append(b.body, r.Index)
	}
	return &Long{Table: t, Top: first, down: b.fillDown(t.Labels), last: make([]string, len(t.Labels))}, nil
}

// Values is the most value cells that the table can have; g is what it was
// concluded from.
func (l *Long) Values(g *sheet.Grid) int {
	n := 0
	for _, c := range l.Table.Columns {
		if c.Role == Value {
			n++
		}
	}
	return n * (g.Real(g.Rows-1) + 1 - l.Top)
}

func notLong(g *sheet.Grid, cause string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.TooLarge, g.Meta.Part, "the sheet is too large to be held, and "+cause, args...)
	return e.Advise("leave one table with its heading on top in the sheet, and put the rest into sheets of their own")
}

// Next reads further rows of the table, in their order; g has the rows above the
// body and then the further ones, see [sheet.Pieces].
func (l *Long) Next(g *sheet.Grid) (*Table, error) {
	b := &block{v: newView(g), header: l.Table.HeaderRows}
	if err := l.knowsColumns(b.v); err != nil {
		return nil, err
	}
	b.takeBody(l.Top)
	switch {
	case b.next < g.Rows:
		return nil, notLong(g, "another table begins at row %d", g.Real(b.next)+1)
	case l.ended && len(b.body) > 0:
		return nil, notLong(g, "rows go on at row %d, below the notes", g.Real(b.body[0])+1)
	}
	l.ended = l.ended || len(b.noteRow) > 0
	t := *l.Table
	t.Rows, t.Cells = nil, nil
	b.labelRows(&t, l.down, l.last)
	b.readCells(&t)
	return &t, nil
}

// knowsColumns refuses cells in columns of which nothing was concluded: their
// values would be lost.
func (l *Long) knowsColumns(v *view) error {
	known := make([]bool, v.g.Cols)
	for _, c := range l.Table.Columns {
		if c.Index < len(known) {
			known[c.Index] = true
		}
	}
	for c, ok := range known {
		for r := l.Top; !ok && r < v.g.Rows; r++ {
			if v.at(r, c) != none {
				return notLong(v.g, "%s stands in a column without heading and without other rows", v.g.Locate(r, c))
			}
		}
	}
	return nil
}
