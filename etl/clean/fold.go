package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold gives text one spelling for what looks the same: full-width forms become
// ASCII (（ ％ Ａ １ ，), every dash and minus '-', every blank ' ', and marks of
// no width are dropped; what is left is trimmed. Chinese characters, 、 and 。
// stay as they are. Plain ASCII comes back without a copy.
//
// Folding is for reading, never for storing: what was printed is kept elsewhere.
func Fold(s string) string {
	i := 0
	for i < len(s) && (s[i] >= ' ' && s[i] < 0x7f) {
		i++
	}
	if i == len(s) {
		return strings.Trim(s, " ")
	}
	b := make([]byte, 0, len(s))
	b = append(b, s[:i]...)
	for _, r := range s[i:] {
		if r = foldRune(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return strings.Trim(string(b), " ")
}

// Squeeze is [Fold] with all white space removed: the form in which names,
// units and headings are compared. (Words of an English text run together.)
func Squeeze(s string) string {
	s = Fold(s)
	if !strings.Contains(s, " ") {
		return s
	}
	return strings.ReplaceAll(s, " ", "")
}

// foldRune gives the rune that stands for r, or -1 if r is dropped.
func foldRune(r rune) rune {
	switch {
	case r > ' ' && r < 0x7f:
		return r
	case r >= 0xFF01 && r <= 0xFF5E: // full-width ASCII
		return r - 0xFEE0
	case r == 0xFFE5: // ￥
		return '¥'
	case isDash(r):
		return '-'
	case isInvisible(r):
		return -1
	case unicode.IsSpace(r), r == 0x3164: // Hangul filler: some office programs write it as a blank
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}

// isDash tells the dashes and minus signs that are written for '-'. 一 is not
// one of them: it is a numeral far more often than a slip for a dash.
func isDash(r rune) bool {
	switch r {
	case 0x2212, 0xFE58, 0xFE63, 0x2500, 0x2501, 0x2043: // − ﹘ ﹣ ─ ━ ⁃
		return true
	}
	return r >= 0x2010 && r <= 0x2015 // ‐ ‑ ‒ – — ―
}

// isInvisible tells marks of no width that say nothing here: joiners, byte
// order marks, soft hyphens, direction marks and variation selectors.
func isInvisible(r rune) bool {
	switch r {
	case 0xFEFF, 0x00AD, 0x034F, 0x061C, 0x180E:
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2064 || r >= 0x2066 && r <= 0x2069 || r >= 0xFE00 && r <= 0xFE0F
}
