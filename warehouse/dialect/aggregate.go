package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

// aggregation is a query of its own below the select list: the grouping keys
// k1, k2 … and the aggregates a1, a2 … of each group.
type aggregation struct {
	alias string // r3
	below *scope // the rows of FROM
	above *scope // the columns of FROM where they are keys
	keys  []groupKey
	sets  [][]int // of keys; nil: one set of all keys
	calls []string
	known map[string]value // aggregates by their text
}

// groupKey is one expression of GROUP BY.
type groupKey struct {
	at    ast.Expression
	value value
	text  string // as walker.text writes it
	plain bool   // a column
}

// text writes an expression with its columns as they are in the rows of FROM, so that
// equal expressions have equal texts.
func (t *translator) text(s *scope, e ast.Expression) string {
	return ast.FormatWith(e, func(e ast.Expression) string {
		f, _ := t.column(s, e)
		switch {
		case f == nil:
			return ""
		case f.key != "":
			return f.key
		}
		return f.sql
	})
}

// over makes the scope of the select list: keys that are columns are read from
// the aggregation, the other columns not at all.
func (a *aggregation) over() {
	byText := map[string]int{}
	for i, k := range a.keys {
		if k.plain {
			byText[k.text] = i
		}
	}
	s := &scope{outer: a.below.outer}
	for _, f := range a.below.fields {
		f.key = f.sql
		if i, ok := byText[f.sql]; ok {
			f.sql = a.key(i)
		} else {
			f.ungrouped = true
		}
		s.fields = append(s.fields, f)
	}
	a.above = s
}

func (a *aggregation) key(i int) string { return fmt.Sprintf("%s.k%d", a.alias, i+1) }

// grouped finds an expression that is a key of the aggregation.
func (w *walker) grouped(e ast.Expression) (value, bool) {
	a := w.aggregation
	if a == nil {
		return value{}, false
	}
	text := ""
	for i, k := range a.keys {
		if k.plain {
			continue // the scope finds it
		}
		if text == "" {
			text = w.t.text(w.scope, e)
		}
		if k.text == text {
			return value{sql: a.key(i), typ: k.value.typ}, true
		}
	}
	return value{}, false
}

// aggregateCall writes an aggregate without OVER.
func (w *walker) aggregateCall(e *ast.Call) value {
	if e.Nulls != "" {
		w.t.fail(e, "NULL_TREATMENT_NOT_ALLOWED", "Cannot specify null treatment clause for %s function", e.Name)
	}
	if w.met != nil {
		w.met.aggregates = append(w.met.aggregates, e)
	}
	a := w.aggregation
	if a == nil {
		return w.aggregate(e, w)
	}
	text := w.t.text(w.scope, e)
	if v, ok := a.known[text]; ok {
		return v
	}
	below := *w
	below.scope, below.aggregation, below.met = a.below, nil, &met{}
	v := w.aggregate(e, &below)
	a.calls = append(a.calls, v.sql)
	v.sql = fmt.Sprintf("%s.a%d", a.alias, len(a.calls))
	a.known[text] = v
	return v
}

// aggregate writes the call itself with the walker of the rows below.
func (w *walker) aggregate(e *ast.Call, rows *walker) value {
	inner := *rows
	inner.met, inner.reach = &met{}, &reach{}
	args, values := inner.arguments(e.Args)
	clause := function.Clause{Distinct: e.Distinct}
	if len(e.OrderBy) > 0 {
		clause.OrderBy = inner.aggregateOrder(e, values)
	}
	if e.ListAgg != nil && !e.ListAgg.OverflowError {
		w.t.unsupported(e, "LISTAGG with ON OVERFLOW TRUNCATE")
	}
	if e.Filter != nil {
		clause.Filter = inner.boolean(e.Filter, inner.whole(e.Filter), "Filter expression must evaluate to a boolean (actual: %s)")
	}
	inner.refuseNested(e)
	if inner.reach.outer && !inner.reach.local { // DuckDB would aggregate outside
		w.t.fail(e, fault.NotSupported, "Given correlated subquery is not supported")
	}
	if e.Distinct {
		for i, v := range values {
			if !v.typ.Comparable() {
				w.t.fail(e.Args[i], fault.TypeMismatch, "DISTINCT can only be applied to comparable types (actual: %s)", v.typ)
			}
		}
	}
	call, err := function.Resolve(e.Name.Last(), args)
	w.t.check(e, err)
	return value{sql: call.SQL(clause), typ: call.Result}
}

