package generate

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"sanpin/warehouse/lake"
)

// lists are the tables that are no series: titles and their acts, brand values,
// lists of products and firms, targets. They are small beside observations.
func (r *release) lists() *lake.Rows {
	rows := &lake.Rows{}
	for i := range r.clusters {
		rows.TitleEvents = append(rows.TitleEvents, r.titleEvents(i)...)
	}
	for year := r.start(); year <= LastYear; year++ {
		rows.BrandValuations = append(rows.BrandValuations, r.valuations(year)...)
		rows.ListEntries = append(rows.ListEntries, r.guide(year)...)
		rows.ListEntries = append(rows.ListEntries, r.topFirms(year)...)
	}
	rows.Targets = r.targets()
	return rows
}

// source is where a row of a list stands. It counts the row as loaded.
func (r *release) source(f *lake.Filing, table lake.Table, row int, printed, heading string) lake.Source {
	f.ValuesRead++
	f.ValuesLoaded++
	f.Bytes += int64(len(printed) + 16)
	if folder := string(table); !slices.Contains(f.Partitions, folder) {
		f.Partitions = append(f.Partitions, folder)
	}
	cell := fmt.Sprintf("A%d", row+2)
	return lake.Source{FilingID: f.FilingID, Part: "示例表", Cell: cell, Locator: "示例表!" + cell, Printed: printed, RowHeading: printed, ColumnHeading: heading, Kind: sample}
}

// titleEvents is the life of a cluster's title: a grant, re-evaluations in time
// or late, and for some an end.
func (r *release) titleEvents(i int) (events []lake.TitleEvent) {
	c := &r.clusters[i]
	title := "示例中国" + c.trade.name + "之都"
	year := r.start() + c.named("granted").below(min(r.Years, 8))
	const term = 4
	act := func(event, word string, year int, renamed *string) {
		draw := c.named("title").at(uint64(year)).named(event)
		on := day(year, time.Month(1+draw.below(12)), 1+draw.at(1).below(28))
		notice := fmt.Sprintf("示例〔%d〕%d号", year, 1+draw.at(2).below(400))
		f := r.filing(filingKey{"称号公告", -1, year, 0}, day(year, 12, 31), 10)
		events = append(events, lake.TitleEvent{
			EventID: "e" + hex16(uint64(draw)), Title: title, Place: c.place.full, RegionCode: &c.place.code, Trade: &c.trade.name,
			Event: event, EventWord: word, EventOn: &on, EventPrecision: "day", Grantors: association, TermYears: ptr(int32(term)),
			NoticeNo: &notice, NewTitle: renamed, Publisher: association, PublishedOn: ptr(on + 5),
			Source: r.source(f, lake.TitleEvents, i, title, "称号"),
		})
	}
	act("grant", "授予", year, nil)
	for n := uint64(0); ; n++ {
		fate := c.named("fate").at(n)
		year += term + fate.at(1).below(2) // some are late
		switch {
		case year > LastYear:
			return events
		case fate.happens(0.04):
			act("cancel", "取消", year, nil)
			return events
		case fate.happens(0.10):
			return events // never re-evaluated: it runs out
		case fate.happens(0.13):
			next := "示例中国" + c.trade.name + "名城"
			act("rename", "更名", year, &next)
			title = next
		default:
			act("reevaluate", "复评", year, nil)
		}
	}
}

func ptr[T any](v T) *T { return &v }

// brand is one on a list of a year.
type brand struct {
	name, kind string
	place      place
	product    string
	value      float64 // 万元
	id         chance
}

// providers value brands each by a rule of their own: their values are not to be
// compared.
var providers = []struct {
	name string
	rule float64
}{{"示例品牌评价机构甲", 1}, {"示例品牌评价机构乙", 2.3}}

// valuations are the providers' lists of a year: a regional brand for each
// cluster, and the largest firms.
func (r *release) valuations(year int) (all []lake.BrandValuation) {
	for p, provider := range providers {
		brands := r.brands(year, uint64(p), provider.rule)
		slices.SortFunc(brands, func(a, b brand) int { return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(a.id, b.id)) })
		f := r.filing(filingKey{"品牌价值" + provider.name, -1, year, 0}, day(year, 12, 31), -200)
		for i, b := range brands {
			text, value := valuePrinted.printed(b.value / valuePrinted.factor)
			all = append(all, lake.BrandValuation{
				ValuationID: "v" + hex16(uint64(b.id.at(uint64(year)).at(uint64(p)))), Brand: b.name, BrandKind: b.kind, RegionCode: &b.place.code,
				Place: &b.place.full, Product: &b.product, Provider: provider.name, ListName: "示例品牌价值榜", ListYear: int32(year),
				Rank: ptr(int32(i + 1)), Value: &value, Unit: "万元", PrintedUnit: "亿元", Strength: ptr(lake.Decimal(600_000_000 + int64(b.id.at(3).below(400))*1_000_000)),
				Status: "reported", Publisher: provider.name, PublishedOn: f.PublishedOn, Source: r.source(f, lake.BrandValuations, i, text, "品牌价值(亿元)"),
			})
		}
	}
	return all
}

