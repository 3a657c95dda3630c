package odf

import "sanpin/etl/grid/opc"

// maxRepeats bounds the filled cells of a table of a text that are there only by
// repetition: people do not write so.
const maxRepeats = 10_000

// textTable reads a table among paragraphs.
func (d *reader) textTable() error {
	t := d.out.Begin()
	g, repeats := &grid{}, 0
	g.add = func(times int, hidden bool) error {
		for ; t.Height() < g.height; t.Row(false) {
		}
		for range times {
			r := t.Row(hidden)
			for _, c := range g.row {
				if repeats += c.times - 1; repeats > maxRepeats {
					return opc.TooLarge(d.scan.Place(), "more than %d cells of a table are repetitions", maxRepeats)
				}
				for i := range c.times {
					t.Cell(c.Col+i, c.Text)
				}
				if span, ok := g.join(r, c); ok {
					t.Span(span)
				}
			}
			if repeats += len(g.row); r == g.height {
				repeats -= len(g.row)
			}
		}
		return nil
	}
	err := d.children(d.gridChild(g))
	t.Caption(g.title)
	d.out.End()
	return err
}
