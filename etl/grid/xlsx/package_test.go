package xlsx

import (
	"bytes"
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

func encode(t *testing.T, e interface{ String(string) (string, error) }, s string) string {
	t.Helper()
	out, err := e.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Each of these books holds 甲 in A1 and 45567 as a date in B1.
func TestPackages(t *testing.T) {
	const (
		rows    = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45567</v></c></row>`
		strict  = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
		shared  = "xl/sharedStrings.xml"
		main    = "xl/worksheets/sheet1.xml"
		relPath = "xl/_rels/workbook.xml.rels"
	)
	table := `<sst ` + xmlns + `><si><t>甲</t></si></sst>`
	utf16 := func(order unicode.Endianness, bom unicode.BOMPolicy) string {
		return encode(t, unicode.UTF16(order, bom).NewEncoder(), `<?xml version="1.0" encoding="UTF-16"?>`+table)
	}
	for name, parts := range map[string]map[string]string{
		"usual": {},
		"absolute targets": {relPath: relationsXML("rId1 worksheet /xl/worksheets/sheet1.xml",
			"rId2 sharedStrings /xl/sharedStrings.xml", "rId3 styles /xl/./styles.xml")},
		"targets that go up": {relPath: relationsXML("rId1 worksheet ../xl/worksheets/sheet1.xml",
			"rId2 sharedStrings ../xl/sharedStrings.xml", "rId3 styles styles.xml")},
		"other case": {relPath: relationsXML("rId1 worksheet Worksheets/Sheet1.XML",
			"rId2 sharedStrings SharedStrings.xml", "rId3 styles Styles.xml")},
		"backslashes": {main: "", `xl\worksheets\sheet1.xml`: sheetXML(rows)},
		"percent-encoded target": {main: "", "xl/worksheets/表 1.xml": sheetXML(rows), relPath: relationsXML("rId1 worksheet worksheets/%E8%A1%A8%201.xml",
			"rId2 sharedStrings sharedStrings.xml", "rId3 styles styles.xml")},
		"workbook elsewhere": {"xl/workbook.xml": "", relPath: "", "_rels/.rels": relationsXML("rId1 officeDocument book/main.xml"),
			"book/main.xml": usual()["xl/workbook.xml"], "book/_rels/main.xml.rels": relationsXML("rId1 worksheet /xl/worksheets/sheet1.xml",
				"rId2 sharedStrings /xl/sharedStrings.xml", "rId3 styles /xl/styles.xml")},
		"no package relationships": {"_rels/.rels": ""},
		"strict": {
			"_rels/.rels": strings.ReplaceAll(usual()["_rels/.rels"], relationNS, strict),
			relPath:       strings.ReplaceAll(usual()[relPath], relationNS, strict),
			"xl/workbook.xml": `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"><sheets>` +
				`<sheet name="a" sheetId="1" xmlns:d="` + strict + `" d:id="rId1"/></sheets></workbook>`,
		},
		"prefixes": {
			main:            strings.NewReplacer("</", "</x:", "<", "<x:").Replace(`<worksheet><sheetData>` + rows + `</sheetData></worksheet>`),
			shared:          `<x:sst xmlns:x="u"><x:si><x:t>甲</x:t></x:si></x:sst>`,
			"xl/styles.xml": `<x:styleSheet><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
			"xl/workbook.xml": `<x:workbook><x:sheets><x:sheet name="a" q:id="rId1"/></x:sheets><x:extLst><x:ext>` +
				`<x15:sheet name="no" q:id="rId7"/></x:ext></x:extLst></x:workbook>`,
			relPath: strings.NewReplacer("</R", "</p:R", "<R", "<p:R").Replace(usual()[relPath]),
		},
		"drawing that is not there": {
			main:                                  `<worksheet ` + xmlns + `><sheetData>` + rows + `</sheetData><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
			"xl/worksheets/_rels/sheet1.xml.rels": relationsXML("rId1 drawing ../drawings/drawing1.xml"),
		},
		"UTF-8 BOM":             {shared: "\ufeff<?xml version='1.0'?>" + table},
		"UTF-16LE with BOM":     {shared: utf16(unicode.LittleEndian, unicode.UseBOM)},
		"UTF-16BE with BOM":     {shared: utf16(unicode.BigEndian, unicode.UseBOM)},
		"UTF-16LE without BOM":  {shared: utf16(unicode.LittleEndian, unicode.IgnoreBOM)},
		"GB18030":               {shared: encode(t, simplifiedchinese.GB18030.NewEncoder(), `<?xml version="1.0" encoding="gb18030"?>`+table)},
		"GB2312 sheet":          {main: encode(t, simplifiedchinese.GBK.NewEncoder(), `<?xml version='1.0' encoding='GB2312' ?>`+strings.Replace(sheetXML(rows), `t="s"><v>0`, `t="str"><v>甲`, 1))},
		"UTF-8 that says so":    {shared: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>` + table},
		"UTF-8 called UTF-16":   {shared: `<?xml version="1.0" encoding="utf-16"?>` + table},
		"white space all round": {main: "\r\n" + sheetXML(rows) + "\n\n"},
	} {
		all := map[string]string{main: sheetXML(rows), shared: table, "xl/styles.xml": stylesXML("", 0, 14)}
		for part, text := range parts {
			all[part] = text
		}
		want := []string{`A1 text "甲"`, `B1 date "2024-10-02" stored "45567"`}
		got, err := read(pack(all), sheet.Limits{})
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v, -want +got\n%s", name, err, diff)
		}
	}
}

// A part that a relationship names and the package lacks does not matter until a
// cell needs it.
func TestDanglingTables(t *testing.T) {
	got := book(t, map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row><c s="0"><v>1</v></c></row>`)})
	if want := []string{`A1 number "1"`}; !cmp.Equal(got, want) {
		t.Errorf("cells %v, want %v", got, want)
	}
}

