package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

// windowCall writes a call with OVER.
func (w *walker) windowCall(e *ast.Call, kind function.Kind) value {
	name := e.Name.Last()
	if _, known := function.Known(name); known && kind == function.Scalar {
		w.t.fail(w.place(e), fault.NotWindowFunction, "Not a window function: %s", e.Name)
	}
	inner := *w
	inner.met = &met{}
	args, values := inner.arguments(e.Args)
	clause := function.Clause{Distinct: e.Distinct, IgnoreNulls: e.Nulls == "IGNORE"}
	if len(e.OrderBy) > 0 {
		clause.OrderBy = inner.aggregateOrder(e, values)
	}
	if m := inner.met; len(m.windows) > 0 {
		w.t.fail(e, fault.NestedWindow, "Cannot nest window functions or row pattern measures inside window function '%s': [%s]", e.Name, ast.Format(m.windows[0]))
	}
	clause.Over = inner.window(e)
	if m := inner.met; len(m.windows) > 0 {
		w.t.fail(m.windows[0], fault.NestedWindow, "Cannot nest window functions or row pattern measures inside window specification")
	}
	if w.met != nil {
		w.met.aggregates = append(w.met.aggregates, inner.met.aggregates...)
		w.met.windows = append(w.met.windows, e)
	}
	w.checkWindowCall(e, kind)
	call, err := function.Resolve(name, args)
	w.t.check(e, err)
	return value{sql: call.SQL(clause), typ: call.Result}
}

func (w *walker) checkWindowCall(e *ast.Call, kind function.Kind) {
	switch {
	case e.Filter != nil:
		w.t.fail(w.place(e), fault.NotSupported, "FILTER is not yet supported for window functions")
	case e.Nulls != "" && !valueFunctions[e.Name.Last()]:
		w.t.fail(e, "NULL_TREATMENT_NOT_ALLOWED", "Cannot specify null treatment clause for %s function", e.Name)
	}
	name := e.Name.Last()
	window := w.definition(e.Over)
	if name == "lag" || name == "lead" {
		if len(window.OrderBy) == 0 {
			w.t.fail(e.Over, fault.MissingOrderBy, "%s function requires an ORDER BY window clause", name)
		}
		if window.Frame != nil {
			w.t.fail(window.Frame, fault.InvalidWindowFrame, "Cannot specify window frame for %s function", name)
		}
	}
	if window.Frame != nil && kind == function.Window && !valueFunctions[name] && e.Over.Frame != nil {
		w.t.fail(window.Frame, fault.InvalidWindowFrame, "Cannot specify window frame for %s function", name)
	}
}

// valueFunctions may skip NULLs.
var valueFunctions = map[string]bool{"first_value": true, "last_value": true, "nth_value": true, "lag": true, "lead": true}

// definition follows the names of windows to one that has all its parts.
func (w *walker) definition(window *ast.Window) *ast.Window {
	whole := *window
	for n := 0; whole.Reference != nil; n++ {
		named := w.windows[strings.ToLower(whole.Reference.Value)]
		if named == nil || n > len(w.windows) {
			w.t.fail(whole.Reference, fault.InvalidWindowRef, "Cannot resolve WINDOW name %s", whole.Reference.Value)
		}
		other := named.Window
		if !window.Named || n > 0 {
			w.checkExtension(&whole, other)
		}
		if len(whole.Partition) == 0 {
			whole.Partition = other.Partition
		}
		if len(whole.OrderBy) == 0 {
			whole.OrderBy, whole.OrderAt = other.OrderBy, other.OrderAt
		}
		if whole.Frame == nil {
			whole.Frame = other.Frame
		}
		whole.Reference = other.Reference
	}
	return &whole
}

// checkExtension refuses OVER (w …) that says again what w says.
func (w *walker) checkExtension(window, named *ast.Window) {
	switch {
	case len(window.Partition) > 0:
		w.t.fail(window.Partition[0], fault.InvalidPartitionBy, "WINDOW specification with named WINDOW reference cannot specify PARTITION BY")
	case len(window.OrderBy) > 0 && len(named.OrderBy) > 0:
		w.t.fail(window.OrderAt, fault.InvalidOrderBy, "Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY")
	case named.Frame != nil:
		w.t.fail(window.Reference, fault.InvalidWindowRef, "Cannot reference named WINDOW containing frame specification")
	}
}

// window writes what OVER holds.
func (w *walker) window(e *ast.Call) string {
	window := w.definition(e.Over)
	var parts []string
	if len(window.Partition) > 0 {
		keys := make([]string, len(window.Partition))
		for i, p := range window.Partition {
			v := w.expression(p)
			if !v.typ.Comparable() {
				w.t.fail(p, fault.TypeMismatch, "%s is not comparable, and therefore cannot be used in window function PARTITION BY", v.typ)
			}
			keys[i] = v.typ.Key(v.sql)
		}
		parts = append(parts, "PARTITION BY "+strings.Join(keys, ", "))
	}
	var order []value
	bounds := w.rangeBounds(window)
	if len(window.OrderBy) > 0 {
		keys := make([]string, len(window.OrderBy))
		for i, item := range window.OrderBy {
			v := w.expression(item.Value)
			if !v.typ.Orderable() {
				w.t.fail(item.Value, fault.TypeMismatch, "%s is not orderable, and therefore cannot be used in window function ORDER BY", v.typ)
			}
			for _, b := range bounds { // the key has the type in which it is counted
				if c, ok := types.Common(v.typ, b.typ); ok && v.typ.IsNumeric() && b.typ.IsNumeric() {
					v = w.coerce(item.Value, v, c, "%s", v.typ)
				}
			}
			order = append(order, v)
			keys[i] = sortKey{value: v, item: item}.sql(v.sql)
		}
		parts = append(parts, "ORDER BY "+strings.Join(keys, ", "))
	}
	if window.Frame != nil {
		parts = append(parts, w.frame(window, order))
	}
	return "(" + strings.Join(parts, " ") + ")"
}

