package form

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

// Draft writes the YAML of a form for a table that no form reads, for a person to
// finish: what the table says is filled in, what it does not say is a comment with
// 待填. A finished draft loads the table. file is the name of the table's file.
func (r *Reader) Draft(file string, g *sheet.Grid, t *layout.Table) string {
	d := &draft{r: r, file: file, grid: g, table: t, used: map[int]bool{}}
	d.line("# 由 sanpin form draft 起草：%s，%s", file, t.Sheet)
	d.line("# 补全“待填”处，去掉不需要的行，存入数据目录的 forms 文件夹（NAME.yaml），再运行 sanpin refresh。")
	if why := t.Lacks(); why != "" {
		d.line("# 注意：%s", why)
	}
	d.line("form: %s # 待填：简短的英文名", "draft-"+ID("", file, t.Sheet, t.Title)[:8])
	d.line("about: %s # 待填：一句话说明", quoted(orElse(t.Title, path.Base(file))))
	if d.isList() {
		d.list()
		return d.out.String()
	}
	d.line("fact: observation")
	d.observation()
	return d.out.String()
}

type draft struct {
	r     *Reader
	file  string
	grid  *sheet.Grid
	table *layout.Table
	used  map[int]bool // columns that a dimension is read from
	out   strings.Builder
}

func (d *draft) line(format string, args ...any) {
	fmt.Fprintf(&d.out, format+"\n", args...)
}

// isList tells a table without measures: its rows are records.
func (d *draft) isList() bool {
	return !slices.ContainsFunc(d.table.Columns, func(c layout.Column) bool { return c.Role == layout.Value })
}

// quoted is text as YAML has it between single quotes.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// anyPeriod matches text whatever periods stand in it; it is anchored where the
// text itself begins or ends. It is empty for text that is nothing but periods.
func anyPeriod(text string) string {
	text = clean.Squeeze(text)
	parts := periods.Split(text, -1)
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	if strings.Trim(strings.Join(parts, ""), `/-—()（）\ `) == "" {
		return ""
	}
	pattern := "^" + strings.Join(parts, ".*") + "$"
	return strings.TrimSuffix(strings.TrimPrefix(pattern, "^.*"), ".*$")
}

// exactly is a source that reads the column with this heading; one without a
// heading can only be the labels.
func exactly(c *layout.Column) string {
	heading := headingOf(c)
	if heading == "" {
		return "{label: true}"
	}
	return "{column: " + quoted(orElse(anyPeriod(heading), "^"+regexp.QuoteMeta(heading)+"$")) + "}"
}

// headings that say what a column is for, besides that of the subject.
var (
	headPeriod    = regexp.MustCompile(`^(年份|年度|报告年|时期|报告期|期间|时间|月份|年月)$`)
	headIndicator = regexp.MustCompile(`^(指标|指标名称|项目)$`)
	headValue     = regexp.MustCompile(`^(数值|指标值|实际值|数据|数量|金额)|(19|20)\d\d|^(本期|本年|本月|累计)`)
	headGrowth    = regexp.MustCompile(`同比|增长|增速`)
	headUnit      = regexp.MustCompile(`^(计量)?单位$`)
	headScope     = regexp.MustCompile(`口径|统计范围`)
	headPlace     = regexp.MustCompile(`^(地区|所在地|所在地区|省份|省市|省|市|县)$`)
	headPublisher = regexp.MustCompile(`发布机构|发布者|填报单位|^来源|资料来源`)
	headPublished = regexp.MustCompile(`发布(日期|时间)|公布日期`)
	headNothing   = regexp.MustCompile(`^(序号|编号|备注|说明|名次|排名|位次|代码)$`)
	headYear      = regexp.MustCompile(`(?:19|20)\d\d`)
)

// column gives the first column that is not used yet and has a heading for this,
// and uses it. A column of periods is for nothing else, whatever its heading says.
func (d *draft) column(re *regexp.Regexp) *layout.Column {
	for i := range d.table.Columns {
		c := &d.table.Columns[i]
		if !d.used[c.Index] && re.MatchString(headingOf(c)) && (re == headPeriod || !d.holdsPeriods(c)) {
			d.used[c.Index] = true
			return c
		}
	}
	return nil
}

// holdsPeriods tells a label column of which most texts are periods.
func (d *draft) holdsPeriods(c *layout.Column) bool {
	n, yes := 0, 0
	for _, row := range d.table.Rows {
		if text := clean.Fold(d.grid.At(row.Index, c.Index).Text); row.Kind.HasValues() && text != "" {
			if n++; isPeriodText(text) {
				yes++
			}
		}
	}
	return c.Role == layout.Label && yes*2 > n
}

// source writes the line of a dimension that a column may hold.
func (d *draft) source(key string, re *regexp.Regexp) bool {
	c := d.column(re)
	if c != nil {
		d.line("%s: [%s]", key, exactly(c))
	}
	return c != nil
}

// recognise writes what tells such tables from others: the title, else the name
// of the file; the headings that came to be used; what most rows are.
func (d *draft) recognise(headings []*layout.Column, rows string) {
	d.line("recognise:")
	title := anyPeriod(d.table.Title)
	if title != "" {
		d.line("  title: %s", quoted(title))
	}
	var patterns []string
	for _, c := range headings {
		if p := anyPeriod(headingOf(c)); p != "" && !slices.Contains(patterns, quoted(p)) {
			patterns = append(patterns, quoted(p))
		}
	}
	switch {
	case len(patterns) > 0:
		d.line("  headings: [%s]", strings.Join(patterns, ", "))
	case title == "":
		name := strings.TrimSuffix(path.Base(d.file), path.Ext(d.file))
		d.line("  file: %s # 待填：没有标题和表头，只能按文件名识别", quoted(orElse(anyPeriod(name), regexp.QuoteMeta(name))))
	}
	if rows != "" {
		d.line("  rows: %s", rows)
	}
}
