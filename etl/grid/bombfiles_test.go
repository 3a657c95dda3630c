package grid

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// Files made to cost more than they should: see TestBombs.

// text is a file of a body that repeats between a start and an end; the body is
// made when it is read.
func text(start, body string, size int64, end string) source {
	n := size / int64(len(body)) * int64(len(body))
	pattern := []byte(strings.Repeat(body, 1+(64<<10)/len(body)))
	return source{repeating{start, pattern, int64(len(body)), n, end}, int64(len(start)) + n + int64(len(end))}
}

type repeating struct {
	start   string
	pattern []byte
	unit    int64
	n       int64
	end     string
}

func (r repeating) ReadAt(p []byte, at int64) (int, error) {
	n := 0
	for n < len(p) {
		pos := at + int64(n)
		body := pos - int64(len(r.start))
		switch tail := body - r.n; {
		case body < 0:
			n += copy(p[n:], r.start[pos:])
		case tail >= int64(len(r.end)):
			return n, io.EOF
		case tail >= 0:
			n += copy(p[n:], r.end[tail:])
		default:
			n += copy(p[n:min(int64(len(p)), int64(n)+r.n-body)], r.pattern[body%r.unit:])
		}
	}
	return n, nil
}

const (
	sheet1   = "xl/worksheets/sheet1.xml"
	xmlStart = `<?xml version="1.0"?>`
	entities = `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY j "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>`
	mail     = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"

	xmlBookHead = xmlStart + `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>`
	xmlBookTail = `</Row></Table></Worksheet></Workbook>`
)

// part is a deflated part of a package.
type part struct {
	packed []byte
	size   uint64 // as the directory will say
	sum    uint32
}

func deflate(w io.Writer, level int) *flate.Writer {
	z, err := flate.NewWriter(w, level)
	if err != nil {
		panic(err)
	}
	return z
}

func plain(text string) part {
	var b bytes.Buffer
	z := deflate(&b, flate.DefaultCompression)
	io.WriteString(z, text)
	z.Close()
	return part{b.Bytes(), uint64(len(text)), crc32.ChecksumIEEE([]byte(text))}
}

// repeated is a part of size bytes, packed block by block so that it is made in
// no time. A ratio other than 0 is how well it packs: noise is put in as comments.
func repeated(start, body string, size, ratio int, end string) part {
	block := strings.Repeat(body, max(1, (1<<20)/len(body)))
	noise := ""
	if ratio > 0 {
		seed := uint32(7)
		var b strings.Builder
		for b.Len() < len(block)/ratio {
			seed = seed*1664525 + 1013904223
			fmt.Fprintf(&b, "%08x", seed)
		}
		noise = "<!--" + b.String() + "-->"
	}
	if strings.HasSuffix(body, "a") && ratio > 0 { // a comment would end the text
		noise = strings.Trim(noise, "<!->")
	}
	var b, one bytes.Buffer
	z := deflate(&one, flate.BestCompression)
	io.WriteString(z, noise+block)
	z.Flush()
	packed := bytes.Clone(one.Bytes())
	first := deflate(&b, flate.BestCompression)
	io.WriteString(first, start)
	first.Flush()
	n := max(1, size/(len(block)+len(noise)))
	for range n {
		b.Write(packed)
	}
	one.Reset()
	last := deflate(&one, flate.BestCompression)
	io.WriteString(last, end)
	last.Close()
	b.Write(one.Bytes())
	return part{b.Bytes(), uint64(len(start) + n*(len(block)+len(noise)) + len(end)), 0} // it is refused before its end
}

// numbered is a part with an element for each number from 1.
func numbered(start, format string, n int, end string) part {
	var b strings.Builder
	b.WriteString(start)
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	b.WriteString(end)
	return plain(b.String())
}

