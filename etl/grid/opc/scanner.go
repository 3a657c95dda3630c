package opc

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"sanpin/etl/grid/sheet"
)

// Token is what the scanner stands on.
type Token uint8

// The tokens.
const (
	StartTag Token = iota // Name, Prefix and Attrs are set; an EndTag follows, also for <v/>
	EndTag
	Text // Text is set
)

// Scanner splits XML into tags and texts without allocation. It knows no more of
// XML than office programs write: elements are told apart by local names (see
// [Namespaces] for more), a DOCTYPE is refused. Views are valid until the next
// call.
type Scanner struct {
	Name   []byte // without its prefix
	Prefix []byte // empty where there is none
	Attrs  []byte // inside of the tag behind the name, for [CutAttr]
	Text   []byte // as written, references not resolved

	verbatim bool // Text is CDATA, where & means itself
	closing  bool // the tag closed itself: its EndTag comes next

	src      io.Reader // nil once all that there is lies in buf
	buf      []byte
	pos, end int
	base     int64 // offset of buf[0] in the part
	depth    int
	left     int // elements that may still come; from 0 on they are not counted

	own        []byte // buffer that goes back to the pool with the scanner
	part       string
	maxDepth   int
	maxText    int
	maxPending int // longest tag or text before references are resolved
}

const scanBuffer = 64 << 10

var scanners = sync.Pool{New: func() any { return &Scanner{own: make([]byte, scanBuffer)} }}

// NewScanner takes a scanner for a part; Stream or Hold gives it something to
// scan, and Release gives it back.
func NewScanner(limits sheet.Limits, part string) *Scanner {
	s := scanners.Get().(*Scanner)
	// A character of a text may be written as &#x1F600; or _xD83D__xDE00_.
	*s = Scanner{own: s.own, part: part, maxDepth: limits.Depth, maxText: limits.TextBytes,
		maxPending: max(1<<20, min(limits.TextBytes, 64<<20)*8)}
	return s
}

// Bound lets no more than n elements come.
func (s *Scanner) Bound(n int) { s.left = n + 1 }

// Release gives the scanner to others; it must not be used after.
func (s *Scanner) Release() {
	own := s.own
	*s = Scanner{own: own}
	scanners.Put(s)
}

