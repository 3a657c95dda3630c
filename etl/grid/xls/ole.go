package xls

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
)

var le = binary.LittleEndian

const (
	oleSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	headerSize   = 512
	entrySize    = 128
	miniShift    = 6
	miniCutoff   = 4096 // shorter streams live in the mini stream

	freeSector = 0xFFFFFFFF
	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF
)

// compound is an OLE compound file, as far as finding a stream at its root
// needs. The library for it, richardlehane/mscfb, joins sectors in time quadratic
// in their number and walks every storage; this one reads only what it is asked
// for, and every chain is held against the number of sectors in the file.
type compound struct {
	r     io.ReaderAt
	size  int64
	shift uint     // sectors are 1<<shift bytes
	fat   []uint32 // the next sector, by sector
	heads [headerSize]byte
	mini  entry            // the stream that holds the short ones
	root  map[string]entry // streams at the root, by name in lower case
}

type entry struct {
	start uint32
	size  int64
}

func openCompound(r io.ReaderAt, size int64, maxEntries int) (*compound, error) {
	c := &compound{r: r, size: size}
	if _, err := r.ReadAt(c.heads[:], 0); err != nil {
		return nil, damaged("OLE header", "the file ends after %d bytes", size)
	}
	c.shift = uint(le.Uint16(c.heads[30:]))
	if c.shift != 9 && c.shift != 12 {
		return nil, damaged("OLE header", "sectors of 2^%d bytes", c.shift)
	}
	if err := c.readFAT(); err != nil {
		return nil, err
	}
	return c, c.readRoot(maxEntries)
}

func (c *compound) sectorBytes() int64 { return 1 << c.shift }

// sectors is how many sectors the file has room for; a last one may be cut short.
func (c *compound) sectors() int64 {
	return max(0, (c.size-1)>>c.shift)
}

// readFAT joins the sectors of the allocation table, which the header lists and,
// past 109 of them, a chain of sectors of their own.
func (c *compound) readFAT() error {
	per := int(c.sectorBytes() / 4)
	list := c.heads[76:]
	next := le.Uint32(c.heads[68:])
	buf, more := make([]byte, c.sectorBytes()), make([]byte, c.sectorBytes())
	for steps := int64(0); ; steps++ {
		for ; len(list) >= 4 && int64(len(c.fat)) < c.sectors(); list = list[4:] {
			sector := le.Uint32(list)
			if sector == freeSector || sector == endOfChain {
				continue
			}
			if err := c.readSector(buf, sector, "allocation table"); err != nil {
				return err
			}
			for i := range per {
				c.fat = append(c.fat, le.Uint32(buf[4*i:]))
			}
		}
		if next == endOfChain || next == freeSector || int64(len(c.fat)) >= c.sectors() {
			return nil
		}
		if steps > c.sectors() {
			return damaged("OLE allocation table", "the list of its sectors runs in a circle")
		}
		if err := c.readSector(more, next, "list of the allocation table"); err != nil {
			return err
		}
		list, next = more[:len(more)-4], le.Uint32(more[len(more)-4:])
	}
}

func (c *compound) readSector(buf []byte, sector uint32, what string) error {
	if int64(sector) >= c.sectors() {
		return damaged("OLE "+what, "sector %d lies outside the file of %d bytes; it was cut short or overwritten", sector, c.size)
	}
	clear(buf)
	if _, err := c.r.ReadAt(buf, c.offset(sector)); err != nil && err != io.EOF {
		return damaged("OLE "+what, "%v", err)
	}
	return nil
}

func (c *compound) offset(sector uint32) int64 { return (int64(sector) + 1) << c.shift }