// rangeBounds are the offsets of a RANGE.
func (w *walker) rangeBounds(window *ast.Window) (bounds []value) {
	f := window.Frame
	if f == nil || f.Unit != "RANGE" || len(window.OrderBy) != 1 {
		return nil
	}
	for _, b := range []*ast.FrameBound{f.Start, f.End} {
		if b != nil && b.Value != nil {
			bounds = append(bounds, w.expression(b.Value))
		}
	}
	return bounds
}

// frame writes a frame.
func (w *walker) frame(window *ast.Window, order []value) string {
	f := window.Frame
	if f.Pattern {
		w.t.unsupported(f, "row pattern recognition in window")
	}
	w.checkFrame(window)
	start := w.bound(f, f.Start, order)
	end := "CURRENT ROW"
	if f.End != nil {
		end = w.bound(f, f.End, order)
	}
	return f.Unit + " BETWEEN " + start + " AND " + end
}

func (w *walker) checkFrame(window *ast.Window) {
	f := window.Frame
	end := &ast.FrameBound{Position: f.Position, Kind: "CURRENT ROW"}
	if f.End != nil {
		end = f.End
	}
	switch {
	case f.Start.Kind == "UNBOUNDED FOLLOWING":
		w.t.fail(f, fault.InvalidWindowFrame, "Window frame start cannot be UNBOUNDED FOLLOWING")
	case end.Kind == "UNBOUNDED PRECEDING":
		w.t.fail(f, fault.InvalidWindowFrame, "Window frame end cannot be UNBOUNDED PRECEDING")
	case f.Start.Kind == "CURRENT ROW" && end.Kind == "PRECEDING":
		w.t.fail(f, fault.InvalidWindowFrame, "Window frame starting from CURRENT ROW cannot end with PRECEDING")
	case f.Start.Kind == "FOLLOWING" && end.Kind == "PRECEDING":
		w.t.fail(f, fault.InvalidWindowFrame, "Window frame starting from FOLLOWING cannot end with PRECEDING")
	case f.Start.Kind == "FOLLOWING" && end.Kind == "CURRENT ROW":
		w.t.fail(f, fault.InvalidWindowFrame, "Window frame starting from FOLLOWING cannot end with CURRENT ROW")
	}
	valued := f.Start.Value != nil || end.Value != nil
	if valued && f.Unit == "RANGE" {
		if len(window.OrderBy) == 0 {
			w.t.fail(f, fault.MissingOrderBy, "Window frame of type RANGE PRECEDING or FOLLOWING requires ORDER BY")
		}
		if len(window.OrderBy) > 1 {
			w.t.fail(window.OrderAt, fault.InvalidOrderBy, "Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY (actual: %d)", len(window.OrderBy))
		}
	}
	if f.Unit == "GROUPS" && len(window.OrderBy) == 0 {
		w.t.fail(f, fault.MissingOrderBy, "Window frame of type GROUPS PRECEDING or FOLLOWING requires ORDER BY")
	}
}

// bound writes one end of a frame. An offset must be a constant: DuckDB does
// not check those that are not.
func (w *walker) bound(f *ast.Frame, b *ast.FrameBound, order []value) string {
	if b.Value == nil {
		return b.Kind
	}
	v := w.expression(b.Value)
	if f.Unit != "RANGE" && !v.typ.IsInteger() {
		w.t.fail(b.Value, fault.TypeMismatch, "Window frame %s start value type must be exact numeric type with scale 0 (actual %s)", f.Unit, v.typ)
	}
	if !v.isConst {
		w.t.unsupported(b.Value, "a window frame with an offset that is no literal")
	}
	if strings.HasPrefix(v.text, "-") {
		panic(fault.New(fault.InvalidWindowFrame, "Window frame offset must not be negative or null"))
	}
	if f.Unit == "RANGE" {
		return w.rangeOffset(b, v, order[0]) + " " + b.Kind
	}
	return v.text + " " + b.Kind
}

// rangeOffset writes how far a RANGE goes from the key of the row.
func (w *walker) rangeOffset(b *ast.FrameBound, v, key value) string {
	switch {
	case key.typ.IsNumeric() && v.typ.IsNumeric():
		if common, ok := types.Common(key.typ, v.typ); ok && common.Kind == key.typ.Kind {
			return w.coerce(b.Value, v, common, "%s", v.typ).sql
		}
	case key.typ.Is(types.Date, types.Timestamp) && key.typ.N <= 6 && v.typ.Kind == types.IntervalYear:
		return "to_months(" + v.sql + ")"
	case key.typ.Is(types.Date, types.Timestamp) && key.typ.N <= 6 && v.typ.Kind == types.IntervalDay:
		return "to_milliseconds(" + v.sql + ")"
	}
	w.t.unsupported(b.Value, "a window frame of %s over %s", v.typ, key.typ)
	return ""
}
