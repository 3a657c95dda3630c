package docx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

// TestBeside: what stands in parts of its own is below the tables that it is
// about; what is only a picture is told of.
func TestBeside(t *testing.T) {
	const table = `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>%s</w:t>%s</w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	note := func(kind, id string) string { return `<w:` + kind + `Reference w:id="` + id + `"/>` }
	text := func(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }
	parts := usual(fmt.Sprintf(table, "a", note("footnote", "7")) + text("注：略") + text("二、后文") +
		fmt.Sprintf(table, "d", note("footnote", "3")+note("endnote", "2")) +
		`<w:p><w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/></w:drawing></w:r></w:p>`)
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + relNS + `/` + kind + `" Target="` + target + `"/>`
	}
	parts["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		rel("rId3", "footnotes", "footnotes.xml") + rel("rId4", "endnotes", "endnotes.xml") + rel("rId5", "header", "header1.xml") +
		rel("rId6", "header", "header2.xml") + rel("rId7", "footer", "footer1.xml") + rel("rId9", "chart", "charts/chart1.xml") + `</Relationships>`
	parts["word/footnotes.xml"] = `<w:footnotes ` + xmlns + `><w:footnote w:type="separator" w:id="-1">` + text("———") + `</w:footnote>` +
		`<w:footnote w:id="3">` + text("含开发区") + `</w:footnote><w:footnote w:id="7">` + text("快报数") + text("未经审计") + `</w:footnote></w:footnotes>`
	parts["word/endnotes.xml"] = `<w:endnotes ` + xmlns + `><w:endnote w:id="2">` + text("来源：略") + `</w:endnote></w:endnotes>`
	parts["word/header1.xml"] = `<w:hdr ` + xmlns + `>` + text("某市统计局") + `</w:hdr>`
	parts["word/header2.xml"] = parts["word/header1.xml"] // of even pages
	parts["word/footer1.xml"] = `<w:ftr ` + xmlns + `>` + text("第 3 页") + `</w:ftr>`
	b := pack(parts)
	book, err := Open(bytes.NewReader(b), int64(len(b)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for s, err := range book.Sheets() {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, s.Meta().Part+": "+strings.Join(s.Meta().After, " | "))
	}
	want := []string{
		"table 1: 注：略 | 二、后文 | [1] 快报数 未经审计 | 页眉：某市统计局",
		"table 2: [2] 含开发区 | [1] 来源：略",
		"word/charts/chart1.xml: a chart is only a picture in the document; the numbers that it shows are not read (file the workbook that it was made from, or put its numbers into a table)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
