package meta

import (
	"context"
	"slices"

	"sanpin/warehouse/dialect/types"
)

// each visits the catalogs that are wanted, by name. In a list of several, one
// that cannot be opened is left out, so that it does not hide the others; the
// world tells of it.
func each(ctx context.Context, w World, wanted func(string) bool, visit func(*Catalog)) error {
	names := slices.DeleteFunc(All(w), func(name string) bool { return !wanted(name) })
	for _, name := range names {
		c, err := Find(ctx, w, name)
		if err != nil && (len(names) == 1 || ctx.Err() != nil) {
			return err
		}
		if c != nil && err == nil {
			visit(c)
		}
	}
	return nil
}

// perCatalog makes a list out of the list of each catalog that is wanted. A
// catalog does not change, so that its list is made once.
func perCatalog(make func(c *Catalog) [][]any) rows {
	key := new(int) // tells this list from others
	return func(ctx context.Context, w World, wanted func(string) bool) (list [][]any, err error) {
		err = each(ctx, w, wanted, func(c *Catalog) {
			made, ok := c.lists.Load(key)
			if !ok {
				made, _ = c.lists.LoadOrStore(key, make(c))
			}
			if list == nil {
				list = slices.Clip(made.([][]any)) // nearly always the only one
			} else {
				list = append(list, made.([][]any)...)
			}
		})
		return list, err
	}
}

// tables makes a list with what one gives for each table.
func tables(one func(*Table) []any) rows {
	return perCatalog(func(c *Catalog) (list [][]any) {
		for i := range c.Schemas {
			for j := range c.Schemas[i].Tables {
				if row := one(&c.Schemas[i].Tables[j]); row != nil {
					list = append(list, row)
				}
			}
		}
		return list
	})
}

// columns makes a list with what one gives for each column, which has a place
// in its table.
func columns(one func(t *Table, c *Column, place int64) []any) rows {
	return perCatalog(func(c *Catalog) (list [][]any) {
		for i := range c.Schemas {
			for j := range c.Schemas[i].Tables {
				t := &c.Schemas[i].Tables[j]
				for k := range t.Columns {
					if !t.Columns[k].Hidden {
						list = append(list, one(t, &t.Columns[k], int64(k+1)))
					}
				}
			}
		}
		return list
	})
}

// text is NULL where there is none.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func catalogNames(ctx context.Context, w World, wanted func(string) bool, one func(name string) []any) ([][]any, error) {
	var list [][]any
	for _, name := range All(w) {
		if wanted(name) {
			list = append(list, one(name))
		}
	}
	return list, nil
}

func jdbcCatalogs(ctx context.Context, w World, wanted func(string) bool) ([][]any, error) {
	return catalogNames(ctx, w, wanted, func(name string) []any { return []any{name} })
}

func metadataCatalogs(ctx context.Context, w World, wanted func(string) bool) ([][]any, error) {
	return catalogNames(ctx, w, wanted, func(name string) []any {
		connector := "sanpin"
		if name == SystemCatalog {
			connector = SystemCatalog
		}
		return []any{name, name, connector}
	})
}

func schemaRows(one func(catalog, schema string) []any) rows {
	return perCatalog(func(c *Catalog) (list [][]any) {
		for _, s := range c.Schemas {
			list = append(list, one(c.Name, s.Name))
		}
		return list
	})
}

