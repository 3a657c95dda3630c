package function

import (
	"fmt"

	"sanpin/warehouse/dialect/types"
)

const maxSequence = 10000

var errSequence = badArgument("result of sequence function must not have more than 10000 entries")

// sequence lists the values from start to stop; at gives the value after i steps.
func sequence(start, stop, step int64, at func(i int64) int64) (any, error) {
	switch {
	case step == 0:
		return nil, badArgument("step must not be zero")
	case step > 0 && stop < start || step < 0 && stop > start:
		return nil, badArgument("sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start")
	}
	out := []any{}
	for i := int64(0); ; i++ {
		x := at(i)
		if step > 0 && x > stop || step < 0 && x < stop {
			return out, nil
		}
		if i == maxSequence {
			return nil, errSequence
		}
		out = append(out, x)
	}
}

func linear(a []any, step int64) (any, error) {
	start := a[0].(int64)
	return sequence(start, a[1].(int64), step, func(i int64) int64 { return start + i*step })
}

func init() {
	step := func(a []any) int64 {
		if a[0].(int64) > a[1].(int64) {
			return -1
		}
		return 1
	}
	define(Scalar,
		row{signature: "sequence(bigint, bigint) array(bigint)", form: native("trino_sequence", "BIGINT, BIGINT", "BIGINT[]", func(a []any) (any, error) { return linear(a, step(a)) })},
		row{signature: "sequence(bigint, bigint, bigint) array(bigint)", form: native("trino_sequence_by", "BIGINT, BIGINT, BIGINT", "BIGINT[]", func(a []any) (any, error) {
			return linear(a, a[2].(int64))
		})},
		row{signature: "sequence(date, date) array(date)", form: native("trino_dates", "DATE, DATE", "DATE[]", func(a []any) (any, error) { return linear(a, step(a)) })},
		row{signature: "sequence(date, date, interval day to second) array(date)", form: native("trino_dates_by", "DATE, DATE, BIGINT", "DATE[]", func(a []any) (any, error) {
			if a[2].(int64)%86400000 != 0 {
				return nil, badArgument("sequence step must be a day interval if start and end values are dates")
			}
			return linear(a, a[2].(int64)/86400000)
		})},
		row{signature: "sequence(date, date, interval year to month) array(date)", form: native("trino_dates_by_month", "DATE, DATE, INTEGER", "DATE[]", func(a []any) (any, error) {
			start, months := a[0].(int64), a[2].(int64)
			return sequence(start, a[1].(int64), months, func(i int64) int64 { return plusMonths(start, i*months) })
		})},
		row{signature: "sequence(timestamp(p), timestamp(p), interval day to second) array(timestamp(p))", form: timestamps("trino_timestamps_by")},
		row{signature: "sequence(timestamp(p), timestamp(p), interval year to month) array(timestamp(p))", form: timestamps("trino_timestamps_by_month")},
	)
	native("trino_timestamps_by", "TIMESTAMP, TIMESTAMP, BIGINT", "TIMESTAMP[]", func(a []any) (any, error) { return linear(a, a[2].(int64)*1e3) })
	native("trino_timestamps_by_month", "TIMESTAMP, TIMESTAMP, INTEGER", "TIMESTAMP[]", func(a []any) (any, error) {
		start, months := a[0].(int64), a[2].(int64)
		return sequence(start, a[1].(int64), months, func(i int64) int64 { return instant{micros: start}.add("month", i*months).micros })
	})
}

func timestamps(name string) form {
	return func(c *call) string {
		if t := c.result.Element(); t.Kind == types.Timestamp && t.N > 6 {
			refuse("sequence of %s", t)
		}
		return fmt.Sprintf("%s(%s, %s, %s)", name, c.SQL[0], c.SQL[1], c.SQL[2])
	}
}