// chain follows the sectors from start and gives them as one stream of size
// bytes, or of as many as the chain has for a size of -1.
func (c *compound) chain(start uint32, size int64, what string) (extents, error) {
	var x extents
	if size > c.size {
		return x, damaged("OLE "+what, "it claims %d bytes in a file of %d", size, c.size)
	}
	for sector := start; sector != endOfChain && (size < 0 || x.size < size); sector = c.fat[sector] {
		if int64(sector) >= int64(len(c.fat)) || int64(sector) >= c.sectors() {
			return x, damaged("OLE "+what, "sector %d lies outside the file; it was cut short or overwritten", sector)
		}
		if x.size>>c.shift > c.sectors() {
			return x, damaged("OLE "+what, "its sectors run in a circle")
		}
		x.add(c.offset(sector), c.sectorBytes())
	}
	if x.size < size {
		return x, damaged("OLE "+what, "%d of %d bytes are there", x.size, size)
	}
	if size >= 0 {
		x.size = size
	}
	x.r = c.r
	return x, nil
}

// readRoot lists the streams of the root storage: a tree in the directory.
func (c *compound) readRoot(maxEntries int) error {
	dir, err := c.chain(le.Uint32(c.heads[48:]), -1, "directory")
	if err != nil {
		return err
	}
	var e [entrySize]byte
	if _, err := dir.ReadAt(e[:], 0); err != nil {
		return damaged("OLE directory", "it has no root")
	}
	c.root = map[string]entry{}
	c.mini = entry{le.Uint32(e[116:]), c.entryBytes(e[:])}
	seen := map[uint32]bool{}
	for todo := []uint32{le.Uint32(e[76:])}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if id == noEntry || seen[id] {
			continue
		}
		if seen[id] = true; len(seen) > maxEntries {
			return tooLarge("OLE directory", "it has more than %d entries", maxEntries)
		}
		if n, _ := dir.ReadAt(e[:], int64(id)*entrySize); n < entrySize {
			continue
		}
		todo = append(todo, le.Uint32(e[68:]), le.Uint32(e[72:]))
		if e[66] == 2 {
			c.root[entryName(e[:])] = entry{le.Uint32(e[116:]), c.entryBytes(e[:])}
		}
	}
	return nil
}

// entryBytes ignores the upper half where sectors have 512 bytes: it may be anything.
func (c *compound) entryBytes(e []byte) int64 {
	if c.shift == 9 {
		return int64(le.Uint32(e[120:]))
	}
	return int64(le.Uint64(e[120:]) &^ (1 << 63))
}

func entryName(e []byte) string {
	n := min(int(le.Uint16(e[64:])), 64) / 2
	units := make([]uint16, 0, 32)
	for i := range n {
		if u := le.Uint16(e[2*i:]); u != 0 {
			units = append(units, u)
		}
	}
	return strings.ToLower(string(utf16.Decode(units)))
}

// stream opens a stream of the root storage.
func (c *compound) stream(e entry, name string) (io.ReaderAt, int64, error) {
	if e.size >= miniCutoff {
		x, err := c.chain(e.start, e.size, "stream "+name)
		return &x, x.size, err
	}
	data, err := c.miniStream(e, name)
	return bytes.NewReader(data), int64(len(data)), err
}

// miniStream reads one of the streams that are shorter than miniCutoff.
func (c *compound) miniStream(e entry, name string) ([]byte, error) {
	mini, err := c.chain(c.mini.start, c.mini.size, "mini stream")
	if err != nil {
		return nil, err
	}
	table, err := c.chain(le.Uint32(c.heads[60:]), -1, "mini allocation table")
	if err != nil {
		return nil, err
	}
	data := make([]byte, 0, miniCutoff)
	for sector := e.start; int64(len(data)) < e.size; {
		var part [1 << miniShift]byte
		if n, _ := mini.ReadAt(part[:], int64(sector)<<miniShift); n == 0 {
			return nil, damaged("OLE stream "+name, "%d of %d bytes are there", len(data), e.size)
		}
		data = append(data, part[:]...)
		var next [4]byte
		if n, _ := table.ReadAt(next[:], int64(sector)*4); n < 4 {
			break
		}
		sector = le.Uint32(next[:])
	}
	if int64(len(data)) < e.size {
		return nil, damaged("OLE stream "+name, "%d of %d bytes are there", len(data), e.size)
	}
	return data[:e.size], nil
}
