package grid

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"sanpin/etl/grid/pdf/pdftest"
)

// TestDocumentBombs are the bombs of TestBombs for documents of running text:
// what is large in them is more often a million small things than one.
func TestDocumentBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes large files")
	}
	refuseAll(t, cheap, []bomb{
		{"docx: a cell of 2 GB in 2 MB", func() source { return word(repeated(wordHead+cellHead+"<t>", "a", 2<<30, 0, "</t>"+cellTail+wordTail)) }},
		{"docx: a cell of 120 MB", func() source {
			return word(repeated(wordHead+cellHead+"<t>", "a", 120<<20, 250, "</t>"+cellTail+wordTail))
		}},
		{"docx: a cell of runs", func() source { return wordOf(cellHead, "<t>aaaaaaaa</t>", cellTail) }},
		{"docx: a cell of breaks", func() source { return wordOf(cellHead, "<br/>", cellTail) }},
		{"docx: entities", func() source {
			return word(plain(`<?xml version="1.0"?>` + entities + wordHead + "<p><r><t>&j;</t></r></p>" + wordTail))
		}},
		{"docx: nesting", func() source { return wordOf("", "<p>", "") }},
		{"docx: nesting of what is not known", func() source { return wordOf("", "<x>", "") }},
		{"docx: tables in tables", func() source { return wordOf("", "<tbl><tr><tc>", "") }},
		{"docx: text boxes in text boxes", func() source { return wordOf("", "<p><r><pict><txbxContent>", "") }},
		{"docx: paragraphs", func() source { return wordOf("", "<p><r><t>a</t></r></p>", "") }},
		{"docx: empty paragraphs", func() source { return wordOf("", "<p/>", "") }},
		{"docx: runs", func() source { return wordOf("<p>", "<r/>", "</p>") }},
		{"docx: runs of nothing known", func() source { return wordOf("<p>", "<x/>", "</p>") }},
		{"docx: properties", func() source { return wordOf("<p>", "<pPr><rPr><b/></rPr></pPr>", "</p>") }},
		{"docx: attributes", func() source { return wordOf("<p", ` a="1"`, "/>") }},
		{"docx: tables", func() source { return wordOf("", "<tbl><tr><tc><p><r><t>1</t></r></p></tc></tr></tbl>", "") }},
		{"docx: empty tables", func() source { return wordOf("", "<tbl/>", "") }},
		{"docx: rows", func() source { return wordOf("<tbl>", "<tr/>", "</tbl>") }},
		{"docx: cells", func() source {
			return wordOf("<tbl>", "<tr><tc><p><r><t>1</t></r></p></tc><tc><p><r><t>1</t></r></p></tc></tr>", "</tbl>")
		}},
		{"docx: cells of one row", func() source { return wordOf("<tbl><tr>", "<tc/>", "</tr></tbl>") }},
		{"docx: joined cells", func() source {
			return wordOf("<tbl>", `<tr><tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>1</t></r></p></tc></tr>`, "</tbl>")
		}},
		{"docx: cells joined downwards", func() source {
			return wordOf("<tbl>", `<tr><tc><tcPr><vMerge val="restart"/></tcPr></tc></tr><tr><tc><tcPr><vMerge/></tcPr></tc></tr>`, "</tbl>")
		}},
		{"docx: fields in fields", func() source { return wordOf("<p><r>", `<fldChar fldCharType="begin"/>`, "</r></p>") }},
		{"docx: notes", func() source { return wordOf("<p><r>", `<footnoteReference/>`, "</r></p>") }},
		{"docx: embedded things", func() source { return wordOf("<p><r>", `<objectEmbed progId="Excel.Sheet"/>`, "</r></p>") }},
		{"docx: styles", func() source {
			return wordWith("word/styles.xml", repeated(`<styles xmlns="`+wordNames+`">`, `<style type="paragraph" styleId="a"><name val="a"/></style>`, 250<<20, 200, `</styles>`))
		}},
		{"docx: styles of many names", func() source {
			return wordWith("word/styles.xml", numbered(`<styles xmlns="`+wordNames+`">`, `<style type="paragraph" styleId="a%d"><basedOn val="a%[1]d"/></style>`, 1_000_000, `</styles>`))
		}},
		{"docx: relations", func() source {
			return wordWith("word/_rels/document.xml.rels", numbered(`<Relationships>`, `<Relationship Id="r%d" Type="x/image" Target="a.png"/>`, 1_000_000, `</Relationships>`))
		}},
		{"ods: a cell of 2 GB in 2 MB", func() source { return odfOf(repeated(odsHead+odsCell, "a", 2<<30, 0, odsTail)) }},
		{"ods: a cell of 250 MB", func() source { return odfOf(repeated(odsHead+odsCell, "a", 250<<20, 250, odsTail)) }},
		{"ods: entities", func() source {
			return odfOf(plain(`<?xml version="1.0"?>` + entities + odsHead + odsCell + "&j;" + odsTail))
		}},
		{"ods: nesting", func() source { return odfFull(odsHead, "<t:table-row-group>", "") }},
		{"ods: rows", func() source { return odfFull(odsHead, "<t:table-row/>", "") }},
		{"ods: cells", func() source {
			return odfFull(odsHead, `<t:table-row><t:table-cell o:value-type="float" o:value="1"/></t:table-row>`, "")
		}},
		{"ods: cells of one row", func() source {
			return odfFull(odsHead+"<t:table-row>", `<t:table-cell o:value-type="float" o:value="1"/>`, "")
		}},
		{"ods: empty cells", func() source { return odfFull(odsHead+"<t:table-row>", `<t:table-cell/>`, "") }},
		{"ods: a repeated row", func() source {
			return odfOf(plain(odsHead + strings.Repeat(`<t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="16000" o:value-type="float" o:value="1"/></t:table-row>`, 9) + "</t:table></o:spreadsheet></o:body></o:document-content>"))
		}},
		{"ods: columns", func() source {
			return odfFull(odsHead, `<t:table-column t:number-columns-repeated="16384" t:visibility="collapse"/>`, "")
		}},
		{"ods: joined cells", func() source {
			return odfFull(odsHead, `<t:table-row><t:table-cell t:number-columns-spanned="2"/></t:table-row>`, "")
		}},
		{"ods: wide joined cells", func() source {
			return odfFull(odsHead, `<t:table-row><t:table-cell t:number-columns-spanned="16384" t:number-rows-spanned="9"/></t:table-row>`, "")
		}},
		{"ods: paragraphs of a cell", func() source { return odfFull(odsHead+"<t:table-row><t:table-cell>", `<x:p>a</x:p>`, "") }},
		{"ods: spaces", func() source { return odfFull(odsHead+"<t:table-row><t:table-cell><x:p>", `<x:s x:c="1000000"/>`, "") }},
		{"ods: sheets", func() source { return odfFull(strings.TrimSuffix(odsHead, "<t:table>"), `<t:table/>`, "") }},
		{"ods: styles", func() source {
			return odfFull(odsRoot+`<o:automatic-styles>`, `<s:style s:name="a" s:family="table"/>`, "")
		}},
		{"odt: a paragraph of 250 MB", func() source { return odfOf(repeated(odtHead+"<x:p>", "a", 250<<20, 250, "</x:p>"+odtTail)) }},
		{"odt: nesting", func() source { return odfFull(odtHead, "<x:section>", "") }},
		{"odt: tables in tables", func() source { return odfFull(odtHead, "<t:table><t:table-row><t:table-cell>", "") }},
		{"odt: paragraphs", func() source { return odfFull(odtHead, "<x:p>a</x:p>", "") }},
		{"odt: empty paragraphs", func() source { return odfFull(odtHead, "<x:p/>", "") }},
		{"odt: spans", func() source { return odfFull(odtHead+"<x:p>", "<x:span/>", "</x:p>") }},
		{"odt: tables", func() source {
			return odfFull(odtHead, "<t:table><t:table-row><t:table-cell><x:p>1</x:p></t:table-cell></t:table-row></t:table>", "")
		}},
		{"odt: cells", func() source {
			return odfFull(odtHead+"<t:table>", "<t:table-row><t:table-cell><x:p>1</x:p></t:table-cell></t:table-row>", "</t:table>")
		}},
		{"odt: changes", func() source { return odfFull(odtHead, "<x:tracked-changes/>", "") }},
	})
}

