package function

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// timeFormat is a compiled pattern of date_format (MySQL's) or format_datetime
// (Joda's): what is written and read one after the other.
type timeFormat []timeToken

// timeToken is one part of a pattern. kind is one of Joda's letters, or ' for
// text that stands for itself.
type timeToken struct {
	kind     byte
	text     string // of '
	min, max int    // digits written at least, read at most
	long     bool   // a name in full
	two      bool   // a year of two digits
	pivot    int    // the middle of the hundred years that those mean
	lenient  bool   // other numbers of digits are years as they stand
}

var formats sync.Map // "j" or "m" + pattern -> timeFormat

func formatOf(dialect, pattern string) (timeFormat, error) {
	if f, ok := formats.Load(dialect + pattern); ok {
		return f.(timeFormat), nil
	}
	pattern = strings.Clone(pattern)
	read := mysqlFormat
	if dialect == "j" {
		read = jodaFormat
	}
	f, err := read(pattern)
	if err == nil && len(pattern) < 100 {
		formats.Store(dialect+pattern, f)
	}
	return f, err
}

// mysqlTokens are the specifiers of date_format and date_parse.
var mysqlTokens = map[byte]timeToken{
	'a': {kind: 'E'}, 'b': {kind: 'M', long: false, min: 0}, 'c': {kind: 'M', min: 1, max: 2}, 'd': {kind: 'd', min: 2, max: 2}, 'e': {kind: 'd', min: 1, max: 2},
	'f': {kind: 'S', min: 6, max: 9}, 'H': {kind: 'H', min: 2, max: 2}, 'h': {kind: 'h', min: 2, max: 2}, 'I': {kind: 'h', min: 2, max: 2},
	'i': {kind: 'm', min: 2, max: 2}, 'j': {kind: 'D', min: 3, max: 3}, 'k': {kind: 'H', min: 1, max: 2}, 'l': {kind: 'h', min: 1, max: 2},
	'M': {kind: 'M', long: true}, 'm': {kind: 'M', min: 2, max: 2}, 'p': {kind: 'a'}, 'S': {kind: 's', min: 2, max: 2}, 's': {kind: 's', min: 2, max: 2},
	'v': {kind: 'w', min: 2, max: 2}, 'W': {kind: 'E', long: true}, 'x': {kind: 'x', min: 4, max: 4}, 'Y': {kind: 'y', min: 4, max: 9},
	'y': {kind: 'y', two: true, pivot: 2020},
}

func mysqlFormat(pattern string) (timeFormat, error) {
	var f timeFormat
	runes := []rune(pattern)
	for i := 0; i < len(runes); i++ {
		if runes[i] != '%' {
			f = f.literal(string(runes[i]))
			continue
		}
		if i++; i == len(runes) {
			break
		}
		switch r := runes[i]; {
		case r == 'r':
			f = append(f, mysqlTokens['h'], literal(":"), mysqlTokens['i'], literal(":"), mysqlTokens['s'], literal(" "), mysqlTokens['p'])
		case r == 'T':
			f = append(f, mysqlTokens['H'], literal(":"), mysqlTokens['i'], literal(":"), mysqlTokens['s'])
		case strings.ContainsRune("DUuVwX", r):
			return nil, badArgument("%%%c not supported in date format string", r)
		case r < 128 && mysqlTokens[byte(r)].kind != 0:
			f = append(f, mysqlTokens[byte(r)])
		default:
			f = f.literal(string(r))
		}
	}
	return f.narrowed(), nil
}

func literal(text string) timeToken { return timeToken{kind: '\'', text: text} }

func (f timeFormat) literal(text string) timeFormat {
	if n := len(f); n > 0 && f[n-1].kind == '\'' {
		f[n-1].text += text
		return f
	}
	return append(f, literal(text))
}

func (t timeToken) numeric() bool { return t.kind != '\'' && (t.max > 0 || t.two) }

// narrowed lets a year that a number follows have no more digits than it says.
func (f timeFormat) narrowed() timeFormat {
	for i := range f {
		next := i+1 < len(f) && f[i+1].numeric()
		if f[i].kind == 'y' || f[i].kind == 'Y' || f[i].kind == 'x' {
			if next && !f[i].two {
				f[i].max = f[i].min
			}
			if next {
				f[i].lenient = false
			}
		}
	}
	return f
}

func jodaFormat(pattern string) (timeFormat, error) {
	if pattern == "" {
		return nil, badArgument("Invalid pattern specification: Pattern is null or empty")
	}
	var f timeFormat
	runes := []rune(pattern)
	for i := 0; i < len(runes); {
		r := runes[i]
		n := 1
		switch {
		case r == '\'':
			text, used := quoted(runes[i:])
			f, n = f.literal(text), used
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			for i+n < len(runes) && runes[i+n] == r {
				n++
			}
			t, ok := jodaToken(byte(r), n)
			if !ok {
				return nil, badArgument("Illegal pattern component: %s", string(runes[i:i+n]))
			}
			f = append(f, t)
		default:
			f = f.literal(string(r))
		}
		i += n
	}
	return f.narrowed(), nil
}

// quoted reads 'text' with ” for a quote; an open one goes to the end.
func quoted(runes []rune) (text string, used int) {
	if len(runes) > 1 && runes[1] == '\'' {
		return "'", 2
	}
	for used = 1; used < len(runes); used++ {
		if runes[used] == '\'' {
			if used+1 < len(runes) && runes[used+1] == '\'' {
				used++
			} else {
				return text, used + 1
			}
		}
		text += string(runes[used])
	}
	return text, used
}

