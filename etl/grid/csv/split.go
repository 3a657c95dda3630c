package csv

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"

	"sanpin/etl/grid/sheet"
)

// splitter cuts UTF-8 text into records and fields.
//
// A record ends at LF, CR LF or CR. A field that starts with a quote runs to
// the quote that closes it: line ends and delimiters in it are text, a doubled
// quote is one, and what follows the closing quote belongs to the field, as
// spreadsheet programs have it. A quote elsewhere is text.
//
// Nearly every record has no quote and one kind of line end: those take the
// fast way, three scans by machine instructions; all others go byte by byte.
type splitter struct {
	src       io.Reader
	delim     []byte
	maxRecord int // bytes
	buf       []byte
	pos, end  int // what of buf is not cut yet
	lf        int // the first LF at or after pos, or end where there is none
	quote     int // the first quote likewise
	eof       bool
	line      int      // line on which the next record starts, from 1
	fields    [][]byte // of the current record; valid until the next
	joined    []byte   // text of fields that had to be put together
	open      bool     // the buffer ended inside quotes
	wide      bool     // the record has more fields than maxFields
}

// maxFields is the width of a sheet of Excel.
const maxFields = 1 << 14

func newSplitter(src io.Reader, delim string, maxRecord int) *splitter {
	return &splitter{
		src:       src,
		delim:     []byte(delim),
		maxRecord: maxRecord,
		buf:       make([]byte, 128<<10),
		line:      1,
		lf:        -1,
		quote:     -1,
	}
}

// next gives the fields of the next record and the line that it starts on; an
// empty line is a record of one empty field. After the last it gives io.EOF.
func (s *splitter) next() (fields [][]byte, line int, err error) {
	for {
		line = s.line
		if s.cut() {
			return s.fields, line, nil
		}
		if s.wide {
			return nil, line, s.tooWide()
		}
		if s.eof {
			return nil, line, s.atEnd()
		}
		if err := s.fill(); err != nil {
			return nil, line, err
		}
	}
}

// atEnd tells why no record can be cut though the text has ended.
func (s *splitter) atEnd() error {
	if s.pos == s.end {
		return io.EOF
	}
	return s.openQuote() // all else can be cut at the end
}

func (s *splitter) openQuote() error {
	return sheet.Errorf(sheet.Damaged, place(s.line, len(s.fields)), "a quote is opened and never closed").
		Advise(`close it, or double it ("") where it is part of the text`)
}

// room is what a decoder needs to write one character.
const room = 16

