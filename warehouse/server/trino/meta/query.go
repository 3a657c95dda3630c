package meta

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
)

// Evaluate answers a query from memory, or says in [*Unsupported] what it does
// not know. Parameters stand for ?.
func Evaluate(ctx context.Context, w World, s Session, q *ast.Query, params []ast.Expression) (*Result, error) {
	e := &evaluator{Context: ctx, world: w, session: s, params: params}
	made, err := e.query(q)
	if err != nil {
		return nil, err
	}
	result := &Result{Rows: made.rows}
	for _, f := range made.columns {
		result.Columns = append(result.Columns, Column{Name: f.shown, Type: f.kind})
	}
	return result, nil
}

// made is the outcome of a query body: its rows, and for each the row that it
// was made of, by which it may be ordered.
type made struct {
	relation
	over *relation // nil: there is none
	from [][]any
}

// subquery answers a query that does not depend on the one around it.
func (e *evaluator) subquery(q *ast.Query) (*relation, error) {
	inner := *e
	inner.named = maps.Clone(e.named)
	return inner.query(q)
}

func (e *evaluator) query(q *ast.Query) (*relation, error) {
	if len(q.Functions) > 0 || len(q.Session) > 0 || q.Ties {
		return nil, unsupported("a query of this form")
	}
	if err := e.with(q.With); err != nil {
		return nil, err
	}
	m, err := e.body(q.Body)
	if err != nil {
		return nil, err
	}
	if len(q.OrderBy) > 0 {
		if err := e.sort(m, q.OrderBy); err != nil {
			return nil, err
		}
	}
	skip, err := e.count(q.Offset, 0)
	if err != nil {
		return nil, err
	}
	rows := m.rows[min(skip, len(m.rows)):]
	most, err := e.count(q.Limit, len(rows))
	if err != nil {
		return nil, err
	}
	m.rows = rows[:min(most, len(rows))]
	return &m.relation, nil
}

// count is a number of rows; otherwise where it is not said.
func (e *evaluator) count(n *ast.RowCount, otherwise int) (int, error) {
	switch {
	case n == nil || n.All:
		return otherwise, nil
	case n.Parameter == nil:
		return int(min(n.Count, 1<<31)), nil
	}
	v, _, err := e.compile(n.Parameter, &relation{})
	if err != nil {
		return 0, err
	}
	rows, ok := v(nil).(int64)
	if !ok || rows < 0 {
		return 0, unsupported("LIMIT of this value")
	}
	return int(min(rows, 1<<31)), nil
}

func (e *evaluator) with(w *ast.With) error {
	if w == nil {
		return nil
	}
	if w.Recursive {
		return unsupported("WITH RECURSIVE")
	}
	e.named = maps.Clone(e.named)
	if e.named == nil {
		e.named = map[string]*relation{}
	}
	for _, n := range w.Queries {
		r, err := e.subquery(n.Query)
		if err != nil {
			return err
		}
		if r, err = renamed(r, strings.ToLower(n.Name.Value), n.Columns); err != nil {
			return err
		}
		e.named[strings.ToLower(n.Name.Value)] = r
	}
	return nil
}

// renamed gives a relation a name, and its columns others.
func renamed(r *relation, name string, columns []ast.Identifier) (*relation, error) {
	shown := slices.DeleteFunc(slices.Clone(r.columns), func(f field) bool { return f.hidden })
	if len(columns) > 0 && len(columns) != len(shown) {
		return nil, unsupported("%d names for %d columns", len(columns), len(shown))
	}
	out := &relation{columns: slices.Clone(r.columns), rows: r.rows}
	place := 0
	for i := range out.columns {
		f := &out.columns[i]
		f.table = []string{name}
		if len(columns) > 0 && !f.hidden {
			f.name, f.shown = strings.ToLower(columns[place].Value), columns[place].Value
			place++
		}
	}
	return out, nil
}

