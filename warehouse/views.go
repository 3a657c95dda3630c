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
		begun := time.Now()
		if err := b.view(ctx, v, kept[v.File]); err != nil {
			return fmt.Errorf("sql/%s: %w", v.File, explain(err, v.Text))
		}
		if kept[v.File] {
			b.done(v.Schema+"."+v.Name, begun)
		}
	}
	return b.allThere(ctx)
}

// sortedBy are the columns by which facts are sorted, where a view has them:
// what questions select first, so that DuckDB can skip the rest.
var sortedBy = []string{"period_end", "indicator", "region_code"}

// onView begins the comments of a view file, which come after its view.
const onView = "COMMENT ON VIEW "

// view makes a view from its file. One that is kept becomes a table of its
// rows, with the same comments.
func (b *builder) view(ctx context.Context, v sql.View, kept bool) error {
	if !kept {
		return b.exec(ctx, v.Text)
	}
	text, comments, _ := strings.Cut(v.Text, onView)
	if err := b.exec(ctx, text); err != nil {
		return err
	}
	name, view := v.Schema+"."+engine.QuoteName(v.Name), v.Schema+"."+engine.QuoteName(v.Name+" (view)")
	columns, err := readColumn(ctx, b.conn, "SELECT name FROM pragma_table_info("+engine.Quote(name)+")")
	if err != nil {
		return nil // no such view: allThere says so
	}
	order := slices.DeleteFunc(slices.Clone(sortedBy), func(c string) bool { return !slices.Contains(columns, c) })
	by := ""
	if len(order) > 0 {
		by = " ORDER BY " + strings.Join(order, ", ")
	}
	err = b.exec(ctx, fmt.Sprintf("ALTER VIEW %s RENAME TO %s; CREATE TABLE %[1]s AS SELECT * FROM %[3]s%[4]s; DROP VIEW %[3]s",
		name, engine.QuoteName(v.Name+" (view)"), view, by))
	if err != nil {
		return err
	}
	if comments != "" {
		if err := b.exec(ctx, "COMMENT ON TABLE "+comments); err != nil {
			return err
		}
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
