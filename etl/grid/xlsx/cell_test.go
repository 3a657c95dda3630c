package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

// cellFormats are the formats that the cells of TestCells name by s.
var cellFormats = stylesXML(`<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>`+
	`<numFmt numFmtId="177" formatCode="[$-804]yyyy\-mm\-dd;@"/>`+
	`<numFmt numFmtId="178" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;"/>`+
	`<numFmt numFmtId="179" formatCode="0.00&quot;年&quot;"/>`+
	`<numFmt numFmtId="180" formatCode="[h]:mm:ss"/>`,
	0, 14, 31, 57, 27, 36, 50, 58, 176, 177, 178, 179, 180, 22, 9)

const sharedXML = `<sst ` + xmlns + `>` +
	`<si><t>营业收入</t></si>` +
	`<si><r><t>营业收入</t></r><r><rPr><b/></rPr><t>(</t></r><r><t xml:space="preserve">万元 </t></r><r><t>)</t></r></si>` +
	`<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>` +
	`<si><t>a_x000D_` + "\n" + `b_x005F_x000D_</t></si>` +
	`<si><t><![CDATA[R&D <1>]]></t></si>` +
	`<si><t>R&amp;D &lt;1&gt; &quot;&apos;&#20013;&#x6587;&#x1F600;</t></si>` +
	`<si><t/></si>` +
	`<si><t>x_xD83D__xDE00_y</t></si>` +
	`<si><r><t>单</t></r></si>` +
	`</sst>`

