package layout

import (
	"strings"

	"sanpin/etl/clean"
)

// block is the rows of one table of a panel, by what they are for.
type block struct {
	v                            *view
	lines, header, body, noteRow []int
	from, next                   int // the rows looked at: [from, next)

	tallies []*tally // of the columns, once they were counted
}

// stacked gives the tables of a panel that stand one below the other. left is
// the first table of the panels to the left, whose title and unit hold for the
// panels to its right; nil for the first panel.
func stacked(v *view, left *Table) []*Table {
	var out []*Table
	for r := 0; r < v.g.Rows; {
		b, ok := cut(v, r)
		if !ok {
			break
		}
		before := left
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		if t := b.table(before); t != nil {
			out = append(out, t)
		}
		r = max(b.next, r+1)
	}
	return out
}

// cut finds the next table at or below row from.
func cut(v *view, from int) (*block, bool) {
	b := &block{v: v, from: from}
	first := firstNumeric(v, from)
	lead := first
	if first < 0 {
		lead = v.g.Rows
	}
	head := b.takeLines(from, lead, first)
	if first < 0 {
		first = firstRecord(v, head)
	} else {
		first = firstLabelled(v, head, first)
	}
	if first < 0 {
		return nil, false
	}
	for r := head; r < first; r++ {
		if v.shape(r).filled > 0 {
			b.header = append(b.header, r)
		}
	}
	b.takeBody(first)
	return b, len(b.body) > 0
}

// firstNumeric is the first row that has a plain number and something that
// names it: the first row of the body, or one of the first.
func firstNumeric(v *view, from int) int {
	for r := from; r < v.g.Rows; r++ {
		s := v.shape(r)
		if s.numbers+s.marks == 0 || s.words+s.latin+s.periods+s.years == 0 || isNumbering(v, s) {
			continue
		}
		for c := v.c0; c < v.c1; c++ {
			if v.at(r, c) == mark || v.at(r, c) == number && isPlain(v.number(r, c)) {
				return r
			}
		}
	}
	return -1
}

func isPlain(n clean.Number) bool { return n.Qualifier == "" && (n.Unit == "" || n.Unit == "%") }

// isNumbering tells the row that numbers the columns: 甲 乙 1 2 3, or (1) (2).
func isNumbering(v *view, s shape) bool {
	want := int64(0)
	for c := v.c0; c < v.c1; c++ {
		switch v.at(s.row, c) {
		case none:
		case number:
			n := v.number(s.row, c).Value.Abs()
			whole, _, ok := n.Int64(0)
			if !ok || !n.IsInt() || whole != want+1 {
				return false
			}
			want++
		default:
			if t := clean.Squeeze(v.text(s.row, c)); len([]rune(t)) > 1 && t != "栏次" && t != "栏目" && t != "序号" && t != "编号" {
				return false
			}
		}
	}
	return want >= 2
}

// takeLines takes titles, unit lines and metadata from the top and gives the
// first row of the header. numeric is the first row with numbers, or -1.
func (b *block) takeLines(from, lead, numeric int) int {
	for r := from; r < lead; r++ {
		s := b.v.shape(r)
		if s.filled == 0 {
			continue
		}
		if !isLine(b.v, s, numeric) {
			return r
		}
		b.lines = append(b.lines, r)
	}
	return lead
}

// isLine tells a row that stands above the header: a unit line, metadata, or
// one text that heads the whole table.
func isLine(v *view, s shape, numeric int) bool {
	if isUnitRow(v, s) {
		return true
	}
	text := clean.Fold(v.text(s.row, s.first))
	if reMetadata.MatchString(text) || reIndicator.MatchString(text) {
		return true
	}
	if s.filled > 1 || s.numbers+s.years+s.marks > 0 {
		return s.filled <= 2 && s.numbers == 0 && isTitle(text) && !isTitle(v.text(s.row, s.last)) && s.words < 2 && s.years == 0
	}
	span, merged := v.span(s.row, s.first)
	switch {
	case merged && span.R1 > span.R0 && span.C1 == span.C0:
		return false // 地区 over several header rows
	case merged && (span.C1-span.C0+1)*5 >= (v.c1-v.c0)*3:
		return true
	case isTitle(text) || reContinued.MatchString(text):
		return true
	case numeric < 0 || s.first == v.c0:
		return true
	}
	// A lone heading over a column of numbers is the top of the header.
	k := v.at(numeric, s.first)
	return k != number && k != mark
}

