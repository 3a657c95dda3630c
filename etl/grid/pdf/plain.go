package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sanpin/etl/grid/pdf/page"
	"sanpin/etl/grid/sheet"
)

// plainLine is a line as the search for tables without rules sees it.
type plainLine struct {
	line
	phrases [][]word
	numbers int // phrases that are numbers
}

func newPlainLine(l line) plainLine {
	p := plainLine{line: l, phrases: phrases(l.words)}
	for _, ws := range p.phrases {
		if isNumber(join(ws)) {
			p.numbers++
		}
	}
	return p
}

// tabular tells a line with text in several places.
func (p *plainLine) tabular() bool {
	return p.turn == page.Upright && len(p.phrases) >= 2 && !reLeader.MatchString(join(p.words)) && !reNote.MatchString(join(p.words))
}

// run is lines [from, to) that may be a table.
type run struct{ from, to int }

// readPlain finds the tables without rules among lines, and gives the lines that
// are in none. horizontal are rules that part rows and headings.
func readPlain(lines []line, horizontal []page.Rule) (tables []*table, rest []line) {
	var ls []plainLine
	for _, l := range lines {
		ls = append(ls, newPlainLine(l))
	}
	next := 0 // first line that is not settled
	for _, r := range runs(ls) {
		t, from, to := readRun(ls, max(r.from, next), r.to, next, horizontal)
		if t == nil {
			continue
		}
		tables = append(tables, t)
		for _, l := range ls[next:from] {
			rest = append(rest, l.line)
		}
		next = to
	}
	for _, l := range ls[next:] {
		rest = append(rest, l.line)
	}
	return tables, rest
}

// runs finds lines in sequence of which the first, the last and most others have
// text in several places. A line of one text between them is a label alone, a
// heading among the rows, or one more line of a label.
func runs(ls []plainLine) []run {
	var out []run
	for i := 0; i < len(ls); i++ {
		if !ls[i].tabular() {
			continue
		}
		r := run{i, i + 1}
		for k := i + 1; k < len(ls); k++ {
			if gap := (ls[k].base - ls[k-1].base) / max(ls[k].size, ls[k-1].size); k-r.to > 3 || gap > wideRow || gap > rowGap && !aligned(&ls[r.to-1], &ls[k]) {
				break
			}
			if ls[k].tabular() {
				r.to = k + 1
			} else if !ls[k].fits(ls[i:r.to]) {
				break
			}
		}
		out = append(out, r)
		i = r.to - 1
	}
	return out
}

// Distances of the lines of a table, in units of the size of the font. Lines
// whose texts stand under each other may be further apart than others.
const (
	rowGap  = 3.2
	wideRow = 8.0
)

// aligned tells whether the texts of two lines stand under each other.
func aligned(a, b *plainLine) bool {
	if len(a.phrases) > maxColumns || len(b.phrases) > maxColumns {
		return false
	}
	n := 0
	for _, p := range a.phrases {
		for _, q := range b.phrases {
			if (group{words: p}).band().overlap(group{words: q}.band()) > 0 {
				n++
			}
		}
	}
	return n >= 2 && n*5 >= min(len(a.phrases), len(b.phrases))*3 && n <= max(len(a.phrases), len(b.phrases))
}

// fits tells whether a line of one text could be a label of the table above it, or
// a heading among its rows: it is not wider than half of that or, from its left
// side on, three quarters, and is no sentence.
func (p *plainLine) fits(above []plainLine) bool {
	b := above[0].box
	for _, l := range above {
		b = b.Union(l.box)
	}
	text := join(p.words)
	if p.turn != page.Upright || reTitle.MatchString(text) || reUnitLine.MatchString(text) || reNote.MatchString(text) {
		return false
	}
	width := (p.box.X1 - p.box.X0) / (b.X1 - b.X0)
	return width <= 0.5 || width <= 0.75 && p.box.X0 < b.X0+p.size && !strings.ContainsAny(text, "。；")
}

// readRun reads lines [from, to) as a table. Its headings may begin above from,
// at first or below. It gives the lines that the table takes; t is nil where
// they are no table, or none whose columns can be told.
//
// In a long table a line in twelve may lie across the gaps: a heading among the
// rows, numbers too long for their columns.
func readRun(ls []plainLine, from, to, first int, horizontal []page.Rule) (t *table, start, end int) {
	if from >= to {
		return nil, 0, 0
	}
	body := bodyOf(ls, from, to)
	if len(body) < 2 {
		return nil, 0, 0
	}
	for _, odd := range [...]int{0, len(body) / 12} {
		b := &plainTable{horizontal: horizontal}
		if end = b.readBody(ls, body, odd, first, to); end > 0 && b.isTable() {
			if start = b.readHead(ls, first, b.first); start < 0 {
				return nil, 0, 0
			}
			return b.table(), start, end
		}
	}
	return nil, 0, 0
}

