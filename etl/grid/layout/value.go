package layout

import (
	"errors"
	"sort"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/sheet"
)

// settleUnits gives each value column its unit: from its heading, from its
// rows, or from the table.
func settleUnits(t *Table, h *head) {
	perRow := t.RowUnit >= 0 || labelUnits(t.Rows)
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Role != Value {
			continue
		}
		if c.Unit, c.UnitBy = h.unitOf(c.Index); c.Unit != "" {
			continue
		}
		switch {
		case perRow && t.RowUnit < 0 && t.hasTextsBefore(c.Index):
			c.UnitBy = "other labels stand between it and those with the units"
		case perRow && (t.Unit == "" || !isMoney(c.Path)):
			c.PerRow, c.UnitBy = true, "in each row"
		case t.Unit != "" && isRatio(c.Path) && isAmount(t.Unit):
			c.UnitBy = "a ratio is not counted in " + t.Unit
		case t.Unit != "":
			c.Unit, c.UnitBy = t.Unit, "of the table"
		case len(t.Units) > 1:
			if c.Unit = oneOf(t.Units, c.Path); c.Unit != "" {
				c.UnitBy = "the one of the table's units that its heading can have"
			}
		}
	}
	if t.Unit == "" && len(t.Units) == 0 {
		if u := sharedUnit(t, h); u != "" {
			t.Unit = u
			t.rule("unit of the table: "+u, "a heading over all value columns names it")
		}
	}
}

// labelUnits tells whether most rows name their unit in the label.
func labelUnits(rows []Row) bool {
	n, with := 0, 0
	for _, r := range rows {
		if r.Kind.HasValues() {
			n++
			if r.Unit != "" {
				with++
			}
		}
	}
	return with*2 > n
}

// hasTextsBefore tells a column of values behind a column of texts: those may be
// its labels, and the units of the first labels are not its own.
func (t *Table) hasTextsBefore(col int) bool {
	for _, c := range t.Columns {
		if c.Role == Text && c.Index < col && c.Index > t.LabelColumn() {
			return true
		}
	}
	return false
}

// sharedUnit is the unit of one heading that is over every value column.
func sharedUnit(t *Table, h *head) string {
	var top *node
	for _, c := range t.Columns {
		if c.Role != Value {
			continue
		}
		if len(h.over[c.Index]) == 0 || top != nil && h.over[c.Index][0] != top {
			return ""
		}
		top = h.over[c.Index][0]
	}
	if top == nil {
		return ""
	}
	return top.unit
}

// readCells reads the value columns of the rows that carry values.
func (b *block) readCells(t *Table) {
	v := b.v
	values := 0
	for _, c := range t.Columns {
		if c.Role == Value {
			values++
		}
	}
	t.Cells = make([]Cell, 0, values*len(t.Rows))
	for _, row := range t.Rows {
		if !row.Kind.HasValues() {
			continue
		}
		for i := range t.Columns {
			c := &t.Columns[i]
			if c.Role != Value {
				continue
			}
			held := v.g.At(row.Index, c.Index)
			t.Cells = append(t.Cells, Cell{Row: row.Index, Col: c.Index, Raw: held.Text, Stored: held.Stored, Unit: c.Unit, Flags: held.Flags})
			cell := &t.Cells[len(t.Cells)-1]
			if c.PerRow || c.Unit == "" && row.Unit != "" && !isRatio(c.Path) && !t.hasTextsBefore(c.Index) {
				cell.Unit = row.Unit
			}
			cell.Number, cell.Bad = readNumber(held)
			cell.settleUnit()
		}
	}
}

// settleUnit gives a cell the unit that is printed in it, whatever its column
// counts: 5.8% among 万元. A multiplier alone decides nothing: 12亿 in a column of
// 万元 may be either.
func (c *Cell) settleUnit() {
	if c.Number.Unit != "" {
		c.Unit, c.UnitBy = c.Number.Unit, "in the cell"
		return
	}
	if c.Number.Magnitude == "" {
		return
	}
	if u, ok := clean.LookupUnit(c.Unit); ok {
		if _, err := c.Number.Canonical(u); errors.Is(err, clean.ErrAmbiguous) {
			c.Bad = err
		}
	}
}

func readNumber(c *sheet.Held) (clean.Number, error) {
	if c.Kind == sheet.Blank || c.Kind != sheet.Number && clean.Fold(c.Text) == "" {
		return clean.Number{State: clean.Blank}, nil
	}
	n, err := clean.ParseNumber(c.Text)
	if errors.Is(err, clean.ErrBlank) { // NA, 不详
		return clean.Number{State: clean.Blank}, nil
	}
	return n, err
}

// withoutCopies drops a table whose numbers all stand in one before it, and
// that has neither title nor unit of its own: somebody's working copy pasted
// below the table.
func withoutCopies(tables []*Table) []*Table {
	if len(tables) < 2 {
		return tables
	}
	var out []*Table
	var seen []string
	for _, t := range tables {
		key := numbersOf(t)
		copied := false
		for _, s := range seen {
			copied = copied || containsAll(s, key)
		}
		if copied && t.Title == "" && t.TableNo == "" && len(t.UnitRows) == 0 {
			continue
		}
		seen = append(seen, strings.Join(key, "\n"))
		out = append(out, t)
	}
	return out
}

func numbersOf(t *Table) []string {
	var out []string
	for _, c := range t.Cells {
		if c.Number.State == clean.Value {
			out = append(out, c.Number.Value.String())
		}
	}
	sort.Strings(out)
	return out
}

// containsAll tells whether each number of the sorted list stands in the list s.
func containsAll(s string, list []string) bool {
	if len(list) < 8 {
		return false
	}
	have := map[string]bool{}
	for _, x := range strings.Split(s, "\n") {
		have[x] = true
	}
	for _, x := range list {
		if !have[x] {
			return false
		}
	}
	return true
}
