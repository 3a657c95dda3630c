// Package doc gathers the tables of a document of running text, as word
// processors write them, into a book of sheets.
//
// The one idea: what a table is about stands in the lines above it, and often
// those lines are laid out as tables themselves. So small tables (fewer than two
// rows or columns, only text, at most as many cells as [sheet.Meta] keeps lines)
// are titles and units in a frame: their text is among the lines above the next
// table, and they are sheets only where none follows. A table that holds other
// tables is a frame: its text is also among the lines above them. Tables without
// text are left out. Package html reads pages by the same rules.
//
// The reader of a format goes through its file once and says what it meets:
// [Gatherer.Line] for each paragraph, those in cells too, [Gatherer.Begin], the
// rows and cells, [Gatherer.End]. [Gatherer.Book] gives what came together.
package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

const (
	// MaxLines bounds the lines kept above a table.
	MaxLines = 8
	// emptyTables are allowed for each of lim.Sheets.
	emptyTables = 20
)

// Gatherer is a document that is being read.
type Gatherer struct {
	format string
	lim    sheet.Limits
	count  int      // tables begun
	all    []*Table // by their start, without those that were left out
	open   []*Table // that have not ended, the innermost last
	small  []*Table // since the last table of data, to be sheets where none follows
	lines  Lines    // since the last table of data
	last   *Table   // of data, not nested: the lines below it are its own
	held   int      // filled cells of all tables
}

// New starts a document of a format, as [sheet.Meta] names it.
func New(format string, lim sheet.Limits) *Gatherer {
	return &Gatherer{format: format, lim: lim.WithDefaults()}
}

// Line notes a paragraph, in a cell or not, as lines above the next table.
func (g *Gatherer) Line(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " "))
		g.lines.Add(line)
		if g.last != nil && len(g.open) == 0 {
			g.last.below.AddBelow(line)
		}
	}
}

// Begin starts a table. One that starts before another has ended is nested in it.
// It fails when the document has too many.
func (g *Gatherer) Begin() (*Table, error) {
	g.count++
	// Tables without text cost little, but not nothing.
	if len(g.all) >= g.lim.Sheets+len(g.open) || g.count > emptyTables*g.lim.Sheets {
		return nil, opc.TooLarge(fmt.Sprintf("table %d", g.count), "the document has more than %d tables", g.lim.Sheets)
	}
	t := &Table{g: g, lim: &g.lim, meta: sheet.Meta{Format: g.format, Part: fmt.Sprintf("table %d", g.count), Before: slices.Clone(g.lines)}}
	if n := len(g.open); n > 0 {
		g.open[n-1].nested = true
	}
	g.open = append(g.open, t)
	g.all = append(g.all, t)
	return t, nil
}

// End ends the table that began last and has not ended.
func (g *Gatherer) End() {
	t := g.open[len(g.open)-1]
	g.open = g.open[:len(g.open)-1]
	slices.SortFunc(t.spans, func(a, b sheet.Span) int { return cmp.Or(a.R0-b.R0, a.C0-b.C0) })
	switch data := !t.isSmall(); {
	case t.filled == 0 && t.err == nil:
		g.leaveOut(t)
	case data && !t.nested:
		if g.lines = nil; len(g.open) == 0 {
			g.last = t
		}
		g.dropSmall()
	case data, t.holds:
		t.framed = !data // its text stands above those inside
	default:
		g.small = append(g.small, t)
	}
}

// dropSmall lets the small tables be no more than lines above a table of data.
func (g *Gatherer) dropSmall() {
	for _, t := range g.small {
		t.framed = true
	}
	g.small = g.small[:0]
	for _, t := range g.open {
		t.holds = true
	}
}

func (g *Gatherer) leaveOut(t *Table) {
	for i, one := range slices.Backward(g.all) {
		if one == t {
			g.all = slices.Delete(g.all, i, i+1)
			return
		}
	}
}

// Refuse notes something that is not read, for the book to say in its place. The
// error is made only where there is room for it.
func (g *Gatherer) Refuse(make func() *sheet.Error) {
	if len(g.all) < g.lim.Sheets+len(g.open) {
		g.all = append(g.all, &Table{g: g, lim: &g.lim, err: make()})
	}
}

// Open is the table that is being read, the innermost one; nil outside of tables.
func (g *Gatherer) Open() *Table {
	if len(g.open) == 0 {
		return nil
	}
	return g.open[len(g.open)-1]
}

// Note puts a note below the table in which its mark stands. One whose mark
// stands outside of tables, in is nil, is of those that the line is next to.
func (g *Gatherer) Note(in *Table, mark, text string) {
	for _, t := range g.all {
		if t == in || in == nil && t.isNextTo(mark) {
			t.notes = append(t.notes, mark+" "+text)
		}
	}
}

// Below puts a line that stands on all pages below the first table.
func (g *Gatherer) Below(line string) {
	for _, t := range g.all {
		if t.err == nil && !t.framed {
			t.notes = append(t.notes, line)
			return
		}
	}
}

// IsBlank tells that no table has a filled cell and no line stands behind the
// last one.
func (g *Gatherer) IsBlank() bool { return len(g.all) == 0 && len(g.lines) == 0 }

// Book gives the tables in the order of their start.
func (g *Gatherer) Book() sheet.Book {
	return &book{slices.DeleteFunc(g.all, func(t *Table) bool { return t.framed })}
}