// readBody reads the lines from the first of the body to the last, and gives the
// line after it; 0 where columns cannot be told.
func (b *plainTable) readBody(ls []plainLine, body []int, odd, first, to int) (end int) {
	var numeric []line
	for _, i := range body {
		numeric = append(numeric, ls[i].line)
	}
	ok := false
	if b.columns, ok = columnsOf(numeric, odd); !ok {
		return 0
	}
	end = body[len(body)-1] + 1
	for b.first = body[0]; b.first > first && b.begins(ls, b.first); b.first-- {
	}
	for i := b.first; i < end; i++ {
		if !b.addBody(&ls[i]) {
			return 0
		}
	}
	for end < to && b.continues(&ls[end], &ls[end-1]) {
		b.addBody(&ls[end])
		end++
	}
	return end
}

// bodyOf gives the lines with numbers, or, where there are none, all lines with
// text in several places.
func bodyOf(ls []plainLine, from, to int) []int {
	var numeric, all []int
	for i := from; i < to; i++ {
		if !ls[i].tabular() {
			continue
		}
		all = append(all, i)
		if ls[i].numbers > 0 {
			numeric = append(numeric, i)
		}
	}
	if len(numeric) >= 2 || len(all) < 3 {
		return numeric
	}
	return all
}

// plainTable is a table without rules being read.
type plainTable struct {
	columns    []band
	horizontal []page.Rule
	first      int // line of the body
	body       []record
	head       []headLine
	numbers    []int // by column
	filled     []int
	long       []int // cells as long as the lines of a text
}

// addBody adds a line of the body. It fails where a word lies in no column or two
// numbers are in one cell. A number across columns is marked as one that cannot
// be told.
func (b *plainTable) addBody(l *plainLine) bool {
	if b.filled == nil {
		b.numbers, b.filled, b.long = make([]int, len(b.columns)), make([]int, len(b.columns)), make([]int, len(b.columns))
	}
	if l.turn != page.Upright {
		return true
	}
	rec := record{base: l.base, size: l.size, cells: map[int][]word{}}
	if n := len(b.body); n > 0 {
		rec.parted = ruledBetween(b.horizontal, b.body[n-1].base, l.line)
	}
	if len(l.phrases) == 1 && l.numbers == 0 { // a label or heading may run on over blank cells
		col := nearestBand(b.columns, band{l.box.X0, l.box.X0})
		rec.cells[col] = l.words
		b.body = append(b.body, rec)
		return true
	}
	for _, w := range l.words {
		col, ok := columnOf(b.columns, w)
		if col < 0 {
			return false
		}
		if !ok && hasDigit(w.text) {
			w.text += string(unknown) // two numbers that touch, perhaps
		}
		rec.cells[col] = append(rec.cells[col], w)
	}
	for col, ws := range rec.cells {
		text := join(ws)
		if isBroken(text) {
			return false
		}
		b.filled[col]++
		if isNumber(text) {
			b.numbers[col]++
		}
		if utf8.RuneCountInString(text) > 16 {
			b.long[col]++
		}
	}
	b.body = append(b.body, rec)
	return true
}

// ruledBetween tells whether a rule parts a line from the one whose base is given.
func ruledBetween(horizontal []page.Rule, base float64, l line) bool {
	for _, r := range horizontal {
		if r.At > base-1 && r.At < l.base-0.3*l.size && r.From < l.box.X1 && r.To > l.box.X0 {
			return true
		}
	}
	return false
}

// begins tells whether the line above line i is the beginning of its label: of
// one text, within the column of the labels, and nearer than the next row or
// ending in the middle of a phrase.
func (b *plainTable) begins(ls []plainLine, i int) bool {
	l, next := &ls[i-1], &ls[i]
	gap := next.base - l.base
	if len(l.phrases) != 1 || l.numbers > 0 || l.turn != page.Upright || gap > 1.7*l.size || l.box.X0 < b.columns[0].from-1 || l.box.X1 > b.columns[1].from {
		return false
	}
	if i+1 < len(ls) && gap < 0.85*(ls[i+1].base-next.base) {
		return true
	}
	a := record{cells: map[int][]word{0: l.words}}
	z := record{cells: map[int][]word{0: next.phrases[0]}}
	return unfinished(&a, &z)
}

// continues tells a line below the last one with numbers that is the end of its
// label: of one text, near, and within the column of the labels.
func (b *plainTable) continues(l, above *plainLine) bool {
	if len(l.phrases) != 1 || l.numbers > 0 || l.base-above.base > 1.25*l.size || l.box.X1 > b.columns[1].from {
		return false
	}
	return len(b.body) > 1 && l.base-above.base < 0.85*(above.base-b.body[len(b.body)-2].base)
}

