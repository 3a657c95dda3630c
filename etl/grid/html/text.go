package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flow puts text together as a browser shows it: white space runs become one
// space and none at the ends of lines; a no-break space stays, as a space.
type flow struct {
	out   []byte
	space bool // white space is due before the next text
}

func (f *flow) text(s string) {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			f.space = true
			continue
		case '\u00a0':
			r = ' '
		case '\u200b', '\ufeff', '\u00ad': // zero width
			continue
		}
		if f.space && f.inLine() {
			f.out = append(f.out, ' ')
		}
		f.space = false
		f.out = append(f.out, string(r)...)
	}
}

func (f *flow) inLine() bool { return len(f.out) > 0 && f.out[len(f.out)-1] != '\n' }

// br ends the line; block ends it only where there is one.
func (f *flow) br() {
	f.out = append(trimRight(f.out), '\n')
	f.space = false
}

func (f *flow) block() {
	if f.inLine() {
		f.br()
	}
	f.space = false
}

// take gives the text and starts anew.
func (f *flow) take() string {
	s := strings.Trim(string(trimRight(f.out)), "\n")
	*f = flow{out: f.out[:0]}
	return s
}

func trimRight(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}

// cellText gives the text of an element; found tells of tables nested in it,
// whose text is their own.
func cellText(n *html.Node) (text string, found bool) {
	var f flow
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			f.text(n.Data)
			return
		}
		switch {
		case n.DataAtom == atom.Table:
			f.block()
			found = true
			return
		case n.DataAtom == atom.Br:
			f.br()
			return
		case !shown(n):
			found = found || holdsTable(n)
			return
		case n.DataAtom == atom.Input:
			f.text(typed(n))
		}
		if blocks[n.DataAtom] {
			f.block()
			defer f.block()
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	for c := range n.ChildNodes() {
		walk(c)
	}
	return f.take(), found
}

// blocks are the elements that a browser starts on a line of their own.
var blocks = func() map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range []atom.Atom{
		atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup,
		atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Td, atom.Th, atom.Tr, atom.Ul,
	} {
		m[a] = true
	}
	return m
}()

// unseen are the elements of which a browser shows no text.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Head: true, atom.Title: true,
	atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
	atom.Datalist: true, atom.Rt: true, atom.Rp: true,
}

// shown tells whether a browser shows an element, by its own attributes.
func shown(n *html.Node) bool {
	if n.Type != html.ElementNode || unseen[n.DataAtom] {
		return false
	}
	return !hidden(n) && (n.DataAtom != atom.Option || has(n, "selected"))
}

func hidden(n *html.Node) bool {
	if has(n, "hidden") {
		return true
	}
	for rule := range strings.SplitSeq(attr(n, "style"), ";") {
		key, value, _ := strings.Cut(rule, ":")
		value, _, _ = strings.Cut(value, "!") // !important
		if strings.EqualFold(strings.TrimSpace(key), "display") && strings.EqualFold(strings.TrimSpace(value), "none") {
			return true
		}
	}
	return false
}

// typed gives what an input field shows.
func typed(n *html.Node) string {
	switch strings.ToLower(attr(n, "type")) {
	case "", "text", "number", "tel", "date", "month":
		return attr(n, "value")
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func holdsTable(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Table {
			return true
		}
	}
	return false
}
