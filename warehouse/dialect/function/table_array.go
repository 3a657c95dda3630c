package function

import (
	"strings"

	"sanpin/warehouse/dialect/types"
)

// named writes body with a name for the SQL, which is then worked out once; a
// name or literal stands as it is. used are the other texts that body writes.
func named(sql string, used []string, body func(name string) string) string {
	if simple(sql) {
		return body(sql)
	}
	name := freeName(append([]string{sql}, used...)...)
	return "list_transform([" + sql + "], lambda " + name + ": " + body(name) + ")[1]"
}

// apply writes the body of the call's lambda i for these arguments.
func (c *call) apply(i int, args ...string) string {
	l := c.lambdas[i]
	body := l.body
	for k := len(args) - 1; k >= 0; k-- {
		body = "list_transform([" + args[k] + "], lambda " + l.names[k] + ": " + body + ")[1]"
	}
	return body
}

// lambda writes the call's lambda i, of one parameter, as DuckDB's.
func (c *call) lambda(i int) string {
	return "lambda " + c.lambdas[i].names[0] + ": " + c.lambdas[i].body
}

// keys writes the list by whose elements those of the list are compared.
func keys(list string, element types.Type) string {
	if !element.Keyed() {
		return list
	}
	k := freeName(list)
	return "list_transform(" + list + ", lambda " + k + ": " + element.Key(k) + ")"
}

// selected keeps the elements of the list whose places a native gives.
func selected(list string, element types.Type, native string, more ...string) string {
	return named(list, more, func(v string) string {
		return "list_select(" + v + ", " + native + "(" + strings.Join(append([]string{keys(v, element)}, more...), ", ") + "))"
	})
}

func firstElement(c *call) types.Type { return c.params[0].Element() }