// TestPDFBombs are those of PDF files.
func TestPDFBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes large files")
	}
	refuseAll(t, sandboxed, []bomb{
		{"pdf: a page of text without end", func() source { return drawn(strings.Repeat("BT /F2 9 Tf 9 9 Td (a) Tj ET\n", 1_000_000)) }},
		{"pdf: a text of 20 MB", func() source { return drawn("BT /F2 9 Tf 9 9 Td (" + strings.Repeat("a", 20<<20) + ") Tj ET\n") }},
		{"pdf: lines", func() source { return drawn(strings.Repeat("9 9 m 99 9 l S\n", 1_000_000)) }},
		{"pdf: a line of many", func() source { return drawn("9 9 m\n" + strings.Repeat("99 9 l 9 9 l\n", 1_000_000) + "S\n") }},
		{"pdf: boxes", func() source { return drawn(strings.Repeat("9 9 9 9 re f\n", 1_000_000)) }},
		{"pdf: saved states", func() source { return drawn(strings.Repeat("q ", 3_000_000)) }},
		{"pdf: nested arrays", func() source { return drawn(strings.Repeat("[", 3_000_000)) }},
		{"pdf: pictures", func() source {
			return drawn(strings.Repeat("q 9 0 0 9 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n", 300_000))
		}},
		{"pdf: pages", func() source { return pdfPages(100_000) }},
		{"pdf: a page tree that is a circle", func() source {
			return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>")
		}},
		{"pdf: pages that are not there", func() source {
			return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", "<< /Type /Page /Parent 2 0 R >>")
		}},
		{"pdf: an object that is nested", func() source { return pdfOf("<< /Type /Catalog /Pages " + strings.Repeat("[", 3_000_000)) }},
		{"pdf: a cross-reference that goes round", func() source {
			return text("%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\n", "startxref\n9\n", 99, "startxref\n9\n%%EOF\n")
		}},
		{"pdf: objects without end", func() source { return text("%PDF-1.5\n", "1 0 obj\n<<>>\nendobj\n", 100<<20, "startxref\n9\n%%EOF\n") }},
		{"pdf: a file of 900 MB", func() source { return text("%PDF-1.5\n", "x", 900<<20, "startxref\n9\n%%EOF\n") }},
		{"pdf: forms that draw themselves", formsInForms},
		{"pdf: a stream of 2 GB in 2 MB", func() source { return deflated("BT /F2 9 Tf 9 9 Td (a) Tj ET\n", 2<<30) }},
		{"pdf: an object stream of 2 GB in 2 MB", objectStream},
	})
}

