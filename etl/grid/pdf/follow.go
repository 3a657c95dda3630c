package pdf

import (
	"math"
	"slices"
	"strings"
)

// maxBefore bounds the lines kept above a table.
const maxBefore = 8

// follower goes through the pages in order, joins tables that go on over pages,
// and gives each table the lines above it.
//
// A table at the top of a page goes on with the table at the foot of the page
// before if its columns are the same and it either repeats the headings, which
// are then left out, or begins with numbers where that table has numbers. Only
// lines that say so (续表) or repeat the unit may stand above it.
type follower struct {
	open *table // at the foot of the page before; nil if something else is there
}

// page takes the items of the next page and gives its tables without those that
// were joined to one before.
func (f *follower) page(items []item) []*table {
	var tables []*table
	var above []string
	open := f.open
	f.open = nil
	for i, it := range items {
		if it.table == nil {
			if text := join(it.line.words); !isAside(it.line) {
				above = append(above, text)
			}
			continue
		}
		t := it.table
		if i == len(items)-1 {
			f.open = t
		}
		if open != nil && open.isContinued(above) && open.goOn(t) {
			if f.open == t {
				f.open = open
			}
		} else {
			t.before = above[max(0, len(above)-maxBefore):]
			tables = append(tables, t)
		}
		open, above = nil, nil
	}
	return tables
}

// isAside tells text that is no part of what stands above a table: watermarks
// and labels along the side.
func isAside(l line) bool { return l.turn != 0 }

// isContinued tells whether lines say nothing but that the table goes on: 续表,
// and the unit that it has.
func (t *table) isContinued(lines []string) bool {
	for _, l := range lines {
		switch {
		case reUnitLine.MatchString(l):
			if !slices.ContainsFunc(t.before, func(b string) bool { return squeeze(b) == squeeze(l) }) {
				return false
			}
		case !strings.Contains(l, "续"):
			return false
		}
	}
	return len(lines) <= 3
}

// goOn takes the rows of the table o of the next page, if it is the same table.
func (t *table) goOn(o *table) bool {
	if t.cols != o.cols || t.ruled != o.ruled || !t.sameColumns(o) {
		return false
	}
	skip := t.sameHead(o)
	if skip == 0 && !t.fitsBody(o) {
		return false
	}
	shift := t.rows - skip
	for _, c := range o.cells {
		if c.row >= skip {
			c.row += shift
			t.cells = append(t.cells, c)
		}
	}
	for _, s := range o.spans {
		if s.R0 >= skip {
			s.R0, s.R1 = s.R0+shift, s.R1+shift
			t.spans = append(t.spans, s)
		}
	}
	t.pages = append(t.pages, o.pages[min(skip, o.rows):]...)
	t.rows += o.rows - skip
	return true
}

// sameColumns tells whether the columns stand at the same places, but for the
// margin, which even and odd pages may have on different sides. Without rules the
// edges lie in the middle of gaps, which depend on the rows.
func (t *table) sameColumns(o *table) bool {
	n := len(t.edges)
	if n != len(o.edges) || n < 3 {
		return false
	}
	tolerance, from, to := 12.0, 1, n-1
	if t.ruled {
		tolerance, from, to = snap, 0, n
	}
	shift := 0.0
	for i := from; i < to; i++ {
		shift += (o.edges[i] - t.edges[i]) / float64(to-from)
	}
	for i := from; i < to; i++ {
		if math.Abs(o.edges[i]-t.edges[i]-shift) > tolerance {
			return false
		}
	}
	return math.Abs(shift) < 60
}

// sameHead gives how many rows at the top of both tables are the same headings.
func (t *table) sameHead(o *table) (rows int) {
	for rows < o.rows && rows < t.rows {
		a, b := t.row(rows), o.row(rows)
		if len(a) != len(b) || t.isBody(a) {
			break
		}
		for c, text := range a {
			if squeeze(b[c]) != squeeze(text) {
				return rows
			}
		}
		rows++
	}
	return rows
}

// isBody tells a row with a number that is not a year.
func (t *table) isBody(row map[int]string) bool {
	for c, text := range row {
		if c > 0 && isNumber(text) && !reYear.MatchString(text) {
			return true
		}
	}
	return false
}

// fitsBody tells whether the first row of o has numbers where most rows of t do,
// and no text there.
func (t *table) fitsBody(o *table) bool {
	t.count()
	fits := false
	for c, text := range o.row(0) {
		switch {
		case t.numbers[c]*2 <= t.filled[c]:
		case !isNumber(text) || reYear.MatchString(text):
			return false
		case c > 0:
			fits = true
		}
	}
	return fits
}

// count counts numbers and filled cells by column, of the cells since the last call.
func (t *table) count() {
	if t.filled == nil {
		t.numbers, t.filled = make([]int, t.cols), make([]int, t.cols)
	}
	for _, c := range t.cells[t.counted:] {
		t.filled[c.col]++
		if isNumber(c.text) {
			t.numbers[c.col]++
		}
	}
	t.counted = len(t.cells)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
