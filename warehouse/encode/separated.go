package encode

import (
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// separated writes values with something between them: CSV and TSV.
type separated struct {
	columns []column
	cells   []cell // with what a NULL is
	header  []byte
	null    string
	comma   byte
	line    string                            // end of a line
	text    func(dst []byte, s string) []byte // guards what would be read as something else
}

const bom = "\uFEFF"

func newCSV(schema *arrow.Schema, columns []column, options Options) *separated {
	s := &separated{columns: columns, null: options.Null, comma: ',', line: "\r\n"}
	if options.LF {
		s.line = "\n"
	}
	s.text = func(dst []byte, text string) []byte { return appendQuoted(dst, text, options.Null) }
	if len(columns) == 1 && options.Null == "" {
		s.null = `""`
	}
	return s.head(schema, options)
}

func newTSV(schema *arrow.Schema, columns []column, options Options) *separated {
	s := &separated{columns: columns, null: options.Null, comma: '\t', line: "\n", text: appendEscaped}
	return s.head(schema, options)
}

func (s *separated) head(schema *arrow.Schema, options Options) *separated {
	s.cells = make([]cell, len(s.columns))
	if options.BOM {
		s.header = append(s.header, bom...)
	}
	for i, f := range schema.Fields() {
		if i > 0 {
			s.header = append(s.header, s.comma)
		}
		s.header = s.text(s.header, f.Name)
	}
	s.header = append(s.header, s.line...)
	return s
}

func (s *separated) begin(dst []byte) []byte { return append(dst, s.header...) }
func (s *separated) end(dst []byte) []byte   { return dst }

func (s *separated) bind(batch arrow.RecordBatch) {
	for i, c := range s.columns {
		s.cells[i] = nullable(batch.Column(i), s.null, func(a arrow.Array) cell { return s.value(c, a) })
	}
}

func (s *separated) row(dst []byte, row int) []byte {
	for i, value := range s.cells {
		if i > 0 {
			dst = append(dst, s.comma)
		}
		dst = value(dst, row)
	}
	return append(dst, s.line...)
}

// value guards the texts that may hold anything; others cannot hold a
// separator, a quote or a line end.
func (s *separated) value(c column, a arrow.Array) cell {
	switch c.shape {
	case text, document:
		list := a.(*array.String)
		return func(dst []byte, row int) []byte { return s.text(dst, list.Value(row)) }
	case blob, nested:
		plain := c.plain(a)
		var scratch []byte
		return func(dst []byte, row int) []byte {
			scratch = plain(scratch[:0], row)
			return s.text(dst, string(scratch))
		}
	}
	return c.plain(a)
}

// appendQuoted puts a text into quotes where RFC 4180 wants them, and where it
// would be taken for a NULL.
func appendQuoted(dst []byte, s, null string) []byte {
	if s != null && !strings.ContainsAny(s, ",\"\r\n") {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	for {
		before, after, found := strings.Cut(s, `"`)
		dst = append(dst, before...)
		if !found {
			return append(dst, '"')
		}
		dst, s = append(dst, `""`...), after
	}
}

var tsvEscapes = strings.NewReplacer("\t", `\t`, "\n", `\n`, "\r", `\r`, `\`, `\\`)

func appendEscaped(dst []byte, s string) []byte {
	if !strings.ContainsAny(s, "\t\n\r\\") {
		return append(dst, s...)
	}
	return append(dst, tsvEscapes.Replace(s)...)
}
