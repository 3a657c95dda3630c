package numfmt

import (
	"math"
	"strconv"
	"time"

	"sanpin/etl/grid/sheet"
)

const (
	daySeconds = 24 * 60 * 60
	lastSerial = 2958466 // 10000-01-01, the first day that has no text
)

// Serial writes a day count as text: a [sheet.Date] as 2006-01-02, or
// 2006-01-02T15:04:05 where it has a time of day, a [sheet.Duration] as
// [h]:mm:ss, both to the second, and a [sheet.Share] as a percentage, 12.34%. It
// is not ok for a count that is no day of the
// calendar: negative, beyond 9999, before day 1 of 1900 (a bare time of day), and
// day 60, the 29 February 1900 that Excel invents.
func Serial(v float64, date1904 bool, kind sheet.Kind) (text string, ok bool) {
	switch {
	case kind == sheet.Share && !math.IsNaN(v) && !math.IsInf(v, 0):
		return string(Shortest15(nil, v*100)) + "%", true
	case math.IsNaN(v) || math.Abs(v) >= lastSerial:
		return "", false
	case kind == sheet.Duration:
		return duration(v), true
	case kind == sheet.Date:
		return date(v, date1904)
	}
	return "", false
}

func duration(v float64) string {
	seconds := int64(math.Round(math.Abs(v) * daySeconds))
	b := make([]byte, 0, 16)
	if v < 0 && seconds > 0 {
		b = append(b, '-')
	}
	b = strconv.AppendInt(b, seconds/3600, 10)
	m, s := seconds/60%60, seconds%60
	return string(append(b, ':', byte('0'+m/10), byte('0'+m%10), ':', byte('0'+s/10), byte('0'+s%10)))
}

func date(v float64, date1904 bool) (string, bool) {
	if v < 0 {
		return "", false
	}
	seconds := int64(math.Round(v * daySeconds))
	days := seconds / daySeconds
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 1 || days == 60:
		return "", false
	case days < 60: // the days before the false leap day are one earlier than they count
		epoch = epoch.AddDate(0, 0, 1)
	}
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds%daySeconds) * time.Second)
	switch {
	case t.Year() > 9999:
		return "", false
	case seconds%daySeconds == 0:
		return t.Format("2006-01-02"), true
	}
	return t.Format("2006-01-02T15:04:05"), true
}
