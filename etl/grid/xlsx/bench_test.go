package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"sanpin/etl/grid/sheet"
)

// excelLike writes a workbook as Excel lays it out: shared strings, a reference
// on each row and cell, numbers of up to 17 digits, dates by their format. Of 15
// columns four are text, one a date, the rest numbers; one cell in 70 is empty.
func excelLike(rows, cols int) []byte {
	random := rand.New(rand.NewPCG(1, uint64(rows)))
	var table strings.Builder
	index := map[string]int{}
	share := func(s string) int {
		i, ok := index[s]
		if !ok {
			i = len(index)
			index[s] = i
			fmt.Fprintf(&table, "<si><t>%s</t></si>", s)
		}
		return i
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part := func(name string) io.Writer {
		p, err := w.Create(name)
		if err != nil {
			panic(err)
		}
		return p
	}
	for name, text := range usual() {
		if !strings.Contains(name, "worksheets/") {
			io.WriteString(part(name), text)
		}
	}
	io.WriteString(part("xl/styles.xml"), stylesXML(`<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>`, 0, 176, 4))
	p := part("xl/worksheets/sheet1.xml")
	fmt.Fprintf(p, `<worksheet %s><dimension ref="A1:%s"/><cols><col min="1" max="3" width="12.5" customWidth="1"/></cols><sheetData>`, xmlns, sheet.A1(rows-1, cols-1))
	var line bytes.Buffer
	for r := range rows {
		line.Reset()
		fmt.Fprintf(&line, `<row r="%d" spans="1:%d" x14ac:dyDescent="0.25">`, r+1, cols)
		for c := range cols {
			ref := sheet.A1(r, c)
			switch kind := c % 15; {
			case random.IntN(70) == 0:
				fmt.Fprintf(&line, `<c r="%s" s="2"/>`, ref)
			case r == 0 || kind == 1 || kind == 2:
				fmt.Fprintf(&line, `<c r="%s" s="0" t="s"><v>%d</v></c>`, ref, share(fmt.Sprintf("指标%d（万元）", c*31+random.IntN(400))))
			case kind == 0:
				fmt.Fprintf(&line, `<c r="%s" t="s"><v>%d</v></c>`, ref, share(fmt.Sprintf("某某轻工业特色产业集群%d", r)))
			case kind == 3:
				fmt.Fprintf(&line, `<c r="%s" s="1"><v>%d</v></c>`, ref, 45000+r/100)
			case kind == 14:
				fmt.Fprintf(&line, `<c r="%s" t="s"><v>%d</v></c>`, ref, share("备注"+fmt.Sprint(random.IntN(9))))
			case kind == 5:
				fmt.Fprintf(&line, `<c r="%s" s="2"><v>%.17g</v></c>`, ref, float64(random.IntN(1e7))/100)
			case kind%2 == 0:
				fmt.Fprintf(&line, `<c r="%s" s="2"><v>%d</v></c>`, ref, random.IntN(1e6))
			default:
				fmt.Fprintf(&line, `<c r="%s" s="2"><v>%g</v></c>`, ref, float64(random.IntN(1e8))/100)
			}
		}
		line.WriteString("</row>")
		p.Write(line.Bytes())
	}
	io.WriteString(p, `</sheetData><mergeCells count="1"><mergeCell ref="A1:A1"/></mergeCells></worksheet>`)
	fmt.Fprintf(part("xl/sharedStrings.xml"), `<sst %s>%s</sst>`, xmlns, table.String())
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// count reads all cells of a book.
func count(b *testing.B, data []byte) (cells int) {
	book, err := open(data, sheet.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	for s, err := range book.Sheets() {
		if err != nil {
			b.Fatal(err)
		}
		for {
			row, err := s.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			cells += len(row.Cells)
		}
		s.Close()
	}
	return cells
}

var large = sync.OnceValue(func() []byte { return excelLike(300_000, 15) })

// BenchmarkLarge reads 300,000 rows of 15 columns.
func BenchmarkLarge(b *testing.B) {
	data := large()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	cells := 0
	for b.Loop() {
		cells = count(b, data)
	}
	b.ReportMetric(float64(cells), "cells")
}

// BenchmarkSmall reads 1,000 workbooks of 30 rows and 20 columns.
func BenchmarkSmall(b *testing.B) {
	data := excelLike(30, 20)
	b.ReportAllocs()
	for b.Loop() {
		for range 1000 {
			count(b, data)
		}
	}
}
