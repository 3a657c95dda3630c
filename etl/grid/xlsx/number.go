package xlsx

import (
	"bytes"
	"math"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/sheet"
)

// setNumber gives c the number or the date that a lexeme of the cell's format
// stands for. A day count that is no day of the calendar stays a number; what is
// no number at all is given as text: others can then say where it stands.
func (r *reader) setNumber(c *sheet.Cell, lexeme []byte, kind sheet.Kind) {
	if kind == sheet.Number && numfmt.IsPlain(lexeme) {
		c.Kind, c.Text = sheet.Number, r.keep(lexeme)
		return
	}
	lexeme = bytes.TrimSpace(lexeme)
	stored := r.keep(lexeme)
	v, ok := numfmt.Parse(lexeme)
	if !ok {
		c.Kind, c.Text = notNumber(stored)
		return
	}
	if kind != sheet.Number {
		if text, ok := r.serial(v, kind); ok {
			c.Kind, c.Text, c.Stored = kind, r.keep(text), stored
			return
		}
	}
	if math.IsInf(v, 0) {
		c.Kind, c.Text, c.Stored = sheet.Fault, numError, stored
		return
	}
	start := len(r.arena)
	r.arena = numfmt.Shortest15(r.arena, v)
	c.Kind, c.Text = sheet.Number, r.arena[start:len(r.arena):len(r.arena)]
	if !bytes.Equal(c.Text, stored) {
		c.Stored = stored
		if w, _ := numfmt.Parse(c.Text); w != v || significant(stored) > 17 {
			c.Flags |= sheet.Rounded
		}
	}
}

var numError = []byte("#NUM!")

// notNumber judges what stands where a number should: INF and NaN are numbers to
// XML and errors to a spreadsheet.
func notNumber(lexeme []byte) (sheet.Kind, []byte) {
	switch string(bytes.TrimLeft(lexeme, "+-")) {
	case "INF", "NaN":
		return sheet.Fault, numError
	}
	return sheet.Text, lexeme
}

// significant counts the significant digits of a decimal, zeros at its end too.
func significant(lexeme []byte) (digits int) {
	for _, c := range lexeme {
		switch {
		case c == 'e' || c == 'E':
			return digits
		case c >= '1' && c <= '9', c == '0' && digits > 0:
			digits++
		}
	}
	return digits
}

// serial is a day count that was written as text.
type serial struct {
	v    float64
	text []byte
}

// serial writes a day count, or a share as a percentage. The last one is
// remembered: a column of periods repeats it, row after row.
func (r *reader) serial(v float64, kind sheet.Kind) ([]byte, bool) {
	last := &r.lastDate
	switch kind {
	case sheet.Duration:
		last = &r.lastDuration
	case sheet.Share:
		last = &r.lastShare
	}
	if last.text == nil || last.v != v {
		text, ok := numfmt.Serial(v, r.book.date1904, kind)
		if !ok {
			return nil, false
		}
		last.v, last.text = v, append(last.text[:0], text...)
	}
	return last.text, true
}

// setISO gives c a date written as ISO 8601; what is none is given as text.
func (r *reader) setISO(c *sheet.Cell, lexeme []byte) {
	stored := r.keep(bytes.TrimSpace(lexeme))
	c.Kind, c.Text = sheet.Text, stored
	text, kind, ok := numfmt.ISO(string(stored))
	if !ok {
		return
	}
	if c.Kind = kind; text != string(stored) {
		c.Text, c.Stored = r.keep([]byte(text)), stored
	}
}
