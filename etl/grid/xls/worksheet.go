package xls

import (
	"cmp"
	"io"
	"slices"

	"sanpin/etl/grid/sheet"
)

// worksheet is the [sheet.Sheet] of a worksheet substream.
type worksheet struct {
	book *book
	meta sheet.Meta
	recs *records

	// learnt by survey
	spans      []sheet.Span
	hiddenRows map[uint16]bool
	hiddenCols [maxColumns]bool
	bytes      int64       // of the stream that the sheet takes
	calculated bool        // some formula has a stored value
	order      []rowRecord // the records of cells by row, nil where they are so in the file

	// the state of Next
	depth   int // of nested substreams; 0 is behind the sheet
	ordered int // how many of order are read
	ahead   bool
	id      uint16
	data    []byte
	row     sheet.Row
	arena   []byte // the texts of the row
	tangled bool   // the cells of the row do not ascend
}

const (
	maxColumns  = 256 // of BIFF
	mostRowText = 64 << 20
	mostInRow   = 1 << 16 // cells; more must repeat places
)

type rowRecord struct {
	row uint16
	at  int64
}

// Meta is that of [sheet.Sheet].
func (s *worksheet) Meta() *sheet.Meta { return &s.meta }

// Spans is that of [sheet.Sheet]; they are complete from the start.
func (s *worksheet) Spans() (spans []sheet.Span, complete bool) { return s.spans, true }

// Locate is that of [sheet.Sheet].
func (s *worksheet) Locate(row, col int) string { return sheet.A1(row, col) }

// Close is that of [sheet.Sheet].
func (s *worksheet) Close() error {
	s.depth, s.order, s.ahead = 0, nil, false
	return nil
}

// rewind goes to the first record after BOF.
func (s *worksheet) rewind() error {
	s.recs.seek(s.book.sheets[s.meta.Ordinal].at)
	id, _, err := s.recs.next()
	if err != nil {
		return err
	}
	if id != recBOF {
		return s.recs.damaged("the sheet does not begin here, but record %#04x", id)
	}
	s.depth = 1
	return nil
}

// advance reads the next record of the sheet itself, passing over the charts
// embedded in it, and [io.EOF] at its end.
func (s *worksheet) advance() (id uint16, data []byte, err error) {
	for s.depth > 0 {
		if id, data, err = s.recs.next(); err != nil {
			return 0, nil, err
		}
		switch {
		case id == recBOF:
			if s.depth++; s.depth > s.book.lim.Depth {
				return 0, nil, tooLarge(s.recs.place(), "sheets within sheets, more than %d deep", s.book.lim.Depth)
			}
		case id == recEOF:
			s.depth--
		case s.depth == 1:
			return id, data, nil
		}
	}
	return 0, nil, io.EOF
}

// step reads the next record of cells, by row.
func (s *worksheet) step() error {
	if s.ahead {
		s.ahead = false
		return nil
	}
	if s.order != nil {
		if s.ordered == len(s.order) {
			return io.EOF
		}
		s.recs.seek(s.order[s.ordered].at)
		s.ordered++
		var err error
		s.id, s.data, err = s.recs.next()
		return err
	}
	for {
		var err error
		if s.id, s.data, err = s.advance(); err != nil || holdsCells(s.id) {
			return err
		}
	}
}

// Next is that of [sheet.Sheet]. After an error there are no more rows.
func (s *worksheet) Next() (*sheet.Row, error) {
	for {
		err := s.step()
		if err == nil {
			s.begin(le.Uint16(s.data))
			err = s.collect()
		}
		if err != nil {
			s.Close()
			return nil, err
		}
		if len(s.row.Cells) > 0 {
			s.untangle()
			return &s.row, nil
		}
	}
}

func (s *worksheet) begin(row uint16) {
	s.row.Index, s.row.Hidden = int(row), s.hiddenRows[row]
	s.row.Cells, s.arena, s.tangled = s.row.Cells[:0], s.arena[:0], false
}

// collect adds the cells of all records of the row, and leaves the first record
// of another row for later.
func (s *worksheet) collect() error {
	for {
		if err := s.add(s.id, s.data); err != nil {
			return err
		}
		if len(s.row.Cells) > mostInRow || len(s.arena) > mostRowText {
			return tooLarge(s.recs.place(), "row %d has %d cells with %d bytes of text", s.row.Index+1, len(s.row.Cells), len(s.arena))
		}
		switch err := s.step(); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case int(le.Uint16(s.data)) != s.row.Index:
			s.ahead = true
			return nil
		}
	}
}

// untangle sorts the cells of a row by column; of two at one place the later in
// the file stands.
func (s *worksheet) untangle() {
	if !s.tangled {
		return
	}
	cells := s.row.Cells
	slices.SortStableFunc(cells, func(a, b sheet.Cell) int { return cmp.Compare(a.Col, b.Col) })
	kept := cells[:0]
	for i, c := range cells {
		if i+1 == len(cells) || cells[i+1].Col != c.Col {
			kept = append(kept, c)
		}
	}
	s.row.Cells = kept
}
