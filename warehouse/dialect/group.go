package dialect

import (
	"slices"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
)

// maxSets is the most grouping sets of a query, as in Trino.
const maxSets = 2048

// groupKeys resolves GROUP BY over the rows.
func (sel *selection) groupKeys() *aggregation {
	a := &aggregation{}
	g := sel.ast.GroupBy
	if g == nil {
		return a
	}
	sets, plain := [][]int{nil}, true
	for i := range g.Elements {
		e := &g.Elements[i]
		if e.Kind == "AUTO" {
			sel.t.unsupported(e, "GROUP BY AUTO")
		}
		plain = plain && e.Kind == "" && (len(e.Sets[0].Values) > 0)
		sets = sel.product(e, sets, sel.elementSets(a, e))
	}
	if g.Distinct {
		sets = distinctSets(sets)
	}
	if len(sets) > 1 || !plain {
		a.sets = sets
	}
	if len(sets) == 1 && len(sets[0]) == 0 {
		a.sets = nil
	}
	return a
}

// product joins each set of one element with each of another.
func (sel *selection) product(at ast.Node, left, right [][]int) [][]int {
	if len(left)*len(right) > maxSets {
		sel.t.fail(at, fault.TooManyGroupingSets, "GROUP BY has %d grouping sets but can contain at most %d", len(left)*len(right), maxSets)
	}
	var sets [][]int
	for _, l := range left {
		for _, r := range right {
			set := slices.Clone(l)
			for _, k := range r {
				if !slices.Contains(set, k) {
					set = append(set, k)
				}
			}
			sets = append(sets, set)
		}
	}
	return sets
}

// elementSets are the grouping sets of one element.
func (sel *selection) elementSets(a *aggregation, e *ast.GroupingElement) [][]int {
	var parts [][]int
	for i := range e.Sets {
		var keys []int
		for _, v := range e.Sets[i].Values {
			keys = append(keys, sel.groupKey(a, v, e.Kind != ""))
		}
		parts = append(parts, keys)
	}
	switch e.Kind {
	case "ROLLUP":
		var sets [][]int
		for n := len(parts); n >= 0; n-- {
			sets = append(sets, slices.Concat(parts[:n]...))
		}
		return sets
	case "CUBE":
		if len(parts) > 11 {
			sel.t.fail(e, fault.TooManyGroupingSets, "GROUP BY has more than %d grouping sets", maxSets)
		}
		var sets [][]int
		for n := 1<<len(parts) - 1; n >= 0; n-- {
			var set []int
			for i, p := range parts {
				if n&(1<<(len(parts)-1-i)) != 0 {
					set = append(set, p...)
				}
			}
			sets = append(sets, set)
		}
		return sets
	}
	return parts
}

// groupKey finds or adds a key. A number is a place of the select list where the
// element is no set.
func (sel *selection) groupKey(a *aggregation, e ast.Expression, inSet bool) int {
	if n, ok := e.(*ast.IntegerLiteral); ok && !inSet {
		if n.Value < 1 || n.Value > int64(len(sel.items)) {
			sel.t.fail(n, fault.InvalidColumnReference, "GROUP BY position %d is not in select list", n.Value)
		}
		it := sel.items[n.Value-1]
		if it.at == nil {
			return sel.addKey(a, groupKey{value: it.field.value(), text: it.field.sql, plain: true})
		}
		e = it.at
	}
	v := sel.w.plain(e, "GROUP BY clause")
	if !v.typ.Comparable() {
		sel.t.fail(e, fault.TypeMismatch, "%s is not comparable, and therefore cannot be used in GROUP BY", v.typ)
	}
	f, _ := sel.t.column(sel.rows, e)
	if f == nil && inSet {
		sel.t.fail(e, fault.InvalidColumnReference, "GROUP BY expression must be a column reference: %s", ast.Format(e))
	}
	if f != nil {
		return sel.addKey(a, groupKey{at: e, value: v, text: f.sql, plain: true})
	}
	return sel.addKey(a, groupKey{at: e, value: v, text: sel.t.text(sel.rows, e)})
}

func (sel *selection) addKey(a *aggregation, k groupKey) int {
	for i, known := range a.keys {
		if known.text == k.text {
			return i
		}
	}
	a.keys = append(a.keys, k)
	return len(a.keys) - 1
}

func distinctSets(sets [][]int) [][]int {
	var out [][]int
	for _, s := range sets {
		same := func(t []int) bool {
			a, b := slices.Sorted(slices.Values(s)), slices.Sorted(slices.Values(t))
			return slices.Equal(a, b)
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, s)
		}
	}
	return out
}
