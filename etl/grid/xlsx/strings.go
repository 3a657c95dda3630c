package xlsx

import (
	"errors"
	"io"
	"math"

	"sanpin/etl/grid/opc"
)

// stringTable is the shared strings of a book, one behind the other.
type stringTable struct {
	bytes []byte
	ends  []uint32 // where a string ends; its top bit marks one joined from runs
}

const (
	joinedBit = 1 << 31
	// stringCost counts for a string beside its bytes, so that a table of
	// nothing but empty strings meets its limit too.
	stringCost = 8
)

// get gives string i as a view.
func (t *stringTable) get(i int) (text []byte, joined, ok bool) {
	if i < 0 || i >= len(t.ends) {
		return nil, false, false
	}
	start, end := uint32(0), t.ends[i]&^joinedBit
	if i > 0 {
		start = t.ends[i-1] &^ joinedBit
	}
	return t.bytes[start:end:end], t.ends[i]&joinedBit != 0, true
}

// read fills the table from its part.
func (t *stringTable) read(a *opc.Archive, p *opc.Part) error {
	s, done, err := a.XML(p)
	if err != nil {
		return err
	}
	defer done()
	limit := min(a.Limits.UniqueBytes, math.MaxInt32)
	t.bytes = make([]byte, 0, min(p.Size/2, 1<<20)) // about right for small tables
	t.ends = make([]uint32, 0, min(p.Size/32, 1<<15))
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case tok != opc.StartTag || string(s.Name) == "sst":
			continue
		case string(s.Name) != "si":
			if err := s.Skip(); err != nil {
				return err
			}
			continue
		}
		if err := t.add(s, limit); err != nil {
			return err
		}
	}
}

func (t *stringTable) add(s *opc.Scanner, limit int64) error {
	joined, texts, err := appendRuns(s, t.bytes)
	if err != nil {
		return err
	}
	t.bytes = joined
	end := uint32(len(joined))
	if texts > 1 {
		end |= joinedBit
	}
	t.ends = append(t.ends, end)
	if int64(len(joined))+int64(len(t.ends))*stringCost > limit {
		return tooLarge(s.Place(), "the shared strings take more than %d bytes", limit)
	}
	return nil
}
