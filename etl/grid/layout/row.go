package layout

import (
	"regexp"
	"strings"

	"sanpin/etl/clean"
)

var totals = set("全国 合计 总计 总值 共计 总和 全国合计 全国总计 地方合计 全国平均 全省 全省合计 全市 全市合计 全县合计 全行业 行业合计 各地区合计 全部 总体 Total 全国(不含港澳台)")

var subtotals = set("东部地区 中部地区 西部地区 东北地区 东部 中部 西部 东北 华北地区 华东地区 华南地区 华中地区 西南地区 西北地区 沿海地区 内陆地区 长江经济带 京津冀 长三角 珠三角")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	reChapter   = regexp.MustCompile(`^\d{2}章`)
	reClass     = regexp.MustCompile(`^第[一二三四五六七八九十]+类`)
	reSubtotal  = regexp.MustCompile(`小计$|(?:地区|部门|行业)合计$`)
	reLabelUnit = regexp.MustCompile(`[(（]([^()（）]{1,16})[)）]$`)
)

// readRows labels the body rows and says what kind each is.
//
// A label column that is filled only at the head of each block (thesis panels:
// 研发经费 | 2012, then only 2013 …) is filled down. A label whose values stand
// one row lower, without a label there, is joined with them.
func (b *block) readRows(t *Table) {
	b.labelRows(t, b.fillDown(t.Labels), make([]string, len(t.Labels)))
}

// labelRows labels the body rows: down tells the label columns that are filled
// down, last is the labels of the row before.
func (b *block) labelRows(t *Table, down []bool, last []string) {
	torn := -1
	for _, r := range b.body {
		row := Row{Index: r, Kind: Data}
		for i, c := range t.Labels {
			text := ""
			if b.v.at(r, c) != none {
				text = label(b.v.text(r, c))
			} else if down[i] {
				text = last[i]
			}
			last[i] = text
			row.Keys = append(row.Keys, text)
		}
		row.Label = strings.Join(nonempty(row.Keys), "|")
		values := b.hasValues(r, t)
		switch {
		case values && torn >= 0 && (row.Label == "" || isTranslated(t.Rows[torn].Label, row.Label)):
			row.Label, row.Keys = t.Rows[torn].Label, t.Rows[torn].Keys
			t.Rows[torn].Kind, t.Rows[torn].Rule = Blank, "its values stand in the next row"
			row.Rule = "label stands in the row above"
		case values && torn >= 0 && isCut(t.Rows[torn].Label, row.Label):
			row.joinLabel(&t.Rows[torn])
		case !values && len(t.Rows) > 0 && isTranslated(t.Rows[len(t.Rows)-1].Label, row.Label):
			row.Kind, row.Rule = Blank, "translation of the label above"
		case row.Label == "" && !values:
			row.Kind = Blank
		case !values && reSection.MatchString(row.Label):
			row.Kind, row.Rule = Section, "a heading without values"
		}
		torn = -1
		if row.Kind == Data && row.Label != "" && !values {
			torn = len(t.Rows)
		}
		b.rowUnit(&row, t.RowUnit)
		if n := len(t.Rows); row.Unit == "" && n > 0 && isPart(row.Label) {
			row.Unit = t.Rows[n-1].Unit
		}
		t.Rows = append(t.Rows, row)
	}
	markTotals(t.Rows)
}

var (
	reOpenEnd  = regexp.MustCompile(`[和及与、(（·-]$`)
	reTailOnly = regexp.MustCompile(`^(?:自治[区州县旗]|特别行政区|[省市县区州]|业|(?:制造|加工|制品|供应|开采|采选|冶炼|服务|压延加工|设备制造)业)$|^[)）、和及与]`)
	rePartOf   = regexp.MustCompile(`^(?:#|其中[:：])\s*\p{Han}`)
)

// isCut tells a label that was cut in two lines: neither 内蒙古 | 自治区 nor
// 黑色金属冶炼和 | 压延加工业 are two labels.
func isCut(above, below string) bool {
	return hasHan(above) && below != "" && (reOpenEnd.MatchString(above) || reTailOnly.MatchString(below))
}

// isTranslated tells that the label below is the translation of the one above.
func isTranslated(above, below string) bool {
	return hasHan(above) && below != "" && !hasHan(below) && isTranslation(below)
}

// isPart tells the label of a part of the row above it, which has its unit too.
func isPart(label string) bool { return rePartOf.MatchString(label) }

// joinLabel puts the label of the row above before the row's own.
func (r *Row) joinLabel(above *Row) {
	for i := range r.Keys {
		if r.Keys[i] == r.Label {
			r.Keys[i] = above.Label + r.Label
		}
	}
	r.Label, r.Rule = above.Label+r.Label, "label begins in the row above"
	above.Kind, above.Rule = Blank, "its label ends in the next row"
}

func nonempty(ss []string) []string {
	var out []string
	for _, s := range ss {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// fillDown tells the label columns whose text holds until the next one: blank
// in at least half of the rows of numbers, and never the last label column. In
// a list a blank is a blank.
func (b *block) fillDown(labels []int) []bool {
	down := make([]bool, len(labels))
	for i, c := range labels {
		t := b.tally(c)
		down[i] = i < len(labels)-1 && t.filled > 0 && t.filled*2 <= t.rows && b.v.at(b.body[0], c) != none && v0(b) < b.v.c1
	}
	return down
}

func (b *block) hasValues(r int, t *Table) bool {
	for _, c := range t.Columns {
		if c.Role != Value {
			continue
		}
		if k := b.v.at(r, c.Index); k == number || k == mark || k == year {
			return true
		}
	}
	return false
}

// rowUnit takes the unit from the unit column or from brackets in the label.
func (b *block) rowUnit(row *Row, unitColumn int) {
	if unitColumn >= 0 {
		text := clean.Fold(b.v.text(row.Index, unitColumn))
		if u, ok := clean.LookupUnit(text); ok {
			row.Unit = u.Name
		} else {
			row.Unit = text
		}
		return
	}
	if m := reLabelUnit.FindStringSubmatch(row.Label); m != nil {
		if u, ok := clean.LookupUnit(m[1]); ok {
			row.Unit = u.Name
		}
	}
}

// markTotals tells totals and subtotals from the rows that they sum.
func markTotals(rows []Row) {
	chapters := false
	for _, r := range rows {
		chapters = chapters || strings.Contains(r.Label, "章") && reChapter.MatchString(r.Label)
	}
	for i := range rows {
		r := &rows[i]
		if r.Kind != Data {
			continue
		}
		name := strings.TrimSpace(r.Label)
		switch {
		case totals[name]:
			r.Kind, r.Rule = Total, "a word for the whole"
		case subtotals[name] || strings.HasSuffix(name, "计") && reSubtotal.MatchString(name):
			r.Kind, r.Rule = Subtotal, "a word for a part of the whole"
		case chapters && reClass.MatchString(name):
			r.Kind, r.Rule = Subtotal, "a section of the chapters below it"
		}
	}
}
