// Package xls reads legacy Excel workbooks: BIFF8 (Excel 97-2003, WPS .et) and
// BIFF5/7 (Excel 5 and 95), in an OLE compound file or as a bare stream.
//
// It reads the stored records itself, because the libraries at hand return wrong
// numbers on ordinary files, and streams them: a sheet is passed over once to
// learn its merged cells, hidden rows and columns and the order of its rows,
// then a second time cell by cell. Workbooks that Excel encrypted with its
// default password open like others; any other password is refused. Values are
// those stored beside formulas: nothing is calculated.
package xls

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/sheet"
)

const (
	biff8 = 0x0600

	globalStream = 0x0005 // substream types in BOF
	sheetStream  = 0x0010

	worksheetKind = 0 // kinds of sheet in BOUNDSHEET; the others are macros, charts and modules
)

// book holds what the sheets of a workbook share.
type book struct {
	src     io.ReaderAt
	size    int64
	lim     sheet.Limits
	version uint16
	cipher  func() cipher // nil where nothing is encrypted
	charset charset
	d1904   bool
	formats map[uint16]sheet.Kind // what the number formats of the file show
	styles  []uint16              // the number format of each cell style
	kinds   []sheet.Kind          // what it shows
	shared  texts
	sheets  []bound
	names   map[string]bool // of the sheets
}

// bound is a worksheet as the list of sheets has it.
type bound struct {
	name       string
	visibility sheet.Visibility
	at         int64
}

// Open reads what a workbook holds before its sheets. The error is a
// [*sheet.Error]: Unknown for other formats, Encrypted, Damaged or TooLarge.
// The reader is used until the book is closed.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	if size > lim.FileBytes {
		return nil, tooLarge("", "the file has %d bytes, more than %d", size, lim.FileBytes)
	}
	src, size, err := workbookStream(r, size, lim)
	if err != nil {
		return nil, err
	}
	b := &book{src: src, size: size, lim: lim, charset: newCharset(0), formats: map[uint16]sheet.Kind{}, names: map[string]bool{}}
	if err := b.readGlobals(); err != nil {
		return nil, err
	}
	b.judgeFormats()
	return b, nil
}

// Close is that of [sheet.Book]; the reader given to Open stays open.
func (b *book) Close() error { return nil }

// Sheets is that of [sheet.Book]. Chart, macro and module sheets are left out.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		var passed int64 // sheets do not overlap, so together they are no longer than the stream
		for i := range b.sheets {
			s := b.sheet(i)
			err := s.survey()
			if passed += s.bytes; passed > b.size {
				yield(nil, damaged(s.recs.place(), "the sheets of the workbook overlap"))
				return
			}
			if err == nil {
				err = s.rewind()
			}
			if err != nil && !yield(nil, err) || err == nil && !yield(s, nil) {
				return
			}
		}
	}
}

// workbookStream finds the stream of records in the file.
func workbookStream(r io.ReaderAt, size int64, lim sheet.Limits) (io.ReaderAt, int64, error) {
	var head [8]byte
	n, err := r.ReadAt(head[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, damaged("", "%v", err)
	}
	if n >= 4 && le.Uint16(head[:]) == recBOF && le.Uint16(head[2:]) <= 32 {
		return r, size, nil
	}
	if string(head[:n]) != oleSignature {
		return nil, 0, notWorkbook(head[:n])
	}
	c, err := openCompound(r, size, lim.Entries)
	if err != nil {
		return nil, 0, err
	}
	for _, name := range []string{"workbook", "book"} { // a file for both Excel 95 and 97 has both
		if e, ok := c.root[name]; ok {
			return c.stream(e, name)
		}
	}
	return nil, 0, otherCompound(c)
}

// notWorkbook says what a file that is no workbook of these formats may be.
func notWorkbook(head []byte) error {
	if len(head) >= 4 {
		switch le.Uint16(head) {
		case recBOF2, recBOF3, recBOF4:
			return tooOld()
		}
	}
	return unknown("it is no Excel 5-2003 workbook", "open it in Excel or WPS and save it as .xlsx")
}

func tooOld() error {
	return unknown("it is a workbook of Excel 4 or older", "open it in Excel or WPS and save it as .xlsx")
}

func otherCompound(c *compound) error {
	for name, is := range map[string]string{
		"worddocument":        "it is a Word document",
		"powerpoint document": "it is a PowerPoint presentation",
	} {
		if _, ok := c.root[name]; ok {
			return unknown(is, "save its tables in a workbook, or the text as .docx")
		}
	}
	if _, ok := c.root["encryptedpackage"]; ok {
		return needsPassword()
	}
	return unknown("it is an OLE file without a workbook", "open it in the program that wrote it and save it as .xlsx")
}

// records opens the stream of records at a byte.
func (b *book) records(at int64, name string) *records {
	r := &records{src: b.src, size: b.size, pos: at, sheet: name}
	if b.cipher != nil {
		r.cipher = b.cipher()
	}
	return r
}

func (b *book) sheet(i int) *worksheet {
	return &worksheet{
		book: b,
		meta: sheet.Meta{Format: "xls", Part: b.sheets[i].name, Ordinal: i, Visibility: b.sheets[i].visibility},
		recs: b.records(b.sheets[i].at, b.sheets[i].name),
	}
}

// judgeFormats tells once for every cell style what its numbers are.
func (b *book) judgeFormats() {
	for _, id := range b.styles {
		kind, ok := b.formats[id]
		if !ok {
			kind = numfmt.IsDate(int(id), "")
		}
		b.kinds = append(b.kinds, kind)
	}
}

// uniqueName makes the name of a sheet unlike those before it, as files not
// written by Excel may repeat one.
func (b *book) uniqueName(name string) string {
	unique := name
	for n := len(b.sheets) + 1; b.names[unique]; n++ {
		unique = fmt.Sprintf("%s (%d)", name, n)
	}
	b.names[unique] = true
	return unique
}
