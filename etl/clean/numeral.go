package clean

import (
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// maxCoefficient is the largest number of units in the last place that is kept.
const maxCoefficient = math.MaxInt64

// A numeral is digits, Arabic or Chinese, and the multiplier behind them:
// 1.2万亿, 三千五百万, 1亿5000万, 七八百, 470余, 200多万.
//
// The multiplier stays apart, because it may be part of a unit: 3万余台 is 3
// and a bit in 万台. Of several (1亿5000万) the last one does: 15000 万.
type numeral struct {
	section
	infix     string // 余 多 几 来, where one stands inside
	magnitude string // multiplier as printed: 十 to 万亿, else ""
	times     uint64 // its value
	rest      string // what follows
}

// readNumeral reads the numeral at the start of s. With bare, 万 and 亿 count as
// numerals by themselves (上万, 超千亿); without, only before 余 and 多 (万余).
func readNumeral(s string, bare bool) (numeral, error) {
	n, err := readTerm(s, bare, false)
	if err != nil {
		return n, err
	}
	for n.magnitude != "" && n.infix == "" && n.scale == 0 && n.low == n.high && startsSection(n.rest) {
		next, err := readTerm(n.rest, false, true)
		if err != nil {
			return n, err
		}
		if n, err = n.join(next); err != nil {
			return n, err
		}
	}
	switch {
	case n.isPair && n.magnitude == "" && !strings.HasPrefix(n.rest, "成"):
		return n, ErrAmbiguous
	case n.isString && !n.isPair && n.magnitude != "": // 二四万
		return n, ErrSyntax
	}
	return n, nil
}

// readTerm reads one section with its multiplier.
func readTerm(s string, bare, later bool) (n numeral, err error) {
	if startsArabic(s) {
		n.section, err = readArabic(s)
	} else if n.section, err = readHanzi(s, later); err == nil && !later && n.low == n.high {
		err = n.readFraction(s)
	}
	if err != nil {
		return n, err
	}
	if n.rest = trimLeft(s[n.size:]); n.size > 0 {
		n.infix, n.rest = cutInfix(n.rest)
	}
	n.magnitude, n.times, n.rest = cutMagnitude(n.rest)
	if n.infix == "" && n.magnitude != "" {
		n.infix, n.rest = cutInfix(n.rest)
	}
	if n.size == 0 {
		if n.magnitude == "" || !bare && n.infix == "" {
			return n, ErrSyntax
		}
		n.low, n.high = 1, 1
	} else if _, place := multiplierOf(firstRune(n.magnitude)); place == 1 && !n.isArabic || n.magnitude == "十" { // 三百四千, 5十
		return n, ErrSyntax
	}
	return n, nil
}

// join adds the terms before to the last one, in its unit: 1亿 and 5000万 are
// 15000 万, 三万 and 二 are 32000, 一万 and 3500亿 are 13500 亿.
func (n numeral) join(last numeral) (numeral, error) {
	hi, before := bits.Mul64(n.low, n.times)
	if hi != 0 || before > maxCoefficient/10 {
		return last, ErrRange
	}
	switch {
	case last.scale > 0 || last.low >= 1e8:
		return last, ErrSyntax
	case last.magnitude == "" && last.isArabic: // 3万5: nobody says of what
		return last, ErrSyntax
	case last.isDigit && last.magnitude == "": // 三万二: short for 三万二千
		last.low *= n.times / 10
	case last.times < n.times:
		if last.high >= n.times/last.times {
			return last, ErrSyntax
		}
		before /= last.times
	case last.times == n.times || last.high >= n.times: // 三万五万
		return last, ErrSyntax
	}
	if last.isDigit {
		last.high = last.low
	}
	last.low += before
	last.high += before
	return last, nil
}

func startsSection(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, ok := digitOf(r)
	return ok || startsArabic(s)
}

func startsArabic(s string) bool {
	return len(s) > 0 && isDigit(s[0]) || len(s) > 1 && s[0] == '.' && isDigit(s[1])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// cutInfix takes a word for "and a bit more" off the start of s.
func cutInfix(s string) (word, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '余', '餘', '多', '几', '来':
		return s[:size], trimLeft(s[size:])
	}
	return "", s
}

// cutMagnitude takes a multiplier off the start of s: at most one of 十 百 千,
// then 万, then 亿.
func cutMagnitude(s string) (magnitude string, times uint64, rest string) {
	times = 1
	end, stage := 0, 0
	for {
		r, size := utf8.DecodeRuneInString(s[end:])
		m, at := multiplierOf(r)
		if at <= stage {
			return s[:end], times, trimLeft(s[end:])
		}
		stage = at
		times *= m
		end += size
	}
}

// multiplierOf gives the value of a multiplier and its place in a compound: 1
// for 十 百 千, 2 for 万, 3 for 亿; 0 if r is none.
func multiplierOf(r rune) (times uint64, place int) {
	if m, ok := smallOf(r); ok {
		return m, 1
	}
	switch m, ok := bigOf(r); {
	case !ok:
		return 1, 0
	case m == 1e4:
		return m, 2
	default:
		return m, 3
	}
}

// readArabic reads Arabic digits: 34373.6, 1,234,567.89, 34 373.6, 1.5E+10.
//
// Commas and blanks must part groups of three; with 、 there must be two of
// them, because 1、234 is an item of a list. An exponent must have its sign, as
// spreadsheets write it: 1E5 may be a model. No zero leads other digits: 007 is
// an identifier.
func readArabic(s string) (section, error) {
	a := section{isArabic: true}
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i > 1 && s[0] == '0' {
		return a, ErrSyntax
	}
	err := a.push(s[:i])
	if sep := groupsBy(s, i); sep != "" && i > 0 {
		if s[0] == '0' {
			return a, ErrSyntax
		}
		for isGroup(s[i:], sep) && err == nil {
			err = a.push(s[i+len(sep) : i+len(sep)+3])
			i += len(sep) + 3
		}
	}
	if startsArabic(s[i:]) { // the point and what follows
		j := i + 1
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if err == nil {
			err = a.push(s[i+1 : j])
		}
		a.scale = j - i - 1
		i = j
	}
	a.size = i
	if err == nil {
		err = a.readExponent(s)
	}
	a.high = a.low
	return a, err
}

// push appends digits.
func (sec *section) push(digits string) error {
	for i := range len(digits) {
		d := uint64(digits[i] - '0')
		if sec.low > (maxCoefficient-d)/10 {
			return ErrRange
		}
		sec.low = sec.low*10 + d
	}
	return nil
}

// groupsBy gives the separator of the groups that start at s[i], "" if there are none.
func groupsBy(s string, i int) string {
	if i > 3 {
		return ""
	}
	for _, sep := range [...]string{",", " "} {
		if isGroup(s[i:], sep) {
			return sep
		}
	}
	if isGroup(s[i:], "、") && isGroup(s[i+len("、")+3:], "、") {
		return "、"
	}
	return ""
}

// isGroup tells whether s starts with sep and three digits, not more.
func isGroup(s, sep string) bool {
	if !strings.HasPrefix(s, sep) {
		return false
	}
	s = s[len(sep):]
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// readExponent goes on with E+10 or e-05.
func (sec *section) readExponent(s string) error {
	e := s[sec.size:]
	if len(e) < 3 || e[0] != 'E' && e[0] != 'e' || e[1] != '+' && e[1] != '-' || !isDigit(e[2]) {
		return nil
	}
	exponent, i := 0, 2
	for ; i < len(e) && isDigit(e[i]); i++ {
		if exponent = exponent*10 + int(e[i]-'0'); exponent > 400 {
			return ErrRange
		}
	}
	if e[1] == '+' {
		exponent = -exponent
	}
	sec.size += i
	sec.scale += exponent
	for ; sec.scale < 0; sec.scale++ {
		if sec.low > maxCoefficient/10 {
			return ErrRange
		}
		sec.low *= 10
	}
	for sec.scale > maxScale && sec.low%10 == 0 && sec.low > 0 {
		sec.low /= 10
		sec.scale--
	}
	if sec.low == 0 {
		sec.scale = min(sec.scale, maxScale)
	}
	return nil
}

func trimLeft(s string) string { return strings.TrimLeft(s, " ") }
