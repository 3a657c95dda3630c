// Package docs writes the model of a release as a site of static pages: what
// each view means, its columns and units, what it reads and who reads it, the
// claims and examples about it, and how fresh it is.
//
// The one idea: everything is taken from where it stands already, the comments
// in the views' own files and the release itself; nothing is written twice.
// The pages need no network and no server.
package docs

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"

	"sanpin/sql"
	"sanpin/warehouse"
)

//go:embed *.tmpl style.css
var files embed.FS

var pages = template.Must(template.ParseFS(files, "*.tmpl"))

// site is what the pages show.
type site struct {
	Release, CreatedAt string
	Filings            int64
	Sample             bool
	Schemas            []schema
}

type schema struct {
	Name, Meaning string
	Views         []*view
}

// view is one page.
type view struct {
	Site            *site
	Schema, Name    string
	Comment, Grain  string
	Twin            string // the view of zh, or the mart
	Columns         []column
	Reads, ReadBy   []*view
	Tests, Examples []file
	SQL             string
	Rows, Newest    string          // freshness; "" where nothing can be told
	named           map[string]bool // what its SQL names, by full name
}

// Full is the name with its schema; Page the file of its page.
func (v *view) Full() string { return v.Schema + "." + v.Name }
func (v *view) Page() string { return v.Schema + "-" + v.Name + ".html" }

type column struct{ Name, Type, Comment, Twin, Metric string }

// file is a claim or an example: its first line and its text.
type file struct{ Name, Says, Text, Answer string }

var schemaMeaning = map[string]string{
	"mart": "what analysts query", "zh": "the marts with Chinese names",
	"core": "one row per thing, all vintages", "reference": "code lists", "ops": "how the service is used",
}

// Write writes the site of an open release into a folder, which it makes.
func Write(ctx context.Context, w *warehouse.Warehouse, dir string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write the pages of release %s to %s: %w", w.Release.ID, dir, err)
		}
	}()
	s, err := collect(ctx, w)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	style, err := files.ReadFile("style.css")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "style.css"), style, 0o644); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "index.html"), "index.tmpl", s); err != nil {
		return err
	}
	for _, schema := range s.Schemas {
		for _, v := range schema.Views {
			if err := write(filepath.Join(dir, v.Page()), "view.tmpl", v); err != nil {
				return err
			}
		}
	}
	return nil
}

func write(name, page string, data any) error {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, page, data); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// collect gathers all pages.
func collect(ctx context.Context, w *warehouse.Warehouse) (*site, error) {
	catalog, err := w.Catalog(ctx)
	if err != nil {
		return nil, err
	}
	m := w.Release.Manifest
	s := &site{Release: w.Release.ID, CreatedAt: m.CreatedAt.Format("2006-01-02 15:04"), Filings: m.Filings.Loaded, Sample: catalog.Sample}
	byName := map[string]*view{}
	for _, from := range catalog.Schemas {
		to := schema{Name: from.Name, Meaning: schemaMeaning[from.Name]}
		for _, v := range from.Views {
			page := &view{Site: s, Schema: v.Schema, Name: v.Name, Comment: v.Comment}
			for _, c := range v.Columns {
				page.Columns = append(page.Columns, column{Name: c.Name, Type: c.Type, Comment: c.Comment})
			}
			byName[page.Full()] = page
			to.Views = append(to.Views, page)
		}
		s.Schemas = append(s.Schemas, to)
	}
	if err := readModel(byName); err != nil {
		return nil, err
	}
	return s, fresh(ctx, w, s)
}

// readModel adds what the files of package sql say of the views.
func readModel(byName map[string]*view) error {
	views, err := sql.Views()
	if err != nil {
		return err
	}
	for _, from := range views {
		v := byName[from.Full()]
		if v == nil {
			continue
		}
		body, _, _ := strings.Cut(from.Text, "\nCOMMENT ON ")
		v.SQL, v.named = strings.TrimSpace(body), sql.Named(body)
		v.Grain = grain(body)
		if mart := byName[from.Twin()]; mart != nil {
			v.pair(mart)
		}
	}
	for _, v := range byName {
		for _, other := range byName {
			if v != other && v.named[other.Full()] {
				v.Reads, other.ReadBy = append(v.Reads, other), append(other.ReadBy, v)
			}
		}
	}
	for _, v := range byName {
		sortViews(v.Reads)
		sortViews(v.ReadBy)
	}
	return readFiles(byName)
}

