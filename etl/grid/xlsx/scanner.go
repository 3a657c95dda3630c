package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"sanpin/etl/grid/sheet"
)

// token is what the scanner stands on.
type token uint8

const (
	startTag token = iota // name and attrs are set; an endTag follows, also for <v/>
	endTag
	text // text is set
)

// scanner splits XML into tags and texts without allocation: it is built for
// the few elements of workbooks, told apart by local names, and knows no more of
// XML than they need. A DOCTYPE is refused. Views are valid until the next call.
type scanner struct {
	name  []byte // without its prefix
	attrs []byte // inside of the tag behind the name
	text  []byte

	verbatim bool // text is CDATA, where & means itself
	closing  bool // the tag closed itself: its endTag comes next

	src      io.Reader // nil once all that there is lies in buf
	buf      []byte
	pos, end int
	base     int64 // offset of buf[0] in the part
	depth    int

	own        []byte // buffer that goes back to the pool with the scanner
	part       string
	maxDepth   int
	maxText    int
	maxPending int // longest tag or text before references are resolved
}

const scanBuffer = 64 << 10

var scanners = sync.Pool{New: func() any { return &scanner{own: make([]byte, scanBuffer)} }}

func newScanner(limits sheet.Limits, part string) *scanner {
	s := scanners.Get().(*scanner)
	// A character of a text may be written as &#x1F600; or _xD83D__xDE00_.
	*s = scanner{own: s.own, part: part, maxDepth: limits.Depth, maxText: limits.TextBytes,
		maxPending: max(1<<20, min(limits.TextBytes, 64<<20)*8)}
	return s
}

// release gives the scanner to others; it must not be used after.
func (s *scanner) release() {
	own := s.own
	*s = scanner{own: own}
	scanners.Put(s)
}

// stream scans what r gives.
func (s *scanner) stream(r io.Reader) error {
	s.src, s.buf = r, s.own
	if err := s.fill(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	enc, err := encodingOf(s.part, s.buf[:s.end])
	if err != nil || enc == nil {
		return err
	}
	var all io.Reader = bytes.NewReader(bytes.Clone(s.buf[:s.end]))
	if s.src != nil {
		all = io.MultiReader(all, s.src)
	}
	s.src, s.end = transform.NewReader(all, enc.NewDecoder()), 0
	return nil
}

// held scans b, which is changed by nobody while the scanner is in use.
func (s *scanner) held(b []byte) error {
	enc, err := encodingOf(s.part, b)
	if err != nil {
		return err
	}
	if enc != nil {
		if b, err = enc.NewDecoder().Bytes(b); err != nil {
			return damaged(s.part, "the part is not in the encoding that it announces")
		}
	}
	s.src, s.buf, s.end = nil, b, len(b)
	return nil
}

// fill reads until the buffer is full, and makes it larger when it is full with
// one token. It gives io.EOF when there is nothing more.
func (s *scanner) fill() error {
	if s.src == nil {
		return io.EOF
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.base += int64(s.pos)
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= s.maxPending {
			return tooLarge(s.place(), "a text or a tag is longer than %d bytes", s.maxPending)
		}
		larger := make([]byte, 2*len(s.buf))
		copy(larger, s.buf[:s.end])
		s.buf = larger
	}
	before := s.end
	for s.end < len(s.buf) {
		n, err := s.src.Read(s.buf[s.end:])
		s.end += n
		if errors.Is(err, io.EOF) {
			s.src = nil
			break
		}
		if err != nil {
			return err
		}
	}
	if s.end == before {
		return io.EOF
	}
	return nil
}

// next goes to the next token; io.EOF after the last.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		s.depth--
		return endTag, nil
	}
	for {
		b := s.buf[s.pos:s.end]
		if len(b) > 0 && b[0] != '<' {
			if lt := bytes.IndexByte(b, '<'); lt > 0 {
				s.text, s.verbatim = b[:lt], false
				s.pos += lt
				return text, nil
			}
		} else if len(b) > 1 {
			switch {
			case b[1] == '!' || b[1] == '?':
				ok, tok, err := s.special(b)
				if ok || err != nil {
					return tok, err
				}
				if s.pos > s.end-len(b) {
					continue // a comment was skipped
				}
			default:
				if gt := closeOf(b); gt > 0 {
					return s.tag(b[1:gt], gt+1)
				}
			}
		}
		if err := s.fill(); err != nil {
			return s.over(err)
		}
	}
}

// over tells a whole end from one that came too early.
func (s *scanner) over(err error) (token, error) {
	if !errors.Is(err, io.EOF) {
		return 0, err
	}
	rest := bytes.TrimSpace(s.buf[s.pos:s.end])
	if s.depth > 0 || bytes.HasPrefix(rest, []byte("<")) {
		return 0, s.damaged("the part ends inside an element: it was cut short")
	}
	return 0, io.EOF
}

// closeOf finds the > that ends the tag that b starts with, or 0. A > may stand
// in the value of an attribute.
func closeOf(b []byte) int {
	gt := bytes.IndexByte(b, '>')
	if gt < 4 { // no room for an attribute, or no >
		return max(gt, 0)
	}
	tag := b[:gt]
	if bytes.IndexByte(tag, '\'') < 0 && bytes.Count(tag, []byte{'"'})&1 == 0 {
		return gt
	}
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return 0
}

