package xlsx

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

	"sanpin/etl/grid/sheet"
)

const (
	xmlns      = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relationNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// relationsXML writes relationships from lines of "id type target".
func relationsXML(lines ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, line := range lines {
		f := strings.Fields(line)
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s%s" Target="%s"/>`, f[0], relationNS, f[1], f[2])
	}
	return b.String() + `</Relationships>`
}

// usual is the parts that most books have alike.
func usual() map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         relationsXML("rId1 officeDocument xl/workbook.xml"),
		"xl/workbook.xml":     `<workbook ` + xmlns + `><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationsXML("rId1 worksheet worksheets/sheet1.xml",
			"rId2 sharedStrings sharedStrings.xml", "rId3 styles styles.xml"),
		"xl/worksheets/sheet1.xml": `<worksheet ` + xmlns + `><sheetData/></worksheet>`,
	}
}

// sheetXML is a sheet with these rows.
func sheetXML(rows string) string {
	return `<worksheet ` + xmlns + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// stylesXML has a cell format for each number format id, and these format codes.
func stylesXML(codes string, ids ...int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<styleSheet %s><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>`, xmlns, codes)
	for _, id := range ids {
		fmt.Fprintf(&b, `<xf numFmtId="%d" fontId="0"><alignment horizontal="center"/></xf>`, id)
	}
	return b.String() + `</cellXfs></styleSheet>`
}

// pack zips the usual parts with these in addition or instead; an empty text
// takes a part away.
func pack(parts map[string]string) []byte {
	all := usual()
	for name, text := range parts {
		all[name] = text
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		text := all[name]
		if text == "" {
			continue
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, text)
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

func open(data []byte, limits sheet.Limits) (sheet.Book, error) {
	return Open(bytes.NewReader(data), int64(len(data)), limits)
}

// show writes a cell as "B2 kind text", and the stored lexeme and flags where
// there are any.
func show(s sheet.Sheet, row int, c *sheet.Cell) string {
	kind := [...]string{"blank", "text", "number", "bool", "fault", "date", "duration", "share"}[c.Kind]
	text := fmt.Sprintf("%s %s %q", s.Locate(row, c.Col), kind, c.Text)
	if c.Stored != nil {
		text += fmt.Sprintf(" stored %q", c.Stored)
	}
	for i, name := range []string{"formula", "nocache", "rounded", "hidden", "rich"} {
		if c.Flags&(1<<i) != 0 {
			text += " " + name
		}
	}
	return text
}

// read gives the cells of all sheets as show writes them, up to the first error.
func read(data []byte, limits sheet.Limits) (cells []string, err error) {
	b, err := open(data, limits)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	for s, err := range b.Sheets() {
		if err != nil {
			return cells, err
		}
		cells, err = readSheet(cells, s)
		if err != nil {
			return cells, err
		}
	}
	return cells, nil
}

func readSheet(cells []string, s sheet.Sheet) ([]string, error) {
	defer s.Close()
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			return cells, nil
		}
		if err != nil {
			return cells, err
		}
		for i := range row.Cells {
			cells = append(cells, show(s, row.Index, &row.Cells[i]))
		}
	}
}

// book gives the cells of a book of these parts and fails the test on an error.
func book(t *testing.T, parts map[string]string) []string {
	t.Helper()
	cells, err := read(pack(parts), sheet.Limits{})
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return cells
}
