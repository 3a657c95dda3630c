package clean

import (
	"strings"

	"github.com/govalues/decimal"
)

// ParseGrowth reads a field that says how something changed, and gives what is
// lost in words as a sign and a unit:
//
//	+5.2%, -3.2, 0.5个百分点            as ParseNumber reads them
//	增长5.2%, 同比下降近10%, 提高0.4个百分点   rises are positive, falls negative
//	增长1.79倍, 翻番, 翻两番             179 %, 100 %, 300 %
//	持平, 与上年基本持平                 0
//	扭亏为盈, 减亏                      no number: State is Nil, Qualifier the word
//
// 降幅收窄2个百分点 is a rise of the rate. It refuses 3.6倍 and 收窄 alone, of which
// the words do not say the direction, and 增长到, which is a level. Only for
// fields that are about a change: as a level, 持平 is not zero.
func ParseGrowth(text string) (Number, error) {
	s := Squeeze(text)
	if n, ok := growthWord(s); ok {
		return n, nil
	}
	negative, rest, found := cutDirection(cutBase(s))
	if !found {
		n, err := ParseNumber(text)
		if n.Unit == "倍" {
			return Number{}, fail(ErrSyntax, "growth", text, "3倍 may be the ratio or the rise")
		}
		return n, err
	}
	n, err := ParseNumber(rest)
	if err != nil {
		return Number{}, fail(classOf(err), "growth", text, "")
	}
	if n.State > Range || negative && n.isNegative() {
		return Number{}, fail(ErrSyntax, "growth", text, "")
	}
	if n.Unit == "倍" {
		if negative {
			return Number{}, fail(ErrSyntax, "growth", text, "nothing falls by more than all of it")
		}
		if n, err = n.times(decimal.Hundred); err != nil {
			return Number{}, fail(ErrRange, "growth", text, "")
		}
		n.Unit, n.Decimals = "%", max(n.Decimals-2, 0)
	}
	if negative {
		n = n.negated()
	}
	return n, nil
}

// growthWord reads fields without digits.
func growthWord(s string) (Number, bool) {
	switch s {
	case "扭亏为盈", "扭亏", "由亏转盈", "转亏为盈", "由盈转亏", "减亏", "增亏", "亏损":
		return Number{State: Nil, Op: OpEqual, Qualifier: s}, true
	}
	if rest, ok := strings.CutSuffix(s, "持平"); ok {
		n := Number{Op: OpEqual, Qualifier: "持平"}
		if base, ok := strings.CutSuffix(rest, "基本"); ok {
			n.Op, n.Qualifier, rest = OpAbout, "基本持平", base
		}
		return n, cutBase(strings.TrimLeft(rest, "与和同跟")) == ""
	}
	return doublings(s)
}

// doublings reads 翻番 and 翻两番: n of them are 2^n times as much.
func doublings(s string) (Number, bool) {
	s, ok := strings.CutPrefix(s, "翻")
	if !ok {
		return Number{}, false
	}
	s = strings.TrimPrefix(s, "了")
	count := 1
	if rest, ok := strings.CutPrefix(s, "番"); ok {
		s = rest
	} else {
		n, err := readNumeral(s, false)
		rest, ok := strings.CutPrefix(n.rest, "番")
		if err != nil || !ok || n.low != n.high || n.low > 6 || n.scale > 0 || n.infix+n.magnitude != "" {
			return Number{}, false
		}
		s, count = rest, int(n.low)
	}
	r := numberReader{n: Number{Op: OpEqual}, op: OpEqual}
	percent := uint64(100) * (1<<count - 1)
	err := r.readValue(numeral{section: section{low: percent, high: percent}, times: 1, rest: "%" + s})
	return r.n, err == nil
}

// cutBase takes what a change is measured against off the start: 同比, 比上年同期.
func cutBase(s string) string {
	for _, word := range [...]string{"比", "较"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			s = rest
			break
		}
	}
	for _, word := range [...]string{"上年同期", "去年同期", "上年同月", "上年", "去年", "上月", "上期", "同期", "同比", "环比", "年均"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			return rest
		}
	}
	return s
}

// directions begin with the longer words.
var directions = []struct {
	word     string
	negative bool
}{
	{"降幅收窄", false}, {"降幅扩大", true}, {"增速加快", false}, {"增速提高", false}, {"增速回落", true}, {"增速放缓", true}, {"增速下降", true},
	{"增长", false}, {"增加", false}, {"增幅", false}, {"新增", false}, {"净增", false}, {"提高", false}, {"提升", false}, {"上升", false}, {"上涨", false}, {"加快", false}, {"上浮", false},
	{"下降", true}, {"减少", true}, {"降低", true}, {"回落", true}, {"下滑", true}, {"下跌", true}, {"放缓", true}, {"减缓", true}, {"消减", true}, {"缩减", true}, {"减幅", true}, {"降幅", true},
}

// cutDirection takes the direction of a change off the start.
func cutDirection(s string) (negative bool, rest string, ok bool) {
	for _, d := range directions {
		if rest, ok := strings.CutPrefix(s, d.word); ok {
			return d.negative, strings.TrimPrefix(rest, "了"), true
		}
	}
	return false, s, false
}

func (n Number) isNegative() bool {
	return n.Value.IsNeg() || n.Lower.Value.IsNeg() || n.Upper.Value.IsNeg()
}

// times multiplies the value and its bounds.
func (n Number) times(by decimal.Decimal) (Number, error) {
	for _, v := range [...]*decimal.Decimal{&n.Value, &n.Lower.Value, &n.Upper.Value} {
		w, err := v.MulExact(by, v.Scale())
		if err != nil {
			return n, ErrRange
		}
		*v = w.Trim(0)
	}
	return n, nil
}

// negated turns the number and its bounds around zero: a fall of more than 5 is
// a change below -5.
func (n Number) negated() Number {
	n.Value = n.Value.Neg()
	n.Lower, n.Upper = n.Upper, n.Lower
	n.Lower.Value, n.Upper.Value = n.Lower.Value.Neg(), n.Upper.Value.Neg()
	switch n.Op {
	case OpAtLeast:
		n.Op = OpAtMost
	case OpAtMost:
		n.Op = OpAtLeast
	case OpOver:
		n.Op = OpUnder
	case OpUnder:
		n.Op = OpOver
	case OpBelow:
		n.Op = OpAbove
	}
	return n
}
