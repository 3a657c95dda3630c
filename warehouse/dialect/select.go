package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// selection is one SELECT while it is written.
type selection struct {
	t     *translator
	ast   *ast.Select
	order []ast.SortItem
	with  *env
	rows  *scope  // of FROM
	from  string  // " FROM … WHERE …"
	w     *walker // over the rows
	items []item
	met   *met
}

// item is one expression of the select list.
type item struct {
	at    ast.Expression // nil: a column that a star stands for
	name  string
	field *field // that a star stands for
	value value
	node  ast.Node
}

// selectQuery writes SELECT with the sort keys of the query around it, of which
// those that are no columns of it are columns s1, s2 ….
func (t *translator) selectQuery(s *ast.Select, order []ast.SortItem, outer *scope, with *env) (*relation, []sortKey) {
	sel := &selection{t: t, ast: s, order: order, with: with, met: &met{}}
	sel.readFrom(outer)
	sel.w = &walker{t: t, scope: sel.rows, with: with, windows: t.windows(s), met: sel.met, query: s}
	if s.Where != nil {
		where := sel.w.condition(s.Where, "WHERE clause", "WHERE clause must evaluate to a boolean: actual type %s")
		sel.from += " WHERE " + where
	}
	sel.expand()
	return sel.write()
}

// readFrom writes FROM, whose relations see those before them where they may.
func (sel *selection) readFrom(outer *scope) {
	sel.rows = &scope{outer: outer}
	var parts []string
	for _, r := range sel.ast.From {
		p := sel.t.from(r, sel.rows.fields, outer, sel.with)
		parts = append(parts, nestedJoin(r, p.sql))
		sel.rows.fields = append(sel.rows.fields[:len(sel.rows.fields):len(sel.rows.fields)], p.fields...)
	}
	if len(parts) > 0 {
		sel.from = " FROM " + strings.Join(parts, " CROSS JOIN ")
	}
}

// windows are the definitions of WINDOW.
func (t *translator) windows(s *ast.Select) map[string]*ast.NamedWindow {
	if len(s.Windows) == 0 {
		return nil
	}
	windows := map[string]*ast.NamedWindow{}
	for i := range s.Windows {
		w := &s.Windows[i]
		name := strings.ToLower(w.Name.Value)
		if windows[name] != nil {
			t.fail(w, fault.DuplicateWindow, "WINDOW name '%s' specified more than once", w.Name.Value)
		}
		windows[name] = w
	}
	return windows
}

// expand makes the list of columns, in which stars are taken apart.
func (sel *selection) expand() {
	for i := range sel.ast.Items {
		si := &sel.ast.Items[i]
		switch {
		case !si.Star:
			it := item{at: si.Value, node: si}
			switch v := si.Value.(type) {
			case *ast.Identifier:
				it.name = v.Value
			case *ast.Dereference:
				if _, ok := nameOf(v); ok {
					it.name = v.Field.Value
				}
			}
			if si.Alias != nil {
				it.name = si.Alias.Value
			}
			sel.items = append(sel.items, it)
		case si.Prefix == nil:
			sel.star(si)
		default:
			sel.starOf(si)
		}
	}
}

func (sel *selection) star(si *ast.SelectItem) {
	if len(sel.ast.From) == 0 {
		sel.t.fail(si, fault.ColumnNotFound, "SELECT * not allowed in queries without FROM clause")
	}
	before := len(sel.items)
	for i := range sel.rows.fields {
		if f := &sel.rows.fields[i]; !f.hidden {
			sel.items = append(sel.items, item{name: f.name, field: f, node: si})
		}
	}
	if len(sel.items) == before {
		sel.t.fail(si, fault.ColumnNotFound, "SELECT * not allowed from relation that has no columns")
	}
}

// starOf is t.* or row.*.
func (sel *selection) starOf(si *ast.SelectItem) {
	var found []item
	if parts, ok := nameOf(si.Prefix); ok {
		for s := sel.rows; s != nil && found == nil; s = s.outer {
			for i := range s.fields {
				if f := &s.fields[i]; hasPrefix(f.prefix, parts) {
					found = append(found, item{name: f.name, field: f, node: si})
				}
			}
		}
		if found == nil && (len(parts) == 1 || !sel.w.startsWithColumn(si.Prefix)) {
			sel.t.fail(si, fault.TableNotFound, "Unable to resolve reference %s", ast.Format(si.Prefix))
		}
	}
	if found == nil {
		row := sel.w.plain(si.Prefix, "SELECT")
		if row.typ.Kind != types.Row {
			sel.t.fail(si.Prefix, fault.TypeMismatch, "expected expression of type Row")
		}
		for i, f := range row.typ.Fields {
			v := part(row, i)
			found = append(found, item{name: f.Name, field: &field{name: f.Name, sql: v.sql, typ: v.typ}, node: si})
		}
	}
	if si.Aliases != nil {
		if len(si.Aliases) != len(found) {
			sel.t.fail(si.Aliases[0], fault.MismatchedAliases, "Column alias list has %d entries but relation has %d columns", len(si.Aliases), len(found))
		}
		for i := range found {
			found[i].name = si.Aliases[i].Value
		}
	}
	sel.items = append(sel.items, found...)
}

