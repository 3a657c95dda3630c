// Package sql holds the model: what the numbers of a release mean, as SQL text.
//
// Everything is text that an analyst can read; this file only carries it into
// the binary and says in which order the views are created:
//
//	reference/NAME.csv + NAME.sql  code lists: data, and the table reference.NAME
//	macro.sql                      Trino's names of functions, for DuckDB
//	staging/NAME.sql               one view per lake table: rename and cast
//	core/NAME.sql                  one row per thing: keys, vintages, comparisons
//	mart/NAME.sql                  what analysts query
//	zh/NAME.sql                    mart with Chinese view and column names
//	tests/NAME.sql                 one claim: a query for the rows that break it
//	examples/NAME.sql              one question: a query that docs and UI show
//
// A view file starts with a comment that names its grain, holds one CREATE
// VIEW, and ends with COMMENT ON for the view and each of its columns. The
// views are written in the SQL that DuckDB and Trino answer equally; the lint
// of this package holds them to it. A test file starts with a comment that is
// its claim; a second comment line "severity: warning" lets a release be
// published although rows break the claim.
//
// Views on views on views are read well and planned slowly, and Trino refuses
// the deepest: whoever serves a release keeps core as tables. Only what reads
// staging.setting must stay a view: see [Kept].
package sql

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// FS holds the files of the model, by the paths of the package comment.
//
//go:embed reference/*.csv reference/*.sql macro.sql staging core mart zh tests examples
var FS embed.FS

// Layers are the schemas of the views, lowest first. A view reads from lower
// layers and from views of its own layer that come before it in [Views].
var Layers = []string{"staging", "core", "mart", "zh"}

// A View is one view file. Text is the whole file: CREATE VIEW and comments,
// statements separated by semicolons.
type View struct {
	Schema, Name string
	File         string // path in FS
	Text         string
}

// Views returns the views in an order in which they can be created. It fails
// only on a model that reads in a circle.
func Views() ([]View, error) {
	var views []View
	for _, layer := range Layers {
		read, err := readLayer(layer)
		if err != nil {
			return nil, err
		}
		ordered, err := order(read)
		if err != nil {
			return nil, fmt.Errorf("order views of %s: %w", layer, err)
		}
		views = append(views, ordered...)
	}
	return views, nil
}

func readLayer(layer string) ([]View, error) {
	files, err := fs.Glob(FS, layer+"/*.sql")
	if err != nil {
		return nil, err
	}
	var views []View
	for _, file := range files {
		text, err := fs.ReadFile(FS, file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(path.Base(file), ".sql")
		views = append(views, View{Schema: layer, Name: name, File: file, Text: string(text)})
	}
	return views, nil
}

// order sorts views of one layer so that each comes after those it reads.
func order(views []View) ([]View, error) {
	var done []View
	isDone := map[string]bool{}
	read := make([]map[string]bool, len(views))
	for i, v := range views {
		read[i] = Named(v.Text)
	}
	for len(done) < len(views) {
		before := len(done)
		for i, v := range views {
			waits := slices.ContainsFunc(views, func(w View) bool {
				return w.Name != v.Name && !isDone[w.Name] && read[i][w.Full()]
			})
			if !isDone[v.Name] && !waits {
				done, isDone[v.Name] = append(done, v), true
			}
		}
		if len(done) == before {
			return nil, fmt.Errorf("the views read each other in a circle; first of them: %s", notDone(views, isDone))
		}
	}
	return done, nil
}

func notDone(views []View, isDone map[string]bool) string {
	i := slices.IndexFunc(views, func(v View) bool { return !isDone[v.Name] })
	return views[i].File
}

// Kept says, by file, which views a server keeps as tables: a release does not
// change, and a mart reads some views of core many times over, each of which
// holds windows over all facts. What depends on the session's settings cannot
// be kept, nor what reads that.
func Kept(views []View) map[string]bool {
	kept := map[string]bool{}
	asking := []string{"staging.setting"}
	for _, v := range views {
		read := Named(v.Text)
		if slices.ContainsFunc(asking, func(name string) bool { return read[name] }) {
			asking = append(asking, v.Full())
		} else if v.Schema == "core" {
			kept[v.File] = true
		}
	}
	return kept
}

// prose is what a file says without doing it: comments and string literals.
var prose = regexp.MustCompile(`--[^\n]*|'(?:[^']|'')*'`)

// dotted is a name in a schema, as a view writes it: mart.brand, zh."品牌".
var dotted = regexp.MustCompile(`\b([a-z]+)\.(?:"([^"]+)"|(\w+))`)

// Named are the dotted names in a text of the model, as [View.Full] gives them;
// those in comments and strings do not count.
func Named(text string) map[string]bool {
	names := map[string]bool{}
	for _, m := range dotted.FindAllStringSubmatch(prose.ReplaceAllString(text, " "), -1) {
		names[m[1]+"."+m[2]+m[3]] = true
	}
	return names
}

// Full is a view's name with its schema: mart.brand.
func (v View) Full() string { return v.Schema + "." + v.Name }

// shows is the mart that a view of zh reads.
var shows = regexp.MustCompile(`\nFROM (mart\.\w+);`)

// Twin is the mart that a view of zh shows in Chinese; "" of any other view.
func (v View) Twin() string {
	if m := shows.FindStringSubmatch(v.Text); v.Schema == "zh" && m != nil {
		return m[1]
	}
	return ""
}
