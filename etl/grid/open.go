// Package grid opens a file of tables, whatever its format.
//
// The one idea: the format is told by the bytes and never by the name, because
// half of the files called .xls are web pages, text or renamed .xlsx. What is
// read goes to the reader of its format (xls, xlsx, xmlss, docx, odf, pdf, html,
// mhtml, csv); what is not is refused with its proper name and what to do about
// it. Packs of files are refused too: package intake opens them before.
//
// A reader that panics on a file has a fault, but the file is still only one of
// many: the panic becomes an error of that file.
package grid

import (
	"io"
	"iter"

	"sanpin/etl/grid/csv"
	"sanpin/etl/grid/docx"
	"sanpin/etl/grid/html"
	"sanpin/etl/grid/mhtml"
	"sanpin/etl/grid/odf"
	"sanpin/etl/grid/pdf"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/grid/xls"
	"sanpin/etl/grid/xlsx"
	"sanpin/etl/grid/xmlss"
)

// opener is the reader of a format.
type opener func(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error)

var openers = map[format]opener{
	compound:  xls.Open,
	pkg:       xlsx.Open,
	document:  docx.Open,
	openDoc:   odf.Open,
	page:      html.Open,
	archived:  mhtml.Open,
	xmlBook:   xmlss.Open,
	delimited: csv.Open,
	printed:   pdf.Open,
}

// Open opens the file r of size bytes; r must stay open as long as the book.
// It fails with a [*sheet.Error] that says what the file is and what a person can
// do: Unknown for formats that are not read here, NoText for pictures, Encrypted,
// Damaged, TooLarge.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (b sheet.Book, err error) {
	lim = lim.WithDefaults()
	if size > lim.FileBytes {
		return nil, sheet.Errorf(sheet.TooLarge, "", "the file has %d bytes, more than the %d that are read", size, lim.FileBytes).
			Advise("split the file")
	}
	defer rescue(&err)
	f, err := sniff(r, size)
	if err != nil {
		return nil, err
	}
	b, err = openers[f](r, size, lim)
	if err != nil {
		return nil, err
	}
	return guarded{b}, nil
}

// rescue turns a panic of a reader into an error. Use it with defer.
func rescue(err *error) {
	if v := recover(); v != nil {
		e := sheet.Errorf(sheet.Damaged, "", "the reader failed: panic: %v", v)
		e.Remedy = "open the file in Excel or WPS and save it again as .xlsx (另存为 .xlsx); report the file, a reader must not fail like this"
		*err = e
	}
}

// guarded is a book whose panics are errors.
type guarded struct{ sheet.Book }

// Sheets is that of [sheet.Book]. The readers' sequence is pulled, so that only
// its panics are caught and not those of the loop over it.
func (g guarded) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		next, stop := iter.Pull2(g.Book.Sheets())
		defer stop()
		for {
			s, err, ok := pull(next)
			if !ok {
				return
			}
			if s != nil {
				s = &guardedSheet{Sheet: s}
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

func pull(next func() (sheet.Sheet, error, bool)) (s sheet.Sheet, err error, ok bool) {
	ok = true // a panic is one more element
	defer rescue(&err)
	return next()
}

// guardedSheet is a sheet whose panics are errors; after one it has ended.
type guardedSheet struct {
	sheet.Sheet
	failed error // what Next gave last, io.EOF too
}

func (g *guardedSheet) Next() (row *sheet.Row, err error) {
	if g.failed != nil {
		return nil, g.failed
	}
	defer func() { g.failed = err }()
	defer rescue(&err)
	return g.Sheet.Next()
}
