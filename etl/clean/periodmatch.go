package clean

import (
	"strings"
	"unicode/utf8"
)

// A match is a period at the start of a squeezed text.
type match struct {
	Period
	size  int    // bytes read, 0 for no match
	rest  string // what follows
	bare  bool   // digits only: 2020, 2020-05, 2011-2015
	isDay bool   // a day of the calendar, not a period of statistics
	word  string // 本期, 上年同期: a word that needs a context
}

// matchPeriod reads the longest period at the start of s. No match is size 0;
// an error says that there is one, but it cannot be told which.
func matchPeriod(s string, context Period) (match, error) {
	rest, asOf := s, false
	for _, lead := range [...]string{"截至到", "截止到", "截至", "截止"} {
		if rest, asOf = strings.CutPrefix(s, lead); asOf {
			break
		}
	}
	m, err := matchAbsolute(rest)
	if m.size == 0 && err == nil {
		m, err = matchRelative(rest, context)
	}
	if err != nil || m.size == 0 {
		return m, err
	}
	if asOf && m.Accumulation != Point {
		m.Period = m.atEnd()
	}
	m.isDay = m.isDay && !asOf
	m.size = len(s) - len(m.rest)
	return m, nil
}

// matchAbsolute reads a period that has its year, or is a five-year plan.
func matchAbsolute(s string) (match, error) {
	if m := matchPlan(s); m.size > 0 {
		return m, nil
	}
	first, err := matchMoment(s)
	if err != nil || first.size == 0 || first.Accumulation == Point && !first.isDay {
		return first, err
	}
	joint, tail, ok := cutJoint(first.rest)
	if !ok {
		return first, nil
	}
	last, err := matchMoment(tail)
	if last.size == 0 && first.isDay && joint != "/" {
		last = matchMonths(first.Start.Year, tail) // 2019年1月1日至12月31日
	}
	if err != nil || last.size == 0 || last.isDay != first.isDay || last.Accumulation == Point && !last.isDay ||
		!first.Start.Before(last.Start) || !first.End.Before(last.End) {
		return first, nil
	}
	m := match{Period: Period{first.Start, last.End, Flow}, rest: last.rest, bare: first.bare && last.bare}
	if m.Start.Month == 1 && m.Start.Day == 1 && m.Start.Year == m.End.Year && !first.isDay {
		m.Accumulation = YTD
	}
	for _, word := range [...]string{"期间", "年均", "平均", "均"} {
		if rest, ok := strings.CutPrefix(m.rest, word); ok {
			m.rest, m.bare = rest, false
			if word != "期间" {
				m.Accumulation = Average
			}
			break
		}
	}
	m.size = len(s) - len(m.rest)
	return m, nil
}

// cutJoint takes the word between two ends of a span off the start.
func cutJoint(s string) (joint, rest string, ok bool) {
	for _, joint := range [...]string{"-", "~", "至", "到", "/"} {
		if rest, ok := strings.CutPrefix(s, joint); ok {
			return joint, rest, true
		}
	}
	return "", s, false
}

// matchMoment reads a year and what says which part of it.
func matchMoment(s string) (match, error) {
	d, by, rest, ok := readDate(s)
	if !ok {
		return matchDigits(s)
	}
	m := match{bare: !strings.Contains(s[:len(s)-len(rest)], "年"), rest: rest}
	switch by {
	case ByDay:
		m.Period, m.isDay = Period{d, d, Point}, true
		m.rest = strings.TrimPrefix(rest, "止")
	case ByMonth:
		m.Period = monthsOf(d.Year, d.Month, d.Month)
		if !m.bare {
			m = matchMonths(d.Year, s[strings.Index(s, "年")+len("年"):]) // 5月末, 1月-5月
			if m.size == 0 {                                            // 2月30日
				return m, ErrSyntax
			}
		}
	case ByYear:
		m = matchYear(d.Year, s, rest)
	}
	m.size = len(s) - len(m.rest)
	return m, nil
}

