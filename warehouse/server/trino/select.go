package trino

import (
	"context"
	"sync"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/server/trino/meta"
)

// query answers a query: from memory what is there, all else from a release.
func (c *call) query(x *ast.Query) (*answer, error) {
	if a, ok, err := c.remembered(x); err != nil || ok {
		return a, err
	}
	p, err := c.translate(x)
	if err != nil {
		return nil, err
	}
	return c.run(p)
}

// remembered answers a query from memory, if it can be.
func (c *call) remembered(x *ast.Query) (*answer, bool, error) {
	s := c.session.forMeta()
	about := meta.Names(x, s)
	if !about && len(meta.Tables(x, s)) > 0 {
		return nil, false, nil
	}
	r, err := meta.Evaluate(c, c.meta, s, x, c.params)
	return c.fromMemory(r, err, about)
}

func (s *session) forMeta() meta.Session {
	return meta.Session{Catalog: s.catalog, Schema: s.schema, User: s.user, Zone: s.zone, Version: Version}
}

// run starts a query of the engine.
func (c *call) run(p *plan) (*answer, error) {
	t := &turn{ctx: c, enter: c.host.Enter}
	if err := t.take(); err != nil {
		return nil, err
	}
	c.q.waited(t.waited)
	querier, done, err := c.host.Acquire(c, p.release)
	if err != nil {
		t.give()
		return nil, err
	}
	result, err := querier.Query(c, warehouse.Request{SQL: p.SQL})
	if err != nil {
		t.give()
		done()
		return nil, err
	}
	columns := p.columns()
	rows := newBatches(result, columns, !c.session.parametric(), c.Rows, t, done)
	return &answer{columns: columns, rows: rows, notices: result.Notices}, nil
}

// turn is a query's turn at the gate. It is given back while the query waits
// for its client, so that slow clients do not hold up others.
type turn struct {
	ctx    context.Context
	enter  func(context.Context) (func(), error)
	leave  func()
	waited time.Duration
}

func (t *turn) take() error {
	if t.leave != nil {
		return nil
	}
	start := time.Now()
	leave, err := t.enter(t.ctx)
	if err != nil {
		return err
	}
	t.leave, t.waited = sync.OnceFunc(leave), time.Since(start)
	return nil
}

func (t *turn) give() {
	if t.leave != nil {
		t.leave()
		t.leave = nil
	}
}

// outputOf are the columns that a query gives.
func (c *call) outputOf(x *ast.Query) ([]outputColumn, error) {
	p, err := c.planOf(x)
	if err != nil {
		return nil, err
	}
	return p.columns, nil
}

// describeInput tells the types that the parameters of a prepared statement
// take.
func (c *call) describeInput(x *ast.DescribeInput) (*answer, error) {
	inner, err := c.prepared(x.Name)
	if err != nil {
		return nil, err
	}
	kinds, err := c.parameterTypes(inner)
	if err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		return rowsOf([]outputColumn{{"Position", types.Of(types.Bigint)}, {"Type", types.Text()}}, nil), nil
	}
	var rows [][]any
	for i, kind := range kinds {
		rows = append(rows, []any{int64(i), kind.String()})
	}
	return rowsOf(fitted([]outputColumn{{"Position", types.Of(types.Integer)}, {"Type", types.Text()}}, rows), rows), nil
}

// sizes are the bytes of types of fixed width, as DESCRIBE OUTPUT tells them.
var sizes = map[types.Kind]int64{
	types.Boolean: 1, types.Tinyint: 1, types.Smallint: 2, types.Integer: 4, types.Bigint: 8, types.Real: 4, types.Double: 8, types.Date: 4,
}

// sizeOf is the width of a type's values, 0 where it varies.
func sizeOf(t types.Type) int64 {
	switch {
	case t.Kind == types.Decimal && t.N <= 18, t.Kind == types.Timestamp && t.N <= 6, t.Kind == types.TimestampTZ && t.N <= 3, t.Kind == types.Time:
		return 8
	case t.Kind == types.Decimal, t.Kind == types.UUID:
		return 16
	}
	return sizes[t.Kind]
}

// describeOutput tells the columns of a prepared statement, and the tables that
// they are of.
func (c *call) describeOutput(x *ast.DescribeOutput) (*answer, error) {
	inner, err := c.prepared(x.Name)
	if err != nil {
		return nil, err
	}
	c.params = make([]ast.Expression, countParameters(inner))
	for i := range c.params {
		c.params[i] = &ast.NullLiteral{}
	}
	list, err := c.outputColumns(inner)
	if err != nil {
		return nil, err
	}
	var rows [][]any
	for _, o := range list {
		rows = append(rows, []any{o.name, o.catalog, o.schema, o.table, o.kind.String(), sizeOf(o.kind), o.aliased})
	}
	columns := textColumns("Column Name", "Catalog", "Schema", "Table", "Type")
	columns = append(fitted(columns, rows), outputColumn{"Type Size", types.Of(types.Integer)}, outputColumn{"Aliased", types.Of(types.Boolean)})
	return rowsOf(columns, rows), nil
}

// describedColumn is a column of a statement, and where it comes from.
type describedColumn struct {
	outputColumn
	catalog, schema, table string
	aliased                bool
}

func (c *call) outputColumns(x ast.Statement) (list []describedColumn, err error) {
	if q, ok := x.(*ast.Query); ok {
		if p, err := c.translate(q); err == nil {
			return p.described(), nil
		}
	}
	if _, _, setting := c.setting(x); setting {
		return nil, fault.New(fault.NotSupported, "DESCRIBE OUTPUT of this statement is not supported")
	}
	p, err := c.planOf(x)
	if err != nil {
		return nil, err
	}
	for _, column := range p.columns {
		list = append(list, describedColumn{outputColumn: column})
	}
	return list, nil
}
