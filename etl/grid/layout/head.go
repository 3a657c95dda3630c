package layout

import (
	"strings"

	"sanpin/etl/clean"
)

// node is one heading: its words, the row where they begin, and its columns.
type node struct {
	row, c0, c1 int
	words       []string // top to bottom; joined they are the heading
	unit        string
	shared      bool // over several columns
}

func (n *node) text() string { return strings.Join(n.words, "") }

// head is the header of one table.
type head struct {
	b        *block
	roles    []Role
	rows     []int          // header rows that name columns
	unit     map[int]string // column -> unit, from header rows that hold only units
	labelRow int            // row where the heading of the labels begins
	own      map[int]*node  // column -> heading of its own
	over     map[int][]*node
	latin    map[int]string         // column -> heading without Chinese
	counts   map[int]map[string]int // row -> heading -> how often it stands there
}

// newHead reads the header cells of the columns that carry values or texts.
func (b *block) newHead(roles []Role) *head {
	h := &head{b: b, roles: roles, unit: map[int]string{}, own: map[int]*node{}, over: map[int][]*node{}, latin: map[int]string{}, counts: map[int]map[string]int{}, labelRow: -1}
	first := -1
	for i, r := range roles {
		if r == Label {
			first = b.v.c0 + i
			break
		}
	}
	for _, r := range b.header {
		if first >= 0 && b.isAttributeRow(r, first) {
			h.attributeRow(r)
			continue
		}
		if h.labelRow < 0 && first >= 0 && b.v.at(r, first) != none {
			h.labelRow = r
		}
		if !isNumbering(b.v, b.v.shape(r)) {
			h.rows = append(h.rows, r)
		}
	}
	if h.labelRow < 0 && len(h.rows) > 0 {
		h.labelRow = h.rows[0]
	}
	for _, r := range h.rows {
		h.readRow(r)
	}
	return h
}

// isAttributeRow tells a header row whose label says that it describes the
// columns: 频度, 单位. A row with the same text everywhere describes them all.
func (b *block) isAttributeRow(r, first int) bool {
	l := label(b.v.text(r, first))
	if attributes[l] && len(b.header) > 1 { // else 单位 is the heading of a list of units
		return true
	}
	if l == "" || r == b.header[0] {
		return false
	}
	seen := ""
	n := 0
	for c := first + 1; c < b.v.c1; c++ {
		if t := clean.Squeeze(b.v.text(r, c)); t != "" {
			if seen != "" && t != seen {
				return false
			}
			seen = t
			n++
		}
	}
	return n >= 2
}

func (h *head) attributeRow(r int) {
	for c := h.b.v.c0; c < h.b.v.c1; c++ {
		if u, rest, ok := clean.FindUnit(h.b.v.text(r, c)); ok && strings.Trim(rest, " ()") == "" {
			h.unit[c] = u.Name
		}
	}
}

// readRow adds one header row: to the heading of a column its next words, over
// several columns a shared heading.
func (h *head) readRow(r int) {
	v := h.b.v
	for c := v.c0; c < v.c1; c++ {
		if v.at(r, c) == none || h.roles[c-v.c0] == "" {
			continue
		}
		words, unit, latin := heading(v.text(r, c))
		if latin != "" && h.latin[c] == "" {
			h.latin[c] = latin
		}
		end := h.extent(r, c, words)
		if text := clean.Squeeze(v.text(r, c)); words == "" && unit != "" && latin == "" && !strings.HasPrefix(text, "(") && h.own[c] == nil && len(h.over[c]) == 0 {
			words, unit = text, "" // 批次, 件数: nothing stands above it, so it is the heading itself
		}
		if words == "" {
			for k := c; unit != "" && k < end; k++ {
				h.setUnit(k, unit)
			}
			continue
		}
		if end > c+1 {
			n := &node{row: r, c0: c, c1: end, words: []string{words}, unit: unit, shared: true}
			for k := c; k < end; k++ {
				h.over[k] = append(h.over[k], n)
			}
			continue
		}
		h.addOwn(r, c, words, unit)
	}
}

func (h *head) setUnit(c int, unit string) {
	if n := h.own[c]; n != nil && n.unit == "" {
		n.unit = unit
		return
	}
	h.unit[c] = unit
}

// addOwn adds words to the heading of column c: the next line of a heading
// that was cut over several rows, or a heading below a shared one.
func (h *head) addOwn(r, c int, words, unit string) {
	n := h.own[c]
	if n == nil {
		n = &node{row: r, c0: c, c1: c + 1}
		h.own[c] = n
	}
	if hasLatin(words) && !hasHan(words) && hasHan(n.text()) {
		return // R&D in the row of translations
	}
	n.words = append(n.words, words)
	if unit != "" {
		n.unit = unit
	}
}

