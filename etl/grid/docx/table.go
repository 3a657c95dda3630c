package docx

import (
	"bytes"
	"strconv"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// maxCells bounds the cells of a row, and what one cell spans.
const maxCells = 1 << 14

// join tells how a cell is joined with the one above it or left of it.
type join uint8

const (
	alone join = iota
	starts
	goesOn
)

// cell is one of the row that is being read.
type cell struct {
	wide         int // grid columns
	down, across join
	gone         bool // its deletion is tracked
	text         []byte
}

// column is a cell that goes on downwards.
type column struct {
	row, col, wide int
	taken          bool // the row below goes on with it
}

// table is one that is being laid out.
type table struct {
	out   *doc.Table
	frame frame // of its cells, one after the other
	row   []cell
	open  []column // in the row above
	next  []column // in this row

	skipped      int // grid columns before the first cell
	gone, hidden bool
}

func (d *reader) readTable() error {
	if err := d.flush(); err != nil {
		return err
	}
	out, err := d.out.Begin()
	if err != nil {
		return err
	}
	outer := d.table
	d.table = &table{out: out}
	if err := d.childrenBy((*reader).tableChild); err != nil {
		return err
	}
	d.table.closeColumns(d.table.out.Height())
	d.out.End()
	d.table = outer
	return nil
}

func (d *reader) tableChild() error {
	if d.scan.Space != word || string(d.scan.Name) != "tblPr" {
		return d.element()
	}
	return d.childrenBy(func(*reader) error {
		if string(d.scan.Name) == "tblCaption" {
			title, _ := d.scan.LocalAttr("val")
			d.table.out.Caption(title)
		}
		return d.scan.Skip()
	})
}

func (d *reader) readRow() error {
	t := d.table
	if t == nil { // outside of a table
		return d.children()
	}
	t.row, t.skipped, t.gone, t.hidden = t.row[:0], 0, false, false
	if err := d.childrenBy((*reader).rowChild); err != nil {
		return err
	}
	if !t.gone {
		t.endRow()
	}
	return nil
}

func (d *reader) rowChild() error {
	switch {
	case d.scan.Space == word && string(d.scan.Name) == "trPr":
		return d.childrenBy((*reader).rowProperty)
	case d.table.gone:
		return d.scan.Skip()
	}
	return d.element()
}

func (d *reader) rowProperty() error {
	switch string(d.scan.Name) {
	case "gridBefore":
		d.table.skipped = max(d.number(), 0)
	case "hidden":
		d.table.hidden = isOn(d.scan.Scanner)
	case "del":
		d.table.gone = true
	}
	return d.scan.Skip()
}

// number reads a number of columns, and more than there can be as a few more.
func (d *reader) number() int {
	v, _ := d.scan.LocalAttr("val")
	n, _ := strconv.Atoi(v)
	return min(n, maxCells+1)
}

func (d *reader) readCell() error {
	t := d.table
	if t == nil { // outside of a table
		return d.children()
	}
	if len(t.row) == maxCells {
		return opc.TooLarge(d.scan.Place(), "a row has more than %d cells", maxCells)
	}
	t.row = append(t.row, cell{wide: 1})
	c, f := &t.row[len(t.row)-1], &t.frame
	*f = frame{cell: c, lines: f.lines[:0], fields: f.fields[:0], buffer: f.buffer}
	if err := d.framed(f, (*reader).cellContent); err != nil {
		return err
	}
	c.text = bytes.Clone(f.lines)
	return nil
}

func (d *reader) cellContent() error { return d.childrenBy((*reader).cellChild) }

func (d *reader) cellChild() error {
	switch {
	case d.scan.Space == word && string(d.scan.Name) == "tcPr":
		return d.childrenBy((*reader).cellProperty)
	case d.frame.cell.gone:
		return d.scan.Skip()
	}
	return d.element()
}

func (d *reader) cellProperty() error {
	c := d.frame.cell
	v, _ := d.scan.LocalAttr("val")
	switch string(d.scan.Name) {
	case "gridSpan":
		c.wide = max(d.number(), 1)
	case "vMerge":
		c.down = joinOf(v)
	case "hMerge":
		c.across = joinOf(v)
	case "cellMerge": // tracked
		v, _ = d.scan.LocalAttr("vMerge")
		c.down = joinOf(v)
	case "cellDel":
		c.gone = true
	}
	return d.scan.Skip()
}

// joinOf reads a value of the type ST_Merge; without one a cell goes on.
func joinOf(v string) join {
	if v == "restart" || v == "rest" {
		return starts
	}
	return goesOn
}

// endRow lays the cells of a row out.
func (t *table) endRow() {
	r := t.out.Row(t.hidden)
	col, k := t.skipped, 0
	t.next = t.next[:0]
	for _, c := range t.whole() {
		for k < len(t.open) && t.open[k].col < col {
			k++
		}
		down := column{row: r, col: col, wide: c.wide}
		if c.down == goesOn && k < len(t.open) && t.open[k] == (column{t.open[k].row, col, c.wide, false}) {
			t.open[k].taken = true
			down.row = t.open[k].row
		} else {
			t.out.Cell(col, c.text)
		}
		if c.down == alone {
			t.out.Span(sheet.Span{R0: r, C0: col, R1: r, C1: col + c.wide - 1})
		} else {
			t.next = append(t.next, down)
		}
		col += c.wide
	}
	t.closeColumns(r)
	t.open, t.next = t.next, t.open
}

// whole gives the cells that are there, with those that go on to the right as
// one.
func (t *table) whole() []cell {
	kept := t.row[:0]
	for _, c := range t.row {
		switch n := len(kept); {
		case c.gone:
		case c.across == goesOn && n > 0 && kept[n-1].across != alone:
			kept[n-1].wide = min(kept[n-1].wide+c.wide, maxCells+1)
		default:
			kept = append(kept, c)
		}
	}
	return kept
}

// closeColumns ends the cells that do not go on in row r.
func (t *table) closeColumns(r int) {
	for _, m := range t.open {
		if !m.taken {
			t.out.Span(sheet.Span{R0: m.row, C0: m.col, R1: r - 1, C1: m.col + m.wide - 1})
		}
	}
}
