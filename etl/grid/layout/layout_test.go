package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sanpin/etl/grid/sheet"
	"sanpin/etl/grid/sheet/sheettest"
)

var update = flag.Bool("update", false, "rewrite the want part of testdata/*.txtar")

// TestRead reads the tables of testdata. Each file is one way in which tables
// are set: its grid (as package sheettest reads it),
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
			parts := map[string]string{}
			want := -1
			for i, f := range a.Files {
				parts[f.Name] = string(f.Data)
				if f.Name == "want" {
					want = i
				}
			}
			s, err := sheettest.Parse(parts["grid"], parts["spans"])
			if err != nil {
				t.Fatal(err)
			}
			if before := strings.TrimSpace(parts["before"]); before != "" {
				s.Info.Before = strings.Split(before, "\n")
			}
			if after := strings.TrimSpace(parts["after"]); after != "" {
				s.Info.After = strings.Split(after, "\n")
			}
			g, err := sheet.Hold(s, sheet.Limits{})
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
		if len(t.Notes) > len(t.NoteRows) {
			fmt.Fprintf(&b, "  notes %q\n", t.Notes)
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

// TestReadAfter: a table that says 续表 on a sheet of its own carries on title and
// unit of the one before; others do not.
func TestReadAfter(t *testing.T) {
	const first = "表3 各市产值\n单位：亿元\n地区|2021|2022|2023\n甲市|1|2|3\n乙市|4|5|6"
	for rows, want := range map[string]string{
		"续表3\n地区|2024|2025|\n甲市|7|8|\n乙市|9|10|": "各市产值 3 亿元",
		"续表\n地区|2024|2025|\n甲市|7|8|\n乙市|9|10|":  "各市产值 3 亿元",
		"地区|2024|2025|\n甲市|7|8|\n乙市|9|10|":      "  ",
		"表4 各市税收\n地区|2024|2025|\n甲市|7|8|":       "各市税收 4 ",
	} {
		var tables []*Table
		for i, text := range []string{first, rows} {
			s, err := sheettest.Parse(text, "")
			if err != nil {
				t.Fatal(err)
			}
			s.Info.Part = fmt.Sprint(i)
			g, err := sheet.Hold(s, sheet.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			var before *Table
			if len(tables) > 0 {
				before = tables[len(tables)-1]
			}
			tables = append(tables, ReadAfter(before, g)...)
		}
		if len(tables) != 2 {
			t.Errorf("%q: %d tables", rows, len(tables))
			continue
		}
		if got := fmt.Sprint(tables[1].Title, " ", tables[1].TableNo, " ", tables[1].Unit); got != want {
			t.Errorf("%q is %q, want %q", rows, got, want)
		}
	}
}
