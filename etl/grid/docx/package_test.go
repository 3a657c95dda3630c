package docx

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

const oneTable = `<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr><w:r><w:t>表1</w:t></w:r></w:p>` +
	`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>` +
	`<w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`

const oneStyle = `<w:styles ` + xmlns + `><w:style w:type="paragraph" w:styleId="t"><w:name w:val="caption"/></w:style></w:styles>`

// Each of these documents reads alike.
func TestPackages(t *testing.T) {
	const want = "1 \"表1\" (caption)\n[table 1] \"表1\"\n0: 0=\"a\"\n1: 0=\"b\" 1=\"1\"\njoined [{0 0 0 1}]\n"
	const main, rels = "word/document.xml", "word/_rels/document.xml.rels"
	plain := usual(oneTable)[main]
	strict := strings.NewReplacer(wordNS, "http://purl.oclc.org/ooxml/wordprocessingml/main", relNS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
	prefix := strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=")
	none := strings.NewReplacer("<w:", "<", "</w:", "</", "xmlns:w=", "xmlns:w='"+wordNS+"' xmlns=")
	for name, parts := range map[string]map[string]string{
		"usual":            {},
		"strict":           {main: strict.Replace(plain), "word/styles.xml": strict.Replace(oneStyle), "_rels/.rels": strict.Replace(usual("")["_rels/.rels"])},
		"other prefix":     {main: prefix.Replace(plain), "word/styles.xml": prefix.Replace(oneStyle)},
		"no prefix":        {main: none.Replace(plain)},
		"another w inside": {main: strings.Replace(plain, "<w:tbl>", `<w:tbl><w:x xmlns:w="urn:x"><w:p><w:t>no</w:t></w:p></w:x>`, 1)},
		"main part elsewhere": {main: "", rels: "", "_rels/.rels": strings.Replace(usual("")["_rels/.rels"], main, "/word/document2.xml", 1),
			"word/document2.xml": plain, "word/_rels/document2.xml.rels": usual("")[rels]},
		"no relationships":        {"_rels/.rels": "", "word/styles.xml": oneStyle},
		"declaration and mark":    {main: "\ufeff<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<?mso-application progid='Word.Document'?>" + plain},
		"unknown elements around": {main: strings.NewReplacer("<w:p>", "<x:wrap xmlns:x='urn:x'><w:p>", "</w:p>", "</w:p></x:wrap>").Replace(plain)},
	} {
		all := usual(oneTable)
		all["word/styles.xml"] = oneStyle
		for part, text := range parts {
			all[part] = text
		}
		got, err := show(pack(all), sheet.Limits{})
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v -want +got\n%s", name, err, diff)
		}
	}
}

