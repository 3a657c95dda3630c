package function

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"sanpin/warehouse/dialect/types"
)

const (
	tsP  = "timestamp(p)"
	tszP = "timestamp(p) with time zone"
)

// fieldOfTime adds rows for a function that reads a number off the local
// timestamp $L, for each of the types.
func fieldOfTime(name, template string, alias []string, kinds ...string) {
	for _, k := range kinds {
		define(Scalar, row{signature: name + "(" + k + ") bigint", alias: alias, form: func(c *call) string {
			return "CAST(" + strings.ReplaceAll(template, "$L", asLocal(c.SQL[0], c.params[0])) + " AS BIGINT)"
		}})
	}
}

func init() {
	days, clocks := []string{"date", tsP, tszP}, []string{tsP, tszP}
	fieldOfTime("year", "year($L)", nil, days...)
	fieldOfTime("quarter", "quarter($L)", nil, days...)
	fieldOfTime("month", "month($L)", nil, days...)
	fieldOfTime("week", "week($L)", []string{"week_of_year"}, days...)
	fieldOfTime("year_of_week", "isoyear($L)", []string{"yow"}, days...)
	fieldOfTime("day", "day($L)", []string{"day_of_month"}, days...)
	fieldOfTime("day_of_year", "dayofyear($L)", []string{"doy"}, days...)
	fieldOfTime("day_of_week", "isodow($L)", []string{"dow"}, days...)
	fieldOfTime("hour", "hour($L)", nil, clocks...)
	fieldOfTime("minute", "minute($L)", nil, clocks...)
	fieldOfTime("second", "second($L)", nil, clocks...)
	fieldOfTime("millisecond", "millisecond($L) % 1000", nil, clocks...)
	for name, unit := range map[string]string{"hour": "3600000000000000", "minute": "60000000000000", "second": "1000000000000", "millisecond": "1000000000"} {
		limit := map[string]string{"hour": "24", "minute": "60", "second": "60", "millisecond": "1000"}[name]
		define(Scalar,
			row{signature: name + "(time(p)) bigint", form: func(c *call) string {
				return picosOfDay(c.SQL[0], c.params[0]) + " // " + unit + " % " + limit
			}},
			row{signature: name + "(time(p) with time zone) bigint", form: sql("(($1).t // " + unit + " % " + limit + ")")},
		)
	}
	for name, template := range map[string]string{"hour": "($1 // 3600000 % 24)", "minute": "($1 // 60000 % 60)", "second": "($1 // 1000 % 60)", "millisecond": "($1 % 1000)"} {
		define(Scalar, row{signature: name + "(interval day to second) bigint", form: sql(template)})
	}
	define(Scalar,
		row{signature: "day(interval day to second) bigint", form: sql("($1 // 86400000)"), alias: []string{"day_of_month"}},
		row{signature: "year(interval year to month) bigint", form: sql("CAST($1 // 12 AS BIGINT)")},
		row{signature: "month(interval year to month) bigint", form: sql("CAST($1 % 12 AS BIGINT)")},
		row{signature: "to_milliseconds(interval day to second) bigint", form: sql("$1")},
		row{signature: "last_day_of_month(date) date", form: sql("last_day($1)")},
		row{signature: "last_day_of_month(timestamp(p)) date", form: lastDay},
		row{signature: "last_day_of_month(timestamp(p) with time zone) date", form: lastDay},
		row{signature: "date(timestamp(p)) date", form: castForm(types.Of(types.Date))},
		row{signature: "date(timestamp(p) with time zone) date", form: castForm(types.Of(types.Date))},
		row{signature: "date(varchar(x)) date", form: castForm(types.Of(types.Date))},
	)
}

func lastDay(c *call) string { return "last_day(" + asLocal(c.SQL[0], c.params[0]) + ")" }

// castForm is a function that is a cast under another name.
func castForm(to types.Type) form {
	return func(c *call) string { return Coerce(c.SQL[0], c.params[0], to) }
}

// instantForm calls the variant of a native for the result's form.
func instantForm(name string) form {
	return func(c *call) string { return c.fill(instantName(name, c.result) + "($*)") }
}

// units are a field of time's length in microseconds; those of days and more
// are counted on the calendar.
var units = map[string]int64{"millisecond": 1e3, "second": 1e6, "minute": 60e6, "hour": 3600e6}

var calendarUnits = map[string]int64{"day": 1, "week": 7, "month": 1, "quarter": 3, "year": 12}

