package clean

import "strings"

// A relative is a word that means a period only in the context of another one.
type relative struct {
	word string
	read func(Period) (Period, error)
}

// relatives begin with the longer words.
var relatives = []relative{
	{"上年同期累计", sameBeforeToDate}, {"去年同期累计", sameBeforeToDate},
	{"上年同期", sameBefore}, {"去年同期", sameBefore}, {"同期", sameBefore},
	{"本年累计", toDate}, {"本期累计", toDate}, {"年累计", toDate}, {"累计", toDate},
	{"本报告期", same}, {"报告期", same}, {"本期", same}, {"当期", same},
	{"本月", month}, {"当月", month}, {"上月", monthBefore},
	{"上年末", atYearStart}, {"上年底", atYearStart}, {"去年末", atYearStart}, {"去年底", atYearStart}, {"年初", atYearStart},
	{"本年末", atYearEnd}, {"本年底", atYearEnd}, {"年末", atYearEnd}, {"年底", atYearEnd},
	{"期末", func(c Period) (Period, error) { return c.atEnd(), nil }},
	{"期初", func(c Period) (Period, error) { return c.beforeStart(), nil }},
	{"本年度", thisYear}, {"本年", thisYear}, {"今年", thisYear}, {"当年", thisYear},
	{"上年度", yearBefore}, {"上一年", yearBefore}, {"上年", yearBefore}, {"去年", yearBefore},
	{"前年", func(c Period) (Period, error) {
		p, err := yearBefore(c)
		return p.yearBefore(), err
	}},
}

func same(c Period) (Period, error)       { return c, nil }
func sameBefore(c Period) (Period, error) { return c.yearBefore(), nil }
func toDate(c Period) (Period, error)     { return c.toDate(), nil }

func sameBeforeToDate(c Period) (Period, error) { return c.toDate().yearBefore(), nil }

// month is the last month of a context that is told by months; of a year
// nobody knows which month is meant.
func month(c Period) (Period, error) {
	if c.Years() > 0 && c.Accumulation != YTD {
		return Period{}, ErrAmbiguous
	}
	return monthsOf(c.End.Year, c.End.Month, c.End.Month), nil
}

func monthBefore(c Period) (Period, error) {
	p, err := month(c)
	d := p.Start.yesterday()
	return monthsOf(d.Year, d.Month, d.Month), err
}

func atYearStart(c Period) (Period, error) { return yearOf(c.End.Year).beforeStart(), nil }

// atYearEnd needs a context that reaches the end of its year.
func atYearEnd(c Period) (Period, error) {
	if c.End.Month != 12 || c.End.Day != 31 {
		return Period{}, ErrAmbiguous
	}
	return c.atEnd(), nil
}

// thisYear is the year of the context, as far as the context goes.
func thisYear(c Period) (Period, error) {
	switch {
	case c.Years() == 1:
		return yearOf(c.End.Year), nil
	case c.Accumulation == YTD:
		return c, nil
	}
	return Period{}, ErrAmbiguous
}

func yearBefore(c Period) (Period, error) {
	if c.Years() != 1 || c.Accumulation == YTD {
		return Period{}, ErrAmbiguous
	}
	return yearOf(c.End.Year - 1), nil
}

// matchRelative reads a period that lacks its year.
func matchRelative(s string, context Period) (match, error) {
	if m, ok := matchYearWord(s, context.End.Year); ok {
		switch {
		case context.IsZero():
			return m, ErrContext
		case context.Start.Year != context.End.Year:
			return m, ErrAmbiguous
		}
		return m, nil
	}
	for _, r := range relatives {
		tail, ok := strings.CutPrefix(s, r.word)
		if !ok {
			continue
		}
		m := match{rest: tail, size: len(r.word), word: r.word}
		if context.IsZero() {
			return m, ErrContext
		}
		var err error
		m.Period, err = r.read(context)
		return m, err
	}
	return match{}, nil
}

// matchYearWord reads a part of a year that is told by a word, or not told at
// all: 去年1-5月, 今年上半年, 1-9月, 一季度.
func matchYearWord(s string, year int) (m match, ok bool) {
	for _, y := range [...]struct {
		word string
		back int
	}{{"本年度", 0}, {"本年", 0}, {"今年", 0}, {"当年", 0}, {"上年度", 1}, {"上年", 1}, {"去年", 1}, {"前年", 2}, {"", 0}} {
		tail, ok := strings.CutPrefix(s, y.word)
		if !ok || y.word == "" && isBareEnd(tail) {
			continue
		}
		if m = matchPart(year-y.back, tail); m.size > 0 {
			m.size = len(s) - len(m.rest)
			return m, true
		}
	}
	return m, false
}

// isBareEnd tells 末 and 年末, which without a year are words of their own, and
// Latin letters, which may be anything: H2.
func isBareEnd(s string) bool {
	for _, word := range [...]string{"末", "底", "初", "年末", "年底", "年终", "年初", "Q", "q", "H", "h"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}
