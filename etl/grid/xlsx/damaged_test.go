package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

// TestRefused holds what is refused to the code, place and cause that it names.
func TestRefused(t *testing.T) {
	const main = "xl/worksheets/sheet1.xml"
	rows := func(s string) map[string]string { return map[string]string{main: sheetXML(s)} }
	shared := func(s string) map[string]string {
		return map[string]string{"xl/sharedStrings.xml": `<sst>` + s + `</sst>`}
	}
	big := strings.Repeat("轻", 1<<20)
	for _, test := range []struct {
		parts  map[string]string
		limits sheet.Limits
		code   sheet.Code
		want   string // in the error
	}{
		// Limits.
		{nil, sheet.Limits{FileBytes: 100}, sheet.TooLarge, "more than 100"},
		{nil, sheet.Limits{Entries: 3}, sheet.TooLarge, "the package has 5 parts, more than 3"},
		{nil, sheet.Limits{InflatedBytes: 400}, sheet.TooLarge, "inflate to more than 400 bytes"},
		{shared(`<si><t>` + strings.Repeat(" ", 4<<20) + `</t></si>`), sheet.Limits{}, sheet.TooLarge, "xl/sharedStrings.xml: 4194331 bytes are packed into"},
		{shared(`<si><t>` + big + `</t></si>`), sheet.Limits{Ratio: 5000}, sheet.TooLarge, "a text is longer than 1048576 bytes"},
		{shared(`<si><t>` + big + big + big + `</t></si>`), sheet.Limits{Ratio: 5000}, sheet.TooLarge, "a text or a tag is longer than 8388608 bytes"},
		{shared(strings.Repeat(`<si><t>文</t></si>`, 100)), sheet.Limits{UniqueBytes: 1000}, sheet.TooLarge, "the shared strings take more than 1000 bytes"},
		{shared(strings.Repeat(`<si/>`, 200)), sheet.Limits{UniqueBytes: 1000}, sheet.TooLarge, "the shared strings take more than 1000 bytes"},
		{rows(`<row><c t="inlineStr"><is><t>产业</t></is></c></row>`), sheet.Limits{TextBytes: 5}, sheet.TooLarge, "a text is longer than 5 bytes"},
		{rows(`<row><c t="str"><v>产业</v></c></row>`), sheet.Limits{TextBytes: 5}, sheet.TooLarge, "a text is longer than 5 bytes"},
		{rows(`<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>`), sheet.Limits{Cells: 2}, sheet.TooLarge, "sheet1.xml byte 216: the sheet has more than 2 filled cells"},
		{map[string]string{main: `<worksheet><sheetData/><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells></worksheet>`},
			sheet.Limits{Spans: 1}, sheet.TooLarge, "more than 1 merged ranges"},
		{rows(strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)), sheet.Limits{}, sheet.TooLarge, "nested deeper than 200"},
		{map[string]string{"xl/workbook.xml": `<workbook><sheets><sheet name="a"/><sheet name="b"/></sheets></workbook>`}, sheet.Limits{Sheets: 1}, sheet.TooLarge, "more than 1 sheets"},
		{rows(`<row>` + strings.Repeat(`<c r="A1"><v>1</v></c>`, maxCols+1) + `</row>`), sheet.Limits{}, sheet.Damaged, "row 1 has more than 16384 cells"},
		{rows(`<row>` + strings.Repeat(`<c/>`, maxCols) + `<c><v>1</v></c></row>`), sheet.Limits{}, sheet.Damaged, "row 1 has more than 16384 columns"},
		{map[string]string{main: `<worksheet><cols>` + strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 2) + `</cols></worksheet>`}, sheet.Limits{}, sheet.Damaged, "more columns are hidden than a sheet has"},
		{map[string]string{"xl/_rels/workbook.xml.rels": relationsXML("a x y", "b x y", "c x y", "d x y", "e x y", "f x y", "g x y")},
			sheet.Limits{Entries: 5, Sheets: 1}, sheet.TooLarge, "more than 6 relationships"},

		// Things that no workbook has.
		{rows(`<!DOCTYPE a>`), sheet.Limits{}, sheet.Damaged, fmt.Sprintf("%s byte %d: a DOCTYPE", main, strings.Index(sheetXML("!"), "!"))},
		{shared(`<!DOCTYPE x [<!ENTITY a "aaaa">]><si><t>&a;</t></si>`), sheet.Limits{}, sheet.Damaged, "xl/sharedStrings.xml byte 5: a DOCTYPE"},
		{map[string]string{main: `<?xml version="1.0" encoding="klingon"?>`}, sheet.Limits{}, sheet.Damaged, `unknown encoding "klingon"`},
		{shared("<si><t>\xbc\xd7</t></si>"), sheet.Limits{}, sheet.Damaged, "a text is not UTF-8"},
		{rows("<row><c t=\"str\"><v>\xbc\xd7</v></c></row>"), sheet.Limits{}, sheet.Damaged, "a text is not UTF-8"},
		{rows("<row><c><v>\xbc\xd7</v></c></row>"), sheet.Limits{}, sheet.Damaged, "a text is not UTF-8"},
		{map[string]string{"_rels/.rels": relationsXML("rId1 officeDocument xl/workbook.bin"), "xl/workbook.bin": "\x83\x01", "xl/workbook.xml": ""},
			sheet.Limits{}, sheet.Unknown, "binary workbook (.xlsb)"},
		{map[string]string{"_rels/.rels": relationsXML("rId1 officeDocument word/document.xml"), "word/document.xml": `<w:document/>`}, sheet.Limits{}, sheet.Unknown, "<document>"},
		{map[string]string{"_rels/.rels": "", "xl/workbook.xml": ""}, sheet.Limits{}, sheet.Unknown, "the package holds no workbook"},

		// Damage.
		{map[string]string{main: `<chartsheet/>`}, sheet.Limits{}, sheet.Damaged, "the part holds <chartsheet>, not a sheet"},
		{map[string]string{main: "\n"}, sheet.Limits{}, sheet.Damaged, "sheet1.xml: the part with the sheet is empty"},
		{map[string]string{"xl/workbook.xml": " "}, sheet.Limits{}, sheet.Damaged, "the part with the workbook is empty"},
		{map[string]string{main: `<worksheet><sheetData><row><c><v>1`}, sheet.Limits{}, sheet.Damaged, "sheet1.xml byte 33: the part ends inside an element"},
		{map[string]string{main: `<worksheet><sheetData></sheetData><mergeCells>`}, sheet.Limits{}, sheet.Damaged, "the part ends inside an element"},
		{map[string]string{main: `<worksheet><sheetData></sheetData></worksheet></x>`}, sheet.Limits{}, sheet.Damaged, "an element ends that did not start"},
		{map[string]string{main: `<worksheet><sheetData><row><c r="A1`}, sheet.Limits{}, sheet.Damaged, "the part ends inside an element"},
		{rows(`<row>< c><v>1</v></c></row>`), sheet.Limits{}, sheet.Damaged, "< where no element starts"},
		{rows(`<row><c t="s"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `cell A1 has shared string "0" of 0`},
		{rows(`<row r="7"><c t="s" r="C7"><v>x</v></c></row>`), sheet.Limits{}, sheet.Damaged, `cell C7 has shared string "x" of 0`},
		{rows(`<row><c s="3"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `cell A1 has format 3 of 0`},
		{rows(`<row><c s="x"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `cell A1 has the format "x"`},
		{rows(`<row><c r="1"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `a cell has the reference "1"`},
		{rows(`<row><c r="XFE1"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `a cell has the reference "XFE1"`},
		{rows(`<row><c r="A"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `a cell has the reference "A"`},
		{rows(`<row r="2"><c r="A3"><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `cell A3 stands in row 2`},
		{rows(`<row r="2"/><row r="2"/>`), sheet.Limits{}, sheet.Damaged, `row 2 comes behind row 2`},
		{rows(`<row r="0"/>`), sheet.Limits{}, sheet.Damaged, `a row has the number "0"`},
		{rows(`<row r="1048577"/>`), sheet.Limits{}, sheet.Damaged, `a row has the number "1048577"`},
		{rows(`<row r="1048576"/><row/>`), sheet.Limits{}, sheet.Damaged, `the sheet has more than 1048576 rows`},
		{rows(`<row r=2/>`), sheet.Limits{}, sheet.Damaged, `a row has an attribute that cannot be read`},
		{rows(`<row><c r=A1><v>0</v></c></row>`), sheet.Limits{}, sheet.Damaged, `a cell has an attribute that cannot be read`},
		{rows(`<row><c r="A1"><v>0</v></c><c r="A1"><v>1</v></c></row>`), sheet.Limits{}, sheet.Damaged, `the sheet has two cells A1`},
		{map[string]string{main: `<worksheet><sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells></worksheet>`}, sheet.Limits{}, sheet.Damaged, `cells "A1:" are merged`},
		{map[string]string{main: `<worksheet><cols><col min="3" max="2" hidden="1"/></cols></worksheet>`}, sheet.Limits{}, sheet.Damaged, `columns "3" to "2" are hidden`},
	} {
		_, err := read(pack(test.parts), test.limits)
		checkRefused(t, err, test.code, test.want)
	}
}

func checkRefused(t *testing.T, err error, code sheet.Code, want string) {
	t.Helper()
	var refused *sheet.Error
	if !errors.As(err, &refused) {
		t.Errorf("error %v, want a sheet.Error with %q", err, want)
		return
	}
	if refused.Code != code || !strings.Contains(err.Error(), want) || refused.Remedy == "" {
		t.Errorf("%s: %v (remedy %q), want %s: … %s …", refused.Code, err, refused.Remedy, code, want)
	}
}

// Nothing that is cut or changed makes the reader panic.
func TestMutations(t *testing.T) {
	good := pack(map[string]string{
		"xl/worksheets/sheet1.xml": sheetXML(`<row><c r="A1" t="s"><v>1</v></c><c s="1"><v>45567.25</v></c></row>`),
		"xl/sharedStrings.xml":     sharedXML,
		"xl/styles.xml":            cellFormats,
	})
	for i := range good {
		read(good[:i], sheet.Limits{})
		for _, change := range []byte{1, 0x80, 0xff} {
			b := bytes.Clone(good)
			b[i] ^= change
			if _, err := read(b, sheet.Limits{}); err != nil && err.Error() == "" {
				t.Errorf("byte %d: an empty error", i)
			}
		}
	}
}
