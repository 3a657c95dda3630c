package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/jsonpath"
	"sanpin/warehouse/dialect/types"
)

// jsonForm writes the SQL/JSON functions.
func (w *walker) jsonForm(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.JSONExists:
		return w.jsonExists(e), true
	case *ast.JSONValueCall:
		return w.jsonValue(e), true
	case *ast.JSONQuery:
		return w.jsonQuery(e), true
	case *ast.JSONObject:
		return w.jsonObject(e), true
	case *ast.JSONArray:
		return w.jsonArray(e), true
	}
	return value{}, false
}

// jsonPath writes the call that walks a path: see trino_json_path. body is written
// over a name of its answer.
func (w *walker) jsonPath(at ast.Node, p ast.JSONPath, form string, typ types.Type, body func(answer string) string) value {
	if len(p.Passing) > 0 {
		w.t.unsupported(at, "PASSING of a JSON path")
	}
	input := w.expression(p.Value.Value)
	if !input.typ.IsText() && input.typ.Kind != types.Unknown || (p.Value.Format != "" && p.Value.Format != "JSON") {
		w.t.unsupported(at, "JSON input of type %s", input.typ)
	}
	if _, err := jsonpath.ParsePath(p.Path.Value); err != nil {
		w.t.unsupported(p.Path, "JSON %v", err)
	}
	answer := w.t.name("x")
	call := "trino_json_path(" + w.coerce(at, input, types.Text(), "%s", input.typ).sql + ", " + quote(p.Path.Value) + ", " + quote(form) + ")"
	return value{sql: "list_transform([" + call + "], lambda " + answer + ": " + body(answer) + ")[1]", typ: typ}
}

func (w *walker) jsonExists(e *ast.JSONExists) value {
	failed := map[string]string{"": "false", "TRUE": "true", "FALSE": "false", "UNKNOWN": "NULL", "ERROR": ""}[e.OnError]
	return w.jsonPath(e, e.Path, "exists", boolean, func(answer string) string {
		return jsonCase(answer, boolean, []string{"v", "true", "e", "false"}, failed, "")
	})
}

// jsonCase writes what each kind of answer becomes. failed is what a fault is; "" fails, with
// the name for a result that does not fit.
func jsonCase(answer string, typ types.Type, branches []string, failed, result string) string {
	sql := "CASE left(" + answer + ", 1)"
	for i := 0; i < len(branches); i += 2 {
		sql += " WHEN '" + branches[i] + "' THEN " + branches[i+1]
	}
	for _, kind := range []struct{ answer, name, message string }{
		{function.JSONNone, "JSON_INPUT_CONVERSION_ERROR", "conversion to JSON failed: "},
		{function.JSONPath, "PATH_EVALUATION_ERROR", "path evaluation failed"},
		{function.JSONFailed, result, jsonMessages[result]},
	} {
		then := failed
		if then == "" && kind.name != "" {
			then = jsonRaise(kind.name, kind.message, typ)
		}
		if then != "" {
			sql += " WHEN '" + kind.answer + "' THEN " + then
		}
	}
	return sql + " END"
}

// jsonMessages are how a result that does not fit is called.
var jsonMessages = map[string]string{
	valueFault: "cannot extract SQL scalar from JSON: JSON path found an item that cannot be converted to an SQL value",
	queryFault: "conversion from JSON failed: JSON path found multiple items",
}

const (
	valueFault = "JSON_VALUE_RESULT_ERROR"
	queryFault = "JSON_OUTPUT_CONVERSION_ERROR"
)

func jsonRaise(name, message string, t types.Type) string {
	return "CAST(error(" + quote(name+": "+message) + ") AS " + t.DuckDB() + ")"
}

func (w *walker) jsonValue(e *ast.JSONValueCall) value {
	typ := types.Text()
	if e.Returning != nil {
		parsed, err := types.Parse(e.Returning.String())
		w.t.check(e, err)
		typ = parsed
	}
	if !typ.Equal(types.Text()) && !typ.IsNumeric() && typ.Kind != types.Boolean {
		w.t.unsupported(e, "JSON_VALUE returning %s", typ)
	}
	empty, failed := w.jsonBehaviour(e.OnEmpty, typ, valueFault), w.jsonBehaviour(e.OnError, typ, "")
	converted := func(sql string, from types.Type) string {
		out, err := function.Cast(sql, from, typ, true)
		w.t.check(e, err)
		if failed == "" {
			return "coalesce(" + out + ", " + jsonRaise(valueFault, "cannot extract SQL scalar from JSON: Cannot cast value to declared return type of function JSON_VALUE: "+typ.String(), typ) + ")"
		}
		return "coalesce(" + out + ", " + failed + ")"
	}
	return w.jsonPath(e, e.Path, "value", typ, func(answer string) string {
		text := "substr(" + answer + ", 2)"
		return jsonCase(answer, typ, []string{"v", converted(text, types.Text()), "e", empty,
			"d", converted("CAST("+text+" AS DOUBLE)", types.Of(types.Double))}, failed, valueFault)
	})
}

