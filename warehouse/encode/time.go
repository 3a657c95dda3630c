package encode

import (
	"math"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

const secondsPerDay = 24 * 60 * 60

func dates(a arrow.Array) cell {
	list := a.(*array.Date32).Values()
	return func(dst []byte, row int) []byte {
		switch list[row] {
		case math.MaxInt32:
			return append(dst, "infinity"...)
		case -math.MaxInt32:
			return append(dst, "-infinity"...)
		}
		return appendDate(dst, int64(list[row]))
	}
}

// decimalsOf is how many decimals of a second a unit has.
var decimalsOf = map[arrow.TimeUnit]int{arrow.Second: 0, arrow.Millisecond: 3, arrow.Microsecond: 6, arrow.Nanosecond: 9}

func timestamps(t *arrow.TimestampType) func(arrow.Array) cell {
	decimals, zone := decimalsOf[t.Unit], t.TimeZone != ""
	perSecond := int64(powers[decimals])
	return func(a arrow.Array) cell {
		list := a.(*array.Timestamp).Values()
		return func(dst []byte, row int) []byte {
			switch list[row] {
			case math.MaxInt64:
				return append(dst, "infinity"...)
			case -math.MaxInt64:
				return append(dst, "-infinity"...)
			}
			seconds, fraction := split(int64(list[row]), perSecond)
			day, second := divide(seconds, secondsPerDay)
			dst = append(appendDate(dst, day), 'T')
			dst = appendClock(dst, second, fraction, decimals)
			if zone {
				dst = append(dst, 'Z')
			}
			return dst
		}
	}
}

func times(t *arrow.Time64Type) func(arrow.Array) cell {
	decimals := decimalsOf[t.Unit]
	perSecond := int64(powers[decimals])
	return func(a arrow.Array) cell {
		list := a.(*array.Time64).Values()
		return func(dst []byte, row int) []byte {
			second, fraction := split(int64(list[row]), perSecond)
			return appendClock(dst, second, fraction, decimals)
		}
	}
}

// split takes the fraction off seconds. Microseconds are what there nearly
// always is, and dividing by a constant is quicker.
func split(x, perSecond int64) (seconds, fraction int64) {
	if perSecond == 1e6 {
		return divide(x, 1e6)
	}
	return divide(x, perSecond)
}

// divide rounds down, so that the rest is never negative.
func divide(x, by int64) (quotient, rest int64) {
	quotient, rest = x/by, x%by
	if rest < 0 {
		quotient, rest = quotient-1, rest+by
	}
	return quotient, rest
}

func appendClock(dst []byte, second, fraction int64, decimals int) []byte {
	h, m, s := second/3600, second/60%60, second%60
	dst = append(dst, byte('0'+h/10), byte('0'+h%10), ':', byte('0'+m/10), byte('0'+m%10), ':', byte('0'+s/10), byte('0'+s%10))
	if decimals == 0 {
		return dst
	}
	return appendPadded(append(dst, '.'), uint64(fraction), decimals)
}

func appendTwo(dst []byte, x int64) []byte { return append(dst, byte('0'+x/10), byte('0'+x%10)) }

// appendDate writes days since 1970-01-01 in the Gregorian calendar, before
// 1582 too. The year is counted from March, so that a leap day is the last of
// it; 400 years are always 146,097 days.
func appendDate(dst []byte, days int64) []byte {
	era, day := divide(days+719468, 146097)
	yearOfEra := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*yearOfEra + yearOfEra/4 - yearOfEra/100
	month := (5*day + 2) / 153 // 0 is March
	day -= (153*month + 2) / 5
	year := yearOfEra + 400*era
	if month += 3; month > 12 {
		year, month = year+1, month-12
	}
	dst = append(appendYear(dst, year), '-')
	dst = append(appendTwo(dst, month), '-')
	return appendTwo(dst, day+1)
}

// appendYear writes four digits, and others as ISO 8601 expands them: with a
// sign. The year 0 is 1 BC.
func appendYear(dst []byte, year int64) []byte {
	switch {
	case year < 0:
		dst, year = append(dst, '-'), -year
	case year > 9999:
		dst = append(dst, '+')
	}
	if year > 9999 {
		return strconv.AppendInt(dst, year, 10)
	}
	return appendTwo(appendTwo(dst, year/100), year%100)
}

func intervals(a arrow.Array) cell {
	list := a.(*array.MonthDayNanoInterval).MonthDayNanoIntervalValues()
	return func(dst []byte, row int) []byte { return appendInterval(dst, list[row]) }
}

// appendInterval writes each part that is not zero. Months do not turn into
// days nor days into hours: their lengths differ.
func appendInterval(dst []byte, x arrow.MonthDayNanoInterval) []byte {
	if x == (arrow.MonthDayNanoInterval{}) {
		return append(dst, "PT0S"...)
	}
	dst = append(dst, 'P')
	dst = appendPart(dst, int64(x.Months)/12, 'Y')
	dst = appendPart(dst, int64(x.Months)%12, 'M')
	dst = appendPart(dst, int64(x.Days), 'D')
	if x.Nanoseconds == 0 {
		return dst
	}
	const second = 1e9
	dst = append(dst, 'T')
	dst = appendPart(dst, x.Nanoseconds/(3600*second), 'H')
	dst = appendPart(dst, x.Nanoseconds/(60*second)%60, 'M')
	if rest := x.Nanoseconds % (60 * second); rest != 0 {
		dst = append(appendDecimal(dst, rest>>63, uint64(rest), 9), 'S')
	}
	return dst
}

func appendPart(dst []byte, x int64, name byte) []byte {
	if x == 0 {
		return dst
	}
	return append(strconv.AppendInt(dst, x, 10), name)
}
