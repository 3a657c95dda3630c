package form

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

// kinds of subjects, by the heading of the column with their names.
var subjectHeads = []struct {
	kind string
	re   *regexp.Regexp
}{
	{"cluster", regexp.MustCompile(`集群`)},
	{"brand", regexp.MustCompile(`品牌`)},
	{"product", regexp.MustCompile(`产品|商品|品种|品名`)},
	{"industry", regexp.MustCompile(`行业|门类`)},
	{"region", regexp.MustCompile(`地区|省份|省市|城市|区域|市县|县市|地市|区县`)},
	{"sector", regexp.MustCompile(`^(主体|对象)$`)},
}

// observation writes the form of a table of numbers.
func (d *draft) observation() {
	indicator := d.column(headIndicator)
	kind, rows, subject := d.subject()
	d.recognise(d.telling(subject, indicator), rows)
	if kind == "" {
		d.line("# subject_kind: 待填 # region, industry, cluster, sector, brand, product, cohort 之一")
	} else {
		d.line("subject_kind: %s", kind)
	}
	switch {
	case subject != nil:
		d.line("subject: [%s]", exactly(subject))
	case indicator == nil && d.hasNames():
		d.line("subject: [{label: true}]")
	default:
		d.line("# subject: 待填 # 主体名称在哪里，例如 [{title: '^(.+?集群)'}] 或 [{is: 某某产业集群}]")
	}
	d.source("place", headPlace)
	if indicator != nil {
		d.long(indicator)
	}
	d.source("unit", headUnit)
	d.period()
	d.circumstances()
	d.columns(indicator != nil)
}

// subject finds the column with the names of the subjects: of what kind they are
// its heading says, or its names themselves.
func (d *draft) subject() (kind, rows string, c *layout.Column) {
	var labels []*layout.Column
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; c.Role == layout.Label && !d.used[c.Index] && !d.holdsPeriods(c) {
			labels = append(labels, c)
		}
	}
	for _, s := range subjectHeads {
		for _, c := range labels {
			if s.re.MatchString(headingOf(c)) {
				d.used[c.Index] = true
				return s.kind, d.rowsAre(), c
			}
		}
	}
	return d.rowsAre(), d.rowsAre(), nil
}

// hasNames tells whether the labels are of something else than periods.
func (d *draft) hasNames() bool {
	return slices.ContainsFunc(d.table.Labels, func(c int) bool { return !d.holdsPeriods(columnAt(d.table, c)) })
}

// rowsAre tells what most labels name, if it is region or industry.
func (d *draft) rowsAre() string {
	switch {
	case len(d.table.Labels) != 1:
		return ""
	case share(d.table, isRegion) >= 0.6:
		return "region"
	case share(d.table, isIndustry) >= 0.6:
		return "industry"
	}
	return ""
}

// telling gives the columns that tell the table from others: those of subject and
// indicator, and the first ones with values.
func (d *draft) telling(first ...*layout.Column) []*layout.Column {
	const values = 3
	var out []*layout.Column
	for _, c := range first {
		if c != nil {
			out = append(out, c)
		}
	}
	n := 0
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; c.Role == layout.Value && n < values && !headNothing.MatchString(headingOf(c)) {
			out = append(out, c)
			n++
		}
	}
	return out
}

// long writes where a table with an indicator in each row has it and its values.
func (d *draft) long(indicator *layout.Column) {
	d.line("indicator: [%s]", exactly(indicator))
	growth, value := "", ""
	for i := range d.table.Columns {
		c := &d.table.Columns[i]
		h := headingOf(c)
		switch {
		case c.Role != layout.Value || d.used[c.Index] || headNothing.MatchString(h):
		case headYear.MatchString(h) && value == "" && anyPeriod(h) == "":
			value = `{column: '(19|20)\d\d'}`
		case growth == "" && headGrowth.MatchString(h):
			growth = exactly(c)
		case value == "" && headValue.MatchString(h):
			value = exactly(c)
		}
	}
	if value == "" {
		d.line("# value: 待填 # 数值在哪一列，例如 [{column: '^数值$'}]")
	} else {
		d.line("value: [%s]", value)
	}
	if growth != "" {
		d.line("growth: [%s]", growth)
	}
}

// period writes where the period is printed: in a column, in headings, in the
// title or in the file's name.
func (d *draft) period() {
	var from []string
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; len(from) == 0 && !d.used[c.Index] && (headPeriod.MatchString(headingOf(c)) || d.holdsPeriods(c)) {
			d.used[c.Index] = true
			from = append(from, exactly(c))
		}
	}
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; c.Role == layout.Value && headYear.MatchString(headingOf(c)) {
			from = append(from, `{heading: '((?:19|20)\d\d(?:年[^/]*)?)'}`)
			break
		}
	}
	if _, err := clean.FindPeriod(clean.Squeeze(d.table.Title)); err == nil {
		from = append(from, `{title: '.+'}`)
	}
	if len(from) == 0 && headYear.MatchString(d.file) {
		from = append(from, `{file: '((?:19|20)\d\d)'}`)
	}
	if len(from) == 0 {
		d.line("# period: 待填 # 时期在哪里，例如 [{title: '.+'}]、[{column: '^年份$'}] 或 [{is: 2023年}]")
		return
	}
	d.line("period: [%s]", strings.Join(from, ", "))
}

