package function

import (
	"strconv"
	"strings"
)

// timeReading is what a pattern found in a text.
type timeReading struct {
	fields map[byte]int // by Joda's letter; millisecond is S
	zone   string
}

// read gives the instant that a text says by the pattern, local without a zone
// given, else in the text's own zone or the given one.
func (f timeFormat) read(text, zone string) (instant, error) {
	r := timeReading{fields: map[byte]int{}}
	rest := text
	for _, t := range f {
		after, ok, err := r.token(t, rest)
		switch {
		case err != nil:
			return instant{}, err
		case !ok && rest == "":
			return instant{}, badArgument("Invalid format: \"%s\" is too short", text)
		case !ok:
			return instant{}, badArgument("Invalid format: \"%s\" is malformed at \"%s\"", text, rest)
		}
		rest = after
	}
	if rest != "" {
		return instant{}, badArgument("Invalid format: \"%s\" is malformed at \"%s\"", text, rest)
	}
	micros, err := r.micros(text)
	if err != nil {
		return instant{}, err
	}
	i := instant{micros: micros}
	if zone == "" {
		return i, nil
	}
	if r.zone != "" {
		zone = r.zone
	}
	return i.at(zone), nil
}

// token reads one part of the pattern from the start of the text.
func (r *timeReading) token(t timeToken, text string) (rest string, ok bool, err error) {
	switch {
	case t.kind == '\'':
		if len(text) >= len(t.text) && strings.EqualFold(text[:len(t.text)], t.text) {
			return text[len(t.text):], true, nil
		}
		return text, false, nil
	case t.kind == 'E':
		return r.name(text, 'e', dayNames)
	case t.kind == 'M' && t.max == 0:
		return r.name(text, 'M', monthNames)
	case t.kind == 'a':
		for half, word := range []string{"AM", "PM"} {
			if strings.HasPrefix(text, word) || strings.HasPrefix(text, strings.ToLower(word)) {
				r.fields['a'] = half
				return text[2:], true, nil
			}
		}
		return text, false, nil
	case t.kind == 'S':
		n := digitsOf(text, t.max)
		if n == 0 {
			return text, false, nil
		}
		r.fields['S'], _ = strconv.Atoi((text[:n] + "000")[:3])
		return text[n:], true, nil
	case t.kind == 'Z':
		return r.zoneOf(text, t.min)
	case t.kind == 'z' && strings.HasPrefix(text, "UTC"):
		r.zone = "UTC"
		return text[3:], true, nil
	case strings.ContainsRune("zGCY", rune(t.kind)):
		return text, false, failure("NOT_SUPPORTED", "%c in the format of a date to be read", t.kind)
	case t.two:
		return r.twoDigits(t, text)
	}
	return r.number(t, text)
}

