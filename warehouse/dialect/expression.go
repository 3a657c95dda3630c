package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

var boolean = types.Of(types.Boolean)

func (w *walker) logical(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.Logical:
		terms := make([]string, len(e.Terms))
		for i, term := range e.Terms {
			terms[i] = w.boolean(term, w.expression(term), "Logical expression term must evaluate to a boolean (actual: %s)")
		}
		return value{sql: "(" + strings.Join(terms, " "+e.Operator+" ") + ")", typ: boolean}, true
	case *ast.Not:
		v := w.boolean(e.Value, w.expression(e.Value), "Value of logical NOT expression must evaluate to a boolean (actual: %s)")
		return value{sql: "(NOT " + v + ")", typ: boolean}, true
	case *ast.IsNull:
		not := ""
		if e.Not {
			not = "NOT "
		}
		return value{sql: "(" + w.expression(e.Value).sql + " IS " + not + "NULL)", typ: boolean}, true
	}
	return value{}, false
}

func (w *walker) comparison(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.Comparison:
		return w.operator(e, e.Operator, w.expression(e.Left), w.expression(e.Right)), true
	case *ast.Between:
		return w.operator(e, "BETWEEN", w.expression(e.Value), w.expression(e.Min), w.expression(e.Max)), true
	case *ast.InList:
		return w.inList(e), true
	case *ast.Like:
		args := []value{w.expression(e.Value), w.expression(e.Pattern)}
		if !args[0].typ.IsText() && args[0].typ.Kind != types.Unknown {
			w.t.fail(e.Value, fault.TypeMismatch, "Left side of LIKE expression must evaluate to a varchar (actual: %s)", args[0].typ)
		}
		if !args[1].typ.IsText() && args[1].typ.Kind != types.Unknown {
			w.t.fail(e.Pattern, fault.TypeMismatch, "Pattern for LIKE expression must evaluate to a varchar (actual: %s)", args[1].typ)
		}
		if e.Escape != nil {
			args = append(args, w.expression(e.Escape))
		}
		return w.operator(e, "LIKE", args...), true
	case *ast.Binary:
		return w.operator(e, e.Operator, w.expression(e.Left), w.expression(e.Right)), true
	case *ast.Unary:
		return w.unary(e), true
	case *ast.AtTimeZone:
		return w.operator(e, "AT TIME ZONE", w.expression(e.Value), w.expression(e.Zone)), true
	}
	return value{}, false
}

func (w *walker) inList(e *ast.InList) value {
	args := append([]value{w.expression(e.Value)}, w.expressions(e.List)...)
	w.common(append([]ast.Expression{e.Value}, e.List...), args, "IN value and list items")
	return w.operator(e, "IN", args...)
}

func (w *walker) unary(e *ast.Unary) value {
	v := w.expression(e.Value)
	if e.Operator == "-" {
		return w.operator(e, "-", v)
	}
	if !v.typ.IsNumeric() && !v.typ.Is(types.IntervalDay, types.IntervalYear) {
		w.t.fail(e, fault.TypeMismatch, "Unary '+' operator cannot by applied to %s type", v.typ)
	}
	return v
}

// build writes values that are made of others.
func (w *walker) build(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.Case:
		if e.Operand != nil {
			return w.simpleCase(e), true
		}
		return w.searchedCase(e), true
	case *ast.Cast:
		return w.cast(e), true
	case *ast.Row:
		return rowOf(w.expressions(e.Values)), true
	case *ast.Array:
		values := w.expressions(e.Values)
		common := w.common(e.Values, values, "All ARRAY elements")
		return value{sql: "[" + strings.Join(w.coerced(e.Values, values, common), ", ") + "]", typ: types.ArrayOf(common)}, true
	case *ast.Subscript:
		return w.subscript(e), true
	}
	return value{}, false
}

func rowOf(values []value) value {
	fields := make([]types.Field, len(values))
	parts := make([]string, len(values))
	for i, v := range values {
		fields[i].Type = v.typ
		parts[i] = "f" + columnName(i)[1:] + " := " + v.sql
	}
	return value{sql: "struct_pack(" + strings.Join(parts, ", ") + ")", typ: types.RowOf(fields...)}
}

// common is the type that all values turn into; what names them in a message.
func (w *walker) common(at []ast.Expression, values []value, what string) types.Type {
	common := types.Of(types.Unknown)
	for i, v := range values {
		c, ok := types.Common(common, v.typ)
		if !ok {
			w.t.fail(at[i], fault.TypeMismatch, "%s must be the same type or coercible to a common type. Cannot find common type between %s and %s, all types (without duplicates): [%s]",
				what, common, v.typ, distinctTypes(values))
		}
		common = c
	}
	return common
}

func distinctTypes(values []value) string {
	var texts []string
	seen := map[string]bool{}
	for _, v := range values {
		if s := v.typ.String(); !seen[s] {
			seen[s] = true
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, ", ")
}

// coerced is the SQL of values that turn into a type.
func (w *walker) coerced(at []ast.Expression, values []value, to types.Type) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = w.coerce(at[i], v, to, "%s cannot be %s", v.typ, to).sql
	}
	return texts
}

