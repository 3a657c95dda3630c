package odf

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/sheet"
)

// value is what a cell says of itself beside its text.
type value struct {
	kind    string // float, percentage, currency, date, time, boolean, string, or nothing
	lexeme  string
	text    string // a string that may differ from what is shown
	formula bool
	fault   bool
}

// value reads it from the start tag of a cell.
func (d *reader) value() (v value) {
	s := d.scan
	v.kind, _ = s.LocalAttr("value-type")
	switch v.kind {
	case "float", "percentage", "currency":
		v.lexeme, _ = s.LocalAttr("value")
	case "date":
		v.lexeme, _ = s.LocalAttr("date-value")
	case "time":
		v.lexeme, _ = s.LocalAttr("time-value")
	case "boolean":
		v.lexeme, _ = s.LocalAttr("boolean-value")
	case "string":
		v.text, _ = s.LocalAttr("string-value")
		v.fault = s.Attr("calcext:value-type") == "error"
	}
	_, v.formula = s.LocalAttr("formula")
	return v
}

// fill gives a cell its content: of a sheet the stored value, of a text what is
// seen. What cannot be read as its type is given as text.
func (v value) fill(c *sheet.Cell, shown []byte, typed bool) {
	if len(bytes.TrimSpace(shown)) > 0 {
		c.Kind, c.Text = sheet.Text, shown
	}
	if !typed {
		return
	}
	if v.formula {
		c.Flags |= sheet.Formula
	}
	switch v.kind {
	case "float", "percentage", "currency":
		v.number(c)
	case "date":
		if text, kind, ok := numfmt.ISO(v.lexeme); ok && kind == sheet.Date {
			c.Kind, c.Text = kind, []byte(text)
			c.Stored = differing(v.lexeme, text)
		}
	case "time":
		if days, ok := duration(v.lexeme); ok {
			text, _ := numfmt.Serial(days, false, sheet.Duration)
			c.Kind, c.Text, c.Stored = sheet.Duration, []byte(text), []byte(v.lexeme)
		}
	case "boolean":
		switch v.lexeme {
		case "true":
			c.Kind, c.Text = sheet.Bool, []byte("TRUE")
		case "false":
			c.Kind, c.Text = sheet.Bool, []byte("FALSE")
		}
	case "string":
		switch {
		case v.fault && c.Kind == sheet.Text:
			c.Kind = sheet.Fault
		case c.Kind == sheet.Blank && strings.TrimSpace(v.text) != "":
			c.Kind, c.Text = sheet.Text, []byte(v.text)
		}
	case "":
		if v.formula && c.Kind == sheet.Blank {
			c.Flags |= sheet.NoCache
		}
	}
}

func (v value) number(c *sheet.Cell) {
	n, ok := numfmt.Parse([]byte(v.lexeme))
	switch {
	case !ok:
		return
	case math.IsInf(n, 0):
		c.Kind, c.Text, c.Stored = sheet.Fault, []byte("#NUM!"), []byte(v.lexeme)
		return
	case v.kind == "percentage":
		text, _ := numfmt.Serial(n, false, sheet.Share)
		c.Kind, c.Text, c.Stored = sheet.Share, []byte(text), []byte(v.lexeme)
		return
	}
	c.Kind, c.Text = sheet.Number, numfmt.Shortest15(nil, n)
	c.Stored = differing(v.lexeme, string(c.Text))
	if back, _ := numfmt.Parse(c.Text); back != n {
		c.Flags |= sheet.Rounded
	}
}

// differing gives a lexeme as stored where the text is another.
func differing(lexeme, text string) []byte {
	if lexeme == text {
		return nil
	}
	return []byte(lexeme)
}

// duration reads a time such as PT30H05M00.5S in days.
func duration(lexeme string) (days float64, ok bool) {
	rest, negative := strings.CutPrefix(lexeme, "-")
	rest, ok = strings.CutPrefix(rest, "P")
	if !ok {
		return 0, false
	}
	date, clock, timed := strings.Cut(rest, "T")
	units := []struct {
		part   *string
		letter string
		days   float64
	}{{&date, "D", 1}, {&clock, "H", 1. / 24}, {&clock, "M", 1. / (24 * 60)}, {&clock, "S", 1. / (24 * 60 * 60)}}
	for _, u := range units {
		number, after, found := strings.Cut(*u.part, u.letter)
		if !found {
			continue
		}
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || n < 0 || n > 1e9 {
			return 0, false
		}
		days += n * u.days
		*u.part = after
	}
	if date != "" || clock != "" || !timed && rest == "" || days > 1e6 {
		return 0, false
	}
	if negative {
		days = -days
	}
	return days, true
}
