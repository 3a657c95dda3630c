package xls

import (
	"bytes"
	"fmt"
	"math/bits"
	"testing"

	"sanpin/etl/grid/sheet"
)

// stream is a stream of a compound file to be made.
type stream struct {
	name string
	data []byte
}

// compoundFile lays streams out in sectors of 512 bytes.
func compoundFile(streams ...stream) []byte { return layOut(512, streams...) }

// layOut makes a compound file: header, allocation table, directory, mini
// allocation table, mini stream, then the long streams. Entries of the directory
// hang on one another's right side.
func layOut(per int, streams ...stream) []byte {
	round := func(b []byte, n int) []byte { return append(b, make([]byte, (n-len(b)%n)%n)...) }
	var mini, body []byte
	miniFAT, fat := []byte{}, pack(uint32(0xFFFFFFFD))
	chain := func(table []byte, n int) []byte {
		for i := range n {
			next := uint32(len(table)/4 + 1)
			if i == n-1 {
				next = endOfChain
			}
			table = le.AppendUint32(table, next)
		}
		return table
	}
	starts := make([]uint32, len(streams))
	for i, s := range streams {
		if len(s.data) < miniCutoff {
			starts[i] = uint32(len(mini) / 64)
			mini = append(mini, round(bytes.Clone(s.data), 64)...)
			miniFAT = chain(miniFAT, len(round(bytes.Clone(s.data), 64))/64)
		}
	}
	dirSectors := (entrySize*(len(streams)+1) + per - 1) / per
	fat = chain(fat, dirSectors)
	miniFATStart := uint32(len(fat) / 4)
	fat = chain(fat, len(round(bytes.Clone(miniFAT), per))/per)
	miniStart := uint32(len(fat) / 4)
	fat = chain(fat, len(round(bytes.Clone(mini), per))/per)
	for i, s := range streams {
		if len(s.data) >= miniCutoff {
			starts[i] = uint32(len(fat) / 4)
			fat = chain(fat, (len(s.data)+per-1)/per)
			body = append(body, round(bytes.Clone(s.data), per)...)
		}
	}
	if len(fat) > per {
		panic("the test makes files of one sector of allocation table")
	}
	upper := uint32(0)
	if per == 512 {
		upper = 0xDEADBEEF // of sizes: no matter
	}
	entry := func(name string, kind byte, right, child, start uint32, size int) []byte {
		e := make([]byte, entrySize)
		copy(e, wide(name))
		copy(e[64:], pack(2*len(name)+2, kind, byte(1), uint32(noEntry), right, child))
		copy(e[116:], pack(start, uint32(size), upper))
		return e
	}
	dir := entry("Root Entry", 5, noEntry, 1, miniStart, len(mini))
	for i, s := range streams {
		right := uint32(i + 2)
		if i == len(streams)-1 {
			right = noEntry
		}
		dir = append(dir, entry(s.name, 2, right, noEntry, starts[i], len(s.data))...)
	}
	head := make([]byte, headerSize)
	copy(head, oleSignature)
	copy(head[24:], pack(0x3E, 3, 0xFFFE, bits.Len(uint(per))-1, 6))
	copy(head[44:], pack(uint32(1), uint32(1), uint32(0), uint32(miniCutoff), miniFATStart, uint32(1), uint32(endOfChain), uint32(0), uint32(0)))
	for i := 80; i < headerSize; i++ {
		head[i] = 0xFF
	}
	for len(fat) < per {
		fat = le.AppendUint32(fat, freeSector)
	}
	return join(round(head, per), fat, round(dir, per), round(miniFAT, per), round(mini, per), body)
}

// bigBook is longer than a mini stream may be.
func bigBook() []byte {
	return one(label(0, 0, "大"), rec(0x0099, make([]byte, 6000)), label(1, 0, "后")).stream()
}

