package sheet

import (
	"errors"
	"io"
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
func (g *Grid) Locate(row, col int) string { return g.sheet.Locate(row, col) }

// Hold reads all rows of s. It fails with [TooLarge] when the rectangle would
// pass lim.HeldCells: such a sheet must be streamed.
func Hold(s Sheet, lim Limits) (*Grid, error) {
	lim = lim.WithDefaults()
	type at struct {
		row, col int
		cell     Held
	}
	var all []at
	g := &Grid{Meta: *s.Meta(), sheet: s}
	hidden := map[int]bool{}
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		hidden[row.Index] = row.Hidden
		for i := range row.Cells {
			c := &row.Cells[i]
			all = append(all, at{row.Index, c.Col, Held{c.Kind, c.Flags, string(c.Text), string(c.Stored)}})
			g.Cols = max(g.Cols, c.Col+1)
		}
		if len(row.Cells) > 0 {
			g.Rows = max(g.Rows, row.Index+1)
		}
		if len(all) > lim.HeldCells {
			return nil, tooWide(g, lim)
		}
	}
	if g.Rows > 0 && g.Cols > lim.HeldCells/g.Rows {
		return nil, tooWide(g, lim)
	}
	g.cells = make([]Held, g.Rows*g.Cols)
	for _, a := range all {
		g.cells[a.row*g.Cols+a.col] = a.cell
	}
	g.HiddenRow = make([]bool, g.Rows)
	for r := range g.HiddenRow {
		g.HiddenRow[r] = hidden[r]
	}
	spans, _ := s.Spans()
	g.Spans = append(g.Spans, spans...)
	return g, nil
}

func tooWide(g *Grid, lim Limits) error {
	e := Errorf(TooLarge, g.Meta.Part, "%d rows x %d columns are more than the %d cells that are held in memory", g.Rows, g.Cols, lim.HeldCells)
	e.Remedy = "split the sheet, or delete stray cells far from the table"
	return e
}
