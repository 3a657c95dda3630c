package grid

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"sanpin/etl/grid/sheet"
)

// format is a family of files that one package reads.
type format int

const (
	compound  format = iota // OLE, or the bare records of a workbook
	pkg                     // Office Open XML: a workbook
	document                // Office Open XML: a Word document
	openDoc                 // OpenDocument: a spreadsheet or a text
	page                    // HTML
	archived                // MIME HTML
	xmlBook                 // XML spreadsheet of Excel 2003
	delimited               // text
	printed                 // PDF
)

// sniffBytes at the start of a file tell its format.
const sniffBytes = 64 << 10

// What a person can do about a file of another format.
const (
	saveAs    = "open it in Excel or WPS and save it as .xlsx (另存为 .xlsx)"
	copyTable = "copy its tables into a workbook and save that as .xlsx (另存为 .xlsx)"
	unpack    = "unpack it and file what is inside (解压后分别报送)"
	typeIn    = "there is no text in it: file the table as .xlsx (另存为 .xlsx)"
)

// signatures of the formats that are not text, by their first bytes.
var signatures = []struct {
	start string
	reads format
	code  sheet.Code // of those that are refused
	is    string
	todo  string
}{
	{start: "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", reads: compound},
	{start: "\x09\x08", reads: compound}, // BIFF5, BIFF8
	{start: "\x09\x00\x04\x00", reads: compound},
	{start: "\x09\x02\x06\x00", reads: compound},
	{start: "\x09\x04\x06\x00", reads: compound},
	{start: "\x89PNG", code: sheet.NoText, is: "a PNG picture", todo: typeIn},
	{start: "\xFF\xD8\xFF", code: sheet.NoText, is: "a JPEG picture", todo: typeIn},
	{start: "GIF8", code: sheet.NoText, is: "a GIF picture", todo: typeIn},
	{start: "II*\x00", code: sheet.NoText, is: "a TIFF picture", todo: typeIn},
	{start: "MM\x00*", code: sheet.NoText, is: "a TIFF picture", todo: typeIn},
	{start: "%PDF-", reads: printed},
	{start: "{\\rtf", code: sheet.Unknown, is: "a Rich Text document, which is not read", todo: copyTable},
	{start: "Rar!\x1A\x07", code: sheet.Unknown, is: "a RAR pack of files", todo: unpack},
	{start: "7z\xBC\xAF\x27\x1C", code: sheet.Unknown, is: "a 7-Zip pack of files", todo: unpack},
	{start: "\x1F\x8B", code: sheet.Unknown, is: "a gzip pack", todo: unpack},
	{start: "PAR1", code: sheet.Unknown, is: "a Parquet file, which is not a filing", todo: saveAs},
	{start: "SQLite format 3\x00", code: sheet.Unknown, is: "an SQLite database", todo: "export its tables as CSV"},
}

func refuse(code sheet.Code, is, todo string) error {
	return sheet.Errorf(code, "", "the file is %s", is).Advise(todo)
}

// sniff tells the format of a file, or why it is not read.
func sniff(r io.ReaderAt, size int64) (format, error) {
	head := make([]byte, min(size, sniffBytes))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return 0, fmt.Errorf("read the first %d bytes: %w", len(head), err)
	}
	if len(bytes.TrimSpace(head)) == 0 && size <= sniffBytes {
		return 0, refuse(sheet.Damaged, fmt.Sprintf("empty (%d bytes)", size), "file it again (重新报送)")
	}
	for _, s := range signatures {
		switch {
		case !bytes.HasPrefix(head, []byte(s.start)):
		case s.is == "":
			return s.reads, nil
		default:
			return 0, refuse(s.code, s.is, s.todo)
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return sniffZip(r, size)
	}
	if i := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); i >= 0 {
		return sniff(io.NewSectionReader(r, int64(i), size-int64(i)), size-int64(i))
	}
	return sniffText(head)
}

// sniffZip tells by the names of its parts what a ZIP file is.
func sniffZip(r io.ReaderAt, size int64) (format, error) {
	names := zipNames(r, size)
	for _, name := range names {
		switch lower := strings.ToLower(strings.ReplaceAll(name, `\`, "/")); {
		case strings.HasPrefix(lower, "xl/"):
			return pkg, nil
		case strings.HasPrefix(lower, "word/"):
			return document, nil
		case lower == "ppt/presentation.xml":
			return 0, refuse(sheet.Unknown, "a presentation (.pptx), which is not read", copyTable)
		case lower == "content.xml":
			return openDoc, nil
		case lower == "ofd.xml":
			return 0, refuse(sheet.Unknown, "an OFD document (.ofd), which is not read", copyTable)
		case lower == "index/document.iwa":
			return 0, refuse(sheet.Unknown, "a Numbers or Pages document, which is not read", "export it as .xlsx (另存为 .xlsx)")
		}
	}
	for _, name := range names {
		if strings.EqualFold(name, "[Content_Types].xml") {
			return pkg, nil // a workbook under another name, perhaps
		}
	}
	if len(names) == 0 {
		return 0, refuse(sheet.Damaged, "a ZIP package, as .xlsx is, that was cut short: it has no directory at its end", "file it again (重新报送)")
	}
	return 0, refuse(sheet.Unknown, fmt.Sprintf("a ZIP pack of files (%d of them, %q the first), which is opened when it is received (sanpin refresh)", len(names), names[0]), unpack)
}

// zipNames gives the names in the directory at the end of a ZIP file, as far as
// it lies in the last megabyte.
func zipNames(r io.ReaderAt, size int64) (names []string) {
	tail := make([]byte, min(size, 1<<20))
	if n, _ := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) {
		return nil
	}
	for {
		i := bytes.Index(tail, []byte("PK\x01\x02"))
		if i < 0 || len(tail) < i+46 {
			return names
		}
		end := 46 + int(tail[i+28]) + int(tail[i+29])<<8
		if tail = tail[i:]; len(tail) < end {
			return names
		}
		names = append(names, string(tail[46:end]))
		tail = tail[end:]
	}
}
