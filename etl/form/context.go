package form

import (
	"strings"
	"time"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/warehouse/lake"
)

// Filing is what is known of a file before its tables are read.
type Filing struct {
	ID         string // of the filing
	SHA256     string
	File       string // path below the inbox
	Kind       string // actual, or sample where the filing calls itself 示例
	ReceivedAt time.Time
}

// spot is one cell of a table, with all that its sources may look at.
type spot struct {
	filing *Filing
	grid   *sheet.Grid
	table  *layout.Table
	form   *Form
	row    *layout.Row
	col    *layout.Column
	cols   map[*Pattern]int // column of a pattern, -1 for none

	publishers *Publishers
	scope      string // that the heading of the column names, "" for none

	edition *string // of GB/T 4754 that the labels are of, once it was asked for
}

func newSpot(f *Filing, g *sheet.Grid, t *layout.Table, form *Form) *spot {
	return &spot{filing: f, grid: g, table: t, form: form, cols: map[*Pattern]int{}}
}

// first gives the text of the first source that has one.
func (s *spot) first(sources []From) (string, bool) {
	for i := range sources {
		if text, ok := s.text(&sources[i]); ok {
			return text, true
		}
	}
	return "", false
}

// text gives the text at one source, folded; false if there is none.
func (s *spot) text(f *From) (string, bool) {
	text, ok := s.find(f)
	if !ok {
		return "", false
	}
	if f.Map != nil {
		text, ok = f.Map[clean.Squeeze(text)]
		return text, ok
	}
	if f.Is != "" {
		return f.Is, true
	}
	return text, text != ""
}

func (s *spot) find(f *From) (string, bool) {
	switch {
	case f.Column != nil:
		c := s.column(f.Column)
		if c < 0 || s.row == nil {
			return "", false
		}
		text := clean.Fold(s.cell(s.row.Index, c))
		return text, text != ""
	case f.Label:
		if s.row == nil {
			return "", false
		}
		return s.row.Label, s.row.Label != ""
	case f.Heading != nil:
		if s.col == nil {
			return "", false
		}
		return f.Heading.in(headingOf(s.col))
	case f.Title != nil:
		return f.Title.in(clean.Squeeze(s.table.Title))
	case f.File != nil:
		return f.File.in(s.filing.File)
	case f.Notes != nil:
		return f.Notes.in(strings.Join(s.table.Notes, "\n"))
	case f.Names != "":
		return s.publishers.mentioned(f.Names, clean.Squeeze(s.table.Title+"\n"+strings.Join(s.table.Notes, "\n")))
	}
	return f.Is, f.Is != ""
}

// in gives the first group of the match, or the match if there is no group.
func (p *Pattern) in(text string) (string, bool) {
	m := p.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return m[len(m)-1], true
}

// column is the index of the first column whose heading matches, or -1.
func (s *spot) column(p *Pattern) int {
	if c, ok := s.cols[p]; ok {
		return c
	}
	s.cols[p] = -1
	if c, ok := findColumn(s.table, *p); ok {
		s.cols[p] = c.Index
	}
	return s.cols[p]
}

// columnOf is the column of the first source that names one, or -1.
func (s *spot) columnOf(sources []From) int {
	for i := range sources {
		if p := sources[i].Column; p != nil && s.column(p) >= 0 {
			return s.column(p)
		}
	}
	return -1
}

// holds tells whether a source reads the column that the spot is in: by its
// heading, so that one source may mean several columns (a year each).
func (s *spot) holds(sources []From) bool {
	for i := range sources {
		if p := sources[i].Column; p != nil && s.col != nil && p.MatchString(headingOf(s.col)) {
			return true
		}
	}
	return false
}

// cell is the text of a cell; a blank one below a merged rectangle has the
// rectangle's text, for it speaks for all of its rows.
func (s *spot) cell(r, c int) string {
	if held := s.grid.At(r, c); held.Kind != sheet.Blank {
		return held.Text
	}
	for _, sp := range s.grid.Spans {
		if r > sp.R0 && r <= sp.R1 && c >= sp.C0 && c <= sp.C1 {
			return s.grid.At(sp.R0, sp.C0).Text
		}
	}
	return ""
}

// source says where the cell in column col stands.
func (s *spot) source(col int, printed, kind string) lake.Source {
	cell := s.grid.Locate(s.row.Index, col)
	src := lake.Source{FilingID: s.filing.ID, Part: s.table.Sheet, Cell: cell, Locator: s.table.Sheet + "!" + cell,
		Printed: printed, RowHeading: joined(s.row.Keys), Kind: kind}
	for i := range s.table.Columns {
		if c := &s.table.Columns[i]; c.Index == col {
			src.ColumnHeading = joined(c.Path)
		}
	}
	return src
}

// joined writes the levels of a heading in one line; blank ones say nothing.
func joined(levels []string) string {
	var parts []string
	for _, level := range levels {
		if level != "" {
			parts = append(parts, level)
		}
	}
	return strings.Join(parts, " / ")
}

// kind tells what sort of figure the spot holds.
func (s *spot) kind() string {
	if s.filing.Kind == "sample" {
		return "sample"
	}
	if k, ok := s.first(s.form.Kind); ok {
		return k
	}
	return "actual"
}
