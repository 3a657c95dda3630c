package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// with writes WITH and gives what can be named after it.
func (t *translator) with(w *ast.With, outer *scope, before *env) (string, *env) {
	if w == nil {
		return "", before
	}
	seen := map[string]bool{}
	after, recursive := before, false
	texts := make([]string, len(w.Queries))
	for i := range w.Queries {
		n := &w.Queries[i]
		name := strings.ToLower(n.Name.Value)
		if seen[name] {
			t.fail(n, fault.DuplicateNamedQuery, "WITH query name '%s' specified more than once", name)
		}
		seen[name] = true
		e := &env{name: name, table: t.name("w"), outer: after}
		if w.Recursive && refersTo(n.Query, name) {
			recursive = true
			texts[i] = t.recursive(n, e, outer, after)
		} else {
			r := t.query(n.Query, outer, after)
			e.fields = t.rename(r.fields, n.Columns)
			texts[i] = e.table + " AS (" + r.sql + ")"
		}
		after = e
	}
	keyword := "WITH "
	if recursive {
		keyword = "WITH RECURSIVE "
	}
	return keyword + strings.Join(texts, ", ") + " ", after
}

// rename gives the columns of a query other names; none keeps theirs.
func (t *translator) rename(fields []field, names []ast.Identifier) []field {
	if names == nil {
		return fields
	}
	if len(names) != len(fields) {
		t.fail(names[0], fault.MismatchedAliases, "Column alias list has %d entries but relation has %d columns", len(names), len(fields))
	}
	renamed := make([]field, len(fields))
	for i, f := range fields {
		f.name = names[i].Value
		renamed[i] = f
	}
	return renamed
}

// maxRecursion is Trino's max_recursion_depth.
const maxRecursion = 10

// recursion is the step of a recursive query while it is written.
type recursion struct {
	step  *ast.Select
	alias string // of the table that holds the rows of the step before
}

// stepOf returns the recursion whose step a SELECT is, or nil.
func (e *env) stepOf(s *ast.Select) *recursion {
	if e == nil || e.recursion == nil || e.recursion.step != s {
		return nil
	}
	return e.recursion
}

// recursive writes base UNION ALL step. Trino gives up after ten steps: a column
// counts them.
func (t *translator) recursive(n *ast.NamedQuery, e *env, outer *scope, before *env) string {
	union, ok := n.Query.Body.(*ast.SetOperation)
	switch {
	case !ok || !refersToBody(union.Right, e.name) || union.Operator != "UNION" || n.Query.With != nil || refersToBody(union.Left, e.name):
		t.unsupported(n, "a recursive query that is not base UNION ALL step")
	case n.Columns == nil:
		t.fail(n, fault.MissingColumnAliases, "missing column aliases in recursive WITH query")
	case !union.All:
		t.fail(union, fault.NotSupported, "UNION DISTINCT is not supported in recursive WITH query")
	case n.Query.OrderBy != nil || n.Query.Limit != nil || n.Query.Offset != nil:
		t.fail(n.Query, fault.NotSupported, "immediate ORDER BY, OFFSET or LIMIT clause in recursive query is not supported")
	}
	base := t.body(union.Left, outer, before)
	e.fields = t.rename(base.fields, n.Columns)
	step, ok := union.Right.(*ast.Select)
	if p, is := union.Right.(*ast.Parenthesised); is {
		step, ok = p.Query.Body.(*ast.Select)
		ok = ok && p.Query.OrderBy == nil && p.Query.Limit == nil && p.Query.With == nil
	}
	if !ok || step.Distinct || step.GroupBy != nil {
		t.unsupported(n, "a recursive query whose step is no plain SELECT")
	}
	for _, from := range step.From {
		if refersInside(from, e.name) {
			t.unsupported(n, "a recursive query that refers to itself in a subquery")
		}
	}
	e.recursion = &recursion{step: step}
	r, _ := t.selectQuery(step, nil, outer, e)
	if len(r.fields) != len(base.fields) {
		t.fail(union, fault.TypeMismatch, "base and step relations of recursion have different number of fields: %d, %d", len(base.fields), len(r.fields))
	}
	w := &walker{t: t}
	alias := t.name("r")
	items := make([]string, len(r.fields))
	for i, f := range r.fields {
		if !types.Coerces(f.typ, base.fields[i].typ) {
			t.fail(union.Right, fault.TypeMismatch, "recursion step relation output type (%s) is not coercible to recursion base relation output type (%s) at column %d", f.typ, base.fields[i].typ, i+1)
		}
		items[i] = w.coerce(union, value{sql: alias + "." + columnName(i), typ: f.typ}, base.fields[i].typ, "%s", f.typ).sql + " AS " + columnName(i)
	}
	names := strings.Join(columnNames(len(base.fields)), ", ")
	e.recursion = nil
	return fmt.Sprintf("%s AS (SELECT %s, 0 AS d FROM (%s) UNION ALL SELECT %s, CASE WHEN %s.d > %d THEN %s ELSE %s.d END AS d FROM (%s) AS %s)",
		e.table, names, base.sql, strings.Join(items, ", "), alias, maxRecursion,
		"CAST(error('NOT_SUPPORTED: Recursion depth limit exceeded (10). Use ''max_recursion_depth'' session property to modify the limit.') AS INTEGER)",
		alias, r.sql, alias)
}

// refersTo says whether a query reads a table of that name.
func refersTo(q *ast.Query, name string) bool { return q != nil && refersToBody(q.Body, name) }

func refersToBody(b ast.QueryBody, name string) bool {
	switch b := b.(type) {
	case *ast.SetOperation:
		return refersToBody(b.Left, name) || refersToBody(b.Right, name)
	case *ast.Parenthesised:
		return refersTo(b.Query, name)
	case *ast.TableQuery:
		return len(b.Name.Parts) == 1 && strings.EqualFold(b.Name.Last(), name)
	case *ast.Select:
		for _, r := range b.From {
			if refersToRelation(r, name) {
				return true
			}
		}
	}
	return false
}

func refersToRelation(r ast.Relation, name string) bool {
	switch r := r.(type) {
	case *ast.Table:
		return len(r.Name.Parts) == 1 && r.Name.Last() == name
	case *ast.SubqueryRelation:
		return refersTo(r.Query, name)
	case *ast.Lateral:
		return refersTo(r.Query, name)
	case *ast.Aliased:
		return refersToRelation(r.Relation, name)
	case *ast.Sampled:
		return refersToRelation(r.Relation, name)
	case *ast.Join:
		return refersToRelation(r.Left, name) || refersToRelation(r.Right, name)
	}
	return false
}

// refersInside says whether a query in FROM reads the table.
func refersInside(r ast.Relation, name string) bool {
	switch r := r.(type) {
	case *ast.Aliased:
		return refersInside(r.Relation, name)
	case *ast.Join:
		return refersInside(r.Left, name) || refersInside(r.Right, name)
	case *ast.Table:
		return false
	}
	return refersToRelation(r, name)
}
