package grid

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/pdf/pdftest"
	"sanpin/etl/grid/sheet"
)

// pack makes a ZIP file of empty parts, or "name=content".
func pack(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		name, content, _ := strings.Cut(p, "=")
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func workbook(t testing.TB) string {
	return pack(t,
		`[Content_Types].xml=<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		`_rels/.rels=<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		`xl/workbook.xml=<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
		`xl/_rels/workbook.xml.rels=<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		`xl/worksheets/sheet1.xml=<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`)
}

func wordDocument(t testing.TB) string {
	return pack(t, "[Content_Types].xml", `word/document.xml=<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`)
}

const openTable = `<t:table><t:table-row><t:table-cell><x:p>乙</x:p></t:table-cell></t:table-row></t:table>`

func openDocument(kind, body string) string {
	const ns = "urn:oasis:names:tc:opendocument:xmlns:"
	return `<o:document-content xmlns:o="` + ns + `office:1.0" xmlns:t="` + ns + `table:1.0" xmlns:x="` + ns + `text:1.0"><o:body><o:` + kind + `>` + body + `</o:` + kind + `></o:body></o:document-content>`
}

// wide encodes as UTF-16.
func wide(t testing.TB, s string) string {
	t.Helper()
	b, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func open(s string) (sheet.Book, error) {
	return Open(strings.NewReader(s), int64(len(s)), sheet.Limits{})
}

// firstCell gives the format of the first sheet and the text of its first cell.
func firstCell(t *testing.T, b sheet.Book) (format, text string) {
	t.Helper()
	for s, err := range b.Sheets() {
		if err != nil {
			t.Error(err)
			return
		}
		row, err := s.Next()
		if err != nil {
			t.Error(err)
			return
		}
		return s.Meta().Format, string(row.Cells[0].Text)
	}
	return "no sheets", ""
}

const xmlTable = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
	`<Worksheet ss:Name="s"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet></Workbook>`

// pdfTable gives a PDF with a table.
func pdfTable() string {
	d := pdftest.New()
	p := d.Page()
	p.Grid([]float64{50, 100, 150}, []float64{50, 70, 90})
	for i, s := range []string{"a", "b", "c", "1"} {
		p.Latin(60+50*float64(i%2), 64+20*float64(i/2), 10, s)
	}
	return string(d.Bytes())
}

const table = "<table><tr><td>a<td>b<tr><td>c<td>1</table>"

func TestOpen(t *testing.T) {
	for _, test := range []struct{ name, in, format, text string }{
		{"workbook", workbook(t), "xlsx", "7"},
		{"document", wordDocument(t), "docx", "甲"},
		{"spreadsheet of OpenDocument", pack(t, "mimetype", "content.xml="+openDocument("spreadsheet", openTable)), "ods", "乙"},
		{"text of OpenDocument", pack(t, "mimetype", "content.xml="+openDocument("text", openTable)), "odt", "乙"},
		{"comma", "a,b\n1,2\n", "csv", "a"},
		{"comma in UTF-16", wide(t, "a,b\n1,2\n"), "csv", "a"},
		{"less than", "<5万元,2\n", "csv", "<5万元"},
		{"one word", "x", "csv", "x"},
		{"printed", pdfTable(), "pdf", "a"},
		{"printed, after a blank line", "\r\n" + pdfTable(), "pdf", "a"},
		{"bare bytes of HTML", table, "html", "a"},
		{"page after blank lines and comments", "\n\n\r\n <!-- 以上这行设定本网页为excel格式的网页 -->\n<!-- x --><html><body>" + table, "html", "a"},
		{"page with a declaration", `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>` + table, "html", "a"},
		{"page with a mark", "\xEF\xBB\xBF<!DOCTYPE HTML><title>x</title>" + table, "html", "a"},
		{"page in UTF-16", wide(t, "<html>"+table), "html", "a"},
		{"page after a message of the program", "Warning: no limit set\n" + table, "html", "a"},
		{"mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n" + table + "\r\n--x--\r\n", "mht", "a"},
		{"mht from a browser", "From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"x\"\n\n--x\nContent-Type: text/html\n\n" + table + "\n--x--\n", "mht", "a"},
		{"xml spreadsheet", xmlTable, "xml", "a"},
		{"xml spreadsheet in UTF-16", wide(t, xmlTable), "xml", "a"},
		{"list that begins like a mail", "Date: 2024,b\n1,2\n", "csv", "Date: 2024"},
		{"page of an office program", `<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">` + table, "html", "a"},
	} {
		b, err := open(test.in)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if format, text := firstCell(t, b); format != test.format || text != test.text {
			t.Errorf("%s: %s %q, want %s %q", test.name, format, text, test.format, test.text)
		}
		if err := b.Close(); err != nil {
			t.Errorf("%s: close: %v", test.name, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	junk := make([]byte, 4096)
	for i := range junk {
		junk[i] = byte(i * i >> 3)
	}
	for _, test := range []struct {
		name, in string
		code     sheet.Code
		says     string // part of the message
	}{
		{"nothing", "", sheet.Damaged, "empty"},
		{"blanks", " \r\n\r\n", sheet.Damaged, "empty"},
		{"junk", string(junk), sheet.Unknown, "no text"},
		{"pdf", "%PDF-1.7\n%\xE2\xE3", sheet.Damaged, "PDF"},
		{"pdf after a blank line", "\r\n%PDF-1.4\n", sheet.Damaged, "PDF"},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00", sheet.NoText, "picture"},
		{"jpeg", "\xFF\xD8\xFF\xE0\x00\x10JFIF", sheet.NoText, "picture"},
		{"rtf", `{\rtf1\ansi 产值}`, sheet.Unknown, "Rich Text"},
		{"rar", "Rar!\x1A\x07\x01\x00", sheet.Unknown, "RAR"},
		{"7z", "7z\xBC\xAF\x27\x1C\x00\x04", sheet.Unknown, "7-Zip"},
		{"gzip", "\x1F\x8B\x08\x00", sheet.Unknown, "gzip"},
		{"docx of nothing", pack(t, "[Content_Types].xml", "word/document.xml"), sheet.Damaged, "empty"},
		{"pptx", pack(t, "[Content_Types].xml", "ppt/presentation.xml"), sheet.Unknown, "presentation"},
		{"ods of nothing", pack(t, "mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml"), sheet.Damaged, "empty"},
		{"odp", pack(t, "mimetype=application/vnd.oasis.opendocument.presentation", "content.xml="+openDocument("presentation", "")), sheet.Unknown, "presentation"},
		{"numbers", pack(t, "Index/Document.iwa"), sheet.Unknown, "Numbers"},
		{"xlsb", pack(t, "[Content_Types].xml", "xl/workbook.bin"), sheet.Unknown, "xlsb"},
		{"pack", pack(t, "表1.xls", "表2.xls"), sheet.Unknown, "ZIP"},
		{"mht without pages", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n", sheet.Damaged, "no page"},
		{"workbook cut short", workbook(t)[:900], sheet.Damaged, "cut short"},
		{"xml document", `<?xml version="1.0"?><w:wordDocument xmlns:w="x">`, sheet.Unknown, "Word"},
		{"xml", `<?xml version="1.0"?><data><row/></data>`, sheet.Unknown, "<data>"},
		{"xml without a declaration", `<report><row/></report>`, sheet.Unknown, "<report>"},
		{"json", `{"rows": [1]}`, sheet.Unknown, "JSON"},
		{"json rows", `[{"a": 1}]`, sheet.Unknown, "JSON"},
		{"frames of a workbook", `<html><frameset><frame src="x.files/sheet001.htm"></frameset>`, sheet.Unknown, "frame"},
		{"excel 4", "\x09\x04\x06\x00\x00\x00\x10\x00", sheet.Unknown, "Excel 4"},
		{"ole of nothing", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", sheet.Damaged, ""},
		{"sqlite", "SQLite format 3\x00\x10", sheet.Unknown, "SQLite"},
		{"parquet", "PAR1\x15\x04", sheet.Unknown, "Parquet"},
	} {
		b, err := open(test.in)
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || !strings.Contains(e.Cause, test.says) || e.Remedy == "" || b != nil {
			t.Errorf("%s: %v, want %s that says %q with a remedy", test.name, err, test.code, test.says)
		}
	}
	_, err := Open(strings.NewReader("a,b"), 3, sheet.Limits{FileBytes: 2})
	var e *sheet.Error
	if !errors.As(err, &e) || e.Code != sheet.TooLarge || e.Remedy == "" {
		t.Errorf("a file past the limit: %v, want too_large", err)
	}
	if _, err := Open(strings.NewReader("a,b"), 30, sheet.Limits{}); err == nil {
		t.Error("a file shorter than its size opens")
	}
}

// faulty panics as a book, and as a sheet.
type faulty struct {
	sheet.Sheet
	book bool
}

func (f faulty) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		if !yield(f, nil) {
			return
		}
		if f.book {
			panic("book fault")
		}
	}
}

func (f faulty) Next() (*sheet.Row, error) { panic("sheet fault") }
func (f faulty) Close() error              { return nil }

func TestPanics(t *testing.T) {
	defer func(o opener) { openers[delimited] = o }(openers[delimited])
	openers[delimited] = func(io.ReaderAt, int64, sheet.Limits) (sheet.Book, error) { panic("open fault") }
	check := func(what string, err error) {
		t.Helper()
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != sheet.Damaged || !strings.Contains(e.Cause, what) || e.Remedy == "" {
			t.Errorf("%v, want damaged by %q", err, what)
		}
	}
	b, err := open("a,b")
	if check("open fault", err); b != nil {
		t.Error("a book beside the error")
	}
	seen := 0
	for s, err := range (guarded{faulty{book: true}}).Sheets() {
		if seen++; seen == 2 {
			check("book fault", err)
			continue
		}
		for range 2 { // the second call tells the same
			_, err = s.Next()
			check("sheet fault", err)
		}
	}
	if seen != 2 {
		t.Errorf("%d elements, want the sheet and the fault", seen)
	}
	func() {
		defer func() {
			if v := recover(); v != "loop fault" {
				t.Errorf("recovered %v: a panic of the loop must pass", v)
			}
		}()
		for range (guarded{faulty{}}).Sheets() {
			panic("loop fault")
		}
	}()
}

// TestFilings opens every real table; the format must be the one that the gold
// was made from.
func TestFilings(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "filings", "tables")
	golds, _ := filepath.Glob(filepath.Join(dir, "*.gold.json"))
	if len(golds) == 0 {
		t.Skip("no shared filings in ", dir)
	}
	for _, gold := range golds {
		name := strings.TrimSuffix(gold, ".gold.json")
		b, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		want := strings.TrimPrefix(filepath.Ext(name), ".")
		if strings.HasPrefix(filepath.Base(name), "soshu") {
			want = "html" // named .xls
		}
		book, err := open(string(b))
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(name), err)
			continue
		}
		rows := 0
		for s, err := range book.Sheets() {
			if err != nil {
				t.Errorf("%s: %v", filepath.Base(name), err)
				continue
			}
			if s.Meta().Format != want {
				t.Errorf("%s is read as %s", filepath.Base(name), s.Meta().Format)
			}
			g, err := sheet.Hold(s, sheet.Limits{})
			if err != nil {
				t.Errorf("%s: %s: %v", filepath.Base(name), s.Meta().Part, err)
				continue
			}
			rows = max(rows, g.Rows)
		}
		if rows < 10 {
			t.Errorf("%s: %d rows", filepath.Base(name), rows)
		}
	}
}

func FuzzOpen(f *testing.F) {
	for _, s := range []string{workbook(f), wordDocument(f), "a,b\n1,2", table, "<?xml?><workbook>", "\x09\x08\x10\x00\x00\x06\x05\x00", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "%PDF-", "PK\x03\x04", "MIME-Version: 1.0\nContent-Type: text/html\n\n" + table, xmlTable} {
		f.Add([]byte(s))
	}
	lim := sheet.Limits{InflatedBytes: 1 << 20, TextBytes: 1 << 12, Cells: 1 << 14, Spans: 1 << 10, HeldCells: 1 << 14}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
		if err != nil {
			told(t, err)
			return
		}
		for s, err := range book.Sheets() {
			if err != nil {
				told(t, err)
				continue
			}
			if _, err := sheet.Hold(s, lim); err != nil {
				told(t, err)
			}
		}
		book.Close()
	})
}

// told holds an error to its promises: it is a [sheet.Error], and no panic.
func told(t *testing.T, err error) {
	var e *sheet.Error
	if !errors.As(err, &e) || strings.Contains(e.Cause, "panic") {
		t.Fatal(err)
	}
}
