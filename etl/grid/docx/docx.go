// Package docx reads the tables and the paragraphs of Word documents (.docx,
// .docm, .dotx; from Word, WPS, LibreOffice and libraries), transitional and
// strict.
//
// The one idea: what counts is what a reader sees with all changes accepted.
// Deleted and hidden text, field codes and the second form of alternate content
// are dropped; inserted text, field results, links and filled content controls
// are text like any other; what a control shows while nothing is filled in is
// not. An element that is not known is looked into, because only text in the
// namespace of Word can be in it.
//
// Every table is a sheet, as package doc says, nested tables too. Cells are text:
// joined ones have it at their first cell. A paragraph of a cell is a line. Raised
// digits stay raised (10², so that no note becomes part of a number), references
// to notes are [1], glyphs of the symbol fonts are characters. Numbering of lists
// is not text. Notes stand below the tables that refer to them, headers and
// footers with words below the first one. Not read: comments, equations beyond
// their plain text. An embedded workbook or document and a chart are errors among
// the sheets, because their numbers are only a picture here.
//
// The files: reader.go goes through the elements, table.go lays out tables,
// run.go, control.go, field.go and symbol.go tell what is text, frame.go puts it
// together, beside.go reads notes, headers and footers, style.go the styles.
package docx

import (
	"io"
	"strings"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// maxDocument bounds the XML of a document, which is read whole; how much work it
// is, [sheet.Limits] bounds by its elements: about 100,000 cells as Word writes
// them.
const maxDocument = 128 << 20

// Paragraph is one that is not blank and stands in no table.
type Paragraph struct {
	Text  string // lines broken by \n, tabs kept
	Style string // its name: "heading 1", "caption"; empty where the document names none
	Index int    // from 1, among all paragraphs outside of tables
}

// Open reads the tables of the document r of size bytes. It fails with a
// [*sheet.Error]: Damaged, TooLarge, Encrypted, Unknown where the package holds
// no Word document, NoText where it shows nothing but pictures. A document
// without tables is a book without sheets.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	d, err := read(r, size, lim, false)
	if err != nil {
		return nil, err
	}
	return d.out.Book(), nil
}

// Paragraphs gives the text outside of tables, in the order of the document; that
// of a text box stands before the paragraph that holds the box. It fails as
// [Open] does.
func Paragraphs(r io.ReaderAt, size int64, lim sheet.Limits) ([]Paragraph, error) {
	d, err := read(r, size, lim, true)
	if err != nil {
		return nil, err
	}
	return d.paragraphs, nil
}

func read(r io.ReaderAt, size int64, lim sheet.Limits, keep bool) (*reader, error) {
	lim = lim.WithDefaults()
	a, err := opc.Open(r, size, lim)
	if err != nil {
		return nil, err
	}
	main, err := a.Main("word/document.xml")
	switch {
	case err != nil:
		return nil, err
	case main == nil:
		return nil, opc.Unknown("", "the package holds no document")
	case main.Size > maxDocument:
		return nil, opc.TooLarge(main.Name, "the document has %d bytes of XML, more than %d", main.Size, maxDocument)
	}
	d := &reader{archive: a, lim: lim, keep: keep, out: doc.New("docx", lim)}
	if err := d.readRelated(main); err != nil {
		return nil, err
	}
	if err := d.readDocument(main); err != nil {
		return nil, err
	}
	if err := d.readBeside(); err != nil {
		return nil, err
	}
	if d.pictures && !d.written && d.out.IsBlank() {
		return nil, sheet.Errorf(sheet.NoText, main.Name, "the document shows pictures only").
			Advise("there is no text in it: file the table as .xlsx (另存为 .xlsx)")
	}
	return d, nil
}

// readRelated reads the relationships of the document and its styles.
func (d *reader) readRelated(main *opc.Part) (err error) {
	if d.targets, err = d.archive.Relations(main.Name); err != nil {
		return err
	}
	if p := d.archive.First(d.targets, "styles"); p != nil {
		d.styles, err = readStyles(d.archive, p)
	}
	return err
}

// isOn reads a value of the type ST_OnOff; an element without one is on.
func isOn(s *opc.Scanner) bool {
	v, ok := s.LocalAttr("val")
	return !ok || v == "1" || strings.EqualFold(v, "true") || strings.EqualFold(v, "on")
}
