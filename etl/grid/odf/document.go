package odf

import "sanpin/etl/grid/opc"

// maxRepeats bounds the filled cells of a table of a text that are there only by
// repetition: people do not write so.
const maxRepeats = 10_000

// textTable reads a table among paragraphs.
func (d *reader) textTable() error {
	t, err := d.out.Begin()
	if err != nil {
		return err
	}
	g, repeats := &grid{}, 0
	g.add = func(times int, hidden bool) error {
		cells := 0
		for _, c := range g.row {
			cells += c.times
		}
		if repeats += cells*times - len(g.row); repeats > maxRepeats {
			return opc.TooLarge(d.scan.Place(), "more than %d cells of a table are repetitions", maxRepeats)
		}
		t.Skip(g.height - t.Height())
		for range times {
			r := t.Row(hidden)
			for _, c := range g.row {
				for i := range c.times {
					t.Cell(c.Col+i, c.Text)
				}
				if span, ok := g.join(r, c); ok {
					t.Span(span)
				}
			}
		}
		return nil
	}
	err = d.children(d.gridChild(g))
	t.Caption(g.title)
	d.out.End()
	return err
}
