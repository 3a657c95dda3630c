package trino

import (
	"sanpin/warehouse/dialect/ast"
)

// showFunctions lists the functions that can be called.
func (c *call) showFunctions(x *ast.ShowFunctions) (*answer, error) {
	return nil, nil
}
