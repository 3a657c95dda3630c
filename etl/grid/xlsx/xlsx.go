// Package xlsx reads workbooks of the Office Open XML format (.xlsx, .xlsm,
// .xltx, .xltm) as sheets of cells, in one pass and in little memory.
//
// The one idea: a workbook is a package (see package opc) of a few XML parts
// with a few elements that matter, and reading just these is as fast as inflating
// them. Nothing of the file is believed: counts and references are checked, and
// each limit of [sheet.Limits] is held.
//
// A cell is given as the file has it: formulas by their cached value, numbers
// whose format shows a date as dates, texts joined from their runs. Encrypted
// workbooks are OLE containers and not read here; neither is .xlsb.
//
// The files: workbook.go, strings.go and styles.go read what belongs to the book,
// sheet.go, cell.go, fast.go, number.go and spans.go a sheet.
package xlsx

import (
	"io"
	"iter"
	"path"
	"strings"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// openBook is an opened workbook.
type openBook struct {
	archive  *opc.Archive
	sheets   []entry
	targets  opc.Relations
	strings  stringTable
	kinds    kinds
	date1904 bool
	stale    bool
}

// Open reads what a workbook says of itself: its sheets, shared strings and cell
// formats. The rows are read by its sheets. r must stay open as long as the book.
// What is wrong with the file is told by a [*sheet.Error].
func Open(r io.ReaderAt, size int64, limits sheet.Limits) (sheet.Book, error) {
	a, err := opc.Open(r, size, limits.WithDefaults())
	if err != nil {
		return nil, err
	}
	main, err := mainPart(a)
	if err != nil {
		return nil, err
	}
	w, err := readWorkbook(a, main)
	if err != nil {
		return nil, err
	}
	w.uniqueNames()
	b := &openBook{archive: a, sheets: w.sheets, date1904: w.date1904, stale: w.stale}
	if b.targets, err = a.Relations(main.Name); err != nil {
		return nil, err
	}
	if err := b.readTables(); err != nil {
		return nil, err
	}
	return b, nil
}

// mainPart finds the part with the workbook.
func mainPart(a *opc.Archive) (*opc.Part, error) {
	p, err := a.Main("xl/workbook.xml", "xl/workbook.bin")
	if err != nil {
		return nil, err
	}
	switch {
	case p == nil:
		return nil, unknown("the package holds no workbook")
	case strings.EqualFold(path.Ext(p.Name), ".bin"):
		return nil, unknown("the file is an Excel binary workbook (.xlsb), which is not read")
	}
	return p, nil
}

// readTables reads the shared strings and the cell formats.
func (b *openBook) readTables() error {
	if p := b.archive.First(b.targets, "sharedStrings"); p != nil {
		if err := b.strings.read(b.archive, p); err != nil {
			return err
		}
	}
	p := b.archive.First(b.targets, "styles")
	if p == nil {
		return nil
	}
	k, err := readKinds(b.archive, p)
	b.kinds = k
	return err
}

// Sheets gives the sheets with cells in the order of their tabs; sheets of
// charts and dialogs are left out.
func (b *openBook) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		ordinal := 0
		given := map[*opc.Part]bool{}
		for _, e := range b.sheets {
			if b.withoutCells(e) {
				continue
			}
			s, err := b.sheet(e)
			if err == nil && given[s.part] {
				// A small file could otherwise be as long to read as its list of sheets.
				err = damaged(s.part.Name, "sheet %q is the same part as another sheet", e.name)
			}
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			given[s.part] = true
			s.meta.Ordinal = ordinal
			ordinal++
			if !yield(s, nil) {
				return
			}
		}
	}
}

// withoutCells tells the sheets that hold no table: charts, dialogs, and macros
// from before there was a language for them.
func (b *openBook) withoutCells(e entry) bool {
	r, _ := b.targets.ByID(e.relation)
	switch r.Kind {
	case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet":
		return true
	}
	return false
}

func (b *openBook) sheet(e entry) (*reader, error) {
	r, ok := b.targets.ByID(e.relation)
	if !ok || r.External || r.Kind != "worksheet" {
		return nil, damaged("xl/workbook.xml", "sheet %q refers to no sheet of the package", e.name)
	}
	p := b.archive.Find(r.Target)
	if p == nil {
		return nil, damaged(r.Target, "the part with sheet %q is missing", e.name)
	}
	return &reader{
		book: b,
		part: p,
		meta: sheet.Meta{Format: "xlsx", Part: e.name, Visibility: e.visibility},
	}, nil
}

// Close does nothing: r belongs to who opened it.
func (b *openBook) Close() error { return nil }
