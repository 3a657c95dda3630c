package jsonpath

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Path is a parsed path.
type Path struct {
	strict bool
	steps  []step
}

// step is .name, .*, [*] or a list of places.
type step struct {
	kind   byte // m(ember) w(ildcard of members) a(ll elements) i(ndexes)
	name   string
	ranges [][2]index
}

// index is a place of an array: from its start, or from its last element.
type index struct {
	last   bool
	offset int
}

var (
	mode   = regexp.MustCompile(`^\s*(lax|strict)\s+(\$.*)$`)
	member = regexp.MustCompile(`^\s*\.\s*(?:([A-Za-z_][A-Za-z0-9_]*)|"((?:[^"\\]|\\.)*)")`)
	place  = regexp.MustCompile(`^(?:(\d+)|(last)(?:\s*-\s*(\d+))?)$`)
)

// ParsePath reads a path. An error says what is not supported here.
func ParsePath(text string) (*Path, error) {
	m := mode.FindStringSubmatch(text)
	if m == nil {
		return nil, fmt.Errorf("path %q", text)
	}
	p := &Path{strict: m[1] == "strict"}
	rest := m[2][1:]
	for strings.TrimSpace(rest) != "" {
		var s step
		var err error
		if s, rest, err = readStep(rest); err != nil {
			return nil, fmt.Errorf("path %q: %w", text, err)
		}
		p.steps = append(p.steps, s)
	}
	return p, nil
}

func readStep(text string) (s step, rest string, err error) {
	trimmed := strings.TrimLeft(text, " \t\n")
	if after, ok := strings.CutPrefix(trimmed, ".*"); ok {
		return step{kind: 'w'}, after, nil
	}
	if m := member.FindStringSubmatch(text); m != nil {
		rest = text[len(m[0]):]
		if strings.HasPrefix(strings.TrimLeft(rest, " "), "(") {
			return s, "", errors.New("a method")
		}
		name := m[1]
		if name == "" && m[2] != "" {
			if name, err = strconv.Unquote(`"` + m[2] + `"`); err != nil {
				return s, "", err
			}
		}
		return step{kind: 'm', name: name}, rest, nil
	}
	if !strings.HasPrefix(trimmed, "[") || !strings.Contains(trimmed, "]") {
		return s, "", fmt.Errorf("%q", trimmed)
	}
	inside, rest, _ := strings.Cut(trimmed[1:], "]")
	if strings.TrimSpace(inside) == "*" {
		return step{kind: 'a'}, rest, nil
	}
	s.kind = 'i'
	for part := range strings.SplitSeq(inside, ",") {
		from, to, isRange := strings.Cut(part, " to ")
		if !isRange {
			to = from
		}
		var r [2]index
		for i, text := range []string{from, to} {
			m := place.FindStringSubmatch(strings.TrimSpace(text))
			if m == nil {
				return s, "", fmt.Errorf("[%s]", inside)
			}
			if m[2] != "" {
				n, _ := strconv.Atoi("0" + m[3])
				r[i] = index{true, -n}
			} else if r[i].offset, err = strconv.Atoi(m[1]); err != nil {
				return s, "", err
			}
		}
		s.ranges = append(s.ranges, r)
	}
	return s, rest, nil
}

// errPath is a structural error: the item is not what the path asks for.
var errPath = errors.New("path evaluation failed")

// Eval gives the items that a path finds.
func (p *Path) Eval(root *Item) ([]*Item, error) {
	items := []*Item{root}
	for _, s := range p.steps {
		var next []*Item
		for _, item := range items {
			found, err := p.step(s, item)
			if err != nil {
				return nil, err
			}
			next = append(next, found...)
		}
		items = next
	}
	return items, nil
}

// step goes on from one item. Lax paths take an array for its elements where a
// member is asked for, and anything else for an array of itself.
func (p *Path) step(s step, item *Item) ([]*Item, error) {
	if s.kind == 'm' || s.kind == 'w' {
		if item.Kind == '[' && !p.strict {
			var all []*Item
			for _, part := range item.Parts {
				if part.Kind == '{' {
					all = append(all, members(s, part)...)
				}
			}
			return all, nil
		}
		if item.Kind != '{' {
			return p.nothing()
		}
		found := members(s, item)
		if len(found) == 0 && s.kind == 'm' {
			return p.nothing()
		}
		return found, nil
	}
	parts := item.Parts
	if item.Kind != '[' {
		if p.strict {
			return nil, errPath
		}
		parts = []*Item{item}
	}
	if s.kind == 'a' {
		return parts, nil
	}
	return p.elements(s, parts)
}

func (p *Path) nothing() ([]*Item, error) {
	if p.strict {
		return nil, errPath
	}
	return nil, nil
}

func members(s step, object *Item) []*Item {
	if s.kind == 'w' {
		return object.Parts
	}
	for i := len(object.Keys) - 1; i >= 0; i-- { // of the same key the last one stands
		if object.Keys[i] == s.name {
			return object.Parts[i : i+1]
		}
	}
	return nil
}

func (p *Path) elements(s step, parts []*Item) (found []*Item, err error) {
	for _, r := range s.ranges {
		from, to := r[0].in(parts), r[1].in(parts)
		if p.strict && (from < 0 || to >= len(parts) || from > to) {
			return nil, errPath
		}
		for i := max(from, 0); i <= min(to, len(parts)-1); i++ {
			found = append(found, parts[i])
		}
	}
	return found, nil
}

func (i index) in(parts []*Item) int {
	if i.last {
		return len(parts) - 1 + i.offset
	}
	return i.offset
}
