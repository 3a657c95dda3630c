package docx

import (
	"bytes"
	"unicode/utf8"

	"sanpin/etl/grid/doc"
)

// run is how a stretch of text looks.
type run struct {
	hidden bool
	raised bool
	font   string // a symbol font, else empty

	style string // id
	said  bool   // hidden is said by the run itself
}

func (d *reader) readRun() error {
	outer := d.run
	d.run = run{hidden: d.frame.para.hidden}
	err := d.childrenBy((*reader).runChild)
	d.run = outer
	return err
}

func (d *reader) runChild() error {
	if d.scan.Space != word || string(d.scan.Name) != "rPr" {
		return d.element()
	}
	if err := d.childrenBy((*reader).runProperty); err != nil {
		return err
	}
	if r := &d.run; !r.said && r.style != "" && d.styles.hides(r.style) {
		r.hidden = !r.hidden // the styles of paragraph and characters toggle each other
	}
	return nil
}

func (d *reader) runProperty() error {
	switch r := &d.run; string(d.scan.Name) {
	case "vanish":
		r.hidden, r.said = isOn(d.scan.Scanner), true
	case "rStyle":
		r.style, _ = d.scan.LocalAttr("val")
	case "vertAlign":
		v, _ := d.scan.LocalAttr("val")
		r.raised = v == "superscript"
	case "rFonts":
		font, ok := d.scan.LocalAttr("ascii")
		if !ok {
			font, _ = d.scan.LocalAttr("hAnsi")
		}
		r.font = symbolFont(font)
	}
	return d.scan.Skip()
}

// readText reads the text of a run. White space around it counts only where the
// document says so.
func (d *reader) readText() (err error) {
	keep := d.preserve || d.scan.Attr("xml:space") == "preserve"
	if d.text, err = d.scan.AppendContent(d.text[:0]); err != nil {
		return err
	}
	if err := d.scan.CheckText(d.text); err != nil {
		return err
	}
	text := d.text
	if !keep {
		text = bytes.Trim(text, " \t\r\n")
	}
	if d.run.raised || d.run.font != "" || !doc.IsPlain(text) {
		text = d.run.appendShown(nil, text)
	}
	return d.write(text)
}

// appendShown appends the characters as they are shown in the run.
func (r run) appendShown(dst, text []byte) []byte {
	if r.font == "" {
		return doc.AppendShown(dst, text, r.raised)
	}
	for _, c := range string(text) {
		if c, ok := doc.Shown(c, false); ok {
			dst = utf8.AppendRune(dst, symbolRune(r.font, c))
		}
	}
	return dst
}

func (d *reader) tab() error { return d.mark("\t") }

func (d *reader) lineBreak() error { return d.mark("\n") }

func (d *reader) hyphen() error { return d.mark("-") }

// mark writes what an element stands for.
func (d *reader) mark(text string) error {
	if err := d.scan.Skip(); err != nil {
		return err
	}
	return d.write([]byte(text))
}

func (d *reader) footnote() error { return d.note(&d.footnotes) }

func (d *reader) endnote() error { return d.note(&d.endnotes) }

// note writes the reference to a note in brackets; one with a mark of its own has
// it behind.
func (d *reader) note(refers *[]reference) error {
	if v, _ := d.scan.LocalAttr("customMarkFollows"); v != "" && v != "0" && v != "false" {
		return d.scan.Skip()
	}
	if d.muted == 0 && !d.run.hidden {
		id, _ := d.scan.LocalAttr("id")
		*refers = append(*refers, reference{id, d.out.Open()})
	}
	return d.mark(noteMark(len(*refers)))
}

// formula reads an equation: its text in one line.
func (d *reader) formula() error {
	switch name := d.scan.Name; string(name) {
	case "t":
		return d.readText()
	case "den":
		return d.inLine("/")
	case "sup":
		return d.inLine("^")
	case "sub":
		return d.inLine("_")
	default:
		if isProperty(name) {
			return d.scan.Skip()
		}
	}
	return d.children()
}

func (d *reader) inLine(sign string) error {
	if err := d.write([]byte(sign)); err != nil {
		return err
	}
	return d.children()
}
