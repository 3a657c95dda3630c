package warehouse

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sanpin/sql"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
	"sanpin/warehouse/lake/durable"
)

// showSample is the setting, and the session's variable, that says whether
// marts show sample filings. Views read it through lake.setting.
const showSample = "show_sample"

// BuildOptions say how a serving file is made. What does not fit in memory goes
// into the release's folder, whatever TempDir says.
type BuildOptions struct {
	Options
	Sample   bool              // the release is a sample: queries show it without asking
	Settings map[string]string // further rows of lake.setting
	// Progress is told of each table, view and claim when it is done; may be nil.
	Progress func(what string, took time.Duration)
}

// Build makes the release's serving file out of its Parquet files and the
// views of package sql, checks the claims in sql/tests on it, and returns the
// results, which it also puts into the table check_result. A claim that is
// broken is no error of Build: whether the release is published is for the
// caller to say. A file that was there is replaced, whole or not at all.
func Build(ctx context.Context, release *lake.Release, options BuildOptions) ([]lake.CheckResult, error) {
	views, err := sql.Views()
	if err != nil {
		return nil, err
	}
	return build(ctx, release, options, model{sql.FS, views})
}

// model is the SQL that a serving file is made of: files as package sql has
// them, and its views in the order in which they can be created.
type model struct {
	files fs.FS
	views []sql.View
}

func build(ctx context.Context, release *lake.Release, options BuildOptions, m model) (results []lake.CheckResult, err error) {
	defer wrap(&err, "build the serving file of release %s", release.ID)
	dir, err := os.MkdirTemp(release.Dir, durable.TempPrefix+"build-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, lake.ServingFile)
	if results, err = buildFile(ctx, file, release, options, m); err != nil {
		return nil, err
	}
	return results, durable.Finish([]durable.Move{{From: file, To: release.Serving()}})
}

// buildMemory bounds what a build takes: the rest goes through its folder.
const buildMemory = "4GB"

func buildFile(ctx context.Context, file string, release *lake.Release, options BuildOptions, m model) ([]lake.CheckResult, error) {
	options.TempDir = filepath.Join(filepath.Dir(file), "temp")
	options.MemoryLimit = cmp.Or(options.MemoryLimit, buildMemory)
	db, err := engine.Open("", options.engine())
	if err != nil {
		return nil, err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	b := &builder{conn: conn, release: release, dir: filepath.Dir(file), model: m, progress: options.Progress}
	if err := b.exec(ctx, "ATTACH "+engine.Quote(file)+" AS "+CatalogName+"; USE "+CatalogName); err != nil {
		return nil, err
	}
	if err := b.fill(ctx, options); err != nil {
		return nil, err
	}
	return b.results, b.exec(ctx, "USE memory; CHECKPOINT "+CatalogName+"; DETACH "+CatalogName)
}

// builder fills one serving file, step by step.
type builder struct {
	conn    *engine.Conn
	release *lake.Release
	dir     string // for files on the way
	model   model
	enums   map[string]bool // columns that have a type of words, lake.COLUMN
	results []lake.CheckResult

	progress func(what string, took time.Duration)
}

// done tells of something that was begun at a time.
func (b *builder) done(what string, begun time.Time) {
	if b.progress != nil {
		b.progress(what, time.Since(begun))
	}
}

// fill makes all that is in the file. The many small statements after the
// tables are one transaction: each by itself would be flushed to the disk.
func (b *builder) fill(ctx context.Context, options BuildOptions) error {
	return inOrder(ctx,
		b.schemas, b.words, b.tables,
		b.begin, b.settings(options), b.references, b.views, b.check, b.commit)
}

func inOrder(ctx context.Context, steps ...func(context.Context) error) error {
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) begin(ctx context.Context) error  { return b.exec(ctx, "BEGIN TRANSACTION") }
func (b *builder) commit(ctx context.Context) error { return b.exec(ctx, "COMMIT") }

func (b *builder) exec(ctx context.Context, sql string, args ...any) error {
	return b.conn.Exec(ctx, sql, args...)
}

func (b *builder) schemas(ctx context.Context) error {
	for _, name := range append([]string{"lake", "reference"}, sql.Layers...) {
		if err := b.exec(ctx, "CREATE SCHEMA "+engine.QuoteName(name)); err != nil {
			return err
		}
	}
	return nil
}

// factTables are the tables of the release that come from its files, always
// in the same order. The results of checks are made here: see check.
func (b *builder) factTables() []lake.Table {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(b.release.Manifest.Tables)), func(t lake.Table) bool { return t == lake.CheckResults })
}

// parquet is the table function that reads a table's files. Folders are named
// year=2023, but year is no column.
func (b *builder) parquet(table lake.Table) string {
	var files []string
	for _, f := range b.release.Files(table) {
		files = append(files, engine.Quote(f))
	}
	return "read_parquet([" + strings.Join(files, ", ") + "], hive_partitioning = false)"
}

// maxWords is the most distinct words of a column that become an ENUM.
const maxWords = 10000

// words makes one ENUM for each text column that the Parquet files keep as a
// dictionary, shared by all tables with a column of that name. On a fact of 20
// million rows it makes queries twice as fast and the file smaller
// (reports/storage.md, section 5). Words are in order, so ENUMs sort as text.
func (b *builder) words(ctx context.Context) error {
	b.enums = map[string]bool{}
	sources, err := b.dictionaries(ctx)
	if err != nil {
		return err
	}
	for _, column := range slices.Sorted(maps.Keys(sources)) {
		if err := b.wordsOf(ctx, column, sources[column]); err != nil {
			return fmt.Errorf("column %s: %w", column, err)
		}
	}
	return nil
}