// book is a workbook in which one part is another one.
func book(name string, p part) source {
	parts := map[string]part{
		"[Content_Types].xml":        plain(`<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`),
		"_rels/.rels":                plain(`<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml":            plain(`<workbook xmlns:r="x"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": plain(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
		sheet1:                       plain(`<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>`),
	}
	parts[name] = p
	var z zipFile
	for name, p := range parts {
		z.add(name, p)
	}
	return z.close()
}

// zipFile writes a package without looking into its parts.
type zipFile struct {
	body, directory bytes.Buffer
	n               int
}

func (z *zipFile) add(name string, p part) {
	offset := z.body.Len()
	z.header(&z.body, "PK\x03\x04\x14\x00", name, p)
	z.body.WriteString(name)
	z.body.Write(p.packed)
	z.entry(name, p, offset)
}

func (z *zipFile) entry(name string, p part, offset int) {
	z.header(&z.directory, "PK\x01\x02\x14\x00\x14\x00", name, p)
	z.directory.Write(make([]byte, 2+2+2+4)) // comment, disk, attributes
	z.directory.Write(words32(uint32(offset)))
	z.directory.WriteString(name)
	z.n++
}

func (z *zipFile) header(b *bytes.Buffer, sign, name string, p part) {
	b.WriteString(sign)
	b.Write([]byte{0, 0, 8, 0, 0, 0, 0, 0}) // flags, deflate, time
	b.Write(words32(p.sum, uint32(len(p.packed)), uint32(p.size)))
	b.Write(binary.LittleEndian.AppendUint16(nil, uint16(len(name))))
	b.Write([]byte{0, 0})
}

func (z *zipFile) close() source {
	at := z.body.Len()
	z.body.Write(z.directory.Bytes())
	z.body.WriteString("PK\x05\x06\x00\x00\x00\x00")
	z.body.Write(binary.LittleEndian.AppendUint16(nil, uint16(z.n)))
	z.body.Write(binary.LittleEndian.AppendUint16(nil, uint16(z.n)))
	z.body.Write(words32(uint32(z.directory.Len()), uint32(at)))
	z.body.Write([]byte{0, 0})
	return source{bytes.NewReader(z.body.Bytes()), int64(z.body.Len())}
}

func manyParts(n int) source {
	var z zipFile
	p := plain("")
	z.add("[Content_Types].xml", p)
	for i := range n {
		z.entry(fmt.Sprintf("xl/%d", i), p, 0)
	}
	return z.close()
}

// overlapping is a workbook of 2,000 sheets that are one and the same 60 MB.
func overlapping() source {
	var z zipFile
	var list, relations strings.Builder
	for i := range 2_000 {
		fmt.Fprintf(&list, `<sheet name="s%d" r:id="r%[1]d"/>`, i)
		fmt.Fprintf(&relations, `<Relationship Id="r%d" Type="x/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i)
	}
	z.add("[Content_Types].xml", plain("<Types/>"))
	z.add("xl/workbook.xml", plain(`<workbook xmlns:r="x"><sheets>`+list.String()+`</sheets></workbook>`))
	z.add("xl/_rels/workbook.xml.rels", plain(`<Relationships>`+relations.String()+`</Relationships>`))
	p := repeated(`<worksheet><sheetData>`, `<row/>`, 60<<20, 200, `</sheetData></worksheet>`)
	offset := z.body.Len()
	z.add("xl/worksheets/sheet0.xml", p)
	for i := range 1_999 {
		z.entry(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), p, offset)
	}
	return z.close()
}

func words32(v ...uint32) (b []byte) {
	for _, n := range v {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

// record is a record of a BIFF8 workbook.
func record(id uint16, data []byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, id)
	return append(binary.LittleEndian.AppendUint16(b, uint16(len(data))), data...)
}

var (
	bofGlobals = record(0x809, []byte{0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	bofSheet   = record(0x809, []byte{0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	eof        = record(0x0A, nil)
)

// biff is a bare workbook of one sheet; the records stand in both its streams.
func biff(records []byte) source {
	name := append(words32(0), 0, 0, 1, 0, 's')
	head := len(bofGlobals) + 4 + len(name)
	binary.LittleEndian.PutUint32(name, uint32(head+len(records)+len(eof)))
	all := bytes.Join([][]byte{bofGlobals, record(0x85, name), records, eof, bofSheet, records, eof}, nil)
	return source{bytes.NewReader(all), int64(len(all))}
}

// mergedRecords are records with n merged rectangles.
func mergedRecords(n int) (all []byte) {
	const each = 1_000
	for r := 0; r < n; r += each {
		data := binary.LittleEndian.AppendUint16(nil, each)
		for i := range each {
			row := uint16((r + i) % 65_000)
			for _, v := range []uint16{row, row, 0, 1} {
				data = binary.LittleEndian.AppendUint16(data, v)
			}
		}
		all = append(all, record(0xE5, data)...)
	}
	return all
}

// compoundFile is an OLE file of a workbook in sectors 2 to 9, whose chain of
// sectors is changed.
func compoundFile(change func(fat []uint32)) source {
	const sector, free, end, fatSect = 512, 1<<32 - 1, 1<<32 - 2, 1<<32 - 3
	fat := make([]uint32, sector/4)
	for i := range fat {
		fat[i] = free
	}
	fat[0], fat[1] = fatSect, end
	for s := uint32(2); s < 9; s++ {
		fat[s] = s + 1
	}
	fat[9] = end
	change(fat)
	header := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 16)...)
	header = append(header, 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0)
	header = append(header, words32(0, 1, 1, 0, 4096, end, 0, end, 0, 0)...)
	for len(header) < sector {
		header = append(header, 0xFF)
	}
	directory := append(entry("Root Entry", 5, 1, end, 0), entry("Workbook", 2, free, 2, 8*sector)...)
	directory = append(directory, make([]byte, sector-len(directory))...)
	stream := append(bytes.Join([][]byte{bofGlobals}, nil), make([]byte, 8*sector)...)[:8*sector]
	all := bytes.Join([][]byte{header, words32(fat...), directory, stream}, nil)
	return source{bytes.NewReader(all), int64(len(all))}
}

// entry is a directory entry of an OLE file.
func entry(name string, kind byte, child, start uint32, size uint32) []byte {
	b := make([]byte, 128)
	for i, r := range name {
		binary.LittleEndian.PutUint16(b[2*i:], uint16(r))
	}
	binary.LittleEndian.PutUint16(b[64:], uint16(2*len(name)+2))
	b[66], b[67] = kind, 1
	copy(b[68:], words32(1<<32-1, 1<<32-1, child))
	copy(b[116:], words32(start, size, 0))
	return b
}

// circularDirectory is an OLE file whose directory entries are each other's
// children; the workbook is not among them.
func circularDirectory() source {
	s := compoundFile(func([]uint32) {})
	all, err := io.ReadAll(io.NewSectionReader(s, 0, s.size))
	if err != nil {
		panic(err)
	}
	const directory = 2 * 512
	copy(all[directory+128:], entry("Storage", 1, 0, 0, 0))
	copy(all[directory+128+68:], words32(1, 1, 0))
	return source{bytes.NewReader(all), int64(len(all))}
}
