package docx

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"sanpin/etl/grid/sheet"
)

var fuzzLimits = sheet.Limits{InflatedBytes: 1 << 22, TextBytes: 1 << 12, Cells: 10_000, Sheets: 20, Spans: 1000, Depth: 60, Entries: 50}

// FuzzDocument reads arbitrary XML as a document and as its styles.
func FuzzDocument(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(usual(tight(a.Files[0].Data))["word/document.xml"]), []byte(oneStyle))
	}
	f.Fuzz(func(t *testing.T, main, styles []byte) {
		parts := usual("")
		parts["word/document.xml"], parts["word/styles.xml"] = string(main), string(styles)
		data := pack(parts)
		book, err := Open(bytes.NewReader(data), int64(len(data)), fuzzLimits)
		if err != nil {
			checkError(t, err)
			return
		}
		parts = map[string]string{}
		for s, err := range book.Sheets() {
			if err != nil {
				checkError(t, err)
				continue
			}
			if parts[s.Meta().Part] != "" {
				t.Fatalf("two tables are called %q", s.Meta().Part)
			}
			parts[s.Meta().Part] = "seen"
			checkTable(t, s)
		}
	})
}

func checkError(t *testing.T, err error) {
	var refused *sheet.Error
	if !errors.As(err, &refused) || refused.Cause == "" || refused.Remedy == "" {
		t.Fatalf("error %#v is no sheet.Error with cause and remedy", err)
	}
}

// checkTable holds a table to what [sheet.Sheet] promises: rows and columns
// ascend, cells are filled, no two spans overlap, only the first cell of one is
// filled.
func checkTable(t *testing.T, s sheet.Sheet) {
	g, err := sheet.Hold(s, fuzzLimits)
	if err != nil {
		checkError(t, err)
		return
	}
	if g.Rows == 0 {
		t.Fatalf("%s has no rows", g.Meta.Part)
	}
	for i, a := range g.Spans {
		if a.R1 < a.R0 || a.C1 < a.C0 || a.R0 == a.R1 && a.C0 == a.C1 {
			t.Fatalf("span %v", a)
		}
		for _, b := range g.Spans[:min(i, 200)] {
			if a.R0 <= b.R1 && b.R0 <= a.R1 && a.C0 <= b.C1 && b.C0 <= a.C1 {
				t.Fatalf("spans %v and %v overlap", a, b)
			}
		}
		for r := a.R0; r <= min(a.R1, g.Rows-1) && i < 100; r++ {
			for c := a.C0; c <= min(a.C1, g.Cols-1); c++ {
				if (r > a.R0 || c > a.C0) && g.At(r, c).Kind != sheet.Blank {
					t.Fatalf("span %v has %q in it", a, g.At(r, c).Text)
				}
			}
		}
	}
}
