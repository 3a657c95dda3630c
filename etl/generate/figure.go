package generate

import (
	"math"
	"strconv"
	"strings"

	"sanpin/warehouse/lake"
)

// series is one indicator of one kind of subject.
type series struct {
	indicator    string
	share        float64 // of revenue in 万元
	spread       float64 // of that share, as a logarithm
	accumulation string  // flow, point, ytd
	printedUnit  string  // as filings print it
	factor       float64 // printed unit in canonical units
	decimals     int     // printed
	firms        bool    // firms file it too
}

// annual are the figures of a year: of clusters and, some, of firms.
var annual = []series{
	{"ecommerce_sales", 0.12, 0.5, "flow", "亿元", 10000, 2, false},
	{"employee_count", 1.0 / 70, 0.3, "point", "人", 1, 0, true},
	{"export_delivery_value", 0.9, 0.2, "flow", "万元", 1, 2, true}, // times the cluster's own share
	{"firm_count", 1.0 / 6000, 0.05, "point", "家", 1, 0, false},
	{"gross_output", 1.03, 0.05, "flow", "万元", 1, 2, true},
	{"new_product_output", 0.16, 0.5, "flow", "万元", 1, 2, true},
	{"operating_revenue", 1, 0, "flow", "万元", 1, 2, true},
	{"patent_application_count", 1.0 / 9000, 0.6, "flow", "件", 1, 0, true},
	{"profit_total", 0.062, 0.5, "flow", "万元", 1, 2, true},
	{"rd_expenditure", 1, 0.2, "flow", "万元", 1, 2, true}, // times the cluster's own share
	{"rd_intensity_operating_revenue", 0, 0, "flow", "%", 1, 2, false},
	{"rd_personnel_count", 1.0 / 900, 0.4, "flow", "人", 1, 0, true},
	{"sales_output", 1.01, 0.06, "flow", "万元", 1, 2, true},
	{"standard_led_count", 1.0 / 90000, 0.5, "point", "项", 1, 0, true},
	{"tax_and_profit", 0.11, 0.4, "flow", "万元", 1, 2, true},
	{"valid_invention_patent_count", 1.0 / 16000, 0.6, "point", "件", 1, 0, true},
}

// monthly are figures of the year to date, of clusters and of larger firms.
var monthly = []series{
	{"export_delivery_value", 0.9, 0.2, "ytd", "亿元", 10000, 4, false},
	{"gross_output", 1.03, 0.05, "ytd", "亿元", 10000, 4, true},
	{"operating_revenue", 1, 0, "ytd", "亿元", 10000, 4, true},
	{"operating_revenue_yoy", 0, 0, "ytd", "%", 1, 1, false},
	{"profit_total", 0.062, 0.5, "ytd", "亿元", 10000, 4, true},
}

// regional are figures of provinces.
var regional = []series{
	{"gdp", 1, 0, "flow", "亿元", 10000, 2, false},
	{"rd_expenditure", 0.021, 0.4, "flow", "亿元", 10000, 2, false},
	{"rd_intensity_gdp", 0, 0, "flow", "%", 1, 2, false},
}

// season is the share of a year's revenue that falls into each month.
var season = [12]float64{0.062, 0.055, 0.084, 0.081, 0.083, 0.088, 0.080, 0.082, 0.091, 0.090, 0.098, 0.106}

// subject is what a figure is about, as far as its size goes.
type subject struct {
	chance
	base, growth float64
	export, rd   float64
}

func (c *cluster) subject() subject {
	return subject{c.chance.named("figures"), c.base, c.growth, c.export, c.rd}
}

func (w *world) firmSubject(f *firm) subject {
	c := &w.clusters[f.cluster]
	own := f.chance.named("figures")
	return subject{own, f.base, c.growth + 0.05*own.named("growth").normal(), c.export, c.rd * math.Exp(0.4*own.named("rd").normal())}
}

// revenue of a year, in 万元: growth, the country's cycle, and luck.
func (w *world) revenue(s subject, year int) float64 {
	t := float64(year - w.start())
	cycle := 0.04 * w.seed.named("cycle").at(uint64(year)).normal()
	return s.base * math.Exp(s.growth*t+cycle+0.08*s.at(uint64(year)).normal())
}

// part of a year's figure that has come in by the end of a month.
func (w *world) part(s subject, year, month int) float64 {
	sum, upTo := 0.0, 0.0
	for m, share := range season {
		share *= math.Exp(0.1 * s.named("season").at(uint64(year*12+m)).normal())
		sum += share
		if m < month {
			upTo += share
		}
	}
	return upTo / sum
}

// amount is a figure in the printed unit, before it is rounded.
func (w *world) amount(s subject, of *series, year, month int) float64 {
	if of.indicator == "operating_revenue_yoy" { // at a comparable basis, so not that of the levels
		now, before := w.revenue(s, year)*w.part(s, year, month), w.revenue(s, year-1)*w.part(s, year-1, month)
		return 100*(now/before-1) + 1.5*s.named("basis").at(uint64(year*12+month)).normal()
	}
	revenue := w.revenue(s, year)
	share, luck := of.share, s.named(of.indicator)
	switch of.indicator {
	case "rd_intensity_operating_revenue":
		return 100 * w.amount(s, &rdOfYear, year, month) / revenue
	case "rd_intensity_gdp":
		return 100 * w.amount(s, &rdOfRegion, year, month) * rdOfRegion.factor / revenue
	case "export_delivery_value":
		share *= s.export
	case "rd_expenditure":
		if of.share == 1 {
			share = s.rd
		}
	case "profit_total":
		share -= 0.5 * share * math.Abs(luck.at(uint64(year)).at(7).normal()) // some lose money
	}
	value := revenue * share * math.Exp(of.spread*luck.normal()) / of.factor
	if of.accumulation == "ytd" {
		value *= w.part(s, year, month)
	}
	return value
}

var rdOfYear, rdOfRegion = find(annual, "rd_expenditure"), find(regional, "rd_expenditure")

func find(list []series, indicator string) series {
	for _, s := range list {
		if s.indicator == indicator {
			return s
		}
	}
	panic("unreachable: the tables above have it")
}

// printed is a figure as a filing prints it, and its value in canonical units.
func (of *series) printed(amount float64) (text string, value lake.Decimal) {
	text = strconv.FormatFloat(amount, 'f', of.decimals, 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	digits := strings.Replace(text, ".", "", 1)
	n, _ := strconv.ParseInt(digits, 10, 64) // made of digits; far below 2^63
	scale := int64(1_000_000 * of.factor)
	for range of.decimals {
		scale /= 10
	}
	return text, lake.Decimal(n * scale)
}
