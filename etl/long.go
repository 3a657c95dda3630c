package etl

import (
	"context"
	"errors"
	"io"
	"iter"

	"sanpin/etl/grid"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

// A sheet of more cells than are held is read twice: once for its beginning and
// its end, which say what its columns are and what the notes below it say, and
// then a piece at a time.
const (
	longHead  = 2000 // rows of the beginning
	longTail  = 500  // rows of the end, at least
	longPiece = 2000 // rows read at a time
)

// tooLarge tells a part that can only be read a piece at a time.
func (p *Part) tooLarge() bool {
	var e *sheet.Error
	return p.Meta.Format != "" && errors.As(p.Err, &e) && e.Code == sheet.TooLarge && e.Held
}

// readLong reads the part anew as one long table.
func readLong(ctx context.Context, r io.ReaderAt, size int64, lim sheet.Limits, was Part) Part {
	p := Part{Meta: was.Meta}
	p.Err = withSheet(r, size, lim, was.Meta.Ordinal, func(s sheet.Sheet) (err error) {
		if p.Grid, err = sheet.Skim(s, longHead, longTail, lim); err != nil {
			return err
		}
		p.Long, err = layout.NewLong(p.Grid, longHead)
		return err
	})
	if p.Err != nil {
		return p
	}
	p.Tables = []*layout.Table{p.Long.Table}
	p.Pieces = func(yield func(*sheet.Grid, error) bool) {
		more := true
		err := withSheet(r, size, lim, was.Meta.Ordinal, func(s sheet.Sheet) error {
			for g, err := range sheet.Pieces(s, p.Long.Top, longPiece, lim) {
				if err == nil {
					err = ctx.Err()
				}
				if err != nil {
					return err
				}
				if more = yield(g, nil); !more {
					return nil
				}
			}
			return nil
		})
		if err != nil && more {
			yield(nil, err)
		}
	}
	return p
}

// withSheet opens a file anew and gives one of its parts.
func withSheet(r io.ReaderAt, size int64, lim sheet.Limits, ordinal int, read func(sheet.Sheet) error) error {
	book, err := grid.Open(r, size, lim)
	if err != nil {
		return err
	}
	defer book.Close()
	next, stop := iter.Pull2(book.Sheets())
	defer stop()
	for {
		s, err, ok := next()
		switch {
		case !ok:
			return sheet.Errorf(sheet.Damaged, "", "the part was there and is not")
		case err != nil && s == nil:
			continue
		case err != nil:
			return err
		case s.Meta().Ordinal == ordinal:
			return errors.Join(read(s), s.Close())
		}
		s.Close()
	}
}
