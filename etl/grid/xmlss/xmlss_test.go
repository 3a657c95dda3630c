package xmlss

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/sheet"
)

const namespaces = `xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"`

// workbook is a workbook of what stands in it.
func workbook(in string) string {
	return `<?xml version="1.0"?>` + "\n" + `<?mso-application progid="Excel.Sheet"?>` + "\n<Workbook " + namespaces + ">\n" + in + "</Workbook>\n"
}

// book is a workbook of one sheet with these rows, and styles for all kinds.
func book1(table string) string {
	return workbook(`<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><WindowHeight>9</WindowHeight></ExcelWorkbook>
<Styles><Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体"/><NumberFormat/></Style>
<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="p2"><NumberFormat ss:Format="0.00%"/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;;@"/></Style><Style ss:ID="d2"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style><Style ss:ID="n"><NumberFormat ss:Format="#,##0.00"/></Style>
<Style ss:ID="pp" ss:Parent="p"><Font ss:Bold="1"/></Style></Styles>
<Worksheet ss:Name="表1">` + table + `</Worksheet>`)
}

func cell(attrs, typ, data string) string {
	return "<Cell" + attrs + `><Data ss:Type="` + typ + `">` + data + "</Data></Cell>"
}

var kinds = map[sheet.Kind]string{sheet.Blank: "blank", sheet.Text: "", sheet.Number: "n", sheet.Bool: "bool", sheet.Fault: "fault",
	sheet.Date: "date", sheet.Duration: "duration", sheet.Share: "share"}

var flags = []struct {
	flag sheet.Flag
	name string
}{{sheet.Formula, "formula"}, {sheet.NoCache, "nocache"}, {sheet.Rounded, "rounded"}, {sheet.Hidden, "hidden"}, {sheet.RichText, "rich"}}

// read writes a workbook as text, a line a row: A1=kind "text" (stored) flags.
func read(in string, lim sheet.Limits) string {
	b, err := Open(strings.NewReader(in), int64(len(in)), lim)
	if err != nil {
		return "error: " + err.Error()
	}
	var out strings.Builder
	for s, err := range b.Sheets() {
		if err != nil {
			fmt.Fprintln(&out, "error:", err)
			continue
		}
		fmt.Fprintf(&out, "[%s]%s\n", s.Meta().Part, []string{"", " hidden", " very hidden"}[s.Meta().Visibility])
		for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
			for _, c := range row.Cells {
				fmt.Fprintf(&out, "%s=%s%q", s.Locate(row.Index, c.Col), kinds[c.Kind], c.Text)
				if c.Stored != nil {
					fmt.Fprintf(&out, "(%s)", c.Stored)
				}
				for _, f := range flags {
					if c.Flags&f.flag != 0 {
						out.WriteString(" " + f.name)
					}
				}
				out.WriteByte('\n')
			}
		}
		if spans, whole := s.Spans(); len(spans) > 0 || !whole {
			fmt.Fprintln(&out, "joined", spans)
		}
	}
	return out.String()
}

