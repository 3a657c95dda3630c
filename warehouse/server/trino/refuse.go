package trino

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/server/trino/meta"
)

// object is what a name stands for: a catalog, a schema, a table, as far as
// they are there.
type object struct {
	catalog, schema, table string
	inCatalog              *meta.Catalog
	inSchema               *meta.Schema
	found                  *meta.Table
}

func (o object) String() string { return o.catalog + "." + o.schema + "." + o.table }

// partsOf are the parts of a name in lower case.
func partsOf(name ast.QualifiedName) []string {
	parts := make([]string, len(name.Parts))
	for i, p := range name.Parts {
		parts[i] = strings.ToLower(p.Value)
	}
	return parts
}

// object finds a table by its name.
func (c *call) object(name ast.QualifiedName) (o object, err error) {
	parts := partsOf(name)
	o.catalog, o.schema = c.session.catalog, c.session.schema
	switch len(parts) {
	case 3:
		o.catalog, parts = parts[0], parts[1:]
		fallthrough
	case 2:
		o.schema, parts = parts[0], parts[1:]
	}
	o.table = parts[len(parts)-1]
	switch {
	case o.catalog == "":
		return o, fault.At(name.Pos(), fault.MissingCatalog, "Catalog must be specified when session catalog is not set")
	case o.schema == "":
		return o, fault.At(name.Pos(), fault.MissingSchema, "Schema must be specified when session schema is not set")
	}
	if o.inCatalog, err = c.catalog(o.catalog); err != nil || o.inCatalog == nil {
		return o, err
	}
	if o.inSchema = o.inCatalog.Schema(o.schema); o.inSchema != nil {
		o.found = o.inSchema.Table(o.table)
	}
	return o, nil
}

// readOnly says what a connector that only reads says of each kind of
// statement. The words are those of Trino's connectors.
var readOnly = map[string]string{
	"CREATE TABLE": "creating tables", "CREATE TABLE AS": "creating tables with data", "CREATE VIEW": "creating views",
	"CREATE MATERIALIZED VIEW": "creating materialized views", "CREATE SCHEMA": "creating schemas",
	"DROP TABLE": "dropping tables", "DROP VIEW": "dropping views", "DROP SCHEMA": "dropping schemas",
	"ALTER TABLE": "changing tables", "ALTER VIEW": "renaming views", "ALTER MATERIALIZED VIEW": "changing materialized views",
	"ALTER SCHEMA": "renaming schemas", "INSERT": "inserts", "DELETE": "modifying table rows", "UPDATE": "modifying table rows",
	"MERGE": "modifying table rows", "TRUNCATE": "truncating tables", "TRUNCATE TABLE": "truncating tables",
	"COMMENT": "setting comments", "ANALYZE": "analyze",
	"CREATE FUNCTION": "creating functions", "DROP FUNCTION": "dropping functions",
}

// refuse answers every statement that would write: as Trino does where what it
// names is not there, else as a connector that only reads.
func (c *call) refuse(x *ast.Write) (*answer, error) {
	if err, ok := refuseGlobal(x); ok {
		return nil, err
	}
	words := strings.Fields(x.Kind)
	if words[len(words)-1] == "SCHEMA" {
		return c.refuseSchema(x)
	}
	o, err := c.object(x.Name)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(x.Kind, "CREATE") {
		return c.refuseCreate(x, o)
	}
	if strings.HasPrefix(x.Kind, "GRANT") || strings.HasPrefix(x.Kind, "REVOKE") || strings.HasPrefix(x.Kind, "DENY") {
		return nil, fault.New(fault.NotSupported, "Catalog does not support permission management: %s", o.catalog)
	}
	if o.found == nil || strings.Contains(x.Kind, "MATERIALIZED") {
		return refuseMissing(x, o)
	}
	if err := refuseKind(x, o); err != nil {
		return nil, err
	}
	return nil, noConnector(x.Kind)
}

func noConnector(kind string) error {
	what, ok := readOnly[kind]
	if !ok {
		what = strings.ToLower(kind)
	}
	return fault.New(fault.NotSupported, "This connector does not support %s", what)
}

