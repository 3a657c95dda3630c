package warehouse

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sanpin/warehouse/engine"
)

// references creates a table for each file sql/reference/NAME.sql and fills it
// from NAME.csv.
func (b *builder) references(ctx context.Context) error {
	tables, err := fs.Glob(b.model.files, "reference/*.sql")
	if err != nil {
		return err
	}
	for _, file := range tables {
		if err := b.reference(ctx, file); err != nil {
			return fmt.Errorf("sql/%s: %w", file, err)
		}
	}
	lists, err := fs.Glob(b.model.files, "reference/*.csv")
	for _, file := range lists {
		if _, err := fs.Stat(b.model.files, strings.TrimSuffix(file, ".csv")+".sql"); err != nil {
			return fmt.Errorf("sql/%s: there is no .sql file that makes its table", file)
		}
	}
	return err
}

func (b *builder) reference(ctx context.Context, file string) error {
	ddl, err := fs.ReadFile(b.model.files, file)
	if err != nil {
		return err
	}
	if err := b.exec(ctx, string(ddl)); err != nil {
		return explain(err, string(ddl))
	}
	name := strings.TrimSuffix(filepath.Base(file), ".sql")
	types, err := b.columnTypes(ctx, name)
	if err != nil {
		return err
	}
	data, err := fs.ReadFile(b.model.files, strings.TrimSuffix(file, ".sql")+".csv")
	if err != nil {
		return err
	}
	return b.loadCSV(ctx, name, types, data)
}

// columnTypes returns the types of the columns of reference.NAME.
func (b *builder) columnTypes(ctx context.Context, name string) (map[string]string, error) {
	rows, err := readTexts(ctx, b.conn, `SELECT column_name, data_type FROM duckdb_columns()
		WHERE database_name = current_database() AND schema_name = 'reference' AND table_name = $1`, name)
	if err == nil && len(rows) == 0 {
		err = errors.New("it does not create the table reference." + name)
	}
	types := map[string]string{}
	for _, row := range rows {
		types[row[0]] = row[1]
	}
	return types, err
}

// loadCSV fills a table: the first line names columns, an empty field is
// NULL. DuckDB reads it from a file, and says in which line an error is.
func (b *builder) loadCSV(ctx context.Context, name string, types map[string]string, data []byte) error {
	header, err := csv.NewReader(bytes.NewReader(data)).Read()
	if err != nil {
		return fmt.Errorf("reference/%s.csv: line 1: %w", name, err)
	}
	var columns, names []string
	for _, column := range header {
		typ, known := types[column]
		if !known {
			return fmt.Errorf("reference/%s.csv: line 1: the table has no column %q", name, column)
		}
		delete(types, column) // a second one of that name is wrong too
		columns = append(columns, engine.Quote(column)+": "+engine.Quote(typ))
		names = append(names, engine.QuoteName(column))
	}
	file := filepath.Join(b.dir, name+".csv")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return err
	}
	err = b.exec(ctx, fmt.Sprintf(`INSERT INTO reference.%s (%s) SELECT * FROM read_csv(%s, columns = {%s},
		auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = true)`,
		engine.QuoteName(name), strings.Join(names, ", "), engine.Quote(file), strings.Join(columns, ", ")))
	return errors.Join(err, os.Remove(file))
}
