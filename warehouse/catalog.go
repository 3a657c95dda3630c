package warehouse

import (
	"context"
	"io"
	"strings"

	"sanpin/warehouse/engine"
)

// Catalog is what may be read from a release.
type Catalog struct {
	Release string
	Sample  bool     // the release is made of sample filings (示例)
	Schemas []Schema // in the order of [Published]; those without views are left out
}

// Schema is one layer of the model.
type Schema struct {
	Name  string
	Views []View // by name
}

// View is a view or, in the schema reference, a table.
type View struct {
	Schema     string
	Name       string
	Comment    string
	IsTable    bool
	Definition string // of a view: its query, in DuckDB's SQL
	Columns    []Column
}

// Column is a column of a view.
type Column struct {
	Name    string
	Type    string // DuckDB's: VARCHAR, DECIMAL(18,6), DATE, VARCHAR[] …; an ENUM is told as VARCHAR
	Comment string // unit, meaning, source
}

// Find returns the view with that schema and name, in any case, or nil.
func (c *Catalog) Find(schema, name string) *View {
	for _, s := range c.Schemas {
		for i := range s.Views {
			if strings.EqualFold(s.Name, schema) && strings.EqualFold(s.Views[i].Name, name) {
				return &s.Views[i]
			}
		}
	}
	return nil
}

// catalogSQL lists the columns of all views and tables with both comments.
const catalogSQL = `
SELECT c.schema_name, c.table_name, coalesce(v.comment, t.comment, ''), (c.schema_name = 'reference')::VARCHAR,
	c.column_name, c.data_type, coalesce(c.comment, ''), CASE WHEN c.column_index = 1 THEN coalesce(v.sql, '') ELSE '' END
FROM duckdb_columns() AS c
LEFT JOIN duckdb_views() AS v ON v.database_name = c.database_name AND v.schema_name = c.schema_name AND v.view_name = c.table_name
LEFT JOIN duckdb_tables() AS t ON t.database_name = c.database_name AND t.schema_name = c.schema_name AND t.table_name = c.table_name
WHERE c.database_name = current_database() AND NOT c.internal
ORDER BY c.schema_name, c.table_name, c.column_index`

func readCatalog(ctx context.Context, conn *engine.Conn) ([]Schema, error) {
	rows, err := readTexts(ctx, conn, catalogSQL)
	if err != nil {
		return nil, err
	}
	bySchema := map[string]*Schema{}
	for _, row := range rows {
		s := bySchema[row[0]]
		if s == nil {
			s = &Schema{Name: row[0]}
			bySchema[row[0]] = s
		}
		if n := len(s.Views); n == 0 || s.Views[n-1].Name != row[1] {
			s.Views = append(s.Views, View{Schema: row[0], Name: row[1], Comment: row[2], IsTable: row[3] == "true", Definition: definition(row[7])})
		}
		v := &s.Views[len(s.Views)-1]
		v.Columns = append(v.Columns, Column{Name: row[4], Type: plainType(row[5]), Comment: row[6]})
	}
	var schemas []Schema
	for _, name := range Published {
		if s := bySchema[name]; s != nil {
			schemas = append(schemas, *s)
		}
	}
	return schemas, nil
}

// definition is the query of a view: what stands behind CREATE VIEW name AS.
func definition(create string) string {
	_, query, _ := strings.Cut(create, " AS ")
	return strings.TrimSuffix(strings.TrimSpace(query), ";")
}

// plainType tells an ENUM, whose every word DuckDB lists, as the text it holds.
func plainType(name string) string {
	if !strings.HasPrefix(name, "ENUM(") {
		return name
	}
	return "VARCHAR" + name[strings.LastIndexByte(name, ')')+1:] // with the [] of a list
}

// readTexts reads a whole result of text columns without NULLs.
func readTexts(ctx context.Context, conn *engine.Conn, sql string, args ...any) (_ [][]string, err error) {
	defer func() { err = explain(err, sql) }()
	rows, err := conn.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all [][]string
	for {
		batch, err := rows.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		for row := range int(batch.NumRows()) {
			values := make([]string, batch.NumCols())
			for i := range values {
				values[i] = batch.Column(i).ValueStr(row)
			}
			all = append(all, values)
		}
	}
}

// readColumn reads the only column of a result.
func readColumn(ctx context.Context, conn *engine.Conn, sql string, args ...any) ([]string, error) {
	rows, err := readTexts(ctx, conn, sql, args...)
	values := make([]string, 0, len(rows))
	for _, row := range rows {
		values = append(values, row[0])
	}
	return values, err
}
