package dialect

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

var (
	dateForm = regexp.MustCompile(`^\s*([-+]?\d{4,6})-(\d{1,2})-(\d{1,2})\s*$`)
	timeForm = regexp.MustCompile(`^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,12}))?)?\s*(?:([+-])(\d\d):(\d\d))?$`)
	stamp    = regexp.MustCompile(`^([-+]?\d{4,6})-(\d{1,2})-(\d{1,2})(?: (?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,12}))?)?)?\s*(.+)?)?$`)
	offset   = regexp.MustCompile(`^([+-])(\d\d?):?(\d\d)?$`)
)

const picosPerSecond = 1_000_000_000_000

// number reads digits that a pattern has matched; "" is 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// picos are a fraction of a second such as 123.
func picos(fraction string) int64 {
	n, _ := strconv.ParseInt((fraction + "000000000000")[:12], 10, 64)
	return n
}

// day checks a date of the proleptic Gregorian calendar.
func day(year, month, day string) (time.Time, bool) {
	y, m, d := number(year), number(month), number(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Year() == y && int(t.Month()) == m && t.Day() == d
}

func dateSQL(t time.Time) string {
	if y := t.Year(); 1 <= y && y <= 9999 {
		return "DATE '" + t.Format("2006-01-02") + "'"
	}
	return fmt.Sprintf("(DATE '1970-01-01' + CAST(%d AS INTEGER))", t.Unix()/86400)
}

// timestampSQL writes a moment without zone, in microseconds.
func timestampSQL(t time.Time) string {
	if y := t.Year(); 1 <= y && y <= 9999 {
		return "TIMESTAMP '" + t.Format("2006-01-02 15:04:05.999999") + "'"
	}
	return fmt.Sprintf("make_timestamp(CAST(%d AS BIGINT))", t.UnixMicro())
}

func dateText(text string) (value, bool) {
	m := dateForm.FindStringSubmatch(text)
	if m == nil {
		return value{}, false
	}
	t, ok := day(m[1], m[2], m[3])
	return constant(types.Of(types.Date), dateSQL(t), text), ok
}

// clock checks an hour, minute and second and gives picoseconds of the day.
func clock(hour, minute, second, fraction string) (int64, bool) {
	h, m, s := number(hour), number(minute), number(second)
	return (int64(h)*3600+int64(m)*60+int64(s))*picosPerSecond + picos(fraction), h < 24 && m < 60 && s < 60
}

func timeText(text string) (value, bool) {
	m := timeForm.FindStringSubmatch(text)
	if m == nil {
		return value{}, false
	}
	p, ok := clock(m[1], m[2], m[3], m[4])
	if m[5] == "" {
		return timeValue(p, len(m[4])), ok
	}
	minutes := number(m[6])*60 + number(m[7])
	if m[5] == "-" {
		minutes = -minutes
	}
	return zonedTimeValue(p, len(m[4]), minutes), ok && number(m[7]) < 60 && -14*60 <= minutes && minutes <= 14*60
}

func timeValue(p int64, precision int) value {
	typ := types.TimeOf(types.Time, precision)
	if precision > 6 {
		return constant(typ, fmt.Sprintf("CAST(%d AS BIGINT)", p), "")
	}
	t := time.Unix(0, p/1000).UTC()
	return constant(typ, "TIME '"+t.Format("15:04:05.000000")+"'", "")
}

func zonedTimeValue(p int64, precision, minutes int) value {
	typ := types.TimeOf(types.TimeTZ, precision)
	return constant(typ, fmt.Sprintf("struct_pack(t := CAST(%d AS BIGINT), z := CAST(%d AS INTEGER))", p, minutes), "")
}

// zone finds a time zone by its name or offset, and the name that Trino gives it.
func zone(name string) (*time.Location, string, bool) {
	if m := offset.FindStringSubmatch(name); m != nil {
		seconds := (number(m[2])*60 + number(m[3])) * 60
		text := fmt.Sprintf("%s%02d:%02d", m[1], number(m[2]), number(m[3]))
		if m[1] == "-" {
			seconds = -seconds
		}
		if seconds == 0 {
			text = "UTC"
		}
		return time.FixedZone(text, seconds), text, -14*3600 <= seconds && seconds <= 14*3600
	}
	switch strings.ToUpper(name) {
	case "Z", "UTC", "GMT", "UT", "UCT", "ZULU":
		return time.UTC, "UTC", true
	}
	if name == "" || name == "Local" {
		return nil, "", false
	}
	location, err := time.LoadLocation(name)
	return location, name, err == nil
}

func timestampText(text string) (value, bool) {
	m := stamp.FindStringSubmatch(text)
	if m == nil {
		return value{}, false
	}
	date, ok := day(m[1], m[2], m[3])
	p, good := clock(m[4], m[5], m[6], m[7])
	if !ok || !good {
		return value{}, false
	}
	precision := len(m[7])
	local := date.Add(time.Duration(p/1_000_000) * time.Microsecond)
	if m[8] == "" {
		return timestampValue(local, int(p%1_000_000), precision), true
	}
	location, name, ok := zone(strings.TrimSpace(m[8]))
	if !ok {
		return value{}, false
	}
	t, ok := inZone(local, location)
	return zonedValue(t.UTC(), int(p%1_000_000), precision, name), ok
}

// inZone is the moment at which a zone's clock shows a time: the first of two,
// and none where the clock leaps over it.
func inZone(local time.Time, zone *time.Location) (time.Time, bool) {
	shows := func(t time.Time) bool {
		return t.Format(time.DateTime) == local.Format(time.DateTime)
	}
	t := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), local.Nanosecond(), zone)
	_, now := t.Zone()
	_, before := t.Add(-24 * time.Hour).Zone()
	if earlier := t.Add(time.Duration(now-before) * time.Second); now < before && shows(earlier) {
		t = earlier
	}
	return t, shows(t)
}

