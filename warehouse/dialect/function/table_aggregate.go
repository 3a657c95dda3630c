package function

import (
	"fmt"
	"math"

	"sanpin/warehouse/dialect/types"
)

// over puts the aggregate of DuckDB's name into a template as $A.
func over(name, template string) form {
	return func(c *call) string { return c.fill(template, c.aggregate(name, c.SQL...)) }
}

// where adds a condition to the clause's filter.
func (c *call) where(condition string) *call {
	d := *c
	if d.clause.Filter != "" {
		condition = "(" + d.clause.Filter + ") AND " + condition
	}
	d.clause.Filter = condition
	return &d
}

func init() {
	define(Aggregate,
		row{signature: "count() bigint", form: func(c *call) string { return c.aggregate("count", "*") }},
		row{signature: "count(T) bigint", form: count},
		row{signature: "count_if(boolean) bigint", form: func(c *call) string { return c.aggregate("count", c.fill("CASE WHEN $1 THEN 1 END")) }},
		row{signature: "sum(bigint) bigint", form: over("sum", "CAST($A AS BIGINT)")},
		row{signature: "sum(decimal(p,s)) decimal(38,s)", form: over("sum", "CAST($A AS $T)")},
		row{signature: "sum(real) real", form: over("sum", "trino_real($A)")},
		row{signature: "sum(double) double", form: agg("sum")},
		row{signature: "sum(interval day to second) interval day to second", form: over("sum", "CAST($A AS BIGINT)")},
		row{signature: "sum(interval year to month) interval year to month", form: over("sum", "CAST($A AS INTEGER)")},
		row{signature: "avg(bigint) double", form: agg("avg")},
		row{signature: "avg(double) double", form: agg("avg")},
		row{signature: "avg(real) real", form: over("avg", "trino_real($A)")},
		row{signature: "avg(decimal(p,s)) decimal(p,s)", form: averageDecimal},
		row{signature: "avg(interval day to second) interval day to second", form: over("avg", "CAST(trunc($A) AS BIGINT)")},
		row{signature: "avg(interval year to month) interval year to month", form: over("avg", "CAST(trunc($A) AS INTEGER)")},
		row{signature: "min(T) T | T:orderable", form: extremeAggregate("min", "arg_min")},
		row{signature: "max(T) T | T:orderable", form: extremeAggregate("max", "arg_max")},
		row{signature: "min(T, bigint) array(T) | T:orderable", form: nExtremes("")},
		row{signature: "max(T, bigint) array(T) | T:orderable", form: nExtremes(" DESC")},
		row{signature: "min_by(V, K) V | K:orderable", form: extremeBy("arg_min_null")},
		row{signature: "max_by(V, K) V | K:orderable", form: extremeBy("arg_max_null")},
		row{signature: "min_by(V, K, bigint) array(V) | K:orderable", form: nExtremesBy("")},
		row{signature: "max_by(V, K, bigint) array(V) | K:orderable", form: nExtremesBy(" DESC")},
		row{signature: "arbitrary(T) T", form: agg("any_value"), alias: []string{"any_value"}},
		row{signature: "array_agg(T) array(T)", form: agg("list")},
		row{signature: "bool_and(boolean) boolean", form: agg("bool_and"), alias: []string{"every"}},
		row{signature: "bool_or(boolean) boolean", form: agg("bool_or")},
		row{signature: "bitwise_and_agg(bigint) bigint", form: agg("bit_and")},
		row{signature: "bitwise_or_agg(bigint) bigint", form: agg("bit_or")},
		row{signature: "bitwise_xor_agg(bigint) bigint", form: agg("bit_xor")},
		row{signature: "geometric_mean(double) double", form: geometricMean},
		row{signature: "geometric_mean(bigint) double", form: geometricMean},
		row{signature: "geometric_mean(real) real", form: func(c *call) string { return "trino_real(" + geometricMean(c) + ")" }},
		row{signature: "listagg(varchar) varchar", form: func(c *call) string { return c.aggregate("string_agg", c.SQL[0], "''") }},
		row{signature: "listagg(varchar, varchar) varchar", form: agg("string_agg")},
		row{signature: "map_agg(K, V) map(K,V) | K:comparable", form: mapAgg},
		row{signature: "multimap_agg(K, V) map(K,array(V)) | K:comparable", form: multimapAgg},
		row{signature: "map_union(map(K,V)) map(K,V)", form: mapUnion},
		row{signature: "histogram(T) map(T,bigint) | T:comparable", form: func(c *call) string {
			plainKey(c.result)
			return histogramOf(c.where(isNotNull(c.SQL[0])).aggregate("list", c.SQL[0]), c.params[0])
		}},
		row{signature: "approx_most_frequent(bigint, bigint, bigint) map(bigint,bigint)", form: mostFrequent},
		row{signature: "approx_most_frequent(bigint, varchar, bigint) map(varchar,bigint)", form: mostFrequent},
		row{signature: "approx_distinct(boolean) bigint", form: approxDistinct},
		row{signature: "approx_distinct(unknown) bigint", form: sql("CAST(count($1) AS BIGINT)")},
		row{signature: "approx_distinct(T) bigint | T:comparable", form: approxDistinct},
		row{signature: "approx_distinct(T, double) bigint | T:comparable", form: refusal("approx_distinct with an error bound")},
		row{signature: "approx_distinct(boolean, double) bigint", form: refusal("approx_distinct with an error bound")},
	)
	for _, k := range []string{"bigint", "double"} {
		define(Aggregate,
			row{signature: "stddev_samp(" + k + ") double", form: spread("stddev_samp"), alias: []string{"stddev"}},
			row{signature: "stddev_pop(" + k + ") double", form: spread("stddev_pop")},
			row{signature: "var_samp(" + k + ") double", form: spread("var_samp"), alias: []string{"variance"}},
			row{signature: "var_pop(" + k + ") double", form: spread("var_pop")},
			row{signature: "skewness(" + k + ") double", form: skewness},
			row{signature: "kurtosis(" + k + ") double", form: spread("kurtosis")},
		)
	}
	for _, k := range []string{"real", "double"} {
		for name, duck := range map[string]string{"corr": "corr", "covar_pop": "covar_pop", "covar_samp": "covar_samp", "regr_slope": "regr_slope", "regr_intercept": "regr_intercept"} {
			define(Aggregate, row{signature: name + "(" + k + ", " + k + ") " + k, form: twoColumns(duck)})
		}
	}
	for _, k := range []string{"bigint", "real", "double"} {
		define(Aggregate,
			row{signature: "approx_percentile(" + k + ", double) " + k, form: percentile},
			row{signature: "approx_percentile(" + k + ", array(double)) array(" + k + ")", form: percentiles},
			row{signature: "approx_percentile(" + k + ", double, double) " + k, form: refusal("approx_percentile with weights or an accuracy")},
			row{signature: "approx_percentile(" + k + ", double, double, double) " + k, form: refusal("approx_percentile with weights or an accuracy")},
			row{signature: "approx_percentile(" + k + ", double, array(double)) array(" + k + ")", form: refusal("approx_percentile with weights")},
		)
	}
	refuseAll("a state of the user's own is not kept", "reduce_agg")
	windows()
}

