package form

import (
	"errors"
	"strings"
	"time"

	"github.com/govalues/decimal"

	"sanpin/etl/clean"
	"sanpin/warehouse/lake"
)

// span is a period as the lake keeps it.
type span struct {
	start, end   lake.Date
	begins       lake.Date // of the period as printed: a stock is kept at its end
	accumulation string
}

// period reads when the spot's figure is of, from the first source of the form
// that holds a period.
func (r *Reader) period(s *spot, ind *Indicator) (span, *problem) {
	for i := range s.form.Period {
		text, ok := s.text(&s.form.Period[i])
		if !ok {
			continue
		}
		p, err := r.parsePeriod(text, !s.form.Period[i].isCell())
		if errors.Is(err, clean.ErrBlank) || err != nil && !s.form.Period[i].isCell() && !errors.Is(err, clean.ErrAmbiguous) {
			continue
		}
		if err != nil {
			return span{}, refuse("bad_period", "按“2023年”或“2023年1-5月”填写", "%v", err)
		}
		if kind := kindOfRemark(text); kind != "" && s.about.kind == "" {
			s.about.kind = kind
		}
		return spanOf(p, ind), nil
	}
	return span{}, refuse("no_period", "在标题或表头中注明年份或月份", "没有时期")
}

type periodKey struct {
	text    string
	isTitle bool
}

type parsedPeriod struct {
	period clean.Period
	err    error
}

// parsePeriod reads a text that is a period, or a title that holds one.
func (r *Reader) parsePeriod(text string, isTitle bool) (clean.Period, error) {
	m, key := r.memo, periodKey{text, isTitle}
	if m.lastPeriod != key || text == "" {
		m.lastPeriod = key
		m.lastParsed = recall(m.periods, key, func() parsedPeriod {
			p, err := clean.ParsePeriod(text, clean.Period{})
			if err != nil && !errors.Is(err, clean.ErrBlank) {
				if plain, perr := clean.ParsePeriod(plainPeriod(text), clean.Period{}); perr == nil {
					p, err = plain, nil
				}
			}
			if err != nil && isTitle {
				p, err = clean.FindPeriod(text)
			}
			return parsedPeriod{p, err}
		})
	}
	return m.lastParsed.period, m.lastParsed.err
}

// spanOf fits a period to what the indicator counts: a stock is counted on the
// last day, a flow over all of it.
func spanOf(p clean.Period, ind *Indicator) span {
	v := span{start: lake.Date(p.Start.Days()), end: lake.Date(p.End.Days()), begins: lake.Date(p.Start.Days()), accumulation: string(p.Accumulation)}
	switch {
	case ind.Accumulation == "point":
		v.start, v.accumulation = v.end, "point"
	case v.accumulation == "point":
		v.accumulation = "flow"
	}
	return v
}

// published reads the day of publication; nil if none is filed.
func (r *Reader) published(s *spot) (*lake.Date, *problem) {
	text, ok := s.first(s.form.Published)
	if !ok {
		return nil, nil
	}
	day, err := r.memo.day(text)
	if err != nil {
		return nil, refuse("bad_date", "按“年-月-日”填写", "发布日期 %q 无法识别", text)
	}
	return day, nil
}

func endOf(year int32) lake.Date {
	d, err := lake.NewDate(int(year), time.December, 31)
	if err != nil {
		return 0
	}
	return d
}

// decimalOf keeps a canonical value, which has six decimals and at most twelve
// digits before the point; nil for one that has more.
func decimalOf(v decimal.Decimal) *lake.Decimal {
	if v.Scale() == 6 {
		d := lake.Decimal(v.Coef())
		if v.IsNeg() {
			d = -d
		}
		return &d
	}
	d, _, err := lake.ParseDecimal(v.String())
	if err != nil {
		return nil // unreachable: package clean refuses it
	}
	return &d
}

// dateOf is a day of the lake as package clean has it; the zero day is none.
func dateOf(d lake.Date) clean.Date {
	if d == 0 {
		return clean.Date{}
	}
	t := d.Time()
	return clean.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

type regionKey struct {
	text string
	at   lake.Date
}

type resolvedRegion struct {
	code    *string
	problem *problem
}

// region resolves a place at a day; the problem says why it cannot.
func (r *Reader) region(text string, at lake.Date) resolvedRegion {
	m, key := r.memo, regionKey{text, at}
	if m.lastRegion != key || text == "" {
		m.lastRegion = key
		m.lastResolved = recall(m.regions, key, func() resolvedRegion {
			m, p := resolveRegion(text, at)
			return resolvedRegion{optional(m.Code), p}
		})
	}
	return m.lastResolved
}

func resolveRegion(text string, at lake.Date) (clean.RegionMatch, *problem) {
	m, err := clean.ResolveRegion(text, dateOf(at), "")
	switch {
	case err == nil:
		return m, nil
	case errors.Is(err, clean.ErrConflict):
		return m, nameProblem("region_conflict", "地区", "核对上级市县名称", err)
	case errors.Is(err, clean.ErrWithin):
		return m, nameProblem("deictic", "地区", "写明地名", err)
	case errors.Is(err, clean.ErrAmbiguous):
		return m, nameProblem("ambiguous", "地区", "写明所属省、市", err)
	}
	return m, nameProblem("unknown_region", "地区", "使用行政区划全称", err)
}

// nameProblem says what is wrong with a name: the known names near it are the
// likely fix.
func nameProblem(reason, what, suggestion string, err error) *problem {
	var e *clean.Error
	if !errors.As(err, &e) {
		return refuse(reason, suggestion, "%v", err)
	}
	if len(e.Near) > 0 {
		suggestion = "是否为 " + strings.Join(e.Near, "、") + "？" + suggestion
	}
	if e.Why != "" {
		return refuse(reason, suggestion, "%s“%s”：%s", what, e.Text, e.Why)
	}
	return refuse(reason, suggestion, "%s名称“%s”未识别", what, e.Text)
}

func isRegion(text string) bool {
	m, err := clean.ResolveRegion(text, clean.Date{}, "")
	return err == nil && m.Place == ""
}

// industry resolves the name of an industry in the edition of GB/T 4754 that
// the labels of its table are of.
func (r *Reader) industry(s *spot, text string) resolvedIndustry {
	if s.edition == nil {
		var labels []string
		for i := range s.whole.Rows {
			labels = append(labels, s.whole.Rows[i].Label)
		}
		edition, err := clean.IndustryEdition(labels)
		if err != nil {
			edition = ""
		}
		s.edition = &edition
	}
	return recall(r.memo.industries, industryKey{text, *s.edition}, func() resolvedIndustry {
		m, p := resolveIndustry(text, *s.edition)
		return resolvedIndustry{optional(m.Code), optional(m.Edition), p}
	})
}

type industryKey struct{ text, edition string }

type resolvedIndustry struct {
	code, edition *string
	problem       *problem
}

func resolveIndustry(text, edition string) (clean.IndustryMatch, *problem) {
	m, err := clean.ResolveIndustry(text, edition)
	switch {
	case err == nil:
		return m, nil
	case errors.Is(err, clean.ErrConflict):
		return m, nameProblem("ambiguous", "行业", "核对行业代码与名称", err)
	}
	return m, nameProblem("unknown_industry", "行业", "使用《国民经济行业分类》名称", err)
}

func isIndustry(text string) bool {
	_, err := clean.ResolveIndustry(text, "")
	return err == nil
}
