// Package pdf reads the tables and the text of PDF files.
//
// The one idea: a PDF has no tables, only characters and rules at places, so a
// table is what the places prove. Where rules are drawn, they are the cells;
// cells without a rule between them are merged. Where none are, columns are the
// bands of text with a clear gap between them in every line, and rows are the
// lines with numbers. Where columns cannot be told, the lines are text and no
// table: a number in the wrong column is worse than none. So is a number in
// which a digit is wrong: raised marks (³⁾) are written as such and never as one
// more digit, two numbers side by side are never put together, and what a
// recogniser laid under a scan is not read at all.
//
// The way through the package: package page gives the characters and rules of
// each page; words.go makes lines of words of them, furniture.go takes running
// heads and page numbers off; flow.go finds the tables, with rules (lattice.go,
// ruled.go) and without (plain.go, columns.go, head.go); follow.go joins those
// that go on over pages.
package pdf

import (
	"fmt"
	"io"
	"iter"

	"sanpin/etl/grid/pdf/page"
	"sanpin/etl/grid/sheet"
)

// What a person can do about a PDF without text.
const noTextRemedy = "file the workbook that it was printed from (报送原始工作簿), or recognise its text (OCR), check every number and file the result as .xlsx"

// scrawl is how many characters a page of pictures may have, stamps of a
// scanning program for example, without being a page of text.
const scrawl = 30

type book struct {
	parts []entry
	lim   sheet.Limits
}

// entry is a table, or why a page has none.
type entry struct {
	t   *table
	err error
}

// Open reads the PDF r of size bytes. It fails with a [*sheet.Error]: Encrypted
// where a password is needed, NoText where no page has text, Damaged, TooLarge. A
// page of pictures among others gives NoText as an error of the sequence of
// sheets. A PDF of nothing but text is a book without sheets.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	pages, err := readPages(r, size)
	if err != nil {
		return nil, err
	}
	b := &book{lim: lim}
	var f follower
	cells := int64(0)
	for _, p := range pages {
		if p.err != nil {
			b.parts, f.open = append(b.parts, entry{err: p.err}), nil
			continue
		}
		for _, t := range f.page(p.flow()) {
			b.parts = append(b.parts, entry{t: t})
		}
	}
	for _, e := range b.parts {
		if e.t != nil {
			cells += int64(len(e.t.cells))
		}
	}
	if cells > lim.Cells {
		return nil, tooLarge("the PDF has %d cells, more than the %d that are read", cells, lim.Cells)
	}
	return b, nil
}

// Sheets gives the tables in the order in which one reads them.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		n := 0
		for _, e := range b.parts {
			switch {
			case e.err != nil:
				if !yield(nil, e.err) {
					return
				}
				continue
			case n == b.lim.Sheets:
				yield(nil, tooLarge("the PDF has more than %d tables", b.lim.Sheets))
				return
			}
			meta := sheet.Meta{Format: "pdf", Part: e.t.name(), Ordinal: n, Before: e.t.before}
			n++
			if !yield(&part{t: e.t, meta: meta}, nil) {
				return
			}
		}
	}
}

func (b *book) Close() error { return nil }

// name tells where the table begins: "page 2 table 1".
func (t *table) name() string { return fmt.Sprintf("page %d table %d", t.pages[0], t.number) }

// readPages reads all pages. It fails where none has text.
func readPages(r io.ReaderAt, size int64) ([]*sheetOf, error) {
	f, err := page.Open(r, size)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pages, read []*sheetOf
	var last error
	for p, err := range f.Pages() {
		if err == nil {
			err = noText(p)
		}
		if err != nil {
			pages, last = append(pages, &sheetOf{err: err}), err
			continue
		}
		s := newSheetOf(p)
		pages, read = append(pages, s), append(read, s)
	}
	written := false
	for _, s := range read {
		written = written || len(s.lines) > 0
	}
	if !written {
		return nil, unwritten(len(pages), last)
	}
	dropFurniture(read)
	return pages, nil
}

// unwritten is the error of a file none of whose pages has text.
func unwritten(pages int, last error) error {
	cause := "they are blank"
	if last != nil {
		e, ok := last.(*sheet.Error)
		if !ok || e.Code != sheet.NoText {
			return last
		}
		cause = e.Cause
	}
	return sheet.Errorf(sheet.NoText, "", "none of the %d pages has text that can be read: %s", pages, cause).
		Advise(noTextRemedy)
}

// noText is the error of a page that shows something, but no text that is read.
func noText(p *page.Page) error {
	shown, unknown := 0, 0
	for _, g := range p.Glyphs {
		switch g.Rune {
		case ' ':
		case page.Unknown:
			unknown++
			shown++
		default:
			shown++
		}
	}
	cause := ""
	switch {
	case shown > 0 && unknown*2 > shown:
		cause = "the fonts do not tell which characters they show"
	case p.Unseen > scrawl && shown <= scrawl:
		cause = "its text is not printed: a recogniser (OCR) laid it under a picture, and such text has wrong digits"
	case p.Pictures > 0 && shown <= scrawl:
		cause = "it is a picture"
	case p.Shapes > 50 && shown == 0:
		cause = "its characters are drawings (转曲)"
	default:
		return nil
	}
	return sheet.Errorf(sheet.NoText, fmt.Sprintf("page %d", p.Number), "the page has no text: %s", cause).
		Advise(noTextRemedy)
}

func tooLarge(format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, "", format, args...).Advise("split the PDF")
}
