package etl

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sanpin/etl/grid/sheet"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	xmlMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
)

// zipWorkbook makes a workbook of one sheet from its shared strings and from what
// stands in its worksheet element.
func zipWorkbook(shared, worksheet string) []byte {
	var b bytes.Buffer
	writeWorkbook(&b, shared, func(w io.Writer) { io.WriteString(w, worksheet) })
	return b.Bytes()
}

func writeWorkbook(to io.Writer, shared string, worksheet func(io.Writer)) {
	z := zip.NewWriter(to)
	part := func(name string) io.Writer {
		w, err := z.Create(name)
		if err != nil {
			panic(err) // of a test's own file
		}
		io.WriteString(w, xmlHead)
		return w
	}
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + xmlMain + ` xmlns:r="` + office + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", `<sst ` + xmlMain + `>` + shared + `</sst>`},
	} {
		io.WriteString(part(p[0]), p[1])
	}
	w := part("xl/worksheets/sheet1.xml")
	io.WriteString(w, `<worksheet `+xmlMain+`>`)
	worksheet(w)
	io.WriteString(w, `</worksheet>`)
	if err := z.Close(); err != nil {
		panic(err)
	}
}

// writeRow writes one row of texts and numbers; "" is no cell.
func writeRow(w io.Writer, r int, cells []string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, r+1)
	for c, text := range cells {
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			fmt.Fprintf(&b, `<c r="%s"><v>%s</v></c>`, sheet.A1(r, c), text)
		} else if text != "" {
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, sheet.A1(r, c), strings.ReplaceAll(text, "&", "&amp;"))
		}
	}
	b.WriteString(`</row>`)
	io.WriteString(w, b.String())
}