// isTitle tells a text that heads a table rather than a column.
func isTitle(text string) bool {
	text = clean.Fold(text)
	if reTableNo.MatchString(text) {
		return true
	}
	han := len([]rune(clean.Squeeze(chinese(text))))
	return han >= 8 && (strings.HasSuffix(text, "表") || strings.HasSuffix(text, "情况") || strings.HasSuffix(text, "统计") ||
		strings.Contains(text, "年)") || strings.Contains(text, "年度)")) || han > 24
}

// isUnitRow tells a row that holds nothing but units: 单位：万元 and its
// translation.
func isUnitRow(v *view, s shape) bool {
	if s.numbers+s.marks+s.years > 0 {
		return false
	}
	found := false
	for c := v.c0; c < v.c1; c++ {
		if v.at(s.row, c) == none {
			continue
		}
		text := clean.Fold(v.text(s.row, c))
		switch {
		case reUnitLine.MatchString(text):
			found = true
		case isUnitText(text) && (strings.HasPrefix(text, "(") || s.filled == 1):
			found = true
		default:
			return false
		}
	}
	return found
}

// isUnitText tells a text that is a unit and nothing else.
func isUnitText(text string) bool {
	if len(text) > 60 {
		return false
	}
	_, rest, ok := clean.FindUnit(text)
	return ok && strings.Trim(rest, " ()") == ""
}

// firstLabelled moves the first row of the body up to the first row below the
// header that has a label: a row whose values are all blank, or not numbers.
func firstLabelled(v *view, head, numeric int) int {
	col := v.shape(numeric).first
	heading := none // what the heading of the labels looks like
	for r := head; r < numeric; r++ {
		k := v.at(r, col)
		if k == none {
			continue
		}
		if heading == none {
			heading = k
			continue
		}
		if heading == latin && k == word {
			return r // translations stand below the Chinese words, never above them
		}
		s := v.shape(r)
		if span, ok := v.span(r, col); ok && span.R0 < r {
			continue
		}
		if k == latin && heading != latin || attributes[label(v.text(r, col))] || isNumbering(v, s) || namesColumns(v, s, numeric) {
			continue
		}
		return r
	}
	return numeric
}

// namesColumns tells a row with texts over columns of numbers.
func namesColumns(v *view, s shape, numeric int) bool {
	for c := v.c0; c < v.c1; c++ {
		k := v.at(s.row, c)
		if below := v.at(numeric, c); (k == word || k == latin || k == year) && (below == number || below == mark) && mostlyNumbers(v, numeric, c) {
			return true
		}
	}
	return false
}

// mostlyNumbers tells whether the filled cells of a column from row r on are
// numbers more often than not: looked at are the next two hundred rows.
func mostlyNumbers(v *view, r, c int) bool {
	numbers, filled := 0, 0
	for end := min(r+200, v.g.Rows); r < end; r++ {
		switch v.at(r, c) {
		case none:
		case number, mark:
			numbers++
			filled++
		default:
			filled++
		}
	}
	return numbers*2 > filled
}

// firstRecord is the first row of a list without numbers: the row below the
// first row with two texts or more.
func firstRecord(v *view, head int) int {
	if head >= v.g.Rows || v.shape(head).filled < 2 {
		return -1
	}
	for r := head + 1; r < v.g.Rows; r++ {
		if s := v.shape(r); s.filled >= 2 {
			return r
		}
	}
	return -1
}

