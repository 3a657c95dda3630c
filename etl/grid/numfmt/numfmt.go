// Package numfmt tells what a spreadsheet number means by its number format,
// and writes it as text: a date, a duration or a plain decimal.
//
// Workbooks store dates as day counts; only the number format beside the cell
// says that 45567 is 2024-10-02. Both workbook readers share this judgement.
// The package does not lay numbers out as the format asks (thousands
// separators, currency): the reader of a cell wants the value.
package numfmt

import (
	"strings"

	"sanpin/etl/grid/sheet"
)

// IsDate tells what a number with this format is: [sheet.Date] where the format
// shows a year, month or day, [sheet.Duration] where it shows only hours,
// minutes or seconds, [sheet.Share] where it shows a percentage, else
// [sheet.Number]. The code decides; without one the
// built-in id does, with ids 27-36 and 50-58 read as in Chinese Excel.
func IsDate(id int, code string) sheet.Kind {
	if code == "" {
		return builtin(id)
	}
	for code != "" {
		var shows parts
		shows, code = section(code)
		// A section of nothing but literals, as in [=0]"";yyyy-m-d, says nothing.
		if kind, decided := shows.kind(); decided {
			return kind
		}
	}
	return sheet.Number
}

func builtin(id int) sheet.Kind {
	switch {
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return sheet.Duration
	case id == 9, id == 10:
		return sheet.Share
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return sheet.Date
	}
	return sheet.Number
}

// parts is what a section of a format code shows.
type parts struct{ digits, percent, text, date, month, time bool }

func (p parts) kind() (kind sheet.Kind, decided bool) {
	switch {
	case p.digits && p.percent:
		return sheet.Share, true
	case p.digits, p.text: // letters beside digits are a unit that was not quoted
		return sheet.Number, true
	case p.date, p.month && !p.time: // m beside h or s is minutes
		return sheet.Date, true
	case p.time:
		return sheet.Duration, true
	}
	return sheet.Number, false
}

// words are read whole, because their letters mean something else alone.
var words = []struct {
	word string
	part parts
}{
	{"general", parts{digits: true}},
	{"g/通用格式", parts{digits: true}},
	{"am/pm", parts{time: true}},
	{"a/p", parts{time: true}},
	{"上午/下午", parts{time: true}},
}

// section reads code to the end of its first section.
func section(code string) (shows parts, rest string) {
	code = strings.ToLower(code)
	for code != "" {
		c := code[0]
		switch {
		case c == ';':
			return shows, code[1:]
		case c == '"':
			code = after(code[1:], '"')
			continue
		case c == '[':
			shows.time = shows.time || elapsed(code)
			code = fraction(after(code[1:], ']'), shows.time)
			continue
		case c == '\\' || c == '_' || c == '*': // the next character is a literal
			code = skipRune(code[1:])
			continue
		}
		n := 1
		if w, part := word(code); w > 0 {
			n, shows = w, shows.with(part)
		} else {
			shows = shows.with(letter(code))
		}
		code = fraction(code[n:], c == 's')
	}
	return shows, ""
}

func (p parts) with(q parts) parts {
	return parts{p.digits || q.digits, p.percent || q.percent, p.text || q.text, p.date || q.date, p.month || q.month, p.time || q.time}
}

func word(code string) (n int, part parts) {
	for _, w := range words {
		if strings.HasPrefix(code, w.word) {
			return len(w.word), w.part
		}
	}
	return 0, parts{}
}

// letter judges the first character of code. E is a year of CJK formats unless
// a sign follows it; a is a weekday, g an era, b a Buddhist year.
func letter(code string) parts {
	switch code[0] {
	case '0', '#', '?':
		return parts{digits: true}
	case '%':
		return parts{percent: true}
	case '@':
		return parts{text: true}
	case 'e':
		exponent := len(code) > 1 && (code[1] == '+' || code[1] == '-')
		return parts{digits: exponent, date: !exponent}
	case 'y', 'd', 'g', 'a', 'b':
		return parts{date: true}
	case 'm':
		return parts{month: true}
	case 'h', 's':
		return parts{time: true}
	}
	return parts{}
}

// elapsed says whether code starts with [h], [mm], [sss] …; the other brackets
// are colours, conditions, currencies and locales.
func elapsed(code string) bool {
	inside, _, ok := strings.Cut(code[1:], "]")
	return ok && inside != "" && (strings.Trim(inside, "h") == "" || strings.Trim(inside, "m") == "" || strings.Trim(inside, "s") == "")
}

// fraction skips the decimals of seconds, so that they do not count as digits.
func fraction(code string, seconds bool) string {
	if !seconds || len(code) < 2 || code[0] != '.' && code[0] != ',' || code[1] != '0' {
		return code
	}
	return strings.TrimLeft(code[1:], "0")
}

func after(s string, end byte) string {
	if i := strings.IndexByte(s, end); i >= 0 {
		return s[i+1:]
	}
	return ""
}

func skipRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[i:]
		}
	}
	return ""
}
