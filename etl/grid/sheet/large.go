package sheet

import (
	"errors"
	"io"
	"iter"
)

// Skim reads all rows of a sheet that is too large to be held and holds only its
// beginning, the rows before row head, and its end, the last filled rows: at
// least tail of them and less than twice as many. The grid counts its rows as if
// nothing stood between; [Grid.Real] gives the row of the sheet.
func Skim(s Sheet, head, tail int, lim Limits) (*Grid, error) {
	lim = lim.WithDefaults()
	var first, before, last strip
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.Index < head {
			first.add(row)
			continue
		}
		if last.rows == tail {
			before, last = last, strip{}
		}
		last.add(row)
	}
	skip := 0
	for _, end := range []*strip{&before, &last} {
		if end.rows > 0 {
			skip = end.index - head
			break
		}
	}
	return gridOf(s, head, skip, lim, &first, &before, &last)
}

// Pieces gives the rows of a sheet from row top on, at most n of them at a time,
// each time below the rows before top.
func Pieces(s Sheet, top, n int, lim Limits) iter.Seq2[*Grid, error] {
	lim = lim.WithDefaults()
	return func(yield func(*Grid, error) bool) {
		var above, piece strip
		for {
			row, err := s.Next()
			ended := errors.Is(err, io.EOF)
			if err != nil && !ended {
				yield(nil, err)
				return
			}
			if piece.rows > 0 && (ended || piece.rows == n) {
				g, err := gridOf(s, top, piece.index-top, lim, &above, &piece)
				if !yield(g, err) || err != nil {
					return
				}
				piece = strip{}
			}
			switch {
			case ended:
				return
			case row.Index < top:
				above.add(row)
			default:
				piece.add(row)
			}
		}
	}
}

// strip is some rows below each other.
type strip struct {
	holder
	index int // of the first row
	end   int // behind the last row
	rows  int // filled ones
	cols  int
}

func (h *strip) add(row *Row) {
	if len(row.Cells) == 0 {
		return
	}
	if h.rows == 0 {
		h.index = row.Index
	}
	h.rows++
	h.end = row.Index + 1
	for i := range row.Cells {
		h.holder.add(row.Index, &row.Cells[i])
		h.cols = max(h.cols, row.Cells[i].Col+1)
	}
}

// gridOf makes a grid of strips: rows from top on are those of the sheet from
// top+skip on.
func gridOf(s Sheet, top, skip int, lim Limits, strips ...*strip) (*Grid, error) {
	g := &Grid{Meta: *s.Meta(), sheet: s, top: top, skip: skip}
	for _, h := range strips {
		g.Cols = max(g.Cols, h.cols)
		if h.rows > 0 {
			g.Rows = max(g.Rows, g.dense(h.end-1)+1)
		}
	}
	if g.Rows > 0 && g.Cols > lim.HeldCells/g.Rows {
		return nil, tooWide(g, lim)
	}
	g.cells = make([]Held, g.Rows*g.Cols)
	g.HiddenRow = make([]bool, g.Rows)
	for _, h := range strips {
		for _, chunk := range h.chunks {
			for i := range chunk {
				g.cells[g.dense(int(chunk[i].row))*g.Cols+int(chunk[i].col)] = chunk[i].cell
			}
		}
	}
	spans, _ := s.Spans()
	for _, sp := range spans {
		if sp.R1 < top { // what is merged below is for the caller to judge
			g.Spans = append(g.Spans, sp)
		}
	}
	return g, nil
}

// dense is where a row of the sheet stands in the grid.
func (g *Grid) dense(row int) int {
	if row < g.top {
		return row
	}
	return row - g.skip
}

// Real is the row of the sheet that row of the grid is.
func (g *Grid) Real(row int) int {
	if row < g.top {
		return row
	}
	return row + g.skip
}

// Merged gives all merged rectangles of the sheet, as far as they are known.
func (g *Grid) Merged() []Span {
	spans, _ := g.sheet.Spans()
	return spans
}
