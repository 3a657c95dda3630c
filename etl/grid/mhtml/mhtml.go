// Package mhtml reads web archives: pages that a browser saved with all that
// belongs to them (.mht, .mhtml), and workbooks that Excel saved as a "single file
// web page", many of which are named .xls.
//
// The one idea: an archive is an envelope around pages, and pages are read by
// package html. This package takes the parts out of the MIME message, undoes
// their transfer encoding and tells which of them is the document: the sheets
// that a workbook's main page lists, else the main page itself, else, where
// that has no table, the pages in its frames.
package mhtml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"sanpin/etl/grid/html"
	"sanpin/etl/grid/sheet"
)

type book struct {
	message *message
	lim     sheet.Limits
}

// Open reads the parts of the message r of size bytes. It fails with a
// [sheet.Error]: Damaged where the message is cut short or holds no page,
// TooLarge where it has too many parts. What is wrong with one page is told by
// that page in the sequence of sheets.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	m, err := readMessage(r, size, lim)
	if err != nil {
		return nil, err
	}
	if len(m.pages) == 0 {
		return nil, damaged("", "the web archive holds no page")
	}
	return &book{m, lim}, nil
}

func damaged(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.Damaged, place, format, args...).
		Advise("open the file in Excel, WPS or a browser and save its tables as .xlsx (另存为 .xlsx)")
}

func tooLarge(format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, "", format, args...).
		Advise("copy the tables into a workbook and save it as .xlsx (另存为 .xlsx)")
}

func (b *book) Close() error { return nil }

// Sheets gives the tables of the document's pages, page by page: only one page
// at a time is held as a tree.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		out := output{lim: b.lim, yield: yield, names: map[string]bool{}, given: map[*page]bool{}}
		list := b.message.worksheets()
		if len(list) > b.lim.Sheets {
			yield(nil, tooLarge("the workbook has more than %d sheets", b.lim.Sheets))
			return
		}
		for _, w := range list {
			if !out.worksheet(w) {
				return
			}
		}
		if len(list) > 0 {
			return
		}
		pages := b.message.document()
		for _, p := range pages {
			name := ""
			if len(pages) > 1 {
				name = p.name()
			}
			if !out.page(p, name) {
				return
			}
		}
	}
}

// output gives out the tables of pages as sheets of one book.
type output struct {
	lim    sheet.Limits
	yield  func(sheet.Sheet, error) bool
	names  map[string]bool // of the sheets given out
	given  map[*page]bool
	tables int // given out
}

// worksheet gives out one sheet of a workbook; false when no more is wanted.
func (o *output) worksheet(w worksheet) bool {
	switch {
	case w.page == nil:
		return o.yield(nil, damaged(w.name, "the archive lacks %q, the page with this sheet", w.source))
	case o.given[w.page]: // a small file could otherwise be as long to read as its list of sheets
		return o.yield(nil, damaged(w.name, "the sheet is the same page as another sheet"))
	}
	o.given[w.page] = true
	return o.tablesOf(w.page, w.name, func(m *sheet.Meta, n int) {
		m.Part = w.name
		if n > 0 {
			m.Part = fmt.Sprintf("%s table %d", w.name, n+1)
		}
		m.Visibility = max(m.Visibility, w.visibility)
	})
}

// page gives out the tables of a page, each named by its place in the page and,
// where several pages are read, the name of the page.
func (o *output) page(p *page, name string) bool {
	return o.tablesOf(p, name, func(m *sheet.Meta, _ int) { m.Part = strings.TrimSpace(name + " " + m.Part) })
}

// tablesOf gives out the tables of a page under the names that rename gives
// them, and what is wrong with it under name.
func (o *output) tablesOf(p *page, name string, rename func(m *sheet.Meta, n int)) bool {
	if p.err != nil {
		return o.yield(nil, at(name, p.err))
	}
	b, err := html.Open(bytes.NewReader(p.text), int64(len(p.text)), o.lim)
	if err != nil {
		return o.yield(nil, at(name, err))
	}
	defer b.Close()
	n := 0
	for s, err := range b.Sheets() {
		if err != nil {
			if !o.yield(nil, at(name, err)) {
				return false
			}
			continue
		}
		if o.tables == o.lim.Sheets {
			o.yield(nil, tooLarge("the archive has more than %d tables", o.lim.Sheets))
			return false
		}
		m := *s.Meta()
		rename(&m, n)
		m.Format, m.Ordinal, m.Part = "mht", o.tables, o.unique(m.Part)
		if p.encoding != "" {
			m.Encoding = string(p.encoding)
		}
		n++
		o.tables++
		if !o.yield(named{s, m}, nil) {
			return false
		}
	}
	return true
}

// unique gives a name that no sheet of the book has yet.
func (o *output) unique(name string) string {
	free := name
	for n := 2; o.names[free]; n++ {
		free = name + " (" + strconv.Itoa(n) + ")"
	}
	o.names[free] = true
	return free
}

// at adds the page to the place of an error.
func at(name string, err error) error {
	var e *sheet.Error
	if name == "" || !errors.As(err, &e) {
		return err
	}
	placed := *e
	placed.Place = strings.TrimSpace(name + " " + e.Place)
	return &placed
}

// named is a table under its name in the archive.
type named struct {
	sheet.Sheet
	meta sheet.Meta
}

func (n named) Meta() *sheet.Meta { return &n.meta }
