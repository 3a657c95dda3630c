package odf

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

const xmlns = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
	` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`

// automatic are styles that the tests use.
const automatic = `<office:automatic-styles>` +
	`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>` +
	`<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
	`<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:name="T3" style:family="text" style:parent-style-name="Hid"/>` +
	`<style:style style:name="T4" style:family="text" style:parent-style-name="T4"/>` +
	`<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>` +
	`</office:automatic-styles>`

func content(kind, body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + xmlns + `>` + automatic + `<office:body><office:` + kind + `>` + body + `</office:` + kind + `></office:body></office:document-content>`
}

func pack(parts map[string]string) []byte {
	all := map[string]string{
		"mimetype":   "application/vnd.oasis.opendocument",
		"styles.xml": `<office:document-styles ` + xmlns + `><office:styles><style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style></office:styles></office:document-styles>`,
	}
	maps.Copy(all, parts)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, all[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func document(kind, body string) []byte {
	return pack(map[string]string{"content.xml": content(kind, body)})
}

// show writes a book as text: for each sheet its name, caption and the lines above
// it, its rows as "row: col=kind text(stored)flags …", the joined cells.
func show(b []byte, lim sheet.Limits) (string, error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return "", err
	}
	defer book.Close()
	var out strings.Builder
	for s, err := range book.Sheets() {
		if err != nil {
			return out.String(), err
		}
		showSheet(&out, s)
	}
	return out.String(), nil
}

func showSheet(out *strings.Builder, s sheet.Sheet) {
	m := s.Meta()
	fmt.Fprintf(out, "[%s %d %s]", m.Format, m.Ordinal, m.Part)
	if m.Visibility != sheet.Visible {
		out.WriteString(" hidden")
	}
	for _, l := range append([]string{m.Caption}, m.Before...) {
		fmt.Fprintf(out, " %q", l)
	}
	out.WriteByte('\n')
	for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
		fmt.Fprintf(out, "%d:", row.Index)
		for _, c := range row.Cells {
			kind := [...]string{"blank ", "", "number ", "bool ", "fault ", "date ", "time ", "share "}[c.Kind]
			fmt.Fprintf(out, " %d=%s%q", c.Col, kind, c.Text)
			if c.Stored != nil {
				fmt.Fprintf(out, "(%s)", c.Stored)
			}
			for i, name := range []string{"formula", "nocache", "rounded", "hidden"} {
				if c.Flags&(1<<i) != 0 {
					out.WriteString(" " + name)
				}
			}
		}
		if row.Hidden {
			out.WriteString(" hidden")
		}
		out.WriteByte('\n')
	}
	if spans, complete := s.Spans(); len(spans) > 0 || !complete {
		fmt.Fprintln(out, "joined", spans)
	}
}

// rowsOf shows the rows of one sheet.
func rowsOf(t *testing.T, body string) string {
	t.Helper()
	got, err := show(document("spreadsheet", `<table:table table:name="s">`+body+`</table:table>`), sheet.Limits{})
	if err != nil {
		t.Errorf("%s: %v", body, err)
	}
	return strings.TrimSuffix(strings.TrimPrefix(got, "[ods 0 s] \"\"\n"), "\n")
}

func TestCells(t *testing.T) {
	cell := func(attrs, content string) string {
		return `<table:table-cell ` + attrs + `>` + content + `</table:table-cell>`
	}
	number := func(kind, value string) string {
		return `office:value-type="` + kind + `" office:value="` + value + `"`
	}
	const shown = `<text:p>shown</text:p>`
	for _, test := range []struct{ cell, want string }{
		{cell(`office:value-type="string"`, `<text:p>甲</text:p><text:p/><text:p>乙</text:p>`), `0="甲\n乙"`},
		{cell(`office:value-type="string" office:string-value="值"`, shown), `0="shown"`},
		{cell(`office:value-type="string" office:string-value="值"`, ``), `0="值"`},
		{cell(``, `<text:p>no type</text:p>`), `0="no type"`},
		{cell(number("float", "1234.5"), shown), `0=number "1234.5"`},
		{cell(number("float", "89.01000000000001"), shown), `0=number "89.01"(89.01000000000001)`},
		{cell(number("float", "0.30000000000000004"), shown), `0=number "0.3"(0.30000000000000004) rounded`},
		{cell(number("float", "1E-3"), shown), `0=number "0.001"(1E-3)`},
		{cell(number("float", "1e999"), shown), `0=fault "#NUM!"(1e999)`},
		{cell(number("float", "0x10"), shown), `0="shown"`},
		{cell(number("float", "NaN"), shown), `0="shown"`},
		{cell(number("float", ""), shown), `0="shown"`},
		{cell(number("currency", "12.3"), `<text:p>￥12.30</text:p>`), `0=number "12.3"`},
		{cell(number("percentage", "0.1234"), `<text:p>12%</text:p>`), `0=share "12.34%"(0.1234)`},
		{cell(`office:value-type="date" office:date-value="2024-10-02"`, `<text:p>2024年10月2日</text:p>`), `0=date "2024-10-02"`},
		{cell(`office:value-type="date" office:date-value="2024-10-02T03:04:05.6"`, shown), `0=date "2024-10-02T03:04:06"(2024-10-02T03:04:05.6)`},
		{cell(`office:value-type="date" office:date-value="2024年"`, shown), `0="shown"`},
		{cell(`office:value-type="time" office:time-value="PT30H05M00S"`, shown), `0=time "30:05:00"(PT30H05M00S)`},
		{cell(`office:value-type="time" office:time-value="-P1DT0.5S"`, shown), `0=time "-24:00:01"(-P1DT0.5S)`},
		{cell(`office:value-type="time" office:time-value="PT5X"`, shown), `0="shown"`},
		{cell(`office:value-type="boolean" office:boolean-value="true"`, `<text:p>是</text:p>`), `0=bool "TRUE"`},
		{cell(`office:value-type="boolean" office:boolean-value="false"`, ``), `0=bool "FALSE"`},
		{cell(`table:formula="of:=1" `+number("float", "1"), shown), `0=number "1" formula`},
		{cell(`table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"`, `<text:p>#DIV/0!</text:p>`), `0=fault "#DIV/0!" formula`},
		{cell(`table:formula="of:=A1"`, ``), `0=blank "" formula nocache`},
		{cell(`office:value-type="string"`, `<office:annotation><dc:creator>x</dc:creator><text:p>comment</text:p></office:annotation><text:p>甲</text:p>`), `0="甲"`},
		{cell(``, `<draw:frame><draw:text-box><text:p>float</text:p></draw:text-box><svg:title>x</svg:title></draw:frame><text:p>甲<draw:custom-shape><text:p>shape</text:p></draw:custom-shape>乙</text:p>`), `0="甲乙"`},
		{cell(`office:value-type="string"`, `<text:p>  </text:p>`), ``},
		// Text.
		{cell(``, "<text:p> a  \n b <text:span> c</text:span><text:s text:c=\"2\"/>d<text:s/><text:tab/>e<text:line-break/>f </text:p>"), `0="a b c  d \te\nf"`},
		{cell(``, `<text:p>m<text:span text:style-name="T1">2</text:span>和<text:span text:style-name="T2">藏</text:span><text:span text:style-name="T3">藏</text:span><text:span text:style-name="T4">见</text:span></text:p><text:p text:style-name="P1">藏</text:p>`), `0="m²和见"`},
		{cell(``, `<text:p>560<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><text:note><text:note-citation>*</text:note-citation></text:note></text:p>`), `0="560[1]*"`},
		{cell(``, `<text:p><text:a>链接</text:a><text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby><text:change-start/>改<text:change-end/>a&#160;b&#173;&amp;<![CDATA[<c>]]><text:page-number>3</text:page-number><dc:x>no</dc:x></text:p>`), `0="链接汉改a b&<c>3"`},
	} {
		if got := rowsOf(t, `<table:table-row>`+test.cell+`</table:table-row>`); got != strings.TrimSpace("0: "+test.want) && got != test.want {
			t.Errorf("%s: %s, want %s", test.cell, got, test.want)
		}
	}
}

