package trino

import (
	"maps"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/server/trino/meta"
)

// showing answers SHOW and DESCRIBE.
func (c *call) showing(x ast.Statement) (*answer, error, bool) {
	a, err := (*answer)(nil), error(nil)
	switch x := x.(type) {
	case *ast.ShowCatalogs:
		a, err = c.showCatalogs(x)
	case *ast.ShowSchemas:
		a, err = c.showSchemas(x)
	case *ast.ShowTables:
		a, err = c.showTables(x)
	case *ast.ShowColumns:
		a, err = c.showColumns(x)
	case *ast.ShowSession:
		a, err = c.showSession(x)
	case *ast.ShowFunctions:
		a, err = c.showFunctions(x)
	case *ast.ShowCreate:
		a, err = c.showCreate(x)
	case *ast.ShowStats:
		a, err = c.showStats(x)
	case *ast.ShowRoles:
		name := "Role"
		if x.Grants {
			name = "Role Grants"
		}
		a = rowsOf(textColumns(name), nil)
	case *ast.ShowGrants:
		a, err = c.showGrants(x)
	case *ast.DescribeInput:
		a, err = c.describeInput(x)
	case *ast.DescribeOutput:
		a, err = c.describeOutput(x)
	default:
		return nil, nil, false
	}
	return a, err, true
}

// liked keeps the names that a pattern fits, one to a row.
func liked(p ast.Pattern, names []string) ([][]any, error) {
	fits := func(string) bool { return true }
	if p.Like != nil {
		escape := ""
		if p.Escape != nil {
			escape = p.Escape.Value
		}
		var ok bool
		if fits, ok = meta.Pattern(p.Like.Value, escape); !ok {
			return nil, fault.New(fault.InvalidFunctionArg, "Escape character must be followed by '%%', '_' or the escape character itself")
		}
	}
	var rows [][]any
	for _, name := range names {
		if fits(name) {
			rows = append(rows, []any{name})
		}
	}
	return rows, nil
}

func (c *call) showCatalogs(x *ast.ShowCatalogs) (*answer, error) {
	all := meta.All(c.meta)
	rows, err := liked(x.Pattern, all)
	if err != nil {
		return nil, err
	}
	every, _ := liked(ast.Pattern{}, all)
	return rowsOf(fitted(textColumns("Catalog"), every), rows), nil
}

func (c *call) showSchemas(x *ast.ShowSchemas) (*answer, error) {
	name := c.session.catalog
	if x.Catalog != nil {
		name = strings.ToLower(x.Catalog.Value)
	}
	if name == "" {
		return nil, fault.At(x.Pos(), fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
	}
	found, err := c.catalog(name)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fault.New(fault.CatalogNotFound, "Catalog '%s' not found", name)
	}
	var names []string
	for _, s := range found.Schemas {
		names = append(names, s.Name)
	}
	rows, err := liked(x.Pattern, names)
	return rowsOf(textColumns("Schema"), rows), err
}

// schema finds the schema that a statement names or the session has.
func (c *call) schema(at ast.Position, name *ast.QualifiedName) (*meta.Schema, error) {
	catalog, schema := c.session.catalog, c.session.schema
	if name != nil {
		catalog, schema = c.schemaName(*name)
	}
	switch {
	case catalog == "":
		return nil, fault.At(at, fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
	case schema == "":
		return nil, fault.At(at, fault.MissingSchema, "Schema must be specified when session schema is not set")
	}
	found, err := c.catalog(catalog)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fault.At(at, fault.CatalogNotFound, "Catalog '%s' not found", catalog)
	}
	s := found.Schema(schema)
	if s == nil {
		return nil, fault.At(at, fault.SchemaNotFound, "Schema '%s' does not exist", schema)
	}
	return s, nil
}

func (c *call) showTables(x *ast.ShowTables) (*answer, error) {
	s, err := c.schema(x.Pos(), x.Schema)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, t := range s.Tables {
		names = append(names, t.Name)
	}
	rows, err := liked(x.Pattern, names)
	return rowsOf(textColumns("Table"), rows), err
}

// shownTable finds the table of a SHOW statement.
func (c *call) shownTable(at ast.Position, name ast.QualifiedName) (*meta.Table, error) {
	o, err := c.object(name)
	switch {
	case err != nil:
		return nil, err
	case o.inCatalog == nil:
		return nil, fault.At(at, fault.CatalogNotFound, "Catalog '%s' not found", o.catalog)
	case o.inSchema == nil:
		return nil, fault.At(at, fault.SchemaNotFound, "Schema '%s' does not exist", o.schema)
	case o.found == nil:
		return nil, fault.At(at, fault.TableNotFound, "Table '%s' does not exist", o)
	}
	return o.found, nil
}

func (c *call) showColumns(x *ast.ShowColumns) (*answer, error) {
	t, err := c.shownTable(x.Pos(), x.Table)
	if err != nil {
		return nil, err
	}
	var rows [][]any
	for _, column := range t.Shown() {
		kept, err := liked(x.Pattern, []string{column.Name})
		if err != nil {
			return nil, err
		}
		if len(kept) > 0 {
			rows = append(rows, []any{column.Name, column.Type.String(), "", column.Comment})
		}
	}
	return rowsOf(textColumns("Column", "Type", "Extra", "Comment"), rows), nil
}

