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

// pairs are the numbers 00 to 99. Dates and times are written two digits at a
// time, into room made by one append.
const pairs = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748" +
	"4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495969798" + "99"

func putTwo(dst []byte, x int64) { copy(dst[:2], pairs[2*x:2*x+2]) }

func appendClock(dst []byte, second, fraction int64, decimals int) []byte {
	dst = append(dst, "00:00:00"...)
	clock := dst[len(dst)-8:]
	minute := second / 60
	putTwo(clock, minute/60)
	putTwo(clock[3:], minute%60)
	putTwo(clock[6:], second%60)
	switch decimals {
	case 0:
		return dst
	case 6:
		dst = append(dst, ".000000"...)
		if fraction != 0 {
			digits := dst[len(dst)-6:]
			putTwo(digits, fraction/10000)
			putTwo(digits[2:], fraction/100%100)
			putTwo(digits[4:], fraction%100)
		}
		return dst
	}
	return appendPadded(append(dst, '.'), uint64(fraction), decimals)
}

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
	if year < 0 || year > 9999 {
		dst = appendLongYear(dst, year)
	} else {
		dst = append(dst, "0000"...)
		putTwo(dst[len(dst)-4:], year/100)
		putTwo(dst[len(dst)-2:], year%100)
	}
	dst = append(dst, "-00-00"...)
	putTwo(dst[len(dst)-5:], month)
	putTwo(dst[len(dst)-2:], day+1)
	return dst
}

// appendLongYear writes a year as ISO 8601 expands them: with a sign, and at
// least four digits. The year 0 is 1 BC.
func appendLongYear(dst []byte, year int64) []byte {
	sign := byte('+')
	if year < 0 {
		sign, year = '-', -year
	}
	dst = append(dst, sign)
	if year > 9999 {
		return strconv.AppendInt(dst, year, 10)
	}
	return appendPadded(dst, uint64(year), 4)
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
