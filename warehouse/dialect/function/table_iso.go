package function

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

var (
	isoDate  = regexp.MustCompile(`^([+-]?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?|-(\d{3})|-W(\d{1,2})(?:-(\d))?)?$`)
	isoClock = regexp.MustCompile(`^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,12}))?)?)?$`)
	isoZone  = regexp.MustCompile(`(Z|[+-]\d{2}(?::?\d{2})?)$`)
)

// parseISODate reads 2020-01-31, 2020-01, 2020, 2020-031, 2020-W05-5, 2020-W05.
func parseISODate(text string) (int64, bool) {
	m := isoDate.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	at := func(i, absent int) int {
		if m[i] == "" {
			return absent
		}
		n, _ := strconv.Atoi(m[i])
		return n
	}
	year := at(1, 0)
	switch {
	case m[4] != "":
		day := at(4, 1)
		days := daysOf(year, 1, 1) + int64(day) - 1
		return days, day >= 1 && days < daysOf(year+1, 1, 1)
	case m[5] != "":
		first := daysOf(year, 1, 4)
		first -= int64(weekday(first)) - 1
		week, day := at(5, 1), at(6, 1)
		days := first + int64(week-1)*7 + int64(day) - 1
		y, _ := isoWeek(first + int64(week-1)*7)
		return days, week >= 1 && y == year && day >= 1 && day <= 7
	}
	month, day := at(2, 1), at(3, 1)
	return daysOf(year, month, day), validDay(year, month, day)
}

// parseISO reads an ISO 8601 time stamp; zone is "" where it has none.
func parseISO(text string) (i instant, zone string, ok bool) {
	date, clock, hasClock := strings.Cut(text, "T")
	days, ok := int64(0), true
	if date != "" {
		days, ok = parseISODate(date)
	}
	if !ok || text == "" {
		return i, "", false
	}
	i.micros = days * microsOfDay
	if !hasClock {
		return i, "", true
	}
	if z := isoZone.FindString(clock); z != "" {
		clock = strings.TrimSuffix(clock, z)
		if zone, ok = zoneName(z); !ok {
			return i, "", false
		}
	}
	m := isoClock.FindStringSubmatch(clock)
	if m == nil {
		return i, "", clock == "" && zone == ""
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	second, _ := strconv.Atoi(m[3])
	picos := fraction(m[4])
	i.micros += int64(hour*3600+minute*60+second)*1e6 + picos/1e6
	i.picos = picos % 1e6
	return i, zone, hour < 24 && minute < 60 && second < 60
}

func init() {
	define(Scalar,
		row{signature: "from_iso8601_date(varchar(x)) date", form: native("trino_from_iso8601_date", "VARCHAR", "DATE", func(a []any) (any, error) {
			days, ok := parseISODate(a[0].(string))
			if !ok {
				return nil, badArgument("Invalid format: \"%s\"", a[0])
			}
			return days, nil
		})},
		row{signature: "from_iso8601_timestamp(varchar(x)) timestamp(3) with time zone", form: func(c *call) string {
			return c.fill("trino_from_iso8601_z($1, 3, ") + ZoneMark + ")"
		}},
		row{signature: "from_iso8601_timestamp_nanos(varchar(x)) timestamp(9) with time zone", form: func(c *call) string {
			return c.fill("trino_from_iso8601_zp($1, 9, ") + ZoneMark + ")"
		}},
		row{signature: "parse_duration(varchar(x)) interval day to second", form: native("trino_parse_duration", "VARCHAR", "BIGINT", parseDuration)},
		row{signature: "format_number(bigint) varchar", form: native("trino_format_number", "BIGINT", "VARCHAR", func(a []any) (any, error) { return shortNumber(a[0].(int64)), nil })},
		row{signature: "format_number(double) varchar", form: sql("trino_format_number(CAST(trunc($1) AS BIGINT))")},
	)
	nativeInstant("trino_from_iso8601", "VARCHAR, BIGINT, VARCHAR", func(a []any) (instant, error) {
		i, zone, ok := parseISO(a[0].(string))
		if !ok {
			return instant{}, badArgument("Invalid format: \"%s\"", a[0])
		}
		if zone == "" {
			zone = a[2].(string)
		}
		if number(a[1]) == 3 { // cut, not rounded
			i = instant{micros: floorDiv(i.micros, 1e3) * 1e3}
		}
		return i.at(zone).round(number(a[1])), nil
	})
}

var durationPattern = regexp.MustCompile(`^\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]+)\s*$`)

var durationUnits = map[string]float64{"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3, "m": 60e3, "h": 3600e3, "d": 86400e3}

func parseDuration(a []any) (any, error) {
	m := durationPattern.FindStringSubmatch(a[0].(string))
	if m == nil {
		return nil, badArgument("duration is not a valid data duration string: %s", a[0])
	}
	unit, ok := durationUnits[m[2]]
	if !ok {
		return nil, badArgument("Unknown time unit: %s", m[2])
	}
	x, _ := strconv.ParseFloat(m[1], 64)
	return int64(math.Floor(x*unit + 0.5)), nil
}

// shortNumber writes three digits and K, M, B, T or Q for the thousands.
func shortNumber(n int64) string {
	x := float64(n)
	suffix := ""
	for _, s := range []string{"K", "M", "B", "T", "Q"} {
		if math.Abs(x) < 1000 {
			break
		}
		x, suffix = x/1000, s
	}
	digits := 2
	if math.Abs(x) >= 100 {
		digits = 0
	} else if math.Abs(x) >= 10 {
		digits = 1
	}
	text := fmt.Sprintf("%.*f", digits, x)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text + suffix
}
