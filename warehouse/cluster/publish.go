package cluster

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"sanpin/sql"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// ErrTaken is the error for a schema that is there and was not made here.
var ErrTaken = errors.New("the schema holds something else")

// Publish makes the release's schema: tables over its Parquet files, the code
// lists, and the views of the model with their comments. A schema that holds
// this release and model already is left as it is, and made tells so; one that
// was left half made, or holds another model, is made anew. Files of a release
// are only read.
func (c *Cluster) Publish(ctx context.Context) (made bool, err error) {
	defer wrap(&err, "publish release %s on the cluster as %s.%s", c.release.ID, c.Catalog, c.Schema)
	views, err := sql.Views()
	if err != nil {
		return false, err
	}
	stands, err := c.clear(ctx)
	if err != nil || stands {
		return false, err
	}
	p := &publisher{Cluster: c, views: views}
	for _, step := range []func(context.Context) error{p.schema, p.tables, p.settings, p.references, p.model, p.commentAll} {
		if err := step(ctx); err != nil {
			return false, err
		}
	}
	return true, c.mark(ctx, c.fingerprint())
}

// marker is the view that says what a schema was made of. It is made first,
// without a fingerprint, and again when all is there.
const marker = "sanpin_release"

func (c *Cluster) mark(ctx context.Context, fingerprint string) error {
	return c.exec(ctx, fmt.Sprintf("CREATE OR REPLACE VIEW %s AS SELECT %s AS release, %s AS fingerprint",
		marker, engine.Quote(c.release.ID), engine.Quote(fingerprint)))
}

// fingerprint tells apart what the same release may be published with: the
// text of the model, where the files are, and whether samples are shown.
func (c *Cluster) fingerprint() string {
	hash := sha256.New()
	fmt.Fprintln(hash, c.release.ID, c.Location, c.shown())
	_ = fs.WalkDir(sql.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := sql.FS.ReadFile(name) // embedded: it is there
			fmt.Fprintln(hash, name, len(text))
			hash.Write(text)
		}
		return err
	})
	return hex.EncodeToString(hash.Sum(nil))[:16]
}

// clear drops what an earlier run left in the schema. stands says that nothing
// is to be done.
func (c *Cluster) clear(ctx context.Context) (stands bool, err error) {
	there, err := c.column(ctx, "SELECT table_name FROM information_schema.tables WHERE table_schema = "+engine.Quote(c.Schema))
	if err != nil || len(there) == 0 {
		return false, err
	}
	if !slices.Contains(there, marker) {
		return false, fmt.Errorf("%w, %s among them: choose another --schema, or drop it: DROP SCHEMA %s.%s CASCADE (files of external tables stay)",
			ErrTaken, there[0], c.Catalog, c.Schema)
	}
	found, err := c.column(ctx, "SELECT fingerprint FROM "+marker)
	if err != nil || found[0] == c.fingerprint() {
		return err == nil, err
	}
	c.Say("%s.%s was made of another model or left half made: it is made anew", c.Catalog, c.Schema)
	return false, c.exec(ctx, fmt.Sprintf("DROP SCHEMA %s.%s CASCADE", engine.QuoteName(c.Catalog), c.Schema))
}

// publisher fills one schema, step by step.
type publisher struct {
	*Cluster
	views    []sql.View
	comments map[string][]string // statements, by the table or view that they are about
}

func (p *publisher) schema(ctx context.Context) error {
	with := ""
	if p.Warehouse != "" {
		with = fmt.Sprintf(" WITH (location = %s)", engine.Quote(strings.TrimSuffix(p.Warehouse, "/")+"/"+p.Schema))
	}
	if err := p.exec(ctx, fmt.Sprintf("CREATE SCHEMA IF NOT EXISTS %s.%s%s", engine.QuoteName(p.Catalog), p.Schema, with)); err != nil {
		return err
	}
	return p.mark(ctx, "")
}

// tables registers the release's folders and counts what the cluster reads.
func (p *publisher) tables(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(p.release.Manifest.Tables)) {
		t := p.release.Manifest.Tables[name]
		if err := p.table(ctx, name, t); err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
		if _, err := p.count(ctx, name, t); err != nil {
			return err
		}
	}
	return nil
}

