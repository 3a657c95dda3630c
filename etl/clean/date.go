package clean

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day of the Gregorian calendar; the zero Date is no day.
type Date struct{ Year, Month, Day int }

// IsZero tells the Date that is no day.
func (d Date) IsZero() bool { return d == Date{} }

// String gives 2006-01-02.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Days gives the day as days since 1970-01-01.
func (d Date) Days() int32 { return int32(d.time().Unix() / (24 * 60 * 60)) }

// Before tells whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.time().Before(e.time()) }

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

func (d Date) yesterday() Date { return dateOf(d.time().AddDate(0, 0, -1)) }

func monthEnd(year, month int) Date { return Date{year, month + 1, 1}.yesterday() }

// isReal tells whether the calendar has the day, in the years that filings are about.
func (d Date) isReal() bool { return isYear(d.Year) && d == dateOf(d.time()) }

func isYear(y int) bool { return y >= 1900 && y <= 2100 }

// Precision is how much of a date is printed.
type Precision string

// The precisions.
const (
	ByDay   Precision = "day"
	ByMonth Precision = "month"
	ByYear  Precision = "year"
)

// ParseDate reads a day, a month or a year: 2019-09-05, 2019年9月5日, 2019.9.5,
// 2019/9, 20190905, 二〇一九年九月, 2019, and a spreadsheet's 2019-09-05T00:00:00 or
// 2019-09-05 18:44:00. A month and a year come back as their first day.
//
// It refuses 05/09/2019, which may be May or September, and 2019.1, which a
// spreadsheet also makes of 2019.10. For examples, see TestParseDate.
func ParseDate(text string) (Date, Precision, error) {
	s := Fold(text)
	if s == "" {
		return Date{}, "", fail(ErrBlank, "date", text, "")
	}
	if len(s) > maxHeading {
		return Date{}, "", fail(ErrSyntax, "date", strings.ToValidUTF8(s[:maxNumberText/4], "")+"…", "a text")
	}
	if day, clock, ok := cutClock(s); ok && isClock(clock) {
		s = day
	}
	d, by, rest, ok := readDate(strings.ReplaceAll(s, " ", ""))
	if !ok || rest != "" {
		return Date{}, "", fail(ErrSyntax, "date", text, "")
	}
	return d, by, nil
}

func cutClock(s string) (day, clock string, ok bool) {
	if i := strings.IndexAny(s, "T "); i >= 8 {
		return s[:i], strings.Trim(s[i+1:], " "), true
	}
	return s, "", false
}

// isClock tells 18:44, 18:44:00, 18:44:00.000Z and 00:00:00+08:00.
func isClock(s string) bool {
	s, _, _ = strings.Cut(s, "+")
	s, _, _ = strings.Cut(strings.TrimSuffix(s, "Z"), ".")
	if _, err := time.Parse("15:04:05", s); err == nil {
		return true
	}
	_, err := time.Parse("15:04", s)
	return err == nil
}

// readDate reads a date at the start of a squeezed text.
func readDate(s string) (d Date, by Precision, rest string, ok bool) {
	if d, rest, ok := readCompact(s); ok {
		return d, ByDay, rest, true
	}
	y, rest, ok := cutYear(s)
	if !ok {
		return d, "", s, false
	}
	d = Date{y, 1, 1}
	sep, after := "", rest
	for _, sep = range [...]string{"年", "-", "/", ".", ""} {
		if after, ok = strings.CutPrefix(rest, sep); ok {
			break
		}
	}
	m, tail, ok := cutMonth(after)
	if sep == "" || !ok {
		if sep == "年" {
			rest = strings.TrimPrefix(after, "度")
		}
		return d, ByYear, rest, true
	}
	d.Month = m
	if sep == "年" {
		if tail, ok = strings.CutPrefix(tail, "月"); !ok {
			return Date{y, 1, 1}, ByYear, after, true
		}
		return readDay(d, tail, "", "日", "号")
	}
	if next, ok := strings.CutPrefix(tail, sep); ok {
		return readDay(d, next, sep+tail, "")
	}
	if sep == "." && after[0] == '1' && m == 1 { // 2019.1 may be 2019.10 as a number
		return d, "", s, false
	}
	return d, ByMonth, tail, !startsArabic(tail)
}

// readDay goes on with the day of the month and its mark. Without a day the
// text before it stays: a month, if fallback is "".
func readDay(month Date, s, fallback string, marks ...string) (d Date, by Precision, rest string, ok bool) {
	d = month
	if d.Day, rest, ok = cutNumber(s, 31); ok {
		for _, mark := range marks {
			if tail, ok := strings.CutPrefix(rest, mark); ok && d.isReal() {
				return d, ByDay, tail, true
			}
		}
	}
	return month, ByMonth, s, fallback == ""
}

// readCompact reads 20190905.
func readCompact(s string) (d Date, rest string, ok bool) {
	if len(s) < 8 || !isDigits(s[:8]) || len(s) > 8 && isDigit(s[8]) {
		return d, s, false
	}
	d = Date{atoi(s[:4]), atoi(s[4:6]), atoi(s[6:8])}
	return d, s[8:], d.isReal()
}

// cutYear takes a year of four digits off the start: 2019, 二〇一九, 二O一九.
func cutYear(s string) (year int, rest string, ok bool) {
	if len(s) >= 4 && isDigits(s[:4]) {
		if len(s) > 4 && isDigit(s[4]) {
			return 0, s, false
		}
		return atoi(s[:4]), s[4:], isYear(atoi(s[:4]))
	}
	count := 0
	for i, r := range s {
		d, isDigit := digitOf(r)
		if r == 'O' || r == 'o' || r == '0' {
			d, isDigit = 0, count > 0
		}
		if count == 4 || !isDigit || r == '两' {
			return year, s[i:], count == 4 && !isDigit && isYear(year)
		}
		year = year*10 + int(d)
		count++
	}
	return year, "", count == 4 && isYear(year)
}

// cutMonth takes a month of one or two digits off the start: 5, 05, 十二.
func cutMonth(s string) (month int, rest string, ok bool) { return cutNumber(s, 12) }

// cutNumber takes a number from 1 to limit off the start, Arabic or Chinese.
func cutNumber(s string, limit int) (v int, rest string, ok bool) {
	if i := len(s) - len(strings.TrimLeft(s, "0123456789")); i > 0 {
		if i > 2 {
			return 0, s, false
		}
		v = atoi(s[:i])
		return v, s[i:], v >= 1 && v <= limit
	}
	sec, err := readHanzi(s, false)
	if err != nil || sec.size == 0 || sec.isString || sec.low != sec.high || sec.low < 1 || sec.low > uint64(limit) {
		return 0, s, false
	}
	return int(sec.low), s[sec.size:], true
}

// atoi reads at most eight digits.
func atoi(s string) (v int) {
	for i := range len(s) {
		v = v*10 + int(s[i]-'0')
	}
	return v
}