func windows() {
	define(Window,
		row{signature: "row_number() bigint", form: agg("row_number")},
		row{signature: "rank() bigint", form: agg("rank")},
		row{signature: "dense_rank() bigint", form: agg("dense_rank")},
		row{signature: "percent_rank() double", form: agg("percent_rank")},
		row{signature: "cume_dist() double", form: agg("cume_dist")},
		row{signature: "ntile(bigint) bigint", form: agg("ntile")},
		row{signature: "first_value(T) T", form: agg("first_value")},
		row{signature: "last_value(T) T", form: agg("last_value")},
		row{signature: "nth_value(T, bigint) T", form: agg("nth_value")},
		row{signature: "lag(T) T", form: agg("lag")},
		row{signature: "lag(T, bigint) T", form: agg("lag")},
		row{signature: "lag(T, bigint, T) T", form: agg("lag")},
		row{signature: "lead(T) T", form: agg("lead")},
		row{signature: "lead(T, bigint) T", form: agg("lead")},
		row{signature: "lead(T, bigint, T) T", form: agg("lead")},
	)
}

// count tells values apart by their key where it counts distinct ones. A row
// with NULLs inside is a value.
func count(c *call) string {
	if !c.clause.Distinct {
		return c.aggregate("count", c.SQL[0])
	}
	return c.aggregate("count", c.params[0].Key(c.SQL[0]))
}

