package function

import (
	"strings"

	"sanpin/warehouse/dialect/types"
)

// keyed refuses maps whose keys DuckDB does not tell apart as Trino does.
func plainKey(t types.Type) {
	if t.Element().Keyed() {
		refuse("a map with keys of %s", t.Element())
	}
}

func mapForm(template string) form {
	return func(c *call) string {
		for _, p := range c.params {
			if p.Kind == types.Map {
				plainKey(p)
			}
		}
		return c.fill(template)
	}
}

// entry writes the body of the lambda i for the key and value of an entry.
func (c *call) entry(i int, e string) string { return c.apply(i, e+".key", e+".value") }

func (c *call) overEntries(i int, write func(e string) string) string {
	e := freeName(append([]string{c.lambdas[i].body}, c.SQL...)...)
	return write(e)
}

func init() {
	operator("[]", "(map(K,V), K) V | K:comparable", func(c *call) string {
		plainKey(c.params[0])
		text, _, ok := textOf(c.SQL[1], c.params[1])
		if c.params[1].IsText() {
			text = c.SQL[1]
		} else if !ok {
			text = "'?'"
		}
		return named(c.SQL[0], c.SQL[1:], func(m string) string {
			missing := "CAST(trino_fail('INVALID_FUNCTION_ARGUMENT: Key not present in map: ' || " + text + ") AS " + c.result.DuckDB() + ")"
			if c.result.Is(types.Varbinary) {
				missing = "encode(trino_fail('INVALID_FUNCTION_ARGUMENT: Key not present in map: ' || " + text + "))"
			}
			return "CASE WHEN " + m + " IS NULL OR " + c.SQL[1] + " IS NULL THEN NULL WHEN list_contains(map_keys(" + m + "), " + c.SQL[1] + ") THEN map_extract(" + m + ", " + c.SQL[1] + ")[1] ELSE " + missing + " END"
		})
	})
	define(Scalar,
		row{signature: "cardinality(map(K,V)) bigint", form: sql("CAST(cardinality($1) AS BIGINT)")},
		row{signature: "element_at(map(K,V), K) V", form: mapForm("map_extract($1, $2)[1]")},
		row{signature: "map() map(unknown,unknown)", form: sql("CAST(MAP {} AS MAP(INTEGER, INTEGER))")},
		row{signature: "map(array(K), array(V)) map(K,V) | K:comparable", form: func(c *call) string {
			plainKey(c.result)
			return "CASE WHEN " + isNotNull(c.SQL[0]) + " AND " + isNotNull(c.SQL[1]) + " THEN map(" + c.SQL[0] + ", " + c.SQL[1] + ") END"
		}},
		row{signature: "map_keys(map(K,V)) array(K)", form: sql("map_keys($1)")},
		row{signature: "map_values(map(K,V)) array(V)", form: sql("map_values($1)")},
		row{signature: "map_entries(map(K,V)) array(row(K,V))", form: func(c *call) string {
			e := freeName(c.SQL[0])
			return "list_transform(map_entries(" + c.SQL[0] + "), lambda " + e + ": struct_pack(f1 := " + e + ".key, f2 := " + e + ".value))"
		}},
		row{signature: "map_from_entries(array(row(K,V))) map(K,V)", form: mapFromEntries},
		row{signature: "multimap_from_entries(array(row(K,V))) map(K,array(V))", form: func(c *call) string {
			plainKey(c.result)
			return named(c.SQL[0], nil, func(v string) string { return multimap(v, "f1", "f2") })
		}},
		row{signature: "map_concat(map(K,V)...) map(K,V)", form: func(c *call) string {
			plainKey(c.result)
			if len(c.SQL) < 2 {
				panic(fail("INVALID_FUNCTION_ARGUMENT", "There must be two or more concatenation arguments to map_concat"))
			}
			nulls, entries := make([]string, len(c.SQL)), make([]string, len(c.SQL))
			for i, arg := range c.SQL { // the last map's entries come first and win
				nulls[i], entries[len(c.SQL)-1-i] = isNotNull(arg), "map_entries("+arg+")"
			}
			all := named("flatten(["+strings.Join(entries, ", ")+"])", nil, firstEntries)
			return "CASE WHEN " + strings.Join(nulls, " AND ") + " THEN " + all + " END"
		}},
		row{signature: "map_filter(map(K,V), function(K,V,boolean)) map(K,V)", form: func(c *call) string {
			plainKey(c.result)
			return c.overEntries(1, func(e string) string {
				return "map_from_entries(list_filter(map_entries(" + c.SQL[0] + "), lambda " + e + ": " + c.entry(1, e) + "))"
			})
		}},
		row{signature: "transform_values(map(K,V), function(K,V,U)) map(K,U)", form: func(c *call) string {
			plainKey(c.result)
			return c.overEntries(1, func(e string) string {
				return "map_from_entries(list_transform(map_entries(" + c.SQL[0] + "), lambda " + e + ": struct_pack(k := " + e + ".key, v := " + c.entry(1, e) + ")))"
			})
		}},
		row{signature: "transform_keys(map(K,V), function(K,V,U)) map(U,V)", form: func(c *call) string {
			plainKey(c.result)
			return c.overEntries(1, func(e string) string {
				return "map_from_entries(list_transform(map_entries(" + c.SQL[0] + "), lambda " + e + ": struct_pack(k := " + c.entry(1, e) + ", v := " + e + ".value)))"
			})
		}},
		row{signature: "map_zip_with(map(K,V), map(K,W), function(K,V,W,U)) map(K,U)", form: mapZip},
		row{signature: "cosine_similarity(map(varchar,double), map(varchar,double)) double", form: refusal("cosine_similarity of maps")},
	)
}

