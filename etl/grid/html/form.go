package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sanpin/etl/grid/sheet"
)

// The clips of the standard, and the width of a sheet of Excel.
const (
	maxColSpan = 1_000
	maxRowSpan = 65_534
	maxCols    = 16_384
)

// cell is a filled cell; stored is the number that the program which saved the
// page put beside a rounded text.
type cell struct {
	col          int
	text, stored string
}

type row struct {
	hidden bool
	cells  []cell
}

// former lays a table out, row by row.
type former struct {
	lim     sheet.Limits
	rows    []row
	spans   []sheet.Span
	cols    int
	filled  int
	caption string
	nested  bool  // a table is inside
	free    []int // of the current row group: for each column the first free row
	group   int   // first span of the current row group
	err     *sheet.Error
}

// form lays out the rows of a table: those of a foot last, as they are shown.
func form(t *html.Node, lim sheet.Limits) *former {
	f := &former{lim: lim}
	var feet []*html.Node
	for n := range t.ChildNodes() {
		switch n.DataAtom {
		case atom.Caption:
			text, nested := cellText(n)
			f.nested = f.nested || nested
			if f.caption == "" && !hidden(n) {
				f.caption = text
			}
		case atom.Tfoot:
			feet = append(feet, n)
		case atom.Thead, atom.Tbody:
			f.section(n)
		}
	}
	for _, n := range feet {
		f.section(n)
	}
	return f
}

// section lays out a row group; no cell reaches out of it.
func (f *former) section(n *html.Node) {
	for tr := range n.ChildNodes() {
		if tr.DataAtom == atom.Tr && f.err == nil {
			f.row(tr, hidden(n) || hidden(tr))
		}
	}
	end := len(f.rows)
	f.free = f.free[:0]
	kept := f.spans[:f.group]
	for _, s := range f.spans[f.group:] {
		if s.R1 = min(s.R1, end-1); s.R1 > s.R0 || s.C1 > s.C0 {
			kept = append(kept, s)
		}
	}
	f.spans, f.group = kept, len(kept)
}

func (f *former) row(tr *html.Node, hide bool) {
	at := row{hidden: hide}
	c := 0
	for n := range tr.ChildNodes() {
		if n.DataAtom != atom.Td && n.DataAtom != atom.Th {
			continue
		}
		text, nested := cellText(n)
		f.nested = f.nested || nested
		if hidden(n) { // takes no place: scripts that join cells hide the joined ones
			continue
		}
		for c < len(f.free) && f.free[c] > len(f.rows) {
			c++
		}
		if strings.TrimSpace(text) != "" {
			at.cells = append(at.cells, cell{c, text, storedNumber(n, text)})
			f.filled++
		}
		c = f.place(n, c)
		if f.check(c, text); f.err != nil {
			return
		}
	}
	f.cols = max(f.cols, c)
	f.rows = append(f.rows, at)
}

// place takes the slots of a cell that starts in column c and gives the column
// after it. Where it runs into a cell from above its span ends before that.
func (f *former) place(n *html.Node, c int) int {
	wide, high := spanOf(n, "colspan", maxColSpan), spanOf(n, "rowspan", maxRowSpan)
	r := len(f.rows)
	below := r + high // the first row after the cell
	if high == 0 {
		below = 1 << 40 // to the end of the group
	}
	for len(f.free) < c+wide {
		f.free = append(f.free, 0)
	}
	end := c
	for k := c; k < c+wide; k++ {
		if f.free[k] <= r && end == k {
			end++
		}
		f.free[k] = max(f.free[k], below)
	}
	if end-c > 1 || high != 1 {
		f.spans = append(f.spans, sheet.Span{R0: r, C0: c, R1: below - 1, C1: end - 1})
	}
	return c + wide
}

// check holds the table to the limits.
func (f *former) check(cols int, text string) {
	place := locate(len(f.rows), cols-1)
	switch most := 4 * f.lim.Cells; {
	case len(text) > f.lim.TextBytes:
		f.err = tooLarge(place, "the text is longer than %d bytes", f.lim.TextBytes)
	case cols > maxCols:
		f.err = tooLarge(place, "the table has more than %d columns", maxCols)
	case len(f.spans) > f.lim.Spans:
		f.err = tooLarge(place, "more than %d cells are joined", f.lim.Spans)
	case int64(f.filled) > f.lim.Cells:
		f.err = tooLarge(place, "more than %d cells are filled", f.lim.Cells)
	case int64(len(f.rows))*int64(f.cols) > most:
		f.err = tooLarge(place, "rows times columns are more than %d", most)
	}
}

// spanOf reads a span: 1 where it makes no sense; 0 only of rows, to the end.
func spanOf(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	switch {
	case err != nil || v < 0, v == 0 && (key != "rowspan" || !has(n, key)):
		return 1
	}
	return min(v, most)
}

// storedNumber gives the unrounded number of a cell: Excel writes x:num,
// LibreOffice sdval. It is empty where the text says it already.
func storedNumber(n *html.Node, text string) string {
	for _, key := range []string{"x:num", "sdval"} {
		if v := attr(n, key); v != "" && v != text {
			return v
		}
	}
	return ""
}
