package sql_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/sql"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

var update = flag.Bool("update", false, "write what the queries answer into testdata/query")

// TestQueries asks the fixture what testdata/query/*.txt ask and compares the
// answers. Blocks of a file are separated by blank lines: "# comment", "exec"
// and statements, or a query, "----" and the rows expected.
func TestQueries(t *testing.T) {
	files, err := filepath.Glob("testdata/query/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no query files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := answer(t, model(t), string(text))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// answer returns the text of a query file with the rows that the model gives.
func answer(t *testing.T, conn *engine.Conn, text string) string {
	blocks := strings.Split(strings.TrimSpace(text), "\n\n")
	for i, block := range blocks {
		switch query, _, ok := strings.Cut(block, "\n----"); {
		case strings.HasPrefix(block, "exec\n"):
			change(t, conn, strings.TrimPrefix(block, "exec\n"), strings.Join(blocks[i+1:], "\n"))
		case ok:
			blocks[i] = query + "\n----\n" + strings.Join(rows(t, conn, query), "\n")
		case !strings.HasPrefix(block, "#"):
			t.Fatalf("block %d is no comment, exec or query with ----:\n%s", i+1, block)
		}
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// TestClaims holds the fixture to the claims of sql/tests, and each claim to
// its purpose: what testdata/break adds must break it.
func TestClaims(t *testing.T) {
	for _, file := range list(t, "tests") {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".sql"), func(t *testing.T) {
			claim := read(t, file)
			conn := model(t)
			isWarning := strings.Contains(claim, "\n-- severity: warning\n")
			if got := rows(t, conn, claim)[1:]; len(got) > 0 && !isWarning {
				t.Errorf("the fixture breaks the claim:\n%s", strings.Join(got, "\n"))
			}
			before := len(rows(t, conn, claim))
			breakage, err := os.ReadFile("testdata/break/" + name)
			if err != nil {
				t.Fatalf("no case that breaks the claim: %v", err)
			}
			change(t, conn, string(breakage), claim)
			if got := rows(t, conn, claim); len(got) <= before {
				t.Errorf("testdata/break/%s does not break the claim", name)
			}
		})
	}
}

// TestExamples runs every example on the fixture: each has an answer.
func TestExamples(t *testing.T) {
	conn := model(t)
	subjects := map[string]int{}
	for _, file := range list(t, "examples") {
		text := read(t, file)
		question, _, _ := strings.Cut(text, "\n")
		if !strings.HasPrefix(question, "-- ") || !hasChinese(question) || !strings.Contains(question, "?") {
			t.Errorf("%s: first line is not a question in English and Chinese: %s", file, question)
		}
		if len(rows(t, conn, text)) < 2 {
			t.Errorf("%s: no row on the fixture", file)
		}
		subject, _, _ := strings.Cut(filepath.Base(file), "-")
		subjects[subject]++
	}
	for _, subject := range []string{"brand", "patent", "rd_intensity", "three_products", "cluster", "yoy", "quality", "target", "quarantine",
		"project", "rating", "certification", "chain", "list", "ranking"} {
		if subjects[subject] < 3 {
			t.Errorf("subject %s has %d examples, want 3", subject, subjects[subject])
		}
	}
}

func hasChinese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
}

// TestComments: every view and every column above staging says what it is, and
// every reference table and its columns too.
func TestComments(t *testing.T) {
	got := rows(t, views(t), `
SELECT concat(schema_name, '.', view_name) AS name
FROM duckdb_views()
WHERE NOT internal AND comment IS NULL
UNION ALL
SELECT concat(schema_name, '.', table_name, '.', column_name)
FROM duckdb_columns()
WHERE schema_name IN ('core', 'mart', 'zh', 'reference') AND comment IS NULL
ORDER BY 1`)
	if len(got) > 1 {
		t.Errorf("without a comment:\n%s", strings.Join(got[1:], "\n"))
	}
}

// TestChineseTwins: zh has one view for each mart, with all of its columns in
// their order and none of its own.
func TestChineseTwins(t *testing.T) {
	conn := views(t)
	twins := map[string]string{}
	for _, file := range list(t, "zh") {
		text := read(t, file)
		_, from, _ := strings.Cut(text, "\nFROM mart.")
		name, _, _ := strings.Cut(from, ";")
		twins[name] = strings.TrimSuffix(filepath.Base(file), ".sql")
	}
	for _, file := range list(t, "mart") {
		name := strings.TrimSuffix(filepath.Base(file), ".sql")
		if twins[name] == "" {
			t.Errorf("mart.%s has no view in zh", name)
			continue
		}
		const types = `SELECT column_index, data_type FROM duckdb_columns() WHERE schema_name = '%s' AND table_name = '%s' ORDER BY 1`
		want := rows(t, conn, fmt.Sprintf(types, "mart", name))
		got := rows(t, conn, fmt.Sprintf(types, "zh", twins[name]))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("zh.%s is not mart.%s (-mart +zh):\n%s", twins[name], name, diff)
		}
	}
}

