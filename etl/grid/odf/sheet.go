package odf

import (
	"fmt"
	"io"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// table is a sheet of a spreadsheet.
type table struct {
	meta   sheet.Meta
	rows   []row // those that are filled
	spans  []sheet.Span
	filled int // cells, those of repeated rows too
}

// row is one that comes a number of times.
type row struct {
	sheet.Row
	times int
}

// sheet reads a child of the spreadsheet.
func (d *reader) sheet() error {
	if !d.is(tables, "table") {
		return d.scan.Skip()
	}
	if len(d.sheets) == d.lim.Sheets {
		return opc.TooLarge(d.scan.Place(), "the file has more than %d sheets", d.lim.Sheets)
	}
	t := &table{meta: sheet.Meta{Format: "ods", Part: d.sheetName(), Ordinal: len(d.sheets)}}
	if name, _ := d.scan.LocalAttr("style-name"); d.styles.hides("table", name) {
		t.meta.Visibility = sheet.HiddenSheet
	}
	d.sheets = append(d.sheets, t)
	g := &grid{}
	g.add = func(times int, hidden bool) error { return d.addRow(t, g, times, hidden) }
	err := d.children(d.gridChild(g))
	t.meta.Caption = g.title
	return err
}

// sheetName gives the sheet a name that no other one has.
func (d *reader) sheetName() string {
	base, _ := d.scan.LocalAttr("name")
	if base == "" {
		base = fmt.Sprintf("sheet %d", len(d.sheets)+1)
	}
	if d.names == nil {
		d.names = map[string]bool{}
	}
	name := base
	for n := 2; d.names[name]; n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	d.names[name] = true
	return name
}

// addRow takes the row that was read.
func (d *reader) addRow(t *table, g *grid, times int, hidden bool) error {
	r := row{Row: sheet.Row{Index: g.height, Hidden: hidden}, times: times}
	for _, c := range g.row {
		if span, ok := g.join(g.height, c); ok {
			t.spans = append(t.spans, span)
		}
		if len(t.spans) > d.lim.Spans {
			return opc.TooLarge(d.scan.Place(), "the sheet has more than %d joined cells", d.lim.Spans)
		}
		if c.Kind == sheet.Blank && c.Flags == 0 {
			continue
		}
		for range c.times {
			one := c.Cell
			if hidden || one.Col < len(g.columns) && g.columns[one.Col] {
				one.Flags |= sheet.Hidden
			}
			r.Cells = append(r.Cells, one)
			c.Col++
		}
		if d.held+len(r.Cells) > d.lim.HeldCells {
			return d.tooMany()
		}
	}
	if len(r.Cells) == 0 {
		return nil
	}
	d.held += len(r.Cells)
	if t.filled += len(r.Cells) * times; int64(t.filled) > min(d.lim.Cells, int64(d.lim.HeldCells)) {
		return d.tooMany()
	}
	t.rows = append(t.rows, r)
	return nil
}

func (d *reader) tooMany() error {
	e := opc.TooLarge(d.scan.Place(), "the file has more than the %d filled cells that are held in memory", min(d.lim.Cells, int64(d.lim.HeldCells)))
	e.Remedy = "save it as .xlsx, or split it (另存为 .xlsx)"
	return e
}

// rows streams the rows of a sheet.
type rows struct {
	*table
	next int // row
	time int // of it
	row  sheet.Row
}

func (r *rows) Meta() *sheet.Meta { return &r.meta }

func (r *rows) Spans() ([]sheet.Span, bool) { return r.spans, true }

func (r *rows) Locate(row, col int) string { return sheet.A1(row, col) }

func (r *rows) Close() error { return nil }

func (r *rows) Next() (*sheet.Row, error) {
	if r.next == len(r.rows) {
		return nil, io.EOF
	}
	one := &r.rows[r.next]
	r.row = one.Row
	r.row.Index += r.time
	if r.time++; r.time == one.times {
		r.next, r.time = r.next+1, 0
	}
	return &r.row, nil
}
