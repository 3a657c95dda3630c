package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

// specials are the functions that are forms of the language: their arguments
// are not all worked out.
var specials map[string]func(*walker, *ast.Call) value

func init() { // the forms refer to each other
	specials = map[string]func(*walker, *ast.Call) value{
		"if": (*walker).ifCall, "coalesce": (*walker).coalesce, "nullif": (*walker).nullIf, "try": (*walker).try,
		"now": (*walker).now, "current_timezone": (*walker).timeZone, "version": (*walker).version, "typeof": (*walker).typeOf,
	}
}

// call writes a function call of any kind.
func (w *walker) call(e *ast.Call) value {
	name := e.Name.Last()
	if len(e.Name.Parts) > 1 && !w.builtIn(e.Name) {
		w.t.fail(e, fault.FunctionNotFound, "Function '%s' not registered", e.Name)
	}
	if e.Label != nil {
		w.t.fail(e.Label, fault.InvalidFunctionArg, "label.* syntax is only supported as the only argument of row pattern count function")
	}
	if e.Mode != "" {
		w.t.unsupported(e, "row pattern recognition")
	}
	if rule, ok := specials[name]; ok {
		w.refuseClauses(e)
		return rule(w, e)
	}
	kind, known := function.Known(name)
	switch {
	case e.Over != nil:
		return w.windowCall(e, kind)
	case known && kind == function.Aggregate:
		return w.aggregateCall(e)
	case known && kind == function.Window:
		w.t.fail(e, fault.MissingOver, "Window function %s requires an OVER clause", name)
	}
	w.refuseClauses(e)
	args, _ := w.arguments(e.Args)
	call, err := function.Resolve(name, args)
	w.t.check(e, err)
	return value{sql: call.SQL(function.Clause{}), typ: call.Result}
}

// builtIn says whether a qualified name is that of a built-in function.
func (w *walker) builtIn(n ast.QualifiedName) bool {
	return strings.HasPrefix(n.String(), "system.builtin.") && len(n.Parts) == 3
}

// refuseClauses fails where a plain function is called like an aggregate.
func (w *walker) refuseClauses(e *ast.Call) {
	switch {
	case e.Over != nil:
		w.t.fail(e, fault.NotWindowFunction, "Not a window function: %s", e.Name)
	case e.Star:
		w.t.fail(e, fault.FunctionNotFound, "Function '%s' not registered", e.Name)
	case e.Filter != nil:
		w.t.fail(e, fault.NotAggregateFunction, "Filter is only valid for aggregation functions")
	case e.Distinct:
		w.t.fail(e, fault.NotAggregateFunction, "DISTINCT is not supported for non-aggregation functions")
	case len(e.OrderBy) > 0:
		w.t.fail(e, fault.NotAggregateFunction, "ORDER BY is only valid for aggregation functions")
	}
}

// arguments writes the arguments of a call. A lambda is written when the table
// knows the types of its parameters.
func (w *walker) arguments(es []ast.Expression) ([]function.Arg, []value) {
	args := make([]function.Arg, len(es))
	values := make([]value, len(es))
	for i, e := range es {
		if l, ok := e.(*ast.Lambda); ok {
			args[i] = function.Arg{Type: types.Of(types.Function), Lambda: w.lambda(l)}
			continue
		}
		values[i] = w.expression(e)
		args[i] = values[i].arg()
	}
	return args, values
}

// lambda is a lambda for the table of functions.
func (w *walker) lambda(l *ast.Lambda) *function.Lambda {
	names := make([]string, len(l.Params))
	for i := range names {
		names[i] = w.t.name("x")
	}
	return &function.Lambda{Params: len(l.Params), Bind: func(params []types.Type) ([]string, string, types.Type, error) {
		inner := *w
		s := &scope{outer: w.scope, lambda: true}
		for i, p := range l.Params {
			s.fields = append(s.fields, field{name: p.Value, sql: names[i], typ: params[i]})
		}
		inner.scope = s
		inner.met = &met{}
		body := inner.expression(l.Body)
		if all := inner.met.all(); len(all) > 0 {
			w.t.fail(l, fault.NotScalar, "Lambda expression cannot contain aggregations, window functions or grouping operations: [%s]", ast.Format(all[0]))
		}
		return names, body.sql, body.typ, nil
	}}
}

func (w *walker) count(e *ast.Call, least, most int) {
	if n := len(e.Args); n < least || n > most {
		w.t.fail(e, fault.SyntaxError, "Invalid number of arguments for '%s' function", e.Name.Last())
	}
}

func (w *walker) ifCall(e *ast.Call) value {
	w.count(e, 2, 3)
	condition := w.boolean(e.Args[0], w.expression(e.Args[0]), "IF condition must evaluate to a boolean (actual: %s)")
	c := &ast.Case{Position: e.Position, Whens: []ast.When{{Condition: e.Args[0], Result: e.Args[1]}}}
	if len(e.Args) == 3 {
		c.Else = e.Args[2]
	}
	return w.caseResults(c, "IF", []string{condition})
}

func (w *walker) coalesce(e *ast.Call) value {
	if len(e.Args) < 2 {
		w.t.fail(e, fault.SyntaxError, "The 'coalesce' function must have at least two arguments")
	}
	values := w.expressions(e.Args)
	common := w.common(e.Args, values, "All COALESCE operands")
	return value{sql: "coalesce(" + strings.Join(w.coerced(e.Args, values, common), ", ") + ")", typ: common}
}

func (w *walker) nullIf(e *ast.Call) value {
	w.count(e, 2, 2)
	a, b := w.expression(e.Args[0]), w.expression(e.Args[1])
	if _, ok := types.Common(a.typ, b.typ); !ok {
		w.t.fail(e, fault.TypeMismatch, "Types are not comparable with NULLIF: %s vs %s", a.typ, b.typ)
	}
	return value{sql: "CASE WHEN " + w.operator(e, "=", a, b).sql + " THEN NULL ELSE " + a.sql + " END", typ: a.typ}
}

func (w *walker) try(e *ast.Call) value {
	if len(e.Args) != 1 {
		w.t.fail(e, fault.SyntaxError, "The 'try' function must have exactly one argument")
	}
	v := w.expression(e.Args[0])
	return value{sql: function.Try(v.sql), typ: v.typ}
}

func (w *walker) now(e *ast.Call) value {
	w.count(e, 0, 0)
	return w.current(&ast.Current{Position: e.Position, Name: "CURRENT_TIMESTAMP"})
}

func (w *walker) timeZone(e *ast.Call) value {
	w.count(e, 0, 0)
	return varcharValue(w.t.session.TimeZone)
}

// Version is that of the Trino whose answers are given.
const Version = "476"

func (w *walker) version(e *ast.Call) value {
	w.count(e, 0, 0)
	return varcharValue(Version)
}

func (w *walker) typeOf(e *ast.Call) value {
	w.count(e, 1, 1)
	return varcharValue(w.expression(e.Args[0]).typ.String())
}
