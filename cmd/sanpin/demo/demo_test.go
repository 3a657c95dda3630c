package demo

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/etl/grid"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

// scan is the filing that must be refused: a picture that calls itself .xlsx.
const scan = "待核对/申报表扫描件.xlsx"

// contents gives the embedded filings by path.
func contents(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := fs.WalkDir(Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all[name], err = fs.ReadFile(Files(), name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFiles(t *testing.T) {
	all := contents(t)
	total, base, format := 0, map[string]string{}, map[string]int{}
	for name, body := range all {
		if len(body) == 0 {
			t.Errorf("%s is empty", name)
		}
		if path.Dir(name) == "." || strings.Count(name, "/") != 1 {
			t.Errorf("%s does not stand in the folder of a filer", name)
		}
		if other, ok := base[path.Base(name)]; ok {
			t.Errorf("%s and %s have one name", name, other)
		}
		base[path.Base(name)] = name
		format[path.Ext(name)]++
		total += len(body)
	}
	if total >= 400_000 {
		t.Errorf("the filings have %d bytes, want less than 400000", total)
	}
	for ext, want := range map[string]int{".xlsx": 5, ".xls": 3, ".csv": 3, ".html": 2} {
		if format[ext] < want {
			t.Errorf("%d filings are %s, want at least %d", format[ext], ext, want)
		}
	}
}

// A file whose name the compiler drops, for it begins with a dot, would be
// missing from the binary only.
func TestEmbedsAllOfTheFolder(t *testing.T) {
	all := contents(t)
	err := filepath.WalkDir("filings", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inbox := filepath.ToSlash(strings.TrimPrefix(name, "filings"+string(filepath.Separator)))
		held, err := os.ReadFile(name)
		if body, ok := all[inbox]; !ok || !bytes.Equal(body, held) {
			t.Errorf("%s is not embedded as it stands in the folder", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEachFilingNamesItsSources(t *testing.T) {
	for name, body := range contents(t) {
		if name == scan {
			continue
		}
		for _, table := range read(t, name, body) {
			if len(table.Rows) < 3 {
				t.Errorf("%s: %q has %d rows", name, table.Title, len(table.Rows))
			}
			named := strings.Contains(strings.Join(table.Notes, "\n"), "资料来源")
			for _, c := range table.Columns {
				named = named || strings.Join(c.Path, "/") == "来源"
			}
			if !named && !strings.Contains(table.Title, "示例") {
				t.Errorf("%s: %q names no source and does not call itself 示例", name, table.Title)
			}
		}
	}
}

func TestScanIsRefused(t *testing.T) {
	_, err := open(contents(t)[scan])
	var refused *sheet.Error
	if !errors.As(err, &refused) || refused.Code != sheet.NoText {
		t.Errorf("open %s = %v, want an error that says it holds no text", scan, err)
	}
}

// The README describes every filing.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range contents(t) {
		if !strings.Contains(string(text), path.Base(name)) {
			t.Errorf("README.md does not describe %s", name)
		}
	}
}

func open(body []byte) (sheet.Book, error) {
	return grid.Open(bytes.NewReader(body), int64(len(body)), sheet.Limits{})
}

func read(t *testing.T, name string, body []byte) []*layout.Table {
	t.Helper()
	book, err := open(body)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer book.Close()
	var tables []*layout.Table
	for s, err := range book.Sheets() {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		g, err := sheet.Hold(s, sheet.Limits{}.WithDefaults())
		s.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tables = append(tables, layout.Read(g)...)
	}
	if len(tables) == 0 {
		t.Errorf("%s: no table found", name)
	}
	return tables
}