func (w *walker) refuseNested(e *ast.Call) {
	if m := w.met; len(m.aggregates) > 0 {
		w.t.fail(e, fault.NestedAggregation, "Cannot nest aggregations inside aggregation '%s': [%s]", e.Name, ast.Format(m.aggregates[0]))
	}
	if m := w.met; len(m.windows) > 0 {
		w.t.fail(e, fault.NestedWindow, "Cannot nest window functions or row pattern measures inside aggregation '%s': [%s]", e.Name, ast.Format(m.windows[0]))
	}
}

// aggregateOrder writes ORDER BY inside of an aggregate.
func (w *walker) aggregateOrder(e *ast.Call, args []value) string {
	keys := make([]string, len(e.OrderBy))
	for i, item := range e.OrderBy {
		v := w.expression(item.Value)
		if e.Distinct && !hasSQL(args, v.sql) {
			w.t.fail(item.Value, fault.NotInDistinct, "For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments")
		}
		w.orderable(item.Value, v)
		keys[i] = sortKey{value: v, item: item}.sql(v.sql)
	}
	return strings.Join(keys, ", ")
}

func hasSQL(values []value, sql string) bool {
	for _, v := range values {
		if v.sql == sql {
			return true
		}
	}
	return false
}

func (w *walker) orderable(at ast.Expression, v value) {
	if !v.typ.Orderable() {
		w.t.fail(w.place(at), fault.TypeMismatch, "Type %s is not orderable, and therefore cannot be used in ORDER BY: %s", v.typ, ast.Format(at))
	}
}

// place is the query, where Trino places some faults, or else the node.
func (w *walker) place(at ast.Node) ast.Node {
	if w.query != nil {
		return w.query
	}
	return at
}

// grouping writes GROUPING(a, b): which of the keys a group leaves out.
func (w *walker) grouping(e *ast.Grouping) value {
	typ := types.Of(types.Integer)
	if len(e.Columns) > 31 {
		typ = types.Of(types.Bigint)
	}
	if w.met != nil {
		w.met.groupings = append(w.met.groupings, e)
	}
	a := w.aggregation
	if a == nil {
		w.expressions(e.Columns)
		return value{sql: cast("0", typ), typ: typ}
	}
	var keys []string
	for _, c := range e.Columns {
		text := w.t.text(w.scope, c)
		found := ""
		for _, k := range a.keys {
			if k.text == text {
				found = k.value.sql
			}
		}
		if found == "" {
			w.t.fail(e, fault.InvalidArguments, "The arguments to GROUPING() must be expressions referenced by the GROUP BY at the associated query level. Mismatch due to %s.", ast.Format(c))
		}
		keys = append(keys, found)
	}
	if a.sets == nil || len(keys) == 0 {
		return value{sql: cast("0", typ), typ: typ}
	}
	a.calls = append(a.calls, cast("GROUPING("+strings.Join(keys, ", ")+")", typ))
	return value{sql: fmt.Sprintf("%s.a%d", a.alias, len(a.calls)), typ: typ}
}

// query writes the aggregation over the rows of FROM and WHERE.
func (a *aggregation) query(from string) string {
	items := make([]string, 0, len(a.keys)+len(a.calls)+1)
	for i, k := range a.keys {
		sql := k.value.sql
		if k.value.typ.Keyed() {
			sql = "any_value(" + sql + ")"
			if a.sets != nil {
				sql = "CASE WHEN GROUPING(" + a.by(i) + ") = 0 THEN " + sql + " END"
			}
		}
		items = append(items, fmt.Sprintf("%s AS k%d", sql, i+1))
	}
	for i, call := range a.calls {
		items = append(items, fmt.Sprintf("%s AS a%d", call, i+1))
	}
	if len(items) == 0 || (len(a.calls) == 0 && a.sets == nil && len(a.keys) == 0) {
		items = append(items, "count(*) AS a0")
	}
	return "SELECT " + strings.Join(items, ", ") + from + a.groupBy()
}

// by is what is grouped by for a key. A constant is none of DuckDB's positions.
func (a *aggregation) by(i int) string { return a.keys[i].value.typ.Key(a.keys[i].value.sql) }

func (a *aggregation) groupBy() string {
	list := func(keys []int) string {
		texts := make([]string, len(keys))
		for i, k := range keys {
			texts[i] = a.by(k)
		}
		return strings.Join(texts, ", ")
	}
	if a.sets != nil {
		sets := make([]string, len(a.sets))
		for i, set := range a.sets {
			sets[i] = "(" + list(set) + ")"
		}
		return " GROUP BY GROUPING SETS (" + strings.Join(sets, ", ") + ")"
	}
	if len(a.keys) == 0 {
		return ""
	}
	all := make([]int, len(a.keys))
	for i := range all {
		all[i] = i
	}
	return " GROUP BY " + list(all)
}