// TestLakeTables holds the fixture's tables to the row types of package lake:
// the views are written against those.
func TestLakeTables(t *testing.T) {
	conn := model(t)
	for table, row := range map[string]any{
		"observation": lake.Observation{}, "title_event": lake.TitleEvent{}, "brand_valuation": lake.BrandValuation{},
		"list_entry": lake.ListEntry{}, "target": lake.Target{}, "filing": lake.Filing{}, "reject": lake.Reject{},
		"check_result":     lake.CheckResult{},
		"project":          lake.Project{},
		"rating":           lake.Rating{},
		"chain_node":       lake.ChainNode{},
		"chain_link":       lake.ChainLink{},
		"chain_risk":       lake.ChainRisk{},
		"prosperity_index": lake.ProsperityIndex{},
		"standard":         lake.Standard{},
		"platform":         lake.Platform{},
		"enterprise":       lake.Enterprise{},
	} {
		want := columns(reflect.TypeOf(row))
		got := rows(t, conn, "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'lake' AND table_name = '"+table+"'")[1:]
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("lake.%s in testdata/lake.sql (-package lake +fixture):\n%s", table, diff)
		}
	}
}

func columns(row reflect.Type) []string {
	var names []string
	for i := range row.NumField() {
		field := row.Field(i)
		if field.Anonymous {
			names = append(names, columns(field.Type)...)
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("parquet"), ",")
		names = append(names, name)
	}
	return names
}

// Databases with the reference tables, the fixture and all views: as the files
// say, and with core kept as tables, as whoever serves a release keeps them.
var (
	sharedViews  = sync.OnceValues(func() (*engine.DB, error) { return build(false) })
	sharedTables = sync.OnceValues(func() (*engine.DB, error) { return build(true) })
)

// views returns a session of the database whose views are views.
func views(t *testing.T) *engine.Conn { return begin(t, sharedViews) }

// model returns a session of the database whose core is kept as tables, in a
// transaction of its own: what a test changes is gone after it.
func model(t *testing.T) *engine.Conn { return begin(t, sharedTables) }

func begin(t *testing.T, shared func() (*engine.DB, error)) *engine.Conn {
	t.Helper()
	db, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	conn := connect(t, db)
	exec(t, conn, "BEGIN")
	t.Cleanup(func() { exec(t, conn, "ROLLBACK") })
	return conn
}

// change runs statements that change the lake, and makes anew from it what a
// question reads of core.
func change(t *testing.T, conn *engine.Conn, text, question string) {
	t.Helper()
	exec(t, conn, text)
	if !strings.Contains(text, "lake.") {
		return // it changes core itself
	}
	all, err := sql.Views()
	if err != nil {
		t.Fatal(err)
	}
	needed := reached(all, question)
	for _, v := range kept(all) {
		if needed[v.Schema+"."+v.Name] {
			exec(t, conn, fill(v))
		}
	}
}

// named are the views that SQL names, quoted or not.
var named = regexp.MustCompile(`\b(core|mart|zh)\.(?:"([^"]+)"|(\w+))`)

// reached are the views that a question is answered from, down to the lake.
func reached(all []sql.View, question string) map[string]bool {
	texts := map[string]string{}
	for _, v := range all {
		texts[v.Schema+"."+v.Name] = statement(v.Text)
	}
	found := map[string]bool{}
	var walk func(text string)
	walk = func(text string) {
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			if name := m[1] + "." + m[2] + m[3]; !found[name] {
				found[name] = true
				walk(texts[name])
			}
		}
	}
	walk(question)
	return found
}

