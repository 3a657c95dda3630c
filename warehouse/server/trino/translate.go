package trino

import (
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// plan is a query for the engine.
type plan struct {
	release string // "": the current one
	SQL     string
	output  []describedColumn
}

func (p *plan) columns() []outputColumn {
	columns := make([]outputColumn, len(p.output))
	for i, o := range p.output {
		columns[i] = o.outputColumn
	}
	return columns
}

func (p *plan) described() []describedColumn { return p.output }

// translate resolves a query against the catalogs and writes it for the engine.
func (c *call) translate(x *ast.Query) (*plan, error) {
	if c.translated != nil {
		return c.translated(c)
	}
	return nil, fault.New(fault.NotSupported, "Queries over tables are not supported yet")
}

// parameterTypes are the types that the parameters of a statement take.
func (c *call) parameterTypes(x ast.Statement) ([]types.Type, error) {
	return make([]types.Type, countParameters(x)), nil
}
