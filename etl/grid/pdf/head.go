package pdf

import (
	"math"
)

// verdict is what a line above a table is found to be.
type verdict uint8

const (
	heads   verdict = iota // headings
	title                  // a text over the whole table
	unclear                // headings, but of which columns cannot be told
)

// assign tells which columns the headings of a line are over. extents are the
// columns with what stands in them so far.
//
// As many headings as columns, or as columns without the labels, are theirs in
// order. Otherwise a heading belongs to the column that it stands over, and one
// that stands over several, or between them, to those around its middle.
func (b *plainTable) assign(l *plainLine, extents []band) ([]group, verdict) {
	if groups, ok := b.assignAll(l, extents); ok {
		return groups, heads
	}
	n := len(extents)
	var groups []group
	for _, ws := range splitAt(l.phrases, extents) {
		groups = append(groups, group{words: ws, c0: -1, c1: -1})
	}
	found, unsure := heads, false
	for i := range groups {
		v, choice := b.place(groups, i, extents, l)
		found, unsure = max(found, v), unsure || choice
	}
	if found == title && len(groups) > 1 {
		return nil, unclear
	}
	for i, g := range groups {
		if found == heads && i > 0 && g.c0 <= groups[i-1].c1 {
			return nil, unclear
		}
	}
	if found == heads && unsure && !tiles(groups, n) {
		return nil, unclear
	}
	return groups, found
}

// assignAll gives as many headings as columns, or as columns without the labels,
// to the columns in order.
func (b *plainTable) assignAll(l *plainLine, extents []band) ([]group, bool) {
	n := len(extents)
	for _, skip := range [...]int{0, 1} {
		if n > 1+skip && len(l.phrases) == n-skip {
			if groups, ok := inOrder(l.phrases, extents, skip); ok {
				return groups, true
			}
		}
	}
	return nil, false
}

// tiles tells whether headings leave no column free but that of the labels.
func tiles(gs []group, n int) bool {
	next := 1
	for _, g := range gs {
		if g.c1 == 0 {
			continue
		}
		if g.c0 != next {
			return false
		}
		next = g.c1 + 1
	}
	return next == n
}

// inOrder gives the headings to the columns in order, if none stands rather over
// another column.
func inOrder(phrases [][]word, extents []band, skip int) ([]group, bool) {
	var out []group
	for i, ws := range phrases {
		g := group{ws, i + skip, i + skip}
		own := extents[g.c0].overlap(g.band())
		for c, e := range extents {
			if c != g.c0 && e.overlap(g.band()) > max(own, 0.5*(g.band().to-g.band().from)) {
				return nil, false
			}
		}
		out = append(out, g)
	}
	return out, true
}

// splitAt splits phrases between words that stand over different columns:
// headings may stand nearer to each other than words of a text do.
func splitAt(phrases [][]word, extents []band) [][]word {
	var out [][]word
	for _, ws := range phrases {
		start := 0
		for i := 1; i < len(ws); i++ {
			a, aOK := single(extents, bandOf(ws[i-1].box))
			z, zOK := single(extents, bandOf(ws[i].box))
			if aOK && zOK && a != z {
				out = append(out, ws[start:i])
				start = i
			}
		}
		out = append(out, ws[start:])
	}
	return out
}

// single gives the one column that a band stands over: it shares x with it, and
// either no other column is as near or it reaches into no other's part of the
// page, which ends in the middle of the gaps.
func single(extents []band, b band) (col int, ok bool) {
	col = -1
	for i, e := range extents {
		o := e.overlap(b)
		if o <= 0 {
			continue
		}
		left, right := math.Inf(-1), math.Inf(1)
		if i > 0 {
			left = (extents[i-1].to + e.from) / 2
		}
		if i+1 < len(extents) {
			right = (e.to + extents[i+1].from) / 2
		}
		if b.from >= left && b.to <= right {
			return i, true
		}
		if o >= 0.4*min(e.to-e.from, b.to-b.from) {
			if col >= 0 {
				return -1, false
			}
			col = i
		}
	}
	return col, col >= 0
}

