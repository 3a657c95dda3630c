package function

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zones on machines without them

	"sanpin/warehouse/dialect/types"
)

// instant is a timestamp of any precision, with a zone or without: its
// microseconds are local without one and UTC with one.
type instant struct {
	micros int64
	picos  int64 // within the microsecond
	zone   string
	zoned  bool
}

const (
	microsOfDay = 86400 * 1e6
	picosOfADay = 86400 * 1e12
)

// readInstant reads a value in any of the forms of types.Type.DuckDB.
func readInstant(x any) instant {
	parts, ok := x.([]any)
	if !ok {
		return instant{micros: x.(int64)}
	}
	i := instant{}
	i.micros, _ = parts[0].(int64)
	for _, p := range parts[1:] {
		switch v := p.(type) {
		case int64:
			i.picos = v
		case string:
			i.zone, i.zoned = v, true // not kept beyond the call
		}
	}
	return i
}

// local is the instant as its own zone's clock shows it, without a zone.
func (i instant) local() instant {
	if !i.zoned {
		return i
	}
	return instant{micros: i.micros + offsetAt(i.zone, i.micros)*1e6, picos: i.picos}
}

// at gives the instant at which the clock of a zone shows a local one. A time
// that the clock skips is moved forward; of one that it shows twice, the first.
func (i instant) at(zone string) instant {
	const day = 86400 * 1e6
	before, after := offsetAt(zone, i.micros-day), offsetAt(zone, i.micros+day)
	micros := i.micros - before*1e6
	if offsetAt(zone, micros) != before {
		if later := i.micros - after*1e6; offsetAt(zone, later) == after {
			micros = later
		}
	}
	return instant{micros: micros, picos: i.picos, zone: zone, zoned: true}
}

// withLocal gives the instant of another local time in the same zone, if any.
func (i instant) withLocal(local instant) instant {
	if !i.zoned {
		return local
	}
	return local.at(i.zone)
}

// round rounds half up to n digits of a second.
func (i instant) round(n int) instant {
	switch {
	case n >= 12:
	case n > 6:
		unit := pow(10, 12-n)
		i.picos = (i.picos + unit/2) / unit * unit
	case n == 6:
		if i.picos >= 500000 {
			i.micros++
		}
		i.picos = 0
	default:
		unit := pow(10, 6-n)
		i.micros, i.picos = floorDiv(i.micros+unit/2, unit)*unit, 0
	}
	i.micros, i.picos = i.micros+i.picos/1e6, i.picos%1e6
	return i
}

func pow(base int64, n int) int64 {
	x := int64(1)
	for range n {
		x *= base
	}
	return x
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }

// offsetAt is a zone's offset in seconds at an instant.
func offsetAt(zone string, micros int64) int64 {
	l, err := location(zone)
	if err != nil {
		return 0 // checked where the zone came in
	}
	_, offset := time.Unix(floorDiv(micros, 1e6), 0).In(l).Zone()
	return int64(offset)
}

var locations sync.Map // canonical name -> *time.Location

func location(zone string) (*time.Location, error) {
	if l, ok := locations.Load(zone); ok {
		return l.(*time.Location), nil
	}
	var l *time.Location
	if minutes, ok := offsetZone(zone); ok {
		l = time.FixedZone(zone, minutes*60)
	} else {
		var err error
		if l, err = time.LoadLocation(zone); err != nil {
			return nil, err
		}
	}
	locations.Store(strings.Clone(zone), l)
	return l, nil
}

var offsetPattern = regexp.MustCompile(`^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d\d))?(?::?(\d\d))?$`)

// offsetZone reads +08:00, UTC+8.
func offsetZone(zone string) (minutes int, ok bool) {
	m := offsetPattern.FindStringSubmatch(zone)
	if m == nil {
		return 0, false
	}
	hours, _ := strconv.Atoi(m[2])
	rest, _ := strconv.Atoi(m[3])
	minutes = hours*60 + rest
	if m[1] == "-" {
		minutes = -minutes
	}
	return minutes, rest < 60 && minutes >= -14*60 && minutes <= 14*60
}

// zoneName gives the name under which Trino keeps a zone.
func zoneName(zone string) (string, bool) {
	switch zone {
	case "UTC", "Z", "GMT", "UT", "UCT", "Zulu", "Universal", "Etc/UTC", "Etc/UCT", "Etc/GMT", "Etc/Zulu", "Etc/Universal",
		"GMT0", "Greenwich", "Etc/GMT0", "Etc/GMT+0", "Etc/GMT-0", "Etc/Greenwich":
		return "UTC", true
	case "", "Local":
		return "", false
	}
	if minutes, ok := offsetZone(zone); ok {
		if minutes == 0 {
			return "UTC", true
		}
		return offsetText(minutes), true
	}
	if strings.ContainsAny(zone, "+-") && offsetPattern.MatchString(zone) {
		return "", false
	}
	if _, err := location(zone); err != nil {
		return "", false
	}
	return zone, true
}