// timestampValue is a timestamp; picos are those within the microsecond.
func timestampValue(t time.Time, picos, precision int) value {
	typ := types.TimeOf(types.Timestamp, precision)
	if precision > 6 {
		return constant(typ, fmt.Sprintf("struct_pack(t := %s, p := CAST(%d AS INTEGER))", timestampSQL(t), picos), "")
	}
	return constant(typ, timestampSQL(t), "")
}

// zonedValue is a timestamp with time zone, of a moment in UTC.
func zonedValue(t time.Time, picos, precision int, zone string) value {
	typ := types.TimeOf(types.TimestampTZ, precision)
	if precision > 6 {
		return constant(typ, fmt.Sprintf("struct_pack(t := %s, p := CAST(%d AS INTEGER), z := %s)", timestampSQL(t), picos, quote(zone)), "")
	}
	return constant(typ, fmt.Sprintf("struct_pack(t := %s, z := %s)", timestampSQL(t), quote(zone)), "")
}

// intervalUnits are the milliseconds, or months, of a field, and its place in a
// text such as 3 04:05:06.
var intervalUnits = map[string]struct {
	size  int64
	place int
}{
	"YEAR": {12, 0}, "MONTH": {1, 1},
	"DAY": {86_400_000, 0}, "HOUR": {3_600_000, 1}, "MINUTE": {60_000, 2}, "SECOND": {1000, 3},
}

// intervalForms read what stands from one field to another.
var intervalForms = map[string]*regexp.Regexp{
	"YEAR TO MONTH":    regexp.MustCompile(`^([-+]?)(\d+)-(\d+)$`),
	"DAY TO HOUR":      regexp.MustCompile(`^([-+]?)(\d+) (\d+)$`),
	"DAY TO MINUTE":    regexp.MustCompile(`^([-+]?)(\d+) (\d+):(\d+)$`),
	"DAY TO SECOND":    regexp.MustCompile(`^([-+]?)(\d+)(?: (\d+)(?::(\d+)(?::(\d+)(?:\.(\d{1,3})\d*)?)?)?)?$`),
	"HOUR TO MINUTE":   regexp.MustCompile(`^([-+]?)(\d+):(\d+)$`),
	"HOUR TO SECOND":   regexp.MustCompile(`^([-+]?)(\d+):(\d+)(?::(\d+)(?:\.(\d{1,3})\d*)?)?$`),
	"MINUTE TO SECOND": regexp.MustCompile(`^([-+]?)(\d+):(\d+)(?:\.(\d{1,3})\d*)?$`),
	"SECOND":           regexp.MustCompile(`^([-+]?)(\d+)(?:\.(\d{1,3})\d*)?$`),
	"":                 regexp.MustCompile(`^([-+]?)(\d+)$`),
}

// interval is INTERVAL '…' DAY and its other forms: milliseconds or months.
func (w *walker) interval(e *ast.IntervalLiteral) value {
	span := e.From
	if e.To != "" && e.To != e.From {
		span += " TO " + e.To
	}
	form := intervalForms[span]
	if form == nil {
		form = intervalForms[""]
		if e.To != "" && e.To != e.From {
			w.t.fail(e, fault.InvalidLiteral, "Invalid interval qualifier: %s", span)
		}
	}
	m := form.FindStringSubmatch(e.Value)
	if m == nil {
		w.t.fail(e, fault.InvalidLiteral, "Invalid INTERVAL %s value: %s", span, e.Value)
	}
	total, ok := intervalSum(e.From, m[2:])
	if (m[1] == "-") != e.Negative {
		total = -total
	}
	typ := types.Of(types.IntervalDay)
	if e.From == "YEAR" || e.From == "MONTH" {
		typ = types.Of(types.IntervalYear)
		ok = ok && total == int64(int32(total))
	}
	if !ok {
		w.t.fail(e, fault.InvalidLiteral, "Invalid INTERVAL %s value: %s", span, e.Value)
	}
	text := strconv.FormatInt(total, 10)
	return constant(typ, cast(text, typ), text)
}

// intervalSum adds the fields from one on. ok is false where they do not fit.
func intervalSum(from string, parts []string) (total int64, ok bool) {
	fields := []string{"DAY", "HOUR", "MINUTE", "SECOND"}
	if from == "YEAR" || from == "MONTH" {
		fields = []string{"YEAR", "MONTH"}
	}
	fields = fields[intervalUnits[from].place:]
	for i, part := range parts {
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil && part != "" {
			return 0, false
		}
		if i >= len(fields) { // thousandths
			total += int64(number((part + "000")[:3]))
			continue
		}
		size := intervalUnits[fields[i]].size
		if n > (1<<62)/size {
			return 0, false
		}
		total += n * size
	}
	return total, true
}
