package html

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"sanpin/etl/grid/sheet"
)

// Bounds of a page before it is made a tree, where a node takes a hundred bytes
// and more.
const (
	maxTags  = 1_000_000 // elements
	maxToken = 16 << 20  // one tag, text or script
)

// slimmer leaves out of a page what has no part in its tables: scripts, styles,
// comments, marks of text, and the attributes that nobody here looks at. It
// refuses what would take too much as a tree. Marks (b, font, a …) are more than
// ballast: the parser opens those that were not closed again in every paragraph
// and cell, so that a small page can make a tree without end.
type slimmer struct {
	z     *html.Tokenizer
	lim   sheet.Limits
	out   bytes.Buffer
	tags  int
	spans int
	cols  int  // of the row so far
	drop  bool // the text that comes
	marks map[string][]bool
}

func slim(text io.Reader, lim sheet.Limits) ([]byte, error) {
	s := slimmer{z: html.NewTokenizer(text), lim: lim, marks: map[string][]bool{}}
	s.z.SetMaxBuf(maxToken)
	for {
		var err error
		switch s.z.Next() {
		case html.ErrorToken:
			switch err = s.z.Err(); {
			case err == io.EOF:
				return s.out.Bytes(), nil
			case errors.Is(err, html.ErrBufferExceeded):
				err = tooLarge("", "a tag or text of the page has more than %d bytes", maxToken)
			}
		case html.TextToken:
			err = s.text(s.z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			err = s.start()
		case html.EndTagToken:
			s.end()
		case html.DoctypeToken: // it tells how tables stand in paragraphs
			s.out.Write(s.z.Raw())
		}
		if err != nil {
			return nil, err
		}
	}
}

func (s *slimmer) text(raw []byte) error {
	if s.drop {
		return nil
	}
	if most := 4 * s.lim.TextBytes; len(raw) > most && len(bytes.TrimSpace(raw)) > most {
		return tooLarge("", "a text of the page has more than %d bytes", most)
	}
	s.out.Write(raw)
	return nil
}

// dropped are elements of which a browser shows nothing and which hold no tags.
var dropped = map[string]bool{"script": true, "style": true, "noscript": true, "iframe": true, "noembed": true}

// marks are the elements that the HTML standard calls formatting.
var marks = map[string]bool{"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true}

func (s *slimmer) start() error {
	tag, more := s.z.TagName()
	s.drop = dropped[string(tag)]
	switch {
	case s.drop:
		return nil
	case marks[string(tag)]:
		kept := s.mark(more)
		s.marks[string(tag)] = append(s.marks[string(tag)], kept)
		return s.count(kept)
	}
	s.out.WriteByte('<')
	s.out.Write(tag)
	wide, high := s.attributes(tag, more)
	s.out.WriteByte('>')
	switch string(tag) {
	case "td", "th":
		if s.cols += wide; s.cols > maxCols {
			return tooLarge("", "a table of the page has more than %d columns", maxCols)
		}
		if wide > 1 || high > 1 {
			s.spans++
		}
	case "tr", "table":
		s.cols = 0
	}
	if s.spans > s.lim.Spans {
		return tooLarge("", "more than %d cells of the page are joined", s.lim.Spans)
	}
	return s.count(true)
}

func (s *slimmer) count(kept bool) error {
	if !kept {
		return nil
	}
	if s.tags++; s.tags > maxTags {
		return tooLarge("", "the page has more than %d elements", maxTags)
	}
	return nil
}

// mark keeps a mark of text only where it hides the text, as an element that is
// no mark.
func (s *slimmer) mark(more bool) (kept bool) {
	start := s.out.Len()
	s.out.WriteString("<span")
	before := s.out.Len()
	s.attributes([]byte("span"), more)
	if s.out.Len() == before {
		s.out.Truncate(start)
		return false
	}
	s.out.WriteByte('>')
	return true
}

// attributes writes those that are looked at, and gives the slots that a cell
// takes.
func (s *slimmer) attributes(tag []byte, more bool) (wide, high int) {
	wide, high = 1, 1
	for more {
		var key, value []byte
		key, value, more = s.z.TagAttr()
		switch string(key) {
		case "colspan":
			wide = slots(value, maxColSpan)
		case "rowspan":
			high = slots(value, maxRowSpan)
		case "hidden", "x:num", "sdval", "selected":
		case "style":
			if !bytes.Contains(bytes.ToLower(value), []byte("display")) {
				continue
			}
		case "id":
			if string(tag) != "table" {
				continue
			}
		case "type", "value":
			if string(tag) != "input" {
				continue
			}
		default:
			continue
		}
		s.out.WriteByte(' ')
		s.out.Write(key)
		s.out.WriteString(`="`)
		s.out.WriteString(html.EscapeString(string(value)))
		s.out.WriteByte('"')
	}
	return wide, high
}

func slots(value []byte, most int) int {
	n, err := strconv.Atoi(strings.TrimSpace(string(value)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}

func (s *slimmer) end() {
	tag, _ := s.z.TagName()
	s.drop = false
	switch {
	case dropped[string(tag)]:
		return
	case marks[string(tag)]:
		open := s.marks[string(tag)]
		if len(open) == 0 {
			return
		}
		kept := open[len(open)-1]
		s.marks[string(tag)] = open[:len(open)-1]
		if !kept {
			return
		}
		tag = []byte("span")
	}
	s.out.WriteString("</")
	s.out.Write(tag)
	s.out.WriteByte('>')
}
