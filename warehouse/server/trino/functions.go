package trino

import (
	"slices"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
)

var functionKinds = map[function.Kind]string{function.Scalar: "scalar", function.Aggregate: "aggregate", function.Window: "window"}

// showFunctions lists the functions that can be called, a row for each
// signature.
func (c *call) showFunctions(x *ast.ShowFunctions) (*answer, error) {
	columns := textColumns("Function", "Return Type", "Argument Types", "Function Type")
	columns = append(columns, outputColumn{"Deterministic", types.Of(types.Boolean)}, outputColumn{"Description", types.Text()})
	if x.Schema != nil { // of users: there are none
		_, err := c.schema(x.Pos(), x.Schema)
		return rowsOf(columns, nil), err
	}
	var every, rows [][]any
	for _, f := range function.List() {
		row := []any{f.Name, f.Result, f.Arguments, functionKinds[f.Kind], !slices.Contains(volatile, f.Name), ""}
		every = append(every, row)
		kept, err := liked(x.Pattern, []string{f.Name})
		if err != nil {
			return nil, err
		}
		if len(kept) > 0 {
			rows = append(rows, row)
		}
	}
	return rowsOf(fitted(columns, every), rows), nil
}

// volatile are the functions whose value is another one at each call.
var volatile = []string{"rand", "random", "uuid", "shuffle"}
