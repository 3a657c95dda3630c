package function

import (
	"fmt"

	"sanpin/warehouse/dialect/types"
)

// toTime casts to dates, times and timestamps.
func toTime(sql string, from, to types.Type) (string, bool) {
	switch to.Kind {
	case types.Date:
		switch from.Kind {
		case types.Varchar:
			return "trino_date(" + sql + ")", true
		case types.Timestamp, types.TimestampTZ:
			return "CAST(" + asLocal(sql, from) + " AS DATE)", true
		}
	case types.Time:
		if picos, ok := picosOf(sql, from, to.N); ok {
			return fromPicos(picos, to), true
		}
	case types.TimeTZ:
		return toTimeTZ(sql, from, to)
	case types.Timestamp:
		return toTimestamp(sql, from, to)
	case types.TimestampTZ:
		return toTimestampTZ(sql, from, to)
	}
	return "", false
}

// picosOf writes the picoseconds of the day of a value, rounded to n digits.
func picosOf(sql string, from types.Type, n int) (string, bool) {
	switch from.Kind {
	case types.Varchar:
		return fmt.Sprintf("trino_time_parse(%s, %d)", sql, n), true
	case types.Time:
		return roundedPicos(picosOfDay(sql, from), from.N, n), true
	case types.TimeTZ:
		return roundedPicos("("+sql+").t", from.N, n), true
	case types.Timestamp, types.TimestampTZ:
		return fmt.Sprintf("trino_instant_time(%s, %d)", sql, n), true
	}
	return "", false
}

func roundedPicos(picos string, from, to int) string {
	if from <= to {
		return picos
	}
	return fmt.Sprintf("trino_time_round(%s, %d)", picos, to)
}

// fromPicos writes a time in its form from picoseconds of the day.
func fromPicos(picos string, t types.Type) string {
	if t.N > 6 {
		return picos
	}
	return "trino_picos_time(" + picos + ")"
}

func toTimeTZ(sql string, from, to types.Type) (string, bool) {
	switch from.Kind {
	case types.Varchar:
		return fmt.Sprintf("trino_timetz_parse(%s, %d, %s, %s)", sql, to.N, ZoneMark, NowMark), true
	case types.Time, types.Timestamp:
		picos, _ := picosOf(sql, from, to.N)
		return fmt.Sprintf("trino_timetz(%s, %s, %s)", picos, ZoneMark, NowMark), true
	case types.TimeTZ:
		return fmt.Sprintf("trino_timetz_round(%s, %d)", sql, to.N), true
	case types.TimestampTZ:
		return fmt.Sprintf("trino_zoned_timetz(%s, %d)", sql, to.N), true
	}
	return "", false
}

func toTimestamp(sql string, from, to types.Type) (string, bool) {
	switch from.Kind {
	case types.Varchar:
		return fmt.Sprintf("%s(%s, %d)", instantName("trino_timestamp", to), sql, to.N), true
	case types.Date:
		if to.N <= 6 {
			return "CAST(" + sql + " AS TIMESTAMP)", true
		}
		return fmt.Sprintf("%s(CAST(%s AS TIMESTAMP), %d)", instantName("trino_round", to), sql, to.N), true
	case types.Timestamp, types.TimestampTZ:
		return fmt.Sprintf("%s(%s, %d)", instantName("trino_round_local", to), sql, to.N), true
	case types.Time, types.TimeTZ:
		refuse("cast of %s to %s", from, to)
	}
	return "", false
}

func toTimestampTZ(sql string, from, to types.Type) (string, bool) {
	switch from.Kind {
	case types.Varchar:
		return fmt.Sprintf("%s(%s, %d, %s)", instantName("trino_zoned", to), sql, to.N, ZoneMark), true
	case types.Date:
		return fmt.Sprintf("%s(CAST(%s AS TIMESTAMP), %d, %s)", instantName("trino_at", to), sql, to.N, ZoneMark), true
	case types.Timestamp:
		return fmt.Sprintf("%s(%s, %d, %s)", instantName("trino_at", to), sql, to.N, ZoneMark), true
	case types.TimestampTZ:
		return fmt.Sprintf("%s(%s, %d)", instantName("trino_round", to), sql, to.N), true
	case types.Time, types.TimeTZ:
		refuse("cast of %s to %s", from, to)
	}
	return "", false
}

