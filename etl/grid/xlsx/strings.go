package xlsx

import (
	"errors"
	"io"

	"sanpin/etl/grid/opc"
)

// stringTable is the shared strings of a book. Their bytes lie in chunks, so that
// a large table is never copied to a larger place.
type stringTable struct {
	chunks [][]byte
	refs   []stringRef
	bytes  int64 // in all chunks
}

// stringRef is where a string lies: chunk has its top bit set for one joined from
// runs.
type stringRef struct{ chunk, start, end uint32 }

const (
	joinedBit  = 1 << 31
	chunkBytes = 1 << 20
	// stringCost counts for a string beside its bytes, so that a table of
	// nothing but empty strings meets its limit too.
	stringCost = 12
)

// get gives string i as a view.
func (t *stringTable) get(i int) (text []byte, joined, ok bool) {
	if i < 0 || i >= len(t.refs) {
		return nil, false, false
	}
	r := t.refs[i]
	return t.chunks[r.chunk&^joinedBit][r.start:r.end:r.end], r.chunk&joinedBit != 0, true
}

// read fills the table from its part.
func (t *stringTable) read(a *opc.Archive, p *opc.Part) error {
	s, done, err := a.XML(p)
	if err != nil {
		return err
	}
	defer done()
	t.chunks = [][]byte{make([]byte, 0, min(p.Size/2, chunkBytes))} // about right for small tables
	t.refs = make([]stringRef, 0, min(p.Size/32, 1<<15))
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
		if err := t.add(s, a.Limits.UniqueBytes); err != nil {
			return err
		}
	}
}

func (t *stringTable) add(s *opc.Scanner, limit int64) error {
	last := len(t.chunks) - 1
	start := len(t.chunks[last])
	joined, texts, err := appendRuns(s, t.chunks[last])
	if err != nil {
		return err
	}
	t.chunks[last] = joined
	r := stringRef{uint32(last), uint32(start), uint32(len(joined))}
	if texts > 1 {
		r.chunk |= joinedBit
	}
	t.refs = append(t.refs, r)
	if t.bytes += int64(len(joined) - start); t.bytes+int64(len(t.refs))*stringCost > limit {
		return tooLarge(s.Place(), "the shared strings take more than %d bytes", limit)
	}
	if len(joined) > chunkBytes*7/8 {
		t.chunks = append(t.chunks, make([]byte, 0, chunkBytes))
	}
	return nil
}
