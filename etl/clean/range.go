package clean

import (
	"strings"

	"github.com/govalues/decimal"
)

// rangeCut is what follows the first number of a range: its unit, if it has
// one of its own, the separator, and the second number.
type rangeCut struct {
	unit, separator, high string
}

// cutRange finds the separator behind the first number.
func cutRange(s string) (cut rangeCut, ok bool) {
	at := -1
	for _, sep := range [...]string{"-", "~", "至", "到"} {
		if i := strings.Index(s, sep); i >= 0 && (at < 0 || i < at) {
			at, cut.separator = i, sep
		}
	}
	if at < 0 {
		return cut, false
	}
	cut.unit = strings.TrimRight(s[:at], " ")
	cut.high = trimLeft(s[at+len(cut.separator):])
	digits := cut.high
	if cut.separator != "-" {
		digits = strings.TrimPrefix(digits, "-")
	}
	return cut, startsSection(digits) || cut.unit == "" && startsMultiplier(digits)
}

// startsMultiplier tells 十 and the like: 三至十家.
func startsMultiplier(s string) bool {
	_, place := multiplierOf(firstRune(s))
	return place == 1
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// readRange finishes a field such as 3-5万, 300万元-1亿元 or 8000元至1万元. The unit
// is that of the first number.
func (r *numberReader) readRange(n numeral, cut rangeCut) error {
	digits, negative := strings.CutPrefix(cut.high, "-")
	m, err := readNumeral(digits, false)
	if err != nil {
		return err
	}
	if n.infix != "" || m.infix != "" {
		return r.refuse("a range of numbers that are ranges themselves")
	}
	text, err := r.readTail(m.rest)
	if err != nil {
		return err
	}
	if text == "" && cut.unit != "" && m.magnitude == "" {
		text = cut.unit // 5%-8
	}
	high, err := r.measure(m, text)
	if err != nil {
		return err
	}
	low, err := r.measureLow(n, m, cut.unit, text, high)
	if err != nil {
		return err
	}
	if low.unit == "" && high.magnitude == "" && cut.separator == "-" && len(r.before)+len(r.after) == 0 {
		return r.refuse("may be a range, months, or the number of a table")
	}
	r.n.Unit, r.n.Magnitude = low.unit, low.magnitude
	if low.unit == "" {
		r.n.Magnitude = high.magnitude
	}
	r.n.Decimals = max(n.scale, m.scale, 0)
	r.n.Qualifier = r.words("")
	top := high.high
	if high.unit != low.unit {
		if top, err = convert(top, high.unit, low.unit); err != nil {
			return err
		}
	}
	return r.setRange(signed(low.low, r.negative), signed(top, negative))
}

// measureLow settles the unit of the first number. In 3-5万 it shares the
// multiplier; where that would turn the range around (8000-1万) it does not.
func (r *numberReader) measureLow(n, m numeral, unit, text string, high quantity) (quantity, error) {
	switch {
	case unit != "":
		return r.measure(n, unit)
	case n.magnitude != "" || m.magnitude == "":
		return r.measure(n, text)
	}
	shared := n
	shared.magnitude, shared.times = m.magnitude, m.times
	low, err := r.measure(shared, text)
	if err != nil || low.low.Less(high.low) {
		return low, err
	}
	if low, err = r.measure(n, text); err != nil {
		return low, err
	}
	top := high.low
	if low.unit != high.unit {
		if top, err = convert(top, high.unit, low.unit); err != nil {
			return low, err
		}
	}
	if hundredfold, err := low.low.Mul(decimal.Hundred); err != nil || hundredfold.Less(top) { // 5-1万
		return low, r.refuse("not a range from low to high")
	}
	return low, nil
}

func signed(v decimal.Decimal, negative bool) decimal.Decimal {
	if negative {
		return v.Neg()
	}
	return v
}
