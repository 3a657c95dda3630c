package pdf

import (
	"regexp"
	"strconv"

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

// Where running heads and page numbers stand, as shares of the height of a page,
// and how far from the text, in units of the size of their font.
const (
	runningZone = 0.09
	numberZone  = 0.12
	apartGap    = 1.8
)

// dropFurniture takes page numbers and running heads off the pages. A running
// head stands in the margin of two pages or more at the same height, apart from
// the text, the same but for its digits; the first of the file is kept, lest a
// title that each page repeats be lost. Titles, unit lines, rows of numbers and
// what stands in a ruled table stay.
func dropFurniture(pages []*sheetOf) {
	seen := map[place][]*sheetOf{}
	for _, p := range pages {
		for _, l := range p.lines {
			if p.isMargin(l) {
				seen[placeOf(l, 0)] = append(seen[placeOf(l, 0)], p)
			}
		}
	}
	for _, p := range pages {
		p.dropEnds(func(l line) bool {
			if !p.isMargin(l) {
				return false
			}
			for _, dy := range [...]int{0, -3, 3} {
				if on := seen[placeOf(l, dy)]; len(on) >= 2 && on[0] != p {
					return true
				}
			}
			return false
		})
	}
	offset, counted := numbering(pages)
	for _, p := range pages {
		p.dropEnds(func(l line) bool {
			n, bare := p.pageNumber(l)
			return n && (!bare || counted && bareNumber(l) == p.number+offset)
		})
	}
}

// place is a text but for its digits, and its height on the page, roughly.
type place struct {
	text string
	y    int
}

func placeOf(l line, dy int) place {
	return place{digits.ReplaceAllString(squeeze(join(l.words)), "0"), (int(l.base) + dy) / 6}
}

var digits = regexp.MustCompile(`\d+`)

// dropEnds takes off the lines at the top and at the foot of the page that are
// drop, where they stand apart from the others.
func (p *sheetOf) dropEnds(drop func(line) bool) {
	n := 0
	for n < len(p.lines) && drop(p.lines[n]) {
		n++
	}
	if n > 0 && (n == len(p.lines) || p.lines[n].base-p.lines[n-1].base > apartGap*p.lines[n].size) {
		p.lines = p.lines[n:]
	}
	n = len(p.lines)
	for n > 0 && drop(p.lines[n-1]) {
		n--
	}
	if n < len(p.lines) && (n == 0 || p.lines[n].base-p.lines[n-1].base > apartGap*p.lines[n].size) {
		p.lines = p.lines[:n]
	}
}

// isMargin tells a line that could be a running head.
func (p *sheetOf) isMargin(l line) bool {
	if l.turn == page.Aslant || l.box.Y1 > runningZone*p.height && l.box.Y0 < (1-runningZone)*p.height || p.inLattice(l) {
		return false
	}
	text := join(l.words)
	return !reUnitLine.MatchString(text) && !reTitle.MatchString(text) && len(phrases(l.words)) <= 3 && !hasNumber(l)
}

// hasNumber tells a line that could be a row of a table, or a part of one.
func hasNumber(l line) bool {
	for _, ws := range phrases(l.words) {
		if isNumber(join(ws)) {
			return true
		}
	}
	return false
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

var (
	rePageNumber = regexp.MustCompile(`(?i)^[-—–―·•~]+\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-—–―·•~]+$|^第\s*\d{1,4}\s*页|^\d{1,4}\s*页?\s*[/／]\s*(?:共\s*)?\d{1,4}\s*页?$|^共\s*\d+\s*页|^page\s*\d+|^第\s*[一二三四五六七八九十百]+\s*页`)
	reBareNumber = regexp.MustCompile(`^\d{1,4}$`)
)

// pageNumber tells a page number in the margin. One that is bare digits could be
// a figure too.
func (p *sheetOf) pageNumber(l line) (is, bare bool) {
	if l.box.Y1 > numberZone*p.height && l.box.Y0 < (1-numberZone)*p.height || p.inLattice(l) || len(phrases(l.words)) > 2 {
		return false, false
	}
	text := join(l.words)
	bare = reBareNumber.MatchString(text)
	return bare || rePageNumber.MatchString(text), bare
}

func bareNumber(l line) int {
	n, _ := strconv.Atoi(join(l.words))
	return n
}

// numbering finds what most of the bare numbers in the margins are more than the
// number of the page; two pages at least must agree.
func numbering(pages []*sheetOf) (offset int, ok bool) {
	count := map[int]int{}
	for _, p := range pages {
		for _, i := range [...]int{0, len(p.lines) - 1} {
			if i < 0 || i == len(p.lines) {
				continue
			}
			if is, bare := p.pageNumber(p.lines[i]); is && bare {
				count[bareNumber(p.lines[i])-p.number]++
			}
		}
	}
	for o, n := range count {
		if n > count[offset] || n == count[offset] && o < offset {
			offset = o
		}
	}
	return offset, count[offset] >= 2
}
