package meta

import (
	"fmt"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
)

// selection answers SELECT.
func (e *evaluator) selection(s *ast.Select) (*made, error) {
	if s.Having != nil || len(s.Windows) > 0 {
		return nil, unsupported("HAVING or WINDOW")
	}
	over := &relation{rows: [][]any{{}}} // without FROM: one row of nothing
	for i, from := range s.From {
		r, err := e.relation(from, catalogsOf(e, s.Where))
		if err != nil {
			return nil, err
		}
		if i == 0 {
			over = r
		} else if over, err = product(over, r); err != nil {
			return nil, err
		}
	}
	if s.Where != nil {
		keep, err := e.condition(s.Where, over)
		if err != nil {
			return nil, err
		}
		over = &relation{columns: over.columns, rows: filtered(over.rows, keep)}
	}
	if s.GroupBy != nil || slices.ContainsFunc(s.Items, func(i ast.SelectItem) bool { return isAggregate(i.Value) }) {
		return e.grouped(over, s)
	}
	m, err := e.selected(over, s.Items)
	if err != nil {
		return nil, err
	}
	if s.Distinct {
		m = &made{relation: relation{columns: m.columns, rows: distinct(m.rows)}}
	}
	return m, nil
}

func filtered(rows [][]any, keep value) (kept [][]any) {
	for _, row := range rows {
		if keep(row) == true {
			kept = append(kept, row)
		}
	}
	return kept
}

// selected makes the columns of SELECT.
func (e *evaluator) selected(over *relation, items []ast.SelectItem) (*made, error) {
	m := &made{over: over, from: over.rows}
	var values []value
	for _, item := range items {
		if item.Star || item.Value == nil {
			places, err := starred(over, item)
			if err != nil {
				return nil, err
			}
			for _, i := range places {
				values = append(values, func(row []any) any { return row[i] })
				f := over.columns[i]
				m.columns = append(m.columns, field{name: f.name, shown: f.shown, kind: f.kind})
			}
			continue
		}
		v, kind, err := e.compile(item.Value, over)
		if err != nil {
			return nil, err
		}
		values = append(values, v)
		m.columns = append(m.columns, outputField(item, kind, len(m.columns)))
	}
	m.rows = make([][]any, len(over.rows))
	cells := make([]any, len(values)*len(over.rows)) // one piece for all rows
	for i, row := range over.rows {
		out := cells[i*len(values) : (i+1)*len(values) : (i+1)*len(values)]
		for j, v := range values {
			out[j] = v(row)
		}
		m.rows[i] = out
	}
	return m, nil
}

// starred are the places of the columns of * and t.*.
func starred(over *relation, item ast.SelectItem) (places []int, err error) {
	var table []string
	if item.Prefix != nil {
		switch p := item.Prefix.(type) {
		case *ast.Identifier:
			table = []string{strings.ToLower(p.Value)}
		case *ast.Dereference:
			table, _ = dotted(p)
		}
	}
	if len(item.Aliases) > 0 || item.Prefix != nil && table == nil {
		return nil, unsupported("a star of this form")
	}
	for i, f := range over.columns {
		if !f.hidden && endsWith(f.table, table) {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return nil, unsupported("a star of no columns")
	}
	return places, nil
}

// outputField names a column of SELECT: by its alias, as the column was
// written, or by its place.
func outputField(item ast.SelectItem, kind types.Type, place int) field {
	shown := fmt.Sprintf("_col%d", place)
	switch x := item.Value.(type) {
	case *ast.Identifier:
		shown = x.Value
	case *ast.Dereference:
		shown = x.Field.Value
	}
	if item.Alias != nil {
		shown = item.Alias.Value
	}
	return field{name: strings.ToLower(shown), shown: shown, kind: kind}
}

// relation makes what stands in FROM. Only rows of the catalogs that wanted
// tells are needed.
func (e *evaluator) relation(r ast.Relation, wanted func(column string) map[string]bool) (*relation, error) {
	switch r := r.(type) {
	case *ast.Table:
		if r.AsOf != nil {
			return nil, unsupported("FOR VERSION AS OF")
		}
		return e.table(r.Name, wanted)
	case *ast.Aliased:
		inner, err := e.relation(r.Relation, wanted)
		if err != nil {
			return nil, err
		}
		return renamed(inner, strings.ToLower(r.Alias.Value), r.Columns)
	case *ast.SubqueryRelation:
		inner, err := e.subquery(r.Query)
		if err != nil {
			return nil, err
		}
		return renamed(inner, "", nil)
	case *ast.Join:
		return e.join(r)
	}
	return nil, unsupported("a relation of the form %T", r)
}

// table makes the rows of a table of this package, or of WITH.
func (e *evaluator) table(name ast.QualifiedName, wanted func(column string) map[string]bool) (*relation, error) {
	if len(name.Parts) == 1 {
		if r := e.named[name.Last()]; r != nil {
			return r, nil
		}
	}
	catalog, schema, table, ok := e.session.resolve(name)
	if !ok || catalog != SystemCatalog && schema != InformationSchema {
		return nil, unsupported("the table %s", name)
	}
	c, err := Find(e, e.world, catalog)
	if err != nil {
		return nil, err
	}
	var t *Table
	if c != nil {
		if s := c.Schema(schema); s != nil {
			t = s.Table(table)
		}
	}
	if t == nil {
		return nil, unsupported("the table %s", name)
	}
	r := &relation{}
	everything := func(string) bool { return true }
	for _, column := range t.Columns {
		r.columns = append(r.columns, field{table: []string{catalog, schema, table}, name: column.Name, shown: column.Name, kind: column.Type, hidden: column.Hidden})
		if isCatalog := column.Name == "table_cat" || column.Name == "table_catalog" || column.Name == "catalog_name"; isCatalog && wanted != nil {
			if names := wanted(column.Name); names != nil {
				everything = func(name string) bool { return names[name] }
			}
		}
	}
	r.rows, err = t.Rows(e, e.world, everything)
	return r, err
}

// catalogsOf tells which catalogs a condition allows, by the column that names
// them; nil: all. It only looks at what all rows must fulfil.
func catalogsOf(e *evaluator, where ast.Expression) func(column string) map[string]bool {
	return func(column string) map[string]bool {
		terms := []ast.Expression{where}
		if l, ok := where.(*ast.Logical); ok && l.Operator == "AND" {
			terms = l.Terms
		}
		for _, t := range terms {
			c, ok := t.(*ast.Comparison)
			if !ok || c.Operator != "=" {
				continue
			}
			if id, ok := c.Left.(*ast.Identifier); ok && strings.EqualFold(id.Value, column) {
				if v, _, err := e.compile(c.Right, &relation{}); err == nil {
					if name, ok := v(nil).(string); ok {
						return map[string]bool{name: true}
					}
				}
			}
		}
		return nil
	}
}
