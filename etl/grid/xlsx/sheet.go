package xlsx

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"sync"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

const (
	// holdBytes is the size up to which the XML of a sheet is held in memory, so
	// that its merged cells, which stand behind the rows, are known before them.
	// All filings seen are smaller; larger sheets are streamed.
	holdBytes = 16 << 20
	// pooledBytes is the size up to which memory is kept for the next sheet.
	pooledBytes = 1 << 20
	// maxRowBytes bounds the texts of one row.
	maxRowBytes = 64 << 20
)

// reader is one sheet.
type reader struct {
	book *openBook
	part *opc.Part
	meta sheet.Meta

	scan   *opc.Scanner // nil before the first row is asked for, and once closed
	packed *opc.PartReader
	ahead  *ahead
	*buffers
	started bool
	err     error // what Next gives from now on

	spans      []sheet.Span
	spansWhole bool
	hiddenCol  []bool
	hiddenCols int

	row       sheet.Row
	rowFlags  sheet.Flag // of each cell of the row
	rowGiven  bool       // the row says its number, or a cell before did
	rowDigits []byte     // the number as it is written in the file
	lastRow   int
	lastCol   int
	unsorted  bool
	filled    int64 // cells so far

	lastDate, lastDuration, lastShare serial
}

// buffers is the memory of a sheet that the next one can use.
type buffers struct {
	held  []byte // the XML of a sheet that is not streamed
	arena []byte // texts of the row
	value []byte // of the cell
	cells []sheet.Cell
}

var pooled = sync.Pool{New: func() any { return new(buffers) }}

// release gives the buffers to the next sheet, the large ones to nobody.
func (b *buffers) release() {
	if cap(b.held) > pooledBytes {
		b.held = nil
	}
	if cap(b.arena)+cap(b.value) > pooledBytes {
		b.arena, b.value = nil, nil
	}
	clear(b.cells[:cap(b.cells)]) // they hold on to the strings of the book
	pooled.Put(b)
}

func (r *reader) Meta() *sheet.Meta { return &r.meta }

func (r *reader) Locate(row, col int) string { return sheet.A1(row, col) }

// Spans gives the merged rectangles. They are complete from the start for a
// sheet of at most 16 MB of XML.
func (r *reader) Spans() (spans []sheet.Span, complete bool) {
	r.start()
	return r.spans, r.spansWhole
}

// Next gives the next row with a filled cell.
func (r *reader) Next() (*sheet.Row, error) {
	r.start()
	for r.err == nil {
		if r.err = r.nextRow(); r.err == nil && len(r.row.Cells) > 0 {
			return &r.row, nil
		}
	}
	return nil, r.err
}

// Close gives back what the sheet uses; rows that were given are no longer valid.
func (r *reader) Close() error {
	r.started = true
	r.err = cmp.Or(r.err, io.ErrClosedPipe)
	if r.ahead != nil {
		r.ahead.Close()
		r.ahead = nil
	}
	if r.packed != nil {
		r.packed.Close()
		r.packed = nil
	}
	if r.scan != nil {
		r.scan.Release()
		r.scan = nil
	}
	if r.buffers != nil {
		r.buffers.cells, r.row.Cells = r.row.Cells, nil
		r.buffers.release()
		r.buffers = nil
	}
	return nil
}

// start opens the part when the first thing is asked of it.
func (r *reader) start() {
	if r.started {
		return
	}
	r.started = true
	r.lastRow = -1
	r.buffers = pooled.Get().(*buffers)
	r.row.Cells = r.buffers.cells[:0]
	a := r.book.archive
	r.scan = opc.NewScanner(a.Limits, r.part.Name)
	if r.part.Size <= holdBytes {
		r.err = r.startHeld(a)
	} else {
		r.err = r.startStream(a)
	}
	if r.err == nil {
		r.err = r.head()
	}
}

func (r *reader) startHeld(a *opc.Archive) error {
	held, err := a.Hold(r.part, r.held)
	if err != nil {
		return err
	}
	r.held = held
	if err := r.scan.Hold(r.held); err != nil {
		return err
	}
	return r.spansAhead(r.scan.Ahead())
}

func (r *reader) startStream(a *opc.Archive) (err error) {
	if r.packed, err = a.Open(r.part); err != nil {
		return err
	}
	r.ahead = readAhead(r.packed)
	return r.scan.Stream(r.ahead)
}

// head goes to the first row and learns of hidden columns on the way.
func (r *reader) head() error {
	root := true
	for {
		tok, err := r.scan.Next()
		switch {
		case errors.Is(err, io.EOF) && root:
			return damaged(r.part.Name, "the part with the sheet is empty")
		case errors.Is(err, io.EOF):
			r.spansWhole = true
			return err
		case err != nil:
			return err
		case tok != opc.StartTag:
			continue
		case root && string(r.scan.Name) != "worksheet":
			return r.scan.Damaged("the part holds <%s>, not a sheet", r.scan.Name)
		}
		root = false
		switch string(r.scan.Name) {
		case "worksheet", "cols":
		case "col":
			err = r.column()
		case "sheetData":
			return nil
		default:
			err = r.scan.Skip()
		}
		if err != nil {
			return err
		}
	}
}