var (
	jdbcSchemas   = schemaRows(func(catalog, schema string) []any { return []any{schema, catalog} })
	schemata      = schemaRows(func(catalog, schema string) []any { return []any{catalog, schema} })
	tableComments = tables(func(t *Table) []any { return []any{t.Catalog, t.Schema, t.Name, text(t.Comment)} })

	jdbcTableRows = tables(func(t *Table) []any {
		return []any{t.Catalog, t.Schema, t.Name, kindOf(t, "TABLE"), text(t.Comment), nil, nil, nil, nil, nil}
	})
	informationTableRows = tables(func(t *Table) []any {
		return []any{t.Catalog, t.Schema, t.Name, kindOf(t, "BASE TABLE"), text(t.Comment)}
	})
	views = tables(func(t *Table) []any {
		if !t.View {
			return nil
		}
		return []any{t.Catalog, t.Schema, t.Name, t.Definition}
	})

	jdbcColumns = columns(func(t *Table, c *Column, place int64) []any {
		j := jdbcOf(c.Type)
		return []any{t.Catalog, t.Schema, t.Name, c.Name, j.code, c.Type.String(), j.size, int64(0), j.digits, j.radix, int64(1),
			text(c.Comment), nil, nil, nil, j.octets, place, "YES", nil, nil, nil, nil, nil, nil}
	})
	informationColumns = columns(func(t *Table, c *Column, place int64) []any {
		return []any{t.Catalog, t.Schema, t.Name, c.Name, place, nil, "YES", c.Type.String(), text(c.Comment), nil}
	})
)

func kindOf(t *Table, table string) string {
	if t.View {
		return "VIEW"
	}
	return table
}

func nodes(_ context.Context, w World, _ func(string) bool) ([][]any, error) {
	return [][]any{w.Node()}, nil
}

func queries(_ context.Context, w World, _ func(string) bool) ([][]any, error) {
	return w.Queries(), nil
}

// jdbc is a type as java.sql has it; nil where it says nothing.
type jdbc struct {
	code                        int64
	size, digits, radix, octets any
}

// Codes of java.sql.Types; other types are JAVA_OBJECT.
var jdbcCodes = map[types.Kind]int64{
	types.Boolean: 16, types.Tinyint: -6, types.Smallint: 5, types.Integer: 4, types.Bigint: -5, types.Real: 7, types.Double: 8,
	types.Decimal: 3, types.Varchar: 12, types.Char: 1, types.Varbinary: -3, types.Date: 91, types.Time: 92, types.TimeTZ: 2013,
	types.Timestamp: 93, types.TimestampTZ: 2014, types.Array: 2003,
}

// Sizes of types that have one: digits of numbers, characters of times without
// their fraction.
var jdbcSizes = map[types.Kind]int64{
	types.Tinyint: 3, types.Smallint: 5, types.Integer: 10, types.Bigint: 19, types.Real: 24, types.Double: 53,
	types.Varbinary: types.Unbounded, types.Date: 14, types.Time: 8, types.TimeTZ: 14, types.Timestamp: 21, types.TimestampTZ: 55,
}

func jdbcOf(t types.Type) jdbc {
	j := jdbc{code: 2000}
	if code, ok := jdbcCodes[t.Kind]; ok {
		j.code = code
	}
	if size, ok := jdbcSizes[t.Kind]; ok {
		j.size = size
	}
	n := int64(t.N)
	switch t.Kind {
	case types.Tinyint, types.Smallint, types.Integer, types.Bigint:
		j.radix = int64(10)
	case types.Real, types.Double:
		j.radix = int64(2)
	case types.Decimal:
		j.size, j.digits, j.radix = n, int64(t.Scale), int64(10)
	case types.Varchar, types.Char:
		j.size, j.octets = n, n
	case types.Varbinary:
		j.octets = j.size
	case types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		j.digits = n
		if n > 0 {
			j.size = jdbcSizes[t.Kind] + n + 1
		}
	}
	return j
}

// jdbcTypes are the types by their names without parameters.
func jdbcTypes(context.Context, World, func(string) bool) ([][]any, error) {
	var list [][]any
	for kind := types.Unknown; kind <= types.UUID; kind++ {
		t := types.Of(kind)
		j := jdbcOf(t)
		if kind == types.Decimal || t.IsText() || j.digits != nil { // they depend on parameters
			j = jdbc{code: 2000}
		}
		list = append(list, []any{t.Raw(), j.code, j.size, nil, nil, nil, int64(1), false, int64(3), nil, false, nil, nil,
			int64(0), int64(0), nil, nil, j.radix})
	}
	return list, nil
}