// kept are the views of core that become tables, in order: all but those that
// read a setting.
func kept(all []sql.View) []sql.View {
	var views []sql.View
	asking := []string{"staging.setting"}
	for _, v := range all {
		switch {
		case slices.ContainsFunc(asking, func(name string) bool { return strings.Contains(v.Text, name) }):
			asking = append(asking, v.Schema+"."+v.Name)
		case v.Schema == "core":
			views = append(views, v)
		}
	}
	return views
}

// fill makes the table of a view anew from what the view says, which stands
// beside it under another name.
func fill(v sql.View) string {
	return fmt.Sprintf(`CREATE OR REPLACE TABLE core.%s AS SELECT * FROM core."%[1]s (view)"`, v.Name)
}

func connect(t *testing.T, db *engine.DB) *engine.Conn {
	t.Helper()
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

// build makes a database in memory, whose core is views or tables.
func build(tables bool) (*engine.DB, error) {
	ctx := context.Background()
	db, err := engine.Open("", engine.Options{ExternalAccess: true, Threads: 2})
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	script, err := script(tables)
	if err != nil {
		return nil, err
	}
	for _, part := range script {
		if err := conn.Exec(ctx, part); err != nil {
			first, _, _ := strings.Cut(part, "\n")
			return nil, fmt.Errorf("%s …: %w", first, err)
		}
	}
	return db, nil
}

// script returns the statements that make the database, in order.
func script(tables bool) ([]string, error) {
	var parts []string
	for _, schema := range append([]string{"lake", "reference"}, sql.Layers...) {
		parts = append(parts, "CREATE SCHEMA "+schema)
	}
	references, err := fs.Glob(sql.FS, "reference/*.sql")
	if err != nil {
		return nil, err
	}
	for _, file := range append([]string{"macro.sql"}, references...) {
		part, err := fs.ReadFile(sql.FS, file)
		if err != nil {
			return nil, err
		}
		parts = append(parts, string(part))
		if name, ok := strings.CutPrefix(strings.TrimSuffix(file, ".sql"), "reference/"); ok {
			parts = append(parts, "COPY reference."+name+" FROM 'reference/"+name+".csv' (HEADER)")
		}
	}
	for _, file := range []string{"testdata/lake.sql", "testdata/fixture.sql"} {
		part, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		parts = append(parts, string(part))
	}
	views, err := sql.Views()
	core := map[string]bool{}
	for _, v := range kept(views) {
		core[v.Name] = tables && v.Schema == "core"
	}
	for _, v := range views {
		if v.Schema == "core" && core[v.Name] {
			parts = append(parts, strings.Replace(statement(v.Text), "core."+v.Name+" AS", `core."`+v.Name+` (view)" AS`, 1), fill(v))
		} else {
			parts = append(parts, v.Text)
		}
	}
	return parts, err
}

func exec(t *testing.T, conn *engine.Conn, text string) {
	t.Helper()
	if err := conn.Exec(context.Background(), text); err != nil {
		first, _, _ := strings.Cut(text, "\n")
		t.Fatalf("%s …: %v", first, err)
	}
}

// rows returns the answer as lines: the names of the columns, then a line for
// each row, values separated by " | ".
func rows(t *testing.T, conn *engine.Conn, query string) []string {
	t.Helper()
	result, err := conn.Query(context.Background(), query)
	if err != nil {
		t.Fatalf("%v, of:\n%s", err, query)
	}
	defer result.Close()
	var head []string
	for _, field := range result.Schema().Fields() {
		head = append(head, field.Name)
	}
	lines := []string{strings.Join(head, " | ")}
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return lines
		}
		if err != nil {
			t.Fatalf("%v, of:\n%s", err, query)
		}
		for row := range int(batch.NumRows()) {
			var line bytes.Buffer
			for i, column := range batch.Columns() {
				if i > 0 {
					line.WriteString(" | ")
				}
				if column.IsNull(row) {
					line.WriteString("NULL")
				} else {
					line.WriteString(column.ValueStr(row))
				}
			}
			lines = append(lines, line.String())
		}
	}
}

// list returns the .sql files of a folder of the model.
func list(t *testing.T, folder string) []string {
	t.Helper()
	files, err := fs.Glob(sql.FS, folder+"/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := fs.ReadFile(sql.FS, file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
