package pdf

import (
	"slices"

	"sanpin/etl/grid/pdf/page"
)

// item is a line or a table of a page, in the order in which one reads.
type item struct {
	line  line
	table *table // nil for a line
}

// flow finds the tables of a page, those with rules first, and puts tables and
// the lines that are in none in order.
func (p *sheetOf) flow() []item {
	lines, ruled := p.takeRuled(p.lines)
	var items []item
	for i := 0; i <= len(ruled); i++ {
		var above []line
		if i < len(ruled) {
			above, lines = splitAbove(lines, ruled[i].box)
		} else {
			above = lines
		}
		for _, z := range zones(above) {
			items = append(items, flowPlain(z, p.h)...)
		}
		if i < len(ruled) {
			items = append(items, item{table: ruled[i]})
		}
	}
	n := 0
	for _, it := range items {
		if it.table != nil {
			n++
			it.table.number = n
			it.table.pages = make([]int, it.table.rows)
			for r := range it.table.pages {
				it.table.pages[r] = p.number
			}
		}
	}
	return items
}

// takeRuled finds the tables with rules, top to bottom.
func (p *sheetOf) takeRuled(lines []line) (rest []line, tables []*table) {
	for _, l := range p.lattices {
		l.extend(lines, p.h)
		in, out := inside(lines, l.box)
		t := readRuled(l, in)
		if t == nil {
			continue
		}
		found := []*table{t}
		if t.broken() > 1 { // columns without rules between them
			if plain, left := readPlain(in, p.h); len(plain) == 1 && len(left) == 0 {
				found = plain
			}
		}
		lines, tables = out, append(tables, found...)
	}
	slices.SortStableFunc(tables, func(a, b *table) int {
		switch {
		case a.box.Y0 < b.box.Y0-snap || a.box.Y0 <= b.box.Y0+snap && a.box.X0 < b.box.X0:
			return -1
		case a.box.Y0 == b.box.Y0 && a.box.X0 == b.box.X0:
			return 0
		}
		return 1
	})
	return lines, tables
}

// broken counts the cells with two numbers side by side.
func (t *table) broken() (n int) {
	for _, c := range t.cells {
		if isBroken(c.text) {
			n++
		}
	}
	return n
}

// splitAbove parts the lines that begin above a table from the others.
func splitAbove(lines []line, b page.Box) (above, rest []line) {
	for _, l := range lines {
		if _, y := l.box.Mid(); y < b.Y0 {
			above = append(above, l)
		} else {
			rest = append(rest, l)
		}
	}
	return above, rest
}

// flowPlain finds the tables without rules of one zone.
func flowPlain(lines []line, horizontal []page.Rule) []item {
	var items []item
	tables, rest := readPlain(lines, horizontal)
	for _, t := range tables {
		k := 0
		for k < len(rest) && rest[k].base < t.box.Y0+0.5*rest[k].size {
			items = append(items, item{line: rest[k]})
			k++
		}
		rest = rest[k:]
		items = append(items, item{table: t})
	}
	for _, l := range rest {
		items = append(items, item{line: l})
	}
	return items
}