func init() {
	operator("[]", "(array(E), bigint) E", func(c *call) string {
		return named(c.SQL[0], c.SQL[1:], func(v string) string {
			return "list_extract(" + v + ", trino_subscript(len(" + v + "), " + c.SQL[1] + "))"
		})
	})
	define(Scalar,
		row{signature: "cardinality(array(E)) bigint", form: sql("CAST(len($1) AS BIGINT)")},
		row{signature: "element_at(array(E), bigint) E", form: sql("list_extract($1, trino_not_zero($2))")},
		row{signature: "contains(array(T), T) boolean | T:comparable", form: contains},
		row{signature: "array_position(array(T), T) bigint | T:comparable", form: func(c *call) string {
			return "trino_position(" + keys(c.SQL[0], firstElement(c)) + ", " + firstElement(c).Key(c.SQL[1]) + ")"
		}},
		row{signature: "array_remove(array(E), E) array(E) | E:comparable", form: func(c *call) string {
			return selected(c.SQL[0], firstElement(c), "trino_remove", firstElement(c).Key(c.SQL[1]))
		}},
		row{signature: "array_distinct(array(E)) array(E) | E:comparable", form: func(c *call) string {
			return selected(c.SQL[0], firstElement(c), "trino_distinct")
		}},
		row{signature: "array_union(array(E), array(E)) array(E) | E:comparable", form: func(c *call) string {
			return selected(both(c.SQL[0], c.SQL[1]), firstElement(c), "trino_distinct")
		}},
		row{signature: "array_intersect(array(E), array(E)) array(E) | E:comparable", form: setOf("trino_intersect")},
		row{signature: "array_except(array(E), array(E)) array(E) | E:comparable", form: setOf("trino_except")},
		row{signature: "arrays_overlap(array(E), array(E)) boolean | E:comparable", form: func(c *call) string {
			return "trino_overlap(" + keys(c.SQL[0], firstElement(c)) + ", " + keys(c.SQL[1], firstElement(c)) + ")"
		}},
		row{signature: "array_sort(array(E)) array(E) | E:orderable", form: func(c *call) string {
			return selected(c.SQL[0], firstElement(c), "trino_sort")
		}},
		row{signature: "array_sort(array(T), function(T,T,integer)) array(T)", form: sortBy},
		row{signature: "array_max(array(T)) T | T:orderable", form: extremeOf("trino_array_max")},
		row{signature: "array_min(array(T)) T | T:orderable", form: extremeOf("trino_array_min")},
		row{signature: "array_join(array(E), varchar) varchar", form: joinArray},
		row{signature: "array_join(array(E), varchar, varchar) varchar", form: joinArray},
		row{signature: "concat(array(E)...) array(E)", form: concatArrays},
		row{signature: "concat(array(E), E) array(E)", form: sql("CASE WHEN ($1) IS NOT NULL AND ($2) IS NOT NULL THEN list_append($1, $2) END")},
		row{signature: "concat(E, array(E)) array(E)", form: sql("CASE WHEN ($1) IS NOT NULL AND ($2) IS NOT NULL THEN list_prepend($1, $2) END")},
		row{signature: "flatten(array(array(E))) array(E)", form: sql("flatten($1)")},
		row{signature: "reverse(array(E)) array(E)", form: sql("list_reverse($1)")},
		row{signature: "slice(array(E), bigint, bigint) array(E)", form: func(c *call) string {
			return named(c.SQL[0], c.SQL[1:], func(v string) string {
				return "list_select(" + v + ", trino_slice(len(" + v + "), " + c.SQL[1] + ", " + c.SQL[2] + "))"
			})
		}},
		row{signature: "trim_array(array(E), bigint) array(E)", form: func(c *call) string {
			return named(c.SQL[0], c.SQL[1:], func(v string) string {
				return "list_select(" + v + ", trino_trim_array(len(" + v + "), " + c.SQL[1] + "))"
			})
		}},
		row{signature: "repeat(T, bigint) array(T)", form: func(c *call) string {
			i := freeName(c.SQL...)
			return "list_transform(trino_repeat(" + c.SQL[1] + "), lambda " + i + ": " + c.SQL[0] + ")"
		}},
		row{signature: "combinations(array(T), integer) array(array(T))", form: sublists("trino_combinations")},
		row{signature: "ngrams(array(T), integer) array(array(T))", form: sublists("trino_ngrams")},
		row{signature: "contains_sequence(array(T), array(T)) boolean | T:comparable", form: func(c *call) string {
			return "trino_contains_sequence(" + keys(c.SQL[0], firstElement(c)) + ", " + keys(c.SQL[1], firstElement(c)) + ")"
		}},
		row{signature: "array_histogram(array(T)) map(T,bigint) | T:comparable", form: func(c *call) string { return histogramOf(c.SQL[0], firstElement(c)) }},
		row{signature: "filter(array(T), function(T,boolean)) array(T)", form: func(c *call) string { return "list_filter(" + c.SQL[0] + ", " + c.lambda(1) + ")" }},
		row{signature: "transform(array(T), function(T,U)) array(U)", form: func(c *call) string { return "list_transform(" + c.SQL[0] + ", " + c.lambda(1) + ")" }},
		row{signature: "any_match(array(T), function(T,boolean)) boolean", form: func(c *call) string {
			return "trino_or(list_transform(" + c.SQL[0] + ", " + c.lambda(1) + "))"
		}},
		row{signature: "all_match(array(T), function(T,boolean)) boolean", form: func(c *call) string {
			return "trino_and(list_transform(" + c.SQL[0] + ", " + c.lambda(1) + "))"
		}},
		row{signature: "none_match(array(T), function(T,boolean)) boolean", form: func(c *call) string {
			return "(NOT trino_or(list_transform(" + c.SQL[0] + ", " + c.lambda(1) + ")))"
		}},
		row{signature: "reduce(array(T), S, function(S,T,S), function(S,R)) R", form: reduce},
		row{signature: "zip_with(array(T), array(U), function(T,U,R)) array(R)", form: func(c *call) string {
			return zipped(c, func(i string, lists []string) string { return c.apply(2, lists[0]+"["+i+"]", lists[1]+"["+i+"]") })
		}},
		row{signature: "zip(array(T), array(U)) array(row(T,U))", form: zip},
		row{signature: "zip(array(T), array(U), array(V)) array(row(T,U,V))", form: zip},
		row{signature: "zip(array(T), array(U), array(V), array(W)) array(row(T,U,V,W))", form: zip},
		row{signature: "zip(array(T), array(U), array(V), array(W), array(X)) array(row(T,U,V,W,X))", form: zip},
		row{signature: "cosine_similarity(array(double), array(double)) double", form: vectors("cosine_similarity")},
		row{signature: "cosine_distance(array(double), array(double)) double", form: vectors("cosine_distance")},
		row{signature: "dot_product(array(double), array(double)) double", form: vectors("dot_product")},
		row{signature: "euclidean_distance(array(double), array(double)) double", form: vectors("euclidean_distance")},
	)
	refuseAll("the answer is another one each time", "shuffle")
}

func contains(c *call) string {
	return "trino_contains(" + keys(c.SQL[0], firstElement(c)) + ", " + firstElement(c).Key(c.SQL[1]) + ")"
}

// setOf selects from two lists put one after the other.
func setOf(name string) form {
	return func(c *call) string {
		e := firstElement(c)
		return named(c.SQL[0], c.SQL[1:], func(v string) string {
			return "list_select(" + v + ", " + name + "(" + keys(v, e) + ", " + keys(c.SQL[1], e) + "))"
		})
	}
}

func extremeOf(name string) form {
	return func(c *call) string {
		return named(c.SQL[0], nil, func(v string) string {
			return "list_extract(" + v + ", " + name + "(" + keys(v, firstElement(c)) + "))"
		})
	}
}

