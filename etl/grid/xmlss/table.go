package xmlss

import (
	"io"
	"strconv"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// The bounds of a sheet of Excel 2007; the format itself has none.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
)

// worksheet is a sheet that was read; it is its own [sheet.Sheet].
type worksheet struct {
	meta  sheet.Meta
	rows  []row
	cells []sheet.Cell // of all rows
	spans []sheet.Span
	err   error

	next int
	out  sheet.Row
	text arena
}

// row is one row: its cells are cells[from:to].
type row struct {
	index    int
	hidden   bool
	from, to int
}

func (w *worksheet) Meta() *sheet.Meta { return &w.meta }

func (w *worksheet) Spans() ([]sheet.Span, bool) { return w.spans, true }

func (w *worksheet) Locate(row, col int) string { return sheet.A1(row, col) }

func (w *worksheet) Close() error { return nil }

func (w *worksheet) Next() (*sheet.Row, error) {
	if w.next == len(w.rows) {
		return nil, io.EOF
	}
	r := w.rows[w.next]
	w.next++
	w.out = sheet.Row{Index: r.index, Hidden: r.hidden, Cells: w.cells[r.from:r.to:r.to]}
	return &w.out, nil
}

// table is where a table of a worksheet is being read.
type table struct {
	*reader
	*worksheet
	top, left int // where the table stands in the sheet
	style     string
	columns   []column
	nextCol   int // of the columns
	nextRow   int
}

// column is what a column says of its cells.
type column struct {
	hidden bool
	style  string
}

func (r *reader) table(w *worksheet) error {
	t := table{reader: r, worksheet: w}
	t.style, _ = r.scan.LocalAttr("StyleID")
	var err error
	if t.top, err = r.number("TopCell", 1, maxRows); err != nil {
		return err
	}
	if t.left, err = r.number("LeftCell", 1, maxCols); err != nil {
		return err
	}
	t.top, t.left = t.top-1, t.left-1
	t.nextRow = t.top
	if n := len(w.rows); n > 0 { // a second table goes on below the first
		t.nextRow = max(t.nextRow, w.rows[n-1].index+1)
	}
	return t.read()
}

// number reads a whole number from an attribute; def where there is none.
func (r *reader) number(attr string, def, most int) (int, error) {
	text, ok := r.scan.LocalAttr(attr)
	if !ok {
		return def, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most || n == 0 && def == 1 {
		return 0, r.scan.Damaged("%s is %q, which is no number from %d to %d", attr, text, def, most)
	}
	return n, nil
}

func (r *reader) flag(attr string) bool {
	v, _ := r.scan.LocalAttr(attr)
	return v == "1" || v == "true"
}

// place reads where a row, column or cell stands, counted from 0: at its index,
// or at next.
func (r *reader) place(next, origin, most int) (int, error) {
	if _, ok := r.scan.LocalAttr("Index"); !ok {
		if next >= most {
			return 0, r.scan.Damaged("the sheet has more than %d rows or %d columns", maxRows, maxCols)
		}
		return next, nil
	}
	n, err := r.number("Index", 1, most-origin)
	if err == nil && origin+n-1 < next {
		err = r.scan.Damaged("index %d comes behind index %d", n, next-origin)
	}
	return origin + n - 1, err
}

func (t *table) read() error {
	s := t.scan
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok != opc.StartTag {
			continue
		}
		switch string(s.Name) {
		case "Column":
			err = t.column()
		case "Row":
			err = t.row()
		default:
			err = s.Skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// column reads a column, which may stand for several: Span is how many more.
func (t *table) column() error {
	first, err := t.place(max(t.nextCol, t.left), t.left, maxCols)
	if err != nil {
		return err
	}
	more, err := t.number("Span", 0, maxCols-1-first)
	if err != nil {
		return err
	}
	t.nextCol = first + more + 1
	for len(t.columns) < t.nextCol {
		t.columns = append(t.columns, column{})
	}
	style, _ := t.scan.LocalAttr("StyleID")
	for c := first; c < t.nextCol; c++ {
		t.columns[c] = column{t.flag("Hidden"), style}
	}
	return t.scan.Skip()
}

// row reads a row; one that stands for several is blank.
func (t *table) row() error {
	index, err := t.place(t.nextRow, t.top, maxRows)
	if err != nil {
		return err
	}
	more, err := t.number("Span", 0, maxRows-1-index)
	if err != nil {
		return err
	}
	t.nextRow = index + more + 1
	r := row{index: index, hidden: t.flag("Hidden"), from: len(t.cells)}
	style, _ := t.scan.LocalAttr("StyleID")
	s := t.scan
	next := t.left
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		switch {
		case err != nil:
			return err
		case tok != opc.StartTag:
			continue
		case string(s.Name) != "Cell":
			if err := s.Skip(); err != nil {
				return err
			}
			continue
		}
		if next, err = t.cell(&r, next, style); err != nil {
			return err
		}
	}
	if r.to = len(t.cells); r.to > r.from {
		t.rows = append(t.rows, r)
	}
	return nil
}

// span notes a merged rectangle of a cell and gives the column after it.
func (t *table) span(row, col int) (next int, err error) {
	across, err := t.number("MergeAcross", 0, maxCols-1-col)
	if err != nil {
		return 0, err
	}
	down, err := t.number("MergeDown", 0, maxRows-1-row)
	if err != nil {
		return 0, err
	}
	if across+down > 0 {
		t.spans = append(t.spans, sheet.Span{R0: row, C0: col, R1: row + down, C1: col + across})
		if len(t.spans) > t.lim.Spans {
			return 0, opc.TooLarge(t.scan.Place(), "more than %d cells of the sheet are joined", t.lim.Spans)
		}
	}
	return col + across + 1, nil
}