func TestRefused(t *testing.T) {
	cell := func(n int) string {
		return strings.Repeat(`<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>`, n)
	}
	tables := func(rows string) []byte { return document(`<w:tbl>` + rows + `</w:tbl>`) }
	main := func(text string) []byte {
		parts := usual("")
		parts["word/document.xml"] = text
		return pack(parts)
	}
	good := document(oneTable)
	for _, test := range []struct {
		in   []byte
		lim  sheet.Limits
		code sheet.Code
		want string
	}{
		{good, sheet.Limits{Entries: 2}, sheet.TooLarge, "more than 2"},
		{good, sheet.Limits{FileBytes: 100}, sheet.TooLarge, "more than 100"},
		{good, sheet.Limits{InflatedBytes: 500}, sheet.TooLarge, "more than 500 bytes"},
		{good, sheet.Limits{Depth: 5}, sheet.TooLarge, "nested deeper than 5"},
		{document(strings.Repeat(" ", 2<<20)), sheet.Limits{}, sheet.TooLarge, "more than 300 to 1"},
		{document(`<w:p><w:r><w:t>轻工业</w:t></w:r></w:p>`), sheet.Limits{TextBytes: 8}, sheet.TooLarge, "a text is longer than 8 bytes"},
		{document(`<w:p><w:r><w:t>轻</w:t><w:t>工</w:t><w:t>业</w:t></w:r></w:p>`), sheet.Limits{TextBytes: 8}, sheet.TooLarge, "a paragraph is longer than 8 bytes"},
		{document(strings.Repeat(oneTable, 3)), sheet.Limits{Sheets: 2}, sheet.TooLarge, "table 3: the document has more than 2 tables"},
		{document(oneTable + strings.Repeat(`<w:p><w:r><w:t>甲</w:t></w:r></w:p>`, 4)), sheet.Limits{HeldCells: 4}, sheet.TooLarge, "more than the 4 paragraphs that are held in memory"},
		{document(`<w:p>` + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 201) + `</w:p>`), sheet.Limits{}, sheet.TooLarge, "fields are nested deeper than 200"},
		{tables(`<w:tr>` + strings.Repeat(`<w:tc/>`, maxCells+1) + `</w:tr>`), sheet.Limits{}, sheet.TooLarge, "a row has more than 16384 cells"},
		{main(`<!DOCTYPE w:document [<!ENTITY x "y">]>` + usual("")["word/document.xml"]), sheet.Limits{}, sheet.Damaged, "word/document.xml byte 0: a DOCTYPE"},
		{main(usual(oneTable)["word/document.xml"][:700]), sheet.Limits{}, sheet.Damaged, "cut short"},
		{main(strings.Replace(usual(oneTable)["word/document.xml"], "表1", "\xbc\xd7", 1)), sheet.Limits{}, sheet.Damaged, "not UTF-8"},
		{main(" "), sheet.Limits{}, sheet.Damaged, "empty"},
		{main(`<w:document/>`), sheet.Limits{}, sheet.Unknown, "no Word document"},
		{main(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`), sheet.Limits{}, sheet.Unknown, "<workbook>"},
		{pack(map[string]string{"a.txt": "a"}), sheet.Limits{}, sheet.Unknown, "no document"},
		{[]byte("PK"), sheet.Limits{}, sheet.Unknown, "no directory"},
		{good[:len(good)/2], sheet.Limits{}, sheet.Unknown, "no directory"},
		{document(`<w:p><w:r><w:drawing/></w:r></w:p>`), sheet.Limits{}, sheet.NoText, "pictures only"},
	} {
		_, err := show(test.in, test.lim)
		checkRefused(t, err, test.code, test.want)
	}
	for _, test := range []struct { // one table of two: the other is read
		rows string
		lim  sheet.Limits
		want string
	}{
		{`<w:tr>` + cell(4) + `</w:tr>`, sheet.Limits{Cells: 3}, "table 1 r1c4: the table has more than 3 filled cells"},
		{`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc>` + cell(1) + `</w:tr>`, sheet.Limits{}, "more than 16384 columns"},
		{`<w:tr><w:trPr><w:gridBefore w:val="16384"/></w:trPr>` + cell(1) + `</w:tr>`, sheet.Limits{}, "more than 16384 columns"},
		{strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr>`, 3) + `<w:tr>` + cell(1) + `</w:tr>`, sheet.Limits{Spans: 2}, "more than 2 joined cells"},
		{`<w:tr><w:tc>` + strings.Repeat(`<w:p><w:r><w:t>轻工业</w:t></w:r></w:p>`, 9) + `</w:tc></w:tr>`, sheet.Limits{TextBytes: 50}, "table 1 r1c1: the text is longer than 50 bytes"},
	} {
		got, err := show(document(`<w:tbl>`+test.rows+`</w:tbl>`+oneTable), test.lim)
		if err != nil || !strings.Contains(got, test.want) || !strings.Contains(got, "[table 2]") {
			t.Errorf("%v: no %q beside table 2 in\n%s", err, test.want, got)
		}
	}
}

func TestTooManyStyles(t *testing.T) {
	parts := usual(oneTable)
	var b strings.Builder
	for i := range maxStyles + 2 {
		fmt.Fprintf(&b, `<w:style w:styleId="%d"/>`, i)
	}
	parts["word/styles.xml"] = `<w:styles ` + xmlns + `>` + b.String() + `</w:styles>`
	_, err := show(pack(parts), sheet.Limits{})
	checkRefused(t, err, sheet.TooLarge, "more than 65536 styles")
}

func TestLocate(t *testing.T) {
	book, err := Open(strings.NewReader(string(document(oneTable))), int64(len(document(oneTable))), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range book.Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		if m := s.Meta(); s.Locate(4, 1) != "r5c2" || m.Part != "table 1" || m.Format != "docx" || m.Ordinal != 0 {
			t.Errorf("%s of %+v", s.Locate(4, 1), m)
		}
		for range 2 { // a book can be read again
			g, err := sheet.Hold(s, sheet.Limits{})
			if err != nil || g.Rows > 0 && (g.Cols != 2 || g.At(1, 1).Text != "1" || g.At(1, 1).Kind != sheet.Text) {
				t.Errorf("held as %+v, %v", g, err)
			}
		}
	}
}

var errDisk = errors.New("disk on fire")

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, errDisk }

// A failing disk is no fault of the file.
func TestReadErrors(t *testing.T) {
	_, err := Open(broken{}, 1000, sheet.Limits{})
	var refused *sheet.Error
	if !errors.Is(err, errDisk) || errors.As(err, &refused) {
		t.Errorf("error %v, want %v", err, errDisk)
	}
}
