package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// nested writes a query inside an expression, which sees the columns outside.
func (w *walker) nested(q *ast.Subquery) *relation {
	return w.t.query(q.Query, w.scope, w.with)
}

// single is the value of the query's only column; of several a row of them.
func (w *walker) single(q *ast.Subquery, r *relation) value {
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

func (w *walker) subquery(e *ast.Subquery) value { return w.single(e, w.nested(e)) }

func (w *walker) exists(e *ast.Exists) value {
	return value{sql: "EXISTS (" + w.nested(e.Query).sql + ")", typ: boolean}
}

// inSubquery writes value IN (query). A type whose equality is not DuckDB's own
// is compared row by row, with the three values of IN.
func (w *walker) inSubquery(e *ast.InSubquery) value {
	left := w.expression(e.Value)
	r := w.nested(e.Query)
	alias := w.t.name("r")
	right := w.columnsOf(alias, r, left.typ)
	common, ok := types.Common(left.typ, right.typ)
	if !ok {
		w.t.fail(e, fault.TypeMismatch, "value and result of subquery must be of the same type for IN expression: %s vs %s", left.typ, right.typ)
	}
	if plainEquality(common) {
		left = w.coerce(e, left, common, "%s", left.typ)
		right = w.coerce(e, right, common, "%s", right.typ)
		return value{sql: fmt.Sprintf("(%s IN (SELECT %s FROM (%s) AS %s))", left.sql, right.sql, r.sql, alias), typ: boolean}
	}
	return value{sql: threeValued(w.operator(e, "=", left, right).sql, r.sql, alias), typ: boolean}
}

// columnsOf is the value of a query's row: its column, or a row of them, in
// the shape of the other side.
func (w *walker) columnsOf(alias string, r *relation, other types.Type) value {
	if len(r.fields) == 1 && (other.Kind != types.Row || r.fields[0].typ.Kind == types.Row) {
		return value{sql: alias + ".c1", typ: r.fields[0].typ}
	}
	values := make([]value, len(r.fields))
	for i, f := range r.fields {
		values[i] = value{sql: alias + "." + columnName(i), typ: f.typ}
	}
	return rowOf(values)
}

// plainEquality says whether DuckDB's = on the type is Trino's.
func plainEquality(t types.Type) bool {
	return !t.Keyed() && !t.IsFloat() && !t.Is(types.Array, types.Row, types.Map)
}

// threeValued is true if the condition is so for a row, else NULL if it is that
// for one, else false.
func threeValued(condition, query, alias string) string {
	from := " FROM (" + query + ") AS " + alias + " WHERE "
	return "CASE WHEN EXISTS (SELECT 1" + from + condition + ") THEN true WHEN EXISTS (SELECT 1" + from + "(" + condition + ") IS NULL) THEN NULL ELSE false END"
}

// quantified writes = ANY (query) and the like.
func (w *walker) quantified(e *ast.Quantified) value {
	left := w.expression(e.Value)
	r := w.nested(e.Query)
	alias := w.t.name("r")
	right := w.columnsOf(alias, r, left.typ)
	if _, ok := types.Common(left.typ, right.typ); !ok {
		w.t.fail(e, fault.TypeMismatch, "Value expression and result of subquery must be of the same type for quantified comparison: %s vs %s", left.typ, right.typ)
	}
	condition := w.operator(e, e.Operator, left, right).sql
	if e.Quantifier == "ALL" { // for all rows: for none it is not so
		return value{sql: "(NOT " + threeValued("(NOT "+condition+")", r.sql, alias) + ")", typ: boolean}
	}
	return value{sql: threeValued(condition, r.sql, alias), typ: boolean}
}