func TestRows(t *testing.T) {
	const v, blank = `<table:table-cell office:value-type="float" office:value="1"/>`, `<table:table-cell/>`
	for _, test := range []struct{ name, in, want string }{
		{"repeated cells and rows", `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>` +
			`<table:table-cell table:number-columns-repeated="16380"/></table:table-row><table:table-row table:number-rows-repeated="1048570">` + blank + `</table:table-row><table:table-row>` + v + `</table:table-row>`,
			"0: 2=number \"1\" 3=number \"1\"\n1: 2=number \"1\" 3=number \"1\"\n1048572: 0=number \"1\""},
		{"joined and covered cells", `<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>` + v + `</table:table-row>` +
			`<table:table-row><table:covered-table-cell table:number-columns-repeated="2"><text:p>no</text:p></table:covered-table-cell>` + v + `</table:table-row><table:table-row><table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/></table:table-row>`,
			"0: 0=\"a\" 2=number \"1\"\n1: 2=number \"1\"\njoined [{0 0 1 1} {2 0 2 1}]"},
		{"joins that run into each other", `<table:table-row>` + v + `<table:table-cell table:number-rows-spanned="3"/></table:table-row><table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="2"/></table:table-row>`,
			"0: 0=number \"1\"\n1: 0=number \"2\"\njoined [{0 1 2 1}]"},
		{"hidden rows and columns, in groups", `<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse"/></table:table-column-group><table:table-header-rows><table:table-row>` + v + v + `</table:table-row></table:table-header-rows>` +
			`<table:table-row-group><table:table-row table:visibility="filter">` + v + `</table:table-row><table:table-row table:visibility="visible">` + v + `</table:table-row></table:table-row-group>`,
			"0: 0=number \"1\" 1=number \"1\" hidden\n1: 0=number \"1\" hidden hidden\n2: 0=number \"1\""},
		{"shapes and names are no cells", `<table:shapes><draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame></table:shapes><office:forms/><table:table-row>` + v + `</table:table-row>`, "0: 0=number \"1\""},
	} {
		if diff := cmp.Diff(test.want, rowsOf(t, test.in)); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestSheets(t *testing.T) {
	const row = `<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>`
	got, err := show(document("spreadsheet", `<table:calculation-settings/><table:tracked-changes><table:deletion><table:cell-content-deletion><text:p>no</text:p></table:cell-content-deletion></table:deletion></table:tracked-changes>`+
		`<table:table table:name="表&amp;1"><table:title>题</table:title>`+row+`</table:table><table:table table:name="表&amp;1" table:style-name="ta2">`+row+`</table:table><table:table/><table:named-expressions/>`), sheet.Limits{})
	want := "[ods 0 表&1] \"题\"\n0: 0=\"a\"\n[ods 1 表&1 (2)] hidden \"\"\n0: 0=\"a\"\n[ods 2 sheet 3] \"\"\n"
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v -want +got\n%s", err, diff)
	}
}

func TestTexts(t *testing.T) {
	row := func(cells ...string) string {
		return `<table:table-row><table:table-cell><text:p>` + strings.Join(cells, `</text:p></table:table-cell><table:table-cell><text:p>`) + `</text:p></table:table-cell></table:table-row>`
	}
	data := `<table:table table:name="T">` + row("a", "b") + row("c", "1") + `</table:table>`
	for _, test := range []struct{ name, in, want string }{
		{"lines above", `<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>标题</text:h>` +
			`<text:section><text:list><text:list-item><text:p>条</text:p></text:list-item></text:list></text:section><text:section text:display="none"><text:p>藏</text:p></text:section><text:p>单位：万元<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>` + data + `<text:p>后</text:p>`,
			"[odt 0 table 1] \"\" \"标题\" \"条\" \"框\" \"单位：万元\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"1\"\n"},
		{"what is seen counts", `<table:table>` + row("a", "b") + `<table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell office:value-type="float" office:value="1234"><text:p>1,234.0</text:p></table:table-cell>` +
			`<table:table-cell table:number-columns-spanned="2"><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row></table:table>`,
			"[odt 0 table 1] \"\"\n0: 0=\"a\" 1=\"b\"\n3: 0=\"1,234.0\" 1=\"甲\\n乙\"\njoined [{3 1 3 2}]\n"},
		{"nested", `<table:table><table:table-row><table:table-cell><text:p>框</text:p>` + data + `</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>`,
			"[odt 0 table 1] \"\"\n0: 0=\"框\" 1=\"2\"\n[odt 1 table 2] \"\" \"框\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"1\"\n"},
		{"repeated", `<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell></table:table-row></table:table>`,
			"[odt 0 table 1] \"\"\n0: 0=\"1\" 1=\"1\"\n1: 0=\"1\" 1=\"1\"\n"},
		{"no tables", `<text:p>文</text:p>`, ""},
	} {
		got, err := show(document("text", test.in), sheet.Limits{})
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v -want +got\n%s", test.name, err, diff)
		}
	}
}