// jsonBehaviour is what stands ON EMPTY or, where fails is "", ON ERROR: "" is
// ERROR there.
func (w *walker) jsonBehaviour(b *ast.JSONBehavior, typ types.Type, fails string) string {
	null := "CAST(NULL AS " + typ.DuckDB() + ")"
	if b == nil {
		return null
	}
	switch b.Kind {
	case "ERROR":
		if fails == "" {
			return ""
		}
		return jsonRaise(fails, map[string]string{
			valueFault: "cannot extract SQL scalar from JSON: JSON path found no items",
			queryFault: "conversion from JSON failed: JSON path found no items",
		}[fails], typ)
	case "EMPTY ARRAY":
		return "'[]'"
	case "EMPTY OBJECT":
		return "'{}'"
	case "DEFAULT":
		v := w.expression(b.Default)
		return w.coerce(b.Default, v, typ, "Default value of JSON_VALUE has the type %s", v.typ).sql
	}
	return null
}

func (w *walker) jsonQuery(e *ast.JSONQuery) value {
	w.jsonReturns(e, e.Returning, e.Format)
	form := strings.ToLower(e.Wrapper)
	if form == "" {
		form = "without"
	}
	if e.Quotes == "OMIT" {
		if form != "without" {
			w.t.fail(e, fault.SyntaxError, "OMIT QUOTES behavior specified with WITH %s ARRAY WRAPPER behavior", e.Wrapper)
		}
		form += " omit"
	}
	empty, failed := w.jsonBehaviour(e.OnEmpty, types.Text(), queryFault), w.jsonBehaviour(e.OnError, types.Text(), "")
	return w.jsonPath(e, e.Path, form, types.Text(), func(answer string) string {
		return jsonCase(answer, types.Text(), []string{"v", "substr(" + answer + ", 2)", "e", empty}, failed, queryFault)
	})
}

// jsonReturns refuses to return JSON in another form than text.
func (w *walker) jsonReturns(at ast.Node, typ *ast.DataType, format string) {
	if (typ != nil && typ.String() != "varchar") || (format != "" && format != "JSON") {
		w.t.unsupported(at, "JSON returned as %s", typ)
	}
}

// jsonText writes a value as JSON text. The answers of the functions that
// return JSON are that already.
func (w *walker) jsonText(v ast.JSONValue) string {
	written := w.expression(v.Value)
	switch v.Value.(type) {
	case *ast.JSONObject, *ast.JSONArray, *ast.JSONQuery:
		return written.sql
	}
	if v.Format != "" {
		w.t.unsupported(v.Value, "FORMAT JSON of a value")
	}
	if !written.typ.IsText() && !written.typ.IsInteger() && !written.typ.Is(types.Boolean, types.Decimal, types.Unknown) {
		w.t.unsupported(v.Value, "a JSON value of %s", written.typ)
	}
	sql, err := function.Cast(written.sql, written.typ, types.Of(types.JSON), false)
	w.t.check(v.Value, err)
	return sql
}

// jsonList joins the parts that are not NULL.
func jsonList(open string, parts []string, end string) value {
	sql := quote(open) + " || array_to_string(list_filter([" + strings.Join(parts, ", ") + "], lambda p: p IS NOT NULL), ',') || " + quote(end)
	if len(parts) == 0 {
		sql = quote(open + end)
	}
	return value{sql: "(" + sql + ")", typ: types.Text()}
}

func (w *walker) jsonObject(e *ast.JSONObject) value {
	w.jsonReturns(e, e.Returning, e.Format)
	if e.Unique {
		w.t.unsupported(e, "JSON_OBJECT WITH UNIQUE KEYS")
	}
	parts := make([]string, len(e.Members))
	for i, m := range e.Members {
		key := w.expression(m.Key)
		if !key.typ.IsText() {
			w.t.fail(m.Key, fault.TypeMismatch, "Invalid type of JSON object key: %s", key.typ)
		}
		name, err := function.Cast(key.sql, key.typ, types.Of(types.JSON), false)
		w.t.check(m.Key, err)
		text := w.jsonText(m.Value)
		if !e.AbsentNil {
			text = "coalesce(" + text + ", 'null')"
		}
		parts[i] = name + " || ':' || " + text
	}
	return jsonList("{", parts, "}")
}

func (w *walker) jsonArray(e *ast.JSONArray) value {
	w.jsonReturns(e, e.Returning, e.Format)
	parts := make([]string, len(e.Values))
	for i, v := range e.Values {
		parts[i] = w.jsonText(v)
		if e.NullOnNil {
			parts[i] = "coalesce(" + parts[i] + ", 'null')"
		}
	}
	return jsonList("[", parts, "]")
}