// tag takes the inside of a tag, without its angle brackets; n bytes are used up.
func (s *scanner) tag(b []byte, n int) (token, error) {
	if len(b) > 0 && b[0] == '/' {
		s.pos += n
		s.depth--
		if s.depth < 0 {
			return 0, s.damaged("an element ends that did not start")
		}
		s.name, s.attrs = localName(bytes.TrimSpace(b[1:])), nil
		return endTag, nil
	}
	if k := len(b) - 1; k >= 0 && b[k] == '/' {
		s.closing = true
		b = b[:k]
	}
	i, colon := 0, 0
	for i < len(b) && !isSpace(b[i]) {
		if b[i] == ':' {
			colon = i + 1
		}
		i++
	}
	if i == colon {
		return 0, s.damaged("< where no element starts")
	}
	s.pos += n
	s.name, s.attrs = b[colon:i], b[i:]
	if s.depth++; s.depth > s.maxDepth {
		return 0, tooLarge(s.place(), "elements are nested deeper than %d", s.maxDepth)
	}
	return startTag, nil
}

// special handles what starts with <! or <?: it gives CDATA as a text, skips
// comments and instructions, and refuses the rest. With nothing done more of the
// part must be read.
func (s *scanner) special(b []byte) (ok bool, tok token, err error) {
	open, end := "<?", "?>"
	if b[1] == '!' {
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			open, end = "<!--", "-->"
		case bytes.HasPrefix(b, []byte("<![CDATA[")):
			open, end = "<![CDATA[", "]]>"
		case len(b) < len("<![CDATA["):
			return false, 0, nil
		default:
			return false, 0, s.damaged("a DOCTYPE or declaration, which no workbook has")
		}
	}
	n := bytes.Index(b[len(open):], []byte(end))
	if n < 0 {
		return false, 0, nil
	}
	s.pos += len(open) + n + len(end)
	if open != "<![CDATA[" {
		return false, 0, nil
	}
	s.text, s.verbatim = b[len(open):len(open)+n], true
	return true, text, nil
}

// skip goes to the end of the element whose startTag was just given.
func (s *scanner) skip() error {
	for outside := s.depth - 1; s.depth > outside; {
		if _, err := s.next(); err != nil {
			return s.inside(err)
		}
	}
	return nil
}

// inside is the error for an end inside of an element.
func (s *scanner) inside(err error) error {
	if errors.Is(err, io.EOF) { // unreachable: over looks at the depth
		return s.damaged("the part ends too early")
	}
	return err
}

// appendContent appends the text of the element whose startTag was just given,
// and goes to its end. Elements inside of it are skipped.
func (s *scanner) appendContent(dst []byte) ([]byte, error) {
	limit := len(dst) + s.maxText
	for {
		tok, err := s.next()
		switch {
		case err != nil:
			return dst, s.inside(err)
		case tok == endTag:
			return dst, nil
		case tok == startTag:
			if err := s.skip(); err != nil {
				return dst, err
			}
			continue
		}
		if dst = s.appendToken(dst); len(dst) > limit {
			return dst, s.checkText(dst[limit-s.maxText:])
		}
	}
}

// appendToken appends the text that the scanner stands on.
func (s *scanner) appendToken(dst []byte) []byte {
	if s.verbatim {
		return append(dst, s.text...)
	}
	return appendText(dst, s.text)
}

// appendRuns appends the texts of a string item: its t, and those of its runs,
// but not the phonetic guides over them. It gives the number of texts.
func (s *scanner) appendRuns(dst []byte) (joined []byte, texts int, err error) {
	start := len(dst)
	for outside := s.depth - 1; s.depth > outside; {
		tok, err := s.next()
		if err != nil {
			return dst, texts, s.inside(err)
		}
		if tok != startTag {
			continue
		}
		switch string(s.name) {
		case "t":
			texts++
			dst, err = s.appendContent(dst)
		case "r":
		default:
			err = s.skip()
		}
		if err != nil {
			return dst, texts, err
		}
	}
	dst = dst[:start+len(undoEscapes(dst[start:]))]
	return dst, texts, s.checkText(dst[start:])
}

// checkText refuses what is too long and what is not text.
func (s *scanner) checkText(b []byte) error {
	switch {
	case len(b) > s.maxText:
		return tooLarge(s.place(), "a text is longer than %d bytes", s.maxText)
	case !utf8.Valid(b):
		return s.damaged("a text is not UTF-8 although the part says so")
	}
	return nil
}

// attr gives an attribute as text, "" when the tag does not have it.
func (s *scanner) attr(name string) string {
	for attrs := s.attrs; ; {
		key, value, rest, ok := cutAttr(attrs)
		if !ok {
			return ""
		}
		if string(key) == name {
			return attrText(value)
		}
		attrs = rest
	}
}

// flag gives a boolean attribute.
func (s *scanner) flag(name string) bool {
	v := s.attr(name)
	return v == "1" || v == "true"
}

func (s *scanner) place() string { return at(s.part, s.base+int64(s.pos)) }

func (s *scanner) damaged(format string, args ...any) error {
	return damaged(s.place(), "%s", fmt.Sprintf(format, args...))
}