// pair makes two views known to each other as English and Chinese.
func (v *view) pair(mart *view) {
	v.Twin, mart.Twin = mart.Full(), v.Full()
	for i := range mart.Columns {
		if i < len(v.Columns) {
			mart.Columns[i].Twin, v.Columns[i].Twin = v.Columns[i].Name, mart.Columns[i].Name
		}
	}
}

// grain is the comment that a view's file starts with.
func grain(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "--")
		if !ok {
			break
		}
		lines = append(lines, strings.TrimSpace(comment))
	}
	return strings.Join(lines, " ")
}

// readFiles adds the claims and the examples that name a view.
func readFiles(byName map[string]*view) error {
	for _, folder := range []string{"tests", "examples"} {
		found, err := fs.Glob(sql.FS, folder+"/*.sql")
		if err != nil {
			return err
		}
		for _, name := range found {
			text, err := fs.ReadFile(sql.FS, name)
			if err != nil {
				return err
			}
			first, _, _ := strings.Cut(string(text), "\n")
			f := file{Name: strings.TrimSuffix(path.Base(name), ".sql"), Says: strings.TrimPrefix(first, "-- "), Text: strings.TrimSpace(string(text))}
			named := sql.Named(string(text))
			for _, v := range byName {
				switch {
				case !named[v.Full()]:
				case folder == "tests":
					v.Tests = append(v.Tests, f)
				default:
					v.Examples = append(v.Examples, f)
				}
			}
		}
	}
	return nil
}

// newest are the columns by which the freshness of a view is told.
var newest = []string{"year", "list_year", "month", "published_on"}

// fresh counts the rows of marts, says what their newest row is of, and
// answers their examples.
func fresh(ctx context.Context, w *warehouse.Warehouse, s *site) error {
	for _, schema := range s.Schemas {
		if schema.Name != "mart" {
			continue
		}
		for _, v := range schema.Views {
			ask := "SELECT count(*)::VARCHAR FROM mart." + v.Name
			for _, column := range newest {
				if hasColumn(v, column) {
					ask = fmt.Sprintf("SELECT count(*)::VARCHAR, coalesce(max(%s)::VARCHAR, '') FROM mart.%s", column, v.Name)
					break
				}
			}
			answer, err := table(ctx, w, ask, 1)
			if err != nil {
				return err
			}
			v.Rows = answer[1][0]
			if len(answer[1]) > 1 {
				v.Newest = answer[1][1]
			}
			for i := range v.Examples {
				rows, err := table(ctx, w, v.Examples[i].Text, 5)
				if err != nil {
					return fmt.Errorf("example %s: %w", v.Examples[i].Name, err)
				}
				v.Examples[i].Answer = lines(rows)
			}
		}
	}
	return nil
}

func hasColumn(v *view, name string) bool {
	for _, c := range v.Columns {
		if c.Name == name {
			return true
		}
	}
	return false
}

func lines(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, " | ") + "\n")
	}
	return b.String()
}

// table answers a small question as text: names first, then rows.
func table(ctx context.Context, w *warehouse.Warehouse, question string, most int64) ([][]string, error) {
	result, err := w.Query(ctx, warehouse.Request{SQL: question, MaxRows: most, Sample: true})
	if err != nil {
		return nil, err
	}
	defer result.Close()
	var head []string
	for _, f := range result.Schema().Fields() {
		head = append(head, f.Name)
	}
	all := [][]string{head}
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, texts(batch)...)
	}
}

func texts(batch arrow.RecordBatch) (rows [][]string) {
	for row := range int(batch.NumRows()) {
		var line []string
		for _, column := range batch.Columns() {
			if column.IsNull(row) {
				line = append(line, "")
			} else {
				line = append(line, column.ValueStr(row))
			}
		}
		rows = append(rows, line)
	}
	return rows
}

// TwinPage is the page of the view that has the same columns.
func (s *site) TwinPage(v *view) string { return strings.Replace(v.Twin, ".", "-", 1) + ".html" }
