package odf

import (
	"bytes"
	"strconv"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
)

// maxBlanks bounds the blanks in a row: more say nothing.
const maxBlanks = 100

// flow is a paragraph. White space is one blank, and none at its ends; blanks and
// tabs that count are elements.
type flow struct {
	text   []byte
	due    bool // a blank before the next character
	begun  bool // there was a character
	raised bool
	buffer []byte
}

// paragraph reads one, which is a line of the cell that it stands in.
func (d *reader) paragraph() error {
	outer := d.line
	name, _ := d.scan.LocalAttr("style-name")
	d.line = flow{buffer: outer.buffer, raised: d.styles.raises("paragraph", name)}
	var err error
	if d.styles.hides("paragraph", name) {
		err = d.scan.Skip()
	} else {
		err = d.inline()
	}
	text := d.line.text
	outer.buffer, d.line = d.line.buffer, outer
	if err != nil || len(bytes.TrimSpace(text)) == 0 {
		return err
	}
	text = bytes.Trim(text, "\n")
	if !d.spreadsheet {
		d.out.Line(string(text))
	}
	if d.cell {
		if len(d.lines) > 0 {
			d.lines = append(d.lines, '\n')
		}
		d.lines = append(d.lines, text...)
	}
	return nil
}

// inline reads what is in a paragraph, texts too.
func (d *reader) inline() error {
	return opc.Content(d.scan, d, (*reader).span, (*reader).characters)
}

// characters adds the text that the scanner stands on.
func (d *reader) characters() error {
	f := &d.line
	raw := d.scan.AppendToken(f.buffer[:0])
	f.buffer = raw
	if err := d.scan.CheckText(raw); err != nil {
		return err
	}
	for len(raw) > 0 {
		n := bytes.IndexAny(raw, " \t\r\n")
		switch {
		case n == 0:
			f.due = f.begun
			raw = raw[1:]
			continue
		case n < 0:
			n = len(raw)
		}
		if f.due {
			f.text = append(f.text, ' ')
		}
		f.due, f.begun = false, true
		if f.raised || !doc.IsPlain(raw[:n]) {
			f.text = doc.AppendShown(f.text, raw[:n], f.raised)
		} else {
			f.text = append(f.text, raw[:n]...)
		}
		raw = raw[n:]
	}
	if len(f.text) > d.lim.TextBytes {
		return opc.TooLarge(d.scan.Place(), "a paragraph is longer than %d bytes", d.lim.TextBytes)
	}
	return nil
}

// span reads an element in a paragraph.
func (d *reader) span() error {
	switch {
	case d.scan.Space == drawing:
		return d.beside()
	case d.scan.Space != words:
		return d.scan.Skip()
	}
	switch string(d.scan.Name) {
	case "s":
		return d.mark(bytes.Repeat([]byte(" "), min(d.count("c"), maxBlanks)))
	case "tab":
		return d.mark([]byte("\t"))
	case "line-break":
		return d.mark([]byte("\n"))
	case "note":
		return d.children((*reader).note)
	case "ruby-text", "hidden-text", "tracked-changes":
		return d.scan.Skip()
	}
	name, styled := d.scan.LocalAttr("style-name")
	if !styled {
		return d.inline()
	}
	if d.styles.hides("text", name) {
		return d.scan.Skip()
	}
	raised := d.line.raised
	d.line.raised = raised || d.styles.raises("text", name)
	err := d.inline()
	d.line.raised = raised
	return err
}

// count reads a number of times, 1 where there is none.
func (d *reader) count(attr string) int {
	v, _ := d.scan.LocalAttr(attr)
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxRows)
}

// mark adds what an element stands for.
func (d *reader) mark(text []byte) error {
	f := &d.line
	if f.due {
		f.text = append(f.text, ' ')
	}
	f.text, f.due, f.begun = append(f.text, text...), false, true
	if len(f.text) > d.lim.TextBytes {
		return opc.TooLarge(d.scan.Place(), "a paragraph is longer than %d bytes", d.lim.TextBytes)
	}
	return d.scan.Skip()
}

// note reads the reference to a note, not the note itself.
func (d *reader) note() error {
	if !d.is(words, "note-citation") {
		return d.scan.Skip()
	}
	text, err := d.scan.AppendContent(nil)
	if err == nil {
		err = d.scan.CheckText(text)
	}
	if _, number := strconv.Atoi(string(text)); number == nil {
		text = []byte("[" + string(text) + "]")
	}
	d.line.text, d.line.due = append(d.line.text, text...), false
	return err
}