// matchYear reads what follows a year: 年度, 年1-5月, 年底, Q1, .0, nothing.
func matchYear(y int, s, rest string) match {
	year := s[:len(s)-len(rest)]
	m := match{Period: yearOf(y), rest: rest, bare: true}
	switch {
	case strings.HasSuffix(year, "年"):
		if part := matchPart(y, rest); part.size > 0 {
			part.bare = false
			return part
		}
		m.bare = false
	case strings.HasSuffix(year, "度"):
		m.bare = false
	default:
		if part := matchLetter(y, strings.TrimPrefix(rest, "-")); part.size > 0 {
			return part
		}
		if tail := strings.TrimPrefix(rest, ".0"); tail != rest {
			m.rest = strings.TrimLeft(tail, "0")
		}
	}
	return m
}

// matchPart reads a part of the year y: 1-5月, 一季度, 上半年, 全年, 底.
func matchPart(y int, s string) match {
	if m := matchMonths(y, s); m.size > 0 {
		return m
	}
	if m := matchQuarters(y, s); m.size > 0 {
		return m
	}
	if m := matchLetter(y, s); m.size > 0 {
		return m
	}
	for _, p := range [...]struct {
		word   string
		period Period
	}{
		{"上半年", monthsOf(y, 1, 6)}, {"下半年", monthsOf(y, 7, 12)}, {"全年", yearOf(y)},
		{"年末", yearOf(y).atEnd()}, {"年底", yearOf(y).atEnd()}, {"年终", yearOf(y).atEnd()}, {"末", yearOf(y).atEnd()}, {"底", yearOf(y).atEnd()},
		{"年初", yearOf(y).beforeStart()}, {"初", yearOf(y).beforeStart()},
	} {
		if rest, ok := strings.CutPrefix(s, p.word); ok {
			return match{Period: p.period, rest: rest, size: len(p.word)}.close(s)
		}
	}
	return match{}
}

// matchMonths reads 5月, 1-5月, 1月至5月, 前5个月 and 12月末 of the year y.
func matchMonths(y int, s string) match {
	if tail, ok := strings.CutPrefix(s, "前"); ok {
		b, tail, ok := cutMonth(tail)
		tail, months := strings.CutPrefix(strings.TrimPrefix(tail, "个"), "月")
		if !ok || !months || b < 2 {
			return match{}
		}
		return match{Period: monthsOf(y, 1, b), rest: tail}.close(s)
	}
	a, rest, ok := cutMonth(s)
	if !ok {
		return match{}
	}
	rest, months := strings.CutPrefix(rest, "月")
	if joint, tail, ok := cutJoint(rest); ok && joint != "/" {
		if b, tail, ok := cutMonth(tail); ok && b > a {
			if tail, ok := strings.CutPrefix(tail, "月"); ok {
				return match{Period: monthsOf(y, a, b), rest: tail}.close(s)
			}
		}
	}
	if !months {
		return match{}
	}
	m := match{Period: monthsOf(y, a, a), rest: rest}
	if d, tail, ok := cutNumber(rest, 31); ok {
		if tail, ok := strings.CutPrefix(tail, "日"); ok {
			m.Period, m.rest, m.isDay = Period{Date{y, a, d}, Date{y, a, d}, Point}, tail, true
			if !m.Start.isReal() {
				return match{}
			}
		}
	}
	return m.close(s)
}

// matchQuarters reads 一季度, 第3季度, 前三季度, 1-3季度 of the year y.
func matchQuarters(y int, s string) match {
	head, begins := strings.CutPrefix(s, "前")
	a, rest, ok := cutNumber(strings.TrimPrefix(head, "第"), 4)
	if !ok {
		return match{}
	}
	b := a
	if joint, tail, ok := cutJoint(rest); ok && joint != "/" {
		if last, tail, ok := cutNumber(strings.TrimPrefix(tail, "第"), 4); ok && last > a {
			b, rest = last, tail
		}
	}
	if rest, ok = strings.CutPrefix(strings.TrimPrefix(rest, "个"), "季度"); !ok {
		return match{}
	}
	p := monthsOf(y, 3*a-2, 3*b)
	switch {
	case begins:
		p = monthsOf(y, 1, 3*b)
	case a == b: // the first quarter is as much a quarter as the others
		p = p.as(Flow)
	}
	return match{Period: p, rest: rest}.close(s)
}

