// Package charset turns the bytes of a text file into UTF-8.
//
// The one idea: what encoding a file is in is told by its bytes, because names,
// labels and habits lie. [Detect] looks at the whole file if it has to (a note
// in Chinese may stand after a megabyte of digits) and knows the encodings that
// Chinese filings come in; everything of the GB family is read as GB18030, its
// superset. [NewReader] decodes as a stream.
//
// A byte that its encoding does not know becomes U+FFFD, so that one character
// cut in half costs one cell and not the file; when they are more than a few,
// the reader fails with the place, because then the encoding is in doubt.
package charset

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"sanpin/etl/grid/sheet"
)

// Encoding is the name of an encoding, as [sheet.Meta] shows it.
type Encoding string

// The encodings read here.
const (
	UTF8    Encoding = "utf-8" // plain ASCII included
	UTF8BOM Encoding = "utf-8-bom"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
	GB18030 Encoding = "gb18030" // GB2312 and GBK included
	Big5    Encoding = "big5"
)

// FromLabel gives the encoding that a label such as "gb2312" stands for, and ""
// for labels that say nothing about a Chinese page.
func FromLabel(label string) Encoding {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "windows-936", "gb18030", "hz-gb-2312":
		return GB18030
	case "big5", "big5-hkscs", "cp950", "x-x-big5":
		return Big5
	case "utf-8", "utf8":
		return UTF8
	}
	return ""
}

// byteOrderMarks, longest first where one starts another.
var byteOrderMarks = []struct {
	mark string
	enc  Encoding
}{
	{"\xff\xfe\x00\x00", ""}, // UTF-32: no program that files tables writes it
	{"\x00\x00\xfe\xff", ""},
	{"\xef\xbb\xbf", UTF8BOM},
	{"\xff\xfe", UTF16LE},
	{"\xfe\xff", UTF16BE},
}

// NewReader decodes the file r of size bytes from enc to UTF-8, without the
// byte order marks at its start. It fails with a [sheet.Damaged] error where too
// many bytes are not of the encoding.
func NewReader(r io.ReaderAt, size int64, enc Encoding) io.Reader {
	skip := markBytes(r, enc)
	return &reader{
		src:  io.NewSectionReader(r, skip, max(size-skip, 0)),
		dec:  decoder(enc),
		in:   make([]byte, 64<<10),
		enc:  enc,
		read: skip,
	}
}

// markBytes counts the bytes of byte order marks: programs that append to what
// they have read write the mark twice.
func markBytes(r io.ReaderAt, enc Encoding) int64 {
	var head [12]byte
	n, _ := r.ReadAt(head[:], 0)
	rest := head[:n]
	for _, m := range byteOrderMarks {
		for m.enc == enc && bytes.HasPrefix(rest, []byte(m.mark)) {
			rest = rest[len(m.mark):]
		}
	}
	return int64(n - len(rest))
}

func decoder(enc Encoding) transform.Transformer {
	switch enc {
	case GB18030:
		return gbDecoder{table: gbTable()}
	case Big5:
		return traditionalchinese.Big5.NewDecoder()
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	}
	return utf8Decoder{}
}

// reader is an [io.Reader] of UTF-8. It differs from [transform.Reader] in the
// size of its buffer and in that it counts what could not be decoded.
type reader struct {
	src        io.Reader
	dec        transform.Transformer
	enc        Encoding
	in         []byte
	start, end int // what of in is not decoded yet
	read       int64
	bad        int64
	eof        bool
	err        error
}

const replacement = "\uFFFD"

func (r *reader) Read(p []byte) (int, error) {
	if len(p) < 4 {
		return 0, io.ErrShortBuffer
	}
	for r.err == nil {
		n, used, err := r.dec.Transform(p, r.in[r.start:r.end], r.eof)
		r.start += used
		if n > 0 {
			r.err = r.judge(p[:n])
			return n, nil
		}
		if r.eof && r.start == r.end {
			r.err = io.EOF
		} else if err == transform.ErrShortDst {
			return 0, io.ErrShortBuffer
		} else {
			r.err = r.fill()
		}
	}
	return 0, r.err
}

// fill reads more of the source behind what is left of a cut character.
func (r *reader) fill() error {
	r.end = copy(r.in, r.in[r.start:r.end])
	r.start = 0
	n, err := io.ReadFull(r.src, r.in[r.end:])
	r.end += n
	r.read += int64(n)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		r.eof = true
		return nil
	}
	return err
}

// judge gives an error once more than one byte in a hundred, and more than a
// dozen in all, could not be decoded.
func (r *reader) judge(out []byte) error {
	r.bad += int64(bytes.Count(out, []byte(replacement)))
	if at := r.read - int64(r.end-r.start); r.bad > 12 && r.bad > at/100 {
		return sheet.Errorf(sheet.Damaged, place(at), "%d characters up to here are not %s", r.bad, r.enc).
			Advise("open the file in its program and save it again as UTF-8 (CSV UTF-8) or as .xlsx")
	}
	return nil
}
