package meta

import "strings"

// Pattern reads a pattern of LIKE. An escape character, if there is one, makes
// the %, _ or escape character behind it stand for itself; ok is false where it
// stands before anything else.
func Pattern(pattern, escape string) (fits func(string) bool, ok bool) {
	type mark struct {
		r    rune
		kind byte // '%', '_' or 0
	}
	var marks []mark
	quote := []rune(escape)
	if len(quote) > 1 {
		return nil, false
	}
	plain := true
	for runes := []rune(pattern); len(runes) > 0; runes = runes[1:] {
		switch r := runes[0]; {
		case len(quote) == 1 && r == quote[0]:
			if len(runes) < 2 || (runes[1] != '%' && runes[1] != '_' && runes[1] != quote[0]) {
				return nil, false
			}
			runes = runes[1:]
			marks = append(marks, mark{r: runes[0]})
		case r == '%' || r == '_':
			marks, plain = append(marks, mark{kind: byte(r)}), false
		default:
			marks = append(marks, mark{r: r})
		}
	}
	if plain {
		var want strings.Builder
		for _, m := range marks {
			want.WriteRune(m.r)
		}
		return func(s string) bool { return s == want.String() }, true
	}
	if len(marks) == 1 && marks[0].kind == '%' {
		return func(string) bool { return true }, true
	}
	// The usual two pointers: behind the last % everything is tried again one
	// character later.
	return func(s string) bool {
		runes := []rune(s)
		i, m, star, back := 0, 0, -1, 0
		for i < len(runes) {
			switch {
			case m < len(marks) && marks[m].kind == '%':
				star, back = m, i
				m++
			case m < len(marks) && (marks[m].kind == '_' || marks[m].kind == 0 && marks[m].r == runes[i]):
				i, m = i+1, m+1
			case star >= 0:
				back++
				i, m = back, star+1
			default:
				return false
			}
		}
		for m < len(marks) && marks[m].kind == '%' {
			m++
		}
		return m == len(marks)
	}, true
}
