package function

import (
	"fmt"
	"math"

	"sanpin/warehouse/dialect/types"
)

const (
	dayInterval  = "interval day to second"
	yearInterval = "interval year to month"
)

// sumOfTime adds rows for value + interval, interval + value, value - interval.
func sumOfTime(value, interval, result string, write func(c *call, value, interval string) string) {
	operator("+", "("+value+", "+interval+") "+result, func(c *call) string { return write(c, c.SQL[0], c.SQL[1]) })
	operator("+", "("+interval+", "+value+") "+result, func(c *call) string {
		d := *c
		d.params = []types.Type{c.params[1], c.params[0]}
		return write(&d, c.SQL[1], c.SQL[0])
	})
	operator("-", "("+value+", "+interval+") "+result, func(c *call) string { return write(c, c.SQL[0], "(- "+c.SQL[1]+")") })
}

func init() {
	sumOfTime("date", dayInterval, "date", func(_ *call, v, i string) string { return "trino_date_plus(" + v + ", " + i + ")" })
	sumOfTime("date", yearInterval, "date", func(_ *call, v, i string) string { return "CAST(" + v + " + to_months(" + i + ") AS DATE)" })
	for _, zone := range []string{"", " with time zone"} {
		sumOfTime("timestamp(p)"+zone, dayInterval, "timestamp(max(p, 3))"+zone, func(c *call, v, i string) string {
			if t := c.params[0]; t.Kind == types.Timestamp && t.N <= 6 {
				return "(" + v + " + to_microseconds(" + i + " * 1000))"
			}
			return instantName("trino_plus", c.result) + "(" + v + ", " + i + ")"
		})
		sumOfTime("timestamp(p)"+zone, yearInterval, "timestamp(p)"+zone, func(c *call, v, i string) string {
			if t := c.params[0]; t.Kind == types.Timestamp && t.N <= 6 {
				return "(" + v + " + to_months(" + i + "))"
			}
			return instantName("trino_plus_months", c.result) + "(" + v + ", " + i + ")"
		})
	}
	sumOfTime("time(p)", dayInterval, "time(max(p, 3))", func(c *call, v, i string) string {
		return fromPicos(fmt.Sprintf("trino_time_plus(%s, %s)", picosOfDay(v, c.params[0]), i), c.result)
	})
	operator("-", "(date, date) interval day to second", sql("(CAST($1 - $2 AS BIGINT) * 86400000)"))
	operator("-", "(time(p), time(p)) interval day to second", func(c *call) string {
		return fmt.Sprintf("trino_time_minus(%s, %s)", picosOfDay(c.SQL[0], c.params[0]), picosOfDay(c.SQL[1], c.params[1]))
	})
	operator("-", "(timestamp(p), timestamp(p)) interval day to second", sql("trino_minus($1, $2)"))
	operator("-", "(timestamp(p) with time zone, timestamp(p) with time zone) interval day to second", sql("trino_zoned_minus($1, $2)"))
	for _, k := range []string{dayInterval, yearInterval} {
		operator("+", "("+k+", "+k+") "+k, sql("($1 + $2)"))
		operator("-", "("+k+", "+k+") "+k, sql("($1 - $2)"))
		operator("-", "("+k+") "+k, sql("(- $1)"))
		operator("+", "("+k+") "+k, sql("$1"))
		operator("*", "("+k+", bigint) "+k, sql("CAST(trino_interval_times($1, $2, '"+k+"') AS $T)"))
		operator("*", "(bigint, "+k+") "+k, sql("CAST(trino_interval_times($2, $1, '"+k+"') AS $T)"))
		operator("*", "("+k+", double) "+k, sql("CAST(trunc($1 * $2) AS $T)"))
		operator("*", "(double, "+k+") "+k, sql("CAST(trunc($1 * $2) AS $T)"))
		operator("/", "("+k+", double) "+k, sql("CAST(trino_interval_divide($1, $2) AS $T)"))
	}
	native("trino_interval_times", "BIGINT, BIGINT, VARCHAR", "BIGINT", func(a []any) (any, error) {
		x := a[0].(int64) * a[1].(int64)
		if a[2] == yearInterval && (x > math.MaxInt32 || x < math.MinInt32) {
			return nil, failure("GENERIC_INTERNAL_ERROR", "Value %d is out of range for type interval year to month", x)
		}
		return x, nil
	})
	native("trino_interval_divide", "BIGINT, DOUBLE", "BIGINT", func(a []any) (any, error) {
		q := float64(a[0].(int64)) / a[1].(float64)
		switch {
		case math.IsNaN(a[1].(float64)) || a[1].(float64) == 0:
			return nil, badArgument("Cannot divide by double %s", javaText(a[1].(float64), 64))
		case math.Abs(q) >= 1<<63:
			return nil, outOfRange("interval out of range")
		}
		return int64(q), nil
	})
	native("trino_date_plus", "DATE, BIGINT", "DATE", func(a []any) (any, error) {
		if a[1].(int64)%86400000 != 0 {
			return nil, badArgument("Cannot add hour, minutes or seconds to a date")
		}
		days := a[0].(int64) + a[1].(int64)/86400000
		return days, dateFits(days, 0)
	})
	nativeInstant("trino_plus", "ANY, BIGINT", func(a []any) (instant, error) {
		return readInstant(a[0]).addChecked("millisecond", a[1].(int64), "GENERIC_INTERNAL_ERROR")
	})
	nativeInstant("trino_plus_months", "ANY, INTEGER", func(a []any) (instant, error) {
		return readInstant(a[0]).addChecked("month", a[1].(int64), "GENERIC_INTERNAL_ERROR")
	})
	native("trino_time_plus", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
		return floorMod(a[0].(int64)+a[1].(int64)%86400000*1e9, picosOfADay), nil
	})
	native("trino_time_minus", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
		return floorDiv(a[0].(int64)-a[1].(int64)+5e8, 1e9), nil
	})
	native("trino_minus", "ANY, ANY", "BIGINT", func(a []any) (any, error) {
		return floorDiv(readInstant(a[0]).micros-readInstant(a[1]).micros+500, 1e3), nil
	})
	native("trino_zoned_minus", "ANY, ANY", "BIGINT", func(a []any) (any, error) {
		return (readInstant(a[0]).round(3).micros - readInstant(a[1]).round(3).micros) / 1e3, nil
	})
}
