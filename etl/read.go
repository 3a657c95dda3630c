package etl

import (
	"context"
	"io"
	"iter"

	"sanpin/etl/grid"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

// Part is one sheet of a file as read: its tables, or why it has none.
type Part struct {
	Meta   sheet.Meta
	Grid   *sheet.Grid // nil if the part could not be read
	Tables []*layout.Table
	Err    error

	// Long is the one table of a sheet that is too large to be held; Grid and
	// Tables have its first and last rows only, Pieces gives all.
	Long   *layout.Long
	Pieces iter.Seq2[*sheet.Grid, error]
}

// ReadTables reads the visible parts of a file. An error means that the file as
// a whole is unreadable; a part that is carries its error.
func ReadTables(ctx context.Context, r io.ReaderAt, size int64, lim sheet.Limits) ([]Part, error) {
	book, err := grid.Open(r, size, lim)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	var parts []Part
	var last *layout.Table
	for s, err := range book.Sheets() {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			parts = append(parts, Part{Err: err})
			continue
		}
		p := readPart(s, lim, last)
		if p.tooLarge() {
			p = readLong(ctx, r, size, lim, p)
		}
		if n := len(p.Tables); n > 0 {
			last = p.Tables[n-1]
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// readPart reads a sheet behind the table before, nil if there is none.
func readPart(s sheet.Sheet, lim sheet.Limits, before *layout.Table) Part {
	defer s.Close()
	p := Part{Meta: *s.Meta()}
	if p.Meta.Visibility != sheet.Visible {
		return p // kept as a part so that a person is told of it
	}
	g, err := sheet.Hold(s, lim)
	if err != nil {
		p.Err = err
		return p
	}
	p.Grid = g
	p.Tables = layout.ReadAfter(before, g)
	return p
}
