package xlsx

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

const (
	methodStored  = 0
	methodDeflate = 8
)

// partReader reads a part and holds it to the size and the checksum that the
// directory gives. It fails with a [*sheet.Error].
type partReader struct {
	part *part
	from *inflater
	left int64
	sum  uint32
	err  error
}

// inflater is what is worth keeping from one part to the next: a flate reader
// and its window take 50 KB, more than most parts.
type inflater struct {
	in   *bufio.Reader
	z    io.ReadCloser
	from io.Reader
}

var inflaters = sync.Pool{New: func() any {
	in := bufio.NewReaderSize(nil, 16<<10)
	return &inflater{in: in, z: flate.NewReader(in)}
}}

// open starts to read a part. The reader must be closed.
func (a *archive) open(p *part) (*partReader, error) {
	packed, err := a.locate(p)
	if err != nil {
		return nil, err
	}
	f := inflaters.Get().(*inflater)
	f.in.Reset(packed)
	f.from = f.in
	if p.method == methodDeflate {
		if err := f.z.(flate.Resetter).Reset(f.in, nil); err != nil {
			return nil, err // unreachable: a bufio.Reader is taken as it is
		}
		f.from = f.z
	}
	return &partReader{part: p, from: f, left: p.size}, nil
}

func (r *partReader) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	if r.left == 0 {
		r.err = r.finish()
		return 0, r.err
	}
	if int64(len(b)) > r.left {
		b = b[:r.left]
	}
	n, err := r.from.from.Read(b)
	r.sum = crc32.Update(r.sum, crc32.IEEETable, b[:n])
	r.left -= int64(n)
	if err != nil && (r.left > 0 || !errors.Is(err, io.EOF)) {
		r.err = r.explain(err)
		return n, r.err
	}
	return n, nil
}

// finish checks that the part ends where the directory says.
func (r *partReader) finish() error {
	var one [1]byte
	for {
		n, err := r.from.from.Read(one[:])
		switch {
		case n > 0:
			return damaged(r.part.name, "the part is longer than the %d bytes that the package announces", r.part.size)
		case errors.Is(err, io.EOF) && r.sum != r.part.crc:
			return damaged(r.part.name, "the checksum is wrong: bytes were changed on the way")
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return r.explain(err)
		}
	}
}

func (r *partReader) explain(err error) error {
	place := at(r.part.name, r.part.size-r.left)
	var corrupt flate.CorruptInputError
	var internal flate.InternalError
	switch {
	case errors.As(err, &corrupt), errors.As(err, &internal):
		return damaged(place, "the packed bytes are damaged")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return damaged(place, "the part ends %d bytes too early", r.left)
	}
	return fmt.Errorf("%s: %w", place, err)
}

// Close gives the inflater back; the reader reads no more.
func (r *partReader) Close() error {
	if r.from != nil {
		r.from.in.Reset(nil)
		inflaters.Put(r.from)
		r.from, r.err = nil, io.ErrClosedPipe
	}
	return nil
}

// xml starts to scan a part as XML; done must be called at the end.
func (a *archive) xml(p *part) (s *scanner, done func(), err error) {
	r, err := a.open(p)
	if err != nil {
		return nil, nil, err
	}
	s = newScanner(a.limits, p.name)
	if err := s.stream(r); err != nil {
		s.release()
		r.Close()
		return nil, nil, err
	}
	return s, func() { s.release(); r.Close() }, nil
}

// hold reads a part whole into buf.
func (a *archive) hold(p *part, buf []byte) ([]byte, error) {
	r, err := a.open(p)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if int64(cap(buf)) < p.size {
		buf = make([]byte, p.size)
	}
	buf = buf[:p.size]
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, err
	}
	if n, err := r.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
		return nil, err
	}
	return buf, nil
}
