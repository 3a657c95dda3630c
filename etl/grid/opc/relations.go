package opc

import (
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// Relation is one relationship of a part. Types are told apart by the last
// segment of their URI, the same in transitional and strict files.
type Relation struct {
	ID       string
	Kind     string // worksheet, sharedStrings, styles, …
	Target   string // part name
	External bool
}

// Relations are the relationships of a part, in the order of the file.
type Relations []Relation

// ByID gives the relationship that an element names.
func (r Relations) ByID(id string) (Relation, bool) {
	i := slices.IndexFunc(r, func(one Relation) bool { return one.ID == id })
	if i < 0 {
		return Relation{}, false
	}
	return r[i], true
}

// First gives the first part of a kind, nil where the package has none: a
// relationship to what is not there does not matter until something needs it.
func (a *Archive) First(r Relations, kind string) *Part {
	for _, one := range r {
		if one.Kind != kind || one.External {
			continue
		}
		if p := a.Find(one.Target); p != nil {
			return p
		}
	}
	return nil
}

// Main gives the part with the document itself, or nil: the one that the package
// names, else the first of the usual names that is there.
func (a *Archive) Main(usual ...string) (*Part, error) {
	top, err := a.Relations("")
	if err != nil {
		return nil, err
	}
	p := a.First(top, "officeDocument")
	for _, name := range usual {
		if p == nil {
			p = a.Find(name)
		}
	}
	return p, nil
}

// Relations reads the relationships of a part, by its name; "" is the package. A
// part need not have any.
func (a *Archive) Relations(of string) (Relations, error) {
	dir, file := path.Split(resolve("", of))
	p := a.Find(dir + "_rels/" + file + ".rels")
	if p == nil {
		return nil, nil
	}
	s, done, err := a.XML(p)
	if err != nil {
		return nil, err
	}
	defer done()
	var all Relations
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		case tok != StartTag || string(s.Name) != "Relationship":
			continue
		}
		all = append(all, Relation{
			ID:       s.Attr("Id"),
			Kind:     path.Base(s.Attr("Type")),
			Target:   resolve(dir, s.Attr("Target")),
			External: s.Attr("TargetMode") == "External",
		})
		if most := a.Limits.Entries + a.Limits.Sheets; len(all) > most {
			return nil, TooLarge(s.Place(), "the part has more than %d relationships", most)
		}
	}
}

// resolve gives the part that a target means, seen from a folder.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return path.Clean(target)[1:]
	}
	return path.Join(dir, target)
}