func TestCells(t *testing.T) {
	for _, test := range []struct {
		cell string // what stands in row 1
		want string // cells by show, joined by |
	}{
		// Texts.
		{`<c r="A1" t="s"><v>0</v></c>`, `A1 text "营业收入"`},
		{`<c r="A1" t="s"><v>1</v></c>`, `A1 text "营业收入(万元 )" rich`},
		{`<c r="A1" t="s"><v>2</v></c>`, `A1 text "東京"`},
		{`<c r="A1" t="s"><v>3</v></c>`, `A1 text "a\r\nb_x000D_"`},
		{`<c r="A1" t="s"><v>4</v></c>`, `A1 text "R&D <1>"`},
		{`<c r="A1" t="s"><v>5</v></c>`, `A1 text "R&D <1> \"'中文😀"`},
		{`<c r="A1" t="s"><v>6</v></c>`, ``},
		{`<c r="A1" t="s"><v>7</v></c>`, `A1 text "x😀y"`},
		{`<c r="A1" t="s"><v>8</v></c>`, `A1 text "单"`},
		{`<c r="A1" t="s"><v> 0 </v></c>`, `A1 text "营业收入"`},
		{`<c r="A1" t="inlineStr"><is><t>行内</t></is></c>`, `A1 text "行内"`},
		{`<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>`, `A1 text "甲乙" rich`},
		{`<c r="A1" t="inlineStr"><is><t>a<!-- no -->b</t></is></c>`, `A1 text "ab"`},
		{`<c r="A1" t="inlineStr"><is><t>a&b &nbsp; &#0; &#xD800;</t></is></c>`, `A1 text "a&b &nbsp; &#0; &#xD800;"`},
		{"<c r=\"A1\" t=\"inlineStr\"><is><t>a\r\nb\rc&#13;</t></is></c>", `A1 text "a\nb\nc\r"`},
		{`<c r="A1" t="inlineStr"><is><t> _x0041_ _xZZZZ_ _xD83D_ </t></is></c>`, `A1 text " A _xZZZZ_ _xD83D_ "`},
		{`<c r="A1"><is><t>无类型</t></is></c>`, `A1 text "无类型"`},
		{`<c r="A1" t="inlineStr"><v>在值里</v></c>`, `A1 text "在值里"`},
		{`<c r="A1" t="inlineStr"><is><t></t></is></c>`, ``},

		// Numbers: at most 15 digits, the lexeme beside them.
		{`<c r="A1"><v>1234.5</v></c>`, `A1 number "1234.5"`},
		{`<c r="A1" t="n"><v>-0.25</v></c>`, `A1 number "-0.25"`},
		{`<c r="A1"><v>89.010000000000005</v></c>`, `A1 number "89.01" stored "89.010000000000005"`},
		{`<c r="A1"><v>89.01000000000001</v></c>`, `A1 number "89.01" stored "89.01000000000001"`}, // the same float64
		{`<c r="A1"><v>0.30000000000000004</v></c>`, `A1 number "0.3" stored "0.30000000000000004" rounded`},
		{`<c r="A1"><v>1.50</v></c>`, `A1 number "1.5" stored "1.50"`},
		{`<c r="A1"><v>1E-3</v></c>`, `A1 number "0.001" stored "1E-3"`},
		{`<c r="A1"><v>6.02E+23</v></c>`, `A1 number "6.02e23" stored "6.02E+23"`},
		{`<c r="A1"><v>12345678901234567890</v></c>`, `A1 number "12345678901234600000" stored "12345678901234567890" rounded`},
		{`<c r="A1"><v>330483198001011234</v></c>`, `A1 number "330483198001011000" stored "330483198001011234" rounded`},
		{`<c r="A1"><v>123456789012345</v></c>`, `A1 number "123456789012345"`},
		{`<c r="A1"><v>-0</v></c>`, `A1 number "0" stored "-0"`},
		{`<c r="A1"><v>007</v></c>`, `A1 number "7" stored "007"`},
		{`<c r="A1"><v> 7 </v></c>`, `A1 number "7"`},
		{`<c r="A1"><v>+7</v></c>`, `A1 number "7" stored "+7"`},
		{`<c r="A1"><v>.5</v></c>`, `A1 number "0.5" stored ".5"`},
		{`<c r="A1"><v>5.</v></c>`, `A1 number "5" stored "5."`},
		{`<c r="A1"><v>1e999</v></c>`, `A1 fault "#NUM!" stored "1e999"`},
		{`<c r="A1"><v>NaN</v></c>`, `A1 fault "#NUM!"`},
		{`<c r="A1"><v>0x10</v></c>`, `A1 text "0x10"`},
		{`<c r="A1"><v>1,5</v></c>`, `A1 text "1,5"`},
		{`<c r="A1"><v>&#49;2</v></c>`, `A1 number "12"`},

		// Dates, by the format.
		{`<c r="A1" s="1"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="2"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="3"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="4"><v>45567</v></c><c r="B1" s="5"><v>45567</v></c><c r="C1" s="6"><v>45567</v></c><c r="D1" s="7"><v>45568</v></c>`,
			`A1 date "2024-10-02" stored "45567"|B1 date "2024-10-02" stored "45567"|C1 date "2024-10-02" stored "45567"|D1 date "2024-10-03" stored "45568"`},
		{`<c r="A1" s="8"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="9"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="10"><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567"`},
		{`<c r="A1" s="11"><v>45567</v></c>`, `A1 number "45567"`},
		{`<c r="A1" s="12"><v>1.5</v></c>`, `A1 duration "36:00:00" stored "1.5"`},
		{`<c r="A1" s="13"><v>45567.5</v></c>`, `A1 date "2024-10-02T12:00:00" stored "45567.5"`},
		{`<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>61</v></c>`,
			`A1 date "1900-01-01" stored "1"|B1 date "1900-02-28" stored "59"|C1 date "1900-03-01" stored "61"`},
		{`<c r="A1" s="1"><v>60</v></c>`, `A1 number "60"`}, // 29 February 1900 never was
		{`<c r="A1" s="1"><v>-5</v></c>`, `A1 number "-5"`},
		{`<c r="A1" s="1"><v>0</v></c>`, `A1 number "0"`},
		{`<c r="A1" s="14"><v>0.1234</v></c>`, `A1 share "12.34%" stored "0.1234"`},
		{`<c r="A1" s="1" t="s"><v>0</v></c>`, `A1 text "营业收入"`},
		{`<c r="A1" t="d"><v>2024-10-02</v></c>`, `A1 date "2024-10-02"`},
		{`<c r="A1" t="d"><v>2024-10-02T00:00:00</v></c>`, `A1 date "2024-10-02" stored "2024-10-02T00:00:00"`},
		{`<c r="A1" t="d"><v>2024-10-02T08:30:15.6Z</v></c>`, `A1 date "2024-10-02T08:30:16" stored "2024-10-02T08:30:15.6Z"`},
		{`<c r="A1" t="d"><v>2024-10-02T08:30:00+08:00</v></c>`, `A1 date "2024-10-02T08:30:00" stored "2024-10-02T08:30:00+08:00"`},
		{`<c r="A1" t="d"><v>08:30:00</v></c>`, `A1 duration "8:30:00" stored "08:30:00"`},
		{`<c r="A1" t="d"><v>去年</v></c>`, `A1 text "去年"`},

		// Formulas, errors, booleans.
		{`<c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c>`, `A1 number "12.5" formula`},
		{`<c r="A1"><f>SUM(B1:B9)</f></c>`, `A1 blank "" formula nocache`},
		{`<c r="A1"><f>SUM(B1:B9)</f><v></v></c>`, `A1 blank "" formula nocache`},
		{`<c r="A1"><f>SUM(B1:B9)</f><v/></c>`, `A1 blank "" formula nocache`},
		{`<c r="A1"><f>B1</f><v>0</v></c>`, `A1 number "0" formula`},
		{`<c r="A1"><f t="shared" si="0"/><v>3</v></c>`, `A1 number "3" formula`},
		{`<c r="A1" t="str"><f>B1&amp;"x"</f><v>甲_x000D_</v></c>`, `A1 text "甲\r" formula`},
		{`<c r="A1" t="str"><f>""</f><v></v></c>`, `A1 blank "" formula`},
		{`<c r="A1" t="str"><f>B1</f></c>`, `A1 blank "" formula nocache`},
		{`<c r="A1" s="1"><f>TODAY()</f><v>45567</v></c>`, `A1 date "2024-10-02" stored "45567" formula`},
		{`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, `A1 fault "#DIV/0!" formula`},
		{`<c r="A1" t="e"><v>#N/A</v></c>`, `A1 fault "#N/A"`},
		{`<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="b"><v>maybe</v></c>`,
			`A1 bool "TRUE"|B1 bool "FALSE"|C1 text "maybe"`},

		// Ways to write a cell.
		{`<c><v>1</v></c><c><v>2</v></c><c r="E1"><v>3</v></c><c><v>4</v></c>`, `A1 number "1"|B1 number "2"|E1 number "3"|F1 number "4"`},
		{`<c r="A1" s="1"/><c><v>2</v></c>`, `B1 number "2"`},
		{`<c r="A1"></c><c r="B1"><v></v></c><c r="C1"><v/></c>`, ``},
		{`<c r='A1' t='s' ><v>0</v></c >`, `A1 text "营业收入"`},
		{"<c\n\tr = \"A1\"\n\tt=\"s\"\n><v>0</v>\n</c>", `A1 text "营业收入"`},
		{`<c r="A1" ph="1" t="s" cm="1" x14ac:r="Z9" note="a>b"><v>0</v></c>`, `A1 text "营业收入"`},
		{`<c r="B1" note='">'><v>1</v></c>`, `B1 number "1"`},
		{`<c r="A1"><v><![CDATA[7]]></v></c>`, `A1 number "7"`},
		{`<c r="A1"><v>1<!-- x -->2</v></c>`, `A1 number "12"`},
		{`<c r="A1"><?skip <v>9</v> ?><v>1</v><extLst><ext><v>5</v></ext></extLst></c>`, `A1 number "1"`},
		{`<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>`, `A1 number "1"|B1 number "2"|C1 number "3"`},
		{`<c r="XFD1"><v>3</v></c>`, `XFD1 number "3"`},
		{`<c r="a1"><v>3</v></c>`, `A1 number "3"`},
	} {
		got := book(t, map[string]string{
			"xl/worksheets/sheet1.xml": sheetXML(`<row r="1">` + test.cell + `</row>`),
			"xl/styles.xml":            cellFormats,
			"xl/sharedStrings.xml":     sharedXML,
		})
		if diff := cmp.Diff(test.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.cell, diff)
		}
	}
}

