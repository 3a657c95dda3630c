package clean

import (
	"strings"

	"github.com/govalues/decimal"
)

// numberReader reads one field from the left; rest is what is still to read.
type numberReader struct {
	c        Notation
	rest     string
	n        Number
	op       Op // of the words so far
	negative bool
	before   []string // qualifiers in front, and behind
	after    []string
	currency string // unit that a currency sign in front stands for
	why      string // more about the error
}

func (r *numberReader) refuse(why string) error {
	r.why = why
	return ErrSyntax
}

func (r *numberReader) read(s string) error {
	switch {
	case s == "一":
		r.why = "a numeral, or a slip for a dash"
		return ErrAmbiguous
	case s == "○":
		return r.refuse("a mark, not a number")
	case !startsSection(s) && isUnit(s):
		return r.refuse("a unit without a number")
	}
	r.op = OpEqual
	if err := r.readFront(); err != nil {
		return err
	}
	if done, err := r.readShare(); done {
		return err
	}
	n, err := readNumeral(r.rest, len(r.before) > 0)
	if err != nil {
		return err
	}
	if rest, ok := strings.CutPrefix(n.rest, "分之"); ok {
		return r.readPart(n, rest)
	}
	if cut, ok := cutRange(n.rest); ok {
		return r.readRange(n, cut)
	}
	return r.readValue(n)
}

// readFront reads qualifiers, signs and currencies in front of the digits.
func (r *numberReader) readFront() error {
	for !startsArabic(r.rest) {
		q, rest, ok := cutBefore(r.rest)
		if !ok {
			break
		}
		r.rest, r.before = rest, append(r.before, q.word)
		if !r.qualify(q.op) {
			return r.refuse("qualifiers that contradict")
		}
	}
	r.readCurrency()
	for _, sign := range [...]string{"-", "+", "负", "負"} {
		if rest, ok := strings.CutPrefix(r.rest, sign); ok {
			r.rest, r.negative = trimLeft(rest), sign != "+"
			r.readCurrency()
			return nil
		}
	}
	for _, mark := range r.c.MinusMarks {
		if rest, ok := strings.CutPrefix(r.rest, string(mark)); ok {
			r.rest, r.negative = trimLeft(rest), true
			return nil
		}
	}
	return r.readParentheses()
}

// readParentheses reads (5.6), (5.6)%, (5.6%) as -5.6.
func (r *numberReader) readParentheses() error {
	if !strings.HasPrefix(r.rest, "(") {
		return nil
	}
	inner, tail, ok := strings.Cut(r.rest[1:], ")")
	inner = trimLeft(inner)
	if !ok || !startsArabic(inner) || strings.ContainsAny(inner, "(-") || startsSection(trimLeft(tail)) {
		return r.refuse("not an accountant's negative")
	}
	r.negative = true
	r.rest = strings.TrimRight(inner, " ") + tail
	return nil
}

func (r *numberReader) readCurrency() {
	for _, c := range currencies {
		if rest, ok := strings.CutPrefix(r.rest, c.sign); ok {
			r.rest, r.currency = trimLeft(rest), c.unit
			return
		}
	}
}

// currencies are signs in front of a sum. $ is not one: it may be a dollar of
// Hong Kong.
var currencies = []struct{ sign, unit string }{
	{"¥", "元"}, {"人民币", "元"}, {"RMB", "元"}, {"CNY", "元"}, {"US$", "美元"}, {"USD", "美元"}, {"€", "欧元"},
}

func (r *numberReader) qualify(op Op) (ok bool) {
	r.op, ok = combine(r.op, op)
	return ok
}

// readTail takes qualifiers and footnote marks off the end; what is left is
// the unit.
func (r *numberReader) readTail(s string) (unit string, err error) {
	for {
		s = strings.Trim(s, " ")
		if q, rest, ok := cutAfter(s); ok {
			s, r.after = rest, append([]string{q.word}, r.after...)
			if !r.qualify(q.op) {
				return "", r.refuse("qualifiers that contradict")
			}
		} else if mark, rest, ok := cutMark(s); ok {
			s, r.n.Mark = rest, mark+r.n.Mark
		} else if strings.HasSuffix(s, "元整") || strings.HasSuffix(s, "元正") {
			s = s[:len(s)-len("整")]
		} else {
			return s, nil
		}
	}
}

// readValue finishes a field of one number.
func (r *numberReader) readValue(n numeral) error {
	if n.infix != "" && !r.qualify(infixOp(n.infix)) {
		return r.refuse("qualifiers that contradict")
	}
	unit, err := r.readTail(n.rest)
	if err != nil {
		return err
	}
	if tenths, ok := cutTenths(n, unit); ok { // 二成一
		n, unit = tenths, "成"
	}
	q, err := r.measure(n, unit)
	if err != nil {
		return err
	}
	r.n.Unit, r.n.Magnitude, r.n.Decimals = q.unit, q.magnitude, max(n.scale, 0)
	if r.n.Qualifier = r.words(n.infix); q.low != q.high {
		return r.setRange(q.low, q.high)
	}
	r.n.Value = q.low
	return r.setBounds(q.step)
}

// words joins the qualifiers: those in front, …, those inside and behind.
func (r *numberReader) words(infix string) string {
	if len(r.before) == 0 && len(r.after) == 0 {
		return infix
	}
	front := strings.Join(r.before, "")
	back := infix + strings.Join(r.after, "")
	if front != "" && back != "" {
		return front + "…" + back
	}
	return front + back
}

// setBounds derives the interval of a value from its qualifier.
func (r *numberReader) setBounds(step decimal.Decimal) error {
	n := &r.n
	n.Op = r.op
	if r.negative {
		if side(r.op) != 0 { // -5%以上: nearer to zero, or farther?
			return r.refuse("a bound of a negative number")
		}
		n.Value = n.Value.Neg()
	}
	at := Bound{Value: n.Value, Known: true}
	switch r.op {
	case OpAtLeast, OpOver:
		at.Closed = r.op == OpAtLeast
		n.Lower = at
	case OpAtMost, OpUnder, OpBelow:
		at.Closed = r.op == OpAtMost
		n.Upper = at
	case opMore:
		top, err := n.Value.Add(step)
		if err != nil || n.Value.IsZero() {
			return r.refuse("nothing to be more than")
		}
		at.Closed = true
		n.Op, n.Lower, n.Upper = OpAtLeast, at, Bound{Value: top, Known: true}
	}
	return nil
}

// setRange finishes a field of two numbers.
func (r *numberReader) setRange(low, high decimal.Decimal) error {
	if side(r.op) != 0 || !low.Less(high) {
		return r.refuse("not a range from low to high")
	}
	r.n.State, r.n.Op = Range, r.op
	r.n.Lower = Bound{Value: low, Known: true, Closed: true}
	r.n.Upper = Bound{Value: high, Known: true, Closed: true}
	return nil
}
