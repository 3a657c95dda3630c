package opc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync/atomic"

	"sanpin/etl/grid/sheet"
)

// Archive is the ZIP container of a workbook. It is read here and not by
// archive/zip, because the directory must be refused before it is believed: the
// standard reader makes an entry for each header it finds, whatever the count.
type Archive struct {
	r      io.ReaderAt
	size   int64
	Limits sheet.Limits
	parts  map[string]*Part // by name in lower case
	left   atomic.Int64     // inflated bytes that may still be read
}

// Part is one entry of the directory.
type Part struct {
	Name    string
	method  uint16
	flags   uint16
	crc     uint32
	packed  int64
	Size    int64 // inflated, as the directory says
	offset  int64 // of the local header
	twice   bool  // another entry has the same name
	charged atomic.Bool
}

// Sizes and signatures of the records of a ZIP file.
const (
	localSize, localSign         = 30, 0x04034b50
	entrySize, entrySign         = 46, 0x02014b50
	endSize, endSign             = 22, 0x06054b50
	end64Size, end64Sign         = 56, 0x06064b50
	locator64Size, locator64Sign = 20, 0x07064b50

	maxDirectory = 64 << 20
)

// directory is where the entries lie.
type directory struct {
	entries      uint64
	size, offset int64
	end          int64 // where the record behind the entries starts
}

var le = binary.LittleEndian

func Open(r io.ReaderAt, size int64, limits sheet.Limits) (*Archive, error) {
	if size > limits.FileBytes {
		return nil, TooLarge("", "the file has %d bytes, more than %d", size, limits.FileBytes)
	}
	a := &Archive{r: r, size: size, Limits: limits}
	a.left.Store(limits.InflatedBytes)
	dir, err := a.findDirectory()
	if err != nil {
		return nil, err
	}
	if dir.entries > uint64(limits.Entries) {
		return nil, TooLarge("", "the package has %d parts, more than %d", dir.entries, limits.Entries)
	}
	if dir.size < 0 || dir.size > dir.end || dir.offset < 0 {
		return nil, Damaged("", "the directory of the package lies outside the file")
	}
	if dir.size > maxDirectory {
		return nil, TooLarge("", "the directory of the package has %d bytes, more than %d", dir.size, maxDirectory)
	}
	// Bytes may stand before the package: its offsets then count from the first
	// byte of the package, not of the file.
	base := dir.end - dir.size - dir.offset
	if base < 0 {
		return nil, Damaged("", "the directory of the package lies outside the file")
	}
	b := make([]byte, dir.size)
	if err := a.readAt(b, dir.end-dir.size); err != nil {
		return nil, err
	}
	return a, a.readDirectory(b, int(dir.entries), base)
}

// readAt fills b; what the directory promises and the file lacks is damage.
func (a *Archive) readAt(b []byte, offset int64) error {
	if offset < 0 || offset > a.size-int64(len(b)) {
		return Damaged(at("package", offset), "the file ends too early: it was cut short")
	}
	n, err := a.r.ReadAt(b, offset)
	if n == len(b) {
		return nil
	}
	if errors.Is(err, io.EOF) {
		return Damaged(at("package", offset), "the file ends too early: it was cut short")
	}
	return fmt.Errorf("read at byte %d: %w", offset, err)
}

func (a *Archive) findDirectory() (directory, error) {
	for _, window := range []int64{endSize, endSize + 1<<16} { // a comment is rare
		window = min(window, a.size)
		b := make([]byte, window)
		if err := a.readAt(b, a.size-window); err != nil {
			return directory{}, err
		}
		for i := len(b) - endSize; i >= 0; i-- {
			if le.Uint32(b[i:]) == endSign && int(le.Uint16(b[i+20:])) <= len(b)-i-endSize {
				return a.endRecord(b[i:], a.size-window+int64(i))
			}
		}
	}
	return directory{}, Unknown("", "the file is not a whole ZIP package: it has no directory at its end")
}

func (a *Archive) endRecord(b []byte, position int64) (directory, error) {
	d := directory{
		entries: uint64(le.Uint16(b[10:])),
		size:    int64(le.Uint32(b[12:])),
		offset:  int64(le.Uint32(b[16:])),
		end:     position,
	}
	if d.entries != 1<<16-1 && d.size != 1<<32-1 && d.offset != 1<<32-1 {
		return d, nil
	}
	locator := make([]byte, locator64Size)
	if a.readAt(locator, position-locator64Size) != nil || le.Uint32(locator) != locator64Sign {
		return d, nil // the numbers happen to be the marks
	}
	d.end = int64(le.Uint64(locator[8:]))
	record := make([]byte, end64Size)
	if err := a.readAt(record, d.end); err != nil {
		return d, err
	}
	if le.Uint32(record) != end64Sign {
		return d, Damaged(at("package", d.end), "no ZIP64 directory where one is announced")
	}
	d.entries = le.Uint64(record[32:])
	d.size = int64(le.Uint64(record[40:]))
	d.offset = int64(le.Uint64(record[48:]))
	return d, nil
}

