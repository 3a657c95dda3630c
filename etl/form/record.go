package form

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/warehouse/lake"
)

// record is one row of a list: its fields as texts, each with the column where
// it stands.
type record struct {
	r *Reader
	s *spot
}

// records turns the rows of a list into facts. Each row is one value: it is
// loaded whole or rejected whole.
func (r *Reader) records(s *spot, out *Reading) {
	for i := range s.table.Rows {
		row := &s.table.Rows[i]
		if s.row = row; !row.Kind.HasValues() || r.isEmpty(s) {
			continue
		}
		for _, s.each = range eachOf(s) {
			out.Read++
			rec := record{r, s}
			if p := rec.read(out); p != nil {
				col := rec.at(p)
				out.reject(s, col, strings.TrimSpace(s.cell(row.Index, col)), p)
			}
		}
	}
}

// eachOf gives the columns that make a record each: those that hold values and
// no other field. A form without them makes one record of a row.
func eachOf(s *spot) []*layout.Column {
	if s.form.Each == "" {
		return []*layout.Column{nil}
	}
	var all []*layout.Column
	for i := range s.table.Columns {
		c := &s.table.Columns[i]
		held := c.Role == layout.Value && s.grid.At(s.row.Index, c.Index).Text != ""
		for name := range s.fields {
			held = held && !slices.Contains(s.fields.columns(name), c.Index)
		}
		if held {
			all = append(all, c)
		}
	}
	return all
}

// read reads one record into the rows of its fact.
func (c record) read(out *Reading) (p *problem) {
	rows := &out.Rows
	switch c.s.form.Fact {
	case BrandValuation:
		var v *lake.BrandValuation
		if v, p = c.valuation(); p == nil {
			rows.BrandValuations = append(rows.BrandValuations, *v)
		}
	case TitleEvent:
		var e *lake.TitleEvent
		if e, p = c.titleEvent(); p == nil {
			rows.TitleEvents = append(rows.TitleEvents, *e)
		}
	case ListEntry:
		var es []lake.ListEntry
		if es, p = c.entries(); p == nil {
			rows.ListEntries = append(rows.ListEntries, es...)
			out.Read += len(es) - 1 // several members in one cell
		}
	case Target:
		var t *lake.Target
		if t, p = c.target(); p == nil {
			rows.Targets = append(rows.Targets, *t)
		}
	case Project:
		p = register(c, &rows.Projects)
	case Rating:
		p = register(c, &rows.Ratings)
	case ChainNode:
		p = register(c, &rows.ChainNodes)
	case ChainLink:
		p = register(c, &rows.ChainLinks)
	case ChainRisk:
		p = register(c, &rows.ChainRisks)
	case ProsperityIndex:
		p = register(c, &rows.ProsperityIndexes)
	case Standard:
		p = register(c, &rows.Standards)
	case Platform:
		p = register(c, &rows.Platforms)
	case Enterprise:
		p = register(c, &rows.Enterprises)
	}
	return p
}

// isEmpty tells a row in which no field's column is filled.
func (r *Reader) isEmpty(s *spot) bool {
	for _, sources := range s.form.Fields {
		for i := range sources {
			if p := sources[i].Column; p != nil && s.column(p) >= 0 {
				if s.grid.At(s.row.Index, s.column(p)).Text != "" {
					return false
				}
			}
		}
	}
	for name := range s.fields {
		for _, col := range s.fields.columns(name) {
			if s.grid.At(s.row.Index, col).Text != "" {
				return false
			}
		}
	}
	return true
}

// mainFields are the fields whose cell stands for the record, the first that is
// filled: its figure if it has one, otherwise its name.
var mainFields = map[Fact][]string{
	BrandValuation: {"value", "rank", "brand"},
	TitleEvent:     {"title"},
	ListEntry:      {"member_name"},
	Target:         {"value", "comparator", "indicator"},

	Project:         {"planned_amount", "actual_amount", "name"},
	Rating:          {"grade", "subject_name"},
	ChainNode:       {"node"},
	ChainLink:       {"to_node"},
	ChainRisk:       {"item"},
	ProsperityIndex: {"value"},
	Standard:        {"standard_no", "name"},
	Platform:        {"name"},
	Enterprise:      {"name"},
}

// main is the column of the field that stands for the record.
func (c record) main() int {
	if c.s.each != nil {
		return c.s.each.Index
	}
	for _, name := range mainFields[c.s.form.Fact] {
		if col := c.column(name); col >= 0 && c.s.grid.At(c.s.row.Index, col).Text != "" {
			return col
		}
	}
	return max(c.s.table.LabelColumn(), 0)
}

// at is the column where a problem is: that of its field, or the record's own.
func (c record) at(p *problem) int {
	if col := c.column(p.field); col >= 0 {
		return col
	}
	return c.main()
}

// column is where a field stands in the table, or -1 if it stands elsewhere.
func (c record) column(name string) int {
	return c.s.columnOf(c.s.form.Fields[name])
}