func digitsOf(text string, most int) int {
	n := 0
	for n < len(text) && n < most && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

// name reads a name, in full or its first three letters, as it is written or
// all in one case.
func (r *timeReading) name(text string, kind byte, names []string) (string, bool, error) {
	for _, long := range []bool{true, false} {
		for i, name := range names {
			name = shortName(name, long)
			for _, form := range []string{name, strings.ToLower(name), strings.ToUpper(name)} {
				if strings.HasPrefix(text, form) {
					r.fields[kind] = i + 1
					return text[len(form):], true, nil
				}
			}
		}
	}
	return text, false, nil
}

func (r *timeReading) number(t timeToken, text string) (string, bool, error) {
	sign, body := 1, text
	if t.kind == 'y' || t.kind == 'x' {
		if strings.HasPrefix(text, "-") {
			sign, body = -1, text[1:]
		} else if strings.HasPrefix(text, "+") {
			body = text[1:]
		}
	}
	n := digitsOf(body, t.max)
	if n == 0 {
		return text, false, nil
	}
	value, _ := strconv.Atoi(body[:n])
	r.fields[t.kind] = sign * value
	return body[n:], true, nil
}

func (r *timeReading) twoDigits(t timeToken, text string) (string, bool, error) {
	n := digitsOf(text, len(text))
	if t.lenient && n != 2 {
		t.max = 9
		return r.number(t, text)
	}
	if n < 2 {
		return text, false, nil
	}
	value, _ := strconv.Atoi(text[:2])
	low := t.pivot - 50
	year := low - low%100 + value
	if year < low {
		year += 100
	}
	r.fields[t.kind] = year
	return text[2:], true, nil
}

// zoneOf reads +0800, +08:00, or a zone's name for ZZZ.
func (r *timeReading) zoneOf(text string, n int) (string, bool, error) {
	end := 0
	for end < len(text) && (text[end] == '+' || text[end] == '-' || text[end] == ':' || text[end] == '/' || text[end] == '_' ||
		text[end] >= '0' && text[end] <= '9' || n > 2 && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z')) {
		end++
	}
	name := text[:end]
	if n <= 2 && !(len(name) == 5 || len(name) == 6 && name[3] == ':') {
		return text, false, nil
	}
	zone, ok := zoneName(name)
	r.zone = zone
	return text[end:], ok, nil
}

// ranges are the values that a field may have.
var ranges = map[byte][2]int{
	'M': {1, 12}, 'd': {1, 31}, 'D': {1, 366}, 'w': {1, 53}, 'e': {1, 7}, 'H': {0, 23}, 'k': {1, 24}, 'K': {0, 11}, 'h': {1, 12}, 'm': {0, 59}, 's': {0, 59},
	'y': {-292275054, 292278993}, 'x': {-292275054, 292278993},
}

// micros puts the fields together as Joda does: from 1970-01-01, or from 2000
// where a month or day comes without its year, the longest field first, all of
// them twice.
func (r *timeReading) micros(text string) (int64, error) {
	for kind, n := range r.fields {
		if bounds, ok := ranges[kind]; ok && (n < bounds[0] || n > bounds[1]) {
			return 0, badArgument("Cannot parse \"%s\": Value %d for %c must be in the range [%d,%d]", text, n, kind, bounds[0], bounds[1])
		}
	}
	_, year := r.fields['y']
	_, weekYear := r.fields['x']
	if !year && !weekYear {
		for _, kind := range []byte("MDwde") {
			if _, ok := r.fields[kind]; ok {
				r.fields['y'] = 2000
			}
		}
	}
	days := int64(0)
	for pass := range 2 {
		for _, kind := range []byte("yxMDwde") {
			if n, ok := r.fields[kind]; ok {
				if days, ok = setField(days, kind, n, pass == 0); !ok {
					return 0, badArgument("Cannot parse \"%s\": Value %d for %c is out of range", text, n, kind)
				}
			}
		}
	}
	return days*microsOfDay + r.clock(), nil
}

// setField gives the day with one field changed; the others stay, or in the
// first pass the shorter ones begin again.
func setField(days int64, kind byte, n int, floor bool) (int64, bool) {
	y, m, d := civil(days)
	switch kind {
	case 'y':
		if floor {
			return daysOf(n, 1, 1), true
		}
		return daysOf(n, m, min(d, daysOfMonth(n, m))), true
	case 'x':
		first := daysOf(n, 1, 4)
		first -= int64(weekday(first)) - 1
		if floor {
			return first, true
		}
		_, week := isoWeek(days)
		return first + int64(week-1)*7 + int64(weekday(days)) - 1, true
	case 'M':
		if floor {
			return daysOf(y, n, 1), true
		}
		return daysOf(y, n, min(d, daysOfMonth(y, n))), true
	case 'D':
		day := daysOf(y, 1, 1) + int64(n) - 1
		return day, day < daysOf(y+1, 1, 1)
	case 'w':
		_, week := isoWeek(days)
		days += int64(n-week) * 7
		if floor {
			days -= int64(weekday(days)) - 1
		}
		return days, true
	case 'd':
		return daysOf(y, m, 1) + int64(n) - 1, n <= daysOfMonth(y, m)
	}
	return days + int64(n-weekday(days)), true
}

// clock gives the microseconds of the day.
func (r *timeReading) clock() int64 {
	hour := r.fields['H']
	if n, ok := r.fields['k']; ok {
		hour = n % 24
	}
	half, given := -1, false
	if n, ok := r.fields['h']; ok {
		half, given = n%12, true
	}
	if n, ok := r.fields['K']; ok {
		half, given = n, true
	}
	afternoon, marked := r.fields['a']
	if given {
		hour = half + 12*afternoon
	} else if marked {
		hour = hour%12 + 12*afternoon
	}
	return int64(hour*3600+r.fields['m']*60+r.fields['s'])*1e6 + int64(r.fields['S'])*1e3
}
