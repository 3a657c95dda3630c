package pdf

import (
	"cmp"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/pdf/page"
	"sanpin/etl/grid/sheet"
)

// cell is one filled cell of a table.
type cell struct {
	row, col int
	text     string
	box      page.Box
}

// table is a table of a page, and of the pages that it goes on over.
type table struct {
	cells  []cell // by row, then column
	rows   int
	cols   int
	spans  []sheet.Span
	box    page.Box  // on its first page
	edges  []float64 // of the columns, one more than there are columns
	ruled  bool
	before []string
	pages  []int // page of each row
	number int   // on its first page, from 1

	numbers, filled []int // cells by column, of the first counted ones
	counted         int
}

// put adds text to a cell; what is there already stands on a line above. Two lines
// that a reader of numbers would take for one number (12 over 345) are kept apart.
func (t *table) put(row, col int, text string, box page.Box) {
	t.rows, t.cols = max(t.rows, row+1), max(t.cols, col+1)
	for i := len(t.cells) - 1; i >= 0 && t.cells[i].row >= row-1; i-- {
		if c := &t.cells[i]; c.row == row && c.col == col {
			if n, err := clean.ParseNumber(c.text + "\n" + text); err == nil && n.State == clean.Value {
				c.text += broken + text
			} else {
				c.text += "\n" + text
			}
			c.box = c.box.Union(box)
			return
		}
	}
	t.cells = append(t.cells, cell{row, col, text, box})
}

func (t *table) sort() {
	slices.SortStableFunc(t.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
}

// shape gives how many rows and columns have text.
func (t *table) shape() (rows, cols int) {
	r, c := map[int]bool{}, map[int]bool{}
	for _, x := range t.cells {
		r[x.row], c[x.col] = true, true
	}
	return len(r), len(c)
}

// row gives the texts of a row by column.
func (t *table) row(r int) map[int]string {
	out := map[int]string{}
	for _, c := range t.cells {
		if c.row == r {
			out[c.col] = c.text
		}
	}
	return out
}

// record is a line of a table, its words by column.
type record struct {
	base, size float64
	parted     bool // a rule stands between it and the line above
	cells      map[int][]word
}

func (r *record) text(col int) string { return join(r.cells[col]) }

// hasNumber tells whether a cell other than the first one of the table is a number.
func (r *record) hasNumber() bool {
	for c, ws := range r.cells {
		if c > 0 && isNumber(join(ws)) {
			return true
		}
	}
	return false
}

// clashes tells whether a line has a number in a column in which the lines of a
// row have one.
func (r *record) clashes(row []record) bool {
	for c, ws := range r.cells {
		if c == 0 || !isNumber(join(ws)) {
			continue
		}
		for _, o := range row {
			if isNumber(o.text(c)) {
				return true
			}
		}
	}
	return false
}

// rowsOf gives the row of each line. Lines of one row are those that overlap,
// those nearer to each other than rows are and of which one has the numbers, and
// those of which the first ends in the middle of a phrase. Two lines with numbers
// in one column are never one row.
func rowsOf(lines []record) []int {
	tight := tightGap(lines)
	row := make([]int, len(lines))
	start := 0 // first line of the row
	for i := 0; i < len(lines); {
		k := i + 1 // lines i to k stand near each other
		for k < len(lines) && !lines[k].parted && lines[k].base-lines[k-1].base <= 1.15*tight {
			k++
		}
		numeric := 0
		for _, l := range lines[i:k] {
			if l.hasNumber() {
				numeric++
			}
		}
		for j := i; j < k; j++ {
			switch {
			case j == 0:
			case joined(lines[start:j], &lines[j], j > i && numeric == 1):
				row[j] = row[j-1]
			default:
				row[j], start = row[j-1]+1, j
			}
		}
		i = k
	}
	return row
}

// joined tells whether line b belongs to the row of the lines above it. near says
// that it stands nearer to them than rows do.
func joined(row []record, b *record, near bool) bool {
	a := &row[len(row)-1]
	if b.parted {
		return false
	}
	gap := (b.base - a.base) / max(a.size, b.size)
	switch {
	case b.clashes(row):
		return false
	case gap < 0.85:
		return true
	case a.hasNumber() && b.hasNumber() || gap > 2:
		return false
	case near:
		return !strings.HasSuffix(strings.TrimSpace(a.text(0)), "：")
	}
	return unfinished(a, b)
}

// tightGap gives the least distance of lines, if it is the exception: then lines
// so near are parts of one row. Otherwise it is 0.
func tightGap(lines []record) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i].base - lines[i-1].base; d > 0.85*lines[i].size && !lines[i].parted {
			gaps = append(gaps, d)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	if gaps[len(gaps)/2] < 1.25*gaps[0] && gaps[len(gaps)-1] < 1.5*gaps[0] {
		return 0
	}
	return gaps[0]
}

// unfinished tells a label that goes on in the line below it.
func unfinished(a, b *record) bool {
	label := a.text(0)
	if label == "" || b.text(0) == "" || len(a.cells) > 1 && len(b.cells) > 1 {
		return false
	}
	open := strings.Count(label, "（") + strings.Count(label, "(") - strings.Count(label, "）") - strings.Count(label, ")")
	if open > 0 {
		return true
	}
	for _, end := range [...]string{"、", "和", "及", "与", "或", "的", "以及", "，"} {
		if strings.HasSuffix(label, end) {
			return true
		}
	}
	return false
}
