package form

import (
	"regexp"
	"strings"

	"sanpin/etl/grid/layout"
)

// fields of a list, by the headings of their columns.
var listHeads = []struct {
	field string
	re    *regexp.Regexp
}{
	{"rank", regexp.MustCompile(`^(名次|排名|位次)$`)},
	{"batch", regexp.MustCompile(`批次`)},
	{"list_year", regexp.MustCompile(`^(年份|年度|名单年份|入选年份|认定年份)$`)},
	{"firm", regexp.MustCompile(`申报企业|所属企业|生产企业|申报单位`)},
	{"place", regexp.MustCompile(`^(地区|省份|省市|所在地|所在地区|推荐单位|省|市)$`)},
	{"category", regexp.MustCompile(`^(类别|类型|行业|所属行业|领域)$`)},
	{"issuer", regexp.MustCompile(`发布机构|公布单位|认定机构|发布单位`)},
	{"notice_no", regexp.MustCompile(`文号`)},
	{"published_on", headPublished},
}

var headMember = regexp.MustCompile(`名称|^(企业|品牌|产品|单位|城市|基地|园区|集群|成员)$`)

// list writes the form of a table of records: a list of members.
func (d *draft) list() {
	d.line("fact: list_entry # 待填：核对，也可以是 title_event, brand_valuation, target")
	var fields []string
	for _, h := range listHeads {
		if c := d.column(h.re); c != nil {
			fields = append(fields, "  "+h.field+": ["+exactly(c)+"]")
		}
	}
	member := d.column(headMember)
	if member == nil {
		member = d.firstText()
	}
	d.recognise(d.listHeadings(member), "")
	d.line("fields:")
	if d.table.Title != "" {
		d.line("  list_name: [{title: '.+'}]")
	} else {
		d.line("  # list_name: 待填 # 名单的名称，例如 [{is: 某某名单}]")
	}
	if member != nil {
		d.line("  member_name: [%s]", exactly(member))
	} else {
		d.line("  # member_name: 待填 # 成员名称在哪一列")
	}
	d.line("  member_kind: [{is: other}] # 待填：enterprise, product, brand, regional_brand, region, cluster, base 之一")
	hasYear := false
	for _, f := range fields {
		hasYear = hasYear || strings.HasPrefix(f, "  list_year:")
		d.line("%s", f)
	}
	if !hasYear && headYear.MatchString(d.table.Title) {
		d.line("  list_year: [{title: '((?:19|20)\\d\\d)'}]")
	}
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; !d.used[c.Index] && !headNothing.MatchString(headingOf(c)) && c.Role != layout.English {
			d.line("  # 未使用的列：%s", headingOf(c))
		}
	}
}

// firstText is the first column that is not used and holds texts.
func (d *draft) firstText() *layout.Column {
	for i := range d.table.Columns {
		c := &d.table.Columns[i]
		if !d.used[c.Index] && (c.Role == layout.Label || c.Role == layout.Text) && !headNothing.MatchString(headingOf(c)) {
			d.used[c.Index] = true
			return c
		}
	}
	return nil
}

// listHeadings are the headings that tell a list from others: that of the member
// and those of its fields.
func (d *draft) listHeadings(member *layout.Column) (out []*layout.Column) {
	if member != nil {
		out = append(out, member)
	}
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; c != member && d.used[c.Index] && len(out) < 3 {
			out = append(out, c)
		}
	}
	return out
}
