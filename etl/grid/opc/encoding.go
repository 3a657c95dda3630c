package opc

import (
	"bytes"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// encodingOf tells the encoding of an XML part by its first bytes; nil means
// UTF-8, which nearly every part is in. A name in the declaration that nobody
// knows is refused: bytes of an unknown encoding are not text.
func encodingOf(part string, first []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(first, []byte("\xef\xbb\xbf")), bytes.HasPrefix(first, []byte("<w")):
		return nil, nil
	case bytes.HasPrefix(first, []byte("\xff\xfe")), bytes.HasPrefix(first, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case bytes.HasPrefix(first, []byte("\xfe\xff")), bytes.HasPrefix(first, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case !bytes.HasPrefix(first, []byte("<?xml")):
		return nil, nil
	}
	name := declared(first)
	if name == "" {
		return nil, nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, Damaged(part, "the part is in the unknown encoding %q", name)
	}
	switch canonical, _ := htmlindex.Name(enc); canonical {
	case "utf-8", "utf-16le", "utf-16be": // one byte a character so far: not UTF-16, whatever it says
		return nil, nil
	}
	return enc, nil
}

// declared gives the encoding that an XML declaration names.
func declared(first []byte) string {
	declaration, _, ok := bytes.Cut(first, []byte("?>"))
	if !ok {
		return ""
	}
	attrs := declaration[len("<?xml"):]
	for {
		name, value, rest, ok := CutAttr(attrs)
		if !ok {
			return ""
		}
		if string(name) == "encoding" {
			return string(value)
		}
		attrs = rest
	}
}
