package odf

import (
	"errors"
	"io"
	"strings"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// The namespaces that matter here.
const (
	foreign = iota
	office
	tables
	words
	styling
	drawing
)

var spaces = map[string]int{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":  office,
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":   tables,
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":    words,
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":   styling,
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": drawing,
}

// reader goes once through a file.
type reader struct {
	lim    sheet.Limits
	scan   *opc.Walker
	styles styles

	spreadsheet, text bool // what the file is
	pictures          bool // there are some

	sheets  []*table // of a spreadsheet
	held    int      // cells of them
	refused []error  // what is embedded in them
	names   map[string]bool
	out     *doc.Gatherer // of a text

	lines []byte // of the cell that is being read
	cell  bool   // there is one
	line  flow   // the paragraph that is being read
}

// readPart reads a part: its styles, and its body where it has one.
func (d *reader) readPart(a *opc.Archive, p *opc.Part) error {
	s, done, err := a.XML(p)
	if err != nil {
		return err
	}
	defer done()
	s.Bound(d.lim.Elements)
	d.scan = opc.NewWalker(s, spaces)
	switch err := d.scan.Start(); {
	case errors.Is(err, io.EOF):
		return opc.Damaged(p.Name, "the part is empty")
	case err != nil:
		return err
	case d.scan.Space != office:
		return opc.Unknown(p.Name, "the package holds no OpenDocument file: its content starts with <%s>", s.Name)
	}
	if err := d.children((*reader).part); err != nil {
		return err
	}
	if _, err := s.Next(); !errors.Is(err, io.EOF) {
		return err // text behind the root matters to nobody
	}
	return nil
}

func (d *reader) children(each func(*reader) error) error { return opc.Children(d.scan, d, each) }

// is tells whether the element is of a namespace and has one of these names.
func (d *reader) is(space int, names ...string) bool {
	if d.scan.Space != space {
		return false
	}
	for _, name := range names {
		if string(d.scan.Name) == name {
			return true
		}
	}
	return false
}

func (d *reader) part() error {
	switch {
	case d.is(office, "styles", "automatic-styles"):
		return d.children((*reader).style)
	case d.is(office, "body"):
		return d.children((*reader).body)
	}
	return d.scan.Skip()
}

func (d *reader) body() error {
	switch {
	case d.is(office, "spreadsheet"):
		d.spreadsheet = true
		return d.children((*reader).sheet)
	case d.is(office, "text"):
		d.text = true
		return d.children((*reader).block)
	}
	return d.scan.Skip()
}

// block reads an element that stands among paragraphs.
func (d *reader) block() error {
	switch {
	case d.is(words, "p", "h"):
		return d.paragraph()
	case d.is(tables, "table"):
		return d.textTable()
	case d.is(words, "tracked-changes"), d.is(office, "annotation", "forms"), d.is(words, "section") && d.hiddenSection():
		return d.scan.Skip()
	case d.scan.Space == drawing:
		return d.beside()
	}
	return d.children((*reader).block)
}

// beside reads a frame or a shape: its lines are not those of the paragraph that
// holds it, nor of the cell.
func (d *reader) beside() error {
	cell := d.cell
	d.cell = false
	d.pictures = d.pictures || d.is(drawing, "image", "object")
	if d.is(drawing, "object", "object-ole") {
		d.refuseObject()
	}
	err := d.children((*reader).block)
	d.cell = cell
	return err
}

// maxObjects bounds the embedded objects that are told of.
const maxObjects = 100

// refuseObject tells of a chart or a file that is shown as a picture.
func (d *reader) refuseObject() {
	make := func() *sheet.Error {
		name, _ := d.scan.LocalAttr("href")
		e := opc.Unknown(strings.TrimPrefix(name, "./"), "an embedded object (a chart or a file) is only a picture here; its numbers are not read")
		e.Remedy = "file the workbook that it was made from, or put its numbers into a table"
		return e
	}
	switch {
	case d.text:
		d.out.Refuse(make)
	case len(d.refused) < maxObjects:
		d.refused = append(d.refused, make())
	}
}

func (d *reader) hiddenSection() bool {
	v, _ := d.scan.LocalAttr("display")
	return v == "none"
}
