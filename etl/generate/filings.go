package generate

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"sanpin/warehouse/lake"
)

// Filings writes the filings of a world into a folder, one sub-folder a filer,
// and returns how many. They are what a refresh reads: of each cluster a yearly
// report as a workbook and monthly figures as CSV, and lists of the country.
// Some of their cells are wrong, as cells are.
func Filings(ctx context.Context, dir string, c Config) (n int, err error) {
	w, err := newWorld(c)
	if err != nil {
		return 0, err
	}
	write := func(filer, name string, data []byte, err error) error {
		if err != nil || ctx.Err() != nil {
			return cmp.Or(err, ctx.Err())
		}
		n++
		if err := os.MkdirAll(filepath.Join(dir, filer), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, filer, name), data, 0o644)
	}
	for i := range w.clusters {
		c := &w.clusters[i]
		for year := w.start(); year <= LastYear; year++ {
			book, err := workbook(w.report(c, year))
			if err := write(c.filer(), fmt.Sprintf("%d年集群年报_示例.xlsx", year), book, err); err != nil {
				return n, err
			}
			text, err := separated(w.months(c, year))
			if err := write(c.filer(), fmt.Sprintf("%d年月报_示例.csv", year), text, err); err != nil {
				return n, err
			}
		}
	}
	for _, list := range w.countryLists() {
		text, err := separated(list.rows)
		if err := write(association, list.name, text, err); err != nil {
			return n, err
		}
	}
	return n, nil
}

// names of indicators in filings.
var names = map[string]string{
	"ecommerce_sales": "电子商务销售额", "employee_count": "从业人员", "export_delivery_value": "出口交货值", "firm_count": "企业数",
	"gross_output": "工业总产值", "new_product_output": "新产品产值", "operating_revenue": "营业收入", "patent_application_count": "专利申请数",
	"profit_total": "利润总额", "rd_expenditure": "R&D经费", "rd_intensity_operating_revenue": "R&D经费投入强度（与营业收入之比）",
	"rd_personnel_count": "R&D人员", "sales_output": "工业销售产值", "standard_led_count": "主导标准数", "tax_and_profit": "利税总额",
	"valid_invention_patent_count": "有效发明专利数", "operating_revenue_yoy": "营业收入同比增长",
}

// report is a cluster's yearly report: an indicator a row, this year and the
// last in columns. Here and there a unit or a number is missing or wrong.
func (w *world) report(c *cluster, year int) [][]string {
	rows := [][]string{{fmt.Sprintf("示例：%d年度%s主要指标", year, c.name)}, {"指标", "单位", fmt.Sprintf("%d年", year-1), fmt.Sprintf("%d年", year)}}
	for _, s := range annual {
		draw := c.named("集群年报").named(s.indicator).at(uint64(year))
		unit := s.printedUnit
		before, _ := s.printed(w.amount(c.subject(), &s, year-1, 12))
		now, _ := s.printed(w.amount(c.subject(), &s, year, 12))
		switch fault := draw.named("error"); {
		case fault.happens(0.01):
			unit = ""
		case fault.happens(0.02):
			now = "约三百多"
		case fault.happens(0.05):
			now = ""
		}
		rows = append(rows, []string{names[s.indicator], unit, before, now})
	}
	return append(rows, []string{"注：示例数据，不是公布数。填报单位：" + association})
}

// months are a cluster's figures of the year to date: a figure a row.
func (w *world) months(c *cluster, year int) [][]string {
	rows := [][]string{{fmt.Sprintf("%d年%s主要指标月报（示例）", year, c.name)}, {"集群名称", "地区", "指标", "时期", "数值", "单位", "口径", "发布机构", "发布日期"}}
	for month := 2; month <= 12; month++ {
		if c.named("gap").named("月报").at(uint64(year*12 + month)).happens(0.03) {
			continue
		}
		period := fmt.Sprintf("%d年1-%d月", year, month)
		for _, s := range monthly {
			text, _ := s.printed(w.amount(c.subject(), &s, year, month))
			unit := s.printedUnit
			if c.named("月报").named(s.indicator).at(uint64(year*12 + month)).named("error").happens(0.003) {
				unit = ""
			}
			rows = append(rows, []string{c.name, c.place.full, names[s.indicator], period, text, unit, "规模以上", association, (monthEnd(year, month) + 25).String()})
		}
	}
	return rows
}

type countryList struct {
	name string
	rows [][]string
}

// countryLists are the lists that a release has too: titles, brands, products.
func (w *world) countryLists() []countryList {
	r := &release{world: w, filings: map[filingKey]*lake.Filing{}}
	rows := r.lists()
	titles := [][]string{{"特色区域和产业集群称号（示例）"}, {"称号", "地区", "行业", "事件", "日期", "授予单位", "有效期", "文号", "新称号"}}
	for _, e := range rows.TitleEvents {
		titles = append(titles, []string{e.Title, e.Place, *e.Trade, e.EventWord, e.EventOn.String(), e.Grantors, fmt.Sprintf("%d年", *e.TermYears), *e.NoticeNo, deref(e.NewTitle)})
	}
	brands := [][]string{{"品牌价值评价（示例）"}, {"品牌名称", "品牌类别", "地区", "产品", "评价机构", "榜单名称", "榜单年份", "名次", "品牌价值(亿元)", "发布日期"}}
	kinds := map[string]string{"regional": "区域品牌", "enterprise": "企业品牌"}
	for _, v := range rows.BrandValuations {
		brands = append(brands, []string{v.Brand, kinds[v.BrandKind], *v.Place, *v.Product, v.Provider, v.ListName, fmt.Sprint(v.ListYear), fmt.Sprint(*v.Rank), v.Printed, v.PublishedOn.String()})
	}
	products := [][]string{{"名单（示例）"}, {"名单名称", "发布机构", "年份", "批次", "名称", "类别", "地区", "申报单位", "发布日期"}}
	for _, e := range rows.ListEntries {
		products = append(products, []string{e.ListName, e.Issuer, fmt.Sprint(*e.ListYear), deref(e.Batch), e.MemberName, deref(e.Category), *e.Place, deref(e.Firm), e.PublishedOn.String()})
	}
	return []countryList{{"称号登记_示例.csv", titles}, {"品牌价值_示例.csv", brands}, {"名单_示例.csv", products}}
}
