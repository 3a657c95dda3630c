package xlsx

import (
	"bytes"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// cellType is the t attribute of a cell.
type cellType uint8

const (
	typeNumber cellType = iota
	typeShared
	typeText // a formula's text, an inline string, or a type that nobody knows
	typeBool
	typeFault
	typeISO
)

func typeOf(t []byte) cellType {
	switch string(t) {
	case "n", "":
		return typeNumber
	case "s":
		return typeShared
	case "b":
		return typeBool
	case "e":
		return typeFault
	case "d":
		return typeISO
	}
	return typeText
}

// cell reads the cell whose startTag was just given, and adds it to the row
// when there is something in it.
func (r *reader) cell(tag cellTag) error {
	c := sheet.Cell{Col: r.lastCol + 1, Flags: r.rowFlags}
	if tag.ref != nil {
		if err := r.locate(tag.ref, &c); err != nil {
			return err
		}
	}
	if c.Col >= maxCols {
		return r.scan.Damaged("row %d has more than %d columns", r.row.Index+1, maxCols)
	}
	r.lastCol = c.Col
	if c.Col < len(r.hiddenCol) && r.hiddenCol[c.Col] {
		c.Flags |= sheet.Hidden
	}
	style, ok := 0, true
	if tag.style != nil {
		if style, ok = parseIndex(tag.style); !ok {
			return r.scan.Damaged("cell %s has the format %q", r.Locate(r.row.Index, c.Col), tag.style)
		}
	}
	typ := typeOf(tag.typ)
	if value, ok := plainValue(r.scan); ok {
		return r.fill(&c, typ, style, value)
	}
	return r.content(&c, typ, style)
}

// locate takes the position of a cell from its reference, and that of the row
// where the row itself does not say it.
func (r *reader) locate(ref []byte, c *sheet.Cell) error {
	col, digits, ok := splitRef(ref)
	if !ok {
		return r.scan.Damaged("a cell has the reference %q", ref)
	}
	c.Col = col
	if len(digits) > 0 && bytes.Equal(digits, r.rowDigits) {
		return nil
	}
	row, ok := parseRow(digits)
	switch {
	case !ok:
		return r.scan.Damaged("a cell has the reference %q", ref)
	case r.rowGiven && row != r.row.Index:
		return r.scan.Damaged("cell %s stands in row %d", ref, r.row.Index+1)
	case r.rowGiven:
		return nil
	}
	return r.setRow(row, digits)
}

// content reads what stands inside of a cell.
func (r *reader) content(c *sheet.Cell, typ cellType, style int) error {
	s := r.scan
	value := r.value[:0]
	hasValue, hasString := false, false
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok != opc.StartTag {
			continue
		}
		switch string(s.Name) {
		case "v":
			hasValue = true
			value, err = s.AppendContent(value[:0])
		case "is":
			hasString = true
			err = r.inline(c)
		case "f":
			c.Flags |= sheet.Formula
			err = s.Skip()
		default:
			err = s.Skip()
		}
		if err != nil {
			return err
		}
	}
	r.value = value
	switch {
	case hasString:
		return r.add(c)
	case len(value) > 0:
		return r.fill(c, typ, style, value)
	case hasValue && typ == typeText: // known to be ""
		c.Kind = sheet.Text
		return r.add(c)
	case c.Flags&sheet.Formula != 0:
		c.Flags |= sheet.NoCache
		return r.add(c)
	}
	return nil
}

// inline reads a string that stands in the cell itself.
func (r *reader) inline(c *sheet.Cell) error {
	start := len(r.arena)
	joined, texts, err := appendRuns(r.scan, r.arena)
	if err != nil {
		return err
	}
	r.arena = joined
	c.Kind, c.Text = sheet.Text, joined[start:len(joined):len(joined)]
	if texts > 1 {
		c.Flags |= sheet.RichText
	}
	return nil
}

