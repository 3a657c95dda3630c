// Package sanpin_test holds the tests that are about the repository as a
// whole: which package may import which, and that README.md tells the truth.
package sanpin_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of the module at whose root these tests stand.
const module = "sanpin"

// mayImport says which packages of this module each package may import. A name
// that ends in /... stands for a folder and all below it; of the keys that fit
// a package the longest rules it. Modules of others are not judged here: each
// has a line in README.md, which docs_test.go holds it to.
//
// The arrows that matter are cmd -> etl -> etl/* and warehouse, and cmd ->
// warehouse/server -> warehouse -> engine, lake, sql. The warehouse knows nothing
// of the ETL: the row types of the lake are the whole contract between them.
var mayImport = map[string][]string{
	".": {},

	"cmd/...": {"cmd/...", "etl/...", "warehouse/...", "sql"},

	"etl":          {"etl/...", "warehouse", "warehouse/lake", "sql"}, // sql: a release is read again when the code lists change
	"etl/intake":   {"warehouse/lake/durable"},                        // how a file is put on the disk for good
	"etl/grid/...": {"etl/grid/...", "etl/clean"},
	"etl/form":     {"etl/grid/layout", "etl/grid/sheet", "etl/clean", "warehouse/lake", "sql"},
	"etl/judge":    {"etl/clean", "warehouse/lake"},
	"etl/clean":    {"sql"},
	"etl/generate": {"warehouse/lake", "sql"}, // it makes up rows and filings, and reads none

	"warehouse/server/...":  {"warehouse/server/...", "warehouse", "warehouse/dialect/...", "warehouse/encode", "warehouse/engine", "warehouse/lake"},
	"warehouse":             {"warehouse/engine", "warehouse/lake/...", "warehouse/dialect/...", "sql"},
	"warehouse/cluster":     {"warehouse", "warehouse/encode", "warehouse/engine", "warehouse/lake", "sql"},
	"warehouse/docs":        {"warehouse", "sql"},
	"warehouse/encode":      {"warehouse/engine"},
	"warehouse/engine":      {},
	"warehouse/dialect/...": {"warehouse/dialect/...", "warehouse/engine"}, // its scalar functions are written on the engine's rows
	"warehouse/lake/...":    {"warehouse/lake/..."},

	"sql": {},
}

// testsMayImport is what test files may import besides: what they hold the
// package against.
var testsMayImport = map[string][]string{
	"etl/...":   {"etl/..."}, // a stage is tried on what the stages before it give
	"warehouse": {"warehouse/..."},
	"sql":       {"warehouse/engine", "warehouse/lake", "warehouse/dialect/..."}, // the views are run

	"warehouse/server/...": {"sql"}, // no view may make answers volatile
}

// TestImports holds the directions of DESIGN.md, section 2.
func TestImports(t *testing.T) {
	files := goFiles(t)
	if len(files) < 100 {
		t.Errorf("found %d Go files; there are more: is this the root of the repository?", len(files))
	}
	for _, file := range files {
		for _, wrong := range wrongImports(t, file) {
			t.Error(wrong)
		}
	}
}

// TestImportRules makes sure that the rules can say no.
func TestImportRules(t *testing.T) {
	for _, test := range []struct {
		file, target string
		want         bool
	}{
		{"cmd/sanpin/refresh.go", "etl", true},
		{"etl/etl.go", "warehouse/lake", true},
		{"etl/etl.go", "warehouse/engine", false},
		{"etl/etl.go", "cmd/sanpin/demo", false},
		{"etl/etl_test.go", "cmd/sanpin/demo", false},
		{"etl/clean/region.go", "sql", true},
		{"etl/clean/region.go", "etl/form", false},
		{"etl/grid/layout/words.go", "etl/clean", true},
		{"etl/grid/xls/xls.go", "warehouse/lake", false},
		{"warehouse/query.go", "warehouse/engine", true},
		{"warehouse/query.go", "etl", false},
		{"warehouse/release_test.go", "etl/clean", false},
		{"warehouse/query.go", "warehouse/server", false},
		{"warehouse/engine/rows.go", "warehouse", false},
		{"warehouse/lake/read.go", "warehouse/lake/durable", true},
		{"warehouse/lake/durable/durable.go", "warehouse", false},
		{"warehouse/server/rest/query.go", "warehouse", true},
		{"warehouse/server/rest/query.go", "sql", false}, // no SQL text in the server
		{"warehouse/server/rest/query_test.go", "etl", false},
		{"sql/embed.go", "warehouse/engine", false},
		{"sql/model_test.go", "warehouse/engine", true},
		{"unheard/of/package.go", "sql", false},
	} {
		if got := allowed(test.file, test.target); got != test.want {
			t.Errorf("allowed(%s, %s) = %v, want %v", test.file, test.target, got, test.want)
		}
	}
}

// goFiles lists the Go files of the module, tests too, with slashes.
func goFiles(t *testing.T) (files []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(file, ".go") {
			files = append(files, filepath.ToSlash(file))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// wrongImports says of each import of a file that no rule allows what is wrong.
func wrongImports(t *testing.T, file string) (wrong []string) {
	t.Helper()
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, filepath.FromSlash(file), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		target, ours := strings.CutPrefix(name, module+"/")
		if ours && !allowed(file, target) {
			wrong = append(wrong, fmt.Sprintf("%s: %s may not import %s: it may import %q (imports_test.go says why)",
				set.Position(spec.Pos()), path.Dir(file), target, rule(mayImport, path.Dir(file))))
		}
	}
	return wrong
}

// allowed tells whether a file may import a package of this module. Any test
// may import the package that it stands beside.
func allowed(file, target string) bool {
	from := path.Dir(file)
	may := rule(mayImport, from)
	if strings.HasSuffix(file, "_test.go") {
		may = append(slices.Clone(may), rule(testsMayImport, from)...)
		may = append(may, from)
	}
	return slices.ContainsFunc(may, func(pattern string) bool { return fits(pattern, target) })
}

// rule finds the rule of the longest key that fits a package.
func rule(rules map[string][]string, name string) []string {
	best := ""
	for pattern := range rules {
		if fits(pattern, name) && len(pattern) > len(best) {
			best = pattern
		}
	}
	return rules[best]
}

func fits(pattern, name string) bool {
	folder, below := strings.CutSuffix(pattern, "/...")
	return name == folder || below && strings.HasPrefix(name, folder+"/")
}
