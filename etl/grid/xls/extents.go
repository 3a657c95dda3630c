package xls

import (
	"io"
	"sort"
)

// extents is a stream that lies in pieces in a file. Sectors that follow one
// another make one piece, so that most streams are a few reads.
type extents struct {
	r      io.ReaderAt
	pieces []piece
	size   int64
}

// piece is where the stream from offset from on lies in the file.
type piece struct{ from, at int64 }

func (x *extents) add(at, n int64) {
	if k := len(x.pieces) - 1; k < 0 || x.pieces[k].at+x.size-x.pieces[k].from != at {
		x.pieces = append(x.pieces, piece{x.size, at})
	}
	x.size += n
}

// ReadAt is that of [io.ReaderAt].
func (x *extents) ReadAt(p []byte, off int64) (n int, err error) {
	k := sort.Search(len(x.pieces), func(i int) bool { return x.pieces[i].from > off }) - 1
	for n < len(p) && off < x.size {
		end := x.size
		if k+1 < len(x.pieces) {
			end = x.pieces[k+1].from
		}
		want := min(int64(len(p)-n), end-off)
		m, err := x.r.ReadAt(p[n:n+int(want)], x.pieces[k].at+off-x.pieces[k].from)
		n, off, k = n+m, off+int64(m), k+1
		if int64(m) < want {
			return n, err
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
