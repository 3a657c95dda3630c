package xls

import (
	"fmt"
	"io"
)

// The records that are read. Those of cells stand in recRows.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recColInfo    = 0x007D
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMerged     = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recArray      = 0x0221
	recTable      = 0x0236
	recRK         = 0x027E
	recFormat     = 0x041E
	recShared     = 0x04BC
	recBOF        = 0x0809
	recFormula3   = 0x0206 // two older numbers of FORMULA
	recFormula4   = 0x0406
	recBOF2       = 0x0009 // and of BOF, before BIFF5
	recBOF3       = 0x0209
	recBOF4       = 0x0409
)

// shortest is the least length of a record, so that what reads its fixed fields
// need not look again.
func shortest(id uint16) int {
	switch id {
	case recDateMode, recCodePage, recMerged, recFormat, recFilePass:
		return 2
	case recBOF, recXF:
		return 4
	case recBoundSheet:
		return 7
	case recBoolErr, recLabel, recRString, recSST:
		return 8
	case recColInfo, recLabelSST, recRK:
		return 10
	case recMulRK:
		return 12
	case recNumber:
		return 14
	case recRow, recFormula, recFormula3, recFormula4:
		return 16
	}
	return 0
}

const (
	leastRead = 4 << 10 // after a jump
	mostRead  = 128 << 10
)

// records steps through the records of a stream: two bytes of number, two of
// length, data. It reads ahead in a window, the further the longer the steps go
// on without a jump.
type records struct {
	src    io.ReaderAt
	size   int64
	cipher cipher // nil where the stream is in clear
	sheet  string // for errors

	at    int64 // of the record last read
	pos   int64 // of the next one
	win   []byte
	winAt int64
	ahead int
	plain []byte // the record last read, decrypted
}

// next reads a record. Its data are valid until the next call of any method.
func (r *records) next() (id uint16, data []byte, err error) {
	r.at = r.pos
	head, err := r.bytes(r.pos, 4)
	if err != nil {
		return 0, nil, err
	}
	id, n := le.Uint16(head), int(le.Uint16(head[2:]))
	if n < shortest(id) {
		return 0, nil, r.damaged("record %#04x has %d bytes", id, n)
	}
	if data, err = r.bytes(r.pos+4, n); err != nil {
		return 0, nil, err
	}
	r.pos += int64(4 + n)
	return id, r.decrypt(id, data), nil
}

// peek gives the number of the next record, ok unless the stream ends.
func (r *records) peek() (id uint16, ok bool) {
	head, err := r.bytes(r.pos, 4)
	if err != nil {
		return 0, false
	}
	return le.Uint16(head), true
}

func (r *records) seek(pos int64) { r.pos = pos }

// decrypt leaves alone what is never encrypted: BOF, FILEPASS, and where a sheet
// begins in BOUNDSHEET. The key stream passes over them all the same.
func (r *records) decrypt(id uint16, data []byte) []byte {
	if r.cipher == nil || id == recBOF || id == recFilePass {
		return data
	}
	if cap(r.plain) < len(data) {
		r.plain = make([]byte, 0x10000)
	}
	plain := r.plain[:len(data)]
	r.cipher.decrypt(plain, data, r.at+4)
	if id == recBoundSheet {
		copy(plain[:4], data)
	}
	return plain
}

func (r *records) bytes(at int64, n int) ([]byte, error) {
	if i := at - r.winAt; i >= 0 && i+int64(n) <= int64(len(r.win)) {
		return r.win[i : i+int64(n)], nil
	}
	return r.fill(at, n)
}

// fill moves the window to at.
func (r *records) fill(at int64, n int) ([]byte, error) {
	if at < 0 || at+int64(n) > r.size {
		return nil, r.damaged("the stream ends at byte %d, inside a record or without an end mark", r.size)
	}
	if at >= r.winAt && at <= r.winAt+int64(len(r.win)) && len(r.win) > 0 {
		r.ahead = min(2*r.ahead, mostRead)
	} else {
		r.ahead = leastRead
	}
	want := int(min(int64(max(n, r.ahead)), r.size-at))
	if cap(r.win) < want {
		r.win = make([]byte, want)
	}
	r.win, r.winAt = r.win[:want], at
	got, err := r.src.ReadAt(r.win, at)
	r.win = r.win[:got]
	if got < n {
		return nil, r.damaged("%d bytes cannot be read: %v", n, err)
	}
	return r.win[:n], nil
}

func (r *records) damaged(format string, args ...any) error {
	return damaged(r.place(), format, args...)
}

func (r *records) place() string {
	place := fmt.Sprintf("byte %d of the workbook stream", r.at)
	if r.sheet != "" {
		place = fmt.Sprintf("sheet %q, %s", r.sheet, place)
	}
	return place
}
