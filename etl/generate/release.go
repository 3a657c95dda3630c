package generate

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sanpin/warehouse/lake"
)

// Fill writes a made-up release into an empty draft, table by table, each in
// the order of its files. Of observations it holds those of one indicator and
// one day at a time.
func Fill(ctx context.Context, draft *lake.Draft, c Config) error {
	w, err := newWorld(c)
	if err != nil {
		return err
	}
	r := &release{world: w, filings: map[filingKey]*lake.Filing{}}
	if err := lake.Fill(ctx, draft, r.observations); err != nil {
		return err
	}
	rows := r.lists()
	rows.Rejects = r.rejects
	for _, f := range r.filings {
		rows.Filings = append(rows.Filings, *f)
	}
	return draft.Complete(ctx, rows)
}

// release is a release on its way: what the filings come to, and what they lose.
type release struct {
	*world
	filings map[filingKey]*lake.Filing
	rejects []lake.Reject
	batch   []lake.Observation // of one indicator and one day
}

// filingKey tells filings apart: what is filed, by which cluster, of when.
type filingKey struct {
	what    string
	cluster int // -1: of the country
	year    int
	month   int
}

// filing returns the filing of a key, made when it is first asked for.
func (r *release) filing(key filingKey, end lake.Date, late int) *lake.Filing {
	if f := r.filings[key]; f != nil {
		return f
	}
	id := r.seed.named("filing").named(key.what).at(uint64(key.cluster + 1)).at(uint64(key.year*13 + key.month))
	filer, publisher, title := bureau, bureau, fmt.Sprintf("示例：%d年%s", key.year, key.what)
	if key.cluster >= 0 {
		c := &r.clusters[key.cluster]
		filer, publisher, title = c.filer(), association, fmt.Sprintf("示例：%d年%s%s", key.year, c.name, key.what)
	}
	name := fmt.Sprintf("%s/%d年%s_示例.xlsx", filer, key.year, key.what)
	if key.month > 0 {
		name = fmt.Sprintf("%s/%d年%d月%s_示例.csv", filer, key.year, key.month, key.what)
	}
	published, form := end+lake.Date(late), "generated"
	f := &lake.Filing{
		FilingID: hex16(uint64(id)), SHA256: hex16(uint64(id)) + hex16(uint64(id.at(1))) + hex16(uint64(id.at(2))) + hex16(uint64(id.at(3))),
		FileName: name, Filer: filer, ReceivedAt: int64(published+1) * 86_400_000_000, Format: name[strings.LastIndexByte(name, '.')+1:], Form: &form,
		Title: &title, Publisher: &publisher, PublishedOn: &published, Kind: sample, Status: "loaded",
	}
	r.filings[key] = f
	return f
}

func hex16(n uint64) string {
	text := strconv.FormatUint(n, 16)
	return "0000000000000000"[len(text):] + text
}