func TestCells(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"places", "<Row>" + cell("", "String", "a") + cell("", "Number", "1") + `</Row><Row ss:Index="4">` + cell(` ss:Index="3"`, "String", "b") + cell("", "String", "c") + "</Row><Row>" + cell("", "String", "d") + "</Row>",
			"A1=\"a\"\nB1=n\"1\"\nC4=\"b\"\nD4=\"c\"\nA5=\"d\"\n"},
		{"blank cells and rows count", "<Row/><Row ss:Span=\"2\"/><Row><Cell/>" + cell(` ss:StyleID="n"`, "String", "") + cell("", "String", "a") + "</Row>", "C5=\"a\"\n"},
		{"joined", "<Row>" + cell(` ss:MergeAcross="1" ss:MergeDown="2"`, "String", "a") + cell("", "String", "b") + "</Row>", "A1=\"a\"\nC1=\"b\"\njoined [{0 0 2 1}]\n"},
		{"numbers", "<Row>" + cell("", "Number", "1.0000000000000002") + cell("", "Number", "1.5E3") + cell("", "Number", "0.123456789012345678") + cell("", "Number", "0x10") + cell("", "Number", "1e999") + cell("", "Number", " 7 ") + "</Row>",
			"A1=n\"1\"(1.0000000000000002) rounded\nB1=n\"1500\"(1.5E3)\nC1=n\"0.123456789012346\"(0.123456789012345678) rounded\nD1=\"0x10\"\nE1=fault\"#NUM!\"(1e999)\nF1=n\"7\"\n"},
		{"shares", "<Row>" + cell(` ss:StyleID="p"`, "Number", "0.1234") + cell(` ss:StyleID="p2"`, "Number", "1.29") + cell(` ss:StyleID="pp"`, "Number", "-0.5") + cell(` ss:StyleID="n"`, "Number", "0.5") + cell(` ss:StyleID="none"`, "Number", "0.5") + "</Row>",
			"A1=share\"12.34%\"(0.1234)\nB1=share\"129%\"(1.29)\nC1=share\"-50%\"(-0.5)\nD1=n\"0.5\"\nE1=n\"0.5\"\n"},
		{"styles of rows and columns", `<Column ss:Index="2" ss:StyleID="p" ss:Span="1"/><Row>` + cell("", "Number", "1") + cell("", "Number", "0.1") + cell(` ss:StyleID="n"`, "Number", "0.1") + `</Row><Row ss:StyleID="d2">` + cell("", "Number", "45567") + "</Row>",
			"A1=n\"1\"\nB1=share\"10%\"(0.1)\nC1=n\"0.1\"\nA2=date\"2024-10-02\"(45567)\n"},
		{"dates and times", "<Row>" + cell(` ss:StyleID="d"`, "DateTime", "2024-05-01T00:00:00.000") + cell(` ss:StyleID="d2"`, "DateTime", "2024-05-01T08:30:59.600") + cell(` ss:StyleID="t"`, "DateTime", "1899-12-31T08:30:00.000") + cell(` ss:StyleID="t"`, "DateTime", "1900-01-01T01:00:00.000") + cell("", "DateTime", "1899-12-31T00:00:10.000") + cell("", "DateTime", "2024-05-01") + cell("", "DateTime", "soon") + "</Row>",
			"A1=date\"2024-05-01\"(2024-05-01T00:00:00.000)\nB1=date\"2024-05-01T08:31:00\"(2024-05-01T08:30:59.600)\nC1=duration\"8:30:00\"(1899-12-31T08:30:00.000)\n" +
				"D1=duration\"25:00:00\"(1900-01-01T01:00:00.000)\nE1=duration\"0:00:10\"(1899-12-31T00:00:10.000)\nF1=date\"2024-05-01\"\nG1=\"soon\"\n"},
		{"other types", "<Row>" + cell("", "Boolean", "1") + cell("", "Boolean", "0") + cell("", "Boolean", "x") + cell("", "Error", "#DIV/0!") + "<Cell><Data>7</Data></Cell></Row>",
			"A1=bool\"TRUE\"\nB1=bool\"FALSE\"\nC1=\"x\"\nD1=fault\"#DIV/0!\"\nE1=\"7\"\n"},
		{"formulas", `<Row>` + cell(` ss:Formula="=R1C1"`, "Number", "2") + `<Cell ss:Formula="=A"/>` + cell(` ss:Formula="=B"`, "String", "") + "</Row>",
			"A1=n\"2\" formula\nB1=blank\"\" formula nocache\nC1=blank\"\" formula\n"},
		{"texts", "<Row>" + cell("", "String", "a&amp;b&#10;c&#x4E00;<!-- -->d") + `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">R<B>&amp;</B><Font html:Size="9">D 经费</Font></ss:Data><Comment ss:Author="x"><ss:Data>note</ss:Data></Comment><NamedCell ss:Name="n"/></Cell>` + cell("", "String", "<![CDATA[<5%]]>") + "</Row>",
			"A1=\"a&b\\nc一d\" rich\nB1=\"R&D 经费\" rich\nC1=\"<5%\"\n"},
		{"hidden rows and columns", `<Column ss:Hidden="1"/><Column/><Row ss:Hidden="1">` + cell("", "String", "a") + cell("", "String", "b") + "</Row><Row>" + cell("", "String", "c") + cell("", "String", "d") + "</Row>",
			"A1=\"a\" hidden\nB1=\"b\" hidden\nA2=\"c\" hidden\nB2=\"d\"\n"},
	} {
		if diff := cmp.Diff("[表1]\n"+test.want, read(book1(`<Table>`+test.in+`</Table>`), sheet.Limits{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestBooks(t *testing.T) {
	row := "<Row>" + cell("", "String", "甲") + "</Row>"
	one := workbook(`<Worksheet ss:Name="表"><Table>` + row + `</Table></Worksheet>`)
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(one)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(one, `version="1.0"`, `version="1.0" encoding="UTF-16"`, 1))
	for _, test := range []struct{ name, in, want string }{
		{"utf-8", one, "[表]\nA1=\"甲\"\n"},
		{"gbk", strings.Replace(gbk, `version="1.0"`, `version="1.0" encoding="gb2312"`, 1), "[表]\nA1=\"甲\"\n"},
		{"utf-8 that says gbk", strings.Replace(one, `version="1.0"`, `version="1.0" encoding="gb2312"`, 1), "[表]\nA1=\"甲\"\n"},
		{"utf-16", wide, "[表]\nA1=\"甲\"\n"},
		{"with a mark, without a declaration", "\xef\xbb\xbf" + one[strings.Index(one, "<Work"):], "[表]\nA1=\"甲\"\n"},
		{"prefix on elements", strings.NewReplacer("<Row", "<ss:Row", "</Row", "</ss:Row", "<Cell", "<ss:Cell", "</Cell", "</ss:Cell", "<Workbook", "<ss:Workbook", "</Workbook", "</ss:Workbook").Replace(one), "[表]\nA1=\"甲\"\n"},
		{"table in the middle", workbook(`<Worksheet ss:Name="表"><Table ss:LeftCell="3" ss:TopCell="2"><Column ss:Hidden="1"/>` + row + `<Row ss:Index="3">` + cell(` ss:Index="2"`, "Number", "1") + `</Row></Table></Worksheet>`), "[表]\nC2=\"甲\" hidden\nD4=n\"1\"\n"},
		{"hidden sheets, names that are not unique", workbook(`<Worksheet ss:Name="a"><Table>` + row + `</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Print/><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>` +
			`<Worksheet ss:Name="a"><WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet><Worksheet/>`), "[a] hidden\nA1=\"甲\"\n[a (2)] very hidden\n[sheet 3]\n"},
		{"1904", workbook(`<ExcelWorkbook><Date1904/></ExcelWorkbook><Styles><Style ss:ID="d"><NumberFormat ss:Format="Long Date"/></Style></Styles><Worksheet ss:Name="a"><Table><Row>` +
			cell(` ss:StyleID="d"`, "Number", "1") + cell(` ss:StyleID="d"`, "DateTime", "1904-01-01T00:00:00.000") + cell("", "DateTime", "1904-01-01T01:00:00.000") + `</Row></Table></Worksheet>`),
			"[a]\nA1=date\"1904-01-02\"(1)\nB1=date\"1904-01-01\"(1904-01-01T00:00:00.000)\nC1=duration\"1:00:00\"(1904-01-01T01:00:00.000)\n"},
		{"a bad sheet costs itself", workbook(`<Worksheet ss:Name="a"><Table>` + row + `<Row ss:Index="1"/></Table></Worksheet><Worksheet ss:Name="b"><Table>` + row + `</Table></Worksheet>`),
			"error: XML byte 362: index 1 comes behind index 1 (ask for the file again, or open it in Office or WPS and save it under a new name (另存为))\n[b]\nA1=\"甲\"\n"},
	} {
		if diff := cmp.Diff(test.want, read(test.in, sheet.Limits{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestRefusals(t *testing.T) {
	rows := func(s string) string { return workbook(`<Worksheet ss:Name="a"><Table>` + s + `</Table></Worksheet>`) }
	for _, test := range []struct {
		name, in string
		lim      sheet.Limits
		code     sheet.Code
		says     string
	}{
		{"cut short", rows("<Row>" + cell("", "String", "a"))[:360], sheet.Limits{}, sheet.Damaged, "cut short"},
		{"empty", `<?xml version="1.0"?>`, sheet.Limits{}, sheet.Damaged, "no workbook"},
		{"other root", `<?xml version="1.0"?><data/>`, sheet.Limits{}, sheet.Unknown, "<data>"},
		{"entities", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc">]>` + workbook("")[21:], sheet.Limits{}, sheet.Damaged, "DOCTYPE"},
		{"nesting", rows(strings.Repeat("<a>", 300)), sheet.Limits{}, sheet.TooLarge, "nested"},
		{"long text", rows("<Row>" + cell("", "String", strings.Repeat("x", 100)) + "</Row>"), sheet.Limits{TextBytes: 99}, sheet.TooLarge, "longer than 99"},
		{"cells", rows("<Row>" + strings.Repeat(cell("", "Number", "1"), 4) + "</Row>"), sheet.Limits{Cells: 3}, sheet.TooLarge, "3 filled cells"},
		{"held cells", rows("<Row>" + strings.Repeat(cell("", "Number", "1"), 4) + "</Row>"), sheet.Limits{HeldCells: 3}, sheet.TooLarge, "3 filled cells"},
		{"spans", rows("<Row>" + strings.Repeat(`<Cell ss:MergeAcross="1"/>`, 4) + "</Row>"), sheet.Limits{Spans: 3}, sheet.TooLarge, "joined"},
		{"sheets", workbook(strings.Repeat("<Worksheet/>", 4)), sheet.Limits{Sheets: 3}, sheet.TooLarge, "more than 3 sheets"},
		{"index", rows(`<Row ss:Index="0"/>`), sheet.Limits{}, sheet.Damaged, `<Row> has "0"`},
		{"rows", rows(`<Row ss:Index="1048576"/><Row/>`), sheet.Limits{}, sheet.Damaged, "more than 1048576 rows"},
		{"columns", rows(`<Row><Cell ss:Index="16384"/><Cell/></Row>`), sheet.Limits{}, sheet.Damaged, "16384 columns"},
		{"two cells in one place", rows(`<Row><Cell ss:Index="2"/><Cell ss:Index="2"/></Row>`), sheet.Limits{}, sheet.Damaged, "behind"},
		{"merge past the sheet", rows(`<Row><Cell ss:MergeAcross="16384"/></Row>`), sheet.Limits{}, sheet.Damaged, `<Cell> has "16384"`},
		{"no text", strings.Repeat("\x01\x02\x03", 100), sheet.Limits{}, sheet.Unknown, "no text"},
	} {
		err := firstError(test.in, test.lim)
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || !strings.Contains(e.Error(), test.says) || e.Remedy == "" {
			t.Errorf("%s: %v, want %s that says %q with a remedy", test.name, err, test.code, test.says)
		}
	}
}

func firstError(in string, lim sheet.Limits) error {
	b, err := Open(strings.NewReader(in), int64(len(in)), lim)
	if err != nil {
		return err
	}
	for _, err := range b.Sheets() {
		if err != nil {
			return err
		}
	}
	return nil
}

// FuzzOpen reads arbitrary bytes as a workbook and holds it to what the types
// promise.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(book1("<Table><Column ss:Hidden='1' ss:Span='2'/><Row ss:Index='2'>" + cell(` ss:Index="3" ss:MergeDown="1"`, "String", "a&amp;b") + cell(` ss:StyleID="p"`, "Number", "0.5") + "</Row><Row ss:Span='3'/></Table>")))
	f.Add([]byte(book1("<Table ss:TopCell='2'><Row ss:Hidden='1' ss:StyleID='t'>" + cell("", "DateTime", "1899-12-31T08:30:00.000") + cell(" ss:Formula='=A'", "Boolean", "1") + "</Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>")))
	f.Add([]byte("\xff\xfe<\x00W\x00"))
	lim := sheet.Limits{TextBytes: 1 << 12, Cells: 1000, Sheets: 8, Spans: 50, Depth: 20}
	f.Fuzz(func(t *testing.T, in []byte) {
		var e *sheet.Error
		b, err := Open(strings.NewReader(string(in)), int64(len(in)), lim)
		if err != nil {
			if !errors.As(err, &e) {
				t.Fatal(err)
			}
			return
		}
		for s, err := range b.Sheets() {
			if err != nil {
				if !errors.As(err, &e) || e.Remedy == "" {
					t.Fatal(err)
				}
				continue
			}
			checkRows(t, s)
		}
	})
}

func checkRows(t *testing.T, s sheet.Sheet) {
	last := -1
	for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
		if row.Index <= last || row.Index >= maxRows || len(row.Cells) == 0 {
			t.Fatalf("row %d comes behind row %d", row.Index, last)
		}
		last = row.Index
		col := -1
		for _, c := range row.Cells {
			if c.Col <= col || c.Col >= maxCols || (len(c.Text) == 0) != (c.Kind == sheet.Blank) {
				t.Fatalf("%s: kind %d, text %q behind column %d", s.Locate(row.Index, c.Col), c.Kind, c.Text, col)
			}
			col = c.Col
		}
	}
	if spans, _ := s.Spans(); len(spans) > 50 {
		t.Fatalf("%d spans", len(spans))
	}
}
