package odf

import (
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// The size of the largest sheet.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
	// maxJoined bounds the widths of all joined cells together.
	maxJoined = 1 << 24
)

// cell is one of a row, and those right of it that repeat it.
type cell struct {
	sheet.Cell
	times      int
	high, wide int // of a joined cell
}

// grid is a table that is being read: of a sheet or of a text.
type grid struct {
	columns []bool // hidden ones
	row     []cell // of the row that is being read: filled or joined
	covers  []int  // for each column the first row that no joined cell reaches
	next    int    // column of the next cell
	joined  int    // their widths together
	title   string
	height  int
	// add takes a row of cells that comes a number of times.
	add func(times int, hidden bool) error
}

// gridChild reads a child of a table, or of a group of its rows or columns.
func (d *reader) gridChild(g *grid) func(*reader) error {
	var each func(*reader) error
	each = func(*reader) error {
		switch {
		case d.is(tables, "table-row"):
			return d.row(g)
		case d.is(tables, "table-column"):
			return d.column(g)
		case d.is(tables, "table-row-group", "table-rows", "table-header-rows", "table-column-group", "table-columns", "table-header-columns"):
			return d.children(each)
		case d.is(tables, "title"):
			text, err := d.scan.AppendContent(nil)
			g.title = string(text)
			return err
		}
		return d.scan.Skip()
	}
	return each
}

// hiddenLine tells of a row or column that is collapsed or filtered out.
func (d *reader) hiddenLine() bool {
	v, _ := d.scan.LocalAttr("visibility")
	return v == "collapse" || v == "filter"
}

func (d *reader) column(g *grid) error {
	hidden := d.hiddenLine()
	for range min(d.count("number-columns-repeated"), maxCols-len(g.columns)) {
		g.columns = append(g.columns, hidden)
	}
	return d.scan.Skip()
}

func (d *reader) row(g *grid) error {
	times, hidden := d.count("number-rows-repeated"), d.hiddenLine()
	g.row, g.next = g.row[:0], 0
	err := d.children(func(*reader) error {
		switch {
		case d.is(tables, "table-cell"):
			return d.readCell(g)
		case d.is(tables, "covered-table-cell"): // its content is not seen
			g.next += d.count("number-columns-repeated")
		}
		return d.scan.Skip()
	})
	if err != nil {
		return err
	}
	if len(g.row) > 0 && g.height+times > maxRows {
		return opc.TooLarge(d.scan.Place(), "the table has more than %d rows", maxRows)
	}
	if len(g.row) > 0 {
		err = g.add(times, hidden)
	}
	g.height = min(g.height+times, maxRows)
	return err
}

func (d *reader) readCell(g *grid) error {
	c := cell{Cell: sheet.Cell{Col: g.next}, times: d.count("number-columns-repeated"), high: d.count("number-rows-spanned"), wide: d.count("number-columns-spanned")}
	v := d.value()
	lines, in := d.lines, d.cell
	d.lines, d.cell = nil, true
	err := d.children((*reader).block)
	text := d.lines
	d.lines, d.cell = lines, in
	if err != nil {
		return err
	}
	if len(text) > d.lim.TextBytes {
		return opc.TooLarge(d.scan.Place(), "the text of a cell is longer than %d bytes", d.lim.TextBytes)
	}
	g.next += c.times
	v.fill(&c.Cell, text, d.spreadsheet)
	if c.Kind == sheet.Blank && c.Flags == 0 && c.high == 1 && c.wide == 1 {
		return nil
	}
	if g.next > maxCols || c.Col+c.wide > maxCols {
		return opc.TooLarge(d.scan.Place(), "the table has more than %d columns", maxCols)
	}
	if c.wide > 1 || c.high > 1 {
		if g.joined += c.wide; g.joined > maxJoined {
			return opc.TooLarge(d.scan.Place(), "the joined cells of the table take more than %d columns", maxJoined)
		}
	}
	g.row = append(g.row, c)
	return nil
}

// join gives the rectangle of a joined cell of the row that is r-th. One that runs
// into another is not joined.
func (g *grid) join(r int, c cell) (span sheet.Span, ok bool) {
	if c.high == 1 && c.wide == 1 {
		return span, false
	}
	end := c.Col + c.wide
	if len(g.covers) < end {
		g.covers = append(g.covers, make([]int, end-len(g.covers))...)
	}
	for _, free := range g.covers[c.Col:end] {
		if free > r {
			return span, false
		}
	}
	for i := c.Col; i < end; i++ {
		g.covers[i] = r + c.high
	}
	return sheet.Span{R0: r, C0: c.Col, R1: r + c.high - 1, C1: end - 1}, true
}
