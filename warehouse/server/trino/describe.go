package trino

import (
	"reflect"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/server/trino/meta"
)

// describeInput tells the types that the parameters of a prepared statement
// take.
func (c *call) describeInput(x *ast.DescribeInput) (*answer, error) {
	inner, err := c.prepared(x.Name)
	if err != nil {
		return nil, err
	}
	if _, err := c.described(inner); err != nil {
		return nil, err
	}
	kinds := make([]types.Type, countParameters(inner))
	if len(kinds) == 0 {
		return rowsOf([]outputColumn{{"Position", types.Of(types.Bigint)}, {"Type", types.Text()}}, nil), nil
	}
	c.inputs(reflect.ValueOf(inner), nil, kinds)
	var rows [][]any
	for i, kind := range kinds {
		rows = append(rows, []any{int64(i), kind.String()})
	}
	return rowsOf(fitted([]outputColumn{{"Position", types.Of(types.Integer)}, {"Type", types.Text()}}, rows), rows), nil
}

// inputs finds the types of parameters: that of what a parameter is compared
// with, bigint for a number of rows; of others nothing is known. over is the
// SELECT around.
func (c *call) inputs(v reflect.Value, over *ast.Select, kinds []types.Type) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			c.inputs(v.Elem(), over, kinds)
		}
		return
	case reflect.Slice:
		for i := range v.Len() {
			c.inputs(v.Index(i), over, kinds)
		}
		return
	case reflect.Struct:
	default:
		return
	}
	switch x := v.Interface().(type) {
	case ast.Select:
		over = &x
	case ast.RowCount:
		if x.Parameter != nil {
			kinds[x.Parameter.Index] = types.Of(types.Bigint)
		}
	case ast.Comparison:
		c.alike(over, kinds, x.Left, x.Right)
	case ast.Between:
		c.alike(over, kinds, x.Value, x.Min, x.Max)
	case ast.InList:
		c.alike(over, kinds, append([]ast.Expression{x.Value}, x.List...)...)
	case ast.Like:
		c.alike(over, kinds, x.Value, x.Pattern)
	case ast.Binary:
		c.alike(over, kinds, x.Left, x.Right)
	}
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			c.inputs(v.Field(i), over, kinds)
		}
	}
}

// alike gives the parameters among some values the type of the first other one.
func (c *call) alike(over *ast.Select, kinds []types.Type, values ...ast.Expression) {
	known := types.Type{}
	for _, x := range values {
		if _, ok := x.(*ast.Parameter); !ok && known.Kind == types.Unknown {
			known = c.typeOf(x, over)
		}
	}
	for _, x := range values {
		if p, ok := x.(*ast.Parameter); ok && p.Index < len(kinds) {
			kinds[p.Index] = known
		}
	}
}

// typeOf is the type of an expression in a SELECT.
func (c *call) typeOf(x ast.Expression, over *ast.Select) types.Type {
	alone := &ast.Select{Items: []ast.SelectItem{{Value: x}}}
	if over != nil {
		alone.From = over.From
	}
	columns, err := c.described(&ast.Query{Body: alone})
	if err != nil || len(columns) != 1 {
		return types.Of(types.Unknown)
	}
	return columns[0].kind
}

// described are the columns that a statement gives, whatever its parameters.
func (c *call) described(x ast.Statement) ([]outputColumn, error) {
	q, ok := x.(*ast.Query)
	if !ok {
		p, err := c.planOf(x)
		if err != nil {
			return nil, err
		}
		return p.columns, nil
	}
	nulls := *c
	nulls.params = make([]ast.Expression, countParameters(x))
	for i := range nulls.params {
		nulls.params[i] = &ast.NullLiteral{}
	}
	if a, ok, err := nulls.remembered(q); err == nil && ok {
		return a.columns, nil
	}
	p, err := c.translate(q, true)
	if err != nil {
		return nil, err
	}
	return p.output, nil
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
	if name, setting := settings[reflect.TypeOf(inner)]; setting {
		return nil, fault.At(inner.Pos(), fault.NotSupported, "%s statement is not supported", name)
	}
	columns, err := c.described(inner)
	if err != nil {
		return nil, err
	}
	from := c.origins(inner)
	if len(from) != len(columns) {
		from = make([]origin, len(columns))
	}
	var rows [][]any
	for i, o := range columns {
		rows = append(rows, []any{o.name, from[i].table[0], from[i].table[1], from[i].table[2], o.kind.String(), sizeOf(o.kind), from[i].aliased})
	}
	list := fitted(textColumns("Column Name", "Catalog", "Schema", "Table", "Type"), rows)
	return rowsOf(append(list, outputColumn{"Type Size", types.Of(types.Integer)}, outputColumn{"Aliased", types.Of(types.Boolean)}), rows), nil
}

// settings are the statements that give no columns.
var settings = map[reflect.Type]string{
	reflect.TypeFor[*ast.Use](): "USE", reflect.TypeFor[*ast.SetSession](): "SET SESSION", reflect.TypeFor[*ast.ResetSession](): "RESET SESSION",
	reflect.TypeFor[*ast.SetTimeZone](): "SET TIME ZONE", reflect.TypeFor[*ast.SetRole](): "SET ROLE", reflect.TypeFor[*ast.SetPath](): "SET PATH",
	reflect.TypeFor[*ast.StartTransaction](): "START TRANSACTION", reflect.TypeFor[*ast.Commit](): "COMMIT", reflect.TypeFor[*ast.Rollback](): "ROLLBACK",
	reflect.TypeFor[*ast.CallProcedure](): "CALL",
}

// origin is the table of a column, "" where it is of none, and whether it has
// an alias.
type origin struct {
	table   [3]string
	aliased bool
}

// origins are those of a SELECT from tables.
func (c *call) origins(x ast.Statement) (list []origin) {
	q, ok := x.(*ast.Query)
	if !ok {
		return nil
	}
	s, ok := q.Body.(*ast.Select)
	if !ok {
		return nil
	}
	var from []*meta.Table
	for _, name := range meta.Tables(&ast.Query{Body: s}, c.session.forMeta()) {
		if found, err := c.catalog(name[0]); err == nil && found != nil && found.Schema(name[1]) != nil {
			if t := found.Schema(name[1]).Table(name[2]); t != nil {
				from = append(from, t)
			}
		}
	}
	for _, item := range s.Items {
		if item.Star || item.Value == nil {
			for _, t := range from {
				for range t.Shown() {
					list = append(list, origin{table: [3]string{t.Catalog, t.Schema, t.Name}})
				}
			}
			continue
		}
		list = append(list, origin{originOf(item.Value, from), item.Alias != nil})
	}
	return list
}

// originOf is the only table that has a column of that name.
func originOf(x ast.Expression, from []*meta.Table) (of [3]string) {
	name := ""
	switch x := x.(type) {
	case *ast.Identifier:
		name = x.Value
	case *ast.Dereference:
		name = x.Field.Value
	}
	for _, t := range from {
		for _, column := range t.Columns {
			if name == "" || !strings.EqualFold(column.Name, name) {
				continue
			}
			if of[0] != "" {
				return [3]string{}
			}
			of = [3]string{t.Catalog, t.Schema, t.Name}
		}
	}
	return of
}
