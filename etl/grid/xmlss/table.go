package xmlss

import (
	"io"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// The bounds of a sheet of Excel 2007; the format itself has none.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14

	// maxFilled bounds the rows and cells of a sheet: Excel 2003 had 65,536 rows, and
	// what fills them with 17 cells each is read in half a second.
	maxFilled = 1_200_000
)

// worksheet is a sheet that was read; it is its own [sheet.Sheet].
type worksheet struct {
	meta  sheet.Meta
	rows  []row
	spans []sheet.Span
	held  held
	err   error

	next int
	out  sheet.Row
}

// row is one row: its cells are those of the sheet from one number to another.
type row struct {
	index, from, to uint32
	hidden          bool
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
	w.out = sheet.Row{Index: int(r.index), Hidden: r.hidden, Cells: w.out.Cells[:0]}
	for i := r.from; i < r.to; i++ {
		w.out.Cells = append(w.out.Cells, w.held.cell(int(i)))
	}
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
	tag := r.tag()
	t.style = string(tag[attrStyle])
	var err error
	if t.top, err = r.number(tag, attrTop, 1, maxRows); err != nil {
		return err
	}
	if t.left, err = r.number(tag, attrLeft, 1, maxCols); err != nil {
		return err
	}
	t.top, t.left = t.top-1, t.left-1
	t.nextRow = t.top
	if n := len(w.rows); n > 0 { // a second table goes on below the first
		t.nextRow = max(t.nextRow, int(w.rows[n-1].index)+1)
	}
	return t.read()
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
	tag := t.tag()
	first, err := t.place(tag, max(t.nextCol, t.left), t.left, maxCols)
	if err != nil {
		return err
	}
	more, err := t.number(tag, attrSpan, 0, maxCols-1-first)
	if err != nil {
		return err
	}
	t.nextCol = first + more + 1
	for len(t.columns) < t.nextCol {
		t.columns = append(t.columns, column{})
	}
	for c := first; c < t.nextCol; c++ {
		t.columns[c] = column{tag.flag(attrHidden), string(tag[attrStyle])}
	}
	return t.scan.Skip()
}

// row reads a row; one that stands for several is blank.
func (t *table) row() error {
	tag := t.tag()
	index, err := t.place(tag, t.nextRow, t.top, maxRows)
	if err != nil {
		return err
	}
	more, err := t.number(tag, attrSpan, 0, maxRows-1-index)
	if err != nil {
		return err
	}
	t.nextRow = index + more + 1
	r := row{index: uint32(index), hidden: tag.flag(attrHidden), from: uint32(t.held.n)}
	if err := t.cells(&r, string(tag[attrStyle])); err != nil {
		return err
	}
	if r.to = uint32(t.held.n); r.to > r.from {
		t.rows = append(t.rows, r)
	}
	return nil
}

func (t *table) cells(r *row, style string) error {
	s := t.scan
	next := t.left
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		switch {
		case err != nil:
			return err
		case tok != opc.StartTag:
			continue
		case string(s.Name) == "Cell":
			next, err = t.cell(r, next, style)
		default:
			err = s.Skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// span notes the merged rectangle of a cell and gives the column after it.
func (t *table) span(tag *tag, row, col int) (next int, err error) {
	across, err := t.number(tag, attrAcross, 0, maxCols-1-col)
	if err != nil {
		return 0, err
	}
	down, err := t.number(tag, attrDown, 0, maxRows-1-row)
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
