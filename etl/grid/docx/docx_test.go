package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sanpin/etl/grid/sheet"
)

var update = flag.Bool("update", false, "rewrite the want parts of testdata")

const (
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	xmlns  = `xmlns:w="` + wordNS + `" xmlns:r="` + relNS + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"` +
		` xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:x9="urn:some-later-version"`
)

// usual is the parts of a document with this body.
func usual(body string) map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + relNS + `/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document ` + xmlns + `><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relNS + `/styles" Target="styles.xml"/>` +
			`<Relationship Id="rId2" Type="` + relNS + `/package" Target="embeddings/book.xlsx"/></Relationships>`,
	}
}

// pack zips parts; an empty text takes a part away.
func pack(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, parts[name])
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

func document(body string) []byte { return pack(usual(body)) }

// show writes a document as text: its paragraphs, then for each table a line with
// its caption and the lines above it, its rows as "row: col=text …", the joined
// cells.
func show(b []byte, lim sheet.Limits) (string, error) {
	var out strings.Builder
	paragraphs, err := Paragraphs(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return "", err
	}
	for _, p := range paragraphs {
		fmt.Fprintf(&out, "%d %q", p.Index, p.Text)
		if p.Style != "" {
			fmt.Fprintf(&out, " (%s)", p.Style)
		}
		out.WriteByte('\n')
	}
	book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return out.String(), err
	}
	defer book.Close()
	for s, err := range book.Sheets() {
		if err != nil {
			fmt.Fprintln(&out, "error:", err)
			continue
		}
		showTable(&out, s)
	}
	return out.String(), nil
}

func showTable(out *strings.Builder, s sheet.Sheet) {
	m := s.Meta()
	fmt.Fprintf(out, "[%s]", m.Part)
	if m.Caption != "" {
		fmt.Fprintf(out, " caption %q", m.Caption)
	}
	for _, l := range m.Before {
		fmt.Fprintf(out, " %q", l)
	}
	out.WriteByte('\n')
	for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
		fmt.Fprintf(out, "%d:", row.Index)
		for _, c := range row.Cells {
			fmt.Fprintf(out, " %d=%q", c.Col, c.Text)
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

// tight drops the line breaks and blanks between the elements of a test.
func tight(xml []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(xml)) {
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

// TestCorpus reads the awkward constructs of testdata: the body of a document,
// its styles, and what is read from them.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no corpus: ", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts, want := usual(""), (*txtar.File)(nil)
		for i, f := range a.Files {
			switch f.Name {
			case "body":
				parts["word/document.xml"] = usual(tight(f.Data))["word/document.xml"]
			case "want":
				want = &a.Files[i]
			default:
				parts[f.Name] = tight(f.Data)
			}
		}
		got, err := show(pack(parts), sheet.Limits{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if *update {
			want.Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(want.Data), got); diff != "" {
			t.Errorf("%s: %s-want +got\n%s", file, a.Comment, diff)
		}
	}
}

func checkRefused(t *testing.T, err error, code sheet.Code, want string) {
	t.Helper()
	var refused *sheet.Error
	if !errors.As(err, &refused) || refused.Code != code || !strings.Contains(err.Error(), want) || refused.Remedy == "" {
		t.Errorf("error %v, want %s: … %s … with a remedy", err, code, want)
	}
}
