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
// make no table of two rows and two columns: a frame around a text is none.
//
// Where the rules part only the columns, the rows between two rules are told by
// the lines of numbers.
func readRuled(l *lattice, lines []line) *table {
	areas, of := l.areas()
	pieces := make([][]piece, len(areas))
	cols := len(l.xs) - 1
	for _, ln := range lines {
		for _, w := range ln.words {
			x, y := w.box.Mid()
			r, c := interval(l.ys, y), interval(l.xs, x)
			if r < 0 || c < 0 {
				continue
			}
			a := of[r*cols+c]
			if n := len(pieces[a]); n > 0 && pieces[a][n-1].base == ln.base {
				pieces[a][n-1].words = append(pieces[a][n-1].words, w)
				continue
			}
			pieces[a] = append(pieces[a], piece{[]word{w}, ln.base})
		}
	}
	t := &table{box: l.box, edges: l.xs, ruled: true}
	first := l.fillBands(t, areas, pieces)
	for i, a := range areas {
		if a.r0 == a.r1 && first[a.r1+1]-first[a.r0] > 1 {
			continue // its lines are rows, put by fillBands
		}
		for _, p := range pieces[i] {
			t.put(first[a.r0], a.c0, p.text(), p.box())
		}
	}
	for _, a := range areas {
		s := sheet.Span{R0: first[a.r0], C0: a.c0, R1: first[a.r1+1] - 1, C1: a.c1}
		switch {
		case a.r0 == a.r1 && s.R1 > s.R0:
			for r := s.R0; r <= s.R1 && s.C1 > s.C0; r++ {
				t.spans = append(t.spans, sheet.Span{R0: r, C0: s.C0, R1: r, C1: s.C1})
			}
		case s.R1 > s.R0 || s.C1 > s.C0:
			t.spans = append(t.spans, s)
		}
	}
	t.rows, t.cols = first[len(first)-1], cols
	t.sort()
	if rows, columns := t.shape(); rows < 2 || columns < 2 {
		return nil
	}
	return t
}

// fillBands splits the bands between two rules that hold several rows, and puts
// their cells. It gives the first row of each band, and the number of rows last.
func (l *lattice) fillBands(t *table, areas []area, pieces [][]piece) (first []int) {
	bands := make([][]int, len(l.ys)-1) // areas of one band only
	for i, a := range areas {
		if a.r0 == a.r1 {
			bands[a.r0] = append(bands[a.r0], i)
		}
	}
	row := 0
	for _, band := range bands {
		first = append(first, row)
		n := 1
		if hasRows(band, pieces) {
			n = putRows(t, row, band, areas, pieces)
		}
		row += n
	}
	return append(first, row)
}

// hasRows tells a band that holds several rows: two lines of a cell are numbers.
// Years may stand one above the other in a heading.
func hasRows(band []int, pieces [][]piece) bool {
	for _, i := range band {
		n := 0
		for _, p := range pieces[i] {
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
func putRows(t *table, row int, band []int, areas []area, pieces [][]piece) int {
	var lines []record
	for _, i := range band {
		for _, p := range pieces[i] {
			lines = addToRecord(lines, p, areas[i].c0)
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
		putRecord(t, row+rows[i], &l)
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
