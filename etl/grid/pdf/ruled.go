package pdf

import (
	"slices"

	"sanpin/etl/grid/pdf/page"
	"sanpin/etl/grid/sheet"
)

// inside splits lines into the words whose middle is in the box, and the others.
func inside(lines []line, b page.Box) (in, out []line) {
	for _, l := range lines {
		var a, z []word
		for _, w := range l.words {
			if x, y := w.box.Mid(); x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1 && l.turn != page.Aslant {
				a = append(a, w)
			} else {
				z = append(z, w)
			}
		}
		if n, ok := newLine(a); ok {
			n.turn = l.turn
			in = append(in, n)
		}
		if n, ok := newLine(z); ok {
			n.turn = l.turn
			out = append(out, n)
		}
	}
	return in, out
}

// piece is the words of one line in one area.
type piece struct {
	words []word
	base  float64
}

func (p piece) text() string { return join(p.words) }

func (p piece) box() page.Box {
	b := p.words[0].box
	for _, w := range p.words[1:] {
		b = b.Union(w.box)
	}
	return b
}

// readRuled puts the lines in a lattice into its cells. It gives nil where they
// make no table of two rows and two columns: a frame around a text is none, and
// the axes of a chart are none.
//
// Where the rules part only the columns, the rows between two rules are told by
// the lines of numbers. Where they part only the headings, as in the yearbooks,
// the body has the columns of the headings.
func readRuled(l *lattice, lines []line) *table {
	r := &ruled{l: l, t: &table{box: l.box, edges: l.xs, ruled: true, cols: len(l.xs) - 1}}
	r.areas, r.of = l.areas()
	r.fill(lines)
	if r.openBands() {
		r.fill(lines)
	}
	if !r.trusted() {
		return nil
	}
	first := r.putBands()
	for i, a := range r.areas {
		if a.r0 == a.r1 && first[a.r1+1]-first[a.r0] > 1 {
			continue // its lines are rows, put by putBands
		}
		for _, p := range r.pieces[i] {
			r.t.put(first[a.r0], a.c0, p.text(), p.box())
		}
	}
	r.putSpans(first)
	r.t.rows, r.t.cols = first[len(first)-1], len(l.xs)-1
	r.t.sort()
	if rows, columns := r.t.shape(); rows < 2 || columns < 2 || len(r.t.cells) < 3 {
		return nil
	}
	return r.t
}

// ruled is a table with rules being read.
type ruled struct {
	l      *lattice
	t      *table
	areas  []area
	of     []int        // area of each cell of the lattice
	pieces [][]piece    // by area
	open   map[int]bool // bands without rules between their columns
}

// fill puts the words of the lines into the areas.
func (r *ruled) fill(lines []line) {
	r.pieces = make([][]piece, len(r.areas))
	for _, ln := range lines {
		a := -1
		for i, w := range ln.words {
			if i == 0 || !w.touches { // a word in pieces is in one cell
				a = r.areaOf(whole(ln.words[i:]), ln)
			}
			if a >= 0 {
				if n := len(r.pieces[a]); n > 0 && r.pieces[a][n-1].base == ln.base {
					r.pieces[a][n-1].words = append(r.pieces[a][n-1].words, w)
				} else {
					r.pieces[a] = append(r.pieces[a], piece{[]word{w}, ln.base})
				}
			}
		}
	}
}

// whole gives the first word with those that touch it.
func whole(ws []word) word {
	w := ws[0]
	for i := 1; i < len(ws) && ws[i].touches; i++ {
		w.text, w.box = w.text+ws[i].text, w.box.Union(ws[i].box)
	}
	return w
}

// areaOf gives the area of a word of a line, or -1. A text alone on its line that
// runs on over blank cells is in the one in which it begins.
func (r *ruled) areaOf(w word, ln line) int {
	x, y := w.box.Mid()
	row := interval(r.l.ys, y)
	if r.open[row] && len(phrases(ln.words)) == 1 && !isNumber(w.text) {
		x = ln.box.X0 + 1
	}
	col := interval(r.l.xs, x)
	if row < 0 || col < 0 {
		return -1
	}
	return r.of[row*(len(r.l.xs)-1)+col]
}

// trusted tells whether the numbers stand within the cells. A number over the
// edge of its cell is marked as one that cannot be told; where there are more
// than a few the rules are no table's.
func (r *ruled) trusted() bool {
	numbers, over := 0, 0
	for i, a := range r.areas {
		for _, p := range r.pieces[i] {
			for k := range p.words {
				w := &p.words[k]
				if !isNumber(w.text) || !hasDigit(w.text) {
					continue
				}
				numbers++
				if slack := 0.35 * w.size; w.box.X0 < r.l.xs[a.c0]-slack || w.box.X1 > r.l.xs[a.c1+1]+slack {
					w.text += string(unknown)
					over++
				}
			}
		}
	}
	return over < 2 || over*50 < numbers
}