func (p *publisher) table(ctx context.Context, name lake.Table, t *lake.TableManifest) error {
	table := local("lake", string(name))
	if len(t.Files) == 0 {
		return p.exec(ctx, emptyTable(table, t.Columns))
	}
	view := zonedView(table, t.Columns)
	if view != "" {
		table += inFiles
	}
	statement, partitioned := externalTable(table, p.Location+"/"+string(name), t)
	if err := p.exec(ctx, statement); err != nil {
		return err
	}
	if partitioned {
		if err := p.exec(ctx, fmt.Sprintf("CALL %s.system.sync_partition_metadata(%s, %s, 'FULL')",
			engine.QuoteName(p.Catalog), engine.Quote(p.Schema), engine.Quote(table))); err != nil {
			return err
		}
	}
	if view == "" {
		return nil
	}
	return p.exec(ctx, view)
}

// inFiles ends the name of a table that a view stands before.
const inFiles = "_in_files"

// zonedView is a view that gives moments their zone back, which the Hive
// connector does not know: in the files they are UTC. It is "" for a table that
// has none.
func zonedView(name string, columns []lake.Column) string {
	var selects []string
	has := false
	for _, c := range columns {
		column := engine.QuoteName(c.Name)
		if c.Type == zoned {
			has = true
			column = fmt.Sprintf("at_timezone(with_timezone(%s, 'UTC'), '%s') AS %s", column, timeZone, column)
		}
		selects = append(selects, column)
	}
	if !has {
		return ""
	}
	return fmt.Sprintf("CREATE VIEW %s AS SELECT %s FROM %s", engine.QuoteName(name), strings.Join(selects, ", "), engine.QuoteName(name+inFiles))
}

// zoned is the lake's type of a moment.
const zoned = "TIMESTAMP WITH TIME ZONE"

// emptyTable is a view without rows: there is no folder to register.
func emptyTable(name string, columns []lake.Column) string {
	var selects []string
	for _, c := range columns {
		selects = append(selects, fmt.Sprintf("cast(NULL AS %s) AS %s", trinoType(c.Type), engine.QuoteName(c.Name)))
	}
	return fmt.Sprintf("CREATE VIEW %s AS SELECT %s WHERE 1 = 0", engine.QuoteName(name), strings.Join(selects, ", "))
}

// externalTable is a table over a folder. The name of a sub-folder, year=2023,
// becomes a column, the last.
func externalTable(name, location string, t *lake.TableManifest) (statement string, partitioned bool) {
	var columns []string
	for _, c := range t.Columns {
		columns = append(columns, engine.QuoteName(c.Name)+" "+trinoType(c.Type))
	}
	with := fmt.Sprintf("external_location = %s, format = 'PARQUET'", engine.Quote(location))
	key, _, partitioned := strings.Cut(t.Files[0].Partition, "=")
	if partitioned {
		columns = append(columns, engine.QuoteName(key)+" varchar")
		with += fmt.Sprintf(", partitioned_by = ARRAY[%s]", engine.Quote(key))
	}
	return fmt.Sprintf("CREATE TABLE %s (%s) WITH (%s)", engine.QuoteName(name), strings.Join(columns, ", "), with), partitioned
}

// trinoType names a type of the lake as the Hive connector knows it.
func trinoType(duckdb string) string {
	if element, list := strings.CutSuffix(duckdb, "[]"); list {
		return "array(" + trinoType(element) + ")"
	}
	if duckdb == zoned {
		return "timestamp(6)" // the connector has no other: see zonedView
	}
	return strings.ToLower(duckdb)
}

// count fails where the cluster reads other rows than the manifest lists.
func (c *Cluster) count(ctx context.Context, name lake.Table, t *lake.TableManifest) (int64, error) {
	found, err := c.column(ctx, "SELECT count(*) FROM "+engine.QuoteName(local("lake", string(name))))
	if err != nil {
		return 0, fmt.Errorf("table %s: %w", name, err)
	}
	if found[0] != fmt.Sprint(t.Rows) {
		return 0, fmt.Errorf("table %s: the cluster reads %s rows below %s/%s, the manifest says %d: is that folder, as the cluster sees it, the release's? name it with --location",
			name, found[0], c.Location, name, t.Rows)
	}
	return t.Rows, nil
}

// shown says whether marts show samples.
func (c *Cluster) shown() bool { return c.Sample || c.release.Manifest.Sample }

// settings makes lake.setting, which a serving file asks of the session.
func (p *publisher) settings(ctx context.Context) error {
	return p.exec(ctx, fmt.Sprintf("CREATE VIEW %s AS SELECT 'show_sample' AS name, '%t' AS value", local("lake", "setting"), p.shown()))
}

