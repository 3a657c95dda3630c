package dialect

import (
	"fmt"
	"strconv"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// env are the queries of WITH that can be named in one place.
type env struct {
	name   string // in lower case
	table  string // DuckDB's name
	fields []field
	outer  *env

	recursion *recursion // where the query's own step is being written
}

func (e *env) find(name string) *env {
	for ; e != nil; e = e.outer {
		if strings.EqualFold(e.name, name) {
			return e
		}
	}
	return nil
}

// query writes a query as one SELECT with the columns c1, c2 ….
func (t *translator) query(q *ast.Query, outer *scope, with *env) *relation {
	switch {
	case len(q.Functions) > 0:
		t.unsupported(q, "WITH FUNCTION")
	case len(q.Session) > 0:
		t.unsupported(q, "WITH SESSION")
	}
	prefix, with := t.with(q.With, outer, with)
	r, keys := t.ordered(q, outer, with)
	r.sql = prefix + t.limited(q, r, keys)
	return r
}

// sortKey is one key of ORDER BY.
type sortKey struct {
	value value
	item  ast.SortItem
	ref   string // the column of the query that holds it: c2, or s1 beside them
}

// sql writes the key over an expression that holds its value.
func (k sortKey) sql(ref string) string {
	direction, nulls := " ASC", " NULLS LAST" // Trino's default, whatever the direction
	if k.item.Desc {
		direction = " DESC"
	}
	if k.item.Nulls == "FIRST" {
		nulls = " NULLS FIRST"
	}
	return k.value.typ.Key(ref) + direction + nulls
}

func orderBy(keys []sortKey, alias string) string {
	if len(keys) == 0 {
		return ""
	}
	texts := make([]string, len(keys))
	for i, k := range keys {
		texts[i] = k.sql(alias + "." + k.ref)
	}
	return " ORDER BY " + strings.Join(texts, ", ")
}

// ordered writes the body with columns s1, s2 … for those sort keys that are
// none of its own.
func (t *translator) ordered(q *ast.Query, outer *scope, with *env) (*relation, []sortKey) {
	if s, ok := q.Body.(*ast.Select); ok {
		return t.selectQuery(s, q.OrderBy, outer, with)
	}
	r := t.body(q.Body, outer, with)
	w := &walker{t: t, scope: &scope{fields: r.fields, outer: outer}, with: with}
	keys := make([]sortKey, len(q.OrderBy))
	var hidden []string
	for i, item := range q.OrderBy {
		keys[i] = w.sortKey(item, r.fields)
		if keys[i].ref == "" {
			hidden = append(hidden, fmt.Sprintf("%s AS s%d", keys[i].value.sql, len(hidden)+1))
			keys[i].ref = fmt.Sprintf("s%d", len(hidden))
		}
	}
	if len(hidden) > 0 {
		r.sql = "SELECT *, " + strings.Join(hidden, ", ") + " FROM (" + r.sql + ")"
	}
	return r, keys
}

// sortKey resolves an item of ORDER BY over the columns of a query. It has a
// ref where the item is one of them.
func (w *walker) sortKey(item ast.SortItem, fields []field) sortKey {
	if n, ok := item.Value.(*ast.IntegerLiteral); ok {
		if n.Value < 1 || n.Value > int64(len(fields)) {
			w.t.fail(n, fault.InvalidColumnReference, "ORDER BY position %d is not in select list", n.Value)
		}
		f := fields[n.Value-1]
		v := f.value()
		w.orderable(item.Value, v)
		return sortKey{value: v, item: item, ref: columnName(int(n.Value) - 1)}
	}
	v := w.whole(item.Value)
	w.orderable(item.Value, v)
	k := sortKey{value: v, item: item}
	for i, f := range fields {
		if f.sql == v.sql {
			k.ref = columnName(i)
			break
		}
	}
	return k
}

// limited adds ORDER BY, OFFSET and LIMIT to a body.
func (t *translator) limited(q *ast.Query, r *relation, keys []sortKey) string {
	columns := strings.Join(columnNames(len(r.fields)), ", ")
	offset, limit := t.rowCount(q.Offset), t.rowCount(q.Limit)
	if q.Limit != nil && q.Limit.All {
		limit = ""
	}
	if q.Ties {
		if len(keys) == 0 {
			t.fail(q.Limit, fault.MissingOrderBy, "FETCH FIRST WITH TIES clause requires ORDER BY")
		}
		return t.withTies(r, keys, columns, offset, limit)
	}
	if len(keys) == 0 && offset == "" && limit == "" {
		return r.sql
	}
	alias := t.name("r")
	sql := "SELECT " + columns + " FROM (" + r.sql + ") AS " + alias + orderBy(keys, alias)
	if limit != "" {
		sql += " LIMIT " + limit
	}
	if offset != "" {
		sql += " OFFSET " + offset
	}
	return sql
}

// withTies keeps the rows after the offset that come no later in the order than
// the last row of the limit.
func (t *translator) withTies(r *relation, keys []sortKey, columns, offset, limit string) string {
	alias, ranked := t.name("r"), t.name("r")
	if offset == "" {
		offset = "0"
	}
	order := "(" + orderBy(keys, alias)[1:] + ")"
	return fmt.Sprintf("SELECT %s FROM (SELECT *, row_number() OVER %s AS n, rank() OVER %s AS k FROM (%s) AS %s) AS %s WHERE n > %s AND k <= CAST(%s AS HUGEINT) + %s ORDER BY n",
		columns, order, order, r.sql, alias, ranked, offset, offset, limit)
}

// rowCount is a number of rows as text; "" when none was written.
func (t *translator) rowCount(c *ast.RowCount) string {
	if c == nil {
		return ""
	}
	n := c.Count
	if c.Parameter != nil {
		w := &walker{t: t, scope: &scope{}}
		v := w.parameter(c.Parameter)
		if t.session.Describe {
			return "0"
		}
		parsed, err := strconv.ParseInt(v.text, 10, 64)
		if !v.typ.IsInteger() || !v.isConst || err != nil {
			t.fail(c, fault.TypeMismatch, "Non constant parameter value for LIMIT or OFFSET: %s", v.typ)
		}
		n = parsed
	}
	return strconv.FormatInt(n, 10)
}

// body writes a query without what stands around it; the fields are c1, c2 ….
func (t *translator) body(b ast.QueryBody, outer *scope, with *env) *relation {
	switch b := b.(type) {
	case *ast.Select:
		r, _ := t.selectQuery(b, nil, outer, with)
		return r
	case *ast.Parenthesised:
		return t.query(b.Query, outer, with)
	case *ast.Values:
		return t.values(b, outer, with)
	case *ast.SetOperation:
		return t.setOperation(b, outer, with)
	case *ast.TableQuery:
		p := t.table(&ast.Table{Position: b.Position, Name: b.Name}, with)
		items := make([]string, len(p.fields))
		for i, f := range p.fields {
			w := &walker{t: t}
			items[i] = w.read(b, &f).sql + " AS " + columnName(i)
		}
		return &relation{sql: "SELECT " + strings.Join(items, ", ") + " FROM " + p.sql, fields: outputs(p.fields)}
	}
	t.unsupported(b, "this query")
	return nil
}

// outputs are the fields as columns of a query that has just been written.
func outputs(fields []field) []field {
	out := make([]field, len(fields))
	for i, f := range fields {
		out[i] = field{name: f.name, typ: f.typ, sql: columnName(i)}
	}
	return out
}

// setOperation writes UNION, INTERSECT and EXCEPT over columns of common types.
func (t *translator) setOperation(s *ast.SetOperation, outer *scope, with *env) *relation {
	left, right := t.body(s.Left, outer, with), t.body(s.Right, outer, with)
	if len(left.fields) != len(right.fields) {
		t.fail(s, fault.TypeMismatch, "%s query has different number of fields: %d, %d", s.Operator, len(left.fields), len(right.fields))
	}
	r := &relation{fields: outputs(left.fields)}
	keyed := false
	for i := range left.fields {
		a, b := left.fields[i].typ, right.fields[i].typ
		common, ok := types.Common(a, b)
		if !ok {
			t.fail(s, fault.TypeMismatch, "column %d in %s query has incompatible types: %s, %s", i+1, s.Operator, a, b)
		}
		if !common.Comparable() && (!s.All || s.Operator != "UNION") {
			t.fail(s, fault.TypeMismatch, "Type %s is not comparable and therefore cannot be used in %s", common, s.Operator)
		}
		r.fields[i].typ = common
		keyed = keyed || common.Keyed()
	}
	l, rt := t.recast(s, left, r.fields), t.recast(s, right, r.fields)
	all := ""
	switch {
	case s.All:
		all = " ALL"
	case keyed && s.Operator == "UNION":
		return t.distinct(&relation{sql: l + " UNION ALL " + rt, fields: r.fields})
	}
	if keyed && s.Operator != "UNION" {
		t.unsupported(s, "%s of values with time zones or maps", s.Operator)
	}
	r.sql = l + " " + s.Operator + all + " " + rt
	return r
}

// recast writes a side of a set operation with the common types.
func (t *translator) recast(at ast.Node, r *relation, to []field) string {
	w := &walker{t: t}
	alias := t.name("r")
	items := make([]string, len(to))
	for i, f := range r.fields {
		v := w.coerce(at, value{sql: alias + "." + columnName(i), typ: f.typ}, to[i].typ, "%s", f.typ)
		items[i] = v.sql + " AS " + columnName(i)
	}
	return "(SELECT " + strings.Join(items, ", ") + " FROM (" + r.sql + ") AS " + alias + ")"
}

// distinct keeps one of the rows that are equal to Trino.
func (t *translator) distinct(r *relation) *relation {
	alias := t.name("r")
	items, keys := make([]string, len(r.fields)), make([]string, len(r.fields))
	for i, f := range r.fields {
		c := alias + "." + columnName(i)
		keys[i] = f.typ.Key(c)
		if f.typ.Keyed() {
			c = "any_value(" + c + ")"
		}
		items[i] = c + " AS " + columnName(i)
	}
	return &relation{sql: "SELECT " + strings.Join(items, ", ") + " FROM (" + r.sql + ") AS " + alias + " GROUP BY " + strings.Join(keys, ", "), fields: outputs(r.fields)}
}

// values writes VALUES with the common type of each column.
func (t *translator) values(v *ast.Values, outer *scope, with *env) *relation {
	w := &walker{t: t, scope: &scope{outer: outer}, with: with}
	rows := make([][]value, len(v.Rows))
	var common []types.Type
	for i, e := range v.Rows {
		rows[i] = w.rowValues(e)
		if i == 0 {
			common = make([]types.Type, len(rows[0]))
		}
		if len(rows[i]) != len(common) {
			t.fail(v, fault.TypeMismatch, "Values rows have mismatched sizes: %d vs %d", len(common), len(rows[i]))
		}
		for j, cell := range rows[i] {
			c, ok := types.Common(common[j], cell.typ)
			if !ok {
				t.fail(v, fault.TypeMismatch, "Values rows have mismatched types: %s vs %s", rowText(rows[0]), rowText(rows[i]))
			}
			common[j] = c
		}
	}
	texts := make([]string, len(rows))
	for i, row := range rows {
		cells := make([]string, len(row))
		for j, cell := range row {
			cells[j] = w.coerce(v, cell, common[j], "%s", cell.typ).sql
		}
		texts[i] = "(" + strings.Join(cells, ", ") + ")"
	}
	r := &relation{fields: make([]field, len(common))}
	for i, c := range common {
		r.fields[i] = field{typ: c, sql: columnName(i)}
	}
	names := strings.Join(columnNames(len(common)), ", ")
	r.sql = "SELECT " + names + " FROM (VALUES " + strings.Join(texts, ", ") + ") AS " + t.name("r") + "(" + names + ")"
	return r
}

// rowValues are the cells of one row of VALUES.
func (w *walker) rowValues(e ast.Expression) []value {
	if row, ok := e.(*ast.Row); ok {
		values := make([]value, len(row.Values))
		for i, cell := range row.Values {
			values[i] = w.plain(cell, "VALUES clause")
		}
		return values
	}
	v := w.plain(e, "VALUES clause")
	if v.typ.Kind != types.Row {
		return []value{v}
	}
	values := make([]value, len(v.typ.Fields))
	for i := range values {
		values[i] = part(v, i)
	}
	return values
}

func rowText(row []value) string {
	texts := make([]string, len(row))
	for i, v := range row {
		texts[i] = v.typ.String()
	}
	return "row(" + strings.Join(texts, ", ") + ")"
}

// named writes the query with the names of its columns, for those who read
// them from DuckDB.
func (r *relation) named() string {
	items := make([]string, len(r.fields))
	for i, f := range r.fields {
		items[i] = columnName(i) + " AS " + quoteName(outputName(f.name, i))
	}
	return "SELECT " + strings.Join(items, ", ") + " FROM (" + r.sql + ")"
}