// extent is the column after the last one that the heading at (r, c) is over:
// by its merged cells, or, where nothing is merged, by the blanks to its right
// when the row below continues with headings that cannot stand alone.
func (h *head) extent(r, c int, words string) int {
	v := h.b.v
	if s, ok := v.span(r, c); ok && s.C1 > s.C0 {
		return min(s.C1+1, v.c1)
	}
	end := c + 1
	for end < v.c1 && v.at(r, end) == none {
		if s, ok := v.span(r, end); ok && s.R0 < r {
			break // a heading from above comes down to this row
		}
		end++
	}
	if end == c+1 {
		return end
	}
	below := h.below(r)
	if below < 0 || v.at(below, c) == none {
		return c + 1
	}
	own, _, _ := heading(v.text(below, c))
	for end > c+1 && v.at(below, end-1) == none && !reGrouping.MatchString(own) {
		end--
	}
	if end > c+1 && (reGrouping.MatchString(words) || reGrouping.MatchString(own) || standing[own] || isYear(own) || isPeriod(own) || h.repeats(below, own)) {
		return end
	}
	return c + 1
}

// below is the next header row that names columns.
func (h *head) below(r int) int {
	for _, x := range h.b.header {
		if s := h.b.v.shape(x); x > r && s.words+s.years+s.periods > 0 && !isUnitRow(h.b.v, s) {
			return x
		}
	}
	return -1
}

// repeats tells whether a heading stands at least twice in row r: 本月 累计
// 本月 累计. The headings of a row are counted once: a sheet may be wide.
func (h *head) repeats(r int, words string) bool {
	if h.counts[r] == nil {
		h.counts[r] = map[string]int{}
		for c := h.b.v.c0; c < h.b.v.c1; c++ {
			w, _, _ := heading(h.b.v.text(r, c))
			h.counts[r][w]++
		}
	}
	return words != "" && h.counts[r][words] >= 2
}

// path gives the header levels of column c from outer to inner, and the rule.
//
// A heading that begins lower than its left neighbour and lower than the
// heading of the labels is a part of that neighbour ("staircase"): the tables
// of the yearbooks hang 其中 columns to the right of their total, one row down.
func (h *head) path(c int) ([]string, string) {
	var levels []string
	rule := "words joined down the column"
	for _, n := range h.over[c] {
		levels = append(levels, n.text())
		rule = "below a heading over several columns"
	}
	own := h.own[c]
	if own == nil {
		if len(levels) == 0 && h.latin[c] != "" {
			return []string{h.latin[c]}, "no Chinese heading"
		}
		if h.headsParts(c) {
			return append(levels, "合计"), "first below a heading whose other columns are its parts"
		}
		return levels, rule
	}
	if p := h.parent(c); p >= 0 {
		levels, rule = h.levels(p), "begins below its left neighbour"
	}
	levels = append(append([]string{}, levels...), own.text())
	if reTotal.MatchString(h.latin[c]) && !strings.Contains(own.text(), "计") && h.hasParts(c) {
		return append(levels, "合计"), "Total, in English only, of the columns that are its parts"
	}
	return levels, rule
}

// headsParts tells the first column below a heading over several, if it alone
// has no heading of its own: it is the whole, the others are its parts.
func (h *head) headsParts(c int) bool {
	if len(h.over[c]) == 0 {
		return false
	}
	n := h.over[c][len(h.over[c])-1]
	if n.c0 != c || n.c1 < c+3 {
		return false
	}
	for k := c + 1; k < n.c1; k++ {
		if own := h.own[k]; own == nil || own.row <= n.row || h.roles[k-h.b.v.c0] != Value {
			return false
		}
	}
	return true
}

// levels are the header levels of column c as parts of it have them: without
// the 合计 that tells the column itself from its parts.
func (h *head) levels(c int) []string {
	levels, _ := h.path(c)
	if n := len(levels); n > 1 && levels[n-1] == "合计" && h.own[c].text() != "合计" {
		return levels[:n-1]
	}
	return levels
}

// hasParts tells whether another column's heading is a part of that of c.
func (h *head) hasParts(c int) bool {
	for k := c + 1; k < h.b.v.c1; k++ {
		if h.own[k] != nil && h.parent(k) == c {
			return true
		}
	}
	return false
}

// parent is the column whose heading column c is a part of, or -1.
func (h *head) parent(c int) int {
	own := h.own[c]
	if own.row <= h.labelRow {
		return -1
	}
	for p := c - 1; p >= h.b.v.c0; p-- {
		left := h.own[p]
		if left == nil || left.row >= own.row || h.roles[p-h.b.v.c0] != Value {
			continue
		}
		if len(h.over[p]) != len(h.over[c]) {
			return -1
		}
		for i, n := range h.over[c] {
			if h.over[p][i] != n {
				return -1
			}
		}
		if left.row < h.labelRow && !strings.HasPrefix(own.text(), "#") {
			return -1
		}
		return p
	}
	return -1
}

// unitOf is the unit that the header gives column c: its own, its row of
// units, or that of a heading which it is a part of.
func (h *head) unitOf(c int) (unit, rule string) {
	if n := h.own[c]; n != nil && n.unit != "" {
		return n.unit, "in its heading"
	}
	if u := h.unit[c]; u != "" {
		return u, "in the header row of units"
	}
	if h.own[c] != nil {
		if p := h.parent(c); p >= 0 {
			if u, _ := h.unitOf(p); u != "" {
				return u, "of the heading that it is a part of"
			}
		}
	}
	for i := len(h.over[c]) - 1; i >= 0; i-- {
		if u := h.over[c][i].unit; u != "" {
			return u, "of the heading above it"
		}
	}
	return "", ""
}
