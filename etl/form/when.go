package form

import (
	"errors"
	"regexp"
	"strings"

	"sanpin/etl/clean"
)

// Periods and dates as people write them into lists: with a remark in brackets,
// several days, a bound.
var (
	whenRemark = regexp.MustCompile(`^(.*\d.*?)[(（]([^()（）]*)[)）]$`)
	whenMonths = regexp.MustCompile(`^((?:19|20)\d\d)-(\d\d)/(\d\d)$`)
	whenDays   = regexp.MustCompile(`^(.*\d)[/~、-]\d{1,2}(?:日)?$`)
	whenGiven  = regexp.MustCompile(`^[(（]((?:19|20)\d\d-?)[)）](\d.*)$`)
	whenAim    = regexp.MustCompile(`^(.*\d年?)(目标|预计|规划|预测)$`)
	whenHalf   = regexp.MustCompile(`^((?:19|20)\d\d)([上下]半年|前三季度|第?[一二三四]季度)`)
	whenNot    = regexp.MustCompile(`未|无|不详|not shown`)
)

// splitRemark takes a remark in brackets off the end: 2022(预计).
func splitRemark(text string) (rest, remark string) {
	if m := whenRemark.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	if m := whenAim.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	return text, ""
}

// kindOfRemark tells a forecast or a plan by the remark at its period.
func kindOfRemark(text string) string {
	if !strings.ContainsAny(text, "(（预目规计") {
		return ""
	}
	_, remark := splitRemark(clean.Squeeze(text))
	if remark == "" {
		return ""
	}
	return measured{}.remarked(remark).kind
}

// plainPeriod rewrites a period that package clean does not read as it is:
// 2022-01/08 are the months January to August.
func plainPeriod(text string) string {
	text, _ = splitRemark(clean.Squeeze(text))
	text = whenHalf.ReplaceAllString(text, "${1}年$2")
	return whenMonths.ReplaceAllString(text, "$1-$2/$1-$3")
}

// looseDate reads a date with what may stand around it. A bound (<=2014-09) is
// the day on which something was so: isBound tells. A text that says that there
// is no date gives precision "none".
func looseDate(text string) (d clean.Date, precision clean.Precision, isBound bool, err error) {
	d, precision, err = clean.ParseDate(text)
	if err == nil {
		return d, precision, false, nil
	}
	s := clean.Squeeze(text)
	if whenNot.MatchString(s) {
		return clean.Date{}, "none", false, nil
	}
	for _, mark := range []string{"<=", "≤", "不晚于"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			s, isBound = rest, true
		}
	}
	s = whenGiven.ReplaceAllString(s, "$1$2")
	s, _ = splitRemark(s)
	if d, precision, err = clean.ParseDate(s); err == nil {
		return d, precision, isBound, nil
	}
	if m := whenDays.FindStringSubmatch(s); m != nil { // several days: the first
		if d, precision, err = clean.ParseDate(m[1]); err == nil && precision == clean.ByDay {
			return d, precision, isBound, nil
		}
	}
	p, perr := clean.ParsePeriod(plainPeriod(s), clean.Period{})
	if perr != nil || p.Start.Year != p.End.Year {
		return clean.Date{}, "", false, errors.Join(clean.ErrSyntax, perr)
	}
	return clean.Date{Year: p.Start.Year, Month: 1, Day: 1}, clean.ByYear, isBound, nil
}
