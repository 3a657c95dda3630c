package dialect

import "sanpin/warehouse/dialect/ast"

// jsonForm refuses the SQL/JSON functions by their names.
func (w *walker) jsonForm(e ast.Expression) (value, bool) {
	switch e := e.(type) {
	case *ast.JSONExists:
		w.t.unsupported(e, "JSON_EXISTS")
	case *ast.JSONValueCall:
		w.t.unsupported(e, "JSON_VALUE")
	case *ast.JSONQuery:
		w.t.unsupported(e, "JSON_QUERY")
	case *ast.JSONObject:
		w.t.unsupported(e, "JSON_OBJECT")
	case *ast.JSONArray:
		w.t.unsupported(e, "JSON_ARRAY")
	}
	return value{}, false
}
