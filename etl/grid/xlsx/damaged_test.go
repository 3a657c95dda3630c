package xlsx

import (
	"bytes"
	"errors"
	"slices"
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
		{rows(`<!DOCTYPE a>`), sheet.Limits{}, sheet.Damaged, at(main, int64(strings.Index(sheetXML("!"), "!"))) + ": a DOCTYPE"},
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

// TestDamagedPackages changes bytes of a good package.
func TestDamagedPackages(t *testing.T) {
	good := pack(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row><c><v>1</v></c></row>`)})
	// entry finds the place of a field in the directory entry of the sheet.
	entry := func(b []byte, field int) []byte {
		return b[bytes.LastIndex(b, []byte("xl/worksheets/sheet1.xml"))-entrySize+field:]
	}
	for _, test := range []struct {
		change func(b []byte) []byte
		code   sheet.Code
		want   string
	}{
		{func(b []byte) []byte { entry(b, 24)[0]++; return b }, sheet.Damaged, "the part ends 1 bytes too early"},
		{func(b []byte) []byte { entry(b, 24)[0]--; return b }, sheet.Damaged, "the part is longer than the"},
		{func(b []byte) []byte { entry(b, 24)[3]++; return b }, sheet.TooLarge, "bytes are packed into"},
		{func(b []byte) []byte { entry(b, 16)[0]++; return b }, sheet.Damaged, "the checksum is wrong"},
		{func(b []byte) []byte { entry(b, 20)[2]++; return b }, sheet.Damaged, "the part is longer than the file"},
		{func(b []byte) []byte { entry(b, 20)[0] -= 9; return b }, sheet.Damaged, "bytes too early"},
		{func(b []byte) []byte { entry(b, 42)[0]++; return b }, sheet.Damaged, "no part where the directory announces xl/worksheets/sheet1.xml"},
		{func(b []byte) []byte { entry(b, 42)[3] = 9; return b }, sheet.Damaged, "the file ends too early"},
		{func(b []byte) []byte { entry(b, 8)[0] |= 1; return b }, sheet.Encrypted, "the part is encrypted"},
		{func(b []byte) []byte { entry(b, 10)[0] = 14; return b }, sheet.Unknown, "packed by method 14"},
		{func(b []byte) []byte { entry(b, 10)[0] = 0; return b }, sheet.Damaged, "too early"},
		{func(b []byte) []byte { entry(b, 28)[1] = 9; return b }, sheet.Damaged, "cut entry"},
		{func(b []byte) []byte { entry(b, 0)[0] = 9; return b }, sheet.Damaged, "the directory of the package ends after"},
		{func(b []byte) []byte { b[len(b)-9]++; return b }, sheet.Damaged, "the directory of the package"},
		{func(b []byte) []byte { b[len(b)-5]++; return b }, sheet.Damaged, "the directory of the package lies outside"},
		{func(b []byte) []byte { return b[:len(b)-30] }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return b[:len(b)/2] }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return nil }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return append([]byte("before the package"), b...) }, "", ""},
		{func(b []byte) []byte { return append(b, "behind the package"...) }, "", ""},
	} {
		_, err := read(test.change(bytes.Clone(good)), sheet.Limits{})
		if test.want == "" {
			if err != nil {
				t.Errorf("%v, want no error", err)
			}
			continue
		}
		checkRefused(t, err, test.code, test.want)
	}
}

// ZIP64 is what writers use that do not know how large a file will become.
func TestZIP64(t *testing.T) {
	data := pack(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row><c><v>1</v></c></row>`)})
	end := bytes.Clone(data[len(data)-endSize:])
	data = data[:len(data)-endSize]
	record := make([]byte, end64Size)
	le.PutUint32(record, end64Sign)
	le.PutUint64(record[32:], uint64(le.Uint16(end[10:])))
	le.PutUint64(record[40:], uint64(le.Uint32(end[12:])))
	le.PutUint64(record[48:], uint64(le.Uint32(end[16:])))
	locator := make([]byte, locator64Size)
	le.PutUint32(locator, locator64Sign)
	le.PutUint64(locator[8:], uint64(len(data)))
	copy(end[10:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
	cells, err := read(slices.Concat(data, record, locator, end), sheet.Limits{})
	if err != nil || len(cells) != 1 {
		t.Errorf("cells %v, %v", cells, err)
	}
	le.PutUint64(record[32:], 1<<40)
	_, err = read(slices.Concat(data, record, locator, end), sheet.Limits{})
	checkRefused(t, err, sheet.TooLarge, "1099511627776 parts")
	le.PutUint32(record, endSign)
	_, err = read(slices.Concat(data, record, locator, end), sheet.Limits{})
	checkRefused(t, err, sheet.Damaged, "no ZIP64 directory where one is announced")
}

// Only the numbers that did not fit stand in the extra field, in this order.
func TestWiden(t *testing.T) {
	const no = 1<<32 - 1
	extra := []byte("\x55\x54\x01\x00\x07\x01\x00\x10\x00\x05\x00\x00\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00")
	p := part{size: no, packed: 4, offset: no}
	p.widen(extra)
	if p.size != 1<<32+5 || p.packed != 4 || p.offset != 6 {
		t.Errorf("size %d, packed %d, offset %d", p.size, p.packed, p.offset)
	}
	for i := range extra { // a cut field changes nothing or something, without a panic
		p := part{size: no, packed: no, offset: no}
		if p.widen(extra[:i]); p.size != no {
			t.Errorf("a field of %d bytes gave the size %d", i, p.size)
		}
	}
}

func TestTwoPartsOfOneName(t *testing.T) {
	_, err := read(pack(map[string]string{"XL/Workbook.xml": usual()["xl/workbook.xml"]}), sheet.Limits{})
	checkRefused(t, err, sheet.Damaged, "two parts of this name")
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
