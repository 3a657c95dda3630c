package layout

import (
	"sanpin/etl/clean"
	"sanpin/etl/grid/sheet"
)

// Answer is a table as `sanpin read --json` gives it. All indices count from 0.
type Answer struct {
	Sheet         string         `json:"sheet"`
	Title         *string        `json:"title"`
	TableNo       *string        `json:"table_no"`
	Unit          *string        `json:"unit"`
	Units         []string       `json:"units,omitempty"` // every unit of the unit lines, where there are several
	TitleRows     []int          `json:"title_rows"`
	UnitRows      []int          `json:"unit_rows"`
	HeaderRows    []int          `json:"header_rows"`
	NoteRows      []int          `json:"note_rows"`
	Notes         []string       `json:"notes,omitempty"`
	LabelColumn   *int           `json:"label_column"`
	RowUnitColumn *int           `json:"row_unit_column"`
	Columns       []ColumnAnswer `json:"columns"`
	Rows          []RowAnswer    `json:"rows"`
	Cells         []CellAnswer   `json:"cells"`
	Rules         []RuleAnswer   `json:"rules,omitempty"`
}

// ColumnAnswer is a column with a heading or values.
type ColumnAnswer struct {
	Index  int      `json:"index"`
	Role   Role     `json:"role"`
	Path   []string `json:"path"`
	Unit   *string  `json:"unit"` // per-row: it stands in each row
	Rule   string   `json:"rule,omitempty"`
	UnitBy string   `json:"unit_by,omitempty"`
}

// RowAnswer is a row of the body.
type RowAnswer struct {
	Row   int     `json:"row"`
	Label string  `json:"label"`
	Kind  Kind    `json:"kind"`
	Unit  *string `json:"unit"`
	Rule  string  `json:"rule,omitempty"`
}

// CellAnswer is a cell of a value column. Value is exact decimal text.
type CellAnswer struct {
	Row    int      `json:"row"`
	Col    int      `json:"col"`
	Value  *string  `json:"value"`
	Unit   *string  `json:"unit"`
	Raw    string   `json:"raw"`
	State  string   `json:"state"` // value nil tiny blank withheld range text
	UnitBy string   `json:"unit_by,omitempty"`
	Place  string   `json:"place"` // as a person would look for it
	Flags  []string `json:"flags,omitempty"`
}

// RuleAnswer is one conclusion about the table as a whole.
type RuleAnswer struct {
	What string `json:"what"`
	By   string `json:"by"`
}

// JSON gives the answer of a table that was read from g.
func (t *Table) JSON(g *sheet.Grid) Answer {
	a := Answer{Sheet: t.Sheet, Title: text(t.Title), TableNo: text(t.TableNo), Unit: text(t.Unit),
		TitleRows: list(g, t.TitleRows), UnitRows: list(g, t.UnitRows), HeaderRows: list(g, t.HeaderRows), NoteRows: list(g, t.NoteRows), Notes: t.Notes,
		Columns: []ColumnAnswer{}, Rows: []RowAnswer{}, Cells: []CellAnswer{}}
	if len(t.Units) > 1 {
		a.Units = t.Units
	}
	if c := t.LabelColumn(); c >= 0 {
		a.LabelColumn = &c
	}
	if t.RowUnit >= 0 {
		a.RowUnitColumn = &t.RowUnit
	}
	for _, c := range t.Columns {
		unit := c.Unit
		if c.PerRow {
			unit = "per-row"
		}
		a.Columns = append(a.Columns, ColumnAnswer{c.Index, c.Role, append([]string{}, c.Path...), text(unit), c.Rule, c.UnitBy})
	}
	for _, r := range t.Rows {
		a.Rows = append(a.Rows, RowAnswer{g.Real(r.Index), r.Label, r.Kind, text(r.Unit), r.Rule})
	}
	for _, c := range t.Cells {
		a.Cells = append(a.Cells, c.answer(g))
	}
	for _, r := range t.Rules {
		a.Rules = append(a.Rules, RuleAnswer(r))
	}
	return a
}

func (c *Cell) answer(g *sheet.Grid) CellAnswer {
	a := CellAnswer{Row: g.Real(c.Row), Col: c.Col, Unit: text(c.Unit), UnitBy: c.UnitBy, Raw: c.Raw, State: c.Number.State.String(), Place: g.Locate(c.Row, c.Col)}
	switch {
	case c.Bad != nil:
		a.State = "text"
	case c.Number.State == clean.Value:
		a.Value = text(c.Number.Value.String())
	}
	for _, f := range []struct {
		flag sheet.Flag
		name string
	}{{sheet.Formula, "formula"}, {sheet.NoCache, "no_cached_value"}, {sheet.Rounded, "rounded_to_15_digits"}, {sheet.Hidden, "hidden"}} {
		if c.Flags&f.flag != 0 {
			a.Flags = append(a.Flags, f.name)
		}
	}
	return a
}

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func list(g *sheet.Grid, rows []int) []int {
	all := make([]int, len(rows))
	for i, r := range rows {
		all[i] = g.Real(r)
	}
	return all
}
