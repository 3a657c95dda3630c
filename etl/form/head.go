package form

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

// Head is the fingerprint of a table's headings. Periods are left out of it: that
// a table of 2023 has the heading 2023 is no change to one of 2022.
type Head struct {
	Form    string       `json:"form"`
	Filer   string       `json:"filer"` // for the caller to fill in
	Title   string       `json:"title"`
	Columns []HeadColumn `json:"columns"`
}

// HeadColumn is one heading: of several columns that differ only in the period
// it is the first.
type HeadColumn struct {
	Heading string `json:"heading"` // levels joined by /
	Unit    string `json:"unit,omitempty"`
	IsValue bool   `json:"is_value,omitempty"`
	At      string `json:"at"` // letters of the column

	term string // of the heading, once it was asked for
}

// key is what headings are compared by.
func (c *HeadColumn) key() string {
	if c.term == "" {
		c.term = Term(c.Heading)
	}
	return c.term
}

// periods are the words of headings and titles that change from filing to
// filing; those that do not (本月, 累计, 上年同期) tell columns apart.
var periods = regexp.MustCompile(`(?:19|20)\d\d(?:[-—–~至](?:19|20)?\d\d)?年?度?|\d{1,2}(?:[-—–~至]\d{1,2})?月份?|第?[一二三四1-4]季度|上半年|下半年|前三季度|截至|[(（]\s*[)）]`)

func withoutPeriod(text string) string {
	return strings.Trim(periods.ReplaceAllString(clean.Squeeze(text), ""), "/-—()（） ")
}

// headColumns takes the fingerprint of a table's headings.
func headColumns(t *layout.Table) (all []HeadColumn) {
	seen := map[string]bool{}
	for i := range t.Columns {
		c := &t.Columns[i]
		var levels []string
		for _, p := range c.Path {
			if p = withoutPeriod(p); p != "" {
				levels = append(levels, p)
			}
		}
		if n := len(levels); n > 1 && levels[n-1] == "合计" { // printed beside its parts only
			levels = levels[:n-1]
		}
		heading := strings.Join(levels, "/")
		if heading == "" && len(c.Path) > 0 {
			heading = "时期"
		}
		if heading == "" || c.Role == layout.English || c.Role == layout.Serial || seen[Term(heading)] {
			continue
		}
		seen[Term(heading)] = true
		col := HeadColumn{Heading: heading, IsValue: c.Role == layout.Value, At: sheet.ColumnName(c.Index)}
		if col.IsValue {
			col.Unit = unitOf(c, t)
		}
		all = append(all, col)
	}
	return all
}

func unitOf(c *layout.Column, t *layout.Table) string {
	switch {
	case c.PerRow:
		return "of its row"
	case c.Unit != "":
		return c.Unit
	}
	return t.Unit
}

// Changes tells what is other than in a head before: one clause a column, as
// "column 产值 moved from D to F, unit 万元 → 亿元".
func (h Head) Changes(before Head) []string {
	var all []string
	for i := range h.Columns {
		c := &h.Columns[i]
		old, ok := before.column(c)
		if !ok {
			all = append(all, fmt.Sprintf("column %s is new (%s)", c.Heading, c.At))
			continue
		}
		if how := c.changes(old); len(how) > 0 {
			all = append(all, "column "+c.Heading+" "+strings.Join(how, ", "))
		}
	}
	for i := range before.Columns {
		c := &before.Columns[i]
		if _, ok := h.column(c); !ok {
			all = append(all, fmt.Sprintf("column %s is gone (was %s)", c.Heading, c.At))
		}
	}
	return all
}

func (c HeadColumn) changes(old HeadColumn) []string {
	var how []string
	if c.At != old.At {
		how = append(how, fmt.Sprintf("moved from %s to %s", old.At, c.At))
	}
	switch {
	case c.IsValue && !old.IsValue:
		how = append(how, "held text, holds values")
	case !c.IsValue && old.IsValue:
		how = append(how, "held values, holds text")
	case c.Unit != old.Unit:
		how = append(how, fmt.Sprintf("unit %s → %s", orNone(old.Unit), orNone(c.Unit)))
	}
	return how
}

