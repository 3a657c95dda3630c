// Package jsonpath evaluates the paths of Trino's SQL/JSON functions
// (JSON_EXISTS, JSON_VALUE, JSON_QUERY).
//
// The one idea: a path is a list of steps, each from a sequence of items to the
// next. What a path may say besides members, elements and wildcards (filters,
// methods, arithmetic) is refused when it is parsed.
package jsonpath

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Item is a JSON value: its text for a scalar, its parts for an array or object.
type Item struct {
	Kind  byte   // s(tring) n(umber) d(ouble) b(oolean) 0 (null) [ {
	Text  string // of a scalar; a string's without quotes and escapes, a double's as it was
	Keys  []string
	Parts []*Item
}

// Scalar says whether the item is no array and no object.
func (i *Item) Scalar() bool { return i.Kind != '[' && i.Kind != '{' }

// Parse reads one JSON text.
func Parse(text string) (*Item, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	item, err := read(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("text after the JSON value")
	}
	return item, nil
}

func read(d *json.Decoder) (*Item, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case json.Delim:
		return readParts(d, byte(token))
	case string:
		return &Item{Kind: 's', Text: token}, nil
	case json.Number:
		if strings.ContainsAny(token.String(), ".eE") {
			return &Item{Kind: 'd', Text: token.String()}, nil
		}
		return &Item{Kind: 'n', Text: token.String()}, nil
	case bool:
		text := "false"
		if token {
			text = "true"
		}
		return &Item{Kind: 'b', Text: text}, nil
	}
	return &Item{Kind: '0', Text: "null"}, nil
}

func readParts(d *json.Decoder, kind byte) (*Item, error) {
	item := &Item{Kind: kind}
	for d.More() {
		if kind == '{' {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			item.Keys = append(item.Keys, key.(string))
		}
		part, err := read(d)
		if err != nil {
			return nil, err
		}
		item.Parts = append(item.Parts, part)
	}
	_, err := d.Token()
	return item, err
}

// Append writes the item as JSON, and doubles as a function says.
func (i *Item) Append(dst []byte, double func(text string) string) []byte {
	switch i.Kind {
	case 'd':
		return append(dst, double(i.Text)...)
	case 's':
		return appendString(dst, i.Text)
	case '[', '{':
		dst = append(dst, i.Kind)
		for n, part := range i.Parts {
			if n > 0 {
				dst = append(dst, ',')
			}
			if i.Kind == '{' {
				dst = append(appendString(dst, i.Keys[n]), ':')
			}
			dst = part.Append(dst, double)
		}
		return append(dst, i.Kind+2) // ] follows [ by two in ASCII, } follows {
	}
	return append(dst, i.Text...)
}

func appendString(dst []byte, s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always can be
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}