// mapFromEntries fails on NULL entries and keys as Trino does.
func mapFromEntries(c *call) string {
	plainKey(c.result)
	e := freeName(c.SQL[0])
	return "map_from_entries(list_transform(" + c.SQL[0] + ", lambda " + e + ": CASE WHEN " + e + " IS NULL THEN " +
		raise("INVALID_FUNCTION_ARGUMENT", "map entry cannot be null", "VARCHAR") + "::" + "STRUCT(k " + c.result.Element().DuckDB() + ", v " + c.result.Value().DuckDB() + ")" +
		" ELSE struct_pack(k := " + e + ".f1, v := " + e + ".f2) END))"
}

// firstEntries makes a map of the first entries of each key in a list.
func firstEntries(list string) string {
	x := freeName(list)
	return "map_from_entries(list_select(" + list + ", trino_distinct(list_transform(" + list + ", lambda " + x + ": " + x + ".key))))"
}

// multimap gathers the values of equal keys of a list of structs.
func multimap(list, key, value string) string {
	x, i := freeName(list), ""
	i = freeName(list, x)
	ks := "list_transform(" + list + ", lambda " + x + ": " + x + "." + key + ")"
	vs := "list_transform(" + list + ", lambda " + x + ": " + x + "." + value + ")"
	return "map(list_select(" + ks + ", trino_distinct(" + ks + ")), list_transform(trino_groups(" + ks + "), lambda " + i + ": list_select(" + vs + ", " + i + ")))"
}

// mapZip walks over the keys of both maps.
func mapZip(c *call) string {
	plainKey(c.result)
	return named(c.SQL[0], append([]string{c.lambdas[2].body}, c.SQL...), func(m string) string {
		n := c.SQL[1]
		k := freeName(append([]string{c.lambdas[2].body, m}, c.SQL...)...)
		keys := "list_concat(map_keys(" + m + "), list_filter(map_keys(" + n + "), lambda " + k + ": NOT list_contains(map_keys(" + m + "), " + k + ")))"
		value := func(x string) string { return "map_extract(" + x + ", " + k + ")[1]" }
		return "CASE WHEN " + isNotNull(m) + " AND " + isNotNull(n) + " THEN map_from_entries(list_transform(" + keys + ", lambda " + k + ": struct_pack(k := " + k + ", v := " +
			c.apply(2, k, value(m), value(n)) + "))) END"
	})
}
