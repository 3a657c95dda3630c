package docx

import (
	"bytes"
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
	word
	compatibility
	math
	office
	chart
)

var spaces = map[string]int{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": word,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             word,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  compatibility,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   math,
	"http://purl.oclc.org/ooxml/officeDocument/math":               math,
	"urn:schemas-microsoft-com:office:office":                      office,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":       chart,
	"http://purl.oclc.org/ooxml/drawingml/chart":                   chart,
}

// reader goes once through a document.
type reader struct {
	archive *opc.Archive
	lim     sheet.Limits
	targets opc.Relations
	styles  styles

	scan *opc.Walker

	out        *doc.Gatherer
	keep       bool // the paragraphs
	paragraphs []Paragraph
	count      int         // paragraphs outside of tables
	written    bool        // one of them is not blank
	footnotes  []reference // in order
	endnotes   []reference // the same
	pictures   bool        // there are some
	preserve   bool        // white space counts everywhere

	*frame
	table *table // whose rows may come next
	muted int    // text is dropped while it is not 0
	run   run
	text  []byte // buffer of one element
}

// readDocument reads the main part.
func (d *reader) readDocument(main *opc.Part) error {
	s, done, err := d.archive.XML(main)
	if err != nil {
		return err
	}
	defer done()
	s.Bound(d.lim.Elements)
	d.scan = opc.NewWalker(s, spaces)
	for root := true; ; root = false {
		switch err := d.scan.Start(); {
		case errors.Is(err, io.EOF) && root:
			return opc.Damaged(main.Name, "the part with the document is empty")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case root && (d.scan.Space != word || string(s.Name) != "document"):
			return opc.Unknown(main.Name, "the package holds no Word document: its main part starts with <%s>", s.Name)
		}
		d.preserve = s.Attr("xml:space") == "preserve"
		if err := d.framed(&frame{}, (*reader).children); err != nil {
			return err
		}
	}
}

// children reads what is in the element whose start tag was just given.
func (d *reader) children() error { return d.childrenBy((*reader).element) }

// childrenBy calls each for every child; it must go to the end of the child.
func (d *reader) childrenBy(each func(*reader) error) error {
	return opc.Children(d.scan, d, each)
}

// element reads any element, wherever it stands.
func (d *reader) element() error {
	name := d.scan.Name
	switch d.scan.Space {
	case word:
		if read := elements[string(name)]; read != nil {
			return read(d)
		}
		if isProperty(name) {
			return d.scan.Skip()
		}
	case compatibility:
		if string(name) == "AlternateContent" {
			return d.alternate()
		}
	case math:
		return d.formula()
	case office:
		if string(name) == "OLEObject" {
			return d.embedded()
		}
	case chart:
		if string(name) == "chart" {
			return d.refuseRelated("a chart is only a picture in the document; the numbers that it shows are not read",
				"file the workbook that it was made from, or put its numbers into a table")
		}
	}
	return d.children()
}

// isProperty tells elements that say how something looks or looked.
func isProperty(name []byte) bool {
	return bytes.HasSuffix(name, []byte("Pr")) || bytes.HasSuffix(name, []byte("PrChange"))
}

// elements are those of Word that are not just looked into.
var elements map[string]func(*reader) error

func init() { // they refer to each other
	skip := func(d *reader) error { return d.scan.Skip() }
	elements = map[string]func(*reader) error{
		"p": (*reader).paragraph, "r": (*reader).readRun, "t": (*reader).readText,
		"tbl": (*reader).readTable, "tr": (*reader).readRow, "tc": (*reader).readCell,
		"sdt": (*reader).control, "txbxContent": (*reader).textBox, "altChunk": (*reader).imported, "objectEmbed": (*reader).embedded,
		"fldChar": (*reader).fieldChar, "sym": (*reader).symbol,
		"footnoteReference": (*reader).footnote, "endnoteReference": (*reader).endnote,
		"tab": (*reader).tab, "ptab": (*reader).tab, "br": (*reader).lineBreak, "cr": (*reader).lineBreak,
		"noBreakHyphen": (*reader).hyphen, "drawing": (*reader).picture, "pict": (*reader).picture, "object": (*reader).picture,
		// Deleted or moved away; codes of fields; what stands over characters.
		"del": skip, "moveFrom": skip, "delText": skip, "instrText": skip, "delInstrText": skip, "rt": skip,
	}
}

// alternate reads the first form of a content that can be understood.
func (d *reader) alternate() error {
	taken := false
	return d.childrenBy(func(*reader) error {
		if d.scan.Space != compatibility || taken {
			return d.scan.Skip()
		}
		switch string(d.scan.Name) {
		case "Choice":
			taken = d.understands(d.scan.Attr("Requires"))
		case "Fallback":
			taken = true
		}
		if !taken {
			return d.scan.Skip()
		}
		return d.children()
	})
}

// understands tells whether all namespaces of these prefixes are known: text is
// found in any of the formats of Office.
func (d *reader) understands(prefixes string) bool {
	for prefix := range strings.FieldsSeq(prefixes) {
		uri := d.scan.Prefixed(prefix)
		known := false
		for _, start := range []string{"http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"} {
			known = known || strings.HasPrefix(uri, start)
		}
		if !known {
			return false
		}
	}
	return true
}

// picture looks into a drawing, which may hold a text box.
func (d *reader) picture() error {
	d.pictures = d.pictures || d.muted == 0
	return d.children()
}

// imported tells of content that stands in another part of the package.
func (d *reader) imported() error {
	return d.refuseRelated("the document takes in another file, which is not read",
		"open it in Word or WPS and save it as .docx (另存为 .docx)")
}

// embedded tells of a workbook or document that is shown as a picture.
func (d *reader) embedded() error {
	program, ok := d.scan.LocalAttr("ProgID")
	if !ok {
		program, _ = d.scan.LocalAttr("progId")
	}
	kind, _, _ := strings.Cut(strings.ToLower(program), ".")
	switch kind {
	case "excel", "et", "ket", "word", "wps", "kwps":
		return d.refuseRelated("an embedded object ("+program+") is only a picture in the document; its cells are not read",
			"open it by a double click, save it as .xlsx or .docx (另存为) and file that too")
	}
	return d.children()
}

// refuseRelated tells of a part that the element refers to.
func (d *reader) refuseRelated(cause, remedy string) error {
	if d.muted == 0 {
		d.out.Refuse(func() *sheet.Error {
			id, _ := d.scan.LocalAttr("id")
			r, _ := d.targets.ByID(id)
			e := opc.Unknown(r.Target, "%s", cause)
			e.Remedy = remedy
			return e
		})
	}
	return d.scan.Skip()
}