// averageDecimal is the sum over the count, half up.
func averageDecimal(c *call) string {
	return pointed(fmt.Sprintf("trino_decimal_divide(%s, %s, %d, 0, %d)", c.aggregate("sum", c.SQL[0]), c.aggregate("count", c.SQL[0]), c.result.Scale, c.result.Scale), c.result)
}

// extremeAggregate: NaN is the answer only where there is nothing else.
func extremeAggregate(name, by string) form {
	return func(c *call) string {
		t := c.params[0]
		switch {
		case t.IsFloat():
			return "coalesce(" + c.where("NOT isnan("+c.SQL[0]+")").aggregate(name, c.SQL[0]) + ", " + c.aggregate(name, c.SQL[0]) + ")"
		case t.Keyed():
			return c.aggregate(by, c.SQL[0], t.Key(c.SQL[0]))
		}
		return c.aggregate(name, c.SQL[0])
	}
}

// first takes the first n of a list; n is one of the numbers 1 to 10000.
func (c *call) first(list string, n string) string {
	return "(" + list + ")[1:trino_extremes(" + n + ")]"
}

func nExtremes(direction string) form {
	return func(c *call) string {
		d := c.where(isNotNull(c.SQL[0]))
		d.clause.OrderBy = c.params[0].Key(c.SQL[0]) + direction
		return c.first(d.aggregate("list", c.SQL[0]), c.SQL[1])
	}
}

func nExtremesBy(direction string) form {
	return func(c *call) string {
		d := c.where(isNotNull(c.SQL[1]))
		d.clause.OrderBy = c.params[1].Key(c.SQL[1]) + direction
		return c.first(d.aggregate("list", c.SQL[0]), c.SQL[2])
	}
}

func extremeBy(name string) form {
	return func(c *call) string {
		if c.params[1].IsFloat() {
			return c.where("NOT isnan("+c.SQL[1]+")").aggregate(name, c.SQL[0], c.SQL[1])
		}
		return c.where(isNotNull(c.SQL[1])).aggregate(name, c.SQL[0], c.params[1].Key(c.SQL[1]))
	}
}

func spread(name string) form {
	return func(c *call) string { return c.aggregate(name, "CAST("+c.SQL[0]+" AS DOUBLE)") }
}

// skewness is the population's; DuckDB's is corrected for a sample.
func skewness(c *call) string {
	n := "CAST(" + c.aggregate("count", c.SQL[0]) + " AS DOUBLE)"
	return "(" + spread("skewness")(c) + " * (" + n + " - 2) / trino_sqrt(" + n + " * (" + n + " - 1)))"
}

func geometricMean(c *call) string {
	return "trino_exp(" + c.aggregate("avg", "trino_ln(CAST("+c.SQL[0]+" AS DOUBLE))") + ")"
}

// twoColumns casts to double and back, for DuckDB has these for double only.
func twoColumns(name string) form {
	return func(c *call) string {
		out := c.aggregate(name, "CAST("+c.SQL[0]+" AS DOUBLE)", "CAST("+c.SQL[1]+" AS DOUBLE)")
		if name == "corr" {
			out = "trino_number(" + out + ")"
		}
		if c.result.Kind == types.Real {
			return "trino_real(" + out + ")"
		}
		return out
	}
}

// pairs gathers the arguments of an aggregate of keys and values.
func (c *call) pairs() string {
	return c.where(isNotNull(c.SQL[0])).aggregate("list", "struct_pack(k := "+c.SQL[0]+", v := "+c.SQL[1]+")")
}

func firstOfKeys(list string) string {
	return named(list, nil, func(v string) string {
		x := freeName(v)
		return "map_from_entries(list_select(" + v + ", trino_distinct(list_transform(" + v + ", lambda " + x + ": " + x + ".k))))"
	})
}