// matchLetter reads Q1 to Q4, H1 and H2.
func matchLetter(y int, s string) match {
	if len(s) < 2 || len(s) > 2 && isDigit(s[2]) {
		return match{}
	}
	n := int(s[1] - '0')
	m := match{rest: s[2:]}
	switch {
	case (s[0] == 'Q' || s[0] == 'q') && n >= 1 && n <= 4:
		m.Period = monthsOf(y, 3*n-2, 3*n).as(Flow)
	case (s[0] == 'H' || s[0] == 'h') && n >= 1 && n <= 2:
		m.Period = monthsOf(y, 6*n-5, 6*n)
	default:
		return match{}
	}
	return m.close(s)
}

// close reads what may stand behind a part of a year: 份, 末, 底, 累计.
func (m match) close(s string) match {
	m.rest = strings.TrimPrefix(m.rest, "份")
	for _, word := range [...]string{"末", "底"} {
		if rest, ok := strings.CutPrefix(m.rest, word); ok && m.Accumulation != Point {
			m.Period, m.rest = m.atEnd(), rest
		}
	}
	if rest, ok := strings.CutPrefix(m.rest, "累计"); ok && m.Accumulation != Point {
		m.Period, m.rest = m.toDate(), rest
	}
	m.size = len(s) - len(m.rest)
	return m
}

// matchDigits reads 202005, and tells damaged texts: a run of five or more
// digits before 年 or 月 has lost something (201512月, 20162020年).
func matchDigits(s string) (match, error) {
	run := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if run >= 5 && (strings.HasPrefix(s[run:], "年") || strings.HasPrefix(s[run:], "月")) {
		return match{}, ErrSyntax
	}
	if run != 6 {
		return match{}, nil
	}
	y, m := atoi(s[:4]), atoi(s[4:6])
	if !isYear(y) || m < 1 || m > 12 {
		return match{}, nil
	}
	return match{Period: monthsOf(y, m, m), rest: s[6:], size: 6, bare: true}, nil
}

// matchPlan reads a five-year plan: “十二五”, 十二五期间, 十三五末. The fifth to the
// tenth (五五 to 十五) and those before are numbers as well, and need 时期 or quotes.
func matchPlan(s string) match {
	inner := s
	quoted := false
	for _, q := range [...]string{"“", "\"", "「", "‘", "'"} {
		if tail, ok := strings.CutPrefix(s, q); ok {
			inner, quoted = tail, true
			break
		}
	}
	n, rest := cutPlan(inner)
	if n == 0 {
		return match{}
	}
	if quoted {
		r, size := utf8.DecodeRuneInString(rest)
		if !strings.ContainsRune("”\"」’'", r) {
			return match{}
		}
		rest = rest[size:]
	}
	start := 1953 + 5*(n-1)
	if n > 2 {
		start += 3 // 1963-1965 were years of adjustment between the plans
	}
	m := match{Period: Period{Date{start, 1, 1}, Date{start + 4, 12, 31}, Flow}, rest: rest}
	named := quoted || n > 10
	for _, w := range [...]string{"时期", "期间", "年均", "平均", "规划期", "末", "期末"} {
		tail, ok := strings.CutPrefix(m.rest, w)
		if !ok {
			continue
		}
		m.rest, named = tail, true
		switch w {
		case "年均", "平均":
			m.Accumulation = Average
		case "末", "期末":
			m.Period = m.atEnd()
		}
	}
	if !named {
		return match{}
	}
	m.size = len(s) - len(m.rest)
	return m
}

// cutPlan takes the name of a plan off the start: 十二五 is the 12th.
func cutPlan(s string) (n int, rest string) {
	for _, size := range [...]int{2 * len("十"), len("十")} {
		if len(s) < size {
			continue
		}
		v, left, ok := cutNumber(s[:size], 16)
		if tail, five := strings.CutPrefix(s[size:], "五"); ok && left == "" && five {
			return v, tail
		}
	}
	return 0, s
}