// column notes which columns are hidden.
func (r *reader) column() error {
	if !r.scan.Flag("hidden") {
		return r.scan.Skip()
	}
	low, lowOK := parseIndex([]byte(r.scan.Attr("min")))
	high, highOK := parseIndex([]byte(r.scan.Attr("max")))
	if !lowOK || !highOK || low < 1 || low > maxCols || high < low {
		return r.scan.Damaged("columns %q to %q are hidden", r.scan.Attr("min"), r.scan.Attr("max"))
	}
	high = min(high, maxCols)
	if r.hiddenCols += high - low + 1; r.hiddenCols > maxCols {
		return r.scan.Damaged("more columns are hidden than a sheet has")
	}
	if high > len(r.hiddenCol) {
		r.hiddenCol = append(r.hiddenCol, make([]bool, high-len(r.hiddenCol))...)
	}
	for i := low - 1; i < high; i++ {
		r.hiddenCol[i] = true
	}
	return r.scan.Skip()
}

// nextRow reads one row, which may be empty, or gives io.EOF behind the last.
func (r *reader) nextRow() error {
	for {
		tok, err := r.scan.Next()
		switch {
		case err != nil:
			return err
		case tok == opc.EndTag:
			return r.tail()
		case tok == opc.Text:
			continue
		}
		if string(r.scan.Name) == "row" {
			return r.readRow()
		}
		if err := r.scan.Skip(); err != nil {
			return err
		}
	}
}

func (r *reader) readRow() error {
	r.row.Cells, r.arena = r.row.Cells[:0], r.arena[:0]
	r.rowDigits, r.rowGiven, r.lastCol, r.unsorted = r.rowDigits[:0], false, -1, false
	if err := r.rowAttrs(); err != nil {
		return err
	}
	for {
		if tag, ok := plainCell(r.scan); ok {
			if err := r.cell(tag); err != nil {
				return err
			}
			continue
		}
		tok, err := r.scan.Next()
		switch {
		case err != nil:
			return err
		case tok == opc.EndTag:
			r.lastRow = r.row.Index
			return r.sort()
		case tok == opc.Text:
			continue
		}
		if err := r.rowChild(); err != nil {
			return err
		}
	}
}

// rowChild reads an element of a row that is not written as most cells are.
func (r *reader) rowChild() error {
	if string(r.scan.Name) != "c" {
		return r.scan.Skip()
	}
	tag, err := readCellTag(r.scan)
	if err != nil {
		return err
	}
	return r.cell(tag)
}

// rowAttrs takes the number of the row, which may be left out, and whether it
// is hidden.
func (r *reader) rowAttrs() error {
	r.row.Index, r.row.Hidden, r.rowFlags = r.lastRow+1, false, 0
	for attrs := r.scan.Attrs; ; {
		key, value, rest, ok := opc.CutAttr(attrs)
		if !ok {
			if len(rest) > 0 {
				return r.scan.Damaged("a row has an attribute that cannot be read")
			}
			break
		}
		attrs = rest
		switch string(key) {
		case "r":
			row, ok := parseRow(value)
			if !ok {
				return r.scan.Damaged("a row has the number %q", value)
			}
			if err := r.setRow(row, value); err != nil {
				return err
			}
		case "hidden":
			if string(value) == "1" || string(value) == "true" {
				r.row.Hidden, r.rowFlags = true, sheet.Hidden
			}
		}
	}
	if r.row.Index >= maxRows {
		return r.scan.Damaged("the sheet has more than %d rows", maxRows)
	}
	return nil
}

// setRow gives the row its number. Rows must ascend: one that came twice would
// hide another.
func (r *reader) setRow(row int, digits []byte) error {
	if row <= r.lastRow {
		return r.scan.Damaged("row %d comes behind row %d", row+1, r.lastRow+1)
	}
	r.row.Index, r.rowGiven = row, true
	r.rowDigits = append(r.rowDigits[:0], digits...)
	return nil
}

// sort puts the cells of a row in order.
func (r *reader) sort() error {
	if !r.unsorted {
		return nil
	}
	cells := r.row.Cells
	slices.SortFunc(cells, func(a, b sheet.Cell) int { return cmp.Compare(a.Col, b.Col) })
	for i := 1; i < len(cells); i++ {
		if cells[i].Col == cells[i-1].Col {
			return r.scan.Damaged("the sheet has two cells %s", r.Locate(r.row.Index, cells[i].Col))
		}
	}
	return nil
}
