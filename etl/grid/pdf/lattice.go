package pdf

import (
	"math"
	"slices"

	"sanpin/etl/grid/pdf/page"
)

// lattice is rules that meet: the cells of one ruled table.
type lattice struct {
	xs, ys []float64     // edges of columns and rows
	v, h   [][]page.Rule // rules by the edge that they lie on
	box    page.Box
	bottom float64 // of the rows below the rules, if there are any
}

// A page with more rules than this is a drawing, and a lattice of more cells is
// no table.
const (
	maxRules = 4000
	maxCells = 100_000
)

// lattices finds the ruled tables of a page, inner before outer ones. A frame
// without cells is none.
func lattices(h, v []page.Rule) []*lattice {
	if len(h) == 0 || len(v) == 0 {
		return nil
	}
	sets := newSets(len(h) + len(v))
	for i, a := range h {
		for k, b := range v {
			if a.From-snap <= b.At && b.At <= a.To+snap && b.From-snap <= a.At && a.At <= b.To+snap {
				sets.join(i, len(h)+k)
			}
		}
	}
	parts := map[int]*[2][]page.Rule{}
	for i, r := range slices.Concat(h, v) {
		root := sets.find(i)
		if parts[root] == nil {
			parts[root] = &[2][]page.Rule{}
		}
		parts[root][min(1, i/len(h))] = append(parts[root][min(1, i/len(h))], r)
	}
	var out []*lattice
	for _, p := range parts {
		if l := newLattice(p[0], p[1]); l != nil {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b *lattice) int {
		if a.extent() < b.extent() || a.extent() == b.extent() && a.box.Y0 < b.box.Y0 {
			return -1
		}
		return 1
	})
	return out
}

func (l *lattice) extent() float64 { return (l.box.X1 - l.box.X0) * (l.box.Y1 - l.box.Y0) }

// newLattice makes a lattice of rules that meet; nil if they make no cells.
// Tables of the yearbooks have no rules at their sides: where the rules of the
// rows go on past those of the columns, they end at an edge without a rule.
func newLattice(h, v []page.Rule) *lattice {
	if len(h) == 0 || len(v) == 0 {
		return nil
	}
	xs, ys := edges(v, h), edges(h, v)
	if len(xs) < 2 || len(ys) < 2 || len(xs)+len(ys) < 5 || len(xs)*len(ys) > maxCells {
		return nil
	}
	l := &lattice{xs: xs, ys: ys, v: onEdges(v, xs), h: onEdges(h, ys)}
	l.box = page.Box{X0: xs[0], Y0: ys[0], X1: xs[len(xs)-1], Y1: ys[len(ys)-1]}
	return l
}

// edges gives the places of the rules, near ones as one, and of the ends of the
// rules across where two of them, or the only one, pass the outermost.
func edges(rules, across []page.Rule) []float64 {
	var at []float64
	for _, r := range rules {
		at = append(at, r.At)
	}
	slices.Sort(at)
	first, last := at[0], at[len(at)-1]
	var before, after []float64
	for _, r := range across {
		if r.From < first-2*snap {
			before = append(before, r.From)
		}
		if r.To > last+2*snap {
			after = append(after, r.To)
		}
	}
	enough := min(2, len(across))
	if len(before) >= enough {
		at = append(at, slices.Min(before))
	}
	if len(after) >= enough {
		at = append(at, slices.Max(after))
	}
	slices.Sort(at)
	return slices.CompactFunc(at, func(a, b float64) bool { return math.Abs(b-a) <= snap })
}

func onEdges(rules []page.Rule, at []float64) [][]page.Rule {
	out := make([][]page.Rule, len(at))
	for _, r := range rules {
		i := nearest(at, r.At)
		out[i] = append(out[i], r)
	}
	return out
}

// nearest gives the index of the edge next to x.
func nearest(at []float64, x float64) int {
	i, _ := slices.BinarySearch(at, x)
	if i == len(at) || i > 0 && x-at[i-1] < at[i]-x {
		i--
	}
	return i
}

// interval gives the index of the interval of at that x lies in, or -1.
func interval(at []float64, x float64) int {
	i, found := slices.BinarySearch(at, x)
	if !found {
		i--
	}
	if i < 0 || i >= len(at)-1 {
		return -1
	}
	return i
}

// area is cells of a lattice with no rule between them, corners included.
type area struct{ r0, c0, r1, c1 int }

// areas gives the cells of the table, merged where rules are missing, and for
// each cell of the lattice (row by row) which one it is in.
//
// A heading whose parts hang to its right, one step lower, has the shape of a Γ:
// it counts as its leg, and the strip above its parts is blank. Any other group
// of cells that is no rectangle, because a rule has a hole, is taken row by row.
func (l *lattice) areas() (all []area, of []int) {
	rows, cols := len(l.ys)-1, len(l.xs)-1
	groups := l.groups(rows, cols)
	of = make([]int, rows*cols)
	for _, cells := range groups {
		a := area{cells[0] / cols, cells[0] % cols, cells[0] / cols, cells[0] % cols}
		in := make(map[int]bool, len(cells))
		for _, i := range cells {
			a = area{a.r0, min(a.c0, i%cols), max(a.r1, i/cols), max(a.c1, i%cols)}
			in[i] = true
		}
		if a.size() == len(cells) || a.cutToLeg(in, cols) == len(cells) {
			for _, i := range cells {
				of[i] = len(all)
			}
			all = append(all, a)
			continue
		}
		for k, i := range cells {
			if k == 0 || cells[k-1] != i-1 || i%cols == 0 {
				all = append(all, area{i / cols, i % cols, i / cols, i % cols})
			}
			all[len(all)-1].c1 = i % cols
			of[i] = len(all) - 1
		}
	}
	return all, of
}

