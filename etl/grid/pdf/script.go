package pdf

import (
	"cmp"
	"slices"

	"sanpin/etl/grid/pdf/page"
)

// maxScript is how many characters a raised or lowered mark has at most.
const maxScript = 8

// takeScripts moves raised and lowered characters to the line that they belong
// to, and writes them as such: a footnote mark that became one more digit of the
// number before it would change the number a person reads.
func takeScripts(rows [][]page.Glyph) [][]page.Glyph {
	out := make([][]page.Glyph, 0, len(rows))
	moved := map[int][]page.Glyph{}
	for i := range rows {
		rest := rows[i][:0:0]
		for _, group := range groups(rows[i]) {
			if host := findHost(rows, i, group); host >= 0 {
				moved[host] = append(moved[host], group...)
			} else {
				rest = append(rest, group...)
			}
		}
		rows[i] = rest
	}
	for i, row := range rows {
		row = append(row, moved[i]...)
		if len(row) > 0 {
			byPlace(row)
			markScripts(row)
			out = append(out, row)
		}
	}
	return out
}

// groups splits a row at its gaps.
func groups(row []page.Glyph) [][]page.Glyph {
	var out [][]page.Glyph
	start := 0
	for i := 1; i <= len(row); i++ {
		if i == len(row) || row[i].Box.X0-row[i-1].Box.X1 > 0.3*row[i].Size {
			out = append(out, row[start:i])
			start = i
		}
	}
	return out
}

// findHost gives the row near row i that a small group is a script of, or -1.
func findHost(rows [][]page.Glyph, i int, group []page.Glyph) int {
	if len(group) > maxScript {
		return -1
	}
	a, z := group[0], group[len(group)-1]
	for _, j := range [...]int{i + 1, i + 2, i - 1, i - 2} {
		if j < 0 || j >= len(rows) {
			continue
		}
		for _, b := range near(rows[j], a.Box.X0-10*a.Size, z.Box.X1+a.Size) {
			if isScript(b, a, z) {
				return j
			}
		}
	}
	return -1
}

// near gives the characters of a row that begin between two places.
func near(row []page.Glyph, from, to float64) []page.Glyph {
	at := func(x float64) int {
		i, _ := slices.BinarySearchFunc(row, x, func(g page.Glyph, x float64) int { return cmp.Compare(g.Box.X0, x) })
		return i
	}
	return row[at(from):max(at(from), at(to))]
}

// isScript tells a small group of characters, from a to z, beside a large one,
// and higher or lower than its line.
func isScript(large, a, z page.Glyph) bool {
	if a.Size > 0.8*large.Size || large.Rune == ' ' {
		return false
	}
	raise := (large.Base - a.Base) / large.Size
	if !(raise >= 0.1 && raise <= 0.8 || raise <= -0.05 && raise >= -0.45) {
		return false
	}
	after, before := a.Box.X0-large.Box.X1, large.Box.X0-z.Box.X1
	by := 0.3 * large.Size
	return after > -by && after < by || before > -by && before < by
}

// markScripts writes raised and lowered digits as what they are. The large
// character beside them is the last one before, else the first one after.
func markScripts(row []page.Glyph) {
	for i := range row {
		g := &row[i]
		large, ok := hostOf(row, i)
		if !ok {
			continue
		}
		marks := raised
		if g.Base > large.Base {
			marks = lowered
		}
		if r, ok := marks[g.Rune]; ok {
			g.Rune = r
		}
		g.Base = large.Base
	}
}

func hostOf(row []page.Glyph, i int) (page.Glyph, bool) {
	g := row[i]
	for k := i - 1; k >= 0 && k >= i-maxScript; k-- {
		if row[k].Size*0.8 >= g.Size {
			return row[k], isScript(row[k], nearer(g, row[k+1]), g)
		}
	}
	for k := i + 1; k < len(row) && k <= i+maxScript; k++ {
		if row[k].Size*0.8 >= g.Size {
			return row[k], isScript(row[k], g, nearer(g, row[k-1]))
		}
	}
	return page.Glyph{}, false
}

// nearer is g at the place of the end of its group that is next to the host.
func nearer(g, end page.Glyph) page.Glyph {
	g.Box = end.Box
	return g
}

func scripts(plain, marks string) map[rune]rune {
	m, to := map[rune]rune{}, []rune(marks)
	for i, r := range []rune(plain) {
		m[r] = to[i]
	}
	return m
}

var (
	raised  = scripts("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
	lowered = scripts("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
)
