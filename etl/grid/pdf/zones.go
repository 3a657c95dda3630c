package pdf

import (
	"unicode/utf8"

	"sanpin/etl/grid/pdf/page"
)

// minColumn is how many lines side by side make two columns of text.
const minColumn = 5

// zones parts lines where a page is set in two columns of text: those above, the
// left column, the right one, those below. Tables are never parted: only a
// column of full lines of words is text.
func zones(lines []line) [][]line {
	gutter, ok := findGutter(lines)
	if !ok {
		return [][]line{lines}
	}
	var out [][]line
	var across []line // lines since the last columns
	start := 0
	for i := 0; i <= len(lines); i++ {
		if i < len(lines) && !crosses(lines[i], gutter) {
			continue
		}
		left, right := halves(lines[start:i], gutter)
		if isProse(left) && isProse(right) {
			out = append(out, across, left, right)
			across = nil
		} else {
			across = append(across, lines[start:i]...)
		}
		if i < len(lines) {
			across = append(across, lines[i])
		}
		start = i + 1
	}
	return append(out, across)
}

// findGutter gives the x at which most lines have a gap, in the middle third.
func findGutter(lines []line) (x float64, ok bool) {
	if len(lines) < minColumn {
		return 0, false
	}
	all := lines[0].box
	for _, l := range lines[1:] {
		all = all.Union(l.box)
	}
	lo, hi := all.X0+0.35*(all.X1-all.X0), all.X0+0.65*(all.X1-all.X0)
	count, most := map[int]int{}, 0
	for _, l := range lines {
		for i := 1; i < len(l.words); i++ {
			a, b := l.words[i-1].box.X1, l.words[i].box.X0
			if b-a < cellGap*l.size {
				continue
			}
			for x := int(max(a, lo)) + 1; float64(x) < min(b, hi); x++ {
				count[x]++
				most = max(most, count[x])
			}
		}
	}
	if most < minColumn {
		return 0, false
	}
	from, to := 0, 0 // where most lines have their gap
	for x, n := range count {
		if n == most && (from == 0 || x < from) {
			from = x
		}
	}
	for to = from; count[to] == most; to++ {
	}
	return float64(from+to) / 2, true
}

func crosses(l line, x float64) bool {
	for _, w := range l.words {
		if w.box.X0 < x && w.box.X1 > x {
			return true
		}
	}
	return l.turn != page.Upright
}

func halves(lines []line, x float64) (left, right []line) {
	for _, l := range lines {
		for i := range l.words {
			if l.words[i].box.X0 >= x {
				if n, ok := newLine(l.words[:i]); ok {
					left = append(left, n)
				}
				n, _ := newLine(l.words[i:])
				right = append(right, n)
				break
			}
			if i == len(l.words)-1 {
				left = append(left, l)
			}
		}
	}
	return left, right
}

// isProse tells a column of text: most lines are one phrase that fills its width.
func isProse(lines []line) bool {
	if len(lines) < minColumn {
		return false
	}
	all := lines[0].box
	for _, l := range lines[1:] {
		all = all.Union(l.box)
	}
	full := 0
	for _, l := range lines {
		text := join(l.words)
		if len(phrases(l.words)) == 1 && l.box.X1-l.box.X0 >= 0.8*(all.X1-all.X0) && utf8.RuneCountInString(text) >= 10 && !isNumber(text) {
			full++
		}
	}
	return full*2 > len(lines)
}
