package pdf

import (
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/grid/pdf/page"
)

// sheetOf is the lines and rules of one page, before tables are looked for.
type sheetOf struct {
	number        int
	width, height float64
	lines         []line
	h, v          []page.Rule
	lattices      []*lattice
	err           error
}

func newSheetOf(p *page.Page) *sheetOf {
	s := &sheetOf{number: p.Number, width: p.Width, height: p.Height}
	s.h, s.v = mergeRules(p.Rules)
	s.lines = readLines(p, s.v)
	s.lattices = lattices(s.h, s.v)
	return s
}

// Where running heads and page numbers stand, as shares of the height of a page.
const (
	runningZone = 0.09
	numberZone  = 0.12
)

var rePageNumber = regexp.MustCompile(`(?i)^[-—–―·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxl]{1,6})\s*页?\s*(?:[/／,，、|]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–―·•~\s]*$|(?i)^page\s*\d+(?:\s*(?:of|/)\s*\d+)?$|^第\s*[一二三四五六七八九十百]+\s*页$`)

var digits = regexp.MustCompile(`\d+`)

// dropFurniture takes page numbers and running heads off the pages. A running
// head stands in the margin of two pages or more at the same height, the same
// but for its digits; the first of the file is kept, lest a title that each page
// repeats be lost. Titles, unit lines and what stands in a ruled table stay.
func dropFurniture(pages []*sheetOf) {
	type place struct {
		text string
		y    int
	}
	seen := map[place][]*sheetOf{}
	key := func(l line, dy int) place {
		return place{digits.ReplaceAllString(strings.ReplaceAll(join(l.words), " ", ""), "0"), (int(l.base) + dy) / 6}
	}
	for _, p := range pages {
		for _, l := range p.lines {
			if p.isMargin(l) {
				seen[key(l, 0)] = append(seen[key(l, 0)], p)
			}
		}
	}
	for _, p := range pages {
		p.lines = slices.DeleteFunc(p.lines, func(l line) bool {
			if !p.isMargin(l) {
				return false
			}
			for _, dy := range [...]int{0, -3, 3} {
				if on := seen[key(l, dy)]; len(on) >= 2 && on[0] != p {
					return true
				}
			}
			return false
		})
		p.dropNumber()
	}
}

// isMargin tells a line that could be a running head.
func (p *sheetOf) isMargin(l line) bool {
	if l.turn == page.Aslant || l.box.Y1 > runningZone*p.height && l.box.Y0 < (1-runningZone)*p.height || p.inLattice(l) {
		return false
	}
	text := join(l.words)
	return !reUnitLine.MatchString(text) && !reTitle.MatchString(text) && len(phrases(l.words)) <= 3 && !isLabelled(l)
}

// isLabelled tells a line that could be a row of a table: a text, and more than
// one number.
func isLabelled(l line) bool {
	n := 0
	for _, ws := range phrases(l.words) {
		if isNumber(join(ws)) {
			n++
		}
	}
	return n > 1
}

func (p *sheetOf) inLattice(l line) bool {
	x, y := l.box.Mid()
	for _, t := range p.lattices {
		if x >= t.box.X0 && x <= t.box.X1 && y >= t.box.Y0 && y <= t.box.Y1 {
			return true
		}
	}
	return false
}

// dropNumber takes the page number off: the first or last line, alone in the margin.
func (p *sheetOf) dropNumber() {
	isNumber := func(i, neighbour int) bool {
		l := p.lines[i]
		top, bottom := l.box.Y1 <= numberZone*p.height, l.box.Y0 >= (1-numberZone)*p.height
		if !top && !bottom || p.inLattice(l) || !rePageNumber.MatchString(join(l.words)) {
			return false
		}
		if neighbour < 0 || neighbour >= len(p.lines) {
			return true
		}
		d := l.base - p.lines[neighbour].base
		return max(d, -d) > 1.6*l.size
	}
	if n := len(p.lines); n > 0 && isNumber(n-1, n-2) {
		p.lines = p.lines[:n-1]
	}
	if len(p.lines) > 0 && isNumber(0, 1) {
		p.lines = p.lines[1:]
	}
}