func (a *Archive) readDirectory(b []byte, entries int, base int64) error {
	a.parts = make(map[string]*Part, entries)
	all := make([]Part, entries)
	for i := range all {
		if len(b) < entrySize || le.Uint32(b) != entrySign {
			return Damaged("", "the directory of the package ends after %d of %d parts", i, entries)
		}
		nameLen, extraLen, commentLen := int(le.Uint16(b[28:])), int(le.Uint16(b[30:])), int(le.Uint16(b[32:]))
		whole := entrySize + nameLen + extraLen + commentLen
		if len(b) < whole {
			return Damaged("", "part %d of the package has a cut entry", i+1)
		}
		p := &all[i]
		p.Name = string(b[entrySize : entrySize+nameLen])
		p.flags, p.method, p.crc = le.Uint16(b[8:]), le.Uint16(b[10:]), le.Uint32(b[16:])
		p.packed, p.Size, p.offset = int64(le.Uint32(b[20:])), int64(le.Uint32(b[24:])), int64(le.Uint32(b[42:]))
		p.widen(b[entrySize+nameLen : entrySize+nameLen+extraLen])
		p.offset += base
		if p.packed < 0 || p.Size < 0 || p.offset < 0 {
			return Damaged(p.Name, "the directory of the package gives impossible sizes")
		}
		key := partKey(p.Name)
		if first := a.parts[key]; first != nil {
			first.twice = true
		} else {
			a.parts[key] = p
		}
		b = b[whole:]
	}
	return nil
}

// widen takes the numbers that do not fit 32 bits from the ZIP64 extra field.
func (p *Part) widen(extra []byte) {
	for len(extra) >= 4 {
		id, n := le.Uint16(extra), int(le.Uint16(extra[2:]))
		extra = extra[4:]
		if n > len(extra) {
			return
		}
		if id != 1 {
			extra = extra[n:]
			continue
		}
		field := extra[:n]
		for _, v := range []*int64{&p.Size, &p.packed, &p.offset} {
			if *v == 1<<32-1 && len(field) >= 8 {
				*v = int64(le.Uint64(field))
				field = field[8:]
			}
		}
		return
	}
}

// partKey makes names comparable: part names do not tell case apart, and some
// writers use backslashes or start at the root.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Find gives the part of a name, which may be percent-encoded, or nil.
func (a *Archive) Find(name string) *Part {
	if p := a.parts[partKey(name)]; p != nil {
		return p
	}
	if plain, err := url.PathUnescape(name); err == nil && plain != name {
		return a.parts[partKey(plain)]
	}
	return nil
}

// locate checks that p may be read and gives the place of its packed bytes.
func (a *Archive) locate(p *Part) (*io.SectionReader, error) {
	switch {
	case p.twice:
		return nil, Damaged(p.Name, "the package has two parts of this name")
	case p.flags&1 != 0:
		return nil, encrypted(p.Name, "the part is encrypted")
	case p.method != methodStored && p.method != methodDeflate:
		return nil, Unknown(p.Name, "the part is packed by method %d, which no office program writes", p.method)
	case p.Size > 1<<20 && p.Size/a.Limits.Ratio > p.packed:
		return nil, TooLarge(p.Name, "%d bytes are packed into %d, more than %d to 1", p.Size, p.packed, a.Limits.Ratio)
	}
	if !p.charged.Swap(true) && a.left.Add(-p.Size) < 0 {
		return nil, TooLarge(p.Name, "the parts of the package inflate to more than %d bytes", a.Limits.InflatedBytes)
	}
	head := make([]byte, localSize)
	if err := a.readAt(head, p.offset); err != nil {
		return nil, err
	}
	if !bytes.Equal(head[:4], []byte("PK\x03\x04")) {
		return nil, Damaged(at("package", p.offset), "no part where the directory announces %s", p.Name)
	}
	start := p.offset + localSize + int64(le.Uint16(head[26:])) + int64(le.Uint16(head[28:]))
	if start > a.size-p.packed {
		return nil, Damaged(p.Name, "the part is longer than the file: it was cut short")
	}
	return io.NewSectionReader(a.r, start, p.packed), nil
}
