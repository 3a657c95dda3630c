package clean

import (
	"strings"
	"unicode/utf8"
)

// FindPeriod finds the one period that a title names: "2-14 各地区规模以上工业企业R&D
// 经费内部支出(2022年)" is 2022. It counts what has 年, a quarter or a half-year, a
// five-year plan, and digits that are alone in brackets, (2022) or (1995-2010).
// It passes over numbers of tables, standards and documents (2-14, 4754-2017,
// 〔2022〕68号), editions (2022年版), titles of documents in 《》, days (2017年7月6日),
// and open ends (2020年以来).
//
// The same period twice is one; different ones are [ErrAmbiguous], which lists
// them. No period is [ErrBlank], and one without its year (1-5月) [ErrContext].
func FindPeriod(title string) (Period, error) {
	s := Squeeze(title)
	found, err := findPeriods(s, Period{})
	if err != nil {
		return Period{}, fail(err, "period", title, "")
	}
	if len(found) == 0 {
		return Period{}, fail(ErrBlank, "period", title, "")
	}
	return onePeriod(found, title)
}

func onePeriod(found []foundPeriod, text string) (Period, error) {
	var names []string
	for i, f := range found {
		if f.Period != found[0].Period || i == 0 {
			names = append(names, f.String())
		}
	}
	if len(names) > 1 {
		return Period{}, fail(ErrAmbiguous, "period", text, strings.Join(names, " or "))
	}
	return found[0].Period, nil
}

// CutPeriod takes the period out of a column heading: "2018年利税" is 2018 and
// "利税", "1-9月产量" in the context of a year is its first nine months and "产量".
// A heading without a period comes back squeezed, with the zero Period. Words
// such as 本期 and 上年同期 count at the ends of the heading and in brackets;
// 年末 and 期初 do not, as they are words of the indicator (年末总人口).
func CutPeriod(heading string, context Period) (p Period, rest string, err error) {
	s := Squeeze(heading)
	if len(s) <= maxHeading {
		if m, err := matchPeriod(s, context); err == nil && m.size == len(s) && s != "" {
			return m.Period, "", nil
		}
	}
	found, err := findPeriods(s, context)
	if err != nil {
		return Period{}, s, fail(err, "period", heading, "")
	}
	if len(found) == 0 {
		return Period{}, s, nil
	}
	if p, err = onePeriod(found, heading); err != nil {
		return Period{}, s, err
	}
	rest = s
	for i := len(found) - 1; i >= 0; i-- {
		rest = joinAround(rest[:found[i].at], rest[found[i].at+found[i].size:])
	}
	return p, rest, nil
}

// joinAround joins what was before and behind a period, without the brackets
// and joints that were around it.
func joinAround(a, b string) string {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}} {
		if strings.HasSuffix(a, pair[0]) && strings.HasPrefix(b, pair[1]) {
			a, b = strings.TrimSuffix(a, pair[0]), strings.TrimPrefix(b, pair[1])
		}
	}
	const joints = "-_/,:、·"
	if b == "" {
		a = strings.TrimRight(a, joints)
	}
	if a == "" {
		b = strings.TrimLeft(b, joints)
	}
	return a + b
}

type foundPeriod struct {
	match
	at int // byte in the squeezed text
}

// findPeriods finds all periods in a squeezed text. If there is none, the error
// says that one is there without its year, or damaged.
func findPeriods(s string, context Period) (found []foundPeriod, err error) {
	if len(s) > maxHeading {
		return nil, nil
	}
	var waits error
	for at := 0; at < len(s); {
		if end := strings.Index(s[at:], "》"); end >= 0 && strings.HasPrefix(s[at:], "《") {
			at += end + len("》")
			continue
		}
		m, err := matchPeriod(s[at:], context)
		if err != nil && m.word == "" && startsPeriod(s[:at]) {
			waits = err
		}
		if err == nil && m.size > 0 && counts(s[:at], m) {
			found = append(found, foundPeriod{m, at})
		}
		at += max(m.size, stride(s[at:]))
	}
	if len(found) > 0 {
		return found, nil
	}
	return nil, waits
}

// stride is how far to go on where nothing was found: over a rune, or a whole
// run of digits.
func stride(s string) int {
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > 0 {
		return digits
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// startsPeriod tells whether a period may begin behind a text: not inside a
// number (4754-2017) or a Latin word, and not behind 第.
func startsPeriod(before string) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	if r == '-' || r == '/' {
		r, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
		return r < '0' || r > '9'
	}
	return r != '第' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// counts tells whether a match in a title or heading is its period.
func counts(before string, m match) bool {
	if m.isDay || !startsPeriod(before) {
		return false
	}
	for _, word := range [...]string{"版", "代", "级", "价", "规划", "计划", "纲要", "以来", "来", "以前", "之前", "以后", "之后", "起", "第", "号"} {
		if strings.HasPrefix(m.rest, word) {
			return false
		}
	}
	alone := isAloneInBrackets(before, m.rest)
	switch {
	case m.word == "":
		return !m.bare || alone
	case strings.HasPrefix(m.word, "年") || strings.HasPrefix(m.word, "期"):
		return false // 年末总人口
	}
	return before == "" || m.rest == "" || alone
}

// isAloneInBrackets tells (2022), but not 〔2022〕68号.
func isAloneInBrackets(before, after string) bool {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}} {
		tail, ok := strings.CutPrefix(after, pair[1])
		if !ok || !strings.HasSuffix(before, pair[0]) {
			continue
		}
		digits := strings.TrimLeft(strings.TrimPrefix(tail, "第"), "0123456789")
		return !strings.HasPrefix(digits, "号")
	}
	return false
}
