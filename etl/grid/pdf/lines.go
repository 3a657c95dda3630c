package pdf

import (
	"io"
	"strings"

	"sanpin/etl/grid/pdf/page"
	"sanpin/etl/grid/sheet"
)

// Line is one line of text of a PDF.
type Line struct {
	Page int    // from 1
	Text string // cells of a row of a table are parted by tabs
	Part string // table that the line is a row of, named as its sheet; "" for text
	Box  page.Box
}

// Lines gives the text of the PDF r of size bytes, line by line as one reads it:
// two columns of text one after the other, without running heads and page
// numbers. Pages that cannot be read are left out; it fails as [Open] does.
func Lines(r io.ReaderAt, size int64, lim sheet.Limits) ([]Line, error) {
	pages, err := readPages(r, size)
	if err != nil {
		return nil, err
	}
	most := lim.WithDefaults().Cells
	var out []Line
	var f follower
	for _, p := range pages {
		if p.err != nil {
			f.open = nil
			continue
		}
		items := p.flow()
		before := f.open
		own := map[*table]bool{}
		for _, t := range f.page(items) {
			own[t] = true
		}
		for _, it := range items {
			if it.table == nil {
				out = append(out, Line{Page: p.number, Text: join(it.line.words), Box: it.line.box})
				continue
			}
			name := it.table.name()
			if !own[it.table] {
				name = before.name()
			}
			out = append(out, it.table.lines(p.number, name)...)
		}
		if int64(len(out)) > most {
			return nil, tooLarge("the PDF has more than %d lines", most)
		}
	}
	return out, nil
}

// lines gives the rows that a table has on one page.
func (t *table) lines(number int, name string) []Line {
	var out []Line
	row := -1
	for _, c := range t.cells {
		if t.pages[c.row] != number {
			continue
		}
		text := strings.ReplaceAll(c.text, "\n", "")
		if n := len(out); n > 0 && c.row == row {
			out[n-1].Text += "\t" + text
			out[n-1].Box = out[n-1].Box.Union(c.box)
			continue
		}
		row = c.row
		out = append(out, Line{Page: number, Text: text, Part: name, Box: c.box})
	}
	return out
}
