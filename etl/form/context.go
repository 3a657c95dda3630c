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
	filing  *Filing
	grid    *sheet.Grid
	table   *layout.Table
	whole   *layout.Table // that table is a piece of
	form    *Form
	meaning *meaning
	row     *layout.Row
	col     *column

	columns []column // of the table
	index   []int    // sheet column -> one of columns, -1 for none

	publishers *Publishers
	fields     binding        // columns of the fields of the vocabulary
	each       *layout.Column // of a record for each value column: that column
	about      measured       // what the name of the figure says besides its indicator
	heading    kept           // of the row
	sample     kept           // whether the row calls itself 示例
	from       kept           // where the filer took the row from

	said    []kept  // by the sources that are of the table or of a row
	edition *string // of GB/T 4754 that the labels are of, once it was asked for
}

// column is one column of the spot's table.
type column struct {
	*layout.Column
	*columnMeaning
	said []kept // by the sources that are of a column

	named string // the unit that its last cell named
	unit  *clean.Unit
}

// kept is a text that was read, and of which row.
type kept struct {
	text  string
	ok    bool
	known bool
	row   *layout.Row
}

func (r *Reader) newSpot(f *Filing, g *sheet.Grid, t *layout.Table, form *Form) *spot {
	s := &spot{filing: f, grid: g, table: t, whole: t, form: form, publishers: r.Publishers, meaning: r.sightOf(t).meaning(form, t),
		columns: make([]column, len(t.Columns)), said: make([]kept, form.slots)}
	s.fields = s.meaning.fields
	for i := range t.Columns {
		c := &t.Columns[i]
		s.columns[i] = column{Column: c, columnMeaning: &s.meaning.columns[i]}
		for len(s.index) <= c.Index {
			s.index = append(s.index, -1)
		}
		s.index[c.Index] = i
	}
	return s
}

// at gives the column of the table at a column of the sheet; nil if there is none.
func (s *spot) at(index int) *column {
	if index < 0 || index >= len(s.index) || s.index[index] < 0 {
		return nil
	}
	return &s.columns[s.index[index]]
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

// text gives the text at one source, folded; false if there is none. What was
// read holds for all cells of the row, of the column or of the table.
func (s *spot) text(f *From) (string, bool) {
	k := s.keptOf(f)
	if !k.known || k.row != s.row && f.isOfRow() {
		text, ok := s.read(f)
		*k = kept{text, ok, true, s.row}
	}
	return k.text, k.ok
}

func (s *spot) keptOf(f *From) *kept {
	if f.Heading == nil {
		return &s.said[f.slot]
	}
	if s.col == nil {
		return new(kept)
	}
	if s.col.said == nil {
		s.col.said = make([]kept, len(s.said))
	}
	return &s.col.said[f.slot]
}

func (s *spot) read(f *From) (string, bool) {
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
	case f.Field != "":
		if s.row == nil {
			return "", false
		}
		text := s.fields.text(s, f.Field)
		if spec := s.form.vocabulary.field(s.form.Fact, f.Field); text != "" && spec != nil && len(spec.Codes) > 0 && f.Map == nil && f.Is == "" {
			return spec.code(clean.Squeeze(text))
		}
		return text, text != ""
	case f.KindOf != "":
		kind := s.fields[f.KindOf].kind
		return kind, kind != ""
	case f.Label:
		if s.row == nil {
			return "", false
		}
		return s.row.Label, s.row.Label != ""
	case f.Heading != nil:
		if s.col == nil {
			return "", false
		}
		return f.Heading.in(s.col.heading)
	case f.Title != nil:
		return f.Title.in(clean.Squeeze(s.table.Title))
	case f.Sheet != nil:
		return f.Sheet.in(clean.Squeeze(s.table.Sheet))
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
	c, ok := s.meaning.at[p]
	if !ok {
		return -1 // unreachable: the form names all its patterns
	}
	return c
}

// columnOf is the column of the first source that names one, or -1.
func (s *spot) columnOf(sources []From) int {
	for i := range sources {
		if p := sources[i].Column; p != nil && s.column(p) >= 0 {
			return s.column(p)
		}
		if cols := s.fields.columns(sources[i].Field); len(cols) > 0 {
			return cols[len(cols)-1]
		}
	}
	return -1
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
	locator := s.table.Sheet + "!" + s.grid.Locate(s.row.Index, col)
	src := lake.Source{FilingID: s.filing.ID, Part: s.table.Sheet, Cell: locator[len(s.table.Sheet)+1:], Locator: locator, Printed: printed, Kind: kind}
	if s.heading.row != s.row {
		s.heading = kept{text: joined(s.row.Keys), row: s.row}
	}
	if s.from.row != s.row {
		s.from = kept{text: s.origin(), row: s.row}
	}
	src.RowHeading, src.Origin = s.heading.text, s.from.text
	if c := s.at(col); c != nil {
		src.ColumnHeading = c.path
	}
	return src
}

// origin is where the filer took a row from: the fields origin and address, as
// printed.
func (s *spot) origin() string {
	var parts []string
	for _, field := range []string{"origin", "address"} {
		if text := s.fields.text(s, field); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
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

// isSample tells a row that calls itself 示例, like that of a blank workbook.
func (s *spot) isSample() bool {
	if s.sample.row != s.row && s.row != nil {
		s.sample = kept{row: s.row}
		for c := range s.grid.Cols {
			s.sample.ok = s.sample.ok || strings.HasPrefix(s.grid.At(s.row.Index, c).Text, "示例")
		}
	}
	return s.sample.ok
}

// kind tells what sort of figure the spot holds.
func (s *spot) kind() string {
	if s.filing.Kind == "sample" || s.isSample() {
		return "sample"
	}
	if s.about.kind != "" {
		return s.about.kind
	}
	if k, ok := s.first(s.form.Kind); ok {
		return k
	}
	return "actual"
}
