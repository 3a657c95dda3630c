package meta

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
)

// aggregates are those that tools ask names with.
var aggregates = map[string]bool{"count": true, "min": true, "max": true}

func isAggregate(x ast.Expression) bool {
	c, ok := x.(*ast.Call)
	return ok && aggregates[c.Name.String()]
}

// grouped answers SELECT of columns and aggregates, with columns in GROUP BY.
func (e *evaluator) grouped(over *relation, s *ast.Select) (*made, error) {
	keys, err := groupKeys(over, s)
	if err != nil {
		return nil, err
	}
	m := &made{}
	var outputs []func(group [][]any) any
	for _, item := range s.Items {
		output, kind, err := e.groupItem(over, item, keys)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, output)
		m.columns = append(m.columns, outputField(item, kind, len(m.columns)))
	}
	for _, group := range groupsOf(over.rows, keys) {
		row := make([]any, len(outputs))
		for i, output := range outputs {
			row[i] = output(group)
		}
		m.rows = append(m.rows, row)
	}
	if s.Distinct {
		m.rows = distinct(m.rows)
	}
	return m, nil
}

// groupKeys are the places of the columns in GROUP BY: names, or places in
// SELECT.
func groupKeys(over *relation, s *ast.Select) (keys []int, err error) {
	if s.GroupBy == nil {
		return nil, nil
	}
	for _, element := range s.GroupBy.Elements {
		if element.Kind != "" || len(element.Sets) != 1 || len(element.Sets[0].Values) != 1 {
			return nil, unsupported("GROUP BY %s", element.Kind)
		}
		x := element.Sets[0].Values[0]
		if n, ok := x.(*ast.IntegerLiteral); ok && n.Value >= 1 && n.Value <= int64(len(s.Items)) {
			x = s.Items[n.Value-1].Value
		}
		i, ok := over.find(named(x))
		if named(x) == nil || !ok {
			return nil, unsupported("GROUP BY an expression")
		}
		keys = append(keys, i)
	}
	return keys, nil
}

// groupsOf puts rows of the same keys together; without keys all are one group.
func groupsOf(rows [][]any, keys []int) (groups [][][]any) {
	if len(keys) == 0 {
		return [][][]any{rows}
	}
	places := map[string]int{}
	for _, row := range rows {
		key := keyOf(pick(row, keys))
		i, ok := places[key]
		if !ok {
			i = len(groups)
			places[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], row)
	}
	return groups
}

func (e *evaluator) groupItem(over *relation, item ast.SelectItem, keys []int) (func([][]any) any, types.Type, error) {
	if parts := named(item.Value); parts != nil {
		i, ok := over.find(parts)
		for _, key := range keys {
			if ok && key == i {
				return func(group [][]any) any { return group[0][i] }, over.columns[i].kind, nil
			}
		}
	}
	call, ok := item.Value.(*ast.Call)
	if !ok || !isAggregate(call) || call.Over != nil || call.Filter != nil || len(call.OrderBy) > 0 || len(call.Args) > 1 {
		return nil, types.Type{}, unsupported("SELECT of this with GROUP BY")
	}
	if len(call.Args) == 0 {
		if call.Name.String() != "count" {
			return nil, types.Type{}, unsupported("%s of nothing", call.Name)
		}
		return func(group [][]any) any { return int64(len(group)) }, types.Of(types.Bigint), nil
	}
	v, kind, err := e.compile(call.Args[0], over)
	if err != nil {
		return nil, kind, err
	}
	if name := call.Name.String(); name != "count" {
		return extreme(v, strings.EqualFold(name, "max")), kind, nil
	}
	return counted(v, call.Distinct), types.Of(types.Bigint), nil
}

func extreme(v value, largest bool) func([][]any) any {
	return func(group [][]any) (best any) {
		for _, row := range group {
			if x := v(row); x != nil && (best == nil || (compare(x, best) > 0) == largest && compare(x, best) != 0) {
				best = x
			}
		}
		return best
	}
}

func counted(v value, once bool) func([][]any) any {
	return func(group [][]any) any {
		n, seen := int64(0), map[any]bool{}
		for _, row := range group {
			if x := v(row); x != nil && !(once && seen[x]) {
				n++
				seen[x] = true
			}
		}
		return n
	}
}
