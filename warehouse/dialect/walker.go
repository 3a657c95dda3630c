package dialect

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

// walker writes the expressions of one place of a query.
type walker struct {
	t       *translator
	scope   *scope
	with    *env
	windows map[string]*ast.NamedWindow
	query   ast.Node // the SELECT; nil outside of one

	aggregation *aggregation   // written over it; nil: over the rows of FROM
	met         *met           // aggregates and windows that were met
	reach       *reach         // in an aggregate: the columns that were met
	top         ast.Expression // the whole expression, for faults that Trino places there
}

// reach says whose columns an aggregate uses.
type reach struct{ local, outer bool }

// met are the calls of a kind of their own, in the order of the text.
type met struct {
	aggregates, windows, groupings []ast.Expression
}

func (m *met) all() []ast.Expression {
	return append(append(append([]ast.Expression(nil), m.aggregates...), m.windows...), m.groupings...)
}

// whole writes a whole expression.
func (w *walker) whole(e ast.Expression) value {
	inner := *w
	inner.top = e
	return inner.expression(e)
}

// plain writes a whole expression of a clause that may hold no aggregates and
// windows.
func (w *walker) plain(e ast.Expression, clause string) value {
	inner := *w
	inner.met = &met{}
	v := inner.whole(e)
	if all := inner.met.all(); len(all) > 0 {
		texts := make([]string, len(all))
		for i, call := range all {
			texts[i] = ast.Format(call)
		}
		w.t.fail(e, fault.NotScalar, "%s cannot contain aggregations, window functions or grouping operations: [%s]", clause, strings.Join(texts, ", "))
	}
	return v
}

// condition writes a whole expression that must be a boolean.
func (w *walker) condition(e ast.Expression, clause, message string) string {
	return w.boolean(e, w.plain(e, clause), message)
}

// boolean makes a condition of a value. The message has one %s, the type.
func (w *walker) boolean(at ast.Node, v value, message string) string {
	return w.coerce(at, v, types.Of(types.Boolean), message, v.typ).sql
}

// coerce turns a value into a type that it turns into by itself, or fails with
// the message.
func (w *walker) coerce(at ast.Node, v value, to types.Type, message string, args ...any) value {
	if v.typ.Equal(to) {
		return v
	}
	if !types.Coerces(v.typ, to) {
		w.t.fail(at, fault.TypeMismatch, message, args...)
	}
	sql, err := function.Cast(v.sql, v.typ, to, false)
	w.t.check(at, err)
	return value{sql: sql, typ: to, text: v.text, isConst: v.isConst}
}

// arg is a value as the table of functions takes it.
func (v value) arg() function.Arg {
	return function.Arg{Type: v.typ, SQL: v.sql, Literal: v.text, IsConst: v.isConst}
}

// operator writes an operator of the table.
func (w *walker) operator(at ast.Node, op string, values ...value) value {
	args := make([]function.Arg, len(values))
	for i, v := range values {
		args[i] = v.arg()
	}
	call, err := function.Operator(op, args)
	w.t.check(at, err)
	return value{sql: call.SQL(function.Clause{}), typ: call.Result}
}

// function writes a plain function of the table.
func (w *walker) function(at ast.Node, name string, values ...value) value {
	args := make([]function.Arg, len(values))
	for i, v := range values {
		args[i] = v.arg()
	}
	call, err := function.Resolve(name, args)
	w.t.check(at, err)
	return value{sql: call.SQL(function.Clause{}), typ: call.Result}
}

// expression writes an expression.
func (w *walker) expression(e ast.Expression) value {
	if w.t.work++; w.t.work > maxWork {
		panic(fault.New("QUERY_EXCEEDED_COMPILER_LIMIT", "the statement is too complex: it has more than %d expressions", maxWork))
	}
	if v, ok := w.literal(e); ok {
		return v
	}
	if v, ok := w.grouped(e); ok {
		return v
	}
	switch e := e.(type) {
	case *ast.Identifier:
		return w.identifier(e)
	case *ast.Dereference:
		return w.dereference(e)
	case *ast.Parameter:
		return w.parameter(e)
	case *ast.Call:
		return w.call(e)
	case *ast.Subquery:
		return w.subquery(e)
	case *ast.Exists:
		return w.exists(e)
	case *ast.InSubquery:
		return w.inSubquery(e)
	case *ast.Quantified:
		return w.quantified(e)
	case *ast.Lambda:
		w.t.fail(e, fault.TypeMismatch, "Lambda expression should always be used inside a function")
	}
	for _, rule := range []func(ast.Expression) (value, bool){w.logical, w.comparison, w.build, w.form, w.jsonForm} {
		if v, ok := rule(e); ok {
			return v
		}
	}
	w.t.unsupported(e, "%s", ast.Format(e))
	return value{}
}

