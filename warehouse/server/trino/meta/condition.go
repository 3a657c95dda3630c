package meta

import (
	"cmp"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
)

// condition turns a predicate into a value that is true, false or nil.
func (e *evaluator) condition(x ast.Expression, over *relation) (value, error) {
	switch x := x.(type) {
	case *ast.Logical:
		return e.logical(x, over)
	case *ast.Not:
		v, err := e.condition(x.Value, over)
		return not(v), err
	case *ast.Comparison:
		return e.comparison(x, over)
	case *ast.Between:
		return e.condition(&ast.Logical{Operator: "AND", Terms: []ast.Expression{
			&ast.Comparison{Operator: ">=", Left: x.Value, Right: x.Min},
			&ast.Comparison{Operator: "<=", Left: x.Value, Right: x.Max},
		}}, over)
	case *ast.InList:
		return e.inList(x, over)
	case *ast.InSubquery:
		return e.inSubquery(x, over)
	case *ast.Exists:
		made, err := e.subquery(x.Query.Query)
		if err != nil {
			return nil, err
		}
		return constant(len(made.rows) > 0), nil
	case *ast.Like:
		return e.like(x, over)
	case *ast.IsNull:
		v, _, err := e.compile(x.Value, over)
		return func(row []any) any { return (v(row) == nil) != x.Not }, err
	}
	v, kind, err := e.compile(x, over)
	if err == nil && kind.Kind != types.Boolean && kind.Kind != types.Unknown {
		err = unsupported("a condition of type %s", kind)
	}
	return v, err
}

func not(v value) value {
	return func(row []any) any {
		if b, ok := v(row).(bool); ok {
			return !b
		}
		return nil
	}
}

// logical is AND and OR of three values: the one that decides wins over NULL.
func (e *evaluator) logical(x *ast.Logical, over *relation) (value, error) {
	terms := make([]value, len(x.Terms))
	for i, t := range x.Terms {
		var err error
		if terms[i], err = e.condition(t, over); err != nil {
			return nil, err
		}
	}
	decides := x.Operator == "OR"
	return func(row []any) any {
		var result any = !decides
		for _, t := range terms {
			switch t(row) {
			case decides:
				return decides
			case nil:
				result = nil
			}
		}
		return result
	}, nil
}

func (e *evaluator) comparison(x *ast.Comparison, over *relation) (value, error) {
	left, leftKind, err := e.compile(x.Left, over)
	if err != nil {
		return nil, err
	}
	right, rightKind, err := e.compile(x.Right, over)
	if err != nil {
		return nil, err
	}
	if !alike(leftKind, rightKind) {
		return nil, unsupported("%s %s %s", leftKind, x.Operator, rightKind)
	}
	fits, ok := comparisons[x.Operator]
	if !ok {
		return nil, unsupported("the operator %s", x.Operator)
	}
	return func(row []any) any {
		a, b := left(row), right(row)
		if a == nil || b == nil {
			return nil
		}
		return fits(compare(a, b))
	}, nil
}

var comparisons = map[string]func(order int) bool{
	"=":  func(o int) bool { return o == 0 },
	"<>": func(o int) bool { return o != 0 },
	"!=": func(o int) bool { return o != 0 },
	"<":  func(o int) bool { return o < 0 },
	"<=": func(o int) bool { return o <= 0 },
	">":  func(o int) bool { return o > 0 },
	">=": func(o int) bool { return o >= 0 },
}

// alike tells whether values of two types are compared here: texts, integers,
// booleans.
func alike(a, b types.Type) bool {
	return a.Kind == types.Varchar && b.Kind == types.Varchar || a.IsInteger() && b.IsInteger() ||
		a.Kind == types.Boolean && b.Kind == types.Boolean || a.Kind == types.Unknown || b.Kind == types.Unknown
}

// compare orders two values of one type that are not NULL.
func compare(a, b any) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, b.(string))
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	case bool:
		switch {
		case a == b.(bool):
			return 0
		case a:
			return 1
		}
		return -1
	}
	return 0
}

func (e *evaluator) inList(x *ast.InList, over *relation) (value, error) {
	terms := make([]ast.Expression, len(x.List))
	for i, item := range x.List {
		terms[i] = &ast.Comparison{Operator: "=", Left: x.Value, Right: item}
	}
	return e.condition(&ast.Logical{Operator: "OR", Terms: terms}, over)
}

func (e *evaluator) inSubquery(x *ast.InSubquery, over *relation) (value, error) {
	v, kind, err := e.compile(x.Value, over)
	if err != nil {
		return nil, err
	}
	made, err := e.subquery(x.Query.Query)
	if err != nil {
		return nil, err
	}
	if len(made.columns) != 1 || !alike(kind, made.columns[0].kind) {
		return nil, unsupported("IN a query of this type")
	}
	set, null := map[any]bool{}, false
	for _, row := range made.rows {
		set[row[0]] = true
		null = null || row[0] == nil
	}
	return func(row []any) any {
		found := v(row)
		switch {
		case len(made.rows) == 0:
			return false
		case found == nil:
			return nil
		case set[found]:
			return true
		case null:
			return nil
		}
		return false
	}, nil
}

// like needs a pattern that is the same for all rows.
func (e *evaluator) like(x *ast.Like, over *relation) (value, error) {
	v, kind, err := e.compile(x.Value, over)
	if err != nil {
		return nil, err
	}
	texts := []string{"", ""}
	for i, part := range []ast.Expression{x.Pattern, x.Escape} {
		if part == nil {
			continue
		}
		p, _, err := e.compile(part, &relation{})
		if err != nil {
			return nil, err
		}
		s, ok := p(nil).(string)
		if !ok {
			return nil, unsupported("LIKE NULL")
		}
		texts[i] = s
	}
	if kind.Kind != types.Varchar {
		return nil, unsupported("%s LIKE", kind)
	}
	fits, ok := Pattern(texts[0], texts[1])
	if !ok {
		return nil, unsupported("LIKE with this escape character")
	}
	return func(row []any) any {
		if s, ok := v(row).(string); ok {
			return fits(s)
		}
		return nil
	}, nil
}