// fill gives c the value that its lexeme stands for, by the type of the cell.
func (r *reader) fill(c *sheet.Cell, typ cellType, style int, lexeme []byte) error {
	switch typ {
	case typeShared:
		if err := r.shared(c, lexeme); err != nil {
			return err
		}
	case typeNumber:
		kind, ok := r.book.kinds.get(style)
		if !ok {
			return r.scan.Damaged("cell %s has format %d of %d", r.Locate(r.row.Index, c.Col), style, len(r.book.kinds))
		}
		r.setNumber(c, lexeme, kind)
		if c.Kind == sheet.Text {
			return r.addText(c)
		}
		if r.book.stale && c.Flags&sheet.Formula != 0 && string(c.Text) == "0" {
			// Libraries that compute nothing write 0 and ask for a computation.
			c.Kind, c.Text, c.Stored = sheet.Blank, nil, nil
			c.Flags |= sheet.NoCache
		}
	case typeBool:
		c.Kind, c.Text = boolean(lexeme)
		if c.Kind == sheet.Text { // neither
			c.Text = r.keep(lexeme)
			return r.addText(c)
		}
	case typeFault:
		c.Kind, c.Text = sheet.Fault, r.keep(lexeme)
		return r.addText(c)
	case typeISO:
		r.setISO(c, lexeme)
		return r.addText(c)
	default:
		c.Kind, c.Text = sheet.Text, undoEscapes(r.keep(lexeme))
		return r.addText(c)
	}
	return r.add(c)
}

// addText adds a cell whose text nobody has checked yet.
func (r *reader) addText(c *sheet.Cell) error {
	if err := r.scan.CheckText(c.Text); err != nil {
		return err
	}
	return r.add(c)
}

func (r *reader) shared(c *sheet.Cell, lexeme []byte) error {
	i, ok := parseIndex(bytes.TrimSpace(lexeme))
	text, joined, found := r.book.strings.get(i)
	if !ok || !found {
		return r.scan.Damaged("cell %s has shared string %q of %d", r.Locate(r.row.Index, c.Col), lexeme, len(r.book.strings.refs))
	}
	c.Kind, c.Text = sheet.Text, text
	if joined {
		c.Flags |= sheet.RichText
	}
	return nil
}

var (
	textTrue  = []byte("TRUE")
	textFalse = []byte("FALSE")
)

func boolean(lexeme []byte) (sheet.Kind, []byte) {
	switch string(bytes.ToLower(bytes.TrimSpace(lexeme))) {
	case "1", "true":
		return sheet.Bool, textTrue
	case "0", "false":
		return sheet.Bool, textFalse
	}
	return sheet.Text, nil
}

// keep copies b to where it lasts as long as the row.
func (r *reader) keep(b []byte) []byte {
	start := len(r.arena)
	r.arena = append(r.arena, b...)
	return r.arena[start:len(r.arena):len(r.arena)]
}

// add puts a cell into the row. One of empty text is not filled, and added only
// where a formula says so.
func (r *reader) add(c *sheet.Cell) error {
	if c.Kind == sheet.Text && len(c.Text) == 0 {
		if c.Flags&sheet.Formula == 0 {
			return nil
		}
		c.Kind, c.Text = sheet.Blank, nil
	}
	cells := r.row.Cells
	if n := len(cells); n > 0 && cells[n-1].Col >= c.Col {
		r.unsorted = true
	}
	r.row.Cells = append(cells, *c)
	if len(r.row.Cells) > maxCols {
		return r.scan.Damaged("row %d has more than %d cells", r.row.Index+1, maxCols)
	}
	if len(r.arena) > maxRowBytes {
		return tooLarge(r.scan.Place(), "row %d has texts of more than %d bytes", r.row.Index+1, maxRowBytes)
	}
	r.filled++
	if limit := r.book.archive.Limits.Cells; r.filled > limit {
		return tooLarge(r.scan.Place(), "the sheet has more than %d filled cells", limit)
	}
	return nil
}
