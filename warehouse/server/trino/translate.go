package trino

import (
	"context"
	"strconv"
	"strings"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect"
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/server/trino/meta"
)

// plan is a query for the engine.
type plan struct {
	release string // "": the current one
	SQL     string
	output  []outputColumn
	notices []string
}

// translate resolves a query against the catalogs and writes it for the engine.
// A query that is only described may have parameters without values.
func (c *call) translate(x *ast.Query, describe bool) (*plan, error) {
	if c.translated != nil {
		return c.translated(c)
	}
	from := &tables{call: c}
	s := dialect.Session{Catalog: c.session.catalog, Schema: c.session.schema, User: c.session.user, TimeZone: c.session.zone,
		Parameters: c.params, Describe: describe}
	made, err := dialect.TranslateQuery(x, s, from)
	if from.err != nil {
		return nil, from.err
	}
	if err != nil {
		return nil, err
	}
	p := &plan{release: from.release, SQL: made.SQL, notices: made.Warnings}
	for _, column := range made.Columns {
		p.output = append(p.output, outputColumn{column.Name, column.Type})
	}
	return p, nil
}

// tables are all tables that a query may name: see [dialect.Catalog]. Those of
// one query are of one release, for the engine has one open.
type tables struct {
	*call
	used    string // catalog of the first table of a release
	release string // of that
	err     error  // what went wrong apart from names
}

func (t *tables) find(catalog string) *meta.Catalog {
	found, err := t.catalog(catalog)
	if err != nil && t.err == nil {
		t.err = err
	}
	return found
}

// HasCatalog: see [dialect.Catalog].
func (t *tables) HasCatalog(catalog string) bool { return t.find(catalog) != nil }

// HasSchema: see [dialect.Catalog].
func (t *tables) HasSchema(catalog, schema string) bool {
	found := t.find(catalog)
	return found != nil && found.Schema(schema) != nil
}

// Table: see [dialect.Catalog].
func (t *tables) Table(catalog, schema, table string) (*dialect.Table, bool) {
	c := t.find(catalog)
	if c == nil || c.Schema(schema) == nil {
		return nil, false
	}
	found := c.Schema(schema).Table(table)
	if found == nil {
		return nil, false
	}
	if found.System() {
		return t.system(found), true
	}
	release, err := t.meta.warehouse(t, catalog)
	if err != nil {
		t.err = err
		return nil, false
	}
	if t.used != "" && t.used != catalog && t.err == nil {
		t.err = fault.New(fault.NotSupported, "A query over two releases (the catalogs %s and %s) is not supported: ask each by itself", t.used, catalog)
	}
	t.used, t.release = catalog, release.Release
	return warehouse.DialectCatalog(release, catalog).Table(catalog, schema, table)
}

// system writes a table of package meta as values, for queries about metadata
// that are more than it answers itself.
func (t *tables) system(found *meta.Table) *dialect.Table {
	rows, err := found.Rows(t, t.meta, func(string) bool { return true })
	if err != nil && t.err == nil {
		t.err = err
	}
	out := &dialect.Table{}
	var names []string
	for _, c := range found.Shown() {
		if c.Type.Kind > types.Varchar && t.err == nil {
			t.err = fault.New(fault.NotSupported, "%s.%s.%s in a query of this form is not supported", found.Catalog, found.Schema, found.Name)
		}
		names = append(names, engine.QuoteName(c.Name))
		out.Columns = append(out.Columns, dialect.TableColumn{Name: c.Name, Type: types.Type.DuckDB(c.Type)})
	}
	var sql strings.Builder
	sql.WriteString("(SELECT * FROM (VALUES ")
	width := len(names)
	rows = append(rows, make([]any, width)) // gives the types, and there may be no other
	for i, row := range rows {
		if i > 0 {
			sql.WriteByte(',')
		}
		sql.WriteByte('(')
		for j, v := range row[:width] {
			if j > 0 {
				sql.WriteByte(',')
			}
			sql.WriteString("CAST(" + sqlValue(v) + " AS " + out.Columns[j].Type + ")")
		}
		sql.WriteString(",false)")
	}
	text := strings.TrimSuffix(sql.String(), ",false)") + ",true)"
	out.SQL = text + ") AS v(" + strings.Join(names, ",") + ", is_last) WHERE NOT is_last)"
	return out
}

func sqlValue(v any) string {
	switch v := v.(type) {
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'e', -1, 64)
	case string:
		return engine.Quote(v)
	}
	return "NULL"
}

// warehouse gives the catalog of the release behind a catalog's name.
func (m *metadata) warehouse(ctx context.Context, catalog string) (*warehouse.Catalog, error) {
	id, _ := m.release(catalog)
	querier, done, err := m.server.host.Acquire(ctx, id)
	if err != nil {
		return nil, err
	}
	defer done()
	return querier.Catalog(ctx)
}
