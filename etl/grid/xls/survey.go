package xls

import (
	"cmp"
	"io"
	"slices"

	"sanpin/etl/grid/sheet"
)

// holdsCells says whether a record holds filled cells; each begins with its row.
func holdsCells(id uint16) bool {
	switch id {
	case recLabelSST, recNumber, recRK, recMulRK, recLabel, recRString, recBoolErr, recFormula, recFormula3, recFormula4:
		return true
	}
	return false
}

// survey passes over the sheet to learn what stands behind or between the cells,
// and whether their rows ascend.
func (s *worksheet) survey() error {
	s.hiddenRows = map[uint16]bool{}
	ascend, last, cells := true, uint16(0), int64(0)
	err := s.pass(func(id uint16, d []byte) error {
		if holdsCells(id) {
			row := le.Uint16(d)
			ascend = ascend && row >= last
			last = row
			if cells += cellsIn(id, d); cells > s.book.lim.Cells {
				return tooLarge(s.meta.Part, "the sheet has more than %d filled cells", s.book.lim.Cells)
			}
		}
		return s.learn(id, d)
	})
	s.bytes = max(0, s.recs.pos-s.book.sheets[s.meta.Ordinal].at)
	if err != nil || ascend {
		return err
	}
	return s.sortRows()
}

// pass calls f with every record of the sheet.
func (s *worksheet) pass(f func(id uint16, d []byte) error) error {
	if err := s.rewind(); err != nil {
		return err
	}
	for {
		id, d, err := s.advance()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = f(id, d)
		}
		if err != nil {
			return err
		}
	}
}

func cellsIn(id uint16, d []byte) int64 {
	if id == recMulRK {
		return int64(mulRKs(d))
	}
	return 1
}

func (s *worksheet) learn(id uint16, d []byte) error {
	switch id {
	case recFormula, recFormula3, recFormula4:
		s.calculated = s.calculated || hasResult(d)
	case recRow:
		if le.Uint32(d[12:])&0x20 != 0 {
			s.hiddenRows[le.Uint16(d)] = true
		}
	case recColInfo:
		if d[8]&1 != 0 {
			for col := int(le.Uint16(d)); col <= min(int(le.Uint16(d[2:])), maxColumns-1); col++ {
				s.hiddenCols[col] = true
			}
		}
	case recMerged:
		return s.merge(d)
	}
	return nil
}

func (s *worksheet) merge(d []byte) error {
	n := int(le.Uint16(d))
	for d = d[2:]; n > 0 && len(d) >= 8; n, d = n-1, d[8:] {
		span := sheet.Span{
			R0: int(le.Uint16(d)), R1: int(le.Uint16(d[2:])),
			C0: int(le.Uint16(d[4:])), C1: int(le.Uint16(d[6:])),
		}
		if span.R1 < span.R0 || span.C1 < span.C0 {
			return s.recs.damaged("a merged range ends before it begins")
		}
		if len(s.spans) >= s.book.lim.Spans {
			return tooLarge(s.meta.Part, "the sheet has more than %d merged ranges", s.book.lim.Spans)
		}
		s.spans = append(s.spans, span)
	}
	return nil
}

// sortRows finds the records of cells by row, for sheets whose writer followed
// columns or no order. Their places are held in memory.
func (s *worksheet) sortRows() error {
	var order []rowRecord
	err := s.pass(func(id uint16, d []byte) error {
		if !holdsCells(id) {
			return nil
		}
		if len(order) >= s.book.lim.HeldCells {
			e := tooLarge(s.meta.Part, "the rows are out of order in more than %d records", s.book.lim.HeldCells)
			e.Remedy = "open it in Excel or WPS and save it again, which sorts them"
			return e
		}
		order = append(order, rowRecord{le.Uint16(d), s.recs.at})
		return nil
	})
	slices.SortStableFunc(order, func(a, b rowRecord) int { return cmp.Compare(a.row, b.row) })
	s.order = order
	return err
}
