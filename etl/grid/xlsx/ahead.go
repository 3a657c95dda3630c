package xlsx

import (
	"errors"
	"io"
	"sync"
)

const aheadBlock = 128 << 10

// ahead reads in a goroutine of its own, a few blocks before its user: large
// sheets are inflated on one core while they are scanned on another. Blocks go
// round between the two, so nothing is allocated once it runs.
type ahead struct {
	full  chan []byte
	empty chan []byte
	stop  chan struct{}
	gone  sync.WaitGroup
	err   error // set before full is closed

	block, rest []byte
}

func readAhead(r io.Reader) *ahead {
	const blocks = 4
	a := &ahead{full: make(chan []byte, blocks), empty: make(chan []byte, blocks), stop: make(chan struct{})}
	for range blocks {
		a.empty <- make([]byte, aheadBlock)
	}
	a.gone.Go(func() { a.run(r) })
	return a
}

func (a *ahead) run(r io.Reader) {
	defer close(a.full)
	for {
		var block []byte
		select {
		case block = <-a.empty:
		case <-a.stop:
			return
		}
		n, err := io.ReadFull(r, block)
		if n > 0 {
			a.full <- block[:n] // never waits: there are no more blocks than room
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = io.EOF
		}
		if err != nil {
			a.err = err
			return
		}
	}
}

func (a *ahead) Read(b []byte) (int, error) {
	if len(a.rest) == 0 {
		if a.block != nil {
			a.empty <- a.block[:cap(a.block)]
			a.block = nil
		}
		block, ok := <-a.full
		if !ok {
			return 0, a.err
		}
		a.block, a.rest = block, block
	}
	n := copy(b, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// Close ends the goroutine; after it nothing reads from the source.
func (a *ahead) Close() {
	close(a.stop)
	a.gone.Wait()
}