func hasPrefix(prefix, parts []string) bool {
	if len(parts) > len(prefix) {
		return false
	}
	for i, p := range prefix[len(prefix)-len(parts):] {
		if !strings.EqualFold(p, parts[i]) {
			return false
		}
	}
	return true
}

// write writes all clauses over the rows, which finds their types and faults,
// and again over the aggregation if there is one.
func (sel *selection) write() (*relation, []sortKey) {
	sel.values(sel.w)
	keys := sel.groupKeys()
	sel.having(sel.w)
	sort := sel.sortKeys(sel.w)
	if sel.ast.GroupBy == nil && len(sel.met.groupings) > 0 {
		sel.t.fail(sel.ast, fault.MissingGroupBy, "A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause")
	}
	if sel.ast.GroupBy == nil && len(sel.met.aggregates) == 0 && sel.ast.Having == nil {
		return sel.finish(sel.from, sort)
	}
	a := keys
	a.alias, a.below, a.known = sel.t.name("r"), sel.rows, map[string]value{}
	a.over()
	over := *sel.w
	over.scope, over.aggregation, over.met = a.above, a, &met{}
	sel.values(&over)
	having := sel.having(&over)
	sort = sel.sortKeys(&over)
	from := " FROM (" + a.query(sel.from) + ") AS " + a.alias
	if having != "" {
		from += " WHERE " + having
	}
	return sel.finish(from, sort)
}

func (sel *selection) values(w *walker) {
	for i := range sel.items {
		it := &sel.items[i]
		switch {
		case it.at != nil:
			it.value = w.whole(it.at)
		case w.aggregation != nil:
			it.value = sel.starOver(w, it)
		default:
			it.value = w.read(it.node, it.field)
		}
		if it.value.typ.Kind == types.Function {
			sel.t.unsupported(it.node, "a function as a value")
		}
	}
}

// starOver is a column that a star stands for, which must be a key.
func (sel *selection) starOver(w *walker, it *item) value {
	for i, k := range w.aggregation.keys {
		if k.text == it.field.sql {
			return value{sql: w.aggregation.key(i), typ: k.value.typ}
		}
	}
	panic(fault.New(fault.NotAggregate, "Column '%s' not in GROUP BY clause", strings.Join(append(it.field.prefix, it.name), ".")))
}

func (sel *selection) having(w *walker) string {
	h := sel.ast.Having
	if h == nil {
		return ""
	}
	inner := *w
	inner.met = &met{}
	sql := inner.boolean(h, inner.whole(h), "HAVING clause must evaluate to a boolean: actual type %s")
	if len(inner.met.windows) > 0 {
		sel.t.fail(inner.met.windows[0], fault.NestedWindow, "HAVING clause cannot contain window functions or row pattern measures")
	}
	sel.met.aggregates = append(sel.met.aggregates, inner.met.aggregates...)
	return sql
}

// sortKeys resolves ORDER BY, where a name is first one of the select list.
func (sel *selection) sortKeys(w *walker) []sortKey {
	if len(sel.order) == 0 {
		return nil
	}
	inner := *w
	names := &scope{outer: w.scope, lambda: true}
	fields := make([]field, len(sel.items))
	for i, it := range sel.items {
		fields[i] = field{name: it.name, sql: it.value.sql, typ: it.value.typ, output: true}
	}
	names.fields = fields
	inner.scope = names
	keys := make([]sortKey, len(sel.order))
	for i, item := range sel.order {
		keys[i] = inner.sortKey(item, fields)
	}
	return keys
}

// finish writes the select list over what is below it.
func (sel *selection) finish(from string, sort []sortKey) (*relation, []sortKey) {
	r := &relation{fields: make([]field, len(sel.items))}
	items := make([]string, len(sel.items))
	for i, it := range sel.items {
		items[i] = it.value.sql + " AS " + columnName(i)
		r.fields[i] = field{name: it.name, typ: it.value.typ, sql: columnName(i)}
	}
	if sel.ast.Distinct {
		return sel.distinct(r, items, from, sort)
	}
	if rec := sel.with.stepOf(sel.ast); rec != nil {
		items = append(items, rec.alias+".d + 1 AS d")
	}
	hidden := 0
	for i := range sort {
		if sort[i].ref == "" {
			hidden++
			sort[i].ref = fmt.Sprintf("s%d", hidden)
			items = append(items, sort[i].value.sql+" AS "+sort[i].ref)
		}
	}
	r.sql = "SELECT " + strings.Join(items, ", ") + from
	return r, sort
}

func (sel *selection) distinct(r *relation, items []string, from string, sort []sortKey) (*relation, []sortKey) {
	keyed := false
	for i, it := range sel.items {
		if !it.value.typ.Comparable() {
			sel.t.fail(sel.ast, fault.TypeMismatch, "DISTINCT can only be applied to comparable types (actual: %s): %s", it.value.typ, it.name)
		}
		keyed = keyed || r.fields[i].typ.Keyed()
	}
	for _, k := range sort {
		if k.ref == "" {
			sel.t.fail(sel.ast, fault.NotInDistinct, "For SELECT DISTINCT, ORDER BY expressions must appear in select list")
		}
	}
	if keyed {
		r.sql = "SELECT " + strings.Join(items, ", ") + from
		return sel.t.distinct(r), sort
	}
	r.sql = "SELECT DISTINCT " + strings.Join(items, ", ") + from
	return r, sort
}