// sortBy sorts by what the lambda says of every pair.
func sortBy(c *call) string {
	return named(c.SQL[0], []string{c.lambdas[1].body}, func(v string) string {
		i := freeName(v, c.lambdas[1].body)
		j := freeName(v, c.lambdas[1].body, i)
		each := "range(1, len(" + v + ") + 1)"
		pairs := "list_transform(" + each + ", lambda " + i + ": list_transform(" + each + ", lambda " + j + ": " + c.apply(1, v+"["+i+"]", v+"["+j+"]") + "))"
		return "list_select(" + v + ", trino_sort_pairs(" + pairs + "))"
	})
}

// joinArray writes the elements' texts one after the other.
func joinArray(c *call) string {
	e := freeName(c.SQL...)
	text, ok := castPart(e, firstElement(c), types.Text())
	if !ok {
		panic(fail("INVALID_FUNCTION_ARGUMENT", "Input type %s not supported", firstElement(c)))
	}
	list := c.SQL[0]
	if text != e {
		list = "list_transform(" + list + ", lambda " + e + ": " + text + ")"
	}
	if len(c.SQL) == 2 {
		return "trino_concat_ws(" + c.SQL[1] + ", " + list + ")"
	}
	n := freeName(append([]string{list}, c.SQL...)...)
	return "trino_concat_ws(" + c.SQL[1] + ", list_transform(" + list + ", lambda " + n + ": coalesce(" + n + ", " + c.SQL[2] + ")))"
}

// concatArrays: DuckDB takes a NULL list for an empty one.
func concatArrays(c *call) string {
	out := c.SQL[0]
	for _, arg := range c.SQL[1:] {
		out = both(out, arg)
	}
	return out
}

func both(a, b string) string {
	return "CASE WHEN " + isNotNull(a) + " AND " + isNotNull(b) + " THEN list_concat(" + a + ", " + b + ") END"
}

func sublists(name string) form {
	return func(c *call) string {
		return named(c.SQL[0], c.SQL[1:], func(v string) string {
			i := freeName(v, c.SQL[1])
			return "list_transform(" + name + "(len(" + v + "), " + c.SQL[1] + "), lambda " + i + ": list_select(" + v + ", " + i + "))"
		})
	}
}

// reduce carries the state through the list as a field of its elements, for
// DuckDB's list_reduce wants both of one type.
func reduce(c *call) string {
	element, state := firstElement(c).DuckDB(), c.params[1].DuckDB()
	e := freeName(c.SQL[0], c.SQL[1], c.lambdas[2].body)
	a := freeName(c.SQL[0], c.SQL[1], c.lambdas[2].body, e)
	start := "struct_pack(s := CAST(" + c.SQL[1] + " AS " + state + "), x := CAST(NULL AS " + element + "))"
	rest := "list_transform(" + c.SQL[0] + ", lambda " + e + ": struct_pack(s := CAST(NULL AS " + state + "), x := " + e + "))"
	step := "struct_pack(s := CAST(" + c.apply(2, a+".s", e+".x") + " AS " + state + "), x := CAST(NULL AS " + element + "))"
	last := "list_reduce(list_prepend(" + start + ", " + rest + "), lambda " + a + ", " + e + ": " + step + ").s"
	return "CASE WHEN " + isNotNull(c.SQL[0]) + " THEN " + c.apply(3, last) + " END"
}

// zipped walks along the longest of the lists.
func zipped(c *call, body func(i string, lists []string) string) string {
	lists := c.SQL
	if len(c.lambdas) > 0 && c.lambdas[len(c.lambdas)-1].names != nil {
		lists = lists[:len(lists)-1]
	}
	lengths, notNull := make([]string, len(lists)), make([]string, len(lists))
	for k, l := range lists {
		lengths[k], notNull[k] = "len("+l+")", isNotNull(l)
	}
	i := freeName(c.SQL...)
	return "CASE WHEN " + strings.Join(notNull, " AND ") + " THEN list_transform(range(1, greatest(" + strings.Join(lengths, ", ") + ") + 1), lambda " + i + ": " +
		body(i, parenthesized(lists)) + ") END"
}

func parenthesized(list []string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = "(" + x + ")"
	}
	return out
}

func zip(c *call) string {
	return zipped(c, func(i string, lists []string) string {
		parts := make([]string, len(lists))
		for k, l := range lists {
			parts[k] = fieldOf(k) + " := " + l + "[" + i + "]"
		}
		return "struct_pack(" + strings.Join(parts, ", ") + ")"
	})
}

// histogramOf counts the elements of a list.
func histogramOf(list string, e types.Type) string {
	return named(list, nil, func(v string) string {
		k := keys(v, e)
		return "map(list_select(" + v + ", trino_distinct_values(" + k + ")), trino_counts(" + k + "))"
	})
}