// observations yields all of them: by day, then indicator, region and id.
func (r *release) observations(yield func(*lake.Observation, error) bool) {
	for year := r.start(); year <= LastYear; year++ {
		for month := 1; month <= 12; month++ {
			for _, indicator := range r.due(month) {
				r.batch = r.batch[:0]
				r.gather(indicator, year, month)
				slices.SortFunc(r.batch, func(a, b lake.Observation) int {
					return cmp.Or(strings.Compare(deref(a.RegionCode), deref(b.RegionCode)), strings.Compare(a.ObservationID, b.ObservationID))
				})
				for i := range r.batch {
					if !yield(&r.batch[i], nil) {
						return
					}
				}
			}
		}
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// due are the indicators that are filed of a month: of the year to date from
// February on (January is never filed), of the year in December.
func (r *release) due(month int) (indicators []string) {
	lists := [][]series{monthly, annual, regional}
	switch {
	case month == 1:
		return nil
	case month < 12:
		lists = lists[:1]
	}
	for _, s := range slices.Concat(lists...) {
		indicators = append(indicators, s.indicator)
	}
	slices.Sort(indicators)
	return slices.Compact(indicators)
}

// gather makes the batch of one indicator and one month's end.
func (r *release) gather(indicator string, year, month int) {
	for _, s := range monthly {
		if s.indicator == indicator {
			r.gatherClusters(&s, year, month, "月报", "above_scale")
			r.gatherFirms(&s, year, month, "重点企业月报")
		}
	}
	if month < 12 {
		return
	}
	for _, s := range annual {
		if s.indicator == indicator {
			r.gatherClusters(&s, year, month, "集群年报", "all")
			r.gatherFirms(&s, year, month, "企业年报")
		}
	}
	for _, s := range regional {
		if s.indicator == indicator {
			r.gatherRegions(&s, year)
		}
	}
}

func (r *release) gatherClusters(s *series, year, month int, what, scope string) {
	for i := range r.clusters {
		c := &r.clusters[i]
		if c.named("gap").named(what).at(uint64(year*12 + month)).happens(0.03) {
			continue // nothing was filed
		}
		key := filingKey{what, i, year, ofMonth(s, month)}
		about := lake.Observation{SubjectKind: "cluster", SubjectName: c.name, RegionCode: &c.place.code, Scope: scope}
		r.add(about, c.subject(), s, key, i+1)
		if c.named("second").named(s.indicator).at(uint64(year*12 + month)).happens(0.02) {
			about.Publisher = bureau // who states nearly the same
			r.add(about, c.subject(), s, filingKey{"统计公报", -1, year, key.month}, i+1)
		}
	}
}

func ofMonth(s *series, month int) int {
	if s.accumulation == "ytd" {
		return month
	}
	return 0
}

func (r *release) gatherFirms(s *series, year, month int, what string) {
	if !s.firms {
		return
	}
	for i := range r.firms {
		f := &r.firms[i]
		if year < f.born || year >= f.gone || what == "重点企业月报" && !f.monthly ||
			f.named("gap").named(what).at(uint64(year*12+month)).happens(0.03) {
			continue
		}
		c := &r.clusters[f.cluster]
		about := lake.Observation{SubjectKind: "enterprise", SubjectName: r.firmName(f), RegionCode: &c.place.code,
			IndustryCode: &c.trade.industry, Classification: edition(year), Scope: "all"}
		r.add(about, r.firmSubject(f), s, filingKey{what, f.cluster, year, ofMonth(s, month)}, f.number)
	}
}

// edition of GB/T 4754 that the figures of a year are filed by.
func edition(year int) *string {
	e := "2017"
	if year < 2018 {
		e = "2011"
	}
	return &e
}

func (r *release) gatherRegions(s *series, year int) {
	for i := range r.provinces {
		p := &r.provinces[i]
		own := r.seed.named("province").named(p.code)
		about := lake.Observation{SubjectKind: "region", SubjectName: p.full, SubjectCode: &p.code, RegionCode: &p.code, Scope: "all"}
		size := subject{own, 2e8 * own.lognormal(0.9), 0.07, 0, 0}
		r.add(about, size, s, filingKey{"统计年鉴", -1, year, 0}, i+1)
	}
}

// add puts one figure into the batch, and what belongs to it: now and then a
// restated one beside it, or, instead of it, a rejected one.
func (r *release) add(o lake.Observation, size subject, s *series, key filingKey, row int) {
	month := 12
	if key.month > 0 {
		month = key.month
	}
	end := monthEnd(key.year, month)
	f := r.filing(key, end, 25)
	draw := size.named(key.what).named(s.indicator).named(s.accumulation).at(uint64(key.year*12 + month))
	f.ValuesRead++
	if draw.named("error").happens(0.003) {
		r.reject(f, s, draw, o.SubjectName, row)
		return
	}
	o.Kind, o.PeriodEnd = sample, end
	amount := r.amount(size, s, key.year, month)
	if o.Publisher == bureau {
		amount *= 1 + 0.01*draw.named("second").normal()
	}
	r.put(o, f, s, draw, amount, row)
	if draw.named("restated").happens(0.02) && s.decimals > 0 {
		again := r.filing(filingKey{key.what + "更正", key.cluster, key.year, key.month}, end, 300)
		again.ValuesRead++
		r.put(o, again, s, draw.named("again"), amount*(1+0.03*draw.named("by").normal()), row)
	}
}

// put finishes a row: period, value as printed, source.
func (r *release) put(o lake.Observation, f *lake.Filing, s *series, id chance, amount float64, row int) {
	text, value := s.printed(amount)
	o.ObservationID = "o" + hex16(uint64(id))
	o.Indicator, o.Accumulation, o.Unit, o.PrintedUnit, o.Decimals = s.indicator, s.accumulation, r.units[s.indicator], s.printedUnit, int32(s.decimals)
	o.Status, o.Value = "reported", &value
	if value == 0 && s.share > 0 && s.decimals > 0 {
		text, o.Status, o.Value = "-", "nil", nil
	}
	o.PeriodStart = o.PeriodEnd
	if s.accumulation != "point" {
		o.PeriodStart = day(o.PeriodEnd.Time().Year(), 1, 1)
	}
	if o.Publisher == "" {
		o.Publisher = *f.Publisher
	}
	o.PublishedOn = f.PublishedOn
	r.locate(&o.Source, f, s, o.SubjectName, text, row)
	f.ValuesLoaded++
	f.Bytes += int64(len(text) + 8)
	if len(f.Partitions) == 0 {
		f.Partitions = []string{lake.PartitionOf(&o)}
	}
	r.batch = append(r.batch, o)
}

// locate says where a figure stands in its filing: subjects are rows, indicators
// columns.
func (r *release) locate(to *lake.Source, f *lake.Filing, s *series, subject, text string, row int) {
	column := slices.IndexFunc(annual, func(a series) bool { return a.indicator == s.indicator })
	to.FilingID, to.Part, to.Kind = f.FilingID, "示例表", sample
	to.Cell = string(rune('B'+max(column, 0))) + strconv.Itoa(row+2)
	to.Locator = to.Part + "!" + to.Cell
	to.Printed, to.RowHeading, to.ColumnHeading = text, subject, s.indicator
}

// faults are reasons for which values are not loaded, with what stood there.
var faults = []struct{ reason, raw, suggestion string }{
	{"no_unit", "1234.5", "在表头或单元格中注明单位"},
	{"bad_number", "约三百多", "填写数字"},
	{"out_of_range", "99999999999", "核对单位与数量级"},
	{"region_conflict", "桐城市崇福镇", "核对所在地"},
}

func (r *release) reject(f *lake.Filing, s *series, draw chance, subject string, row int) {
	fault := faults[draw.named("fault").below(len(faults))]
	f.ValuesRejected++
	var source lake.Source
	r.locate(&source, f, s, subject, fault.raw, row)
	r.rejects = append(r.rejects, lake.Reject{
		RejectID: "r" + hex16(uint64(draw.named("reject"))), FilingID: f.FilingID, Part: source.Part, Cell: source.Cell, Raw: fault.raw,
		Reason: fault.reason, Detail: "示例", Suggestion: fault.suggestion, RowHeading: subject, ColumnHeading: s.indicator, Values: 1, Kind: sample,
	})
}
