package opc

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// appendText appends the characters that XML text stands for: references are
// resolved and line ends are one \n. What is no reference stays as it is.
func appendText(dst, text []byte) []byte {
	for {
		i := bytes.IndexAny(text, "&\r")
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		if text[i] == '\r' {
			if i+1 == len(text) || text[i+1] != '\n' {
				dst = append(dst, '\n')
			}
			text = text[i+1:]
			continue
		}
		var n int
		dst, n = appendReference(dst, text[i:])
		text = text[i+n:]
	}
}

var named = map[string]byte{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// appendReference resolves the reference that b starts with and gives its length.
func appendReference(dst, b []byte) ([]byte, int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 2 {
		return append(dst, '&'), 1
	}
	name := b[1:end]
	if c, ok := named[string(name)]; ok {
		return append(dst, c), end + 1
	}
	if name[0] == '#' {
		digits, base := name[1:], 10
		if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
			digits, base = digits[1:], 16
		}
		if r, err := strconv.ParseUint(string(digits), base, 32); err == nil && r > 0 && r <= utf8.MaxRune && utf8.ValidRune(rune(r)) {
			return utf8.AppendRune(dst, rune(r)), end + 1
		}
	}
	return append(dst, '&'), 1
}

// AttrText gives the characters that the value of an attribute stands for.
func AttrText(value []byte) string {
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return string(appendText(nil, value))
}

// CutAttr cuts the first attribute off the inside of a tag. It is not ok at the
// end, and where no attribute stands: rest is then what could not be read.
func CutAttr(attrs []byte) (name, value, rest []byte, ok bool) {
	start := afterSpace(attrs, 0)
	i := start
	for i < len(attrs) && attrs[i] != '=' && !isSpace(attrs[i]) {
		i++
	}
	name = attrs[start:i]
	i = afterSpace(attrs, i)
	if i >= len(attrs) || attrs[i] != '=' {
		return nil, nil, attrs[start:], false
	}
	i = afterSpace(attrs, i+1)
	if i >= len(attrs) || attrs[i] != '"' && attrs[i] != '\'' {
		return nil, nil, attrs[start:], false
	}
	quote := attrs[i]
	i++
	for j := i; j < len(attrs); j++ {
		if attrs[j] == quote {
			return name, attrs[i:j], attrs[j+1:], true
		}
	}
	return nil, nil, attrs[start:], false
}

func afterSpace(b []byte, i int) int {
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	return i
}

// isSpace is true for the white space of XML, and for controls that it forbids.
func isSpace(c byte) bool { return c <= ' ' }

// LocalName drops a namespace prefix.
func LocalName(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}
