package odf

import (
	"strconv"
	"strings"

	"sanpin/etl/grid/opc"
)

// maxStyles bounds the styles of a file.
const maxStyles = 1 << 18

// style is what matters of one.
type style struct {
	parent string
	hidden answer
	raised answer
}

// answer is of a style that may leave the question to its parent.
type answer uint8

const (
	unsaid answer = iota
	no
	yes
)

func answerOf(b bool) answer {
	if b {
		return yes
	}
	return no
}

// styles are those of a file by family and name: "text T1".
type styles map[string]style

// style reads one definition.
func (d *reader) style() error {
	if !d.is(styling, "style") {
		return d.scan.Skip()
	}
	if len(d.styles) == maxStyles {
		return opc.TooLarge(d.scan.Place(), "the file has more than %d styles", maxStyles)
	}
	name, _ := d.scan.LocalAttr("name")
	family, _ := d.scan.LocalAttr("family")
	var one style
	if parent, ok := d.scan.LocalAttr("parent-style-name"); ok {
		one.parent = family + " " + parent
	}
	err := d.children(func(*reader) error {
		if shown, ok := d.scan.LocalAttr("display"); ok && d.is(styling, "text-properties", "table-properties") {
			one.hidden = answerOf(shown == "none" || shown == "false")
		}
		if place, ok := d.scan.LocalAttr("text-position"); ok {
			one.raised = answerOf(isRaised(place))
		}
		return d.scan.Skip()
	})
	d.styles[family+" "+name] = one
	return err
}

// isRaised reads a position such as "super 58%" or "33% 58%".
func isRaised(place string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(place), " ")
	v, err := strconv.ParseFloat(strings.TrimSuffix(first, "%"), 64)
	return first == "super" || err == nil && v > 0
}

// ask follows a style to the one that answers.
func (s styles) ask(family, name string, question func(style) answer) bool {
	key := family + " " + name
	for range 20 { // parents may go round
		one, ok := s[key]
		if a := question(one); a != unsaid || !ok {
			return a == yes
		}
		key = one.parent
	}
	return false
}

func (s styles) hides(family, name string) bool {
	return s.ask(family, name, func(one style) answer { return one.hidden })
}

func (s styles) raises(family, name string) bool {
	return s.ask(family, name, func(one style) answer { return one.raised })
}
