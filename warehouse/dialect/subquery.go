package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// nested writes a query inside an expression, which sees the columns outside.
// correlated says that it uses one.
func (w *walker) nested(q *ast.Subquery) (r *relation, correlated bool) {
	before := map[*scope]bool{}
	for s := w.scope; s != nil; s = s.outer {
		before[s], s.used = s.used, false
	}
	r = w.t.query(q.Query, w.scope, w.with)
	for s := w.scope; s != nil; s = s.outer {
		correlated = correlated || s.used
		s.used = s.used || before[s]
	}
	return r, correlated
}

// nestedValue is nested for a query whose rows matter: Trino cannot limit
// those of a correlated one.
func (w *walker) nestedValue(q *ast.Subquery) *relation {
	r, correlated := w.nested(q)
	if correlated && (q.Query.Limit != nil || q.Query.Offset != nil) {
		w.t.fail(q.Query, fault.NotSupported, "Given correlated subquery is not supported")
	}
	return r
}

// single is the value of the query's only column; of several a row of them.
func (w *walker) single(r *relation) value {
	if len(r.fields) == 1 {
		return value{sql: "(" + r.sql + ")", typ: r.fields[0].typ}
	}
	alias := w.t.name("r")
	values := make([]value, len(r.fields))
	fields := make([]types.Field, len(r.fields))
	for i, f := range r.fields {
		values[i] = value{sql: alias + "." + columnName(i), typ: f.typ}
		fields[i] = types.Field{Name: strings.ToLower(f.name), Type: f.typ}
	}
	return value{sql: "(SELECT " + rowOf(values).sql + " FROM (" + r.sql + ") AS " + alias + ")", typ: types.RowOf(fields...)}
}

func (w *walker) subquery(e *ast.Subquery) value { return w.single(w.nestedValue(e)) }

func (w *walker) exists(e *ast.Exists) value {
	r, _ := w.nested(e.Query)
	return value{sql: "EXISTS (" + r.sql + ")", typ: boolean}
}

// inSubquery writes value IN (query), which finds values that are not distinct.
func (w *walker) inSubquery(e *ast.InSubquery) value {
	left := w.expression(e.Value)
	return w.in(e, left, w.nestedValue(e.Query))
}

func (w *walker) in(at ast.Node, left value, r *relation) value {
	alias := w.t.name("r")
	left, right := w.sides(at, left, w.columnsOf(at, alias, r, left))
	if !left.typ.Keyed() && !left.typ.Is(types.Array, types.Row, types.Map) {
		return value{sql: fmt.Sprintf("(%s IN (SELECT %s FROM (%s) AS %s))", left.sql, right.sql, r.sql, alias), typ: boolean}
	}
	same := "NOT " + w.operator(at, "IS DISTINCT FROM", left, right).sql
	condition := fmt.Sprintf("CASE WHEN %s IS NOT NULL AND %s IS NOT NULL THEN %s END", left.sql, right.sql, same)
	return value{sql: threeValued(condition, r.sql, alias), typ: boolean}
}

// columnsOf is the value of a query's row: for a row on the left a row of all
// its columns, else its only one.
func (w *walker) columnsOf(at ast.Node, alias string, r *relation, left value) value {
	values := make([]value, len(r.fields))
	for i, f := range r.fields {
		values[i] = value{sql: alias + "." + columnName(i), typ: f.typ}
	}
	if left.typ.Kind == types.Row {
		return rowOf(values)
	}
	if len(values) > 1 {
		w.mismatch(at, left, rowOf(values))
	}
	return values[0]
}

// sides gives both sides of a comparison with a query one type.
func (w *walker) sides(at ast.Node, left, right value) (l, r value) {
	common, ok := types.Common(left.typ, right.typ)
	if !ok {
		w.mismatch(at, left, right)
	}
	return w.coerce(at, left, common, "%s", left.typ), w.coerce(at, right, common, "%s", right.typ)
}

// mismatch fails as Trino does, for which both sides are rows.
func (w *walker) mismatch(at ast.Node, left, right value) {
	asRow := func(t types.Type) types.Type {
		if t.Kind == types.Row {
			return t
		}
		return types.RowOf(types.Field{Type: t})
	}
	w.t.fail(at, fault.TypeMismatch, "Value expression and result of subquery must be of the same type: %s vs %s", asRow(left.typ), asRow(right.typ))
}

// threeValued is true if the condition is so for a row, else NULL if it is that
// for one, else false.
func threeValued(condition, query, alias string) string {
	from := " FROM (" + query + ") AS " + alias + " WHERE "
	return "CASE WHEN EXISTS (SELECT 1" + from + condition + ") THEN true WHEN EXISTS (SELECT 1" + from + "(" + condition + ") IS NULL) THEN NULL ELSE false END"
}

// quantified writes = ANY (query) and the like. = ANY is IN, <> ALL is NOT IN.
func (w *walker) quantified(e *ast.Quantified) value {
	left := w.expression(e.Value)
	r := w.nestedValue(e.Query)
	switch {
	case e.Operator == "=" && e.Quantifier != "ALL":
		return w.in(e, left, r)
	case e.Operator == "<>" && e.Quantifier == "ALL":
		return value{sql: "(NOT " + w.in(e, left, r).sql + ")", typ: boolean}
	}
	alias := w.t.name("r")
	left, right := w.sides(e, left, w.columnsOf(e, alias, r, left))
	condition := w.operator(e, e.Operator, left, right).sql
	if e.Quantifier == "ALL" { // for all rows: for none it is not so
		return value{sql: "(NOT " + threeValued("(NOT "+condition+")", r.sql, alias) + ")", typ: boolean}
	}
	return value{sql: threeValued(condition, r.sql, alias), typ: boolean}
}
