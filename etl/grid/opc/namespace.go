package opc

import (
	"bytes"
	"strings"
)

// maxNamespaces is far above what any program declares.
const maxNamespaces = 1000

// Namespaces tells which namespaces the elements of a part are in: prefixes are
// for their writer to choose, and may change inside.
type Namespaces struct {
	scopes []namespace
	last   namespace // answer to the last question, while the scopes are the same
	known  bool
}

type namespace struct {
	prefix, uri string
	depth       int // of the element that declares it
}

// Of gives the namespace of the element whose StartTag was just given, "" where
// its prefix is not declared. It must be asked of every StartTag, or of none
// inside of an element that is skipped.
func (n *Namespaces) Of(s *Scanner) (uri string, err error) {
	for i := len(n.scopes); i > 0 && n.scopes[i-1].depth >= s.depth; i = len(n.scopes) {
		n.scopes, n.known = n.scopes[:i-1], false
	}
	if err := n.declare(s); err != nil {
		return "", err
	}
	if !n.known || n.last.prefix != string(s.Prefix) {
		uri, _ := n.find(string(s.Prefix))
		n.last, n.known = namespace{prefix: string(s.Prefix), uri: uri}, true
	}
	return n.last.uri, nil
}

// Find gives the namespace of a prefix where the scanner stands.
func (n *Namespaces) Find(prefix string) string {
	uri, _ := n.find(prefix)
	return uri
}

func (n *Namespaces) find(prefix string) (string, bool) {
	for i := len(n.scopes) - 1; i >= 0; i-- {
		if n.scopes[i].prefix == prefix {
			return n.scopes[i].uri, true
		}
	}
	return "", false
}

func (n *Namespaces) declare(s *Scanner) error {
	if !bytes.Contains(s.Attrs, []byte("xmlns")) {
		return nil
	}
	for attrs := s.Attrs; ; {
		key, value, rest, ok := CutAttr(attrs)
		if !ok {
			return nil
		}
		attrs = rest
		if len(key) < len("xmlns") || string(key[:5]) != "xmlns" {
			continue
		}
		prefix, named := strings.CutPrefix(string(key[5:]), ":")
		if !named && len(key) > 5 {
			continue // xmlnsfoo
		}
		if len(n.scopes) == maxNamespaces {
			return TooLarge(s.Place(), "more than %d namespaces are declared", maxNamespaces)
		}
		n.scopes, n.known = append(n.scopes, namespace{prefix, AttrText(value), s.depth}), false
	}
}
