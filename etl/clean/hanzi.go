package clean

import (
	"strings"
	"unicode/utf8"
)

// A section is a run of digits, or a Chinese numeral below 万.
type section struct {
	low, high uint64 // digits without the point; they differ in 七八百 only
	scale     int    // digits after the point
	size      int    // bytes read
	isArabic  bool   // 3,500
	isString  bool   // 二〇二四: digits read by place
	isDigit   bool   // one Chinese digit, no 零 before it
	isPair    bool   // 七八: 7 to 8, or 78
}

// readHanzi reads the Chinese numeral below 万 at the start of s; a size of 0
// says that there is none. later tells that a term with 万 or 亿 came before.
func readHanzi(s string, later bool) (section, error) {
	var sec section
	var buffer [20]uint64
	digits := buffer[:0] // that wait for their multiplier
	last := uint64(0)    // multiplier before, 0 if none
	for i, r := range s {
		if d, ok := digitOf(r); ok {
			if digits = append(digits, d); len(digits) == len(buffer) {
				return sec, ErrRange
			}
		} else if m, ok := smallOf(r); ok && (last == 0 || m < last) {
			if !sec.add(digits, m, last == 0, later) {
				return sec, ErrSyntax
			}
			digits, last = digits[:0], m
		} else if tens, ok := tensOf(r); ok && len(digits) == 0 && last == 0 {
			sec.low, sec.high, last = tens, tens, 10
		} else {
			break
		}
		sec.size = i + utf8.RuneLen(r)
	}
	ok := true
	switch {
	case sec.size == 0:
	case last > 0:
		ok = sec.close(digits, last)
	case later:
		sec.isDigit = len(digits) == 1 && digits[0] > 0
		sec.low = digits[len(digits)-1]
		sec.high = sec.low
		ok = sec.isDigit || len(digits) == 2 && digits[0] == 0 && digits[1] > 0
	default:
		return sec, sec.place(digits)
	}
	if !ok {
		return sec, ErrSyntax
	}
	return sec, nil
}

// add takes the digits before a multiplier: 三 百, 零 三 十, 七八 百, or none
// before 十 and before the first one (百家).
func (sec *section) add(digits []uint64, times uint64, first, later bool) bool {
	if len(digits) > 1 && digits[0] == 0 && (!first || later) {
		digits = digits[1:]
	}
	switch {
	case sec.low != sec.high:
		return false
	case len(digits) == 0 && (times == 10 || first):
		digits = []uint64{1}
	case len(digits) == 2 && isSpread(digits[0], digits[1]):
		sec.high += digits[1] * times
		sec.low += digits[0] * times
		return true
	case len(digits) != 1 || digits[0] == 0:
		return false
	}
	sec.low += digits[0] * times
	sec.high = sec.low
	return true
}

// close takes the digits after the last multiplier: 一百零五, 十七八, and
// 两百五, which is 250.
func (sec *section) close(digits []uint64, last uint64) bool {
	zero := len(digits) > 0 && digits[0] == 0
	if zero {
		digits = digits[1:]
	}
	switch {
	case len(digits) == 0:
		return !zero
	case sec.low != sec.high:
		return false
	case len(digits) == 2 && last == 10 && !zero && isSpread(digits[0], digits[1]):
		sec.high += digits[1]
	case len(digits) != 1 || digits[0] == 0:
		return false
	case last > 10 && !zero:
		digits = []uint64{digits[0] * last / 10}
		sec.high += digits[0]
	default:
		sec.high += digits[0]
	}
	sec.low += digits[0]
	return true
}

// place reads digits by their place: 五, 二〇二四.
func (sec *section) place(digits []uint64) error {
	sec.isDigit, sec.isString = len(digits) == 1, len(digits) > 1
	if sec.isString && digits[0] == 0 {
		return ErrSyntax
	}
	if len(digits) == 2 && isSpread(digits[0], digits[1]) {
		sec.low, sec.high, sec.isPair = digits[0], digits[1], true
		return nil
	}
	for _, d := range digits {
		if sec.low > (maxCoefficient-d)/10 {
			return ErrRange
		}
		sec.low = sec.low*10 + d
	}
	sec.high = sec.low
	return nil
}

// readFraction goes on with the digits after 点: 三点一四. A 点 with no digit
// behind it is the unit of an index.
func (sec *section) readFraction(s string) error {
	tail, ok := strings.CutPrefix(s[sec.size:], "点")
	if !ok || sec.size == 0 {
		return nil
	}
	for _, r := range tail {
		d, ok := digitOf(r)
		if !ok {
			break
		}
		if sec.low > (maxCoefficient-d)/10 {
			return ErrRange
		}
		if sec.scale == 0 {
			sec.size += len("点")
		}
		sec.low = sec.low*10 + d
		sec.scale++
		sec.size += utf8.RuneLen(r)
	}
	sec.high, sec.isDigit = sec.low, false
	return nil
}

// isSpread tells two digits said for "a to b": 七八百, 三五百.
func isSpread(a, b uint64) bool {
	return a > 0 && (b == a+1 || a == 3 && b == 5)
}

func digitOf(r rune) (uint64, bool) {
	switch r {
	case '零', '〇', '○':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '两', '贰', '兩', '貳':
		return 2, true
	case '三', '叁', '參':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆', '陸':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

func smallOf(r rune) (uint64, bool) {
	switch r {
	case '十', '拾':
		return 10, true
	case '百', '佰':
		return 100, true
	case '千', '仟':
		return 1000, true
	}
	return 0, false
}

func tensOf(r rune) (uint64, bool) {
	switch r {
	case '廿':
		return 20, true
	case '卅':
		return 30, true
	case '卌':
		return 40, true
	}
	return 0, false
}

// bigOf leaves out 兆: it has been a million, 万亿 and 万万亿.
func bigOf(r rune) (uint64, bool) {
	switch r {
	case '万', '萬':
		return 1e4, true
	case '亿', '億':
		return 1e8, true
	}
	return 0, false
}