func init() {
	native("trino_date", "VARCHAR", "DATE", func(a []any) (any, error) {
		days, ok := ParseDate(a[0].(string))
		if !ok {
			return nil, badCast("Value cannot be cast to date: %s", a[0])
		}
		return days, nil
	})
	native("trino_time_parse", "VARCHAR, BIGINT", "BIGINT", func(a []any) (any, error) {
		picos, _, _, zoned, ok := ParseTime(a[0].(string))
		if !ok || zoned {
			return nil, badCast("Value cannot be cast to time: %s", a[0])
		}
		return roundTime(picos, number(a[1])), nil
	})
	native("trino_time_round", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) { return roundTime(a[0].(int64), number(a[1])), nil })
	native("trino_time_picos", "TIME", "BIGINT", func(a []any) (any, error) { return a[0].(int64) * 1e6, nil })
	native("trino_picos_time", "BIGINT", "TIME", func(a []any) (any, error) { return a[0].(int64) / 1e6, nil })
	native("trino_instant_time", "ANY, BIGINT", "BIGINT", func(a []any) (any, error) {
		i := readInstant(a[0])
		if !i.zoned && i.micros < 0 && i.micros%1e6 != 0 {
			return nil, failure("NOT_SUPPORTED", "the time of the day of a timestamp before 1970")
		}
		l := i.local()
		return roundTime(floorMod(l.micros, microsOfDay)*1e6+l.picos, number(a[1])), nil
	})
	const timetz = "STRUCT(t BIGINT, z INTEGER)"
	native("trino_timetz_parse", "VARCHAR, BIGINT, VARCHAR, TIMESTAMP", timetz, func(a []any) (any, error) {
		picos, _, offset, zoned, ok := ParseTime(a[0].(string))
		if !ok {
			return nil, badCast("Value cannot be cast to time with time zone: %s", a[0])
		}
		if !zoned {
			offset = int(offsetAt(a[2].(string), a[3].(int64)) / 60)
		}
		return []any{roundTime(picos, number(a[1])), int64(offset)}, nil
	})
	native("trino_timetz", "BIGINT, VARCHAR, TIMESTAMP", timetz, func(a []any) (any, error) {
		return []any{a[0], offsetAt(a[1].(string), a[2].(int64)) / 60}, nil
	})
	native("trino_timetz_round", timetz+", BIGINT", timetz, func(a []any) (any, error) {
		x := a[0].([]any)
		return []any{roundTime(x[0].(int64), number(a[1])), x[1]}, nil
	})
	native("trino_zoned_timetz", "ANY, BIGINT", timetz, func(a []any) (any, error) {
		i := readInstant(a[0])
		l := i.local()
		return []any{roundTime(floorMod(l.micros, microsOfDay)*1e6+l.picos, number(a[1])), offsetAt(i.zone, i.micros) / 60}, nil
	})
	nativeInstant("trino_timestamp", "VARCHAR, BIGINT", func(a []any) (instant, error) {
		micros, picos, _, zone, ok := ParseTimestamp(a[0].(string))
		if _, known := zoneName(zone); !ok || zone != "" && !known {
			return instant{}, badCast("Value cannot be cast to timestamp: %s", a[0])
		}
		return instant{micros: micros, picos: picos}.round(number(a[1])), nil
	})
	nativeInstant("trino_zoned", "VARCHAR, BIGINT, VARCHAR", func(a []any) (instant, error) {
		micros, picos, _, zone, ok := ParseTimestamp(a[0].(string))
		if zone == "" {
			zone = a[2].(string)
		}
		zone, known := zoneName(zone)
		if !ok || !known {
			return instant{}, badCast("Value cannot be cast to timestamp: %s", a[0])
		}
		return instant{micros: micros, picos: picos}.at(zone).round(number(a[1])), nil
	})
	nativeInstant("trino_round", "ANY, BIGINT", func(a []any) (instant, error) { return readInstant(a[0]).round(number(a[1])), nil })
	nativeInstant("trino_round_local", "ANY, BIGINT", func(a []any) (instant, error) {
		return readInstant(a[0]).local().round(number(a[1])), nil
	})
	nativeInstant("trino_at", "ANY, BIGINT, VARCHAR", func(a []any) (instant, error) {
		zone, ok := zoneName(a[2].(string))
		if !ok {
			return instant{}, badArgument("'%s' is not a valid time zone", a[2])
		}
		return readInstant(a[0]).at(zone).round(number(a[1])), nil
	})
	native("trino_date_text", "DATE", "VARCHAR", func(a []any) (any, error) { return dateText(a[0].(int64)), nil })
	native("trino_time_text", "BIGINT, BIGINT", "VARCHAR", func(a []any) (any, error) { return timeText(a[0].(int64), number(a[1])), nil })
	native("trino_timetz_text", timetz+", BIGINT", "VARCHAR", func(a []any) (any, error) {
		x := a[0].([]any)
		return timeText(x[0].(int64), number(a[1])) + offsetText(number(x[1])), nil
	})
	native("trino_timestamp_text", "ANY, BIGINT", "VARCHAR", func(a []any) (any, error) { return readInstant(a[0]).text(number(a[1])), nil })
	native("trino_interval_text", "BIGINT", "VARCHAR", func(a []any) (any, error) { return IntervalText(a[0].(int64)), nil })
	native("trino_months_text", "BIGINT", "VARCHAR", func(a []any) (any, error) { return MonthsText(a[0].(int64)), nil })
}