// Stream starts to scan what r gives.
func (s *Scanner) Stream(r io.Reader) error {
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

// Hold starts to scan b, which nobody may change while the scanner is in use.
func (s *Scanner) Hold(b []byte) error {
	enc, err := encodingOf(s.part, b)
	if err != nil {
		return err
	}
	if enc != nil {
		if b, err = enc.NewDecoder().Bytes(b); err != nil {
			return Damaged(s.part, "the part is not in the encoding that it announces")
		}
	}
	s.src, s.buf, s.end = nil, b, len(b)
	return nil
}

// fill reads until the buffer is full, and makes it larger when it is full with
// one token. It gives io.EOF when there is nothing more.
func (s *Scanner) fill() error {
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
			return TooLarge(s.Place(), "a text or a tag is longer than %d bytes", s.maxPending)
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

// Next goes to the next token; io.EOF after the last.
func (s *Scanner) Next() (Token, error) {
	if s.closing {
		s.closing = false
		s.depth--
		return EndTag, nil
	}
	for {
		b := s.buf[s.pos:s.end]
		if len(b) > 0 && b[0] != '<' {
			if lt := bytes.IndexByte(b, '<'); lt > 0 {
				s.Text, s.verbatim = b[:lt], false
				s.pos += lt
				return Text, nil
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
func (s *Scanner) over(err error) (Token, error) {
	if !errors.Is(err, io.EOF) {
		return 0, err
	}
	rest := bytes.TrimSpace(s.buf[s.pos:s.end])
	if s.depth > 0 || bytes.HasPrefix(rest, []byte("<")) {
		return 0, s.Damaged("the part ends inside an element: it was cut short")
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
func (s *Scanner) tag(b []byte, n int) (Token, error) {
	if len(b) > 0 && b[0] == '/' {
		s.pos += n
		s.depth--
		if s.depth < 0 {
			return 0, s.Damaged("an element ends that did not start")
		}
		s.Name, s.Prefix, s.Attrs = LocalName(bytes.TrimSpace(b[1:])), nil, nil
		return EndTag, nil
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
		return 0, s.Damaged("< where no element starts")
	}
	s.pos += n
	s.Name, s.Prefix, s.Attrs = b[colon:i], b[:max(colon-1, 0)], b[i:]
	if s.depth++; s.depth > s.maxDepth {
		return 0, TooLarge(s.Place(), "elements are nested deeper than %d", s.maxDepth)
	}
	if s.left--; s.left == 0 {
		return 0, TooLarge(s.Place(), "the part has too many elements")
	}
	return StartTag, nil
}

// special handles what starts with <! or <?: it gives CDATA as a text, skips
// comments and instructions, and refuses the rest. With nothing done more of the
// part must be read.
func (s *Scanner) special(b []byte) (ok bool, tok Token, err error) {
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
			return false, 0, s.Damaged("a DOCTYPE or declaration, which no office program writes")
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
	s.Text, s.verbatim = b[len(open):len(open)+n], true
	return true, Text, nil
}

// Skip goes to the end of the element whose StartTag was just given.
func (s *Scanner) Skip() error {
	for outside := s.depth - 1; s.depth > outside; {
		if _, err := s.Next(); err != nil {
			return s.inside(err)
		}
	}
	return nil
}

// inside is the error for an end inside of an element.
func (s *Scanner) inside(err error) error {
	if errors.Is(err, io.EOF) { // unreachable: over looks at the depth
		return s.Damaged("the part ends too early")
	}
	return err
}

// AppendContent appends the text of the element whose StartTag was just given,
// and goes to its end. Elements inside of it are skipped.
func (s *Scanner) AppendContent(dst []byte) ([]byte, error) {
	limit := len(dst) + s.maxText
	for {
		tok, err := s.Next()
		switch {
		case err != nil:
			return dst, s.inside(err)
		case tok == EndTag:
			return dst, nil
		case tok == StartTag:
			if err := s.Skip(); err != nil {
				return dst, err
			}
			continue
		}
		if dst = s.AppendToken(dst); len(dst) > limit {
			return dst, s.CheckText(dst[limit-s.maxText:])
		}
	}
}

// AppendToken appends the text that the scanner stands on.
func (s *Scanner) AppendToken(dst []byte) []byte {
	if s.verbatim {
		return append(dst, s.Text...)
	}
	return appendText(dst, s.Text)
}

// CheckText refuses what is too long and what is not text.
func (s *Scanner) CheckText(b []byte) error {
	switch {
	case len(b) > s.maxText:
		return TooLarge(s.Place(), "a text is longer than %d bytes", s.maxText)
	case !utf8.Valid(b):
		return s.Damaged("a text is not UTF-8 although the part says so")
	}
	return nil
}

// Attr gives an attribute as text, by its name with its prefix; "" when the tag
// does not have it.
func (s *Scanner) Attr(name string) string {
	for attrs := s.Attrs; ; {
		key, value, rest, ok := CutAttr(attrs)
		if !ok {
			return ""
		}
		if string(key) == name {
			return AttrText(value)
		}
		attrs = rest
	}
}

// LocalAttr gives an attribute whatever its prefix; the tag has none when ok is
// false.
func (s *Scanner) LocalAttr(name string) (value string, ok bool) {
	for attrs := s.Attrs; ; {
		key, value, rest, ok := CutAttr(attrs)
		if !ok {
			return "", false
		}
		if string(LocalName(key)) == name {
			return AttrText(value), true
		}
		attrs = rest
	}
}

// Flag gives a boolean attribute.
func (s *Scanner) Flag(name string) bool {
	v := s.Attr(name)
	return v == "1" || v == "true"
}

func (s *Scanner) Place() string { return at(s.part, s.base+int64(s.pos)) }

func (s *Scanner) Damaged(format string, args ...any) error {
	return Damaged(s.Place(), format, args...)
}

// Depth is the number of elements that are open: a StartTag counts its own.
func (s *Scanner) Depth() int { return s.depth }

// Ahead gives the unread bytes that lie in the buffer, for a reader that knows
// better what follows than Next does. They are none where a tag would be nested
// too deep or an EndTag is due.
func (s *Scanner) Ahead() []byte {
	if s.closing || s.depth >= s.maxDepth {
		return nil
	}
	return s.buf[s.pos:s.end]
}

// Enter says that n bytes of Ahead were a start tag; closed, that its EndTag
// comes next.
func (s *Scanner) Enter(n int, closed bool) {
	s.pos += n
	s.depth++
	s.closing = closed
}

// Leave says that n bytes of Ahead ended with the end tag of the element that
// was open.
func (s *Scanner) Leave(n int) {
	s.pos += n
	s.depth--
}

// HoldFrom starts to scan b in the middle, where depth elements are open.
func (s *Scanner) HoldFrom(b []byte, offset, depth int) {
	s.src, s.buf, s.pos, s.end, s.depth = nil, b, offset, len(b), depth
}