var noteOrigin = regexp.MustCompile(`(资料来源|数据来源|发布机构|填报单位)[:：]\S+`)

// circumstances writes scope and publisher.
func (d *draft) circumstances() {
	if !d.source("scope", headScope) {
		d.line("scope: [{title: '规上|规模以上', is: above_scale}, {is: all}] # 待填：核对统计口径")
	}
	if !d.source("publisher", headPublisher) {
		if m := noteOrigin.FindStringSubmatch(strings.Join(d.table.Notes, "\n")); m != nil {
			d.line("publisher: [{notes: '%s[:：](\\S+)'}]", m[1])
		} else {
			d.line("# publisher: 待填 # 例如 [{is: 某某协会}]")
		}
	}
	d.source("published_on", headPublished)
}

// columns writes what the dictionary makes of the columns with values, and those
// of which it makes nothing, with the indicators that have the likest names.
func (d *draft) columns(isLong bool) {
	var known, unknown, without []string
	var ignored []string
	for i := range d.table.Columns {
		c := &d.table.Columns[i]
		h := headingOf(c)
		switch {
		case c.Role != layout.Value || d.used[c.Index] || isLong && (headValue.MatchString(h) || headGrowth.MatchString(h)):
			continue
		case headNothing.MatchString(h):
			ignored = append(ignored, quoted("^"+regexp.QuoteMeta(h)+"$"))
			continue
		}
		d.measure(c, &known, &unknown, &without)
	}
	if isLong {
		unknown = append(unknown, d.unknownRows()...)
	}
	if len(ignored) > 0 {
		d.line("ignore: [%s]", strings.Join(ignored, ", "))
	}
	if len(known) > 0 {
		d.line("# 指标词典已认识：%s", strings.Join(known, "；"))
	}
	if len(unknown) > 0 {
		d.line("# 待填：下列名称没有对应指标。去掉注释并写上指标代码，或加入 ignore（正则表达式），或补充指标词典")
		d.line("# columns:")
		for _, u := range unknown {
			d.line("#   %s", u)
		}
	}
	if len(without) > 0 {
		d.line("# 待填：下列指标没有计量单位。去掉注释，按来源写上单位并注明出处")
		d.line("# units: {%s}", strings.Join(without, ", "))
		d.line("# unit_source: 待填")
	}
}

func (d *draft) measure(c *layout.Column, known, unknown, without *[]string) {
	s := d.r.newSpot(&Filing{File: d.file}, d.grid, d.table, &Form{headings: map[string]string{}})
	s.col = s.at(c.Index)
	name := strings.Join(withoutPeriods(c.Path), "/")
	found := d.r.headed(s)
	if found.ind == nil {
		add(unknown, d.suggestion(orElse(name, orElse(d.table.Indicator, d.table.Title))))
		return
	}
	unit := orElse(c.Unit, strings.Join(d.table.Units, "、"))
	add(known, fmt.Sprintf("%s → %s（%s）", orElse(name, found.ind.Name), found.ind.Code, orElse(unit, "无单位")))
	if unit == "" && !c.PerRow && found.ind.Unit != "" {
		add(without, fmt.Sprintf("%s: 待填", found.ind.Code))
	}
}

// unknownRows gives the indicators of a long table that the dictionary lacks.
func (d *draft) unknownRows() (all []string) {
	for _, row := range d.table.Rows {
		name := ""
		for i, c := range d.table.Labels {
			if headIndicator.MatchString(headingOf(columnAt(d.table, c))) && i < len(row.Keys) {
				name = row.Keys[i]
			}
		}
		if row.Kind.HasValues() && name != "" && d.r.Dictionary.Name(name) == nil && len(all) < 50 {
			add(&all, d.suggestion(name))
		}
	}
	return all
}

// add appends a text that is not there yet.
func add(list *[]string, text string) {
	if !slices.Contains(*list, text) {
		*list = append(*list, text)
	}
}

// suggestion is the line for a name that is no indicator's.
func (d *draft) suggestion(name string) string {
	line := fmt.Sprintf("待填: [%s]", quoted(name))
	var near []string
	for _, ind := range d.r.Dictionary.Near(name, 3) {
		near = append(near, ind.Code+" "+ind.Name)
	}
	if len(near) > 0 {
		line += " # 相近：" + strings.Join(near, "，")
	}
	return line
}