func (e *evaluator) body(body ast.QueryBody) (*made, error) {
	switch b := body.(type) {
	case *ast.Select:
		return e.selection(b)
	case *ast.SetOperation:
		return e.union(b)
	case *ast.TableQuery:
		r, err := e.table(b.Name, nil)
		if err != nil {
			return nil, err
		}
		return e.selected(r, []ast.SelectItem{{Star: true}})
	case *ast.Parenthesised:
		r, err := e.subquery(b.Query)
		if err != nil {
			return nil, err
		}
		return &made{relation: *r}, nil
	}
	return nil, unsupported("a query of the form %T", body)
}

// union puts rows behind each other, the same ones once.
func (e *evaluator) union(b *ast.SetOperation) (*made, error) {
	if b.Operator != "UNION" {
		return nil, unsupported("%s", b.Operator)
	}
	left, err := e.body(b.Left)
	if err != nil {
		return nil, err
	}
	right, err := e.body(b.Right)
	if err != nil {
		return nil, err
	}
	if len(left.columns) != len(right.columns) {
		return nil, unsupported("UNION of %d and %d columns", len(left.columns), len(right.columns))
	}
	m := &made{relation: relation{columns: slices.Clone(left.columns), rows: slices.Concat(left.rows, right.rows)}}
	for i, f := range right.columns {
		if !f.kind.Equal(m.columns[i].kind) {
			return nil, unsupported("UNION of %s and %s", m.columns[i].kind, f.kind)
		}
	}
	if !b.All {
		m.rows = distinct(m.rows)
	}
	return m, nil
}

func distinct(rows [][]any) (once [][]any) {
	seen := map[string]bool{}
	for _, row := range rows {
		key := keyOf(row)
		if !seen[key] {
			seen[key] = true
			once = append(once, row)
		}
	}
	return once
}

// keyOf is the same text for rows of the same values.
func keyOf(row []any) string {
	var key strings.Builder
	for _, v := range row {
		fmt.Fprintf(&key, "%T%q", v, fmt.Sprint(v))
	}
	return key.String()
}

// sort orders by names and places of output columns, and by values of the rows
// that these were made of. NULLs are last, if nothing else is said.
func (e *evaluator) sort(m *made, items []ast.SortItem) error {
	keys := make([]value, len(items)) // of [row, from]
	for i, item := range items {
		var err error
		if keys[i], err = e.sortKey(m, item.Value); err != nil {
			return err
		}
	}
	order := make([]int, len(m.rows))
	made := make([][]any, len(m.rows))
	for i, row := range m.rows {
		order[i] = i
		pair := []any{row, nil}
		if m.from != nil {
			pair[1] = m.from[i]
		}
		made[i] = make([]any, len(keys))
		for k, key := range keys {
			made[i][k] = key(pair)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		for k, item := range items {
			if c := ordered(made[a][k], made[b][k], item); c != 0 {
				return c
			}
		}
		return 0
	})
	sorted := make([][]any, len(order))
	for i, place := range order {
		sorted[i] = m.rows[place]
	}
	m.rows = sorted
	return nil
}

func ordered(a, b any, item ast.SortItem) int {
	first := 1 // NULL is last
	if item.Nulls == "FIRST" {
		first = -1
	}
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return first
	case b == nil:
		return -first
	}
	if item.Desc {
		return compare(b, a)
	}
	return compare(a, b)
}

func (e *evaluator) sortKey(m *made, x ast.Expression) (value, error) {
	output := func(i int) value { return func(pair []any) any { return pair[0].([]any)[i] } }
	switch x := x.(type) {
	case *ast.IntegerLiteral:
		if x.Value < 1 || x.Value > int64(len(m.columns)) {
			return nil, unsupported("ORDER BY %d", x.Value)
		}
		return output(int(x.Value - 1)), nil
	case *ast.Identifier:
		if i, ok := m.find([]string{strings.ToLower(x.Value)}); ok {
			return output(i), nil
		}
	}
	if m.over == nil || m.from == nil {
		return nil, unsupported("ORDER BY an expression here")
	}
	v, _, err := e.compile(x, m.over)
	if err != nil {
		return nil, err
	}
	return func(pair []any) any { return v(pair[1].([]any)) }, nil
}