// place finds the columns of heading i of a line. A rule below it says them.
// Else they are the one column that it stands over, or the widest range of
// columns around its middle that no other heading of the line stands over;
// choice tells that both are possible.
func (b *plainTable) place(gs []group, i int, extents []band, l *plainLine) (v verdict, choice bool) {
	g := &gs[i]
	own := g.band()
	if c0, c1, ok := b.underlined(own, extents, l); ok {
		g.c0, g.c1 = c0, c1
		return heads, false
	}
	lo, hi := leftOver(gs, i, extents)
	col, alone := single(extents, own)
	if len(gs) == 1 && isTitleOver(own, extents, l.size) {
		return title, false
	}
	ranges := around(own, extents, max(lo, 1), hi, 0.75*l.size)
	switch {
	case alone && (len(ranges) == 0 || len(b.head) == 0):
		g.c0, g.c1 = col, col
		return heads, false
	case len(ranges) == 1:
		g.c0, g.c1 = ranges[0][0], ranges[0][1]
		return heads, alone
	case len(ranges) == 0 && len(gs) == 1:
		return title, false
	}
	return unclear, false
}

// isTitleOver tells a text alone on its line whose middle is that of the table.
func isTitleOver(own band, extents []band, size float64) bool {
	whole := band{extents[0].from, extents[len(extents)-1].to}
	return math.Abs(own.mid()-whole.mid()) <= 1.5*size
}

// leftOver gives the columns that the other headings of the line do not stand over.
func leftOver(gs []group, i int, extents []band) (lo, hi int) {
	lo, hi = 0, len(extents)-1
	for k, o := range gs {
		for c, e := range extents {
			share := e.overlap(o.band())
			if k == i || share == 0 || share < 0.4*min(e.to-e.from, o.band().to-o.band().from) {
				continue
			}
			if k < i {
				lo = max(lo, c+1)
			} else {
				hi = min(hi, c-1)
			}
		}
	}
	return lo, hi
}

// around gives the ranges of two columns or more between lo and hi that have
// their middle where own has, and hold all that it stands over; of ranges within
// others only the widest.
func around(own band, extents []band, lo, hi int, tolerance float64) (ranges [][2]int) {
	for c0 := lo; c0 <= hi; c0++ {
		for c1 := hi; c1 > c0; c1-- {
			middle := band{extents[c0].from, extents[c1].to}.mid()
			if math.Abs(middle-own.mid()) > tolerance || !covers(extents[c0:c1+1], extents, own) {
				continue
			}
			within := false
			for _, r := range ranges {
				within = within || c0 >= r[0] && c1 <= r[1]
			}
			if !within {
				ranges = append(ranges, [2]int{c0, c1})
			}
		}
	}
	return ranges
}

// covers tells whether a range of columns holds all that a heading stands over.
func covers(some, all []band, own band) bool {
	sum, total := 0.0, 0.0
	for _, e := range some {
		sum += e.overlap(own)
	}
	for _, e := range all {
		total += e.overlap(own)
	}
	return sum >= total-0.5
}

// underlined gives the columns above which a rule parts the heading from those
// below it.
func (b *plainTable) underlined(own band, extents []band, l *plainLine) (c0, c1 int, ok bool) {
	whole := band{extents[0].from, extents[len(extents)-1].to}
	for _, r := range b.horizontal {
		rule := band{r.From, r.To}
		if r.At < l.base || r.At > l.base+l.size || rule.overlap(own) < 0.9*(own.to-own.from) || rule.overlap(whole) > 0.9*(whole.to-whole.from) {
			continue
		}
		c0 = -1
		for c, e := range extents {
			if rule.overlap(e) >= 0.5*(e.to-e.from) {
				if c0 < 0 {
					c0 = c
				}
				c1 = c
			}
		}
		return c0, c1, c0 >= 0
	}
	return 0, 0, false
}