// unitOf checks the name of a field of time: kind is DATE, TIME or TIMESTAMP.
func unitOf(name, kind string) (string, error) {
	unit := strings.ToLower(name)
	_, clock := units[unit]
	_, calendar := calendarUnits[unit]
	if clock && kind != "DATE" || calendar && kind != "TIME" {
		return unit, nil
	}
	return "", badArgument("'%s' is not a valid %s field", name, kind)
}

func isMonths(unit string) bool { return unit == "month" || unit == "quarter" || unit == "year" }

// addDays moves a day by units of the calendar.
func addDays(days int64, unit string, n int64) int64 {
	n *= calendarUnits[unit]
	if isMonths(unit) {
		return plusMonths(days, n)
	}
	return days + n
}

func (i instant) add(unit string, n int64) instant {
	if step, ok := units[unit]; ok {
		i.micros += n * step
		return i
	}
	l := i.local()
	days := floorDiv(l.micros, microsOfDay)
	l.micros += (addDays(days, unit, n) - days) * microsOfDay
	return i.withLocal(l)
}

// dateFits fails where a date or the steps to it leave Trino's range.
func dateFits(days, steps int64) error {
	if days > math.MaxInt32 || days < math.MinInt32 || steps > math.MaxInt32 || steps < math.MinInt32 {
		return failure("GENERIC_INTERNAL_ERROR", "Value %d exceeds MAX_INT for type date", days)
	}
	return nil
}

// addChecked is add within the range of timestamps: without a zone DuckDB's,
// with one that of Trino's packed milliseconds, which fail by another name.
func (i instant) addChecked(unit string, n int64, zoned string) (instant, error) {
	limit, name := int64(9e18), "GENERIC_INTERNAL_ERROR"
	if i.zoned {
		limit, name = 1<<51*1000, zoned
	}
	step, clock := units[unit]
	if !clock {
		step = calendarUnits[unit] * microsOfDay
		if isMonths(unit) {
			step *= 30
		}
	}
	far := float64(n)*float64(step) + float64(i.micros)
	if math.Abs(far) > 9.2e18 || isMonths(unit) && n*calendarUnits[unit] > math.MaxInt32 {
		return i, failure(name, "Millis overflow: %.0f", far/1e3)
	}
	j := i.add(unit, n)
	if j.micros >= limit || j.micros <= -limit {
		return i, failure(name, "Millis overflow: %d", j.micros/1000)
	}
	return j, nil
}

// dateAdd keeps the precision: what is shorter is rounded.
func dateAdd(c *call) string {
	return c.fill(instantName("trino_date_add", c.result) + "($*, " + itoa(c.result.N) + ")")
}

func truncateDay(days int64, unit string) int64 {
	year, month, _ := civil(days)
	switch unit {
	case "week":
		return days - int64(weekday(days)) + 1
	case "month":
		return daysOf(year, month, 1)
	case "quarter":
		return daysOf(year, (month-1)/3*3+1, 1)
	case "year":
		return daysOf(year, 1, 1)
	}
	return days
}

func (i instant) truncate(unit string) instant {
	l := i.local()
	if step, ok := units[unit]; ok {
		moved := l.micros - floorDiv(l.micros, step)*step
		return instant{micros: i.micros - moved, zone: i.zone, zoned: i.zoned}
	}
	days := truncateDay(floorDiv(l.micros, microsOfDay), unit)
	return i.withLocal(instant{micros: days * microsOfDay})
}

// monthsBetween counts whole months: the most that can be added to from
// without passing to. Both are days, with what remains of the day.
func monthsBetween(from, to, fromRest, toRest int64) int64 {
	if to < from || to == from && toRest < fromRest {
		return -monthsBetween(to, from, toRest, fromRest)
	}
	y, m, _ := civil(from)
	z, n, _ := civil(to)
	months := int64(z-y)*12 + int64(n-m)
	if reached := plusMonths(from, months); reached > to || reached == to && fromRest > toRest {
		months--
	}
	return months
}

func diffDays(unit string, from, to, fromRest, toRest int64) int64 {
	if isMonths(unit) {
		return monthsBetween(from, to, fromRest, toRest) / calendarUnits[unit]
	}
	return ((to-from)*microsOfDay + toRest - fromRest) / microsOfDay / calendarUnits[unit]
}

// diff counts whole units from i to j, to the millisecond.
func (i instant) diff(unit string, j instant) int64 {
	i.micros, j.micros = floorDiv(i.micros, 1e3)*1e3, floorDiv(j.micros, 1e3)*1e3
	if step, ok := units[unit]; ok {
		return (j.micros - i.micros) / step
	}
	if i.zoned {
		j.zone = i.zone
	}
	a, b := i.local().micros, j.local().micros
	return diffDays(unit, floorDiv(a, microsOfDay), floorDiv(b, microsOfDay), floorMod(a, microsOfDay), floorMod(b, microsOfDay))
}