func TestCompound(t *testing.T) {
	small := one(label(0, 0, "小")).stream()
	other := stream{"\x05SummaryInformation", make([]byte, 200)}
	want(t, "mini stream", compoundFile(other, stream{"Workbook", small}), "A1 text 小")
	want(t, "long stream", compoundFile(other, stream{"Workbook", bigBook()}), "A1 text 大", "A2 text 后")
	want(t, "sectors of 4096 bytes", layOut(4096, other, stream{"Workbook", bigBook()}), "A1 text 大", "A2 text 后")
	want(t, "mini stream, sectors of 4096 bytes", layOut(4096, other, stream{"Workbook", small}), "A1 text 小")
	want(t, "Book", compoundFile(stream{"Book", small}, other), "A1 text 小")
	want(t, "both", compoundFile(stream{"Book", small}, stream{"WORKBOOK", bigBook()}), "A1 text 大", "A2 text 后")
	for _, test := range []struct {
		name, text string
		code       sheet.Code
	}{
		{"WordDocument", "Word", sheet.Unknown}, {"PowerPoint Document", "PowerPoint", sheet.Unknown},
		{"EncryptedPackage", "password", sheet.Encrypted}, {"Contents", "without a workbook", sheet.Unknown},
	} {
		wantError(t, test.name, compoundFile(other, stream{test.name, small}), sheet.Limits{}, test.code, test.text)
	}
}

// TestFragments reads a stream whose sectors lie in any order.
func TestFragments(t *testing.T) {
	data := compoundFile(stream{"Workbook", bigBook()})
	const first = 2 // sector of the stream, behind the table and the directory
	fat := data[headerSize : 2*headerSize]
	a, b := data[headerSize*(first+2):headerSize*(first+3)], data[headerSize*(first+4):headerSize*(first+5)]
	swap := bytes.Clone(a)
	copy(a, b)
	copy(b, swap)
	for i, next := range []uint32{first + 3, first + 4, first + 1, first + 2} {
		le.PutUint32(fat[4*(first+i):], next)
	}
	want(t, "sectors 1 and 3 swapped", data, "A1 text 大", "A2 text 后")
}

func TestDamagedCompound(t *testing.T) {
	good := func() []byte { return compoundFile(stream{"Workbook", bigBook()}) }
	put := func(at int, v uint32) func([]byte) []byte {
		return func(b []byte) []byte { le.PutUint32(b[at:], v); return b }
	}
	fatAt := func(sector int) int { return headerSize + 4*sector }
	for _, test := range []struct {
		name   string
		change func([]byte) []byte
		text   string
	}{
		{"header only", func(b []byte) []byte { return b[:300] }, "ends after 300"},
		{"cut short", func(b []byte) []byte { return b[:len(b)-700] }, "outside the file"},
		{"sectors of 2^20", func(b []byte) []byte { b[30] = 20; return b }, "2^20"},
		{"directory in a circle", put(fatAt(1), 1), "circle"},
		{"stream ends early", put(fatAt(4), endOfChain), "are there"},
		{"stream leaves the file", put(fatAt(4), 70000), "outside the file"},
		{"table outside the file", put(76, 70000), "outside the file"},
		{"no directory", put(48, endOfChain), "no root"},
		{"absurd size", put(2*headerSize+entrySize+120, 0xFFFFFFF0), "claims"},
	} {
		wantError(t, test.name, test.change(good()), sheet.Limits{}, sheet.Damaged, test.text)
	}
	// the stream in a circle: its size bounds it, its records do not go on
	wantError(t, "stream in a circle", put(fatAt(5), 3)(good()), sheet.Limits{}, sheet.Damaged, "record")
	// a list of table sectors that points at itself
	loop := put(68, 0)(good())
	le.PutUint32(loop[76:], freeSector)
	clear(loop[headerSize : 2*headerSize])
	for i := range 127 {
		le.PutUint32(loop[headerSize+4*i:], freeSector)
	}
	wantError(t, "list in a circle", loop, sheet.Limits{}, sheet.Damaged, "circle")
	var many []stream
	for i := range 30 {
		many = append(many, stream{fmt.Sprint("s", i), []byte("x")})
	}
	wantError(t, "entries", compoundFile(many...), sheet.Limits{Entries: 20}, sheet.TooLarge, "20 entries")
}
