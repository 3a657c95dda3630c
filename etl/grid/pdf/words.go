package pdf

import (
	"cmp"
	"math"
	"slices"

	"sanpin/etl/grid/pdf/page"
)

// word is a run of characters without a gap. A cell is one word or more, never
// less.
type word struct {
	text       string
	box        page.Box
	base, size float64
	spaced     bool // the file has a space before it
	touches    bool // it goes on where the word before ends, as another text object
}

// line is the words that stand on one line, left to right.
type line struct {
	words      []word
	box        page.Box
	base, size float64
	turn       page.Turn // of text that does not read as the page does
}

// Gaps, in units of the size of the font.
const (
	letterGap = 0.15 // less stands between the characters of one word
	cellGap   = 0.9  // more stands between cells, not between words
	seam      = 0.06 // text objects that continue each other join within this
)

// readLines puts the characters of a page together to lines of words, top to
// bottom. No word goes across one of the vertical rules.
func readLines(p *page.Page, vertical []page.Rule) []line {
	var gs []page.Glyph
	for _, g := range p.Glyphs {
		if g.Turn == page.Upright {
			gs = append(gs, g)
		}
	}
	var lines []line
	for _, row := range takeScripts(byBase(gs)) {
		if l, ok := newLine(readWords(row, crossing(vertical, row))); ok {
			lines = append(lines, l)
		}
	}
	lines = append(lines, readTurned(p)...)
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.base, b.base) })
	return lines
}

// readTurned gives text that does not read as the page does, each text object a
// line of one word: labels along the side of a table, watermarks.
func readTurned(p *page.Page) []line {
	var lines []line
	last := -1
	for _, g := range p.Glyphs {
		if g.Turn == page.Upright || g.Rune == ' ' {
			continue
		}
		if n := len(lines); n > 0 && g.Run == last {
			w := &lines[n-1].words[0]
			w.text += string(g.Rune)
			w.box = w.box.Union(g.Box)
			lines[n-1].box, lines[n-1].base = w.box, w.box.Y1
			continue
		}
		last = g.Run
		w := word{text: string(g.Rune), box: g.Box, base: g.Base, size: g.Size}
		lines = append(lines, line{words: []word{w}, box: g.Box, base: g.Base, size: g.Size, turn: g.Turn})
	}
	return lines
}

// newLine makes a line of words; none is no line.
func newLine(ws []word) (l line, ok bool) {
	if len(ws) == 0 {
		return line{}, false
	}
	l = line{words: ws, box: ws[0].box, base: ws[0].base, size: ws[0].size}
	for _, w := range ws[1:] {
		l.box = l.box.Union(w.box)
		if w.size > l.size {
			l.base, l.size = w.base, w.size
		}
	}
	return l, true
}

// byBase groups characters that stand on one line, top to bottom. Raised and
// lowered ones are groups of their own.
func byBase(gs []page.Glyph) [][]page.Glyph {
	slices.SortStableFunc(gs, func(a, b page.Glyph) int { return cmp.Compare(a.Base, b.Base) })
	var rows [][]page.Glyph
	for _, g := range gs {
		if n := len(rows); n > 0 {
			first := rows[n-1][0]
			if g.Base-first.Base <= 0.25*min(g.Size, first.Size) {
				rows[n-1] = append(rows[n-1], g)
				continue
			}
		}
		rows = append(rows, []page.Glyph{g})
	}
	for _, row := range rows {
		byPlace(row)
	}
	return rows
}

