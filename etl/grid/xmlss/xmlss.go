// Package xmlss reads XML spreadsheets, the text format of Excel 2002 and 2003
// (SpreadsheetML 2003, .xml), which reporting systems still write under the
// name .xls.
//
// The one idea: what a workbook says in attributes is made explicit. A row or
// cell without an index follows the one before it, joined cells reach right and
// down from their first, formats come from the cell, its row, its column or its
// table; here every cell stands at its place with its own meaning. The XML is
// scanned once, a sheet at a time, and a sheet is held while it is read, because
// whether it is hidden stands behind its rows.
package xmlss

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"
	"strconv"

	"sanpin/etl/grid/csv/charset"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// maxFile bounds a workbook; what would fill more than it has more cells than are
// held.
const maxFile = 256 << 20

type book struct {
	r        io.ReaderAt
	size     int64
	lim      sheet.Limits
	encoding charset.Encoding
}

var reDeclared = regexp.MustCompile(`^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']`)

// Open looks at the start of the file r of size bytes. It fails with a
// [sheet.Error]: Unknown where the bytes are no text, TooLarge. What else is wrong
// with the file is told by the sheet where it stands.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	if most := min(lim.FileBytes, maxFile); size > most {
		return nil, opc.TooLarge("", "a workbook of %d bytes is more than the %d that are read", size, most)
	}
	head := make([]byte, min(size, 1<<10))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, err
	}
	label := ""
	if m := reDeclared.FindSubmatch(head); m != nil {
		label = string(m[1])
	}
	enc, err := charset.DetectLabelled(r, size, label)
	if err != nil {
		return nil, err
	}
	return &book{r, size, lim, enc}, nil
}

func (b *book) Close() error { return nil }

// text gives the file as UTF-8, behind its declaration: that names the encoding
// which it had.
func (b *book) text() (io.Reader, error) {
	r := bufio.NewReaderSize(charset.NewReader(b.r, b.size, b.encoding), 64<<10)
	head, err := r.Peek(1 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if start := bytes.TrimLeft(head, " \t\r\n"); bytes.HasPrefix(start, []byte("<?xml ")) {
		if end := bytes.Index(head, []byte("?>")); end >= 0 {
			_, err := r.Discard(end + len("?>"))
			return r, err
		}
	}
	return r, nil
}

// Sheets gives the worksheets in the order of the file.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		text, err := b.text()
		if err != nil {
			yield(nil, err)
			return
		}
		s := opc.NewScanner(b.lim, "XML")
		defer s.Release()
		if err := s.Stream(text); err != nil {
			yield(nil, err)
			return
		}
		r := reader{scan: s, lim: b.lim, kinds: map[string]sheet.Kind{}, names: map[string]bool{}}
		for {
			w, err := r.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(nil, err)
				return
			}
			w.meta.Encoding = string(b.encoding)
			if w.err != nil {
				if !yield(nil, w.err) {
					return
				}
				continue
			}
			if !yield(w, nil) {
				return
			}
		}
	}
}

// reader goes through a workbook.
type reader struct {
	scan     *opc.Scanner
	lim      sheet.Limits
	started  bool // the root was seen
	kinds    map[string]sheet.Kind
	date1904 bool
	sheets   int
	names    map[string]bool
	text     []byte // of the cell
	one      sheet.Cell
	last     tag
}

// next reads up to the end of the next worksheet; io.EOF after the last. An error
// ends the workbook; one of the worksheet alone is in the worksheet.
func (r *reader) next() (*worksheet, error) {
	s := r.scan
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF) && !r.started:
			return nil, s.Damaged("the file holds no workbook")
		case err != nil:
			return nil, err
		case tok != opc.StartTag:
			continue
		case !r.started && string(s.Name) != "Workbook":
			return nil, opc.Unknown(s.Place(), "the file starts with <%s>, not with a workbook", s.Name)
		}
		switch r.started = true; string(s.Name) {
		case "Workbook", "Styles":
		case "Style":
			err = r.style()
		case "ExcelWorkbook":
			err = r.options()
		case "Worksheet":
			return r.worksheet()
		default:
			err = s.Skip()
		}
		if err != nil {
			return nil, err
		}
	}
}

// options reads what holds for the whole workbook.
func (r *reader) options() error {
	for outside := r.scan.Depth() - 1; r.scan.Depth() > outside; {
		tok, err := r.scan.Next()
		if err != nil {
			return err
		}
		if tok == opc.StartTag && string(r.scan.Name) == "Date1904" {
			r.date1904 = true
		}
	}
	return nil
}

// maxSkip bounds the tags that are read to get from what is wrong in a worksheet to
// its end.
const maxSkip = 1_000_000

// worksheet reads one worksheet. What is wrong in it, as long as the XML goes on
// and the end is not far, is kept with it, and the reader goes to its end.
func (r *reader) worksheet() (*worksheet, error) {
	if r.sheets == r.lim.Sheets {
		return nil, opc.TooLarge(r.scan.Place(), "the workbook has more than %d sheets", r.lim.Sheets)
	}
	name, _ := r.scan.LocalAttr("Name")
	w := &worksheet{meta: sheet.Meta{Format: "xml", Part: r.unique(name), Ordinal: r.sheets}}
	r.sheets++
	outside := r.scan.Depth() - 1
	if w.err = r.content(w, outside); w.err == nil {
		return w, nil
	}
	for n := 0; r.scan.Depth() > outside; n++ {
		if _, err := r.scan.Next(); err != nil || n > maxSkip {
			return nil, w.err
		}
	}
	return w, nil
}

// unique gives a name that no sheet has yet.
func (r *reader) unique(name string) string {
	if name == "" {
		name = "sheet " + strconv.Itoa(r.sheets+1)
	}
	free := name
	for n := 2; r.names[free]; n++ {
		free = name + " (" + strconv.Itoa(n) + ")"
	}
	r.names[free] = true
	return free
}

func (r *reader) content(w *worksheet, outside int) error {
	s := r.scan
	for s.Depth() > outside {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok != opc.StartTag {
			continue
		}
		switch string(s.Name) {
		case "Table":
			err = r.table(w)
		case "WorksheetOptions":
		case "Visible":
			var b []byte
			b, err = s.AppendContent(nil)
			w.meta.Visibility = visibility(string(bytes.TrimSpace(b)))
		default:
			err = s.Skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func visibility(text string) sheet.Visibility {
	switch text {
	case "SheetHidden":
		return sheet.HiddenSheet
	case "SheetVeryHidden":
		return sheet.VeryHidden
	}
	return sheet.Visible
}