// openBands splits the areas that are rows of a table without rules between its
// columns: two lines or more have numbers and text in several places, and no
// number stands across the edge of a column. It tells whether there are any.
func (r *ruled) openBands() bool {
	cols := len(r.l.xs) - 1
	for i := range r.areas {
		a := r.areas[i]
		if a.r0 != a.r1 || a.c0 == a.c1 || !isOpen(r.pieces[i], r.l.xs) {
			continue
		}
		if r.open == nil {
			r.open = map[int]bool{}
		}
		r.open[a.r0] = true
		r.areas[i].c1 = a.c0
		for c := a.c0 + 1; c <= a.c1; c++ {
			r.of[a.r0*cols+c] = len(r.areas)
			r.areas = append(r.areas, area{a.r0, c, a.r0, c})
		}
	}
	return r.open != nil
}

func isOpen(pieces []piece, xs []float64) bool {
	rows := 0
	for _, p := range pieces {
		ps := phrases(p.words)
		numbers := 0
		for _, ws := range ps {
			if isNumber(join(ws)) {
				numbers++
			}
		}
		for _, w := range p.words {
			if isNumber(w.text) && acrossEdge(w, xs) {
				return false
			}
		}
		if numbers > 0 && len(ps) > 1 && interval(xs, p.words[0].box.X0+1) != interval(xs, p.box().X1-1) {
			rows++
		}
	}
	return rows >= 2 && rows*2 >= len(pieces)
}

// acrossEdge tells a word that stands on both sides of the edge of a column.
func acrossEdge(w word, xs []float64) bool {
	slack := 0.35 * w.size
	for _, x := range xs {
		if w.box.X0+slack < x && x < w.box.X1-slack {
			return true
		}
	}
	return false
}

// putSpans gives the merged cells. Rows of one band are merged one by one.
func (r *ruled) putSpans(first []int) {
	for _, a := range r.areas {
		s := sheet.Span{R0: first[a.r0], C0: a.c0, R1: first[a.r1+1] - 1, C1: a.c1}
		switch {
		case a.r0 == a.r1 && s.R1 > s.R0:
			for row := s.R0; row <= s.R1 && s.C1 > s.C0; row++ {
				r.t.spans = append(r.t.spans, sheet.Span{R0: row, C0: s.C0, R1: row, C1: s.C1})
			}
		case s.R1 > s.R0 || s.C1 > s.C0:
			r.t.spans = append(r.t.spans, s)
		}
	}
}

// putBands splits the bands between two rules that hold several rows, and puts
// their cells. It gives the first row of each band, and the number of rows last.
func (r *ruled) putBands() (first []int) {
	bands := make([][]int, len(r.l.ys)-1) // areas of one band only
	for i, a := range r.areas {
		if a.r0 == a.r1 {
			bands[a.r0] = append(bands[a.r0], i)
		}
	}
	row := 0
	for _, band := range bands {
		first = append(first, row)
		n := 1
		if r.hasRows(band) {
			n = r.putRows(row, band)
		}
		row += n
	}
	return append(first, row)
}

// hasRows tells a band that holds several rows: two lines of a cell are numbers.
// Years may stand one above the other in a heading.
func (r *ruled) hasRows(band []int) bool {
	for _, i := range band {
		n := 0
		for _, p := range r.pieces[i] {
			if s := p.text(); isNumber(s) && hasDigit(s) && !reYear.MatchString(s) {
				n++
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}

// putRows puts the lines of a band as rows from row on, and gives their number.
func (r *ruled) putRows(row int, band []int) int {
	var lines []record
	for _, i := range band {
		for _, p := range r.pieces[i] {
			lines = addToRecord(lines, p, r.areas[i].c0)
		}
	}
	slices.SortStableFunc(lines, func(a, b record) int {
		if a.base < b.base {
			return -1
		}
		return 1
	})
	rows := rowsOf(lines)
	for i, l := range lines {
		putRecord(r.t, row+rows[i], &l)
	}
	return rows[len(rows)-1] + 1
}

func addToRecord(lines []record, p piece, col int) []record {
	for i := range lines {
		if lines[i].base == p.base && lines[i].cells[col] == nil {
			lines[i].cells[col] = p.words
			lines[i].size = max(lines[i].size, p.words[0].size)
			return lines
		}
	}
	return append(lines, record{base: p.base, size: p.words[0].size, cells: map[int][]word{col: p.words}})
}

func putRecord(t *table, row int, l *record) {
	for c, ws := range l.cells {
		p := piece{words: ws}
		t.put(row, c, p.text(), p.box())
	}
}
