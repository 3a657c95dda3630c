package meta

import (
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
)

// mostPairs bounds what a join without an equality may compare.
const mostPairs = 2_000_000

func product(left, right *relation) (*relation, error) {
	if len(left.rows)*len(right.rows) > mostPairs {
		return nil, unsupported("a product of %d and %d rows", len(left.rows), len(right.rows))
	}
	out := &relation{columns: slices.Concat(left.columns, right.columns)}
	for _, l := range left.rows {
		for _, r := range right.rows {
			out.rows = append(out.rows, slices.Concat(l, r))
		}
	}
	return out, nil
}

// join is CROSS, INNER and LEFT JOIN. Rows are found by the columns that must
// be equal, and then tried.
func (e *evaluator) join(j *ast.Join) (*relation, error) {
	if j.Natural || len(j.Using) > 0 || j.Kind == "RIGHT" || j.Kind == "FULL" {
		return nil, unsupported("a join of the kind %s", j.Kind)
	}
	left, err := e.relation(j.Left, nil)
	if err != nil {
		return nil, err
	}
	right, err := e.relation(j.Right, nil)
	if err != nil {
		return nil, err
	}
	if j.On == nil {
		return product(left, right)
	}
	both := &relation{columns: slices.Concat(left.columns, right.columns)}
	keep, err := e.condition(j.On, both)
	if err != nil {
		return nil, err
	}
	leftKeys, rightKeys := equalities(j.On, left, right)
	if len(leftKeys) == 0 && len(left.rows)*len(right.rows) > mostPairs {
		return nil, unsupported("a join of %d and %d rows", len(left.rows), len(right.rows))
	}
	byKey := map[string][][]any{}
	for _, r := range right.rows {
		key := keyOf(pick(r, rightKeys))
		byKey[key] = append(byKey[key], r)
	}
	nothing := make([]any, len(right.columns))
	for _, l := range left.rows {
		found := false
		for _, r := range byKey[keyOf(pick(l, leftKeys))] {
			if row := slices.Concat(l, r); keep(row) == true {
				both.rows, found = append(both.rows, row), true
			}
		}
		if !found && j.Kind == "LEFT" {
			both.rows = append(both.rows, slices.Concat(l, nothing))
		}
	}
	return both, nil
}

func pick(row []any, places []int) []any {
	out := make([]any, len(places))
	for i, p := range places {
		out[i] = row[p]
	}
	return out
}

// equalities are the columns of both sides that a condition needs to be equal.
func equalities(on ast.Expression, left, right *relation) (leftKeys, rightKeys []int) {
	terms := []ast.Expression{on}
	if l, ok := on.(*ast.Logical); ok && l.Operator == "AND" {
		terms = l.Terms
	}
	for _, t := range terms {
		c, ok := t.(*ast.Comparison)
		if !ok || c.Operator != "=" {
			continue
		}
		a, b := named(c.Left), named(c.Right)
		if a == nil || b == nil {
			continue
		}
		for _, pair := range [][2][]string{{a, b}, {b, a}} {
			l, inLeft := left.find(pair[0])
			r, inRight := right.find(pair[1])
			_, both := right.find(pair[0])
			if inLeft && inRight && !both {
				leftKeys, rightKeys = append(leftKeys, l), append(rightKeys, r)
				break
			}
		}
	}
	return leftKeys, rightKeys
}

// named are the parts of a column's name; nil: it is something else.
func named(x ast.Expression) []string {
	switch x := x.(type) {
	case *ast.Identifier:
		return []string{strings.ToLower(x.Value)}
	case *ast.Dereference:
		parts, _ := dotted(x)
		return parts
	}
	return nil
}
