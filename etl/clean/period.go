package clean

import (
	"strings"
)

// Accumulation is how a value relates to its period.
type Accumulation string

// The accumulations. A sum over several years is a flow, too.
const (
	Point   Accumulation = "point"   // at the end of the period: a stock
	Flow    Accumulation = "flow"    // over the period
	YTD     Accumulation = "ytd"     // from January on, in a series of growing sums
	Average Accumulation = "average" // a year's average over the period: 年均
)

// Period is the time that a value is about, both ends included. Of a point the
// ends are equal. The zero Period is none.
type Period struct {
	Start, End   Date
	Accumulation Accumulation
}

// IsZero tells the Period that is none.
func (p Period) IsZero() bool { return p == Period{} }

// Years gives how many whole calendar years the period is, 0 if it is not whole years.
func (p Period) Years() int {
	if p.Accumulation == Point || p.Start.Month != 1 || p.Start.Day != 1 || p.End.Month != 12 || p.End.Day != 31 {
		return 0
	}
	return p.End.Year - p.Start.Year + 1
}

// String gives 2017-01-01/2017-05-31 ytd, and 2016-12-31 point.
func (p Period) String() string {
	if p.Start == p.End {
		return p.End.String() + " " + string(p.Accumulation)
	}
	return p.Start.String() + "/" + p.End.String() + " " + string(p.Accumulation)
}

// ParsePeriod reads a text that is a period and nothing else. It reads
//
//	years      2020, 2020年, 2020年度, 二〇二〇年, 2020.0 as a spreadsheet has it
//	months     2020年5月, 2020-05, 2020/5, 202005
//	to date    2020年1-5月, 2023年1至11月, 2020年前三季度, 2020年上半年, 2020H1: ytd
//	quarters   2020Q1, 2020年一季度, 2020年第3季度; 2020年下半年
//	points     2020年底, 2020年12月末, 截至2021年6月底, 2020年12月31日, 2020年初 (the last day of 2019)
//	spans      2011-2015年, “十二五”期间, 2017-01/2017-05, 2020年12月至2021年2月; average with 年均
//
// and in the context of a period, that of the filing or of its table,
//
//	1-9月, 12月, 1至12月累计, 一季度, 上半年    in the year of the context
//	本期, 本年, 上年同期, 去年, 本月, 期末, 年初, 去年1-5月 …
//
// Without a context those are [ErrContext]. 去年 in the context of a part of a
// year is [ErrAmbiguous]: it may be the whole year or the same part of it.
// Damaged texts (201512月, 20162020年) and years outside 1900-2100 are refused.
// For examples, see TestParsePeriod.
func ParsePeriod(text string, context Period) (Period, error) {
	s := Squeeze(text)
	if s == "" {
		return Period{}, fail(ErrBlank, "period", text, "")
	}
	if len(s) > maxHeading {
		return Period{}, fail(ErrSyntax, "period", strings.ToValidUTF8(s[:maxNumberText/4], "")+"…", "a text")
	}
	m, err := matchPeriod(unwrap(s), context)
	if err == nil && (m.size == 0 || m.rest != "") {
		err = ErrSyntax
	}
	if err != nil {
		return Period{}, fail(err, "period", text, "")
	}
	return m.Period, nil
}

func yearOf(y int) Period { return monthsOf(y, 1, 12).as(Flow) }

// monthsOf gives the months from a to b: to date, if they begin with January.
func monthsOf(y, a, b int) Period {
	p := Period{Start: Date{y, a, 1}, End: monthEnd(y, b), Accumulation: Flow}
	if a == 1 && b > 1 {
		p.Accumulation = YTD
	}
	return p
}

func (p Period) as(a Accumulation) Period {
	p.Accumulation = a
	return p
}

// atEnd is the point at the end of p, beforeStart the one before it begins.
func (p Period) atEnd() Period       { return Period{p.End, p.End, Point} }
func (p Period) beforeStart() Period { d := p.Start.yesterday(); return Period{d, d, Point} }

// toDate is p from the first of January on.
func (p Period) toDate() Period {
	return Period{Date{p.End.Year, 1, 1}, p.End, YTD}
}

// yearBefore moves p by one year. The last day of February stays the last day.
func (p Period) yearBefore() Period {
	p.Start.Year--
	atMonthEnd := p.End == monthEnd(p.End.Year, p.End.Month)
	p.End.Year--
	if last := monthEnd(p.End.Year, p.End.Month); atMonthEnd || last.Before(p.End) {
		p.End = last
	}
	if p.Accumulation == Point {
		p.Start = p.End
	}
	return p
}
