package xlsx

import (
	"errors"
	"io"
	"testing"

	"sanpin/etl/grid/sheet"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = sheet.Limits{InflatedBytes: 1 << 22, UniqueBytes: 1 << 20, TextBytes: 1 << 12, Cells: 10_000, Sheets: 8, Spans: 100, Depth: 20, Entries: 50}

// checkBook reads a book and holds it to what the types promise: rows and cells
// ascend and lie in a sheet, cells are filled, and errors say what to do.
func checkBook(t *testing.T, data []byte) {
	b, err := open(data, fuzzLimits)
	if err != nil {
		checkError(t, err)
		return
	}
	for s, err := range b.Sheets() {
		if err != nil {
			checkError(t, err)
			continue
		}
		s.Spans()
		for last := -1; ; {
			row, err := s.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				checkError(t, err)
				break
			}
			if row.Index <= last || row.Index >= maxRows {
				t.Fatalf("row %d comes behind row %d", row.Index, last)
			}
			last = row.Index
			checkCells(t, row)
		}
		if spans, _ := s.Spans(); len(spans) > fuzzLimits.Spans {
			t.Fatalf("%d spans", len(spans))
		}
		s.Close()
	}
}

func checkCells(t *testing.T, row *sheet.Row) {
	last := -1
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Col <= last || c.Col >= maxCols {
			t.Fatalf("row %d: column %d comes behind column %d", row.Index, c.Col, last)
		}
		last = c.Col
		if (len(c.Text) == 0) != (c.Kind == sheet.Blank) || c.Kind == sheet.Blank && c.Flags&sheet.Formula == 0 {
			t.Fatalf("row %d column %d: kind %d with text %q", row.Index, c.Col, c.Kind, c.Text)
		}
	}
}

func checkError(t *testing.T, err error) {
	var refused *sheet.Error
	if !errors.As(err, &refused) || refused.Cause == "" || refused.Remedy == "" {
		t.Fatalf("error %#v is no sheet.Error with cause and remedy", err)
	}
}

// FuzzOpen reads arbitrary bytes as a package.
func FuzzOpen(f *testing.F) {
	f.Add([]byte{})
	f.Add(pack(nil))
	f.Add(pack(map[string]string{"xl/sharedStrings.xml": sharedXML, "xl/styles.xml": cellFormats}))
	f.Add(excelLike(3, 15))
	f.Fuzz(func(t *testing.T, data []byte) { checkBook(t, data) })
}

// FuzzParts reads arbitrary parts of a good package: here no checksum stands
// between the fuzzer and the XML.
func FuzzParts(f *testing.F) {
	workbook, relations := usual()["xl/workbook.xml"], usual()["xl/_rels/workbook.xml.rels"]
	for _, rows := range []string{
		`<row r="1" hidden="1"><c r="A1" t="s" s="1"><v>1</v></c><c r="B1" s="1"><v>45567.25</v></c><c/></row>`,
		`<row><c t="inlineStr"><is><r><t>a&amp;b</t></r><rPh><t>x</t></rPh></is></c><c t="d"><v>2024-10-02T01:02:03Z</v></c></row>`,
		`<x:row><x:c t="str"><x:f>B1</x:f><x:v><![CDATA[a]]>_x000D_</x:v></x:c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></x:row>`,
		`<row><c r='ZZ1'><v>12345678901234567890</v></c><c><v>1e-300</v></c><c><f>A</f></c></row><!-- c --><?p?>`,
	} {
		f.Add(sheetXML(rows), sharedXML, cellFormats, workbook, relations)
		f.Add(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData>`+rows+`</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
			"\xff\xfe<\x00", `<?xml encoding="gbk"?>`, workbook, relations)
	}
	f.Fuzz(func(t *testing.T, worksheet, table, styles, workbook, relations string) {
		checkBook(t, pack(map[string]string{"xl/worksheets/sheet1.xml": worksheet, "xl/sharedStrings.xml": table,
			"xl/styles.xml": styles, "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": relations}))
	})
}