// isTable tells a table from prose in columns, charts, formulas and other things
// that stand in columns: most of it is filled, the labels too, and some column
// is numbers, or all cells are short.
func (b *plainTable) isTable() bool {
	numeric, long, cells, full := 0, 0, 0, 0
	rows := len(b.body)
	for c := range b.columns {
		if b.filled[c] == 0 {
			return false
		}
		if c > 0 && b.numbers[c]*5 >= b.filled[c]*3 {
			numeric++
		}
		if b.filled[c]*3 >= rows*2 {
			full++
		}
		long += b.long[c]
		cells += b.filled[c]
	}
	of := rowsOf(b.body)
	switch {
	case of[rows-1] == 0 || cells*5 < rows*len(b.columns)*2 || max(b.filled[0], b.filled[1])*2 < rows:
		return false
	case numeric == 0:
		return rows >= 3 && len(b.columns) >= 3 && full >= len(b.columns)-1 && (long*10 <= cells || b.numbers[0]*5 >= b.filled[0]*3)
	case len(b.columns) == 2:
		return rows >= 3 && b.long[0]*3 <= rows
	}
	return true
}

// table gives the grid: headings, then rows.
func (b *plainTable) table() *table {
	t := &table{cols: len(b.columns)}
	for i, c := range b.columns {
		if i == 0 {
			t.edges = append(t.edges, c.from)
			continue
		}
		t.edges = append(t.edges, (b.columns[i-1].to+c.from)/2)
	}
	t.edges = append(t.edges, b.columns[len(b.columns)-1].to)
	for r, h := range b.head {
		for _, g := range h.groups {
			p := piece{words: g.words}
			t.put(r, g.c0, p.text(), p.box())
			if g.c1 > g.c0 {
				t.spans = append(t.spans, sheet.Span{R0: r, C0: g.c0, R1: r, C1: g.c1})
			}
		}
	}
	rows := rowsOf(b.body)
	for i := range b.body {
		putRecord(t, len(b.head)+rows[i], &b.body[i])
	}
	t.rows = len(b.head) + rows[len(rows)-1] + 1
	t.sort()
	t.box = t.cells[0].box
	for _, c := range t.cells {
		t.box = t.box.Union(c.box)
	}
	return t
}

// headLine is one line of headings.
type headLine struct {
	base   float64
	groups []group
}

// group is a heading over columns c0 to c1.
type group struct {
	words  []word
	c0, c1 int
}

func (g group) band() band {
	return band{g.words[0].box.X0, g.words[len(g.words)-1].box.X1}
}

// maxHead is how many lines of headings a table has at most.
const maxHead = 10

// readHead takes the lines above line head that are headings, and gives the
// first one. It gives -1 where a line is headings, but of which columns cannot
// be told.
func (b *plainTable) readHead(ls []plainLine, first, head int) int {
	extents := slices.Clone(b.columns) // of the columns, with their headings
	top := head
	for top > first && head-top < maxHead && b.isHeading(&ls[top-1], &ls[top], extents) {
		top--
		if groups, ok := b.assignAll(&ls[top], extents); ok { // as many as columns: no doubt whose they are
			widen(extents, groups)
		}
	}
	for head > top {
		groups, found := b.assign(&ls[head-1], extents)
		if found == title {
			break
		}
		if found == unclear {
			return -1
		}
		widen(extents, groups)
		b.head = slices.Insert(b.head, 0, headLine{ls[head-1].base, groups})
		head--
	}
	if b.undecided() {
		return -1
	}
	return head
}

// undecided tells headings that leave columns with the same name though a line
// above them names some: 2022年 and 2023年, each over one of several columns.
func (b *plainTable) undecided() bool {
	if len(b.head) < 2 {
		return false
	}
	paths := make([]string, len(b.columns))
	named := map[string]bool{}
	some := false
	for i, h := range b.head {
		for _, g := range h.groups {
			for c := g.c0; c <= g.c1; c++ {
				paths[c] += join(g.words) + "/"
			}
		}
		some = some || i < len(b.head)-1 && len(h.groups) > 1 && len(h.groups) < len(b.columns)-1
	}
	for _, p := range paths[1:] {
		if some && p != "" && named[p] {
			return true
		}
		named[p] = true
	}
	return false
}

// widen adds to the columns what stands over one of them alone.
func widen(extents []band, groups []group) {
	for _, g := range groups {
		if g.c0 == g.c1 {
			e := &extents[g.c0]
			e.from, e.to = min(e.from, g.band().from), max(e.to, g.band().to)
		}
	}
}

// isHeading tells a line of headings from titles and unit lines. One text alone
// is a heading where it stands near those below, or narrow over one column.
func (b *plainTable) isHeading(l, below *plainLine, extents []band) bool {
	text := join(l.words)
	if l.turn != page.Upright || reUnitLine.MatchString(text) || reTitle.MatchString(text) || reNote.MatchString(text) {
		return false
	}
	gap := (below.base - l.base) / max(l.size, below.size)
	if len(l.phrases) > 1 {
		// 2023年    单位：万元 is no heading
		return (gap <= rowGap || gap <= wideRow && aligned(l, below)) && !(len(l.phrases) == 2 && reUnitLine.MatchString(join(l.phrases[1])))
	}
	if utf8.RuneCountInString(text) > 16 || l.box.X0 <= b.columns[0].to {
		return false
	}
	_, alone := single(extents, bandOf(l.box))
	return gap <= 1.7 || gap <= rowGap && alone
}
