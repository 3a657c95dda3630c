package pdf

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"sanpin/etl/grid/pdf/page"
)

// band is a range of x.
type band struct{ from, to float64 }

func (b band) mid() float64 { return (b.from + b.to) / 2 }

// overlap gives how much of x two bands share.
func (b band) overlap(o band) float64 { return max(0, min(b.to, o.to)-max(b.from, o.from)) }

func bandOf(b page.Box) band { return band{b.X0, b.X1} }

// columnsOf finds the columns of lines that have no rules: the bands of x with
// text in more than odd of the lines. ok is false where columns cannot be told:
// then the lines are no table that could be trusted.
//
// A gap between two bands parts columns if in some line it is wider than the
// spaces of a text, or if there are numbers on both sides that cannot be one
// number in groups of three digits.
func columnsOf(lines []line, odd int) (columns []band, ok bool) {
	bands := coverage(lines, odd)
	if len(bands) < 2 || len(bands) > maxColumns {
		return nil, false
	}
	columns = bands[:1]
	for _, b := range bands[1:] {
		last := &columns[len(columns)-1]
		switch meets(lines, *last, b) {
		case apart:
			columns = append(columns, b)
		case together:
			last.to = b.to
		default:
			return nil, false
		}
	}
	return columns, len(columns) >= 2
}

// maxColumns is how many columns a table without rules has at most.
const maxColumns = 200

// coverage gives the bands of x that words of more than odd lines lie in.
func coverage(lines []line, odd int) []band {
	type edge struct {
		x    float64
		step int
	}
	var edges []edge
	for _, l := range lines {
		for _, w := range l.words {
			edges = append(edges, edge{w.box.X0, 1}, edge{w.box.X1, -1})
		}
	}
	slices.SortFunc(edges, func(a, b edge) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return b.step - a.step
	})
	var bands []band
	depth := 0
	for _, e := range edges {
		before := depth
		depth += e.step
		switch {
		case before <= odd && depth > odd:
			if n := len(bands); n > 0 && e.x-bands[n-1].to < letterGap*lines[0].size {
				continue // still the band before
			}
			bands = append(bands, band{e.x, e.x})
		case before > odd && depth <= odd:
			bands[len(bands)-1].to = e.x
		}
	}
	return bands
}

// side is what stands on two sides of a gap.
type side uint8

const (
	apart side = iota
	together
	doubtful
)

// meets tells whether two bands are columns of their own.
func meets(lines []line, l, r band) side {
	seen, figures := 0, 0
	for _, ln := range lines {
		a, b, ok := neighbours(ln, l, r)
		if !ok {
			continue
		}
		seen++
		gap := (b.box.X0 - a.box.X1) / max(a.size, b.size)
		if gap >= cellGap {
			return apart
		}
		if isNumber(a.text) && isNumber(b.text) {
			if !isGroup(a.text) || !reGroup.MatchString(b.text) {
				return apart
			}
			if !b.spaced {
				figures++
			}
		}
	}
	switch {
	case seen == 0:
		return apart
	case figures > 0:
		return doubtful
	}
	return together
}

// Numbers in groups of three digits: the first groups, and the last.
var (
	reGroupStart = regexp.MustCompile(`^[-+−]?\d{1,3}$`)
	reGroup      = regexp.MustCompile(`^\d{3}(?:\.\d+)?%?$`)
)

func isGroup(s string) bool { return reGroupStart.MatchString(s) }

// neighbours gives the last word of a line in band l and the first one in r.
func neighbours(ln line, l, r band) (a, b word, ok bool) {
	for i := 1; i < len(ln.words); i++ {
		a, b = ln.words[i-1], ln.words[i]
		if ax, _ := a.box.Mid(); ax >= l.from && ax <= l.to {
			if bx, _ := b.box.Mid(); bx >= r.from && bx <= r.to {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// columnOf gives the column that a word of a body line lies in; ok is false if
// it lies across two, or in none.
func columnOf(columns []band, w word) (col int, ok bool) {
	best, share := -1, 0.0
	for i, c := range columns {
		if o := c.overlap(bandOf(w.box)); o > share {
			best, share = i, o
		}
	}
	if best < 0 {
		return -1, false
	}
	for i, c := range columns {
		if i != best && c.overlap(bandOf(w.box)) > 0.2*w.size {
			return best, false
		}
	}
	return best, true
}

func nearestBand(columns []band, b band) int {
	best, distance := 0, -1.0
	for i, c := range columns {
		d := max(c.from-b.to, b.from-c.to, 0)
		if distance < 0 || d < distance {
			best, distance = i, d
		}
	}
	return best
}

// phrases joins words that stand no further apart than those of a text.
func phrases(ws []word) [][]word {
	var out [][]word
	for i, w := range ws {
		if i > 0 {
			a := ws[i-1]
			if gap := (w.box.X0 - a.box.X1) / max(a.size, w.size); gap < cellGap && !(startsNumberWord(w) && endsNumberWord(a) && !w.spaced) {
				out[len(out)-1] = append(out[len(out)-1], w)
				continue
			}
		}
		out = append(out, []word{w})
	}
	return out
}

func startsNumberWord(w word) bool {
	r, _ := utf8.DecodeRuneInString(w.text)
	return startsNumber(r)
}

func endsNumberWord(w word) bool {
	r, _ := utf8.DecodeLastRuneInString(w.text)
	return endsNumber(r)
}
