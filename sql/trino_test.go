package sql_test

import (
	"strings"
	"testing"

	"sanpin/sql"
	"sanpin/warehouse/dialect"
	"sanpin/warehouse/engine"
)

// tables shows the model to package dialect.
type tables map[string]*dialect.Table

func (t tables) HasCatalog(catalog string) bool { return catalog == "sanpin" }

func (t tables) HasSchema(catalog, schema string) bool {
	for name := range t {
		if strings.HasPrefix(name, schema+".") {
			return t.HasCatalog(catalog)
		}
	}
	return false
}

func (t tables) Table(catalog, schema, table string) (*dialect.Table, bool) {
	found := t[schema+"."+table]
	return found, found != nil && t.HasCatalog(catalog)
}

// modelTables reads all columns of the model.
func modelTables(t *testing.T, conn *engine.Conn) tables {
	all := tables{}
	for _, row := range rows(t, conn, "SELECT schema_name || '|' || table_name || '|' || column_name || '|' || data_type FROM duckdb_columns() WHERE NOT internal ORDER BY schema_name, table_name, column_index")[1:] {
		part := strings.SplitN(row, "|", 4)
		name := strings.ToLower(part[0] + "." + part[1])
		if all[name] == nil {
			all[name] = &dialect.Table{SQL: engine.QuoteName(part[0]) + "." + engine.QuoteName(part[1])}
		}
		all[name].Columns = append(all[name].Columns, dialect.TableColumn{Name: part[2], Type: part[3]})
	}
	return all
}

// TestTrino reads every view, claim and example as Trino would: names, types and
// functions must be right there, too, so that the model can move to a cluster.
func TestTrino(t *testing.T) {
	conn := views(t)
	catalog := modelTables(t, conn)
	for _, folder := range append([]string{"tests", "examples"}, sql.Layers...) {
		for _, file := range list(t, folder) {
			text := query(read(t, file))
			if _, err := dialect.Translate(text, dialect.Session{Catalog: "sanpin", Schema: "mart"}, catalog); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	if len(catalog) < 50 {
		t.Errorf("found %d tables and views: is this the model?", len(catalog))
	}
}

// query cuts a file down to its SELECT.
func query(text string) string {
	text = strings.TrimSuffix(strings.TrimSpace(statement(text)), ";")
	if at := strings.Index(text, "CREATE VIEW "); at >= 0 {
		head, body, _ := strings.Cut(text[at:], " AS\n")
		text = text[:at] + strings.Repeat("\n", strings.Count(head, "\n")+1) + body
	}
	return text
}