// takeBody takes body rows and notes from row first on, up to the next table.
func (b *block) takeBody(first int) {
	v := b.v
	numeric := make([]bool, v.g.Cols) // columns where numbers were seen
	r := first
	for ; r < v.g.Rows; r++ {
		s := v.shape(r)
		if s.filled == 0 {
			continue
		}
		if isNote(v.text(r, s.first)) {
			b.noteRow = append(b.noteRow, r)
			continue
		}
		if len(b.noteRow) > 0 && s.filled == 1 && s.words == 1 && !b.startsNext(s, numeric) {
			b.noteRow = append(b.noteRow, r) // a further line of the notes
			continue
		}
		if r > first && b.isHeader(s) {
			r = b.giveBack(r)
			break
		}
		if len(b.noteRow) > 0 {
			break
		}
		if r > first && b.startsNext(s, numeric) {
			r = b.giveBack(r)
			break
		}
		for c := v.c0; c < v.c1; c++ {
			if v.at(r, c) == number {
				numeric[c] = true
			}
		}
		b.body = append(b.body, r)
	}
	b.next = r
}

// isHeader tells a row that is the first one of the header, once more.
func (b *block) isHeader(s shape) bool {
	if len(b.header) == 0 || s.filled < 2 {
		return false
	}
	for c := b.v.c0; c < b.v.c1; c++ {
		if clean.Squeeze(b.v.text(s.row, c)) != clean.Squeeze(b.v.text(b.header[0], c)) {
			return false
		}
	}
	return true
}

// giveBack leaves the titles right above row r to the table that begins there: a
// title is told from a label without values by its words, or by a blank row
// above it.
func (b *block) giveBack(r int) int {
	v := b.v
	for n := len(b.body) - 1; n > 0; n-- {
		s := v.shape(b.body[n])
		if s.filled != 1 || s.words != 1 || s.first != v.c0 {
			break
		}
		text := clean.Fold(v.text(s.row, s.first))
		if !isTitle(text) && !reChapterTop.MatchString(text) && v.shape(s.row-1).filled > 0 {
			break
		}
		r, b.body = s.row, b.body[:n]
	}
	return r
}

// startsNext tells the row that begins another table: a title, a unit line, or
// headings where numbers were.
func (b *block) startsNext(s shape, numeric []bool) bool {
	v := b.v
	if isUnitRow(v, s) {
		return true
	}
	if s.numbers == 0 {
		texts := 0
		years := b.countsUp(s)
		for c := v.c0; c < v.c1; c++ {
			if k := v.at(s.row, c); numeric[c] && (k == word || k == latin || k == period || k == year && years) {
				texts++
			}
		}
		if texts >= 2 || texts == 1 && b.repeatsHeader(s) {
			return true
		}
	}
	text := clean.Fold(v.text(s.row, s.first))
	if reMetadata.MatchString(text) || reIndicator.MatchString(text) {
		return true
	}
	return s.filled == 1 && s.first == v.c0 && (reTableNo.MatchString(text) || reContinued.MatchString(text))
}

// countsUp tells a row whose years are headings: three or more in order, near
// each other. A figure of 2022 enterprises is a figure.
func (b *block) countsUp(s shape) bool {
	var before int64
	n, step := 0, int64(0)
	for c := b.v.c0; c < b.v.c1; c++ {
		if b.v.at(s.row, c) != year {
			continue
		}
		y, _, ok := b.v.number(s.row, c).Value.Int64(0)
		if !ok {
			y = 0 // 2019年 is no number, and no figure either
		}
		if d := y - before; n > 0 && y > 0 && (d == 0 || d > 10 || d < -10 || step*d < 0) {
			return false
		} else if n > 0 {
			step = d
		}
		before = y
		n++
	}
	return n >= 3
}

// repeatsHeader tells a row whose first text stands in the header too.
func (b *block) repeatsHeader(s shape) bool {
	for _, r := range b.header {
		if v := b.v; v.at(r, s.first) != none && label(v.text(r, s.first)) == label(v.text(s.row, s.first)) {
			return true
		}
	}
	return false
}
