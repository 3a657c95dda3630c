package function

func init() {
	define(Scalar,
		row{signature: "length(varchar(x)) bigint", form: sql("length($1)")},
		row{signature: "lower(varchar(x)) varchar(x)", form: sql("lower($1)")},
	)
	define(Aggregate,
		row{signature: "count() bigint", form: func(c *call) string { return c.aggregate("count", "*") }},
		row{signature: "count(T) bigint", form: agg("count")},
	)
}
