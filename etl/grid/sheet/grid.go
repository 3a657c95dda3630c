package sheet

import (
	"errors"
	"io"
	"strings"
)

// Held is a cell that outlives its row.
type Held struct {
	Kind   Kind
	Flags  Flag
	Text   string
	Stored string // lexeme in the file where it differs from Text
}

// Grid is a sheet held in memory: a dense rectangle that starts at row 0 and
// column 0 of the sheet as stored.
type Grid struct {
	Meta       Meta
	Rows, Cols int
	Spans      []Span
	HiddenRow  []bool
	cells      []Held
	sheet      Sheet

	top, skip int // rows from top on are those of the sheet from top+skip on
}

var blank Held

// At gives the cell, a blank one outside the rectangle. A merged rectangle has
// its text at its first cell only; see [Grid.Under].
func (g *Grid) At(row, col int) *Held {
	if row < 0 || col < 0 || row >= g.Rows || col >= g.Cols {
		return &blank
	}
	return &g.cells[row*g.Cols+col]
}

// Locate names a cell for people.
func (g *Grid) Locate(row, col int) string { return g.sheet.Locate(g.Real(row), col) }

// Hold reads all rows of s. It fails with [TooLarge] when the rectangle would
// pass lim.HeldCells: such a sheet must be streamed.
func Hold(s Sheet, lim Limits) (*Grid, error) {
	lim = lim.WithDefaults()
	g := &Grid{Meta: *s.Meta(), sheet: s}
	var all holder
	hidden := map[int]bool{}
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.Hidden {
			hidden[row.Index] = true
		}
		for i := range row.Cells {
			all.add(row.Index, &row.Cells[i])
			g.Cols = max(g.Cols, row.Cells[i].Col+1)
		}
		if len(row.Cells) > 0 {
			g.Rows = max(g.Rows, row.Index+1)
		}
		if all.n > lim.HeldCells || g.Rows > 0 && g.Cols > lim.HeldCells/g.Rows {
			return nil, tooWide(g, lim)
		}
	}
	g.cells = make([]Held, g.Rows*g.Cols)
	for _, chunk := range all.chunks {
		for i := range chunk {
			g.cells[int(chunk[i].row)*g.Cols+int(chunk[i].col)] = chunk[i].cell
		}
	}
	g.HiddenRow = make([]bool, g.Rows)
	for r := range g.HiddenRow {
		g.HiddenRow[r] = hidden[r]
	}
	spans, _ := s.Spans()
	g.Spans = append(g.Spans, spans...)
	return g, nil
}

// holder keeps cells until the rectangle is known. It grows by chunks and not by
// doubling: a sheet that is refused in the end has taken no more than it must.
type holder struct {
	chunks [][]heldAt
	n      int
	texts  *strings.Builder // is never full: the strings cut from it share its memory
}

type heldAt struct {
	row, col uint32
	cell     Held
}

const (
	holderCells = 1 << 10
	holderBytes = 16 << 10
)

func (h *holder) add(row int, c *Cell) {
	if h.n%holderCells == 0 {
		h.chunks = append(h.chunks, make([]heldAt, 0, holderCells))
	}
	h.n++
	last := &h.chunks[len(h.chunks)-1]
	*last = append(*last, heldAt{uint32(row), uint32(c.Col), Held{c.Kind, c.Flags, h.keep(c.Text), h.keep(c.Stored)}})
}

// keep gives bytes as a string that lasts.
func (h *holder) keep(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if len(b) > holderBytes/16 {
		return string(b)
	}
	if h.texts == nil || h.texts.Cap()-h.texts.Len() < len(b) {
		h.texts = new(strings.Builder)
		h.texts.Grow(holderBytes)
	}
	start := h.texts.Len()
	h.texts.Write(b)
	return h.texts.String()[start:]
}

func tooWide(g *Grid, lim Limits) error {
	e := Errorf(TooLarge, g.Meta.Part, "%d rows x %d columns are more than the %d cells that are held in memory", g.Rows, g.Cols, lim.HeldCells)
	e.Held = true
	return e.Advise("split the sheet, or delete stray cells far from the table")
}
