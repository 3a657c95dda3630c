package parse

import (
	"strings"
	"unicode/utf8"
)

// lex splits the text into tokens; the last one is an end. Comments and white
// space are left out. It never fails: what is no token is an unknown one, which
// the parser refuses where it stands.
func lex(source string) []token {
	l := lexer{source: source, line: 1, column: 1, tokens: make([]token, 0, len(source)/4+2)}
	for l.next() {
	}
	l.add(end, "", len(source))
	return l.tokens
}

type lexer struct {
	source       string
	at           int
	line, column int
	tokens       []token
}

func (l *lexer) rest() string { return l.source[l.at:] }

// skip moves on to a byte, counting lines and characters.
func (l *lexer) skip(to int) {
	for _, r := range l.source[l.at:to] {
		if l.column++; r == '\n' {
			l.line, l.column = l.line+1, 1
		}
	}
	l.at = to
}

func (l *lexer) add(k kind, w string, stop int) {
	l.tokens = append(l.tokens, token{kind: k, word: w, start: l.at, stop: stop, line: l.line, column: l.column})
	l.skip(stop)
}

// next reads one token, or some space, and returns false at the end.
func (l *lexer) next() bool {
	rest := l.rest()
	if rest == "" {
		return false
	}
	switch c := rest[0]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		l.skip(l.at + len(rest) - len(strings.TrimLeft(rest, " \t\r\n")))
	case strings.HasPrefix(rest, "--"):
		l.skip(l.at + lineEnd(rest))
	case strings.HasPrefix(rest, "/*") && strings.Contains(rest[2:], "*/"):
		l.skip(l.at + 4 + strings.Index(rest[2:], "*/"))
	case c == '\'':
		l.quote(text, rest, 0)
	case c == '"':
		l.quote(quoted, rest, 0)
	case c == '`':
		l.quote(backquoted, rest, 0)
	case (c|0x20) == 'u' && strings.HasPrefix(rest[1:], "&'"):
		l.quote(unicodeText, rest, 2)
	case (c|0x20) == 'x' && strings.HasPrefix(rest[1:], "'") && strings.Contains(rest[2:], "'"):
		l.add(binary, "", l.at+3+strings.IndexByte(rest[2:], '\''))
	case letter(c) || c == '_':
		l.name(rest)
	case digit(c) || (c == '.' && len(rest) > 1 && digit(rest[1])):
		l.number(rest)
	default:
		l.symbol(rest)
	}
	return true
}

func lineEnd(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i + 1
	}
	return len(s)
}

// quote reads what stands between two quotes; a doubled quote is one. prefix is
// the length of what stands before the first.
func (l *lexer) quote(k kind, rest string, prefix int) {
	q := rest[prefix]
	for i := prefix + 1; i < len(rest); i++ {
		if rest[i] != q {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == q {
			i++
			continue
		}
		l.add(k, "", l.at+i+1)
		return
	}
	if prefix > 0 { // U&'… without an end: U is a name
		l.name(rest)
		return
	}
	l.add(unknown, "", l.at+1)
}

func (l *lexer) name(rest string) {
	n := 1
	for n < len(rest) && (letter(rest[n]) || digit(rest[n]) || rest[n] == '_') {
		n++
	}
	if n <= longestKeyword {
		if w, ok := keyword(rest[:n]); ok {
			l.add(word, w, l.at+n)
			return
		}
	}
	l.add(identifier, "", l.at+n)
}

// keywordOf holds every keyword under itself, so that the text of a token need
// not be kept.
var keywordOf = func() map[string]string {
	m := map[string]string{}
	for w := range keywords {
		m[w] = w
	}
	return m
}()

func keyword(name string) (string, bool) {
	var upper [longestKeyword]byte
	for i := range len(name) {
		c := name[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	w, ok := keywordOf[string(upper[:len(name)])]
	return w, ok
}

// number reads the longest of an integer, a decimal, a double and a name that
// starts with a digit.
func (l *lexer) number(rest string) {
	k, n := integer, digits(rest)
	if b := based(rest); b > n {
		n = b
	}
	if m := fraction(rest, n); k == integer && m > 0 {
		k, n = decimal, m
	}
	if m := exponent(rest); m > n {
		k, n = double, m
	}
	if digit(rest[0]) {
		m := 1
		for m < len(rest) && (letter(rest[m]) || digit(rest[m]) || rest[m] == '_') {
			m++
		}
		if m > n {
			k, n = digitIdentifier, m
		}
	}
	l.add(k, "", l.at+n)
}

// digits returns the length of 1_000.
func digits(s string) int {
	n := 0
	for n < len(s) && (digit(s[n]) || (s[n] == '_' && n > 0 && n+1 < len(s) && digit(s[n+1]))) {
		n++
	}
	return n
}

// based returns the length of 0x1F, 0o17 and 0b11, or 0.
func based(s string) int {
	if len(s) < 3 || s[0] != '0' {
		return 0
	}
	var is func(byte) bool
	switch s[1] | 0x20 {
	case 'x':
		is = func(c byte) bool { return digit(c) || ('a' <= c|0x20 && c|0x20 <= 'f') }
	case 'o':
		is = func(c byte) bool { return '0' <= c && c <= '7' }
	case 'b':
		is = func(c byte) bool { return c == '0' || c == '1' }
	default:
		return 0
	}
	n := 2
	for n < len(s) && (is(s[n]) || (s[n] == '_' && n+1 < len(s) && is(s[n+1]))) {
		n++
	}
	if n == 2 {
		return 0
	}
	return n
}

// fraction returns the length of a decimal whose digits before the point are
// read, or 0.
func fraction(s string, whole int) int {
	if whole >= len(s) || s[whole] != '.' || based(s) > 0 {
		return 0
	}
	return whole + 1 + digits(s[whole+1:])
}

// exponent returns the length of a double, or 0.
func exponent(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	if n < len(s) && s[n] == '.' {
		for n++; n < len(s) && digit(s[n]); n++ {
		}
	}
	if n >= len(s) || s[n]|0x20 != 'e' {
		return 0
	}
	if n++; n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	if n >= len(s) || !digit(s[n]) {
		return 0
	}
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

func (l *lexer) symbol(rest string) {
	for _, s := range symbols {
		if strings.HasPrefix(rest, s) {
			if s == "!=" {
				l.add(word, "<>", l.at+2)
			} else {
				l.add(word, s, l.at+len(s))
			}
			return
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	l.add(unknown, "", l.at+n)
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func digit(c byte) bool  { return '0' <= c && c <= '9' }