func jodaToken(letter byte, n int) (timeToken, bool) {
	t := timeToken{kind: letter, min: n}
	switch letter {
	case 'y', 'Y', 'x':
		if n == 2 {
			return timeToken{kind: letter, two: true, lenient: true, pivot: time.Now().UTC().Year() - 30}, true
		}
		t.max = 9
	case 'M':
		t.max = 2
		if n >= 3 {
			return timeToken{kind: 'M', long: n >= 4}, true
		}
	case 'E':
		return timeToken{kind: 'E', long: n >= 4}, true
	case 'a', 'G':
		return timeToken{kind: letter}, true
	case 'S':
		t.max = n
	case 'D':
		t.max = 3
	case 'e':
		t.max = 1
	case 'C':
		t.max = 9
	case 'd', 'h', 'H', 'k', 'K', 'm', 's', 'w':
		t.max = 2
	case 'z', 'Z':
		t.max = 0
	default:
		return t, false
	}
	return t, true
}

var (
	monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	dayNames   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

func shortName(name string, long bool) string {
	if long {
		return name
	}
	return name[:3]
}

// write gives the text of an instant, to the millisecond.
func (f timeFormat) write(i instant) (string, error) {
	i = i.round(3)
	c := i.local().clock()
	var out strings.Builder
	for _, t := range f {
		switch t.kind {
		case '\'':
			out.WriteString(t.text)
		case 'E':
			out.WriteString(shortName(dayNames[weekday(c.days)-1], t.long))
		case 'a':
			out.WriteString(map[bool]string{true: "AM", false: "PM"}[c.hour < 12])
		case 'G':
			out.WriteString(map[bool]string{true: "AD", false: "BC"}[c.year > 0])
		case 'S':
			out.WriteString((fmt.Sprintf("%03d", c.micro/1000) + strings.Repeat("0", 20))[:min(t.min, 20)])
		case 'Z':
			if !i.zoned {
				return "", errNoZone
			}
			text, err := zoneText(i, t.min)
			if err != nil {
				return "", err
			}
			out.WriteString(text)
		case 'z':
			if !i.zoned {
				return "", errNoZone
			}
			if i.zone != "UTC" && i.zone[0] != '+' && i.zone[0] != '-' || t.min > 3 {
				return "", failure("NOT_SUPPORTED", "names of time zones in a date format")
			}
			out.WriteString(i.zone)
		case 'M':
			if t.max == 0 {
				out.WriteString(shortName(monthNames[c.month-1], t.long))
				continue
			}
			fallthrough
		default:
			out.WriteString(t.number(c))
		}
	}
	return out.String(), nil
}

var errNoZone = badArgument("format_datetime for TIMESTAMP type, cannot use 'Z' nor 'z' in format, as this type does not contain TZ information")

func zoneText(i instant, n int) (string, error) {
	minutes := int(offsetAt(i.zone, i.micros) / 60)
	switch {
	case n == 1:
		return strings.Replace(offsetText(minutes), ":", "", 1), nil
	case n == 2:
		return offsetText(minutes), nil
	}
	return i.zone, nil
}

// number writes a field as digits.
func (t timeToken) number(c clock) string {
	n := 0
	switch t.kind {
	case 'y':
		n = c.year
	case 'Y':
		if n = c.year; n <= 0 {
			n = 1 - n
		}
	case 'x':
		n, _ = isoWeek(c.days)
	case 'C':
		n = max(c.year, -c.year) / 100
	case 'M':
		n = c.month
	case 'd':
		n = c.day
	case 'D':
		n = yearDay(c.days)
	case 'w':
		_, n = isoWeek(c.days)
	case 'e':
		n = weekday(c.days)
	case 'H':
		n = c.hour
	case 'k':
		n = (c.hour+23)%24 + 1
	case 'K':
		n = c.hour % 12
	case 'h':
		n = (c.hour+11)%12 + 1
	case 'm':
		n = c.minute
	case 's':
		n = c.second
	}
	if t.two {
		return pad(max(n, -n)%100, 2)
	}
	if n < 0 {
		return "-" + pad(-n, t.min)
	}
	return pad(n, t.min)
}

func init() {
	format := func(dialect string) eval {
		return func(a []any) (any, error) {
			f, err := formatOf(dialect, a[1].(string))
			if err != nil {
				return nil, err
			}
			return f.write(readInstant(a[0]))
		}
	}
	native("trino_date_format", "ANY, VARCHAR", "VARCHAR", format("m"))
	native("trino_format_datetime", "ANY, VARCHAR", "VARCHAR", format("j"))
	for _, k := range []string{tsP, tszP} {
		define(Scalar,
			row{signature: "date_format(" + k + ", varchar(x)) varchar", form: sql("trino_date_format($1, $2)")},
			row{signature: "format_datetime(" + k + ", varchar(x)) varchar", form: sql("trino_format_datetime($1, $2)")},
		)
	}
	define(Scalar,
		row{signature: "date_parse(varchar(x), varchar(y)) timestamp(3)", form: native("trino_date_parse", "VARCHAR, VARCHAR", "TIMESTAMP", func(a []any) (any, error) {
			f, err := formatOf("m", a[1].(string))
			if err != nil {
				return nil, err
			}
			i, err := f.read(a[0].(string), "")
			return i.micros, err
		})},
		row{signature: "parse_datetime(varchar(x), varchar(y)) timestamp(3) with time zone", form: func(c *call) string {
			return c.fill("trino_parse_datetime_z($1, $2, ") + ZoneMark + ")"
		}},
	)
	nativeInstant("trino_parse_datetime", "VARCHAR, VARCHAR, VARCHAR", func(a []any) (instant, error) {
		f, err := formatOf("j", a[1].(string))
		if err != nil {
			return instant{}, err
		}
		return f.read(a[0].(string), a[2].(string))
	})
}