func orNone(unit string) string {
	if unit == "" {
		return "none"
	}
	return unit
}

// column gives the column with the same heading as another head's.
func (h Head) column(like *HeadColumn) (HeadColumn, bool) {
	for i := range h.Columns {
		if h.Columns[i].key() == like.key() {
			return h.Columns[i], true
		}
	}
	return HeadColumn{}, false
}

// likeness is the share of the headings that both have.
func (h Head) likeness(other Head) float64 {
	both := 0
	for i := range h.Columns {
		if _, ok := other.column(&h.Columns[i]); ok {
			both++
		}
	}
	return float64(both) / float64(max(len(h.Columns), len(other.Columns), 1))
}

// maxHeads bounds the tables that are remembered of one form and filer.
const maxHeads = 200

// Heads remembers the heads of the filings before, oldest first.
type Heads struct {
	List []Head `json:"heads"`
}

// Follow remembers the heads of one filing in the place of those that they
// follow, and tells what has changed. A head follows one of the same form and
// filer with the same title, else the likest one. A table of another title, or one
// that has less than half of its headings in common with all of them, is another
// table: nothing is said of it.
func (hs *Heads) Follow(filing []Head) []string {
	var changes []string
	gone := map[int]bool{}
	for _, h := range filing {
		i := hs.before(h, gone)
		if i < 0 {
			continue
		}
		prefix := ""
		if len(filing) > 1 && h.Title != "" {
			prefix = h.Title + ": "
		}
		for _, c := range h.Changes(hs.List[i]) {
			changes = append(changes, prefix+c)
		}
		gone[i] = hs.List[i].Title == h.Title // else it is the head of another table too
	}
	for _, i := range slices.Backward(slices.Sorted(maps.Keys(gone))) {
		if gone[i] {
			hs.List = slices.Delete(hs.List, i, i+1)
		}
	}
	hs.List = append(hs.List, filing...)
	for _, h := range filing {
		hs.forget(h.Form, h.Filer)
	}
	return changes
}

// before gives the head that h follows, of those that nothing follows yet; -1 if
// there is none.
func (hs *Heads) before(h Head, gone map[int]bool) int {
	const alike = 2 // in all headings, and in the title
	best, like := -1, 0.0
	for i := len(hs.List) - 1; i >= 0 && like < alike; i-- { // of the likest the latest
		old := &hs.List[i]
		if old.Form != h.Form || old.Filer != h.Filer || gone[i] || otherTitles(h.Title, old.Title) {
			continue
		}
		l := h.likeness(*old)
		if old.Title == h.Title && l >= 0.5 {
			l += 1
		}
		if l >= 0.5 && l > like {
			best, like = i, l
		}
	}
	return best
}

// otherTitles says whether two titles name different things: they share less than
// half of their pairs of characters. A table without a title may be any.
func otherTitles(a, b string) bool {
	x, y := pairs(a), pairs(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	return 4*both < len(x)+len(y) // Dice's coefficient below 1/2
}

func pairs(text string) map[[2]rune]bool {
	all := map[[2]rune]bool{}
	runes := []rune(text)
	for i := 1; i < len(runes); i++ {
		all[[2]rune{runes[i-1], runes[i]}] = true
	}
	return all
}

// forget leaves out the oldest heads of a form and filer that have too many.
func (hs *Heads) forget(form, filer string) {
	many := -maxHeads
	for i := range hs.List {
		if hs.List[i].Form == form && hs.List[i].Filer == filer {
			many++
		}
	}
	if many <= 0 {
		return
	}
	hs.List = slices.DeleteFunc(hs.List, func(h Head) bool {
		if h.Form != form || h.Filer != filer {
			return false
		}
		many--
		return many >= 0
	})
}