func mapAgg(c *call) string {
	plainKey(c.result)
	return firstOfKeys(c.pairs())
}

func multimapAgg(c *call) string {
	plainKey(c.result)
	return named(c.pairs(), nil, func(v string) string { return multimap(v, "k", "v") })
}

func mapUnion(c *call) string {
	plainKey(c.result)
	all := "flatten(" + c.where(isNotNull(c.SQL[0])).aggregate("list", "map_entries("+c.SQL[0]+")") + ")"
	return named(all, nil, firstEntries)
}

// mostFrequent is exact as long as there are no more values than Trino counts,
// and no two of equal frequency at the end: the native refuses those.
func mostFrequent(c *call) string {
	all := c.where(isNotNull(c.SQL[1])).aggregate("list", c.SQL[1])
	return named(all, c.SQL, func(v string) string {
		f := freeName(append([]string{v}, c.SQL...)...)
		return named("trino_most_frequent("+v+", "+c.SQL[0]+", "+c.SQL[2]+")", []string{v, f}, func(list string) string {
			return "map(list_transform(" + list + ", lambda " + f + ": " + v + "[" + f + ".i]), list_transform(" + list + ", lambda " + f + ": " + f + ".n))"
		})
	})
}

// fewDistinct is how many distinct values Trino's sketch counts without error:
// it keeps their hashes one by one until there are more.
const fewDistinct = 200

func approxDistinct(c *call) string {
	d := *c
	d.clause.Distinct = true
	return fmt.Sprintf("trino_few(%s, %d, 'approx_distinct of more than %d values')", d.aggregate("count", c.params[0].Key(c.SQL[0])), fewDistinct, fewDistinct)
}

// fewValues is how many values Trino's digest keeps one by one, so that a
// percentile is one of them.
const fewValues = 40

// percentile takes the value at the place that the digest would: q of n values
// is the one at floor(q*n), from 0, and the last one at the end.
func percentile(c *call) string {
	d := c.where(isNotNull(c.SQL[0]))
	d.clause.OrderBy = c.SQL[0]
	return named(d.aggregate("list", c.SQL[0]), c.SQL[1:], func(v string) string {
		return "list_extract(" + v + ", trino_percentile(len(" + v + "), " + c.SQL[1] + "))"
	})
}

func percentiles(c *call) string {
	d := c.where(isNotNull(c.SQL[0]))
	d.clause.OrderBy = c.SQL[0]
	return named(d.aggregate("list", c.SQL[0]), c.SQL[1:], func(v string) string {
		q := freeName(v, c.SQL[1])
		return "CASE WHEN len(" + v + ") > 0 THEN list_transform(" + c.SQL[1] + ", lambda " + q + ": list_extract(" + v + ", trino_percentile(len(" + v + "), " + q + "))) END"
	})
}

func init() {
	native("trino_few", "BIGINT, BIGINT, VARCHAR", "BIGINT", func(a []any) (any, error) {
		if a[0].(int64) > a[1].(int64) {
			return nil, failure("NOT_SUPPORTED", "%s", a[2])
		}
		return a[0], nil
	})
	native("trino_extremes", "BIGINT", "BIGINT", func(a []any) (any, error) {
		switch n := a[0].(int64); {
		case n <= 0:
			return nil, badArgument("third argument of max_by/min_by must be a positive integer")
		case n > 10000:
			return nil, badArgument("third argument of max_by/min_by must be less than or equal to 10000; found %d", n)
		}
		return a[0], nil
	})
	native("trino_number", "DOUBLE", "DOUBLE", func(a []any) (any, error) {
		if math.IsNaN(a[0].(float64)) {
			return nil, nil
		}
		return a[0], nil
	})
	native("trino_percentile", "BIGINT, DOUBLE", "BIGINT", func(a []any) (any, error) {
		n, q := a[0].(int64), a[1].(float64)
		switch {
		case !(q >= 0 && q <= 1):
			return nil, badArgument("Percentile must be between 0 and 1")
		case n > fewValues && q > 0 && q < 1:
			return nil, failure("NOT_SUPPORTED", "approx_percentile of more than %d values", fewValues)
		}
		return min(int64(q*float64(n)), n-1) + 1, nil
	})
}
