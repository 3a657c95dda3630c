package clean

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"
)

// speller finds the known names that are one character away from a text. It
// serves error messages: nothing is ever decided by likeness.
type speller struct {
	names map[string]bool
	gaps  map[string][]string // a name less one character -> the names
}

func newSpeller(names []string) *speller {
	s := &speller{map[string]bool{}, map[string][]string{}}
	for _, name := range names {
		if s.names[name] || utf8.RuneCountInString(name) < 2 {
			continue
		}
		s.names[name] = true
		for _, gap := range gapsOf(name) {
			s.gaps[gap] = append(s.gaps[gap], name)
		}
	}
	return s
}

// gapsOf gives text less each of its characters in turn. What is too long for
// a name has none.
func gapsOf(text string) []string {
	if len(text) > 120 {
		return nil
	}
	var gaps []string
	for i, r := range text {
		gaps = append(gaps, text[:i]+text[i+utf8.RuneLen(r):])
	}
	return gaps
}

// near gives up to three names at a distance of one character: added, missing,
// or another one in the same place. Those that begin like text come first.
func (s *speller) near(text string) []string {
	found := map[string]bool{}
	add := func(names ...string) {
		for _, name := range names {
			found[name] = name != text
		}
	}
	add(s.gaps[text]...)
	for _, gap := range gapsOf(text) {
		if s.names[gap] {
			add(gap)
		}
		for _, name := range s.gaps[gap] {
			if differsInOne(name, text) {
				add(name)
			}
		}
	}
	delete(found, text)
	names := slices.SortedFunc(maps.Keys(found), func(a, b string) int {
		return cmp.Or(cmp.Compare(common(b, text), common(a, text)), cmp.Compare(a, b))
	})
	return names[:min(len(names), 3)]
}

func differsInOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	n := 0
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n == 1
}

// common counts the bytes that a and b begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
