package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/govalues/decimal"
)

// A quantity is a numeral with its unit settled.
type quantity struct {
	low, high decimal.Decimal
	step      decimal.Decimal // one in the last printed place that is not zero
	unit      string          // name in the table, "" if none
	magnitude string          // multiplier that is in the value and not in the unit
}

// measure settles how much of the multiplier belongs to the unit: 3万台 is 3 in
// 万台, 3千家 is 3000 in 家, because 千家 is no unit.
func (r *numberReader) measure(n numeral, text string) (q quantity, err error) {
	if n.scale > maxScale || n.scale < 0 || n.high > maxCoefficient {
		return q, ErrRange
	}
	var lead string
	if q.unit, lead, err = r.unitOf(n.magnitude, text); err != nil {
		return q, err
	}
	if q.unit == "年" && lead == "" && n.infix == "" && n.scale == 0 && (isYear(int(n.low)) || r.op == OpEqual && n.low >= 1000) {
		return q, r.refuse("a year, not a number")
	}
	if q.unit == "" {
		q.magnitude = n.magnitude
	}
	_, times, _ := cutMagnitude(lead)
	for _, x := range [...]struct {
		to    *decimal.Decimal
		value uint64
	}{{&q.low, n.low}, {&q.high, n.high}, {&q.step, lastPlace(n)}} {
		v, err := decimal.New(int64(x.value), n.scale)
		if err == nil && times > 1 {
			v, err = v.MulExact(decimal.MustNew(int64(times), 0), n.scale)
			v = v.Trim(0)
		}
		if err != nil {
			return q, ErrRange
		}
		*x.to = v
	}
	return q, nil
}

// lastPlace is the precision that the digits show: 1 for 12, 100 for 1200, and
// one unit of the last decimal.
func lastPlace(n numeral) uint64 {
	place := uint64(1)
	if n.scale == 0 && n.low > 0 {
		for v := n.low; v%10 == 0; v /= 10 {
			place *= 10
		}
	}
	return place
}

// unitOf finds the longest unit that ends with text and begins in the
// multiplier; lead is the part of the multiplier before it.
func (r *numberReader) unitOf(magnitude, text string) (unit, lead string, err error) {
	sign := r.currency
	if text == "" {
		text = sign
	}
	if text == "" {
		return "", magnitude, nil
	}
	for i := 0; ; {
		if u := lookup(magnitude[i:] + text); u != nil {
			if c := lookup(sign); c != nil && c.Dimension != u.Dimension {
				return "", "", r.refuse("two units")
			}
			return u.Name, magnitude[:i], nil
		}
		if i == len(magnitude) {
			break
		}
		_, size := utf8.DecodeRuneInString(magnitude[i:])
		i += size
	}
	if c := text[0]; c < utf8.RuneSelf && c != '(' {
		return "", "", r.refuse("unexpected " + text)
	}
	r.why = text
	return "", "", ErrUnit
}

// readShare reads 百分之五十 and 一半: shares, given in percent (or per mille), so
// that they cannot be taken for another number.
func (r *numberReader) readShare() (done bool, err error) {
	if startsArabic(r.rest) {
		return false, nil
	}
	for _, f := range [...]struct {
		word, unit string
		shift      int
	}{{"百分之", "%", 0}, {"千分之", "‰", 0}, {"万分之", "%", 2}} {
		if rest, ok := strings.CutPrefix(r.rest, f.word); ok {
			n, err := readNumeral(rest, false)
			if err != nil {
				return true, err
			}
			n.scale += f.shift
			n.rest = f.unit + n.rest
			return true, r.readValue(n)
		}
	}
	for _, word := range [...]string{"一半", "半数", "半"} {
		rest, ok := strings.CutPrefix(r.rest, word)
		if ok && (word != "半" || len(r.before) > 0) {
			return true, r.readValue(numeral{section: section{low: 50, high: 50}, times: 1, rest: "%" + rest})
		}
	}
	return false, nil
}

// readPart reads 三分之一 from the words after 分之, as a share in percent.
func (r *numberReader) readPart(whole numeral, rest string) error {
	part, err := readNumeral(rest, false)
	if err != nil {
		return err
	}
	if whole.scale+part.scale > 0 || whole.low < 2 || whole.low > 1e6 || part.low > 1e6 || whole.magnitude+part.magnitude != "" ||
		whole.low != whole.high || part.low != part.high || whole.infix != "" {
		return r.refuse("not a fraction")
	}
	hundred := decimal.MustNew(int64(part.low)*100, 0)
	of := decimal.MustNew(int64(whole.low), 0)
	percent, err := hundred.Quo(of)
	if err != nil {
		return ErrRange
	}
	percent = percent.Round(12).Trim(0)
	back, err := percent.Mul(of)
	r.n.Rounded = err != nil || !back.Equal(hundred)
	part.low, part.high, part.scale = percent.Coef(), percent.Coef(), percent.Scale()
	part.rest = "%" + part.rest
	err = r.readValue(part)
	r.n.Decimals = 0
	return err
}

// cutTenths reads the digit behind 成: 二成一 is 2.1 成.
func cutTenths(n numeral, unit string) (numeral, bool) {
	tail, ok := strings.CutPrefix(unit, "成")
	if !ok || n.scale > 0 || n.low != n.high || n.low > 9 || n.magnitude != "" {
		return n, false
	}
	d, size := utf8.DecodeRuneInString(tail)
	tenth, ok := digitOf(d)
	if !ok || size != len(tail) {
		return n, false
	}
	n.low = n.low*10 + tenth
	n.high, n.scale = n.low, 1
	return n, true
}

// cutMark takes one footnote mark off the end: *, ①, [1], (注1), or 1) after a
// blank. A raised ² is not one: it may be an exponent.
func cutMark(s string) (mark, rest string, ok bool) {
	r, size := utf8.DecodeLastRuneInString(s)
	switch {
	case isMark(r):
		return s[len(s)-size:], s[:len(s)-size], true
	case r == ']' || r == '】' || r == '〕' || r == ')':
		open := strings.LastIndexAny(s, "[【〔(")
		if open >= 0 {
			_, first := utf8.DecodeRuneInString(s[open:])
			inner := s[open+first : len(s)-size]
			note, noted := strings.CutPrefix(inner, "注")
			if (note != "" && len(note) <= 2 && isDigits(note) || noted && note == "") && (noted || r != ')') {
				return s[open:], s[:open], true
			}
		} else if i := strings.LastIndexByte(s, ' ') + 1; r == ')' && isDigits(s[i:len(s)-1]) {
			return s[i:], s[:i], true
		}
	}
	return "", s, false
}

func isMark(r rune) bool {
	switch r {
	case '*', '#', '†', '‡', '※', '⓪':
		return true
	}
	return r >= '①' && r <= '⒇' || r >= '❶' && r <= '❿' || r >= '⓵' && r <= '⓾' || r >= '㉑' && r <= '㉟'
}