var valuePrinted = series{printedUnit: "亿元", factor: 10000, decimals: 2}

func (r *release) brands(year int, provider uint64, rule float64) (brands []brand) {
	worth := func(id chance, revenue float64) float64 {
		return rule * revenue * 0.3 * math.Exp(0.2*id.named("worth").at(provider).normal()+0.05*id.named("worth").at(uint64(year)).normal())
	}
	for i := range r.clusters {
		c := &r.clusters[i]
		if id := c.named("brand"); !id.named("listed").at(uint64(year)).happens(0.1) {
			brands = append(brands, brand{"示例" + c.place.short + c.trade.name, "regional", c.place, c.trade.name, worth(id, r.revenue(c.subject(), year)), id})
		}
	}
	for i := range r.firms {
		f := &r.firms[i]
		if f.base < 60_000 || year < f.born || year >= f.gone {
			continue
		}
		c := &r.clusters[f.cluster]
		id := f.named("brand")
		brands = append(brands, brand{strings.Replace(r.firmName(f), "企业", "品牌", 1), "enterprise", c.place, c.trade.name, worth(id, r.revenue(r.firmSubject(f), year)), id})
	}
	return brands
}

// guide is the year's batch of 升级和创新消费品.
func (r *release) guide(year int) (entries []lake.ListEntry) {
	f := r.filing(filingKey{"升级和创新消费品指南", -1, year, 0}, day(year, 12, 31), -30)
	batch := fmt.Sprintf("示例第%d批", year-r.start()+1)
	for i := range min(200, len(r.firms)) {
		draw := r.seed.named("guide").at(uint64(year)).at(uint64(i))
		firm := r.firmName(&r.firms[draw.below(len(r.firms))])
		c := &r.clusters[r.firms[draw.below(len(r.firms))].cluster]
		category := "升级消费品"
		if draw.at(1).happens(0.4) {
			category = "创新消费品"
		}
		name := fmt.Sprintf("示例%s产品%d", c.trade.name, i+1)
		entries = append(entries, r.entry(f, lake.ListEntry{ListName: "升级和创新消费品指南", ListYear: ptr(int32(year)), Batch: &batch, MemberName: name,
			MemberKind: "product", Category: &category, Firm: &firm, RegionCode: &c.place.code, Place: &c.place.full}, draw, i))
	}
	return entries
}

// topFirms is the year's list of the 100 firms that spend most on R&D.
func (r *release) topFirms(year int) (entries []lake.ListEntry) {
	type spender struct {
		firm *firm
		rd   float64
	}
	var all []spender
	for i := range r.firms {
		if f := &r.firms[i]; f.monthly && year >= f.born && year < f.gone {
			all = append(all, spender{f, r.amount(r.firmSubject(f), &rdOfYear, year, 12)})
		}
	}
	slices.SortFunc(all, func(a, b spender) int {
		return cmp.Or(cmp.Compare(b.rd, a.rd), cmp.Compare(a.firm.chance, b.firm.chance))
	})
	f := r.filing(filingKey{"轻工业科技百强企业", -1, year, 0}, day(year, 12, 31), 150)
	for i, s := range all[:min(100, len(all))] {
		c := &r.clusters[s.firm.cluster]
		entries = append(entries, r.entry(f, lake.ListEntry{ListName: "轻工业科技百强企业", ListYear: ptr(int32(year)), MemberName: r.firmName(s.firm),
			MemberKind: "enterprise", Rank: ptr(int32(i + 1)), RegionCode: &c.place.code, Place: &c.place.full}, s.firm.named("top").at(uint64(year)), i))
	}
	return entries
}

func (r *release) entry(f *lake.Filing, e lake.ListEntry, id chance, row int) lake.ListEntry {
	e.EntryID, e.Issuer, e.PublishedOn = "l"+hex16(uint64(id)), association, f.PublishedOn
	e.Source = r.source(f, lake.ListEntries, row, e.MemberName, "名称")
	return e
}

// targets are those of one plan: what the largest clusters are to reach.
func (r *release) targets() (targets []lake.Target) {
	year := max(r.start(), LastYear-4)
	f := r.filing(filingKey{"规划", -1, year, 0}, day(year, 12, 31), -180)
	for i := range min(20, len(r.clusters)) {
		c := &r.clusters[i]
		value := lake.Decimal(math.Round(r.revenue(c.subject(), year)*1.3/10000) * 10000 * 1e6)
		targets = append(targets, lake.Target{
			TargetID: "t" + hex16(uint64(c.named("target"))), Document: "示例轻工业发展规划", DocStatus: "final", SubjectName: c.name,
			Indicator: ptr("operating_revenue"), IndicatorText: "营业收入", Scope: "all", Comparator: ">=", Value: &value, Unit: "万元",
			TargetType: "level", DueYear: ptr(int32(min(year+3, LastYear))), PublishedOn: f.PublishedOn,
			Source: r.source(f, lake.Targets, i, value.String(), "目标值"),
		})
	}
	return targets
}