// groups gives the cells that no rule parts, row by row.
func (l *lattice) groups(rows, cols int) [][]int {
	sets := newSets(rows * cols)
	for r := range rows {
		for c := range cols {
			if c+1 < cols && cover(l.v[c+1], l.ys[r], l.ys[r+1]) < 0.5 {
				sets.join(r*cols+c, r*cols+c+1)
			}
			if r+1 < rows && cover(l.h[r+1], l.xs[c], l.xs[c+1]) < 0.5 {
				sets.join(r*cols+c, (r+1)*cols+c)
			}
		}
	}
	var groups [][]int
	index := map[int]int{}
	for i := range rows * cols {
		root := sets.find(i)
		k, ok := index[root]
		if !ok {
			k = len(groups)
			index[root], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], i)
	}
	return groups
}

func (a area) size() int { return (a.r1 - a.r0 + 1) * (a.c1 - a.c0 + 1) }

// cutToLeg cuts the box around a group of cells to the leg of a Γ, its columns
// that reach from top to bottom, and gives how many cells leg and strip have.
func (a *area) cutToLeg(in map[int]bool, cols int) (cells int) {
	full := func(r0, r1, c0, c1 int) bool {
		for r := r0; r <= r1; r++ {
			for c := c0; c <= c1; c++ {
				if !in[r*cols+c] {
					return false
				}
			}
		}
		return true
	}
	leg, strip := a.c0-1, a.r0-1
	for leg < a.c1 && full(a.r0, a.r1, leg+1, leg+1) {
		leg++
	}
	for strip < a.r1 && full(strip+1, strip+1, a.c0, a.c1) {
		strip++
	}
	if leg < a.c0 || strip < a.r0 {
		return 0
	}
	cells = (a.r1-a.r0+1)*(leg-a.c0+1) + (strip-a.r0+1)*(a.c1-leg)
	a.c1 = leg
	return cells
}

// sets joins numbers to sets.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(a, b int) { s[s.find(a)] = s.find(b) }

// extend adds the rows below a lattice that is only the headings of a table: lines
// near it that have numbers, each within a column, down to the next long rule
// or the first line that does not fit.
func (l *lattice) extend(lines []line, horizontal []page.Rule) {
	for _, ln := range lines {
		if x, y := ln.box.Mid(); y > l.box.Y0 && y < l.box.Y1 && x > l.box.X0 && x < l.box.X1 && isRow(ln) {
			return // it has rows of its own
		}
	}
	last, rows := l.box.Y1, 0
	end := l.nextRule(horizontal)
	for _, ln := range lines {
		x, y := ln.box.Mid()
		if y < l.box.Y1 || x < l.box.X0 || x > l.box.X1 || ln.turn != page.Upright {
			continue
		}
		if y > end || ln.box.Y0-last > 2.4*ln.size || !l.fits(ln) {
			break
		}
		last = ln.box.Y1
		if isRow(ln) {
			rows++
			l.bottom = last + 1
		}
	}
	if rows < 2 {
		return
	}
	if end < l.bottom+30 {
		l.bottom = end
	}
	l.ys = append(l.ys, l.bottom)
	l.h = append(l.h, nil)
	l.box.Y1 = l.bottom
}

// nextRule gives the y of the next rule below the lattice that is nearly as long
// as the lattice is wide.
func (l *lattice) nextRule(horizontal []page.Rule) float64 {
	next := math.Inf(1)
	for _, r := range horizontal {
		if r.At > l.box.Y1+snap && r.At < next && cover([]page.Rule{r}, l.box.X0, l.box.X1) > 0.8 {
			next = r.At
		}
	}
	return next
}

// fits tells a line that may be a row or a label below the headings.
func (l *lattice) fits(ln line) bool {
	text := join(ln.words)
	if reNote.MatchString(text) || reTitle.MatchString(text) || reUnitLine.MatchString(text) {
		return false
	}
	if len(phrases(ln.words)) == 1 {
		return ln.box.X1-ln.box.X0 < 0.5*(l.box.X1-l.box.X0)
	}
	for _, w := range ln.words {
		if acrossEdge(w, l.xs) {
			return false
		}
	}
	return true
}

// isRow tells a line with text in several places, numbers among it.
func isRow(ln line) bool {
	ps := phrases(ln.words)
	for _, ws := range ps {
		if text := join(ws); isNumber(text) && hasDigit(text) && !reYear.MatchString(text) {
			return len(ps) > 1
		}
	}
	return false
}
