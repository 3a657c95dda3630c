package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow-go/v18/arrow"
)

// objects writes each row as an object: JSON and NDJSON.
type objects struct {
	columns              []column
	keys                 [][]byte // {"name": and ,"name":
	cells                []cell
	open, between, close string // around the rows
	after                string // each row
	first                bool
}

func newObjects(format Format, schema *arrow.Schema, columns []column) *objects {
	o := &objects{columns: columns, keys: keysOf(Names(schema)), cells: make([]cell, len(columns)), first: true}
	if format == NDJSON {
		o.after = "\n"
		return o
	}
	o.open, o.between, o.close = "[", ",\n", "]\n"
	return o
}

func (o *objects) begin(dst []byte) []byte { return append(dst, o.open...) }
func (o *objects) end(dst []byte) []byte   { return append(dst, o.close...) }

func (o *objects) bind(batch arrow.RecordBatch) {
	for i, c := range o.columns {
		o.cells[i] = c.json(batch.Column(i))
	}
}

func (o *objects) row(dst []byte, row int) []byte {
	if !o.first {
		dst = append(dst, o.between...)
	}
	o.first = false
	dst = append(dst, '{')
	for i, value := range o.cells {
		dst = value(append(dst, o.keys[i]...), row)
	}
	return append(append(dst, '}'), o.after...)
}

// Names are the names of the columns in JSON objects, where they must differ:
// SQL may name two columns a, which become a and a_1.
func Names(schema *arrow.Schema) []string {
	names := make([]string, schema.NumFields())
	taken := map[string]bool{}
	for _, f := range schema.Fields() {
		taken[f.Name] = true
	}
	seen := map[string]bool{}
	for i, f := range schema.Fields() {
		name := f.Name
		for n := 1; seen[name] || (n > 1 && taken[name]); n++ {
			name = fmt.Sprintf("%s_%d", f.Name, n)
		}
		names[i], seen[name] = name, true
	}
	return names
}

// look tells whether a string has bytes that JSON escapes, and whether it has
// any beyond ASCII. It looks at eight at a time.
func look(s string) (escapes, wide bool) {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	var found, all uint64 // the highest bit of a byte
	for len(s) >= 8 {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		quote, backslash := x^('"'*ones), x^('\\'*ones) // a byte is 0 where it was one
		found |= (x-0x20*ones)&^x | (quote-ones)&^quote | (backslash-ones)&^backslash
		all |= x
		s = s[8:]
	}
	escapes, wide = found&highs != 0, all&highs != 0
	for i := range len(s) {
		escapes = escapes || mustEscape(s[i])
		wide = wide || s[i] >= utf8.RuneSelf
	}
	return escapes, wide
}

func mustEscape(c byte) bool { return c < 0x20 || c == '"' || c == '\\' }

const hexDigits = "0123456789abcdef"

// appendString writes a JSON string. Text that is no UTF-8 gets U+FFFD.
func appendString(dst []byte, s string) []byte {
	escapes, wide := look(s)
	if wide && !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if !escapes {
		return append(append(append(dst, '"'), s...), '"')
	}
	dst = append(dst, '"')
	start := 0
	for i := range len(s) {
		c := s[i]
		if !mustEscape(c) {
			continue
		}
		dst = append(dst, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

// appendDocument writes a value of type JSON without its white space, which
// may hold line ends. DuckDB takes a little more for JSON than the standard
// does; such a text stays a text.
func appendDocument(dst []byte, s string) []byte {
	b := bytes.NewBuffer(dst)
	if !utf8.ValidString(s) || json.Compact(b, []byte(s)) != nil {
		return appendString(dst, s)
	}
	return b.Bytes()
}
