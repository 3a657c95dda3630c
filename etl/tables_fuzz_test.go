package etl

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"sanpin/etl/clean"
	"sanpin/etl/form"
	"sanpin/etl/grid"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/grid/sheet/sheettest"
	"sanpin/sql"
)

// FuzzTables lays sheets out and maps their tables: real ones, and those that
// come of them when rows, columns and cells are moved, lost and mixed. Whatever
// the sheet, nothing panics or hangs, each cell is one of the sheet and is read
// as printed, and no value is lost on the way.
func FuzzTables(f *testing.F) {
	for _, seed := range sheets(f) {
		f.Add(seed[0], seed[1], uint64(0))
		f.Add(seed[0], seed[1], uint64(1))
	}
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, rows, spans string, shuffle uint64) {
		s, err := sheettest.Parse(rows, spans)
		if err != nil {
			t.Skip()
		}
		if shuffle > 0 {
			mix(s, rand.New(rand.NewPCG(shuffle, 1)))
		}
		g, err := sheet.Hold(s, sheet.Limits{HeldCells: 1 << 16})
		if err != nil {
			t.Skip()
		}
		start := time.Now()
		reading := &form.Reading{}
		filing := &form.Filing{ID: "f", SHA256: "f", File: "f", Kind: "actual", ReceivedAt: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}
		for _, table := range layout.Read(g) {
			checkCells(t, g, table)
			reader.Read(filing, g, table, reading)
		}
		if reading.Read != reading.Loaded()+reading.Rejected() {
			t.Errorf("%d values read, %d loaded, %d rejected", reading.Read, reading.Loaded(), reading.Rejected())
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d x %d cells took %v", g.Rows, g.Cols, took)
		}
	})
}

// checkCells holds the cells of a table to the sheet: each stands in it once,
// and its value is that of its text.
func checkCells(t *testing.T, g *sheet.Grid, table *layout.Table) {
	t.Helper()
	seen := map[[2]int]bool{}
	for _, c := range table.Cells {
		at := [2]int{c.Row, c.Col}
		if seen[at] || c.Row < 0 || c.Col < 0 || c.Row >= g.Rows || c.Col >= g.Cols {
			t.Fatalf("cell %v stands twice, or outside the sheet", at)
		}
		seen[at] = true
		n, err := clean.ParseNumber(g.At(c.Row, c.Col).Text)
		if err != nil || errors.Is(c.Bad, clean.ErrAmbiguous) { // 12亿 in a column of 万元
			continue
		}
		if c.Bad != nil || c.Number.State != n.State || c.Number.Value != n.Value {
			t.Errorf("cell %v %q is read as %v %v", at, g.At(c.Row, c.Col).Text, c.Number.Value, c.Bad)
		}
	}
}

// sheets gives the sheets to begin with, rows and spans: those of the layout's
// tests, and the real filings where they are there.
func sheets(f *testing.F) (seeds [][2]string) {
	files, err := filepath.Glob("grid/layout/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatalf("no sheets: %v", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		var seed [2]string
		for _, part := range a.Files {
			switch part.Name {
			case "grid":
				seed[0] = string(part.Data)
			case "spans":
				seed[1] = string(part.Data)
			}
		}
		seeds = append(seeds, seed)
	}
	real, _ := filepath.Glob("../../shared/filings/tables/*.gold.json")
	for _, gold := range real {
		seeds = append(seeds, sheetsOf(f, strings.TrimSuffix(gold, ".gold.json"))...)
	}
	return seeds
}

func sheetsOf(f *testing.F, name string) (seeds [][2]string) {
	file, err := os.Open(name)
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		f.Fatal(err)
	}
	book, err := grid.Open(file, info.Size(), sheet.Limits{})
	if err != nil {
		f.Fatalf("%s: %v", name, err)
	}
	defer book.Close()
	for s, err := range book.Sheets() {
		if err != nil {
			continue
		}
		if g, err := sheet.Hold(s, sheet.Limits{}); err == nil && g.Rows*g.Cols > 0 && g.Rows*g.Cols < 1<<13 {
			rows, spans := sheettest.Write(g)
			seeds = append(seeds, [2]string{rows, spans})
		}
	}
	return seeds
}

// mix changes a sheet as filers do: rows and columns lost, doubled and moved,
// cells blanked, swapped and overwritten, rectangles merged.
func mix(s *sheettest.Sheet, rnd *rand.Rand) {
	texts := []string{"", "-", "…", "2019", "2020年", "合计", "其中：", "单位：万元", "(万元)", "续表", "注：略", "Total", "5.8%", "12亿元", "3-5万",
		"#DIV/0!", "1,234.5", "«0.5»", "«43831»", "甲", "乙", "«1»", "«2»", "广东", "全国", "指标：产值", strings.Repeat("长", 300)}
	for range 1 + rnd.IntN(8) {
		i, j := rnd.IntN(len(s.Rows)), rnd.IntN(len(s.Rows))
		switch rnd.IntN(8) {
		case 0:
			s.Rows = slices.Insert(s.Rows, i, s.Rows[j])
		case 1:
			if len(s.Rows) > 1 {
				s.Rows = slices.Delete(s.Rows, i, i+1)
			}
		case 2:
			s.Rows[i], s.Rows[j] = s.Rows[j], s.Rows[i]
		case 3:
			s.Rows = slices.Insert(s.Rows, i, "")
		case 4, 5:
			cells := strings.Split(s.Rows[i], "|")
			cells[rnd.IntN(len(cells))] = texts[rnd.IntN(len(texts))]
			s.Rows[i] = strings.Join(cells, "|")
		case 6:
			r, c := i, rnd.IntN(4)
			s.Merged = append(s.Merged, sheet.Span{R0: r, C0: c, R1: r + rnd.IntN(3), C1: c + rnd.IntN(5)})
		case 7:
			moveColumn(s.Rows, rnd)
		}
	}
}

// moveColumn takes a column out of all rows and puts it elsewhere, twice, or nowhere.
func moveColumn(rows []string, rnd *rand.Rand) {
	from, to, times := rnd.IntN(8), rnd.IntN(8), rnd.IntN(3)
	for i := range rows {
		cells := strings.Split(rows[i], "|")
		if from >= len(cells) {
			continue
		}
		text := cells[from]
		cells = slices.Delete(cells, from, from+1)
		for range times {
			cells = slices.Insert(cells, min(to, len(cells)), text)
		}
		rows[i] = strings.Join(cells, "|")
	}
}
