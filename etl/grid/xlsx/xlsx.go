// Package xlsx reads workbooks of the Office Open XML format (.xlsx, .xlsm,
// .xltx, .xltm) as sheets of cells, in one pass and in little memory.
//
// The one idea: a workbook is a ZIP package of a few XML parts with a few
// elements that matter, so a scanner made for just these reads it at the speed
// at which it can be inflated. Nothing of the file is believed: sizes, counts and
// references are checked, and each limit of [sheet.Limits] is held.
//
// A cell is given as the file has it: formulas by their cached value, numbers
// whose format shows a date as dates, texts joined from their runs. Encrypted
// workbooks are OLE containers and not read here; neither is .xlsb.
//
// The files: zip.go and part.go get at the bytes of a part, scanner.go and
// text.go at its XML, workbook.go, strings.go and styles.go read what belongs to
// the book, sheet.go, cell.go, number.go and spans.go a sheet.
package xlsx

import (
	"io"
	"iter"
	"path"
	"strings"

	"sanpin/etl/grid/sheet"
)

// openBook is an opened workbook.
type openBook struct {
	archive  *archive
	sheets   []entry
	targets  relations
	strings  stringTable
	kinds    kinds
	date1904 bool
	stale    bool
}

// Open reads what a workbook says of itself: its sheets, shared strings and cell
// formats. The rows are read by its sheets. r must stay open as long as the book.
// What is wrong with the file is told by a [*sheet.Error].
func Open(r io.ReaderAt, size int64, limits sheet.Limits) (sheet.Book, error) {
	a, err := openArchive(r, size, limits.WithDefaults())
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	w, err := readWorkbook(a, main)
	if err != nil {
		return nil, err
	}
	w.uniqueNames()
	b := &openBook{archive: a, sheets: w.sheets, date1904: w.date1904, stale: w.stale}
	if b.targets, err = a.relations(resolve("", main.name)); err != nil {
		return nil, err
	}
	if err := b.readTables(); err != nil {
		return nil, err
	}
	return b, nil
}

// mainPart finds the part with the workbook.
func (a *archive) mainPart() (*part, error) {
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	p := a.first(top, "officeDocument")
	for _, usual := range []string{"xl/workbook.xml", "xl/workbook.bin"} {
		if p == nil {
			p = a.find(usual)
		}
	}
	switch {
	case p == nil:
		return nil, unknown("the package holds no workbook")
	case strings.EqualFold(path.Ext(p.name), ".bin"):
		return nil, unknown("the file is an Excel binary workbook (.xlsb), which is not read")
	}
	return p, nil
}

// readTables reads the shared strings and the cell formats.
func (b *openBook) readTables() error {
	if p := b.archive.first(b.targets, "sharedStrings"); p != nil {
		if err := b.strings.read(b.archive, p); err != nil {
			return err
		}
	}
	p := b.archive.first(b.targets, "styles")
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
		given := map[*part]bool{}
		for _, e := range b.sheets {
			if b.withoutCells(e) {
				continue
			}
			s, err := b.sheet(e)
			if err == nil && given[s.part] {
				// A small file could otherwise be as long to read as its list of sheets.
				err = damaged(s.part.name, "sheet %q is the same part as another sheet", e.name)
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
	r, _ := b.targets.byID(e.relation)
	switch r.kind {
	case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet":
		return true
	}
	return false
}

func (b *openBook) sheet(e entry) (*reader, error) {
	r, ok := b.targets.byID(e.relation)
	if !ok || r.external || r.kind != "worksheet" {
		return nil, damaged("xl/workbook.xml", "sheet %q refers to no sheet of the package", e.name)
	}
	p := b.archive.find(r.target)
	if p == nil {
		return nil, damaged(r.target, "the part with sheet %q is missing", e.name)
	}
	return &reader{
		book: b,
		part: p,
		meta: sheet.Meta{Format: "xlsx", Part: e.name, Visibility: e.visibility},
	}, nil
}

// Close does nothing: r belongs to who opened it.
func (b *openBook) Close() error { return nil }