func init() {
	for _, k := range []string{tsP, tszP} {
		define(Scalar,
			row{signature: "date_add(varchar(x), bigint, " + k + ") " + k, form: dateAdd},
			row{signature: "date_trunc(varchar(x), " + k + ") " + k, form: truncation},
			row{signature: "date_diff(varchar(x), " + k + ", " + k + ") bigint", form: sql("trino_date_diff($1, $2, $3)")},
		)
	}
	nativeInstant("trino_date_add", "VARCHAR, BIGINT, ANY, BIGINT", func(a []any) (instant, error) {
		unit, err := unitOf(a[0].(string), "TIMESTAMP")
		if err != nil {
			return instant{}, err
		}
		i, err := readInstant(a[2]).addChecked(unit, a[1].(int64), "INVALID_FUNCTION_ARGUMENT")
		return i.round(number(a[3])), err
	})
	nativeInstant("trino_date_trunc", "VARCHAR, ANY", func(a []any) (instant, error) {
		unit, err := unitOf(a[0].(string), "TIMESTAMP")
		if err != nil {
			return instant{}, err
		}
		return readInstant(a[1]).truncate(unit), nil
	})
	native("trino_date_diff", "VARCHAR, ANY, ANY", "BIGINT", func(a []any) (any, error) {
		unit, err := unitOf(a[0].(string), "TIMESTAMP")
		if err != nil {
			return nil, err
		}
		return readInstant(a[1]).diff(unit, readInstant(a[2])), nil
	})
	define(Scalar,
		row{signature: "date_add(varchar(x), bigint, date) date", form: native("trino_day_add", "VARCHAR, BIGINT, DATE", "DATE", func(a []any) (any, error) {
			unit, err := unitOf(a[0].(string), "DATE")
			if err != nil {
				return nil, err
			}
			days := addDays(a[2].(int64), unit, a[1].(int64))
			return days, dateFits(days, a[1].(int64))
		})},
		row{signature: "date_trunc(varchar(x), date) date", form: truncation},
		row{signature: "date_diff(varchar(x), date, date) bigint", form: native("trino_day_diff", "VARCHAR, DATE, DATE", "BIGINT", func(a []any) (any, error) {
			unit, err := unitOf(a[0].(string), "DATE")
			if err != nil {
				return nil, err
			}
			return diffDays(unit, a[1].(int64), a[2].(int64), 0, 0), nil
		})},
		row{signature: "date_add(varchar(x), bigint, time(p)) time(p)", form: timeForm("trino_time_add($1, $2, $A)", 2)},
		row{signature: "date_trunc(varchar(x), time(p)) time(p)", form: timeForm("trino_time_trunc($1, $A)", 1)},
		row{signature: "date_diff(varchar(x), time(p), time(p)) bigint", form: func(c *call) string {
			return fmt.Sprintf("trino_time_diff(%s, %s, %s)", c.SQL[0], picosOfDay(c.SQL[1], c.params[1]), picosOfDay(c.SQL[2], c.params[2]))
		}},
		row{signature: "date_add(varchar(x), bigint, time(p) with time zone) time(p) with time zone", form: refusal("date_add of time with time zone")},
		row{signature: "date_trunc(varchar(x), time(p) with time zone) time(p) with time zone", form: refusal("date_trunc of time with time zone")},
		row{signature: "date_diff(varchar(x), time(p) with time zone, time(p) with time zone) bigint", form: refusal("date_diff of time with time zone")},
	)
	native("trino_day_trunc", "VARCHAR, DATE", "DATE", func(a []any) (any, error) {
		unit, err := unitOf(a[0].(string), "DATE")
		if err != nil {
			return nil, err
		}
		return truncateDay(a[1].(int64), unit), nil
	})
	timeNative := func(name, params string, f func(unit int64, a []any) int64) {
		native(name, params, "BIGINT", func(a []any) (any, error) {
			unit, err := unitOf(a[0].(string), "TIME")
			if err != nil {
				return nil, err
			}
			return f(units[unit]*1e6, a), nil
		})
	}
	timeNative("trino_time_add", "VARCHAR, BIGINT, BIGINT", func(unit int64, a []any) int64 {
		step := floorMod(a[1].(int64), picosOfADay/unit) * unit
		return floorMod(a[2].(int64)+step, picosOfADay)
	})
	timeNative("trino_time_trunc", "VARCHAR, BIGINT", func(unit int64, a []any) int64 { return a[1].(int64) / unit * unit })
	timeNative("trino_time_diff", "VARCHAR, BIGINT, BIGINT", func(unit int64, a []any) int64 { return (a[2].(int64) - a[1].(int64)) / unit })
}