func TestRows(t *testing.T) {
	one := `<c><v>1</v></c>`
	for _, test := range []struct{ rows, want string }{
		{`<row r="2">` + one + `</row><row>` + one + `</row><row r="9">` + one + `</row>`, "A2 A3 A9"},
		{`<row>` + one + `</row><row/><row>` + one + `</row>`, "A1 A3"},
		{`<row><c r="C5"><v>1</v></c>` + one + `</row><row>` + one + `</row>`, "C5 D5 A6"},
		{`<x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row>`, "B2"},
		{"\n <row r='2' >\n<c r=\"B2\"><v>1</v></c>\n</row>\n", "B2"},
		{`<other><row r="1">` + one + `</row></other><row r="2">` + one + `<extLst><c><v>1</v></c></extLst></row>`, "A2"},
		{`<row r="1048576">` + one + `</row>`, "A1048576"},
	} {
		cells := book(t, map[string]string{"xl/worksheets/sheet1.xml": sheetXML(test.rows)})
		for i, cell := range cells {
			cells[i], _, _ = strings.Cut(cell, " ")
		}
		if got := strings.Join(cells, " "); got != test.want {
			t.Errorf("rows %s: cells %s, want %s", test.rows, got, test.want)
		}
	}
}

// A workbook of a library that computes nothing has 0 for each formula and asks
// for a computation: such a 0 is no value.
func TestStaleFormulas(t *testing.T) {
	got := book(t, map[string]string{
		"xl/workbook.xml":          `<workbook ` + xmlns + `><sheets><sheet name="a" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
		"xl/worksheets/sheet1.xml": sheetXML(`<row><c><f>B1</f><v>0</v></c><c><f>B1</f><v>5</v></c><c><v>0</v></c></row>`),
	})
	want := []string{`A1 blank "" formula nocache`, `B1 number "5" formula`, `C1 number "0"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestDate1904(t *testing.T) {
	for _, flag := range []string{"1", "true"} {
		got := book(t, map[string]string{
			"xl/workbook.xml":          `<workbook ` + xmlns + `><workbookPr date1904="` + flag + `"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`,
			"xl/styles.xml":            stylesXML("", 0, 14),
			"xl/worksheets/sheet1.xml": sheetXML(`<row><c s="1"><v>44105</v></c><c s="1"><v>0</v></c></row>`),
		})
		want := []string{`A1 date "2024-10-02" stored "44105"`, `B1 date "1904-01-01" stored "0"`}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("date1904=%s: -want +got\n%s", flag, diff)
		}
	}
}

// The formats of conditional formatting have ids of their own, and those of cell
// styles do not apply to cells.
func TestOnlyCellFormatsCount(t *testing.T) {
	styles := strings.Replace(stylesXML(`<numFmt numFmtId="176" formatCode="0.0"/>`, 176),
		"</styleSheet>", `<dxfs><dxf><numFmt numFmtId="176" formatCode="yyyy"/></dxf></dxfs></styleSheet>`, 1)
	got := book(t, map[string]string{
		"xl/styles.xml":            styles,
		"xl/worksheets/sheet1.xml": sheetXML(`<row><c s="0"><v>45567</v></c></row>`),
	})
	if want := []string{`A1 number "45567"`}; !cmp.Equal(got, want) {
		t.Errorf("cells %v, want %v", got, want)
	}
}

func TestHidden(t *testing.T) {
	got := book(t, map[string]string{
		"xl/worksheets/sheet1.xml": `<worksheet ` + xmlns + `><cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols><sheetData>` +
			`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row>` +
			`<row r="2" hidden="1"><c r="A2"><v>5</v></c></row><row r="3" hidden="0"><c r="A3"><v>6</v></c></row></sheetData></worksheet>`,
	})
	want := []string{`A1 number "1"`, `B1 number "2" hidden`, `C1 number "3"`, `D1 number "4" hidden`, `A2 number "5" hidden`, `A3 number "6"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestSpans(t *testing.T) {
	merged := `<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:A2"/><mergeCell ref="D4:D4"/></mergeCells>`
	want := []sheet.Span{{R0: 0, C0: 0, R1: 0, C1: 2}, {R0: 1, C0: 0, R1: 2, C1: 1}}
	for _, tail := range []string{
		`<sheetData/>` + merged,
		`<sheetData></sheetData >` + merged,
		`<sheetData><row><c t="str"><v>sheetData</v></c></row></sheetData>` + merged + `<!-- </sheetData> -->`,
		`<x:sheetData></x:sheetData>` + strings.ReplaceAll(strings.ReplaceAll(merged, "<m", "<x:m"), "</m", "</x:m"),
		`<sheetData></sheetData>` + merged + `<extLst><ext><mergeCell ref="Z1:Z2"/></ext></extLst>`,
	} {
		data := pack(map[string]string{"xl/worksheets/sheet1.xml": `<worksheet ` + xmlns + `>` + tail + `</worksheet>`})
		b, err := open(data, sheet.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for s := range b.Sheets() {
			got, complete := s.Spans()
			if diff := cmp.Diff(want, got); diff != "" || !complete {
				t.Errorf("%s: complete %t, -want +got\n%s", tail, complete, diff)
			}
			if _, err := readSheet(nil, s); err != nil {
				t.Errorf("%s: %v", tail, err)
			}
		}
	}
}

// A sheet that is too large to hold knows its merged cells only at its end, and
// reads the same otherwise.
func TestStreamed(t *testing.T) {
	var rows strings.Builder
	for rows.Len() < holdBytes {
		rows.WriteString(`<row><c><v>1.5</v></c><c t="inlineStr"><is><t>产业集群</t></is></c><c t="str"><v>轻工&amp;业</v></c></row>`)
	}
	data := pack(map[string]string{"xl/worksheets/sheet1.xml": strings.Replace(sheetXML(rows.String()),
		"</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, 1)})
	b, err := open(data, sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for s := range b.Sheets() {
		if spans, complete := s.Spans(); complete || len(spans) > 0 {
			t.Errorf("before the rows: spans %v, complete %t", spans, complete)
		}
		cells, err := readSheet(nil, s)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(cells); i += 3 {
			row := s.Locate(i/3, 0)[1:]
			want := []string{`A` + row + ` number "1.5"`, `B` + row + ` text "产业集群"`, `C` + row + ` text "轻工&业"`}
			if diff := cmp.Diff(want, cells[i:i+3]); diff != "" {
				t.Fatalf("-want +got\n%s", diff)
			}
		}
		if spans, complete := s.Spans(); !complete || len(spans) != 1 {
			t.Errorf("after the rows: spans %v, complete %t", spans, complete)
		}
	}
}
