package docx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

// wordLike writes a document of tables as Word does: ids and properties on
// everything, a title above each table, joined heads.
func wordLike(tables, rows, cols int) []byte {
	var b strings.Builder
	cell := func(text, properties string) {
		fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>`+
			`<w:p w:rsidR="00A1" w:rsidRDefault="00A1"><w:pPr><w:jc w:val="center"/><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr></w:pPr>`+
			`<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr><w:t>%s</w:t></w:r></w:p></w:tc>`, properties, text)
	}
	for i := range tables {
		fmt.Fprintf(&b, `<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr><w:r><w:t>表%d　特色区域主要指标（单位：万元）</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>`, i+1)
		for r := range rows {
			b.WriteString(`<w:tr w:rsidR="00A1" w:rsidTr="00B2"><w:trPr><w:trHeight w:val="300"/></w:trPr>`)
			for c := range cols {
				switch {
				case r == 0 && c == 0:
					cell("地区", `<w:vMerge w:val="restart"/>`)
				case r == 1 && c == 0:
					cell("", `<w:vMerge/>`)
				case r < 2:
					cell(fmt.Sprintf("指标%d（万元）", c), "")
				case c == 0:
					cell(fmt.Sprintf("某某轻工业产业集群%d", r), "")
				default:
					cell(fmt.Sprintf("%d.%02d", r*c*37, c), "")
				}
			}
			b.WriteString(`</w:tr>`)
		}
		b.WriteString(`</w:tbl>`)
	}
	return document(b.String())
}

// BenchmarkOpen reads 200 tables of 20 rows and 8 columns: 32,000 cells.
func BenchmarkOpen(b *testing.B) {
	data := wordLike(200, 20, 8)
	b.ReportAllocs()
	cells := 0
	for b.Loop() {
		book, err := Open(bytes.NewReader(data), int64(len(data)), sheet.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		cells = 0
		for s, err := range book.Sheets() {
			if err != nil {
				b.Fatal(err)
			}
			for row, err := s.Next(); !errors.Is(err, io.EOF); row, err = s.Next() {
				cells += len(row.Cells)
			}
		}
	}
	if want := 200 * (20*8 - 1); cells != want {
		b.Errorf("%d cells, want %d", cells, want)
	}
}
