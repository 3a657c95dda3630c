package html

import (
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/sheet"
)

// page gathers tables, and the lines above them, in the order of the page.
type page struct {
	lim      sheet.Limits
	encoding string
	title    string
	parts    []*part
	small    []*part // since the last table, to be sheets where none follows
	lines    doc.Lines
	last     *part // table of data: the lines below it are its own
	line     flow
	tables   int
	ids      map[string]bool
	frames   bool // the page is divided into frames
}

func (p *page) read(root *html.Node) error {
	if d := depth(root); d > p.lim.Depth {
		return tooLarge("", "elements are nested %d deep, more than the %d that are read", d, p.lim.Depth)
	}
	p.title = title(root)
	p.walk(root, false)
	for _, s := range p.small {
		p.add(s)
	}
	return nil
}

// walk reads text and tables below n; of what is hidden only the tables.
func (p *page) walk(n *html.Node, hide bool) {
	switch {
	case n.Type == html.TextNode && !hide:
		p.line.text(n.Data)
		return
	case n.DataAtom == atom.Table && n.Type == html.ElementNode:
		p.endLine()
		p.table(n, hide || hidden(n))
		return
	case n.DataAtom == atom.Frameset:
		p.frames = true
	case n.DataAtom == atom.Br:
		p.endLine()
	}
	if n.Type == html.ElementNode {
		hide = hide || !shown(n)
	}
	p.children(n, hide)
}

func (p *page) children(n *html.Node, hide bool) {
	if blocks[n.DataAtom] {
		p.endLine()
		defer p.endLine()
	}
	for c := range n.ChildNodes() {
		p.walk(c, hide)
	}
}

// endLine keeps the text since the last one as a line above the next table, and
// below the last one.
func (p *page) endLine() {
	line := p.line.take()
	p.lines.Add(line)
	if p.last != nil {
		p.last.below.AddBelow(line)
	}
}

// table takes in one table: see the package comment for what becomes of it.
func (p *page) table(n *html.Node, hide bool) {
	p.tables++
	t := &part{former: form(n, p.lim), meta: p.meta(n, hide)}
	switch {
	case t.filled == 0 && t.err == nil:
	case !hide && t.isSmall():
		p.small = append(p.small, t)
		if !t.nested {
			t.each(p.lines.Add)
		}
	default:
		p.add(t)
	}
	if t.nested {
		p.children(n, hide)
	} else if !hide && !t.isSmall() && t.filled > 0 {
		p.lines, p.small, p.last = nil, nil, t
	}
}

// meta names a table: by its id, which a person can search the page for, or by
// its number in the page, from 1.
func (p *page) meta(n *html.Node, hide bool) sheet.Meta {
	m := sheet.Meta{Format: "html", Encoding: p.encoding, Part: fmt.Sprintf("table %d", p.tables)}
	if id := attr(n, "id"); id != "" && !p.ids[id] {
		p.ids[id] = true
		m.Part = "table#" + id
	}
	if hide {
		m.Visibility = sheet.HiddenSheet
	}
	m.Before = append(m.Before, p.lines...)
	return m
}

// add makes a table a sheet. The title of the page stands above it where nothing
// else does.
func (p *page) add(t *part) {
	t.meta.Ordinal, t.meta.Caption = len(p.parts), t.caption
	if len(t.meta.Before) == 0 && p.title != "" {
		t.meta.Before = []string{p.title}
	}
	if t.err != nil {
		t.err.Place = t.meta.Part + " " + t.err.Place
	}
	p.parts = append(p.parts, t)
}
