package docx

import (
	"bytes"

	"sanpin/etl/grid/opc"
)

// frame is a place that takes paragraphs: the body, a cell, a text box. Fields
// and paragraphs do not reach out of it.
type frame struct {
	cell   *cell // nil outside of cells, and in a text box
	inside bool  // of a table, in whatever way
	lines  []byte
	carry  []byte // text of paragraphs whose mark is deleted: they go on in the next one
	fields []field
	para   paragraph
	buffer []byte // for the text of the next paragraph
}

// paragraph is one that is being read.
type paragraph struct {
	text   []byte
	style  string // id
	hidden bool   // by its style
	joined bool   // its mark is deleted or hidden
}

// framed reads with another frame, in which the run and the table begin anew.
func (d *reader) framed(f *frame, read func(*reader) error) error {
	outer, run, table := d.frame, d.run, d.table
	f.inside = f.cell != nil || outer != nil && outer.inside
	d.frame, d.table = f, nil
	if err := read(d); err != nil {
		return err
	}
	if err := d.flush(); err != nil {
		return err
	}
	d.endFields()
	d.frame, d.run, d.table = outer, run, table
	return nil
}

// textBox reads text that floats beside the paragraph that holds it.
func (d *reader) textBox() error { return d.framed(&frame{}, (*reader).children) }

func (d *reader) paragraph() error {
	f := d.frame
	outer := f.para // only in a damaged document has one begun in this frame
	f.para = paragraph{text: f.buffer[:0], hidden: d.styles.standardHides}
	f.buffer = nil
	if len(f.carry) > 0 {
		f.para.text, f.carry = f.carry, nil
	}
	if err := d.childrenBy((*reader).paragraphChild); err != nil {
		return err
	}
	if !f.inside {
		d.count++
	}
	outer.style = f.para.style
	var err error
	if f.para.joined {
		f.carry = f.para.text
	} else {
		f.buffer = f.para.text
		err = d.end(f.para.text, f.para.style)
	}
	f.para = outer
	return err
}

func (d *reader) paragraphChild() error {
	if d.scan.Space == word && string(d.scan.Name) == "pPr" {
		return d.childrenBy((*reader).paragraphProperty)
	}
	return d.element()
}

// flush ends a paragraph that would go on, where none follows.
func (d *reader) flush() error {
	f := d.frame
	text := f.carry
	f.carry = nil
	return d.end(text, f.para.style)
}

// end takes a whole paragraph in.
func (d *reader) end(text []byte, style string) error {
	text = bytes.Trim(text, "\n") // of page breaks
	if len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	d.out.Line(string(text))
	f := d.frame
	switch {
	case f.cell != nil:
		if len(f.lines) > 0 {
			f.lines = append(f.lines, '\n')
		}
		f.lines = append(f.lines, text...)
	case f.inside:
	case !d.keep:
		d.written = true
	case len(d.paragraphs) == d.lim.HeldCells:
		return opc.TooLarge(d.scan.Place(), "the document has more than the %d paragraphs that are held in memory", d.lim.HeldCells)
	default:
		d.written = true
		d.paragraphs = append(d.paragraphs, Paragraph{string(text), d.styles.name(style), d.count})
	}
	return nil
}

func (d *reader) paragraphProperty() error {
	p := &d.frame.para
	if d.scan.Space != word {
		return d.scan.Skip()
	}
	switch string(d.scan.Name) {
	case "pStyle":
		p.style, _ = d.scan.LocalAttr("val")
		p.hidden = d.styles.hides(p.style)
	case "framePr": // a large first letter
		kind, _ := d.scan.LocalAttr("dropCap")
		p.joined = p.joined || kind == "drop" || kind == "margin"
	case "rPr": // of the paragraph mark
		return d.childrenBy((*reader).markProperty)
	}
	return d.scan.Skip()
}

func (d *reader) markProperty() error {
	p := &d.frame.para
	switch string(d.scan.Name) {
	case "del", "moveFrom":
		p.joined = true
	case "vanish", "specVanish":
		p.joined = p.joined || isOn(d.scan.Scanner)
	}
	return d.scan.Skip()
}

// write puts text into the paragraph, unless it is not shown.
func (d *reader) write(text []byte) error {
	if len(text) == 0 || d.muted > 0 || d.run.hidden || !d.inResult(text) {
		return nil
	}
	p := &d.frame.para
	p.text = append(p.text, text...)
	if len(p.text) > d.lim.TextBytes {
		return opc.TooLarge(d.scan.Place(), "a paragraph is longer than %d bytes", d.lim.TextBytes)
	}
	return nil
}
