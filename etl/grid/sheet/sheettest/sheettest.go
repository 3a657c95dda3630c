// Package sheettest gives tests sheets that are written as text, so that a
// person can read them: a row a line, cells divided by |, \n a line break, a
// number of the file in «», everything else a text.
package sheettest

import (
	"fmt"
	"io"
	"strings"

	"sanpin/etl/grid/sheet"
)

// Sheet is a [sheet.Sheet] whose rows are text.
type Sheet struct {
	Info   sheet.Meta
	Rows   []string
	Merged []sheet.Span

	next int
}

// Parse reads the rows of a sheet, and its merged rectangles: four numbers a
// line, the corners.
func Parse(rows, spans string) (*Sheet, error) {
	s := &Sheet{Info: sheet.Meta{Part: "1"}, Rows: strings.Split(strings.TrimRight(rows, "\n"), "\n")}
	for line := range strings.Lines(spans) {
		var p sheet.Span
		if _, err := fmt.Sscan(line, &p.R0, &p.C0, &p.R1, &p.C1); err != nil {
			return nil, fmt.Errorf("span %q: %w", line, err)
		}
		s.Merged = append(s.Merged, p)
	}
	return s, nil
}

// Write gives the rows and the merged rectangles of a sheet as [Parse] reads them.
func Write(g *sheet.Grid) (rows, spans string) {
	var b, m strings.Builder
	for r := range g.Rows {
		for c := range g.Cols {
			if c > 0 {
				b.WriteByte('|')
			}
			held := g.At(r, c)
			text := strings.NewReplacer("|", "｜", "\n", `\n`, "\r", "").Replace(held.Text)
			if held.Kind == sheet.Number {
				text = "«" + text + "»"
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	for _, p := range g.Spans {
		fmt.Fprintln(&m, p.R0, p.C0, p.R1, p.C1)
	}
	return b.String(), m.String()
}

// Meta gives Info.
func (s *Sheet) Meta() *sheet.Meta { return &s.Info }

// Spans gives Merged.
func (s *Sheet) Spans() ([]sheet.Span, bool) { return s.Merged, true }

// Locate names a cell as spreadsheets do.
func (s *Sheet) Locate(row, col int) string { return sheet.A1(row, col) }

// Close does nothing.
func (s *Sheet) Close() error { return nil }

// Next reads the next line of Rows.
func (s *Sheet) Next() (*sheet.Row, error) {
	if s.next == len(s.Rows) {
		return nil, io.EOF
	}
	row := &sheet.Row{Index: s.next}
	for c, text := range strings.Split(s.Rows[s.next], "|") {
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
