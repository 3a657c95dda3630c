package opc

import (
	"errors"
	"io"
)

// Walker goes through the elements of a part and tells their namespaces.
type Walker struct {
	*Scanner
	Space int // what the map says of the namespace of the last element, 0 for others

	spaces map[string]int
	names  Namespaces
	uri    string
}

// NewWalker goes where s stands; spaces numbers the namespaces that matter, by
// their URIs.
func NewWalker(s *Scanner, spaces map[string]int) *Walker {
	return &Walker{Scanner: s, spaces: spaces}
}

// Start goes to the next start tag outside of all elements that were read, which
// is that of the root at first; io.EOF where there is none.
func (w *Walker) Start() error {
	tok, err := w.Next()
	for err == nil && tok != StartTag {
		tok, err = w.Next()
	}
	if err != nil {
		return err
	}
	return w.locate()
}

// Prefixed gives the namespace of a prefix where the walker stands.
func (w *Walker) Prefixed(prefix string) string { return w.names.Find(prefix) }

func (w *Walker) locate() error {
	uri, err := w.names.Of(w.Scanner)
	if uri != w.uri {
		w.uri, w.Space = uri, w.spaces[uri]
	}
	return err
}

// Children calls each for every child of the element whose start tag was just
// given; each must go to the end of the child, by [Children], [Walker.Skip] or
// another way.
func Children[T any](w *Walker, reader T, each func(T) error) error {
	return Content(w, reader, each, nil)
}

// Content is Children that also calls text for the texts between the children.
func Content[T any](w *Walker, reader T, each, text func(T) error) error {
	for outside := w.depth - 1; w.depth > outside; {
		tok, err := w.Next()
		switch {
		case errors.Is(err, io.EOF):
			return w.inside(err)
		case err != nil:
			return err
		case tok == Text && text != nil:
			err = text(reader)
		case tok == StartTag:
			if err = w.locate(); err == nil {
				err = each(reader)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
