package function

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

func yearText(year int, plus bool) string {
	switch {
	case year < 0:
		return "-" + pad(-year, 4)
	case year > 9999 && plus:
		return "+" + strconv.Itoa(year)
	}
	return pad(year, 4)
}

// dateText is a date as a cast to varchar writes it.
func dateText(days int64) string {
	y, m, d := civil(days)
	return yearText(y, false) + "-" + pad(m, 2) + "-" + pad(d, 2)
}

// fractionText writes n digits of a second's picoseconds, with the point.
func fractionText(picos int64, n int) string {
	if n == 0 {
		return ""
	}
	return "." + fmt.Sprintf("%012d", picos)[:n]
}

// timeText writes picoseconds of the day with n digits of a second.
func timeText(picos int64, n int) string {
	seconds := picos / 1e12
	return pad(int(seconds/3600), 2) + ":" + pad(int(seconds/60%60), 2) + ":" + pad(int(seconds%60), 2) + fractionText(picos%1e12, n)
}

// text writes a timestamp with n digits of a second, and its zone.
func (i instant) text(n int) string {
	l := i.local()
	c := l.clock()
	date := yearText(c.year, true) + "-" + pad(c.month, 2) + "-" + pad(c.day, 2) + " "
	rest := l.micros - c.days*microsOfDay
	text := date + timeText(rest*1e6+l.picos, n)
	if i.zoned {
		text += " " + i.zone
	}
	return text
}

// IntervalText writes an interval day to second of so many milliseconds, and
// MonthsText an interval year to month, as Trino does.
func IntervalText(millis int64) string {
	sign := ""
	n := uint64(millis)
	if millis < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d %02d:%02d:%02d.%03d", sign, n/86400000, n/3600000%24, n/60000%60, n/1000%60, n%1000)
}

// MonthsText writes an interval year to month.
func MonthsText(months int64) string {
	sign := ""
	if months < 0 {
		sign, months = "-", -months
	}
	return fmt.Sprintf("%s%d-%d", sign, months/12, months%12)
}

var (
	datePattern      = regexp.MustCompile(`^\s*([+-]?\d+)-(\d{1,2})-(\d{1,2})\s*$`)
	timestampPattern = regexp.MustCompile(`^([+-]?\d+)-(\d{1,2})-(\d{1,2})(?: (?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,12}))?)?)?\s*(.+)?)?$`)
	timePattern      = regexp.MustCompile(`^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,12}))?)?\s*(?:([+-])(\d\d):?(\d\d))?$`)
)

func validDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

// ParseDate reads a date as a cast and a literal do, in days since 1970.
func ParseDate(text string) (int64, bool) {
	m := datePattern.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	year, err := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if err != nil || year > 5000000 || year < -5000000 || !validDay(year, month, day) {
		return 0, false
	}
	return daysOf(year, month, day), true
}

// fraction reads a second's digits as picoseconds.
func fraction(digits string) int64 {
	n, _ := strconv.ParseInt((digits + "000000000000")[:12], 10, 64)
	return n
}

// ParseTimestamp reads a timestamp as a cast and a literal do: local, with the
// number of digits of its second and the text of its zone, "" without one.
func ParseTimestamp(text string) (micros, picos int64, digits int, zone string, ok bool) {
	m := timestampPattern.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, 0, 0, "", false
	}
	days, ok := ParseDate(m[1] + "-" + m[2] + "-" + m[3])
	hour, _ := strconv.Atoi(m[4])
	minute, _ := strconv.Atoi(m[5])
	second, _ := strconv.Atoi(m[6])
	if !ok || hour > 23 || minute > 59 || second > 59 || days > 106751990 || days < -106751990 {
		return 0, 0, 0, "", false
	}
	p := fraction(m[7])
	micros = days*microsOfDay + (int64(hour)*3600+int64(minute)*60+int64(second))*1e6 + p/1e6
	return micros, p % 1e6, len(m[7]), m[8], true
}

// ParseTime reads a time of the day in picoseconds, with the number of digits
// of its second, and its offset in minutes where it has one.
func ParseTime(text string) (picos int64, digits int, offset int, zoned, ok bool) {
	m := timePattern.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, 0, 0, false, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	second, _ := strconv.Atoi(m[3])
	if hour > 23 || minute > 59 || second > 59 {
		return 0, 0, 0, false, false
	}
	if m[5] != "" {
		if offset, zoned = offsetZone(m[5] + m[6] + ":" + m[7]); !zoned {
			return 0, 0, 0, false, false
		}
	}
	return int64(hour*3600+minute*60+second)*1e12 + fraction(m[4]), len(m[4]), offset, zoned, true
}

// roundTime rounds picoseconds of the day half up to n digits of a second; what
// reaches midnight starts again.
func roundTime(picos int64, n int) int64 {
	unit := pow(10, 12-n)
	return (picos + unit/2) / unit * unit % picosOfADay
}