// referenceRows are so many that one INSERT stays below query.max-length.
const referenceRows = 2000

// references makes the code lists from their files. They have no folder in the
// release: the model carries them.
func (p *publisher) references(ctx context.Context) error {
	files, err := fs.Glob(sql.FS, "reference/*.sql")
	if err != nil {
		return err
	}
	return inParallel(ctx, files, func(ctx context.Context, file string) error {
		if err := p.reference(ctx, file); err != nil {
			return fmt.Errorf("sql/%s: %w", file, err)
		}
		return nil
	})
}

func (p *publisher) reference(ctx context.Context, file string) error {
	ddl, err := fs.ReadFile(sql.FS, file)
	if err != nil {
		return err
	}
	data, err := fs.ReadFile(sql.FS, strings.TrimSuffix(file, ".sql")+".csv")
	if err != nil {
		return err
	}
	name := local("reference", strings.TrimSuffix(strings.TrimPrefix(file, "reference/"), ".sql"))
	for _, s := range statements(string(ddl)) {
		if err := p.exec(ctx, translate(s)); err != nil {
			return err
		}
	}
	columns, err := p.columns(ctx, name)
	if err != nil {
		return err
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return err
	}
	for rows := range slices.Chunk(records[1:], referenceRows) {
		statement, err := insert(name, records[0], columns, rows)
		if err != nil {
			return err
		}
		if err := p.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// insert is a statement that adds rows of a CSV file; an empty field is NULL.
// The rows are one text, as JSON: a list of so many values takes the cluster
// half a minute to plan.
func insert(table string, header []string, columns []lake.Column, rows [][]string) (string, error) {
	types := map[string]string{}
	for _, c := range columns {
		types[c.Name] = c.Type
	}
	var names, fields, casts []string
	for _, column := range header {
		name := engine.QuoteName(column)
		names = append(names, name)
		fields = append(fields, name+" varchar")
		casts = append(casts, fmt.Sprintf("cast(%s AS %s)", name, types[column]))
	}
	values := make([][]*string, len(rows))
	for i, row := range rows {
		for _, field := range row {
			var value *string
			if field != "" {
				value = &field
			}
			values[i] = append(values[i], value)
		}
	}
	text, err := json.Marshal(values)
	return fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM unnest(cast(json_parse(%s) AS array(row(%s))))", engine.QuoteName(table),
		strings.Join(names, ", "), strings.Join(casts, ", "), engine.Quote(string(text)), strings.Join(fields, ", ")), err
}

// model makes the views in their order, each from its own file.
func (p *publisher) model(ctx context.Context) error {
	kept := sql.Kept(p.views)
	p.comments = map[string][]string{}
	for _, v := range p.views {
		p.Say("%s.%s", v.Schema, v.Name)
		for _, s := range statements(v.Text) {
			if strings.HasPrefix(s, "COMMENT ON ") {
				if kept[v.File] {
					s = strings.Replace(s, "COMMENT ON VIEW", "COMMENT ON TABLE", 1)
				}
				p.comments[v.File] = append(p.comments[v.File], translate(s))
				continue
			}
			if kept[v.File] {
				s = createView.ReplaceAllString(s, "CREATE TABLE $1 WITH (format = 'PARQUET') AS")
			}
			if err := p.exec(ctx, translate(s)); err != nil {
				return fmt.Errorf("sql/%s: %w", v.File, err)
			}
		}
	}
	return nil
}

var createView = regexp.MustCompile(`(?m)^CREATE VIEW (\S+) AS$`)

// commentAll gives tables, views and columns their comments. Each is a
// statement of its own, and those about one object must not meet.
func (p *publisher) commentAll(ctx context.Context) error {
	return inParallel(ctx, slices.Sorted(maps.Keys(p.comments)), func(ctx context.Context, file string) error {
		for _, s := range p.comments[file] {
			if err := p.exec(ctx, s); err != nil {
				return fmt.Errorf("sql/%s: %w", file, err)
			}
		}
		return nil
	})
}

// parallel is how many small statements run at once.
const parallel = 4

// inParallel does one thing with every item and stops at the first error.
func inParallel[T any](ctx context.Context, items []T, do func(context.Context, T) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wait sync.WaitGroup
	slots := make(chan struct{}, parallel)
	for _, item := range items {
		slots <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		wait.Go(func() {
			defer func() { <-slots }()
			if err := do(ctx, item); err != nil {
				cancel(err)
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}