func byPlace(row []page.Glyph) {
	slices.SortStableFunc(row, func(a, b page.Glyph) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
}

// crossing gives where the rules cross the line of a row of characters.
func crossing(vertical []page.Rule, row []page.Glyph) []float64 {
	var at []float64
	if len(row) > 0 {
		_, y := row[0].Box.Mid()
		for _, r := range vertical {
			if r.From <= y && y <= r.To {
				at = append(at, r.At)
			}
		}
	}
	slices.Sort(at)
	return at
}

// readWords splits a row of characters into words at gaps, at spaces of the
// file and at the rules that cross it.
func readWords(row []page.Glyph, rules []float64) []word {
	runs := runsOf(row)
	var ws []word
	var last page.Glyph
	var text []rune
	spaced := false
	for _, g := range row {
		if g.Rune == ' ' {
			spaced = true
			continue
		}
		if len(text) > 0 {
			if isTwice(last, g) {
				continue
			}
			if !spaced && runs.join(last, g) && !ruleBetween(rules, last, g) {
				if overprinted(last, g) {
					text = append(text, unknown)
				}
				w := &ws[len(ws)-1]
				text = append(text, g.Rune)
				w.text, w.box = string(text), w.box.Union(g.Box)
				w.base, w.size = max(w.base, g.Base), max(w.size, g.Size)
				last = g
				continue
			}
		}
		text = append(text[:0], g.Rune)
		w := word{text: string(g.Rune), box: g.Box, base: g.Base, size: g.Size, spaced: spaced}
		w.touches = len(ws) > 0 && !spaced && math.Abs(g.Box.X0-last.Box.X1) <= seam*g.Size
		ws = append(ws, w)
		spaced, last = false, g
	}
	return ws
}

// unknown stands for a character that cannot be told.
const unknown = page.Unknown

// runInfo is what is known of the characters of one text object on a line.
type runInfo struct {
	n      int
	gaps   int
	least  float64 // the least gap between two of them, in units of their size
	spread float64 // gap that is between all of them
}

type runInfos map[int]*runInfo

// runsOf finds the text objects of a line, and those whose characters are all set
// apart by some space. Two numbers side by side are never taken for one: a gap
// between them is not between all of their digits.
func runsOf(row []page.Glyph) runInfos {
	runs := runInfos{}
	for i, b := range row {
		r := runs[b.Run]
		if r == nil {
			r = &runInfo{}
			runs[b.Run] = r
		}
		r.n++
		if i == 0 || row[i-1].Run != b.Run || row[i-1].Rune == ' ' || b.Rune == ' ' {
			continue
		}
		if gap := (b.Box.X0 - row[i-1].Box.X1) / max(b.Size, 1); r.gaps == 0 || gap < r.least {
			r.least = gap
		}
		r.gaps++
	}
	for _, r := range runs {
		if r.gaps >= 3 && r.least > 0.05 && r.least < 0.6 {
			r.spread = r.least
		}
	}
	return runs
}

// join tells whether b goes on in the word where a ends. Digits of two text
// objects that do not join exactly are two numbers, though they may touch: the
// columns of a table can be too narrow for them. Where a program writes each
// character as an object of its own, it may place them roughly. Chinese words of
// two text objects are two, for the same reason; no space is put between them.
func (r runInfos) join(a, b page.Glyph) bool {
	gap := (b.Box.X0 - a.Box.X1) / max(a.Size, b.Size, 1)
	if a.Run == b.Run {
		return gap-r[a.Run].spread < letterGap
	}
	switch {
	case isFigure(a.Rune) && isFigure(b.Rune):
		if r[a.Run].n == 1 && r[b.Run].n == 1 {
			return math.Abs(gap) < letterGap
		}
		return math.Abs(gap) <= seam
	case isWide(a.Rune) && isWide(b.Rune):
		return false
	}
	return gap < letterGap
}

// ruleBetween tells a rule between two characters. One that goes through a word,
// whose characters join, parts nothing.
func ruleBetween(rules []float64, a, b page.Glyph) bool {
	if math.Abs(b.Box.X0-a.Box.X1) <= seam*max(a.Size, b.Size) {
		return false
	}
	from, _ := a.Box.Mid()
	to, _ := b.Box.Mid()
	i, _ := slices.BinarySearch(rules, from)
	return i < len(rules) && rules[i] < to
}

// isTwice tells a character that is drawn a second time, a little aside, to
// make it bold.
func isTwice(a, b page.Glyph) bool {
	return a.Rune == b.Rune && b.Rune != 'f' && math.Abs(a.Box.X0-b.Box.X0) < 0.3*(a.Box.X1-a.Box.X0)
}

// overprinted tells a digit drawn over another: what is meant nobody can say.
func overprinted(a, b page.Glyph) bool {
	return isFigure(a.Rune) && isFigure(b.Rune) && a.Box.X1-b.Box.X0 > 0.6*min(a.Box.X1-a.Box.X0, b.Box.X1-b.Box.X0)
}