// refuseGlobal refuses what does not stand in a catalog.
func refuseGlobal(x *ast.Write) (error, bool) {
	switch x.Kind {
	case "CREATE CATALOG", "DROP CATALOG":
		return fault.New(fault.NotSupported, "%s is not supported by the static catalog store", x.Kind), true
	case "CREATE ROLE":
		return fault.New(fault.NotSupported, "System roles are not enabled"), true
	case "DROP ROLE":
		return &failedUpdate{fault.At(x.Pos(), roleNotFound, "Role '%s' does not exist", x.Name.String()), x.Kind}, true
	}
	if len(x.Name.Parts) == 0 { // GRANT of roles, and what else names nothing
		return fault.New(fault.NotSupported, "%s is not supported: nothing can be written here", x.Kind), true
	}
	return nil, false
}

func (c *call) refuseSchema(x *ast.Write) (*answer, error) {
	catalog, schema := c.schemaName(x.Name)
	found, err := c.catalog(catalog)
	if err != nil {
		return nil, err
	}
	missing := found == nil || found.Schema(schema) == nil
	switch {
	case x.Kind == "CREATE SCHEMA" && found == nil:
		return nil, fault.At(x.Pos(), fault.CatalogNotFound, "Catalog '%s' not found", catalog)
	case x.Kind == "CREATE SCHEMA" && !missing && x.OrNot:
		return done(x.Kind, nil), nil
	case x.Kind == "CREATE SCHEMA" && !missing:
		return nil, fault.At(x.Pos(), "SCHEMA_ALREADY_EXISTS", "Schema '%s.%s' already exists", catalog, schema)
	case x.Kind == "CREATE SCHEMA":
		return nil, noConnector(x.Kind)
	case missing && x.IfExists:
		return done(x.Kind, nil), nil
	case missing:
		return nil, fault.At(x.Pos(), fault.SchemaNotFound, "Schema '%s.%s' does not exist", catalog, schema)
	case x.Kind == "DROP SCHEMA":
		return nil, fault.At(x.Pos(), schemaNotEmpty, "Cannot drop non-empty schema '%s'", schema)
	}
	return nil, noConnector(x.Kind)
}

func (c *call) refuseCreate(x *ast.Write, o object) (*answer, error) {
	switch {
	case o.inCatalog == nil:
		return nil, fault.At(x.Pos(), fault.CatalogNotFound, "Catalog '%s' not found", o.catalog)
	case x.Kind == "CREATE TABLE" && o.found != nil && x.OrNot:
		return done(x.Kind, nil), nil
	case x.Kind == "CREATE TABLE" && o.found != nil:
		return nil, fault.At(x.Pos(), tableExists, "Table '%s' already exists", o)
	case x.Kind == "CREATE TABLE" && x.Query != nil:
		return nil, noConnector("CREATE TABLE AS")
	}
	return nil, noConnector(x.Kind)
}

// refuseMissing tells that there is no such table.
func refuseMissing(x *ast.Write, o object) (*answer, error) {
	kind := "Table"
	switch {
	case strings.Contains(x.Kind, "MATERIALIZED"):
		kind = "Materialized view"
	case strings.HasSuffix(x.Kind, "VIEW"):
		kind = "View"
	}
	if x.IfExists {
		return done(x.Kind, nil), nil
	}
	if kind != "Table" && strings.HasPrefix(x.Kind, "DROP") {
		return nil, fault.At(x.Pos(), fault.GenericUserError, "%s '%s' does not exist", kind, o)
	}
	if strings.HasPrefix(x.Kind, "COMMENT") {
		return nil, fault.At(x.Pos(), fault.TableNotFound, "Table does not exist: %s", o)
	}
	return nil, fault.At(x.Pos(), fault.TableNotFound, "%s '%s' does not exist", kind, o)
}

// refuseKind refuses what is not done to views, and to tables in the name of
// views.
func refuseKind(x *ast.Write, o object) error {
	view := map[string]string{"INSERT": "Inserting into views is not supported", "DELETE": "Deleting from views is not supported",
		"UPDATE": "Updating views is not supported", "TRUNCATE": "Cannot truncate a view", "TRUNCATE TABLE": "Cannot truncate a view"}[x.Kind]
	switch {
	case o.found.View && view != "":
		return fault.At(x.Pos(), fault.NotSupported, "%s", view)
	case o.found.View && x.Kind == "DROP TABLE":
		return fault.At(x.Pos(), fault.GenericUserError, "Table '%s' does not exist, but a view with that name exists. Did you mean DROP VIEW %s?", o, o)
	case !o.found.View && x.Kind == "DROP VIEW":
		return fault.At(x.Pos(), fault.GenericUserError, "View '%s' does not exist, but a table with that name exists. Did you mean DROP TABLE %s?", o, o)
	}
	return nil
}
