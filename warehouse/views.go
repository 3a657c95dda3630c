package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"sanpin/sql"
	"sanpin/warehouse/engine"
)

// views creates the macros and the views, each from its own file; some are then
// kept as tables.
func (b *builder) views(ctx context.Context) error {
	macros, err := fs.ReadFile(b.model.files, "macro.sql")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := b.exec(ctx, string(macros)); err != nil {
		return fmt.Errorf("sql/macro.sql: %w", explain(err, string(macros)))
	}
	kept := sql.Kept(b.model.views)
	for _, v := range b.model.views {
		if err := b.exec(ctx, v.Text); err != nil {
			return fmt.Errorf("sql/%s: %w", v.File, explain(err, v.Text))
		}
		if !kept[v.File] {
			continue
		}
		begun := time.Now()
		if err := b.keep(ctx, v); err != nil {
			return fmt.Errorf("sql/%s: %w", v.File, err)
		}
		b.done(v.Schema+"."+v.Name, begun)
	}
	return b.allThere(ctx)
}

// sortedBy are the columns by which facts are sorted, where a view has them:
// what questions select first, so that DuckDB can skip the rest.
var sortedBy = []string{"period_end", "indicator", "region_code"}

// keep replaces a view by a table of its rows, with the same comments.
func (b *builder) keep(ctx context.Context, v sql.View) error {
	columns, err := readTexts(ctx, b.conn, `SELECT column_name, coalesce(comment, '') FROM duckdb_columns()
		WHERE database_name = current_database() AND schema_name = $1 AND table_name = $2 ORDER BY column_index`, v.Schema, v.Name)
	if err != nil {
		return err
	}
	comment, err := readColumn(ctx, b.conn, `SELECT coalesce(comment, '') FROM duckdb_views()
		WHERE database_name = current_database() AND schema_name = $1 AND view_name = $2`, v.Schema, v.Name)
	if err != nil || len(comment) == 0 { // no such view: allThere says so
		return err
	}
	name, view := v.Schema+"."+engine.QuoteName(v.Name), engine.QuoteName(v.Name+" (view)")
	var order []string
	var comments strings.Builder
	fmt.Fprintf(&comments, "COMMENT ON TABLE %s IS %s;", name, engine.Quote(comment[0]))
	for _, c := range columns {
		if slices.Contains(sortedBy, c[0]) {
			order = append(order, c[0])
		}
		fmt.Fprintf(&comments, "COMMENT ON COLUMN %s.%s IS %s;", name, engine.QuoteName(c[0]), engine.Quote(c[1]))
	}
	slices.SortFunc(order, func(a, b string) int { return slices.Index(sortedBy, a) - slices.Index(sortedBy, b) })
	by := ""
	if len(order) > 0 {
		by = " ORDER BY " + strings.Join(order, ", ")
	}
	err = b.exec(ctx, fmt.Sprintf(`ALTER VIEW %s RENAME TO %s;
		CREATE TABLE %s AS SELECT * FROM %s.%s%s;
		DROP VIEW %s.%s;
		%s`, name, view, name, v.Schema, view, by, v.Schema, view, comments.String()))
	if err != nil {
		return err
	}
	// Of a table that is not committed DuckDB knows no sizes, and plans what reads
	// it badly: on 75,000 figures some views then took minutes.
	return inOrder(ctx, b.commit, b.begin)
}

// allThere makes sure that each file created the view that it is named after.
func (b *builder) allThere(ctx context.Context) error {
	there, err := readColumn(ctx, b.conn, "SELECT DISTINCT schema_name || '.' || table_name FROM duckdb_columns() WHERE database_name = current_database()")
	if err != nil {
		return err
	}
	for _, v := range b.model.views {
		if !slices.Contains(there, v.Schema+"."+v.Name) {
			return fmt.Errorf("sql/%s does not create the view %s.%s", v.File, v.Schema, v.Name)
		}
	}
	return nil
}
