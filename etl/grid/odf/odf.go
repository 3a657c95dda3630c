// Package odf reads the tables of OpenDocument files: spreadsheets (.ods) and
// the tables of texts (.odt), from LibreOffice, WPS and others.
//
// The one idea: both are the same XML, so rows, repeated rows and cells, joined
// and covered cells are read once; only what is made of them differs. A sheet has
// typed cells: the stored value counts and not how it is shown, save that a
// percentage is a share. A table of a text has what is seen, and the lines above
// it, as package doc says. What counts is what a reader sees with all changes
// accepted: deleted and hidden text and comments are dropped.
//
// The content is held in memory as cells; a row that is repeated is held once.
// Not read: headers and footers, notes, flat files (.fods), presentations. Charts
// and embedded objects are errors among the sheets.
package odf

import (
	"errors"
	"io"
	"iter"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// maxContent bounds the XML that is read whole.
const maxContent = 256 << 20

// Open reads the file r of size bytes. It fails with a [*sheet.Error]: Damaged,
// TooLarge, Encrypted, Unknown for a presentation or drawing, NoText for a text
// of nothing but pictures.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	a, err := opc.Open(r, size, lim)
	if err != nil {
		return nil, err
	}
	if err := checkEncryption(a); err != nil {
		return nil, err
	}
	content := a.Find("content.xml")
	switch {
	case content == nil:
		return nil, opc.Unknown("", "the package holds no content")
	case content.Size > maxContent:
		return nil, opc.TooLarge(content.Name, "the content has %d bytes of XML, more than %d", content.Size, maxContent)
	}
	d := &reader{lim: lim, out: doc.New("odt", lim), styles: styles{}}
	if p := a.Find("styles.xml"); p != nil {
		if err := d.readPart(a, p); err != nil {
			return nil, err
		}
	}
	if err := d.readPart(a, content); err != nil {
		return nil, err
	}
	return d.book(content)
}

// book gives what was read.
func (d *reader) book(content *opc.Part) (sheet.Book, error) {
	switch {
	case d.spreadsheet:
		return &book{d.sheets, d.refused}, nil
	case !d.text:
		return nil, opc.Unknown(content.Name, "the file is a presentation or a drawing, which is not read")
	case d.pictures && d.out.IsBlank():
		return nil, sheet.Errorf(sheet.NoText, content.Name, "the document shows pictures only").
			Advise("there is no text in it: file the table as .xlsx (另存为 .xlsx)")
	}
	return d.out.Book(), nil
}

// checkEncryption looks into the list of parts, which is never encrypted.
func checkEncryption(a *opc.Archive) error {
	p := a.Find("META-INF/manifest.xml")
	if p == nil {
		return nil
	}
	s, done, err := a.XML(p)
	if err != nil {
		return err
	}
	defer done()
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case tok == opc.StartTag && string(s.Name) == "encryption-data":
			return sheet.Errorf(sheet.Encrypted, p.Name, "the file is protected by a password").
				Advise("open it with its password and save it without one (取消密码后另存)")
		}
	}
}

// book is a spreadsheet.
type book struct {
	sheets  []*table
	refused []error
}

// Sheets gives the sheets in the order of their tabs, then what is embedded in
// them as errors.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		for _, t := range b.sheets {
			if !yield(&rows{table: t}, nil) {
				return
			}
		}
		for _, err := range b.refused {
			if !yield(nil, err) {
				return
			}
		}
	}
}

func (b *book) Close() error { return nil }