func (c *call) showSession(x *ast.ShowSession) (*answer, error) {
	var every [][]any
	names := slices.Sorted(maps.Keys(properties))
	for _, name := range names {
		p := properties[name]
		value, ok := c.session.properties[name]
		if !ok {
			value = p.initial
		}
		if !p.hidden {
			every = append(every, []any{name, value, p.initial, p.kind, p.describe()})
		}
	}
	kept, err := liked(x.Pattern, names)
	if err != nil {
		return nil, err
	}
	rows := slices.DeleteFunc(slices.Clone(every), func(row []any) bool {
		return !slices.ContainsFunc(kept, func(k []any) bool { return k[0] == row[0] })
	})
	return rowsOf(fitted(textColumns("Name", "Value", "Default", "Type", "Description"), every), rows), nil
}

func (c *call) showGrants(x *ast.ShowGrants) (*answer, error) {
	if x.On != nil {
		if _, err := c.shownTable(x.Pos(), *x.On); err != nil {
			return nil, err
		}
	}
	return rowsOf(textColumns("Grantor", "Grantor Type", "Grantee", "Grantee Type", "Catalog", "Schema", "Table", "Privilege", "Grantable", "With Hierarchy"), nil), nil
}

// showCreate writes the statement that would make what there is.
func (c *call) showCreate(x *ast.ShowCreate) (*answer, error) {
	if x.Kind == "SCHEMA" {
		return c.showCreateSchema(x)
	}
	title := map[string]string{"TABLE": "Create Table", "VIEW": "Create View", "MATERIALIZED VIEW": "Create Materialized View"}[x.Kind]
	if title == "" {
		return nil, fault.New(fault.NotSupported, "SHOW CREATE %s is not supported", x.Kind)
	}
	o, err := c.object(x.Name)
	if err != nil {
		return nil, err
	}
	noun := map[string]string{"TABLE": "Table", "VIEW": "View", "MATERIALIZED VIEW": "Materialized view"}[x.Kind]
	switch {
	case o.found == nil || x.Kind == "MATERIALIZED VIEW":
		return nil, fault.At(x.Pos(), fault.TableNotFound, "%s '%s' does not exist", noun, o)
	case o.found.View && x.Kind == "TABLE":
		return nil, fault.At(x.Pos(), fault.NotSupported, "Relation '%s' is a view, not a table", o)
	case !o.found.View && x.Kind == "VIEW":
		return nil, fault.At(x.Pos(), fault.NotSupported, "Relation '%s' is a table, not a view", o)
	}
	rows := [][]any{{createText(o.found)}}
	return rowsOf(fitted(textColumns(title), rows), rows), nil
}

func createText(t *meta.Table) string {
	name := quoted(t.Catalog) + "." + quoted(t.Schema) + "." + quoted(t.Name)
	comment := ""
	if t.Comment != "" {
		comment = "COMMENT " + engine.Quote(t.Comment)
	}
	if t.View {
		return strings.TrimSpace("CREATE VIEW "+name+" "+comment) + " SECURITY DEFINER AS\n" + t.Definition
	}
	lines := []string{}
	for _, c := range t.Shown() {
		line := "   " + quoted(c.Name) + " " + c.Type.Column()
		if c.Comment != "" {
			line += " COMMENT " + engine.Quote(c.Comment)
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace("CREATE TABLE " + name + " (\n" + strings.Join(lines, ",\n") + "\n)\n" + comment)
}

// quoted writes a name, in quotes if it needs them.
func quoted(name string) string {
	plain := name != "" && !(name[0] >= '0' && name[0] <= '9')
	for _, r := range name {
		plain = plain && (r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}
	if plain {
		return name
	}
	return engine.QuoteName(name)
}

func (c *call) showCreateSchema(x *ast.ShowCreate) (*answer, error) {
	catalog, schema := c.schemaName(x.Name)
	found, err := c.catalog(catalog)
	switch {
	case err != nil:
		return nil, err
	case found == nil:
		return nil, fault.At(x.Pos(), fault.CatalogNotFound, "Catalog '%s' not found", catalog)
	case found.Schema(schema) == nil:
		return nil, fault.At(x.Pos(), fault.SchemaNotFound, "Schema '%s.%s' does not exist", catalog, schema)
	}
	rows := [][]any{{"CREATE SCHEMA " + quoted(catalog) + "." + quoted(schema)}}
	return rowsOf(fitted(textColumns("Create Schema"), rows), rows), nil
}

// statsColumns are those of SHOW STATS. What is not known is NULL, as Trino
// leaves what a connector does not tell.
var statsColumns = []outputColumn{
	{"column_name", types.Text()}, {"data_size", types.Of(types.Double)}, {"distinct_values_count", types.Of(types.Double)},
	{"nulls_fraction", types.Of(types.Double)}, {"row_count", types.Of(types.Double)}, {"low_value", types.Text()}, {"high_value", types.Text()},
}

func (c *call) showStats(x *ast.ShowStats) (*answer, error) {
	var names []string
	if x.Query != nil {
		columns, err := c.described(x.Query)
		if err != nil {
			return nil, err
		}
		for _, column := range columns {
			names = append(names, column.name)
		}
	} else {
		t, err := c.shownTable(x.Pos(), x.Table)
		if err != nil {
			return nil, err
		}
		for _, column := range t.Shown() {
			names = append(names, column.Name)
		}
	}
	var rows [][]any
	for _, name := range names {
		rows = append(rows, []any{name, nil, nil, nil, nil, nil, nil})
	}
	return rowsOf(statsColumns, append(rows, make([]any, len(statsColumns)))), nil
}