func (w *walker) expressions(es []ast.Expression) []value {
	values := make([]value, len(es))
	for i, e := range es {
		values[i] = w.expression(e)
	}
	return values
}

func (w *walker) identifier(e *ast.Identifier) value {
	f, local := w.t.find(w.scope, e, nil, e.Value)
	if f == nil {
		w.t.fail(e, fault.ColumnNotFound, "Column '%s' cannot be resolved", e.Value)
	}
	w.reached(e, f, local)
	return w.read(e, f)
}

// reached notes a column inside of an aggregate.
func (w *walker) reached(e ast.Expression, f *field, local bool) {
	if w.reach == nil {
		return
	}
	if f.output {
		w.t.fail(e, fault.ColumnNotFound, "Invalid reference to output projection attribute from ORDER BY aggregation")
	}
	w.reach.local = w.reach.local || local
	w.reach.outer = w.reach.outer || !local
}

// read is the value of a column.
func (w *walker) read(at ast.Node, f *field) value {
	if f.refused != "" {
		w.t.fail(at, fault.NotSupported, "%s", f.refused)
	}
	if f.ungrouped {
		w.t.fail(w.top, fault.NotAggregate, "'%s' must be an aggregate expression or appear in GROUP BY clause", ast.Format(w.top))
	}
	return f.value()
}

// dereference is a column with its table, or a field of a row.
func (w *walker) dereference(e *ast.Dereference) value {
	if f, local := w.t.column(w.scope, e); f != nil {
		w.reached(e, f, local)
		return w.read(e, f)
	}
	parts, isName := nameOf(e)
	if isName && !w.startsWithColumn(e) {
		w.t.fail(e, fault.ColumnNotFound, "Column '%s' cannot be resolved", strings.Join(parts, "."))
	}
	if isName && w.isRowColumn(e) {
		w.t.fail(e, fault.InvalidColumnReference, "Column reference '%s' is invalid", strings.Join(parts, "."))
	}
	base := w.expression(e.Base)
	if base.typ.Kind != types.Row {
		w.t.fail(e.Base, fault.TypeMismatch, "Expression %s is not of type ROW", ast.Format(e.Base))
	}
	found := -1
	for i, f := range base.typ.Fields {
		if strings.EqualFold(f.Name, e.Field.Value) && f.Name != "" {
			if found >= 0 {
				w.t.fail(e, fault.AmbiguousName, "Ambiguous row field reference: %s", e.Field.Value)
			}
			found = i
		}
	}
	if found < 0 {
		w.t.fail(e, fault.ColumnNotFound, "Column '%s' cannot be resolved", ast.Format(e))
	}
	return part(base, found)
}

// isRowColumn says whether a name is a column of a row type and a field that
// the row does not have.
func (w *walker) isRowColumn(e *ast.Dereference) bool {
	f, _ := w.t.column(w.scope, e.Base)
	if f == nil || f.typ.Kind != types.Row {
		return false
	}
	for _, part := range f.typ.Fields {
		if strings.EqualFold(part.Name, e.Field.Value) {
			return false
		}
	}
	return true
}

// startsWithColumn says whether some first parts of a name are a column.
func (w *walker) startsWithColumn(e ast.Expression) bool {
	for {
		if f, _ := w.t.column(w.scope, e); f != nil {
			return true
		}
		d, ok := e.(*ast.Dereference)
		if !ok {
			return false
		}
		e = d.Base
	}
}

// part is a field of a row.
func part(row value, i int) value {
	return value{sql: fmt.Sprintf("(%s).f%d", row.sql, i+1), typ: row.typ.Fields[i].Type}
}

// parameter is the value that EXECUTE gave.
func (w *walker) parameter(e *ast.Parameter) value {
	if e.Index >= len(w.t.session.Parameters) {
		return null() // described, not run: see checkParameters
	}
	outside := &walker{t: w.t, scope: &scope{}}
	return outside.plain(w.t.session.Parameters[e.Index], "EXECUTE USING")
}
