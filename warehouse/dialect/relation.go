package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// from writes a relation of FROM. left are the columns before it, which UNNEST
// and LATERAL see; outer is around the query.
func (t *translator) from(r ast.Relation, left []field, outer *scope, with *env) *relation {
	switch r := r.(type) {
	case *ast.Table:
		return t.table(r, with)
	case *ast.SubqueryRelation:
		return t.derived(t.query(r.Query, outer, with))
	case *ast.Lateral:
		p := t.derived(t.query(r.Query, &scope{fields: left, outer: outer}, with))
		p.sql = "LATERAL " + p.sql
		return p
	case *ast.Unnest:
		return t.unnest(r, &scope{fields: left, outer: outer}, with)
	case *ast.Aliased:
		return t.aliased(r, left, outer, with)
	case *ast.Join:
		return t.join(r, left, outer, with)
	case *ast.Sampled:
		return t.sampled(r, left, outer, with)
	case *ast.TableFunction:
		return t.tableFunction(r, outer, with)
	case *ast.JSONTable:
		t.unsupported(r, "JSON_TABLE")
	case *ast.PatternRecognition:
		t.unsupported(r, "MATCH_RECOGNIZE")
	}
	t.unsupported(r, "this relation")
	return nil
}

// derived is a query as a relation.
func (t *translator) derived(q *relation) *relation {
	alias := t.name("r")
	p := &relation{sql: "(" + q.sql + ") AS " + alias, fields: make([]field, len(q.fields))}
	for i, f := range q.fields {
		p.fields[i] = field{name: f.name, typ: f.typ, sql: alias + "." + columnName(i)}
	}
	return p
}

// table finds a query of WITH or a table.
func (t *translator) table(r *ast.Table, with *env) *relation {
	if r.AsOf != nil {
		t.fail(r, fault.NotSupported, "This connector does not support versioned tables")
	}
	if len(r.Name.Parts) == 1 {
		if e := with.find(r.Name.Parts[0].Value); e != nil {
			return t.named(e)
		}
	}
	name := t.resolve(r.Name)
	table, ok := t.catalog.Table(name[0], name[1], name[2])
	switch {
	case ok:
	case !t.catalog.HasCatalog(name[0]):
		t.fail(r, fault.CatalogNotFound, "Catalog '%s' not found", name[0])
	case !t.catalog.HasSchema(name[0], name[1]):
		t.fail(r, fault.SchemaNotFound, "Schema '%s' does not exist", name[1])
	default:
		t.fail(r, fault.TableNotFound, "Table '%s' does not exist", strings.Join(name, "."))
	}
	alias := t.name("r")
	p := &relation{sql: table.SQL + " AS " + alias, fields: make([]field, len(table.Columns))}
	for i, c := range table.Columns {
		ref := alias + "." + quoteName(c.Name)
		p.fields[i] = field{name: c.Name, prefix: name}
		if column, ok := types.OfColumn(c.Type); ok {
			p.fields[i].typ, p.fields[i].sql = column.Type, column.Read(ref)
		} else {
			p.fields[i].refused = fmt.Sprintf("column %s.%s has a type that is not supported here: %s", strings.Join(name, "."), c.Name, c.Type)
		}
	}
	return p
}

// named is a query of WITH as a relation. The step of a recursive query carries
// the count of steps along.
func (t *translator) named(e *env) *relation {
	alias := t.name("r")
	if e.recursion != nil {
		e.recursion.alias = alias
	}
	p := &relation{sql: e.table + " AS " + alias, fields: make([]field, len(e.fields))}
	for i, f := range e.fields {
		p.fields[i] = field{name: f.name, typ: f.typ, sql: alias + "." + columnName(i), prefix: []string{e.name}}
	}
	return p
}

