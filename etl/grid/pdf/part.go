package pdf

import (
	"fmt"
	"io"

	"sanpin/etl/grid/sheet"
)

// part streams the rows of a table.
type part struct {
	t    *table
	meta sheet.Meta
	next int // cell
	row  sheet.Row
	at   map[[2]int]int // cell by row and column, for Locate; made when first asked
}

func (p *part) Meta() *sheet.Meta { return &p.meta }

func (p *part) Spans() ([]sheet.Span, bool) { return p.t.spans, true }

func (p *part) Close() error { return nil }

func (p *part) Next() (*sheet.Row, error) {
	cells := p.t.cells
	if p.next == len(cells) {
		return nil, io.EOF
	}
	p.row = sheet.Row{Index: cells[p.next].row, Cells: p.row.Cells[:0]}
	for ; p.next < len(cells) && cells[p.next].row == p.row.Index; p.next++ {
		c := cells[p.next]
		p.row.Cells = append(p.row.Cells, sheet.Cell{Col: c.col, Kind: sheet.Text, Text: []byte(c.text)})
	}
	return &p.row, nil
}

// Locate names a cell by its page, and by its row and column in the table, from
// 1; a filled one by its place too, in points from the upper left corner of the
// page: "page 2 r5c2 [72 100 130 112]".
func (p *part) Locate(row, col int) string {
	number := p.t.pages[0]
	if row >= 0 && row < len(p.t.pages) {
		number = p.t.pages[row]
	}
	name := fmt.Sprintf("page %d r%dc%d", number, row+1, col+1)
	if p.at == nil {
		p.at = make(map[[2]int]int, len(p.t.cells))
		for i, c := range p.t.cells {
			p.at[[2]int{c.row, c.col}] = i
		}
	}
	if i, ok := p.at[[2]int{row, col}]; ok {
		b := p.t.cells[i].box
		name += fmt.Sprintf(" [%.0f %.0f %.0f %.0f]", b.X0, b.Y0, b.X1, b.Y1)
	}
	return name
}
