package docx

import (
	"errors"
	"io"

	"sanpin/etl/grid/opc"
)

// maxStyles is far above what Word allows, 4,079.
const maxStyles = 1 << 16

// style is one style of paragraphs or characters.
type style struct {
	name    string
	basedOn string
	hidden  bool // its text is not shown
	says    bool // hidden is said here, and not by the style that it is based on
}

// styles are those of a document, by their ids.
type styles struct {
	byID     map[string]style
	standard string // id of that of paragraphs that name none

	standardHides bool
}

func readStyles(a *opc.Archive, p *opc.Part) (all styles, err error) {
	s, done, err := a.XML(p)
	if err != nil {
		return all, err
	}
	defer done()
	s.Bound(a.Limits.Elements)
	all.byID = map[string]style{}
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			all.standardHides = all.hides(all.standard)
			return all, nil
		case err != nil:
			return all, err
		case tok != opc.StartTag || string(s.Name) == "styles":
			continue
		case string(s.Name) != "style":
			err = s.Skip()
		default:
			err = all.add(s)
		}
		if err != nil {
			return all, err
		}
		if len(all.byID) > maxStyles {
			return all, opc.TooLarge(s.Place(), "the document has more than %d styles", maxStyles)
		}
	}
}

func (all *styles) add(s *opc.Scanner) error {
	id, _ := s.LocalAttr("styleId")
	kind, _ := s.LocalAttr("type")
	standard, _ := s.LocalAttr("default")
	if kind == "paragraph" && (standard == "1" || standard == "true" || standard == "on") {
		all.standard = id
	}
	var one style
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok != opc.StartTag {
			continue
		}
		switch string(s.Name) {
		case "name":
			one.name, _ = s.LocalAttr("val")
		case "basedOn":
			one.basedOn, _ = s.LocalAttr("val")
		case "vanish":
			one.hidden, one.says = isOn(s), true
		case "rPr":
			continue // look inside
		}
		if err := s.Skip(); err != nil {
			return err
		}
	}
	if _, twice := all.byID[id]; !twice {
		all.byID[id] = one
	}
	return nil
}

// name gives the name of a style; a style that is not there is known by its id.
func (all *styles) name(id string) string {
	if id == "" {
		id = all.standard
	}
	if s, ok := all.byID[id]; ok && s.name != "" {
		return s.name
	}
	return id
}

// hides tells whether text of a style is not shown.
func (all *styles) hides(id string) bool {
	for range 20 { // styles may be based on each other
		s, ok := all.byID[id]
		if !ok || s.says {
			return s.hidden
		}
		id = s.basedOn
	}
	return false
}