func TestSheets(t *testing.T) {
	data := pack(map[string]string{
		"xl/workbook.xml": `<workbook ` + xmlns + `><sheets>` +
			`<sheet name="R&amp;D_x0020_经费" r:id="rId1"/><sheet name="图" r:id="rId4"/><sheet name="没有" r:id="rId9"/>` +
			`<sheet name="藏" state="hidden" r:id="rId2"/><sheet name="藏" state="veryHidden" r:id="rId3"/>` +
			`<sheet name="丢" r:id="rId5"/><sheet name="又" r:id="rId1"/><sheet name="" r:id="rId6"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationsXML("rId1 worksheet worksheets/sheet1.xml", "rId2 worksheet worksheets/sheet2.xml",
			"rId3 worksheet worksheets/sheet3.xml", "rId4 chartsheet chartsheets/sheet1.xml", "rId5 worksheet worksheets/lost.xml", "rId6 worksheet worksheets/sheet6.xml"),
		"xl/worksheets/sheet2.xml": sheetXML(""),
		"xl/worksheets/sheet3.xml": sheetXML(""),
		"xl/worksheets/sheet6.xml": sheetXML(""),
	})
	b, err := open(data, sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for s, err := range b.Sheets() {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		m := s.Meta()
		got = append(got, fmt.Sprintf("%s %d %s %d", m.Format, m.Ordinal, m.Part, m.Visibility))
		s.Close()
	}
	const todo = " (ask for the file again, or open it in Excel or WPS and save it as .xlsx)"
	want := []string{
		"xlsx 0 R&D 经费 0",
		`xl/workbook.xml: sheet "没有" refers to no sheet of the package` + todo,
		"xlsx 1 藏 1",
		"xlsx 2 藏 (2) 2",
		`xl/worksheets/lost.xml: the part with sheet "丢" is missing` + todo,
		`xl/worksheets/sheet1.xml: sheet "又" is the same part as another sheet` + todo,
		"xlsx 3 sheet 8 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for s := range b.Sheets() { // a caller may stop early, and start again
		s.Close()
		if _, err := s.Next(); err == nil {
			t.Error("Next after Close gives no error")
		}
		s.Close()
		break
	}
}

// broken is a file on a disk that fails behind a certain byte.
type broken struct {
	data []byte
	good int64
}

var errDisk = errors.New("disk on fire")

func (b broken) ReadAt(p []byte, offset int64) (int, error) {
	if offset < b.good {
		return 0, errDisk
	}
	return bytes.NewReader(b.data).ReadAt(p, offset)
}

// A failing disk is no fault of the file.
func TestReadErrors(t *testing.T) {
	data := pack(nil)
	parts := bytes.Index(data, []byte("PK\x01\x02"))
	for _, good := range []int64{int64(parts), int64(len(data))} {
		_, err := Open(broken{data, good}, int64(len(data)), sheet.Limits{})
		var refused *sheet.Error
		if !errors.Is(err, errDisk) || errors.As(err, &refused) {
			t.Errorf("unreadable before byte %d: error %v, want %v", good, err, errDisk)
		}
	}
}

// A sheet that is inflated ahead can be closed at any time, and a book read again.
func TestCloseEarly(t *testing.T) {
	data := pack(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(strings.Repeat(`<row><c><v>1</v></c><c><v>2</v></c></row>`, holdBytes/40))})
	b, err := open(data, sheet.Limits{InflatedBytes: holdBytes + 1<<20, Ratio: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		for s := range b.Sheets() {
			row, err := s.Next()
			if err != nil || len(row.Cells) != 2 {
				t.Errorf("Next: %v, %v", row, err)
			}
			s.Close()
			if _, err := s.Next(); !errors.Is(err, io.ErrClosedPipe) {
				t.Errorf("Next after Close: %v", err)
			}
		}
	}
}
