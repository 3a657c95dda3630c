package layout

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sanpin/etl/grid/sheet"
)

var update = flag.Bool("update", false, "rewrite the want part of testdata/*.txtar")

// TestRead reads the tables of testdata. Each file is one way in which tables
// are set: its grid (cells divided by |, \n a line break, a cell in «» a number),
// merged rectangles, and what is concluded, which -update rewrites.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var s textSheet
			want := -1
			for i, f := range a.Files {
				switch f.Name {
				case "grid":
					s.rows = strings.Split(strings.TrimRight(string(f.Data), "\n"), "\n")
				case "spans":
					s.readSpans(t, string(f.Data))
				case "before":
					s.meta.Before = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
				case "want":
					want = i
				}
			}
			s.meta.Part = "1"
			g, err := sheet.Hold(&s, sheet.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			got := describe(Read(g))
			if want < 0 {
				a.Files = append(a.Files, txtar.File{Name: "want"})
				want = len(a.Files) - 1
			}
			if *update {
				a.Files[want].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[want].Data), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", strings.TrimSpace(string(a.Comment)), diff)
			}
		})
	}
}

// describe prints what was concluded, a line for each thing.
func describe(tables []*Table) string {
	var b strings.Builder
	for i, t := range tables {
		fmt.Fprintf(&b, "table %d %s [%s] unit %s header %v notes %v\n", i+1, t.Title, t.TableNo, strings.Join(t.Units, ","), t.HeaderRows, t.NoteRows)
		for _, c := range t.Columns {
			unit := c.Unit
			if c.PerRow {
				unit = "per row"
			}
			fmt.Fprintf(&b, "  %s %s %s (%s)\n", sheet.ColumnName(c.Index), c.Role, strings.Join(c.Path, " / "), unit)
		}
		for _, r := range t.Rows {
			fmt.Fprintf(&b, "  %d %s %s", r.Index, r.Kind, r.Label)
			for _, c := range t.Cells {
				switch {
				case c.Row != r.Index:
				case c.Bad != nil:
					fmt.Fprintf(&b, " !%s", c.Raw)
				case c.Number.State.String() == "value":
					fmt.Fprintf(&b, " %s%s", c.Number.Value, c.Unit)
				default:
					fmt.Fprintf(&b, " %s", c.Number.State)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// textSheet is a sheet written as text.
type textSheet struct {
	meta  sheet.Meta
	rows  []string
	spans []sheet.Span
	next  int
}

func (s *textSheet) readSpans(t *testing.T, text string) {
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var p sheet.Span
		if _, err := fmt.Sscan(line, &p.R0, &p.C0, &p.R1, &p.C1); err != nil {
			t.Fatalf("span %q: %v", line, err)
		}
		s.spans = append(s.spans, p)
	}
}

func (s *textSheet) Meta() *sheet.Meta           { return &s.meta }
func (s *textSheet) Spans() ([]sheet.Span, bool) { return s.spans, true }
func (s *textSheet) Locate(row, col int) string  { return sheet.A1(row, col) }
func (s *textSheet) Close() error                { return nil }

func (s *textSheet) Next() (*sheet.Row, error) {
	if s.next == len(s.rows) {
		return nil, io.EOF
	}
	row := &sheet.Row{Index: s.next}
	for c, text := range strings.Split(s.rows[s.next], "|") {
		text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
		kind := sheet.Text
		if n, ok := strings.CutPrefix(text, "«"); ok {
			kind, text = sheet.Number, strings.TrimSuffix(n, "»")
		}
		if text != "" {
			row.Cells = append(row.Cells, sheet.Cell{Col: c, Kind: kind, Text: []byte(text)})
		}
	}
	s.next++
	return row, nil
}
