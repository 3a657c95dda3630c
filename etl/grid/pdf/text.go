package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sanpin/etl/clean"
)

// broken stands between two numbers side by side in one cell. No reader of
// numbers takes them for one number with a space in it.
const broken = " | "

// join gives the text of words on one line.
//
// Between Chinese characters there are no spaces but those between words: the
// space that spreads 合 计 over a column is not text. A space between digits is
// kept where the file has one of the width of a space (34 373.6); any other gap
// between digits parts two numbers.
func join(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteString(between(ws[i-1], w))
		}
		b.WriteString(w.text)
	}
	return tighten(b.String())
}

func between(a, b word) string {
	gap := (b.box.X0 - a.box.X1) / max(a.size, b.size, 1)
	l, _ := utf8.DecodeLastRuneInString(a.text)
	r, _ := utf8.DecodeRuneInString(b.text)
	switch {
	case endsNumber(l) && startsNumber(r):
		if b.spaced && gap < cellGap {
			return " "
		}
		return broken
	case b.spaced || gap >= 0.5:
		return " "
	case isWide(l) && !unicode.IsLetter(r) || isWide(r) && !unicode.IsLetter(l) || isWide(l) && isWide(r) || gap < 0.3 && (isWide(l) || isWide(r)):
		return "" // programs set Chinese and digits a little apart
	}
	return " "
}

// tighten takes out the spaces that spread Chinese words: those after a single
// character before another one.
func tighten(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	fields := strings.Fields(s)
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && !isSpread(fields[i-1], f) {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}

func isSpread(a, b string) bool {
	l, n := utf8.DecodeRuneInString(a)
	r, _ := utf8.DecodeRuneInString(b)
	return n == len(a) && unicode.Is(unicode.Han, l) && isWide(r)
}

// isWide tells characters of Chinese text, its punctuation too.
func isWide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF5E && !isFigure(r) || r == '“' || r == '”'
}

// isFigure tells characters that numbers are written with.
func isFigure(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '.' || r == '．' || r == ',' || r == '，' || r == '-' || r == '−' || r == '－'
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func endsNumber(r rune) bool { return isDigit(r) || r == '%' || r == '％' || r == '…' }

func startsNumber(r rune) bool {
	return isDigit(r) || r == '-' || r == '−' || r == '－' || r == '+' || r == '…' || r == '△' || r == '▲'
}

var (
	reNumber = regexp.MustCompile(`^[-+(△▲<>≤≥≈#]*[¥$]?\d[\d,. ]*\)?(?:%|‰)?\)?[*①-⑳⁰¹²³⁴-⁹⁽⁾]*$`)
	reMark   = regexp.MustCompile(`^(?:-+|[—–─]+|…+|\.{2,3}|[*#×xX]|/|[Nn]/?[Aa]|无)$`)
	reYear   = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// isNumber tells the text of a cell that is a number, or a mark that stands for
// one.
func isNumber(s string) bool {
	s = clean.Fold(s)
	return reNumber.MatchString(s) || reMark.MatchString(s)
}

// hasDigit tells whether a number proper, not a mark, is in s.
func hasDigit(s string) bool { return strings.ContainsFunc(s, isDigit) }

var (
	reUnitLine = regexp.MustCompile(`^[(（]?\s*(?:计量|金额|数量|货币)?单\s*位\s*[:：]`)
	reTitle    = regexp.MustCompile(`^(?:附?续?表|附件|图)\s*[\d一二三四五六七八九十]|续\s*表|[（(]续[)）]`)
	reNote     = regexp.MustCompile(`^(?:[注註]\s*\d*\s*[:：.]|资料来源|数据来源|说明\s*[:：]|备注\s*[:：])`)
	reLeader   = regexp.MustCompile(`\.{5,}|…{3,}|·{5,}|(?:\. ){4,}|_{5,}`)
)

// isBroken tells a text with two numbers side by side.
func isBroken(s string) bool { return strings.Contains(s, broken) }
