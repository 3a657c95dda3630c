package form

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/warehouse/lake"
)

// observe turns the value cells of a table into observations.
func (r *Reader) observe(s *spot, out *Reading) {
	rows := s.table.Rows
	out.Rows.Observations = slices.Grow(out.Rows.Observations, len(s.table.Cells))
	for i := range s.table.Cells {
		cell := &s.table.Cells[i]
		col := s.at(cell.Col)
		if col.ignored {
			continue
		}
		if cell.Number.State == clean.Blank && cell.Bad == nil && cell.Flags&sheet.NoCache == 0 {
			out.Blank++
			continue
		}
		for rows[0].Index != cell.Row { // cells stand in the order of the rows
			rows = rows[1:]
		}
		s.row, s.col = &rows[0], col
		out.Read++
		all := append(out.Rows.Observations, lake.Observation{})
		if p := r.observation(s, cell, &all[len(all)-1]); p != nil {
			out.reject(s, cell.Col, cell.Raw, p)
			continue
		}
		out.Rows.Observations = all
	}
}

func columnAt(t *layout.Table, index int) *layout.Column {
	for i := range t.Columns {
		if t.Columns[i].Index == index {
			return &t.Columns[i]
		}
	}
	return nil
}

// observation reads one cell into o: what it measures, of what, when, in which
// unit. The order is that in which a person would miss things.
func (r *Reader) observation(s *spot, cell *layout.Cell, o *lake.Observation) *problem {
	ind, p := r.indicator(s)
	if p != nil {
		return p
	}
	if s.col.growth && len(s.form.Indicator) > 0 {
		level := ind
		if ind = r.Dictionary.Code(ind.Code + "_yoy"); ind == nil {
			ind = r.Dictionary.Code("growth_stated")
			s.about.part += "·" + level.Name + "增长"
		}
	}
	if cell.Flags&sheet.NoCache != 0 {
		return refuse("cell_error", "用电子表格软件打开并保存后重新报送", "公式没有缓存结果")
	}
	if cell.Bad != nil {
		return badNumber(cell)
	}
	o.Indicator, o.Unit, o.Decimals = ind.Code, ind.Unit, int32(cell.Number.Decimals)
	if p := r.measure(s, cell, ind, o); p != nil {
		return p
	}
	when, p := r.period(s, ind)
	if p != nil {
		return p
	}
	o.PeriodStart, o.PeriodEnd, o.Accumulation = when.start, when.end, when.accumulation
	if p := r.subject(s, o); p != nil {
		return p
	}
	if p := r.circumstances(s, o, when.begins); p != nil {
		return p
	}
	o.Source = s.source(cell.Col, printed(cell), s.kind())
	o.ObservationID = ID("o", s.filing.SHA256, o.Part, o.Cell, o.Indicator)
	if cell.Flags&sheet.Hidden != 0 {
		warn(o, "hidden_cell")
	}
	return nil
}

func printed(c *layout.Cell) string { return strings.TrimSpace(c.Raw) }

func badNumber(cell *layout.Cell) *problem {
	raw, why := printed(cell), ""
	var e *clean.Error
	if errors.As(cell.Bad, &e) && e.Why != "" {
		why = "（" + e.Why + "）"
	}
	switch {
	case errors.Is(cell.Bad, clean.ErrRange):
		return refuse("too_large", "核对数值与单位", "“%s”超出可精确保存的范围%s", raw, why)
	case errors.Is(cell.Bad, clean.ErrUnit):
		return refuse("unknown_unit", "使用规范的计量单位", "“%s”的计量单位未识别%s", raw, why)
	case errors.Is(cell.Bad, clean.ErrAmbiguous):
		return refuse("ambiguous", "写明完整的数值与单位", "“%s”有多种读法%s", raw, why)
	case strings.HasPrefix(raw, "#"):
		return refuse("cell_error", "修正公式后重新报送", "单元格是公式错误 %s", raw)
	}
	return refuse("bad_number", "只填写数字", "“%s”不是数字%s", raw, why)
}

// measure reads value, bounds and unit of a cell into o, in the canonical unit.
func (r *Reader) measure(s *spot, cell *layout.Cell, ind *Indicator, o *lake.Observation) *problem {
	unit, p := r.unit(s, cell, ind)
	if p != nil {
		return p
	}
	n, err := cell.Number.Canonical(*unit)
	switch {
	case errors.Is(err, clean.ErrAmbiguous):
		return refuse("ambiguous", "单元格中不写“万”“亿”，或写明完整单位", "%v", err)
	case errors.Is(err, clean.ErrRange):
		return refuse("too_large", "核对数值与单位", "%s %s 换算为%s后超出可精确保存的范围", cell.Raw, unit.Name, ind.Unit)
	case err != nil:
		return refuse("unit_mismatch", "核对指标与单位", "%v", err)
	}
	o.PrintedUnit, o.Qualifier, o.Status = unit.Name, optional(n.Qualifier), "reported"
	if n.State > clean.Range {
		o.Status = n.State.String()
		return nil
	}
	if n.State == clean.Value {
		o.Value = decimalOf(n.Value)
	}
	if o.IsRounded = n.Rounded; n.Rounded {
		warn(o, "rounded")
	}
	if n.Lower.Known {
		o.LowerBound = decimalOf(n.Lower.Value)
	}
	if n.Upper.Known {
		o.UpperBound = decimalOf(n.Upper.Value)
	}
	return nil
}

