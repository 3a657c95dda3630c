package opc

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

// PartReader reads a part and holds it to the size and the checksum that the
// directory gives. It fails with a [*sheet.Error].
type PartReader struct {
	part *Part
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

// Open starts to read a part. The reader must be closed.
func (a *Archive) Open(p *Part) (*PartReader, error) {
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
	return &PartReader{part: p, from: f, left: p.Size}, nil
}

func (r *PartReader) Read(b []byte) (int, error) {
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
func (r *PartReader) finish() error {
	var one [1]byte
	for {
		n, err := r.from.from.Read(one[:])
		switch {
		case n > 0:
			return Damaged(r.part.Name, "the part is longer than the %d bytes that the package announces", r.part.Size)
		case errors.Is(err, io.EOF) && r.sum != r.part.crc:
			return Damaged(r.part.Name, "the checksum is wrong: bytes were changed on the way")
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return r.explain(err)
		}
	}
}

func (r *PartReader) explain(err error) error {
	place := at(r.part.Name, r.part.Size-r.left)
	var corrupt flate.CorruptInputError
	var internal flate.InternalError
	switch {
	case errors.As(err, &corrupt), errors.As(err, &internal):
		return Damaged(place, "the packed bytes are damaged")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Damaged(place, "the part ends %d bytes too early", r.left)
	}
	return fmt.Errorf("%s: %w", place, err)
}

// Close gives the inflater back; the reader reads no more.
func (r *PartReader) Close() error {
	if r.from != nil {
		r.from.in.Reset(nil)
		inflaters.Put(r.from)
		r.from, r.err = nil, io.ErrClosedPipe
	}
	return nil
}

// XML starts to scan a part as XML; done must be called at the end.
func (a *Archive) XML(p *Part) (s *Scanner, done func(), err error) {
	r, err := a.Open(p)
	if err != nil {
		return nil, nil, err
	}
	s = NewScanner(a.Limits, p.Name)
	if err := s.Stream(r); err != nil {
		s.Release()
		r.Close()
		return nil, nil, err
	}
	return s, func() { s.Release(); r.Close() }, nil
}

// Hold reads a part whole into buf.
func (a *Archive) Hold(p *Part, buf []byte) ([]byte, error) {
	r, err := a.Open(p)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if int64(cap(buf)) < p.Size {
		buf = make([]byte, p.Size)
	}
	buf = buf[:p.Size]
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, err
	}
	if n, err := r.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
		return nil, err
	}
	return buf, nil
}
