package doc

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shown gives a character as it is seen, ok false where it has no width. A raised
// digit is one of its own, so that the mark of a note or an exponent is not read
// as one more digit of a number.
func Shown(c rune, raised bool) (shown rune, ok bool) {
	switch {
	case c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff':
		return 0, false
	case c == '\r' || c == '\n' || c == '\u00a0':
		return ' ', true
	case raised:
		return raisedRune(c), true
	}
	return c, true
}

// IsPlain tells that all characters of a text that is not raised are shown as
// they are.
func IsPlain(text []byte) bool {
	return !bytes.ContainsFunc(text, func(c rune) bool {
		shown, ok := Shown(c, false)
		return !ok || shown != c
	})
}

// AppendShown appends a text as it is seen.
func AppendShown(dst, text []byte, raised bool) []byte {
	for _, c := range string(text) {
		if shown, ok := Shown(c, raised); ok {
			dst = utf8.AppendRune(dst, shown)
		}
	}
	return dst
}

func raisedRune(c rune) rune {
	const plain, raised = "0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"
	for i, p := range plain {
		if p == c {
			return []rune(raised)[i]
		}
	}
	return c
}

// Lines are the lines of text next to a table, at most [MaxLines].
type Lines []string

// Add adds a line, unless it is only rules or dots.
func (l *Lines) Add(line string) {
	if strings.IndexFunc(line, wordy) < 0 {
		return
	}
	if len(*l) == MaxLines {
		*l = append((*l)[:0], (*l)[1:]...)
	}
	*l = append(*l, line)
}

// AddBelow adds a line below a table, while there are not too many.
func (l *Lines) AddBelow(line string) {
	if len(*l) < MaxLines && strings.IndexFunc(line, wordy) >= 0 {
		*l = append(*l, line)
	}
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// IsNumber tells a number as it stands in a cell.
func IsNumber(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,%+-() ，％－") == ""
}
