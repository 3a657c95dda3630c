package etl

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/sql"
	"sanpin/warehouse/lake"
)

// smallColumns are the headings of the benchmark's workbooks: 20 columns.
var smallColumns = []string{"集群名称", "地区", "年份", "产值(亿元)", "营业收入(亿元)", "利润总额(亿元)", "利税(亿元)", "出口额(亿美元)", "出口交货值(亿元)", "企业数(家)",
	"规上企业数(家)", "从业人员(万人)", "R&D经费(万元)", "R&D人员(人)", "新产品产值(亿元)", "新产品销售收入(亿元)", "专利申请数(件)", "有效发明专利数(件)", "品牌数(个)", "驰名商标数(件)"}

// smallWorkbook makes a workbook of 30 rows and 20 columns, as a filer would.
func smallWorkbook(n int) []byte {
	var shared, rows strings.Builder
	strs := 0
	text := func(cell, s string) {
		fmt.Fprintf(&shared, "<si><t>%s</t></si>", strings.ReplaceAll(s, "&", "&amp;"))
		fmt.Fprintf(&rows, `<c r="%s" t="s"><v>%d</v></c>`, cell, strs)
		strs++
	}
	rows.WriteString(`<row r="1">`)
	for c, h := range smallColumns {
		text(sheet.A1(0, c), h)
	}
	rows.WriteString(`</row>`)
	for r := 1; r <= 30; r++ {
		fmt.Fprintf(&rows, `<row r="%d">`, r+1)
		text(sheet.A1(r, 0), fmt.Sprintf("集群%d-%d", n, r))
		text(sheet.A1(r, 1), "福建省德化县")
		for c := 2; c < len(smallColumns); c++ {
			v := fmt.Sprintf("%d.%d", (n*31+r*7+c*13)%900+1, c%10)
			if c == 2 {
				v = fmt.Sprint(2010 + r%10)
			}
			fmt.Fprintf(&rows, `<c r="%s"><v>%s</v></c>`, sheet.A1(r, c), v)
		}
		rows.WriteString(`</row>`)
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range [][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook ` + ns + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", head + `<sst ` + ns + `>` + shared.String() + `</sst>`},
		{"xl/worksheets/sheet1.xml", head + `<worksheet ` + ns + `><sheetData>` + rows.String() + `</sheetData></worksheet>`},
	} {
		w, err := z.Create(p[0])
		if err != nil {
			panic(err) // unreachable: a buffer takes everything
		}
		w.Write([]byte(p[1]))
	}
	z.Close()
	return b.Bytes()
}

// BenchmarkSmallWorkbooks reads, maps and judges 1,000 small workbooks and
// writes their facts to Parquet.
func BenchmarkSmallWorkbooks(b *testing.B) {
	dir := b.TempDir()
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		b.Fatal(err)
	}
	var todo []job
	for n := range 1000 {
		path := filepath.Join(dir, fmt.Sprintf("%d.xlsx", n))
		data := smallWorkbook(n)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			b.Fatal(err)
		}
		id := fmt.Sprintf("%016x", n)
		todo = append(todo, job{id: id, sha256: id, file: path, bytes: int64(len(data)), receivedAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
			open: func() (*os.File, int64, error) { f, err := os.Open(path); return f, int64(len(data)), err }})
	}
	for b.Loop() {
		report := &Report{}
		rows, err := readAll(context.Background(), Config{}, reader, todo, report)
		if err != nil {
			b.Fatal(err)
		}
		if report.Values.Loaded < 500_000 {
			b.Fatalf("loaded %d values, rejected %d", report.Values.Loaded, report.Values.Rejected)
		}
		store, err := lake.Open(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		draft, err := store.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if err := draft.Apply(context.Background(), nil, rows...); err != nil {
			b.Fatal(err)
		}
		draft.Abort()
	}
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "files/s")
}
