package clean

import (
	"regexp"
	"strings"

	"github.com/govalues/decimal"
)

const (
	maxScale      = decimal.MaxScale
	maxNumberText = 200 // bytes; longer fields are prose
)

// State is what a number field holds.
type State uint8

// The states. Blank comes with [ErrBlank].
const (
	Value    State = iota // a number
	Range                 // 3-5万: only Lower and Upper are known
	Nil                   // - or 无: there is no such quantity
	Tiny                  // …: less than half of the table's smallest unit
	Withheld              // *, x, #: there is a number, and it is not told
	Blank                 // nothing, or NA, 不详: not known
)

// String gives the state as the lake and the CLI write it.
func (s State) String() string {
	return [...]string{"value", "range", "nil", "tiny", "withheld", "blank"}[s]
}

// Bound is one end of the interval that a number is known to lie in.
type Bound struct {
	Value  decimal.Decimal
	Known  bool // there is a bound on this side
	Closed bool // the bound itself belongs to the interval
}

// Number is a number field as printed: neither Value nor the bounds are
// converted to another unit.
type Number struct {
	State     State
	Value     decimal.Decimal
	Lower     Bound
	Upper     Bound
	Op        Op     // how what is meant stands to Value
	Qualifier string // the words that say so, as printed: 余, 以上; 高达…左右
	Unit      string // of reference.unit, as printed; "" if there is none
	Magnitude string // 万 of "3万", which Value includes; "" where a unit follows (万台)
	Decimals  int    // digits after the point as printed
	Mark      string // footnote marks that were taken off: *, ①, [1]
	Rounded   bool   // 三分之一: Value is not exact
}

// Notation is what a form agrees on with its readers; its zero value takes
// nothing for granted.
type Notation struct {
	// MinusMarks are runes that stand for a minus, say "△▲". Some bodies write
	// △ for a fall and others for a rise, so none is read by default.
	MinusMarks string
}

// ParseNumber reads a number field in the zero [Notation]. It reads
//
//	digits of any width        １２３．４, 1,234,567, 34 373.6, 1.5E+10, .5
//	signs                      -3.5, −3.5, 负3.5, +2, (5.6) as accountants write -5.6
//	Chinese numerals           三千五百万, 两百五, 廿三, 二〇二四, 1亿5000万, 七八百
//	multipliers and units      1.2万亿元, ¥3万, 3万余台, 12.3元/吨, 0.5个百分点
//	shares                     50%, 百分之五十, 四分之三, 五成, 一半
//	qualifiers                 近300, 470余个, 50%以上, 高达80％左右, 上万
//	ranges                     3-5万, 8000元至1万元, 5%~8%
//	footnote marks             1.2*, 35①, 12[1]
//	states                     - (nil), … (tiny), * (withheld), blank
//
// and refuses what could be something else: dates and years (2020-01-02, 2024年),
// leading zeros (007, 05), 5/6, 12:30, bare a-b (2-14 may be a table, 1-9 months),
// 一 alone (often a slip for a dash), △ (see [Notation]), and any word that is no
// unit of reference.unit.
//
// 余 and 多 bound the number by the next one of the printed precision: 470余 is
// in [470, 480), 3万余 in [3万, 4万). More than 19 digits are refused, not
// rounded. For examples, see TestParseNumber.
func ParseNumber(text string) (Number, error) { return Notation{}.ParseNumber(text) }

// twoLines finds digits on both sides of a line break, which groups no digits as
// a space does.
var twoLines = regexp.MustCompile(`\d\s*[\r\n]\s*\d`)

// ParseNumber reads a number field as [ParseNumber] does.
func (c Notation) ParseNumber(text string) (Number, error) {
	if n, ok := parsePlain(text); ok {
		return n, nil
	}
	s := Fold(text)
	if len(s) > maxNumberText {
		return Number{}, fail(ErrSyntax, "number", strings.ToValidUTF8(s[:maxNumberText/4], "")+"…", "a text")
	}
	if state, ok := stateOf(s); ok {
		if state == Blank {
			return Number{State: Blank}, fail(ErrBlank, "number", text, "")
		}
		return Number{State: state, Op: OpEqual}, nil
	}
	if strings.ContainsAny(text, "\r\n") && twoLines.MatchString(text) {
		return Number{}, fail(ErrSyntax, "number", text, "two numbers in two lines")
	}
	r := numberReader{c: c, rest: s, n: Number{Op: OpEqual}}
	if err := r.read(s); err != nil {
		return Number{}, fail(classOf(err), "number", text, r.why)
	}
	return r.n, nil
}

// parsePlain reads what nearly all cells hold, as fast as it can: a sign, digits
// with or without commas, and a point. What it does not read may still be a number.
func parsePlain(s string) (n Number, ok bool) {
	i := 0
	if s != "" && (s[0] == '-' || s[0] == '+') {
		i++
	}
	start, point, group := i, -1, -1 // group counts the digits since the last comma
	var v int64
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			v = v*10 + int64(c-'0')
			if group >= 0 {
				group++
			}
		case c == '.' && point < 0 && i > start && i+1 < len(s) && (group == 3 || group < 0):
			point, group = i, -1
		case c == ',' && point < 0 && i > start && (group == 3 || group < 0 && i-start <= 3):
			group = 0
		default:
			return n, false
		}
	}
	if i == start || i-start > 18 || group >= 0 && group != 3 || s[start] == '0' && i > start+1 && s[start+1] != '.' {
		return n, false
	}
	if point >= 0 {
		n.Decimals = len(s) - point - 1
	}
	if s[0] == '-' {
		v = -v
	}
	value, err := decimal.New(v, n.Decimals)
	n.Value, n.Op = value, OpEqual
	return n, err == nil
}

// stateOf reads texts that stand for a number. The signs are those of the
// statistical yearbooks; a lone # is not "of which", which needs a label.
func stateOf(s string) (State, bool) {
	switch s {
	case "", "NA", "N/A", "n/a", "NULL", "null", "None", "NaN", "nan", "不详", "暂缺", "缺", "未填", "无数据", "暂无数据", "(空)":
		return Blank, true
	case "无", "不适用", "/", "\\", "//", "没有":
		return Nil, true
	case "x", "X", "×", "保密", "不公布", "不予公布":
		return Withheld, true
	}
	switch {
	case isRun(s, '-'):
		return Nil, true
	case isRun(s, '*'), isRun(s, '#'):
		return Withheld, true
	case isRun(s, '…'), isRun(s, '⋯'), isRun(s, '.') && len(s) > 1, isRun(s, '·') && len(s) > len("·"):
		return Tiny, true
	}
	return Value, false
}

// isRun tells a text of one rune repeated, blanks between them or not.
func isRun(s string, r rune) bool {
	return s != "" && strings.IndexFunc(s, func(c rune) bool { return c != r && c != ' ' }) < 0
}
