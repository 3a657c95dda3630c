package meta

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
)

// value computes an expression for a row: nil (NULL), bool, int64, float64 or
// string.
type value func(row []any) any

func constant(v any) value { return func([]any) any { return v } }

// compile turns an expression over a relation into a value and its type. Only
// what is sure to be as in Trino is known.
func (e *evaluator) compile(x ast.Expression, over *relation) (value, types.Type, error) {
	switch x := x.(type) {
	case *ast.Identifier:
		return e.column(over, []string{strings.ToLower(x.Value)})
	case *ast.Dereference:
		if parts, ok := dotted(x); ok {
			return e.column(over, parts)
		}
	case *ast.NullLiteral:
		return constant(nil), types.Of(types.Unknown), nil
	case *ast.BooleanLiteral:
		return constant(x.Value), types.Of(types.Boolean), nil
	case *ast.StringLiteral:
		return constant(x.Value), types.VarcharOf(len([]rune(x.Value))), nil
	case *ast.IntegerLiteral:
		if int64(int32(x.Value)) == x.Value {
			return constant(x.Value), types.Of(types.Integer), nil
		}
		return constant(x.Value), types.Of(types.Bigint), nil
	case *ast.Parameter:
		if x.Index < len(e.params) {
			return e.compile(e.params[x.Index], &relation{})
		}
	case *ast.Comparison, *ast.Logical, *ast.Not, *ast.Between, *ast.InList, *ast.InSubquery, *ast.Like, *ast.IsNull, *ast.Exists:
		v, err := e.condition(x, over)
		return v, types.Of(types.Boolean), err
	case *ast.Cast:
		return e.cast(x, over)
	case *ast.Case:
		return e.choose(x, over)
	case *ast.Call:
		return e.call(x, over)
	case *ast.Current:
		return e.current(x)
	}
	return nil, types.Type{}, unsupported("the expression %T", x)
}

func (e *evaluator) column(over *relation, parts []string) (value, types.Type, error) {
	i, ok := over.find(parts)
	if !ok {
		return nil, types.Type{}, unsupported("the column %s", strings.Join(parts, "."))
	}
	return func(row []any) any { return row[i] }, over.columns[i].kind, nil
}

// dotted reads a.b.c.
func dotted(x *ast.Dereference) ([]string, bool) {
	last := strings.ToLower(x.Field.Value)
	switch base := x.Base.(type) {
	case *ast.Identifier:
		return []string{strings.ToLower(base.Value), last}, true
	case *ast.Dereference:
		parts, ok := dotted(base)
		return append(parts, last), ok
	}
	return nil, false
}

// cast knows NULL of any type, texts as text, integers as text or integer.
func (e *evaluator) cast(x *ast.Cast, over *relation) (value, types.Type, error) {
	to, err := typeOf(x.Type)
	if err != nil {
		return nil, to, err
	}
	v, from, err := e.compile(x.Value, over)
	switch {
	case err != nil:
		return nil, to, err
	case from.Kind == types.Unknown,
		from.IsText() && to.Kind == types.Varchar && to.N >= from.N,
		from.IsInteger() && to.IsInteger() && to.Kind >= from.Kind:
		return v, to, nil
	}
	return nil, to, unsupported("a cast of %s to %s", from, to)
}

// typeOf reads the type of a cast: one without fields.
func typeOf(t *ast.DataType) (types.Type, error) {
	name := t.Name
	var numbers []string
	for _, p := range t.Params {
		if p.Type != nil {
			return types.Type{}, unsupported("the type %s", t.Name)
		}
		numbers = append(numbers, p.Number)
	}
	if len(numbers) > 0 {
		name += "(" + strings.Join(numbers, ",") + ")"
	}
	found, err := types.Parse(name)
	if err != nil || len(t.Fields) > 0 {
		return found, unsupported("the type %s", name)
	}
	return found, nil
}

// choose is CASE WHEN condition THEN value … and CASE x WHEN y THEN value …
func (e *evaluator) choose(x *ast.Case, over *relation) (value, types.Type, error) {
	var conditions, results []value
	kind := types.Of(types.Unknown)
	add := func(result ast.Expression) error {
		v, t, err := e.compile(result, over)
		if err != nil {
			return err
		}
		common, ok := types.Common(kind, t)
		if !ok || common.IsNumeric() && kind.Kind != types.Unknown && !common.Equal(kind) {
			return unsupported("CASE of %s and %s", kind, t)
		}
		kind, results = common, append(results, v)
		return nil
	}
	for _, when := range x.Whens {
		test := when.Condition
		if x.Operand != nil {
			test = &ast.Comparison{Operator: "=", Left: x.Operand, Right: when.Condition}
		}
		c, err := e.condition(test, over)
		if err != nil {
			return nil, kind, err
		}
		if err := add(when.Result); err != nil {
			return nil, kind, err
		}
		conditions = append(conditions, c)
	}
	otherwise := ast.Expression(&ast.NullLiteral{})
	if x.Else != nil {
		otherwise = x.Else
	}
	if err := add(otherwise); err != nil {
		return nil, kind, err
	}
	return func(row []any) any {
		for i, c := range conditions {
			if c(row) == true {
				return results[i](row)
			}
		}
		return results[len(results)-1](row)
	}, kind, nil
}

// current is CURRENT_USER, CURRENT_CATALOG, CURRENT_SCHEMA.
func (e *evaluator) current(x *ast.Current) (value, types.Type, error) {
	names := map[string]string{"CURRENT_USER": e.session.User, "CURRENT_CATALOG": e.session.Catalog, "CURRENT_SCHEMA": e.session.Schema}
	name, ok := names[x.Name]
	if !ok {
		return nil, types.Type{}, unsupported("%s", x.Name)
	}
	return constant(text(name)), types.Text(), nil
}

// call knows the functions that tools put around names.
func (e *evaluator) call(x *ast.Call, over *relation) (value, types.Type, error) {
	name := x.Name.String()
	if x.Over != nil || x.Filter != nil || x.Distinct || x.Star || len(x.OrderBy) > 0 {
		return nil, types.Type{}, unsupported("%s(…) of this form", name)
	}
	args, kinds := make([]value, len(x.Args)), make([]types.Type, len(x.Args))
	for i, a := range x.Args {
		var err error
		if args[i], kinds[i], err = e.compile(a, over); err != nil {
			return nil, types.Type{}, err
		}
	}
	switch {
	case name == "version" && len(args) == 0:
		return constant(e.session.Version), types.Text(), nil
	case name == "current_timezone" && len(args) == 0:
		return constant(e.session.Zone), types.Text(), nil
	case (name == "upper" || name == "lower") && len(args) == 1 && kinds[0].Kind == types.Varchar:
		change := strings.ToLower
		if name == "upper" {
			change = strings.ToUpper
		}
		return func(row []any) any {
			if s, ok := args[0](row).(string); ok {
				return change(s)
			}
			return nil
		}, kinds[0], nil
	case name == "coalesce" && len(args) > 0:
		return coalesce(args, kinds)
	}
	return nil, types.Type{}, unsupported("the function %s", name)
}

func coalesce(args []value, kinds []types.Type) (value, types.Type, error) {
	kind := kinds[0]
	for _, k := range kinds[1:] {
		common, ok := types.Common(kind, k)
		if !ok || common.IsNumeric() && !k.Equal(kind) {
			return nil, kind, unsupported("COALESCE of %s and %s", kind, k)
		}
		kind = common
	}
	return func(row []any) any {
		for _, a := range args {
			if v := a(row); v != nil {
				return v
			}
		}
		return nil
	}, kind, nil
}
