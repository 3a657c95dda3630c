package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf16"
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

// undoEscapes resolves the _xHHHH_ that spreadsheets write for characters that
// XML cannot hold, in place, and gives the shorter text. Two that make a
// surrogate pair are one character; a lone one is no character and stays.
func undoEscapes(b []byte) []byte {
	i := bytes.Index(b, []byte("_x"))
	if i < 0 {
		return b
	}
	out := b[:i]
	for i < len(b) {
		r, ok := escape(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		n := 7
		if utf16.IsSurrogate(r) {
			low, _ := escape(b[i+7:])
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				out = append(out, b[i])
				i++
				continue
			}
			n = 14
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return out
}

// escape reads the _xHHHH_ that b starts with.
func escape(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	var r rune
	for _, c := range b[2:6] {
		d := hexDigit(c)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | d
	}
	return r, true
}

func hexDigit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}

// attrText gives the characters that the value of an attribute stands for.
func attrText(value []byte) string {
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return string(appendText(nil, value))
}

// unescaped is undoEscapes of a string.
func unescaped(s string) string {
	return string(undoEscapes([]byte(s)))
}

// cutAttr cuts the first attribute off the inside of a tag. It is not ok at the
// end, and where no attribute stands: rest is then what could not be read.
func cutAttr(attrs []byte) (name, value, rest []byte, ok bool) {
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

// localName drops a namespace prefix.
func localName(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}
