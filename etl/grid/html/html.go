// Package html reads the tables of web pages: saved pages, and the exports of
// web systems that are named .xls but are HTML inside.
//
// The one idea: a table is what a browser would show. The page goes through the
// parser of the HTML standard, so missing end tags and stray cells fall where
// they fall on screen; cells are laid out with rowspan and colspan by the rules
// of the standard; text is collapsed, broken at <br> and blocks, and stripped of
// what is not shown.
//
// Every table is a sheet, those nested in another included, save two kinds.
// Tables without text are left out. Small ones (fewer than two rows or columns,
// only text, at most as many cells as [sheet.Meta] keeps lines above a table)
// are titles and units in a frame: they become lines above the next table, and
// sheets only where none follows. A table that holds other tables is a frame:
// its text is also among the lines above them.
package html

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sanpin/etl/grid/csv/charset"
	"sanpin/etl/grid/sheet"
)

// MaxPage bounds a page, which is held in memory as a tree of about thirty times
// its size.
const MaxPage = 32 << 20

type book struct {
	parts []*part
	lim   sheet.Limits
}

// Open parses the page r of size bytes. It fails with a [sheet.Error]: Unknown
// where the bytes are no text or the page is only the frame of a workbook,
// TooLarge where the page is too long or nested too deep. A page without tables
// is a book without sheets.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	if most := min(lim.FileBytes, MaxPage); size > most {
		return nil, tooLarge("", "a page of %d bytes is more than the %d that are read", size, most)
	}
	enc, err := Encoding(r, size, "")
	if err != nil {
		return nil, err
	}
	text, err := slim(charset.NewReader(r, size, enc), lim)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil { // the parser takes any text, but not nested without end
		return nil, tooLarge("", "the page cannot be parsed: %v", err)
	}
	p := page{lim: lim, encoding: string(enc), ids: map[string]bool{}}
	if err := p.read(doc); err != nil {
		return nil, err
	}
	if len(p.parts) == 0 && p.frames {
		return nil, sheet.Errorf(sheet.Unknown, "", "the page is only the frame of a workbook saved as a web page; its sheets are files of their own").
			Advise("open it in its program and save it as .xlsx (另存为 .xlsx), or file the sheet*.htm files of its folder")
	}
	return &book{parts: p.parts, lim: lim}, nil
}

func tooLarge(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).
		Advise("copy the table into a workbook and save it as .xlsx")
}

// Sheets gives the tables in the order of their start in the page.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		for i, p := range b.parts {
			if i == b.lim.Sheets {
				yield(nil, tooLarge("", "the page has more than %d tables", b.lim.Sheets))
				return
			}
			if p.err != nil {
				if !yield(nil, p.err) {
					return
				}
				continue
			}
			if !yield(p.open(), nil) {
				return
			}
		}
	}
}

func (b *book) Close() error { return nil }

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)`)

// Encoding tells the encoding of the page r of size bytes, as
// [charset.DetectLabelled] does: label came with the page, and the page may have
// one of its own.
func Encoding(r io.ReaderAt, size int64, label string) (charset.Encoding, error) {
	head := make([]byte, min(size, 8<<10))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return "", fmt.Errorf("read the head of the page: %w", err)
	}
	labels := []string{label}
	if m := metaCharset.FindSubmatch(head); m != nil {
		labels = append(labels, string(m[1]))
	}
	return charset.DetectLabelled(r, size, labels...)
}

// depth gives how deep elements are nested in n.
func depth(n *html.Node) (deepest int) {
	for c := range n.ChildNodes() {
		deepest = max(deepest, 1+depth(c))
	}
	return deepest
}

// title gives the text of <title>.
func title(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Title {
			var f flow
			for c := range n.ChildNodes() {
				f.text(c.Data)
			}
			return f.take()
		}
	}
	return ""
}