// unit settles the unit of a cell: printed in the cell, in its heading, row or
// table, in the row's unit field, or known of the form's source. In a long
// table the unit of the row is that of its value column only.
func (r *Reader) unit(s *spot, cell *layout.Cell, ind *Indicator) (*clean.Unit, *problem) {
	name := cell.Number.Unit
	beside := len(s.form.Value) > 0 && !s.col.value
	if name == "" && !(beside && s.col.PerRow) {
		name = cell.Unit
	}
	if text, ok := s.first(s.form.Unit); name == "" && ok && !beside {
		name = text
	}
	if name == "" {
		name = r.listedUnit(s.table.Units, ind)
	}
	if name == "" {
		name = s.form.Units[ind.Code]
	}
	if name == "" {
		return nil, refuse("no_unit", "在表头或单元格中注明单位，例如（"+ind.Unit+"）", "%s 没有计量单位", ind.Name)
	}
	if s.col.unit == nil || s.col.named != name {
		s.col.unit, s.col.named = r.memo.unitNamed(name), name
	}
	u := s.col.unit
	if u == nil {
		return nil, refuse("unknown_unit", "使用规范的计量单位，例如 "+ind.Unit, "计量单位 %q 未识别", name)
	}
	if u.Dimension != ind.Dimension {
		return nil, refuse("unit_mismatch", "核对指标与单位", "%s 的单位应能换算为%s，不能是%s", ind.Name, ind.Unit, u.Name)
	}
	return u, nil
}

// listedUnit is the one unit of a line such as 单位：人、人年 that an indicator
// can have.
func (r *Reader) listedUnit(units []string, ind *Indicator) string {
	found := ""
	for _, name := range units {
		if u := r.memo.unitNamed(name); u != nil && u.Dimension == ind.Dimension {
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// subject reads what the observation is about.
func (r *Reader) subject(s *spot, o *lake.Observation) *problem {
	text, ok := s.first(s.form.Subject)
	if !ok {
		return refuse("no_subject", "写明地区、行业、集群或品牌名称", "该行没有主体名称")
	}
	o.SubjectKind, o.SubjectName = s.form.SubjectKind, r.memo.nameOf(text)
	if kind, ok := s.first(s.form.SubjectKinds); ok {
		o.SubjectKind = kind
	}
	switch o.SubjectKind {
	case "region":
		m := r.region(text, o.PeriodEnd)
		if m.problem != nil {
			return m.problem
		}
		o.RegionCode, o.SubjectCode = m.code, m.code
	case "industry":
		m := r.industry(s, text)
		if m.problem != nil {
			return m.problem
		}
		o.IndustryCode, o.SubjectCode, o.Classification = m.code, m.code, m.edition
	}
	if text, ok := s.first(s.form.Place); ok {
		m := r.region(text, o.PeriodEnd)
		if m.problem != nil {
			return m.problem
		}
		o.RegionCode = m.code
	}
	return nil
}

// circumstances reads scope, cohort, publisher and day of publication. begins is
// the first day of the period as printed.
func (r *Reader) circumstances(s *spot, o *lake.Observation, begins lake.Date) *problem {
	if p := r.populated(s, o); p != nil {
		return p
	}
	o.Publisher, _ = s.first(s.form.Publisher)
	on, p := r.published(s)
	if p != nil {
		return p
	}
	o.PublishedOn = on
	// 2015 alone, as a day of publication, may be any day of that year.
	inYear := on != nil && on.Time().YearDay() == 1 && begins.Time().Year() == on.Time().Year()
	if on != nil && begins > *on && !inYear && s.kind() == "actual" {
		return refuse("future_period", "核对年份；计划数请注明", "时期 %s 在发布日期 %s 之后", o.PeriodStart, on)
	}
	return nil
}

// populated reads of which units the figure is: scope, list, and the part of the
// subject that the name of the figure or the scope speaks of.
func (r *Reader) populated(s *spot, o *lake.Observation) *problem {
	o.Scope = "all"
	part := s.about.part
	if text, ok := s.first(s.form.Scope); ok {
		said, ok := r.population(text)
		if !ok {
			return refuse("ambiguous", "使用口径表中的名称，例如 规模以上", "统计口径 %q 未识别", text)
		}
		o.Scope, o.Cohort, part = said.scope, optional(said.cohort), said.part+part
	}
	if s.about.scope != "" {
		o.Scope = s.about.scope
	}
	if text, ok := s.first(s.form.Cohort); ok {
		o.Cohort = optional(text)
	}
	if o.Cohort != nil && !reYear.MatchString(*o.Cohort) { // members change with the year
		o.Cohort = optional(*o.Cohort + " " + o.PeriodEnd.String()[:4])
	}
	if part != "" {
		o.SubjectKind, o.SubjectCode, o.SubjectName = "part", nil, o.SubjectName+"·"+strings.TrimPrefix(part, "·")
	}
	return nil
}

var reYear = regexp.MustCompile(`(?:19|20)\d\d`)

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// warn adds a reason that does not keep a value out.
func warn(o *lake.Observation, code string) {
	if o.Warning != nil {
		code = *o.Warning + ", " + code
	}
	o.Warning = &code
}
