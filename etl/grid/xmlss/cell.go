package xmlss

import (
	"bytes"
	"math"
	"time"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// cell reads a cell of a row and gives the column that follows it.
func (t *table) cell(r *row, next int, rowStyle string) (after int, err error) {
	tag := t.tag()
	col, err := t.place(tag, next, t.left, maxCols)
	if err != nil {
		return 0, err
	}
	if after, err = t.span(tag, int(r.index), col); err != nil {
		return 0, err
	}
	c := &t.one
	*c = sheet.Cell{Col: col}
	var of column
	if col < len(t.columns) {
		of = t.columns[col]
	}
	if r.hidden || of.hidden {
		c.Flags |= sheet.Hidden
	}
	if tag.has(attrFormula) {
		c.Flags |= sheet.Formula
	}
	kind := t.kind(tag[attrStyle], rowStyle, of.style, t.style)
	s, filled := t.scan, false
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		switch {
		case err != nil:
			return 0, err
		case tok != opc.StartTag:
			continue
		case string(s.Name) != "Data" || filled: // comments hold data of their own
			err = s.Skip()
		default:
			filled = true
			err = t.data(c, kind)
		}
		if err != nil {
			return 0, err
		}
	}
	return after, t.add(c, filled)
}

// data reads the content of a cell by the type that it names. The text is valid
// until the next cell.
func (t *table) data(c *sheet.Cell, kind sheet.Kind) error {
	tag := t.tag()
	set := setters[string(tag[attrType])]
	lexeme, runs, err := t.runs()
	if err != nil || len(lexeme) == 0 {
		return err
	}
	c.Kind, c.Text = sheet.Text, lexeme
	if runs > 1 {
		c.Flags |= sheet.RichText
	}
	if set != nil {
		set(t, c, bytes.TrimSpace(lexeme), kind)
	}
	return nil
}

// setters make of a text what its type says. What cannot be that stays text:
// others can say where it stands.
var setters = map[string]func(t *table, c *sheet.Cell, lexeme []byte, kind sheet.Kind){
	"Number":   (*table).setNumber,
	"DateTime": (*table).setDate,
	"Boolean":  (*table).setBool,
	"Error":    func(_ *table, c *sheet.Cell, lexeme []byte, _ sheet.Kind) { c.Kind, c.Text = sheet.Fault, lexeme },
}

func (t *table) setBool(c *sheet.Cell, lexeme []byte, _ sheet.Kind) {
	switch string(lexeme) {
	case "1", "true":
		c.Kind, c.Text = sheet.Bool, []byte("TRUE")
	case "0", "false":
		c.Kind, c.Text = sheet.Bool, []byte("FALSE")
	}
}

// runs gives the text of an element, joined from the elements that style it.
func (t *table) runs() (joined []byte, runs int, err error) {
	s := t.scan
	t.text = t.text[:0]
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return nil, 0, err
		}
		if tok != opc.Text {
			continue
		}
		runs++
		if t.text = s.AppendToken(t.text); len(t.text) > t.lim.TextBytes {
			break
		}
	}
	return t.text, runs, s.CheckText(t.text)
}

func (t *table) setNumber(c *sheet.Cell, lexeme []byte, kind sheet.Kind) {
	if kind == sheet.Number && numfmt.IsPlain(lexeme) {
		c.Kind, c.Text = sheet.Number, lexeme
		return
	}
	v, ok := numfmt.Parse(lexeme)
	switch {
	case !ok:
		return
	case math.IsInf(v, 0):
		c.Kind, c.Text, c.Stored = sheet.Fault, []byte("#NUM!"), lexeme
		return
	case kind != sheet.Number:
		if text, ok := numfmt.Serial(v, t.date1904, kind); ok {
			c.Kind, c.Text, c.Stored = kind, []byte(text), lexeme
			return
		}
	}
	c.Kind, c.Text = sheet.Number, numfmt.Shortest15(nil, v)
	if bytes.Equal(c.Text, lexeme) {
		return
	}
	c.Stored = lexeme
	if w, _ := numfmt.Parse(c.Text); w != v {
		c.Flags |= sheet.Rounded
	}
}

// setDate gives a cell a date, or a time of day: that is written as a date too,
// of the day before the first.
func (t *table) setDate(c *sheet.Cell, lexeme []byte, kind sheet.Kind) {
	text, found, ok := numfmt.ISO(string(lexeme))
	if !ok {
		return
	}
	c.Kind = found
	if elapsed, ok := t.elapsed(string(lexeme)); ok && (kind == sheet.Duration || elapsed < 1 && kind != sheet.Date) {
		if duration, ok := numfmt.Serial(elapsed, false, sheet.Duration); ok {
			c.Kind, text = sheet.Duration, duration
		}
	}
	if text != string(lexeme) {
		c.Text, c.Stored = []byte(text), lexeme
	}
}

// elapsed gives the days from the day that durations count from; the 29 February
// 1900 that Excel invents is counted.
func (t *table) elapsed(lexeme string) (days float64, ok bool) {
	at, err := time.Parse("2006-01-02T15:04:05", lexeme)
	if err != nil {
		return 0, false
	}
	origin := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	if t.date1904 {
		origin = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	days = at.Sub(origin).Hours() / 24
	if days >= 60 && !t.date1904 {
		days++
	}
	return days, days >= 0
}

// add puts a cell into the sheet. One of empty text is not filled, and kept only
// where a formula says so.
func (t *table) add(c *sheet.Cell, filled bool) error {
	if c.Kind == sheet.Blank {
		if c.Flags&sheet.Formula == 0 {
			return nil
		}
		if !filled {
			c.Flags |= sheet.NoCache
		}
	}
	t.held.add(c)
	switch most := min(t.lim.Cells, int64(t.lim.HeldCells)); {
	case int64(t.held.n) > most:
		return opc.TooLarge(t.scan.Place(), "the sheet has more than the %d filled cells that are held in memory", most)
	case t.held.n+len(t.rows) > maxFilled:
		return opc.TooLarge(t.scan.Place(), "the sheet has more than %d filled rows and cells", maxFilled)
	}
	return nil
}
