package trino

import (
	"slices"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

var functionKinds = map[function.Kind]string{function.Scalar: "scalar", function.Aggregate: "aggregate", function.Window: "window"}

// showFunctions lists the functions that can be called.
func (c *call) showFunctions(x *ast.ShowFunctions) (*answer, error) {
	columns := textColumns("Function", "Return Type", "Argument Types", "Function Type")
	rest := []outputColumn{{"Deterministic", types.Of(types.Boolean)}, {"Description", types.Text()}}
	if x.Schema != nil { // of users: there are none
		_, err := c.schema(x.Pos(), x.Schema)
		return rowsOf(append(columns, rest...), nil), err
	}
	names := function.Names()
	slices.Sort(names)
	kept, err := liked(x.Pattern, names)
	if err != nil {
		return nil, err
	}
	var every, rows [][]any
	for _, name := range names {
		kind, _ := function.Known(name)
		every = append(every, []any{name, "", "", functionKinds[kind], !slices.Contains(volatile, name), ""})
	}
	for _, k := range kept {
		i, _ := slices.BinarySearch(names, k[0].(string))
		rows = append(rows, every[i])
	}
	return rowsOf(fitted(append(columns, rest...), every), rows), nil
}

// volatile are the functions whose value is another one at each call.
var volatile = []string{"rand", "random", "uuid", "shuffle", "current_date", "now"}