func offsetText(minutes int) string {
	sign := "+"
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	return sign + pad(minutes/60, 2) + ":" + pad(minutes%60, 2)
}

func pad(n, width int) string {
	text := strconv.Itoa(n)
	if len(text) < width {
		text = strings.Repeat("0", width-len(text)) + text
	}
	return text
}

// civil is a day of the proleptic Gregorian calendar, and back.
func civil(days int64) (year, month, day int) {
	z := days + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	month = int(mp + 3)
	if month > 12 {
		month -= 12
	}
	year = int(yoe + era*400)
	if month <= 2 {
		year++
	}
	return year, month, int(doy-(153*mp+2)/5) + 1
}

func daysOf(year, month, day int) int64 {
	y := int64(year)
	if month <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	m := int64(month) - 3
	if m < 0 {
		m += 12
	}
	doy := (153*m+2)/5 + int64(day) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

func daysOfMonth(year, month int) int {
	next := daysOf(year+month/12, month%12+1, 1)
	return int(next - daysOf(year, month, 1))
}

// plusMonths keeps the day, or takes the month's last one.
func plusMonths(days, months int64) int64 {
	year, month, day := civil(days)
	m := int64(year)*12 + int64(month-1) + months
	y, mm := int(floorDiv(m, 12)), int(floorMod(m, 12))+1
	return daysOf(y, mm, min(day, daysOfMonth(y, mm)))
}

// clock is a local time taken apart.
type clock struct {
	year, month, day, hour, minute, second int
	micro                                  int // within the second
	days                                   int64
}

func (i instant) clock() clock {
	days := floorDiv(i.micros, microsOfDay)
	rest := i.micros - days*microsOfDay
	c := clock{days: days, hour: int(rest / 3600e6), minute: int(rest / 60e6 % 60), second: int(rest / 1e6 % 60), micro: int(rest % 1e6)}
	c.year, c.month, c.day = civil(days)
	return c
}

// weekday is 1 for Monday to 7 for Sunday.
func weekday(days int64) int { return int(floorMod(days+3, 7)) + 1 }

// isoWeek gives the ISO week and its year.
func isoWeek(days int64) (year, week int) {
	thursday := days - int64(weekday(days)) + 4
	year, _, _ = civil(thursday)
	return year, int(thursday-daysOf(year, 1, 1))/7 + 1
}

func yearDay(days int64) int {
	year, _, _ := civil(days)
	return int(days-daysOf(year, 1, 1)) + 1
}

// The variants of natives that give a timestamp, by the form of the result.
var instantForms = map[string]string{
	"": "TIMESTAMP", "_p": "STRUCT(t TIMESTAMP, p INTEGER)", "_z": "STRUCT(t TIMESTAMP, z VARCHAR)", "_zp": "STRUCT(t TIMESTAMP, p INTEGER, z VARCHAR)",
}

// nativeInstant declares a native for all four forms of its result; see
// instantName.
func nativeInstant(name, params string, f func(a []any) (instant, error)) {
	for suffix, form := range instantForms {
		native(name+suffix, params, form, func(a []any) (any, error) {
			i, err := f(a)
			if err != nil {
				return nil, err
			}
			switch suffix {
			case "":
				return i.micros, nil
			case "_p":
				return []any{i.micros, i.picos}, nil
			case "_z":
				return []any{i.micros, i.zone}, nil
			}
			return []any{i.micros, i.picos, i.zone}, nil
		})
	}
}

// instantName is the native's variant for a result of the type.
func instantName(name string, t types.Type) string {
	if t.Kind == types.TimestampTZ {
		name += "_z"
		if t.N > 6 {
			return name + "p"
		}
	} else if t.N > 6 {
		name += "_p"
	}
	return name
}

// asLocal writes the local timestamp, without picoseconds, of a date, timestamp
// or one with time zone, as a DuckDB TIMESTAMP or DATE.
func asLocal(sql string, t types.Type) string {
	switch {
	case t.Kind == types.TimestampTZ:
		return "trino_local(" + sql + ")"
	case t.Kind == types.Timestamp && t.N > 6:
		return "(" + sql + ").t"
	}
	return sql
}

func init() {
	native("trino_local", "ANY", "TIMESTAMP", func(a []any) (any, error) { return readInstant(a[0]).local().micros, nil })
}
