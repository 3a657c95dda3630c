// Package layout tells what the rows and columns of a sheet are: titles, unit
// lines, header levels, labels, values, totals, notes; and which tables a sheet
// holds when there are several.
//
// It knows how Chinese statistical tables are set, and nothing of any one form:
// every conclusion follows from a rule with a name, and the name is kept beside
// the conclusion, so that `sanpin read` can show a person why. What a column
// measures is told later, by package form.
//
// The way through the package: [Read] cuts a sheet into column panels
// (panel.go) and each panel into stacked tables (block.go); a table's columns
// get roles (role.go), header paths (head.go) and units (unit.go); its rows get
// labels and kinds (row.go); its cells get values (value.go).
package layout

import (
	"sanpin/etl/clean"
	"sanpin/etl/grid/sheet"
)

// Table is one table of a sheet. All rows and columns count from 0 as stored.
type Table struct {
	Sheet      string
	Title      string   // as printed, English and white space removed; empty if there is none
	TableNo    string   // 2-14; empty if there is none
	Indicator  string   // of a line 指标：…, or the title where columns are nothing but periods
	Unit       string   // that holds for the whole table; empty if columns differ
	Units      []string // every unit that the unit lines list
	TitleRows  []int
	UnitRows   []int
	HeaderRows []int
	NoteRows   []int
	Notes      []string
	Labels     []int // columns whose texts make a row's label, left to right
	RowUnit    int   // column that holds the unit of each row, or -1
	Columns    []Column
	Rows       []Row
	Cells      []Cell // of data, total and subtotal rows, by row then column
	Rules      []Rule // what was concluded for the table as a whole, and why
}

// LabelColumn is the last of the label columns, or -1.
func (t *Table) LabelColumn() int {
	if len(t.Labels) == 0 {
		return -1
	}
	return t.Labels[len(t.Labels)-1]
}

// Role is what a column is for.
type Role string

// The roles.
const (
	Label   Role = "label"   // says what a row is about
	Value   Role = "value"   // numbers
	UnitOf  Role = "unit"    // the unit of its row
	English Role = "english" // translation of the labels
	Serial  Role = "serial"  // 序号: counts rows
	Text    Role = "text"    // anything else
)

// Column is one column that has a heading or values.
type Column struct {
	Index  int
	Role   Role
	Path   []string // header levels from outer to inner
	Unit   string   // empty if unknown
	PerRow bool     // the unit stands in each row
	Rule   string   // that gave the path
	UnitBy string   // that gave the unit
}

// Kind is what a row is.
type Kind string

// The kinds. Data, Total and Subtotal carry values (perhaps all blank).
const (
	Data     Kind = "data"
	Total    Kind = "total"
	Subtotal Kind = "subtotal"
	Section  Kind = "section" // a heading among the rows: 其中：
	Blank    Kind = "blank"
	Note     Kind = "note"
)

// HasValues tells the kinds that carry values.
func (k Kind) HasValues() bool { return k == Data || k == Total || k == Subtotal }

// Row is one row of the body.
type Row struct {
	Index int
	Label string // texts of the label columns, white space and English removed, joined by |
	Keys  []string
	Kind  Kind
	Unit  string // of a unit column, or in brackets in the label
	Rule  string
}

// Cell is one cell of a value column in a row that carries values.
type Cell struct {
	Row, Col int
	Raw      string       // as written
	Stored   string       // lexeme in the file where it differs
	Number   clean.Number // State tells whether there is a value
	Bad      error        // why the text is no number; nil if it is one, or blank
	Unit     string       // printed in it, or of its column or row; empty if unknown
	UnitBy   string       // that gave the unit where it is not that of column or row
	Flags    sheet.Flag
}

// Rule says what was concluded and by which rule.
type Rule struct{ What, By string }

// Read gives the tables of a sheet in the order in which they stand, left to
// right and top to bottom. A sheet without a table gives none.
func Read(g *sheet.Grid) []*Table { return ReadAfter(nil, g) }

// ReadAfter reads a sheet behind the table before, which is nil or of the sheet
// before it: a table that says 续表 carries on its title and unit.
func ReadAfter(before *Table, g *sheet.Grid) []*Table {
	var tables []*Table
	for _, p := range panels(newView(g)) {
		left := before
		if len(tables) > 0 {
			left = tables[0]
		}
		tables = append(tables, stacked(p, left)...)
	}
	return withoutCopies(tables)
}

// Lack is what a table does not say and cannot be loaded without.
type Lack string

// The lacks, in the order in which a person would miss them.
const (
	NoLabels    Lack = "no row labels: nothing says what the numbers are about"
	NoIndicator Lack = "no indicator: the columns are periods and no title says of what"
	NoUnit      Lack = "no unit: neither title, heading, row nor table names one"
)

// Lacks says why nothing of the table could be loaded without a form that knows
// more than the table says. It is empty for a table that says enough.
func (t *Table) Lacks() Lack {
	values, units, named := 0, 0, 0
	for _, c := range t.Columns {
		if c.Role != Value {
			continue
		}
		values++
		if c.Unit != "" || c.PerRow {
			units++
		}
		for _, p := range c.Path {
			if !isYear(p) && !isPeriod(p) {
				named++
				break
			}
		}
	}
	switch {
	case values == 0:
		return ""
	case len(t.Labels) == 0:
		return NoLabels
	case named == 0 && t.Indicator == "" && t.Title == "" && !labelUnits(t.Rows):
		return NoIndicator
	case units == 0 && len(t.Units) == 0:
		return NoUnit
	}
	return ""
}