const (
	wordNames = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordHead  = `<document xmlns="` + wordNames + `"><body>`
	wordTail  = `</body></document>`
	cellHead  = `<tbl><tr><tc><p><r>`
	cellTail  = `</r></p></tc></tr></tbl>`

	odsRoot = `<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0">`
	odsHead = odsRoot + `<o:body><o:spreadsheet><t:table>`
	odsCell = `<t:table-row><t:table-cell><x:p>`
	odsTail = `</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>`
	odtHead = odsRoot + `<o:body><o:text>`
	odtTail = `</o:text></o:body></o:document-content>`
)

// word is a Word document of a main part.
func word(main part) source { return wordWith("word/document.xml", main) }

// wordOf is a Word document of as many small things as its size allows.
func wordOf(start, body, end string) source {
	return word(repeated(wordHead+start, body, 120<<20, 200, end+wordTail))
}

func wordWith(name string, p part) source {
	parts := map[string]part{
		"[Content_Types].xml":          plain(`<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
		"_rels/.rels":                  plain(`<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		"word/_rels/document.xml.rels": plain(`<Relationships><Relationship Id="r1" Type="x/styles" Target="styles.xml"/></Relationships>`),
		"word/document.xml":            plain(wordHead + wordTail),
	}
	parts[name] = p
	var z zipFile
	for name, p := range parts {
		z.add(name, p)
	}
	return z.close()
}

// odfOf is an OpenDocument file of a content.
func odfOf(content part) source {
	var z zipFile
	z.add("mimetype", plain("application/vnd.oasis.opendocument.spreadsheet"))
	z.add("content.xml", content)
	return z.close()
}

func odfFull(start, body, end string) source {
	return odfOf(repeated(start, body, 250<<20, 200, end))
}

// drawn is a PDF of one page with these operators.
func drawn(operators string) source {
	d := pdftest.New()
	d.Page().Raw = operators
	return bytesSource(d.Bytes())
}

func bytesSource(b []byte) source { return source{bytes.NewReader(b), int64(len(b))} }

func pdfPages(n int) source {
	d := pdftest.New()
	for range n {
		d.Page()
	}
	return bytesSource(d.Bytes())
}

// pdfOf is a PDF of objects from 1.
func pdfOf(objects ...string) source {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return bytesSource(b.Bytes())
}

func stream(dict, body string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(body), body)
}

// onePage are the objects of a document of one page whose content is object 4.
func onePage(resources string) []string {
	return []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + resources + " >> >>"}
}

// formsInForms draws ten forms that draw ten forms …, and themselves.
func formsInForms() source {
	var names strings.Builder
	for i := range 12 {
		fmt.Fprintf(&names, "/X%d %d 0 R ", i, 5+i)
	}
	resources := "/XObject << " + names.String() + " >>"
	objects := append(onePage(resources), stream("", "/X0 Do"))
	for i := range 12 {
		next := strings.Repeat(fmt.Sprintf("/X%d Do ", (i+1)%12), 10)
		objects = append(objects, stream("/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << "+resources+" >>", next))
	}
	return pdfOf(objects...)
}

// zlibbed packs a body that repeats.
func zlibbed(body string, size int) string {
	p := repeated("", body, size, 0, "")
	return "\x78\x9c" + string(p.packed) + "\x00\x00\x00\x00"
}

// deflated is a page whose content unpacks to size bytes.
func deflated(body string, size int) source {
	return pdfOf(append(onePage("/Font << /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"), stream("/Filter /FlateDecode", zlibbed(body, size)))...)
}

// objectStream is a file whose page tree stands in a packed stream of 2 GB, which
// says that it extends itself.
func objectStream() source {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	body := stream("/Type /ObjStm /N 1000000 /First 9 /Extends 2 0 R /Filter /FlateDecode", zlibbed("1 0 ", 2<<30))
	at := b.Len()
	fmt.Fprintf(&b, "2 0 obj\n%s\nendobj\n", body)
	start := b.Len()
	table := string([]byte{0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), 0, 1, byte(start >> 24), byte(start >> 16), byte(start >> 8), byte(start), 0})
	fmt.Fprintf(&b, "3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", stream("/Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R", table), start)
	return bytesSource(b.Bytes())
}