// field gives the text of a field, "" if it has none.
func (c record) field(name string) string {
	if each := c.s.each; each != nil {
		switch name {
		case c.s.form.Each:
			return clean.Squeeze(each.Path[len(each.Path)-1])
		case "value":
			return clean.Fold(c.s.cell(c.s.row.Index, each.Index))
		}
	}
	text, _ := c.s.first(c.s.form.Fields[name])
	return text
}

func (c record) opt(name string) *string { return optional(c.field(name)) }

// need gives the text of a field that a record cannot be without.
func (c record) need(name, what string) (string, *problem) {
	text := c.field(name)
	if text == "" {
		return "", refuse("no_subject", "填写"+what, "缺少%s", what).in(name)
	}
	return text, nil
}

// year reads a field as a calendar year; nil if there is none.
func (c record) year(name string) (*int32, *problem) {
	text := c.field(name)
	if text == "" {
		return nil, nil
	}
	if strings.HasSuffix(text, "发布") || strings.HasSuffix(text, "公布") {
		return nil, nil // when it was published, not what it is of
	}
	p, err := clean.ParsePeriod(plainPeriod(text), clean.Period{})
	if err != nil {
		return nil, refuse("bad_period", "按“2023年”填写", "年份 %q 无法识别", text).in(name)
	}
	y := int32(p.End.Year)
	return &y, nil
}

// whole reads a field as a whole number; nil if there is none.
func (c record) whole(name string) (*int32, *problem) {
	text := c.field(name)
	if text == "" || text == "-" {
		return nil, nil
	}
	n, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimPrefix(clean.Squeeze(text), "第"), "位"), 10, 32)
	if err != nil {
		return nil, refuse("bad_number", "只填写整数", "%q 不是整数", text).in(name)
	}
	v := int32(n)
	return &v, nil
}

// day reads a field as a date; nil if there is none.
func (c record) day(name string) (*lake.Date, clean.Precision, *problem) {
	text := c.field(name)
	if text == "" {
		return nil, "none", nil
	}
	d, precision, isBound, err := looseDate(text)
	if err != nil {
		return nil, "", refuse("bad_date", "按“年-月-日”填写", "日期 %q 无法识别", text).in(name)
	}
	if precision == "none" || isBound && name != "event_on" {
		return nil, "none", nil
	}
	day := lake.Date(d.Days())
	return &day, precision, nil
}

// place resolves the field place; both results are nil if there is none. A
// place that is no region of the list keeps its name and has no code.
func (c record) place(at lake.Date) (name, code *string, p *problem) {
	text := c.field("place")
	if text == "" {
		return nil, nil, nil
	}
	m := c.r.region(text, at)
	if p := m.problem; p != nil && (p.reason == "region_conflict" || p.reason == "deictic") {
		return nil, nil, p.in("place")
	}
	squeezed := clean.Squeeze(text)
	return &squeezed, m.code, nil
}

// amount reads the field value with its unit, which must have a dimension.
type amount struct {
	value     *lake.Decimal
	unit      clean.Unit
	qualifier *string
	status    string
	printed   string
}

func (c record) amount(name string, dimensions ...string) (amount, *problem) {
	text := c.field(name)
	if text == "" {
		return amount{status: "nil"}, nil
	}
	n, err := clean.ParseNumber(text)
	if err != nil {
		return amount{}, refuse("bad_number", "只填写数字", "%v", err).in(name)
	}
	a := amount{qualifier: optional(n.Qualifier), printed: text, status: "reported"}
	if n.State != clean.Value {
		a.status = n.State.String()
		return a, nil
	}
	unit := n.Unit
	if col := c.column(name); unit == "" && col >= 0 {
		unit = c.s.at(col).Unit
	}
	if unit == "" {
		unit = c.field("unit")
	}
	if unit == "" {
		unit = c.s.table.Unit
	}
	u, ok := clean.LookupUnit(unit)
	if !ok {
		return a, refuse("no_unit", "在表头或单元格中注明单位", "%q 没有可识别的计量单位", text).in(name)
	}
	fits := len(dimensions) == 0
	for _, d := range dimensions {
		fits = fits || d == u.Dimension
	}
	if !fits {
		return a, refuse("unit_mismatch", "核对指标与单位", "单位 %s 不适用于 %q", u.Name, text).in(name)
	}
	converted, err := n.Canonical(u)
	switch {
	case errors.Is(err, clean.ErrAmbiguous):
		return a, refuse("ambiguous", "单元格中不写“万”“亿”，或写明完整单位", "%v", err).in(name)
	case err != nil:
		return a, refuse("too_large", "核对数值与单位", "%v", err).in(name)
	}
	a.value, a.unit = decimalOf(converted.Value), u
	return a, nil
}

// source cites the record by its main cell. A row whose labels do not tell what
// it is about is headed by name.
func (c record) source(name string) lake.Source {
	col := c.main()
	src := c.s.source(col, strings.TrimSpace(c.s.cell(c.s.row.Index, col)), c.s.kind())
	if src.RowHeading == "" {
		src.RowHeading = clean.Squeeze(name)
	}
	return src
}

func (c record) id(letter string, src lake.Source) string {
	return ID(letter, c.s.filing.SHA256, src.Part, src.Cell)
}
