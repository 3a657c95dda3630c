package form

import (
	"archive/zip"
	"fmt"
	"io"
	"slices"
	"strings"

	"sanpin/etl/grid/sheet"
)

// Blank is what a filer gets to fill in: a title, a heading for each thing to
// say, and a row that shows how, marked 示例 so that it is never taken for a fact.
type Blank struct {
	Title   string // of the table
	Columns []BlankColumn
}

// BlankColumn is one heading of a blank workbook.
type BlankColumn struct {
	Heading, Example, Note string
	Need                   bool
}

// Blank gives the blank of a form; false for forms of published tables, which
// nobody fills in.
func (f *Form) Blank() (Blank, bool) {
	title, _, _ := strings.Cut(f.About, "：")
	b := Blank{Title: title}
	if f.BlankTitle != "" {
		b.Title = f.BlankTitle
	}
	if f.Fact == Observation {
		for _, column := range f.BlankColumns {
			heading, example, _ := strings.Cut(column, "=")
			b.Columns = append(b.Columns, BlankColumn{Heading: heading, Example: example})
		}
		return b, len(b.Columns) > 0
	}
	for _, field := range f.vocabulary[f.Fact] {
		if field.Chinese == "" || slices.Contains(f.Recognise.NoFields, field.Name) {
			continue
		}
		b.Columns = append(b.Columns, f.blankColumn(field))
	}
	return b, f.Recognise.File == nil && f.Each == ""
}

func (f *Form) blankColumn(field *Field) BlankColumn {
	c := BlankColumn{Heading: field.Chinese, Example: field.Example, Note: field.Note, Need: field.Need}
	if own, ok := f.BlankHeadings[field.Name]; ok {
		c.Heading, c.Example, _ = strings.Cut(own, "=")
	}
	if field.Measure == "money" && !strings.Contains(c.Heading, "(") {
		c.Heading += "(亿元)"
	}
	if field.Measure == "share" {
		c.Heading += "(%)"
	}
	if c.Need {
		c.Heading = "*" + c.Heading
	}
	return c
}

// Write writes the blank as a workbook: title, headings and the example on the
// first sheet, what to write in each column on the second.
func (b Blank) Write(w io.Writer) error {
	rows := [][]string{{b.Title}, nil, nil}
	notes := [][]string{{"填写说明：标 * 的列必填；以“示例”开头的行不会被当作数据，填报时可以删去"}}
	for _, c := range b.Columns {
		rows[1] = append(rows[1], c.Heading)
		rows[2] = append(rows[2], c.Example)
		if line := c.Heading; c.Note != "" || c.Example != "" {
			line += "：" + c.Note
			if c.Example != "" {
				line += "（例如 " + c.Example + "）"
			}
			notes = append(notes, []string{line})
		}
	}
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", rootRels}, {"xl/workbook.xml", workbook}, {"xl/_rels/workbook.xml.rels", workbookRels},
		{"xl/worksheets/sheet1.xml", worksheet(rows)}, {"xl/worksheets/sheet2.xml", worksheet(notes)},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xmlHead+part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// worksheet writes rows of texts as a sheet of inline strings.
func worksheet(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>`)
	for r, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, r+1)
		for c, text := range row {
			if text != "" {
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, sheet.ColumnName(c), r+1, escape.Replace(text))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}

// The parts of a workbook with two sheets that never change.
const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	rootRels     = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	workbook     = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="填报" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>`
	workbookRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`
)