// fill reads on, into a larger buffer when the record fills the one there is.
func (s *splitter) fill() error {
	if s.pos == 0 && s.end > len(s.buf)-room {
		if len(s.buf) >= s.maxRecord {
			return s.tooLong()
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	s.end = copy(s.buf, s.buf[s.pos:s.end])
	s.pos, s.lf, s.quote = 0, -1, -1
	for s.end <= len(s.buf)-room {
		n, err := s.src.Read(s.buf[s.end:])
		s.end += n
		if err == io.EOF {
			s.eof = true
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *splitter) tooLong() error {
	if s.open {
		return s.openQuote()
	}
	return sheet.Errorf(sheet.TooLarge, place(s.line, 0), "the record is longer than %d bytes", s.maxRecord).
		Advise("put every record on a line of its own")
}

func (s *splitter) tooWide() error {
	return sheet.Errorf(sheet.TooLarge, place(s.line, 0), "the record has more than %d fields", maxFields).
		Advise("put every record on a line of its own")
}

// cut takes one record off the buffer, or gives false when it needs more.
func (s *splitter) cut() bool {
	if s.lf < s.pos {
		s.lf = s.find('\n')
	}
	if s.quote < s.pos {
		s.quote = s.find('"')
	}
	if s.lf == s.end || s.quote < s.lf {
		return s.cutSlowly()
	}
	record := s.buf[s.pos:s.lf]
	if n := len(record); n > 0 && record[n-1] == '\r' {
		record = record[:n-1]
	}
	if bytes.IndexByte(record, '\r') >= 0 {
		return s.cutSlowly()
	}
	if len(record) >= maxFields && bytes.Count(record, s.delim) >= maxFields {
		s.wide = true
		return false
	}
	s.split(record)
	s.pos = s.lf + 1
	s.line++
	return true
}

// find gives the place of the first such byte at or after pos, or end.
func (s *splitter) find(c byte) int {
	if i := bytes.IndexByte(s.buf[s.pos:s.end], c); i >= 0 {
		return s.pos + i
	}
	return s.end
}

// split cuts a record that has no quotes.
func (s *splitter) split(record []byte) {
	s.fields = s.fields[:0]
	if len(s.delim) > 1 {
		s.fields = append(s.fields, bytes.Split(record, s.delim)...)
		return
	}
	start, i, delim := 0, 0, s.delim[0]
	all := uint64(delim) * ones
	for ; i+8 <= len(record); i += 8 {
		// The high bit of every byte that is the delimiter, exactly.
		x := binary.LittleEndian.Uint64(record[i:]) ^ all
		for hits := ^((x&^highs + ^highs) | x | ^highs); hits != 0; hits &= hits - 1 {
			at := i + bits.TrailingZeros64(hits)>>3
			s.fields = append(s.fields, record[start:at])
			start = at + 1
		}
	}
	for ; i < len(record); i++ {
		if record[i] == delim {
			s.fields = append(s.fields, record[start:i])
			start = i + 1
		}
	}
	s.fields = append(s.fields, record[start:])
}

// To look at eight bytes at a time.
const (
	ones  uint64 = 0x0101010101010101
	highs uint64 = 0x8080808080808080
)

// cutSlowly cuts a record of any kind, or gives false when it needs more.
func (s *splitter) cutSlowly() bool {
	s.fields, s.joined = s.fields[:0], s.joined[:0]
	b, lines := s.buf[s.pos:s.end], 0
	if len(b) == 0 {
		return false
	}
	for i := 0; ; {
		field, used, breaks, ok := s.field(b[i:])
		if !ok {
			return false
		}
		if s.fields = append(s.fields, field); len(s.fields) > maxFields {
			s.wide = true
			return false
		}
		lines += breaks
		if i += used; bytes.HasPrefix(b[i:], s.delim) {
			i += len(s.delim)
			continue
		}
		if i < len(b) {
			if b[i] == '\r' && i+1 == len(b) && !s.eof {
				return false // the LF of it may be to come
			}
			i += len(lineEnd(b[i:]))
			lines++
		}
		s.pos += i
		s.line += lines
		return true
	}
}

// field reads the field that b starts with: its text, the bytes up to what
// ends it, the line ends inside. It gives false when b ends before the field.
func (s *splitter) field(b []byte) (text []byte, used, breaks int, ok bool) {
	s.open = len(b) > 0 && b[0] == '"'
	if !s.open {
		n := s.plain(b)
		return b[:n], n, 0, n < len(b) || s.eof
	}
	from := len(s.joined)
	i := 1
	for {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 || i+n+1 == len(b) && !s.eof {
			return nil, 0, 0, false
		}
		part := b[i : i+n]
		breaks += countLineEnds(part)
		i += n + 1
		if i < len(b) && b[i] == '"' {
			s.joined = append(append(s.joined, part...), '"')
			i++
			continue
		}
		n = s.plain(b[i:])
		if i+n == len(b) && !s.eof {
			return nil, 0, 0, false
		}
		if n == 0 && len(s.joined) == from {
			return part, i, breaks, true
		}
		s.joined = append(append(s.joined, part...), b[i:i+n]...)
		return s.joined[from:], i + n, breaks, true
	}
}

// plain gives the length of the text up to a delimiter or the end of the line.
func (s *splitter) plain(b []byte) int {
	for i, c := range b {
		if c == '\n' || c == '\r' || c == s.delim[0] && bytes.HasPrefix(b[i:], s.delim) {
			return i
		}
	}
	return len(b)
}

// lineEnd gives the line end that b starts with.
func lineEnd(b []byte) []byte {
	if len(b) > 1 && b[0] == '\r' && b[1] == '\n' {
		return b[:2]
	}
	return b[:1]
}

func countLineEnds(b []byte) int {
	return bytes.Count(b, []byte{'\n'}) + bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
}