// resolve completes the name of a table from the session.
func (t *translator) resolve(n ast.QualifiedName) []string {
	if len(n.Parts) > 3 {
		panic(fault.New(fault.SyntaxError, "Too many dots in table name: %s", n))
	}
	parts := strings.Split(n.String(), ".")
	parts = parts[:0]
	for _, p := range n.Parts {
		parts = append(parts, strings.ToLower(p.Value))
	}
	if len(parts) < 2 {
		if t.session.Schema == "" {
			t.fail(n, fault.MissingSchema, "Schema must be specified when session schema is not set")
		}
		parts = append([]string{strings.ToLower(t.session.Schema)}, parts...)
	}
	if len(parts) < 3 {
		if t.session.Catalog == "" {
			t.fail(n, fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
		}
		parts = append([]string{strings.ToLower(t.session.Catalog)}, parts...)
	}
	return parts
}

func (t *translator) aliased(r *ast.Aliased, left []field, outer *scope, with *env) *relation {
	p := t.from(r.Relation, left, outer, with)
	if r.Columns != nil && len(r.Columns) != visible(p.fields) {
		t.fail(r, fault.MismatchedAliases, "Column alias list has %d entries but '%s' has %d columns available", len(r.Columns), strings.ToLower(r.Alias.Value), visible(p.fields))
	}
	var fields []field
	for _, f := range p.fields {
		if f.hidden {
			continue
		}
		f.prefix = []string{strings.ToLower(r.Alias.Value)}
		if r.Columns != nil {
			f.name = r.Columns[len(fields)].Value
		}
		fields = append(fields, f)
	}
	p.fields = fields
	return p
}

func visible(fields []field) int {
	n := 0
	for _, f := range fields {
		if !f.hidden {
			n++
		}
	}
	return n
}

// lateral says whether a relation sees the columns before it.
func lateral(r ast.Relation) bool {
	switch r := r.(type) {
	case *ast.Unnest, *ast.Lateral:
		return true
	case *ast.Aliased:
		return lateral(r.Relation)
	}
	return false
}

func (t *translator) join(j *ast.Join, before []field, outer *scope, with *env) *relation {
	if j.Natural {
		t.fail(j, fault.NotSupported, "Natural join not supported")
	}
	left := t.from(j.Left, before, outer, with)
	seen := before
	if lateral(j.Right) {
		seen = append(append([]field(nil), before...), left.fields...)
		t.checkLateral(j)
	}
	right := t.from(j.Right, seen, outer, with)
	p := &relation{fields: append(append([]field(nil), left.fields...), right.fields...)}
	kind := " " + j.Kind + " JOIN "
	if j.Kind == "CROSS" {
		p.sql = left.sql + kind + nestedJoin(j.Right, right.sql)
		return p
	}
	condition := ""
	if j.On != nil {
		w := &walker{t: t, scope: &scope{fields: p.fields, outer: outer}, with: with}
		condition = w.condition(j.On, "JOIN clause", "JOIN ON clause must evaluate to a boolean: actual type %s")
	} else {
		condition, p.fields = t.using(j, left, right)
	}
	p.sql = left.sql + kind + nestedJoin(j.Right, right.sql) + " ON " + condition
	return p
}

// nestedJoin puts a join that stands on the right side into parentheses.
func nestedJoin(r ast.Relation, sql string) string {
	for {
		a, ok := r.(*ast.Aliased)
		if !ok {
			break
		}
		r = a.Relation
	}
	if _, ok := r.(*ast.Join); ok {
		return "(" + sql + ")"
	}
	return sql
}

// checkLateral refuses UNNEST and LATERAL where Trino does.
func (t *translator) checkLateral(j *ast.Join) {
	on, _ := j.On.(*ast.BooleanLiteral)
	switch {
	case j.Kind == "CROSS":
	case j.On == nil || on == nil || !on.Value:
		if j.Kind != "INNER" || j.On == nil {
			t.fail(j, fault.NotSupported, "%s JOIN involving UNNEST is only supported with condition ON TRUE", j.Kind)
		}
	case j.Kind == "RIGHT" || j.Kind == "FULL":
		t.unsupported(j, "%s JOIN involving UNNEST or LATERAL", j.Kind)
	}
}

// using writes the condition of USING. Its columns come first and have no table;
// the two sides can be named with theirs no more.
func (t *translator) using(j *ast.Join, left, right *relation) (string, []field) {
	w := &walker{t: t}
	var first []field
	var conditions []string
	used := map[string]bool{}
	taken := map[*field]bool{}
	for i := range j.Using {
		name := &j.Using[i]
		if used[strings.ToLower(name.Value)] {
			t.fail(name, fault.DuplicateColumn, "Column '%s' appears multiple times in USING clause", name.Value)
		}
		used[strings.ToLower(name.Value)] = true
		l, _ := t.find(&scope{fields: left.fields}, name, nil, name.Value)
		if l == nil {
			t.fail(name, fault.ColumnNotFound, "Column '%s' is missing from left side of join", name.Value)
		}
		r, _ := t.find(&scope{fields: right.fields}, name, nil, name.Value)
		if r == nil {
			t.fail(name, fault.ColumnNotFound, "Column '%s' is missing from right side of join", name.Value)
		}
		common, ok := types.Common(l.typ, r.typ)
		if !ok {
			t.fail(name, fault.TypeMismatch, "Column Types of left and right side are not comparable: %s, %s", l.typ, r.typ)
		}
		taken[l], taken[r] = true, true
		conditions = append(conditions, w.operator(name, "=", w.read(name, l), w.read(name, r)).sql)
		lv := w.coerce(name, l.value(), common, "%s", l.typ).sql
		rv := w.coerce(name, r.value(), common, "%s", r.typ).sql
		sql := "coalesce(" + lv + ", " + rv + ")"
		switch j.Kind {
		case "INNER", "LEFT":
			sql = lv
		case "RIGHT":
			sql = rv
		}
		first = append(first, field{name: name.Value, typ: common, sql: sql})
	}
	for _, side := range []*relation{left, right} {
		for i := range side.fields {
			if !taken[&side.fields[i]] {
				first = append(first, side.fields[i])
			}
		}
	}
	return strings.Join(conditions, " AND "), first
}

// unnest writes UNNEST: DuckDB takes several lists out side by side, too, and
// fills up the shorter ones.
func (t *translator) unnest(u *ast.Unnest, s *scope, with *env) *relation {
	w := &walker{t: t, scope: s, with: with}
	inner, alias := t.name("r"), t.name("r")
	var lists, items []string
	p := &relation{}
	add := func(list string) string {
		lists = append(lists, fmt.Sprintf("unnest(%s) AS u%d", list, len(lists)+1))
		return fmt.Sprintf("%s.u%d", inner, len(lists))
	}
	column := func(sql string, typ types.Type, name string) {
		items = append(items, sql+" AS "+columnName(len(items)))
		p.fields = append(p.fields, field{name: name, typ: typ, sql: alias + "." + columnName(len(p.fields))})
	}
	var longest []string
	for _, e := range u.Values {
		v := w.plain(e, "UNNEST")
		switch v.typ.Kind {
		case types.Array:
			longest = append(longest, "len("+v.sql+")")
			element := value{sql: add(v.sql), typ: v.typ.Element()}
			if element.typ.Kind != types.Row {
				column(element.sql, element.typ, "")
				continue
			}
			for i, f := range element.typ.Fields {
				column(part(element, i).sql, f.Type, f.Name)
			}
		case types.Map:
			longest = append(longest, "len(map_keys("+v.sql+"))")
			column(add("map_keys("+v.sql+")"), v.typ.Element(), "")
			column(add("map_values("+v.sql+")"), v.typ.Value(), "")
		default:
			panic(fault.New(fault.InvalidFunctionArg, "Cannot unnest type: %s", v.typ))
		}
	}
	if u.Ordinality {
		longestList := "greatest(" + strings.Join(longest, ", ") + ")"
		column(add("range(1, coalesce("+longestList+", 0) + 1)"), types.Of(types.Bigint), "")
	}
	p.sql = fmt.Sprintf("LATERAL (SELECT %s FROM (SELECT %s) AS %s) AS %s", strings.Join(items, ", "), strings.Join(lists, ", "), inner, alias)
	return p
}

// sampled writes TABLESAMPLE: SYSTEM is free to take rows as it likes, so both
// take each row by itself.
func (t *translator) sampled(s *ast.Sampled, left []field, outer *scope, with *env) *relation {
	p := t.from(s.Relation, left, outer, with)
	w := &walker{t: t, scope: &scope{}}
	v := w.plain(s.Percentage, "TABLESAMPLE")
	if !v.typ.IsNumeric() || !v.isConst {
		t.fail(s.Percentage, fault.TypeMismatch, "Sample percentage should be a numeric expression")
	}
	alias := t.name("r")
	items := make([]string, len(p.fields))
	q := &relation{fields: make([]field, len(p.fields))}
	for i, f := range p.fields {
		items[i] = w.read(s.Percentage, &f).sql + " AS " + columnName(i)
		q.fields[i] = f
		q.fields[i].sql = alias + "." + columnName(i)
	}
	q.sql = fmt.Sprintf("(SELECT * FROM (SELECT %s FROM %s) TABLESAMPLE bernoulli(%s PERCENT)) AS %s", strings.Join(items, ", "), p.sql, v.text, alias)
	return q
}

// tableFunction writes TABLE(sequence(start, stop, step)), the only one here.
func (t *translator) tableFunction(f *ast.TableFunction, outer *scope, with *env) *relation {
	if f.Name.String() != "sequence" {
		t.fail(f.Name, fault.FunctionNotFound, "Table function '%s' not registered", f.Name)
	}
	w := &walker{t: t, scope: &scope{outer: outer}, with: with}
	args := []value{integerValue(0), {}, integerValue(1)}
	for i, a := range f.Args {
		if a.Name != nil {
			i = map[string]int{"start": 0, "stop": 1, "step": 2}[strings.ToLower(a.Name.Value)]
		}
		if a.Value == nil || i > 2 {
			t.unsupported(f, "this call of sequence")
		}
		args[i] = w.plain(a.Value, "TABLE")
	}
	if args[1].sql == "" {
		t.fail(f, "MISSING_ARGUMENT", "Missing argument: STOP")
	}
	for i := range args {
		args[i] = w.coerce(f, args[i], types.Of(types.Bigint), "sequence takes numbers, not %s", args[i].typ)
	}
	alias := t.name("r")
	list := w.function(f, "sequence", args...)
	return &relation{
		sql:    fmt.Sprintf("(SELECT unnest(%s) AS c1) AS %s", list.sql, alias),
		fields: []field{{name: "sequential_number", typ: types.Of(types.Bigint), sql: alias + ".c1"}},
	}
}