// Prefixes are for the writer to choose.
func TestPrefixes(t *testing.T) {
	var pairs []string
	for prefix, other := range map[string]string{"table": "ns1", "office": "ns0", "text": "t"} {
		for _, before := range []string{"<", "</", " "} {
			pairs = append(pairs, before+prefix+":", before+other+":")
		}
		pairs = append(pairs, "xmlns:"+prefix+"=", "xmlns:"+other+"=")
	}
	other := strings.NewReplacer(pairs...).Replace(content("spreadsheet",
		`<table:table table:name="s"><table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table>`))
	got, err := show(pack(map[string]string{"content.xml": other}), sheet.Limits{})
	if want := "[ods 0 s] \"\"\n0: 0=number \"7\"\n"; got != want || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestRefused(t *testing.T) {
	cell := func(attrs string) string {
		return `<table:table><table:table-row><table:table-cell ` + attrs + `><text:p>轻工业</text:p></table:table-cell></table:table-row></table:table>`
	}
	good := document("spreadsheet", cell(""))
	manifest := map[string]string{"content.xml": "\x01\x02", "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`}
	main := func(text string) []byte { return pack(map[string]string{"content.xml": text}) }
	for _, test := range []struct {
		in   []byte
		lim  sheet.Limits
		code sheet.Code
		want string
	}{
		{good, sheet.Limits{Entries: 1}, sheet.TooLarge, "more than 1"},
		{good, sheet.Limits{FileBytes: 100}, sheet.TooLarge, "more than 100"},
		{good, sheet.Limits{InflatedBytes: 900}, sheet.TooLarge, "more than 900"},
		{good, sheet.Limits{Depth: 4}, sheet.TooLarge, "deeper than 4"},
		{good, sheet.Limits{TextBytes: 5}, sheet.TooLarge, "longer than 5 bytes"},
		{document("spreadsheet", cell("")+cell("")), sheet.Limits{Sheets: 1}, sheet.TooLarge, "more than 1 sheets"},
		{document("spreadsheet", cell("")+cell("")), sheet.Limits{HeldCells: 1}, sheet.TooLarge, "more than the 1 filled cells"},
		{document("spreadsheet", cell(`table:number-columns-repeated="10"`)), sheet.Limits{HeldCells: 9}, sheet.TooLarge, "more than the 9 filled cells"},
		{document("spreadsheet", strings.Replace(cell(""), "<table:table-row", `<table:table-row table:number-rows-repeated="10"`, 1)), sheet.Limits{Cells: 9}, sheet.TooLarge, "more than the 9 filled cells"},
		{document("spreadsheet", cell(`table:number-columns-repeated="16385"`)), sheet.Limits{}, sheet.TooLarge, "more than 16384 columns"},
		{document("spreadsheet", cell(`table:number-columns-spanned="16385"`)), sheet.Limits{}, sheet.TooLarge, "more than 16384 columns"},
		{document("spreadsheet", strings.Replace(cell(""), "<table:table-row", `<table:table-row table:number-rows-repeated="1048576"/><table:table-row`, 1)), sheet.Limits{}, sheet.TooLarge, "more than 1048576 rows"},
		{document("spreadsheet", cell(`table:number-columns-spanned="2"`)), sheet.Limits{Spans: -1}, sheet.TooLarge, "joined cells"},
		{document("text", cell(`table:number-columns-repeated="16000"`)), sheet.Limits{}, sheet.TooLarge, "more than 10000 cells of a table are repetitions"},
		{document("text", strings.Replace(cell(""), "<table:table-row", `<table:table-row table:number-rows-repeated="1000000"`, 1)), sheet.Limits{}, sheet.TooLarge, "more than 10000 cells of a table are repetitions"},
		{document("spreadsheet", `<table:table>`+strings.Repeat(`<table:table-row><table:table-cell table:number-columns-spanned="16384"/></table:table-row>`, maxJoined/maxCols+1)+`</table:table>`), sheet.Limits{}, sheet.TooLarge, "take more than 16777216 columns"},
		{document("text", `<text:p><draw:frame><draw:image/></draw:frame></text:p>`), sheet.Limits{}, sheet.NoText, "pictures only"},
		{document("presentation", `<draw:page/>`), sheet.Limits{}, sheet.Unknown, "presentation"},
		{pack(manifest), sheet.Limits{}, sheet.Encrypted, "password"},
		{pack(nil), sheet.Limits{}, sheet.Unknown, "no content"},
		{main(" "), sheet.Limits{}, sheet.Damaged, "empty"},
		{main("<a/>"), sheet.Limits{}, sheet.Unknown, "<a>"},
		{main(`<!DOCTYPE a>` + content("text", "")), sheet.Limits{}, sheet.Damaged, "content.xml byte 0: a DOCTYPE"},
		{main(content("spreadsheet", cell(""))[:1400]), sheet.Limits{}, sheet.Damaged, "cut short"},
		{main(strings.Replace(content("spreadsheet", cell("")), "轻工业", "\xbc\xd7", 1)), sheet.Limits{}, sheet.Damaged, "not UTF-8"},
		{[]byte("PK"), sheet.Limits{}, sheet.Unknown, "no directory"},
	} {
		_, err := show(test.in, test.lim)
		var refused *sheet.Error
		if !errors.As(err, &refused) || refused.Code != test.code || !strings.Contains(err.Error(), test.want) || refused.Remedy == "" {
			t.Errorf("error %v, want %s: … %s … with a remedy", err, test.code, test.want)
		}
	}
}

func TestLocate(t *testing.T) {
	data := document("spreadsheet", `<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>`)
	book, err := Open(bytes.NewReader(data), int64(len(data)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // a book can be read again
		for s, err := range book.Sheets() {
			if err != nil || s.Locate(6, 2) != "C7" {
				t.Errorf("%s, %v", s.Locate(6, 2), err)
			}
			if g, err := sheet.Hold(s, sheet.Limits{}); err != nil || g.At(0, 0).Text != "a" {
				t.Errorf("held as %+v, %v", g, err)
			}
		}
	}
}

func TestTooManyStyles(t *testing.T) {
	var b strings.Builder
	for i := range maxStyles + 1 {
		fmt.Fprintf(&b, `<style:style style:name="%d"/>`, i)
	}
	styles := `<office:document-styles ` + xmlns + `><office:styles>` + b.String() + `</office:styles></office:document-styles>`
	_, err := show(pack(map[string]string{"styles.xml": styles, "content.xml": content("text", "")}), sheet.Limits{})
	if err == nil || !strings.Contains(err.Error(), "more than 262144 styles") {
		t.Errorf("error %v", err)
	}
}

var fuzzLimits = sheet.Limits{InflatedBytes: 1 << 22, TextBytes: 1 << 12, Cells: 10_000, HeldCells: 20_000, Sheets: 20, Spans: 1000, Depth: 60, Entries: 50}

// FuzzContent reads arbitrary XML as content; rows and columns must ascend, spans
// not overlap.
func FuzzContent(f *testing.F) {
	for _, s := range []string{
		`<table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="float" office:value="1.5"/><table:covered-table-cell/></table:table-row></table:table>`,
		`<text:p>a<text:s text:c="3"/><text:span text:style-name="T1">1</text:span><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>c</text:p></table:table-cell></table:table-row></table:table>`,
		`<table:table table:style-name="ta2"><table:table-row-group><table:table-row table:visibility="collapse"><table:table-cell office:value-type="time" office:time-value="PT1H"/><table:table-cell office:value-type="percentage" office:value="1"/></table:table-row></table:table-row-group></table:table>`,
	} {
		f.Add(content("spreadsheet", s))
		f.Add(content("text", s))
	}
	f.Fuzz(func(t *testing.T, xml string) {
		data := pack(map[string]string{"content.xml": xml})
		book, err := Open(bytes.NewReader(data), int64(len(data)), fuzzLimits)
		if err != nil {
			var refused *sheet.Error
			if !errors.As(err, &refused) || refused.Cause == "" || refused.Remedy == "" {
				t.Fatalf("error %#v is no sheet.Error with cause and remedy", err)
			}
			return
		}
		for s, err := range book.Sheets() {
			if err == nil {
				checkSheet(t, s)
			}
		}
	})
}

func checkSheet(t *testing.T, s sheet.Sheet) {
	last := -1
	for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
		if err != nil || row.Index <= last || row.Index >= maxRows {
			t.Fatalf("row %d after %d: %v", row.Index, last, err)
		}
		last = row.Index
		for i, c := range row.Cells {
			if i > 0 && c.Col <= row.Cells[i-1].Col || c.Col >= maxCols {
				t.Fatalf("row %d: column %d after %d", row.Index, c.Col, row.Cells[i-1].Col)
			}
		}
	}
	spans, _ := s.Spans()
	for i, a := range spans {
		for _, b := range spans[:min(i, 200)] {
			if a.R0 <= b.R1 && b.R0 <= a.R1 && a.C0 <= b.C1 && b.C0 <= a.C1 {
				t.Fatalf("spans %v and %v overlap", a, b)
			}
		}
	}
}

// TestEmbedded: what is only a picture is told of.
func TestEmbedded(t *testing.T) {
	const frame = `<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>`
	for kind, body := range map[string]string{
		"spreadsheet": `<table:table table:name="s"><table:table-row><table:table-cell><text:p>a</text:p>` + frame + `</table:table-cell></table:table-row></table:table>`,
		"text":        `<text:p>a</text:p>` + frame,
	} {
		_, err := show(document(kind, strings.ReplaceAll(body, "xlink:", `xmlns:xlink="http://www.w3.org/1999/xlink" xlink:`)), sheet.Limits{})
		var e *sheet.Error
		if !errors.As(err, &e) || e.Place != "Object 1" || e.Remedy == "" {
			t.Errorf("%s: %v, want the place of the object and a remedy", kind, err)
		}
	}
}
