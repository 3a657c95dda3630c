package xlsx

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"sanpin/etl/grid/opc"
)

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

// unescaped is undoEscapes of a string.
func unescaped(s string) string {
	return string(undoEscapes([]byte(s)))
}

// appendRuns appends the texts of a string item: its t, and those of its runs,
// but not the phonetic guides over them. It gives the number of texts.
func appendRuns(s *opc.Scanner, dst []byte) (joined []byte, texts int, err error) {
	start := len(dst)
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return dst, texts, err
		}
		if tok != opc.StartTag {
			continue
		}
		switch string(s.Name) {
		case "t":
			texts++
			dst, err = s.AppendContent(dst)
		case "r":
		default:
			err = s.Skip()
		}
		if err != nil {
			return dst, texts, err
		}
	}
	dst = dst[:start+len(undoEscapes(dst[start:]))]
	return dst, texts, s.CheckText(dst[start:])
}