func (w *walker) searchedCase(e *ast.Case) value {
	conditions := make([]string, len(e.Whens))
	for i, when := range e.Whens {
		conditions[i] = w.boolean(when.Condition, w.expression(when.Condition), "CASE WHEN clause must evaluate to a boolean (actual: %s)")
	}
	return w.caseResults(e, "CASE", conditions)
}

func (w *walker) simpleCase(e *ast.Case) value {
	operand := w.expression(e.Operand)
	conditions := make([]string, len(e.Whens))
	for i, when := range e.Whens {
		v := w.expression(when.Condition)
		if _, ok := types.Common(operand.typ, v.typ); !ok {
			w.t.fail(when.Condition, fault.TypeMismatch, "CASE operand type does not match WHEN clause operand type: %s vs %s", operand.typ, v.typ)
		}
		conditions[i] = w.operator(when.Condition, "=", operand, v).sql
	}
	return w.caseResults(e, "CASE", conditions)
}

// caseResults writes the branches of a CASE whose conditions are written.
func (w *walker) caseResults(e *ast.Case, what string, conditions []string) value {
	var at []ast.Expression
	for _, when := range e.Whens {
		at = append(at, when.Result)
	}
	if e.Else != nil {
		at = append(at, e.Else)
	}
	values := w.expressions(at)
	common := w.common(at, values, "All "+what+" results")
	results := w.coerced(at, values, common)
	var b strings.Builder
	b.WriteString("CASE")
	for i, condition := range conditions {
		b.WriteString(" WHEN " + condition + " THEN " + results[i])
	}
	if e.Else != nil {
		b.WriteString(" ELSE " + results[len(results)-1])
	} else if common.Kind != types.Unknown {
		b.WriteString(" ELSE CAST(NULL AS " + common.DuckDB() + ")")
	}
	b.WriteString(" END")
	return value{sql: b.String(), typ: common}
}

func (w *walker) cast(e *ast.Cast) value {
	to, err := types.Parse(e.Type.String())
	if f, ok := err.(*types.Error); ok && f.Name == string(fault.InvalidFunctionArg) {
		panic(fault.New(fault.InvalidFunctionArg, "%s", f.Message)) // Trino says no place
	}
	w.t.check(e, err)
	v := w.expression(e.Value)
	sql, err := function.Cast(v.sql, v.typ, to, e.Try)
	w.t.check(e, err)
	return value{sql: sql, typ: to}
}

func (w *walker) subscript(e *ast.Subscript) value {
	base := w.expression(e.Base)
	if base.typ.Kind != types.Row {
		return w.operator(e, "[]", base, w.expression(e.Index))
	}
	n, ok := e.Index.(*ast.IntegerLiteral)
	switch {
	case !ok:
		w.t.fail(e.Index, fault.NotConstant, "Subscript expression on ROW requires a constant index")
	case n.Value <= 0:
		w.t.fail(e.Index, fault.InvalidFunctionArg, "Invalid subscript index: %d. ROW indices start at 1", n.Value)
	case n.Value > int64(len(base.typ.Fields)):
		w.t.fail(e.Index, fault.InvalidFunctionArg, "Subscript index out of bounds: %d, max value is %d", n.Value, len(base.typ.Fields))
	}
	return part(base, int(n.Value)-1)
}

// extractNames are the functions that EXTRACT is another form of.
var extractNames = map[string]string{
	"YEAR": "year", "QUARTER": "quarter", "MONTH": "month", "WEEK": "week", "DAY": "day", "DAY_OF_MONTH": "day", "DAY_OF_WEEK": "day_of_week",
	"DOW": "day_of_week", "DAY_OF_YEAR": "day_of_year", "DOY": "day_of_year", "YEAR_OF_WEEK": "year_of_week", "YOW": "year_of_week",
	"HOUR": "hour", "MINUTE": "minute", "SECOND": "second", "TIMEZONE_MINUTE": "timezone_minute", "TIMEZONE_HOUR": "timezone_hour",
}

// form writes what has a syntax of its own and is a function all the same.
func (w *walker) form(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.Extract:
		v := w.expression(e.Value)
		call, err := function.Resolve(extractNames[e.Field], []function.Arg{v.arg()})
		if f, ok := err.(*types.Error); ok && f.Name == string(fault.FunctionNotFound) {
			w.t.fail(e.Value, fault.TypeMismatch, "Cannot extract %s from %s", e.Field, v.typ)
		}
		w.t.check(e, err)
		return value{sql: call.SQL(function.Clause{}), typ: call.Result}, true
	case *ast.Trim:
		args := []value{w.expression(e.Value)}
		if e.Chars != nil {
			args = append(args, w.expression(e.Chars))
		}
		return w.function(e, map[string]string{"BOTH": "trim", "LEADING": "ltrim", "TRAILING": "rtrim"}[e.Side], args...), true
	case *ast.Normalize:
		return w.function(e, "normalize", w.expression(e.Value), textValue(e.Form)), true
	case *ast.Current:
		return w.current(e), true
	case *ast.Grouping:
		return w.grouping(e), true
	}
	return value{}, false
}