func refusal(what string) form { return func(*call) string { refuse("%s", what); return "" } }

// timeForm writes a native on a time's picoseconds.
func timeForm(template string, arg int) form {
	return func(c *call) string {
		picos := c.fill(template, picosOfDay(c.SQL[arg], c.params[arg]))
		return fromPicos(roundedPicos(picos, types.MaxSecond, c.result.N), c.result)
	}
}

// truncation is DuckDB's own for a constant unit that is right for the type.
func truncation(c *call) string {
	t := c.params[1]
	kind, name := "TIMESTAMP", instantName("trino_date_trunc", t)
	if t.Kind == types.Date {
		kind, name = "DATE", "trino_day_trunc"
	}
	if unit, err := unitOf(c.args[0].Literal, kind); c.args[0].IsConst && err == nil && (t.Kind == types.Date || t.Kind == types.Timestamp && t.N <= 6) {
		return fmt.Sprintf("CAST(date_trunc('%s', %s) AS %s)", unit, c.SQL[1], t.DuckDB())
	}
	return name + "(" + c.SQL[0] + ", " + c.SQL[1] + ")"
}

func init() {
	define(Scalar,
		row{signature: "now() timestamp(3) with time zone", form: func(*call) string { return nowSQL(types.TimeOf(types.TimestampTZ, 3)) }},
		row{signature: "current_timezone() varchar", form: func(*call) string { return ZoneMark }},
		row{signature: "from_unixtime(double) timestamp(3) with time zone", form: func(c *call) string { return c.fill("trino_from_unixtime_z($1, ") + ZoneMark + ")" }},
		row{signature: "from_unixtime(double, varchar(x)) timestamp(3) with time zone", form: sql("trino_from_unixtime_z($1, $2)")},
		row{signature: "from_unixtime(double, bigint, bigint) timestamp(3) with time zone", form: sql("trino_from_unixtime_z($1, trino_offset_zone($2, $3))")},
		row{signature: "from_unixtime_nanos(bigint) timestamp(9) with time zone", form: func(c *call) string { return c.fill("trino_from_unixtime_nanos_zp($1, 0, ") + ZoneMark + ")" }},
		row{signature: "from_unixtime_nanos(decimal(p,s)) timestamp(9) with time zone", form: func(c *call) string {
			return c.fill("trino_from_unixtime_nanos_zp($1, "+itoa(c.params[0].Scale)+", ") + ZoneMark + ")"
		}},
		row{signature: "to_unixtime(timestamp(p) with time zone) double", form: native("trino_to_unixtime", "ANY", "DOUBLE", func(a []any) (any, error) {
			i := readInstant(a[0])
			if i.picos == 0 {
				return float64(i.micros) / 1e6, nil
			}
			return (float64(i.micros) + float64(i.picos)/1e6) / 1e6, nil
		})},
		row{signature: "at_timezone(timestamp(p) with time zone, varchar(x)) timestamp(p) with time zone", form: instantForm("trino_at_timezone")},
		row{signature: "with_timezone(timestamp(p), varchar(x)) timestamp(p) with time zone", form: func(c *call) string {
			return c.fill(instantName("trino_at", c.result) + "($1, 12, $2)")
		}},
		row{signature: "timezone(timestamp(p) with time zone) varchar", form: sql("($1).z")},
		row{signature: "timezone_hour(timestamp(p) with time zone) bigint", form: sql("(trino_offset($1) // 3600)")},
		row{signature: "timezone_minute(timestamp(p) with time zone) bigint", form: sql("(trino_offset($1) // 60 % 60)")},
		row{signature: "timezone_hour(time(p) with time zone) bigint", form: sql("CAST(($1).z // 60 AS BIGINT)")},
		row{signature: "timezone_minute(time(p) with time zone) bigint", form: sql("CAST(($1).z % 60 AS BIGINT)")},
		row{signature: "to_iso8601(date) varchar(16)", form: castForm(types.VarcharOf(16))},
		row{signature: "to_iso8601(timestamp(p)) varchar(22 + min(p, 1) + p)", form: isoText},
		row{signature: "to_iso8601(timestamp(p) with time zone) varchar(28 + min(p, 1) + p)", form: isoText},
		row{signature: "human_readable_seconds(double) varchar", form: native("trino_human_seconds", "DOUBLE", "VARCHAR", humanSeconds)},
	)
	operator("AT TIME ZONE", "(timestamp(p) with time zone, varchar(x)) timestamp(p) with time zone", func(c *call) string {
		if c.args[0].Type.Kind == types.Date {
			panic(fail("TYPE_MISMATCH", "Type of value must be a time or timestamp with or without time zone (actual date)"))
		}
		return instantForm("trino_at_timezone")(c)
	})
	operator("AT TIME ZONE", "(timestamp(p) with time zone, interval day to second) timestamp(p) with time zone", func(c *call) string {
		return c.fill(instantName("trino_at_timezone", c.result) + "($1, trino_offset_zone(0, $2 // 60000))")
	})
	operator("AT TIME ZONE", "(time(p) with time zone, varchar(x)) time(p) with time zone", refusal("AT TIME ZONE of a time"))

	nativeInstant("trino_from_unixtime", "DOUBLE, VARCHAR", func(a []any) (instant, error) {
		zone, ok := zoneName(a[1].(string))
		if !ok {
			return instant{}, failure("NOT_SUPPORTED", "Time zone not supported: %s", a[1])
		}
		millis := math.Floor(a[0].(float64)*1000 + 0.5)
		if math.IsNaN(millis) {
			millis = 0
		}
		if math.Abs(millis) > 1<<51 {
			return instant{}, badArgument("Millis overflow: %.0f", millis)
		}
		return instant{micros: int64(millis) * 1e3, zone: zone, zoned: true}, nil
	})
	nativeInstant("trino_from_unixtime_nanos", "ANY, BIGINT, VARCHAR", func(a []any) (instant, error) {
		nanos := rescale(unscaled(a[0]), number(a[1]), 0)
		micros, rest := new(big.Int).DivMod(nanos, big.NewInt(1000), new(big.Int))
		return instant{micros: micros.Int64(), picos: rest.Int64() * 1000, zone: a[2].(string), zoned: true}, nil
	})
	nativeInstant("trino_at_timezone", "ANY, VARCHAR", func(a []any) (instant, error) {
		zone, ok := zoneName(a[1].(string))
		if !ok {
			return instant{}, badArgument("'%s' is not a valid time zone", a[1])
		}
		i := readInstant(a[0])
		i.zone = zone
		return i, nil
	})
	native("trino_offset_zone", "BIGINT, BIGINT", "VARCHAR", func(a []any) (any, error) {
		minutes := a[0].(int64)*60 + a[1].(int64)
		if minutes < -14*60 || minutes > 14*60 {
			return nil, badArgument("Invalid offset minutes %d", minutes)
		}
		if minutes == 0 {
			return "UTC", nil
		}
		return offsetText(int(minutes)), nil
	})
	native("trino_offset", "ANY", "BIGINT", func(a []any) (any, error) {
		i := readInstant(a[0])
		return offsetAt(i.zone, i.micros), nil
	})
	native("trino_iso8601", "ANY, BIGINT", "VARCHAR", func(a []any) (any, error) {
		i := readInstant(a[0])
		text := strings.Replace(i.local().text(number(a[1])), " ", "T", 1)
		if !i.zoned {
			return text, nil
		}
		if i.zone == "UTC" {
			return text + "Z", nil
		}
		return text + offsetText(int(offsetAt(i.zone, i.micros)/60)), nil
	})
}

func isoText(c *call) string { return c.fill("trino_iso8601($1, " + itoa(c.params[0].N) + ")") }

func humanSeconds(a []any) (any, error) {
	n := math.Round(math.Abs(a[0].(float64)))
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return nil, badArgument("Invalid argument found: %s", javaText(a[0].(float64), 64))
	}
	rest := int64(n)
	var parts []string
	for _, u := range []struct {
		name    string
		seconds int64
	}{{"week", 604800}, {"day", 86400}, {"hour", 3600}, {"minute", 60}, {"second", 1}} {
		if k := rest / u.seconds; k > 0 {
			rest -= k * u.seconds
			part := fmt.Sprintf("%d %s", k, u.name)
			if k > 1 {
				part += "s"
			}
			parts = append(parts, part)
		}
	}
	if parts == nil {
		return "0 seconds", nil
	}
	return strings.Join(parts, ", "), nil
}

// nowSQL writes the start of the statement as a value of the type: timestamp,
// time, with time zone or without, or date.
func nowSQL(t types.Type) string {
	zoned := "trino_at_timezone_zp(struct_pack(t := " + NowMark + ", z := 'UTC'), " + ZoneMark + ")"
	return Coerce(zoned, types.TimeOf(types.TimestampTZ, 12), t)
}