// dictionaries returns, by text column that some table's files have as a
// dictionary, the readers of all tables with a column of that name: the type is
// for all of them, whether or not each file has a dictionary of it.
func (b *builder) dictionaries(ctx context.Context) (map[string][]string, error) {
	encoded, holders := map[string]bool{}, map[string][]string{}
	for _, table := range b.factTables() {
		files := b.release.Files(table)
		if len(files) == 0 {
			continue
		}
		columns, err := readColumn(ctx, b.conn,
			"SELECT DISTINCT path_in_schema FROM parquet_metadata($1) WHERE encodings LIKE '%DICTIONARY%'", files[0])
		if err != nil {
			return nil, err
		}
		for _, c := range b.release.Manifest.Tables[table].Columns {
			if c.Type == "VARCHAR" {
				holders[c.Name] = append(holders[c.Name], b.parquet(table))
				encoded[c.Name] = encoded[c.Name] || slices.Contains(columns, c.Name)
			}
		}
	}
	maps.DeleteFunc(holders, func(column string, _ []string) bool { return !encoded[column] })
	return holders, nil
}

func (b *builder) wordsOf(ctx context.Context, column string, sources []string) error {
	name := engine.QuoteName(column)
	var selects []string
	for _, source := range sources {
		selects = append(selects, "SELECT "+name+" AS word FROM "+source)
	}
	err := b.exec(ctx, fmt.Sprintf(`CREATE OR REPLACE TEMP TABLE word AS
		SELECT DISTINCT word FROM (%s) WHERE word IS NOT NULL LIMIT %d`, strings.Join(selects, " UNION ALL "), maxWords+1))
	if err != nil {
		return err
	}
	count, err := readColumn(ctx, b.conn, "SELECT CASE WHEN count(*) BETWEEN 1 AND $1 THEN 'some' ELSE 'none or too many' END FROM word", maxWords)
	if err != nil || count[0] != "some" {
		return err
	}
	b.enums[column] = true
	return b.exec(ctx, "CREATE TYPE lake."+name+" AS ENUM (SELECT word FROM word ORDER BY word)")
}

// tables fills lake.TABLE for every table of the release; one without files
// is there too, empty.
func (b *builder) tables(ctx context.Context) error {
	for _, table := range b.factTables() {
		begun := time.Now()
		if err := b.create(ctx, table); err != nil {
			return fmt.Errorf("table %s: %w", table, err)
		}
		if err := b.load(ctx, table); err != nil {
			return fmt.Errorf("table %s: %w", table, err)
		}
		b.done("lake."+string(table), begun)
	}
	return b.create(ctx, lake.CheckResults)
}

func target(table lake.Table) string { return "lake." + engine.QuoteName(string(table)) }

func (b *builder) create(ctx context.Context, table lake.Table) error {
	var columns []string
	for _, c := range b.release.Manifest.Tables[table].Columns {
		name, typ := engine.QuoteName(c.Name), c.Type
		if b.enums[c.Name] && typ == "VARCHAR" && table != lake.CheckResults {
			typ = "lake." + name
		}
		columns = append(columns, name+" "+typ)
	}
	return b.exec(ctx, "CREATE TABLE "+target(table)+" ("+strings.Join(columns, ", ")+")")
}

// load copies a table's files, and counts what arrived.
func (b *builder) load(ctx context.Context, table lake.Table) error {
	m := b.release.Manifest.Tables[table]
	if len(m.Files) == 0 {
		return nil
	}
	var names []string
	for _, c := range m.Columns {
		names = append(names, engine.QuoteName(c.Name))
	}
	if err := b.exec(ctx, "INSERT INTO "+target(table)+" SELECT "+strings.Join(names, ", ")+" FROM "+b.parquet(table)); err != nil {
		return err
	}
	rows, err := readColumn(ctx, b.conn, "SELECT count(*)::VARCHAR FROM "+target(table))
	if err == nil && rows[0] != fmt.Sprint(m.Rows) {
		err = fmt.Errorf("its files have %s rows, the manifest says %d: see sanpin release verify", rows[0], m.Rows)
	}
	return err
}

// settings creates lake.setting. Whether samples are shown is asked of the
// session, so that one file answers both ways.
func (b *builder) settings(options BuildOptions) func(context.Context) error {
	rows := []string{fmt.Sprintf("SELECT %s AS name, coalesce(getvariable(%[1]s)::VARCHAR, '%t') AS value", engine.Quote(showSample), options.Sample)}
	for _, name := range slices.Sorted(maps.Keys(options.Settings)) {
		rows = append(rows, "SELECT "+engine.Quote(name)+", "+engine.Quote(options.Settings[name]))
	}
	return func(ctx context.Context) error {
		return b.exec(ctx, "CREATE VIEW lake.setting AS "+strings.Join(rows, " UNION ALL "))
	}
}

// check checks the model's claims and keeps the results in their table.
func (b *builder) check(ctx context.Context) (err error) {
	if b.results, err = runChecks(ctx, b.conn, b.model.files, b.done); err != nil {
		return err
	}
	for _, r := range b.results {
		err := b.exec(ctx, "INSERT INTO "+target(lake.CheckResults)+` ("check", severity, rows, claim, example) VALUES ($1, $2, $3, $4, $5)`,
			r.Check, r.Severity, r.Rows, r.Claim, r.Example)
		if err != nil {
			return err
		}
	}
	return nil
}
