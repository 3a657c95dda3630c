package mhtml

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"sanpin/etl/grid/csv/charset"
	"sanpin/etl/grid/html"
	"sanpin/etl/grid/sheet"
)

const (
	maxMessage = 128 << 20
	maxHeader  = 1 << 20 // of the message, before its parts
	maxDepth   = 4       // messages in messages
)

// message is the pages of an archive, in order.
type message struct {
	pages  []*page
	start  string // id of the part that the others belong to; may be empty
	lim    sheet.Limits
	parts  int
	pageID map[string]*page
}

// page is one part that is HTML, in UTF-8.
type page struct {
	location string // as saved, unescaped: file:///C:/D/Book1.files/sheet001.htm
	id       string // without its angle brackets
	text     []byte
	encoding charset.Encoding // that it was in
	err      error            // why there is no text
}

// name is what a person can tell the page by: the last element of its location.
func (p *page) name() string {
	return p.location[strings.LastIndexByte(p.location, '/')+1:]
}

// readMessage reads the header of the message and its parts.
func readMessage(r io.ReaderAt, size int64, lim sheet.Limits) (*message, error) {
	if size > maxMessage {
		return nil, tooLarge("a web archive of %d bytes is more than the %d that are read", size, maxMessage)
	}
	head := make([]byte, min(size, maxHeader))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, err
	}
	end, body := headerEnd(head)
	if end < 0 {
		return nil, damaged("", "the header of the web archive does not end within %d bytes", len(head))
	}
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(head[:end]))).ReadMIMEHeader()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, damaged("", "the header of the web archive cannot be read: %v", err)
	}
	m := &message{lim: lim, pageID: map[string]*page{}}
	return m, m.read(header, io.NewSectionReader(r, int64(body), size-int64(body)), 0)
}

// headerEnd finds the blank line below the header: where the header ends, and
// where the body begins.
func headerEnd(head []byte) (end, body int) {
	end = -1
	for _, blank := range []string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(head, []byte(blank)); i >= 0 && (end < 0 || i < end) {
			end, body = i+len(blank)/2, i+len(blank)
		}
	}
	return end, body
}

// read takes in a part: a page, or a message of parts.
func (m *message) read(header textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	switch {
	case kind == "": // a bare picture, or nonsense: no page
		return nil
	case kind == "text/html" || kind == "application/xhtml+xml":
		m.add(header, params, body)
		return nil
	case !strings.HasPrefix(kind, "multipart/"):
		return nil
	case err != nil || params["boundary"] == "":
		return damaged("", "the web archive does not say what divides its parts (boundary)")
	case depth == maxDepth:
		return damaged("", "messages are nested more than %d deep", maxDepth)
	}
	if depth == 0 {
		m.start = strings.Trim(params["start"], "<>")
	}
	return m.readParts(multipart.NewReader(body, params["boundary"]), depth)
}

func (m *message) readParts(parts *multipart.Reader, depth int) error {
	for {
		p, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil // a part that is cut short says so itself
		case err != nil:
			return damaged("", "part %d of the web archive cannot be read: %v", m.parts+1, err)
		}
		if m.parts++; m.parts > m.lim.Entries {
			return tooLarge("the web archive has more than %d parts", m.lim.Entries)
		}
		if err := m.read(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// add takes in a page; what is wrong with it is kept for when it is needed.
func (m *message) add(header textproto.MIMEHeader, params map[string]string, body io.Reader) {
	p := &page{location: plain(header.Get("Content-Location")), id: strings.Trim(header.Get("Content-Id"), "<> ")}
	p.text, p.err = decode(header.Get("Content-Transfer-Encoding"), body, min(m.lim.FileBytes, html.MaxPage))
	if p.err == nil {
		p.text, p.encoding, p.err = toUTF8(p.text, params["charset"])
	}
	m.pages = append(m.pages, p)
	if p.id != "" && m.pageID[p.id] == nil {
		m.pageID[p.id] = p
	}
}

// decode undoes a transfer encoding.
func decode(encoding string, body io.Reader, most int64) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "", "7bit", "8bit", "binary":
	default:
		return nil, damaged("", "the page is in the unknown transfer encoding %q", encoding)
	}
	text, err := io.ReadAll(io.LimitReader(body, most+1))
	switch {
	case int64(len(text)) > most:
		return nil, tooLarge("the page has more than the %d bytes that are read", most)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, damaged("", "the page ends too early: the file was cut short")
	case err != nil:
		return nil, damaged("", "the page cannot be read behind %d bytes: %v", len(text), err)
	}
	return text, nil
}

// toUTF8 decodes a page of which the message says that it is in an encoding;
// the page's own bytes are asked first.
func toUTF8(text []byte, label string) ([]byte, charset.Encoding, error) {
	r := bytes.NewReader(text)
	enc, err := html.Encoding(r, r.Size(), label)
	if err != nil {
		return nil, "", err
	}
	if enc == charset.UTF8 {
		return text, enc, nil
	}
	plain := bytes.NewBuffer(make([]byte, 0, len(text)*3/2))
	_, err = plain.ReadFrom(charset.NewReader(r, r.Size(), enc))
	return plain.Bytes(), enc, err
}

// root is the page that the others belong to.
func (m *message) root() *page {
	if p := m.pageID[m.start]; p != nil {
		return p
	}
	return m.pages[0]
}

// document gives the pages to read of an archive that is no workbook: the main
// page, or those in its frames where it has no table itself.
func (m *message) document() []*page {
	root := m.root()
	if root.err != nil || holds(root, "<table") && !holds(root, "<frameset") {
		return []*page{root}
	}
	var framed []*page
	for _, p := range m.pages {
		if p != root && (p.err != nil || holds(p, "<table")) {
			framed = append(framed, p)
		}
	}
	if len(framed) == 0 {
		return []*page{root}
	}
	return framed
}

// holds says whether a page has a tag, whatever the case of its letters.
func holds(p *page, tag string) bool {
	for rest := p.text; ; rest = rest[1:] {
		i := bytes.IndexByte(rest, '<')
		if i < 0 || len(rest) < i+len(tag) {
			return false
		}
		if rest = rest[i:]; bytes.EqualFold(rest[:len(tag)], []byte(tag)) {
			return true
		}
	}
}
