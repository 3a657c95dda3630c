package encode

import (
	"github.com/apache/arrow-go/v18/arrow"
)

// Texts gives the values of record batches one by one, with the texts that CSV
// has, unquoted: for those who lay out tables.
type Texts struct {
	columns []column
	types   []arrow.Type
	batch   arrow.RecordBatch
	cells   []cell
	scratch []byte
}

// NewTexts prepares for the batches of a schema. A column of a type that has no
// text is an error.
func NewTexts(schema *arrow.Schema) (*Texts, error) {
	columns, err := newColumns(schema)
	if err != nil {
		return nil, err
	}
	t := &Texts{columns: columns, cells: make([]cell, len(columns))}
	for _, f := range schema.Fields() {
		t.types = append(t.types, f.Type.ID())
	}
	return t, nil
}

// Bind makes Value speak of a batch.
func (t *Texts) Bind(batch arrow.RecordBatch) {
	t.batch = batch
	for i, c := range t.columns {
		t.cells[i] = nullable(batch.Column(i), "", c.plain)
	}
}

// Value returns the text of a value of the batch bound last; ok is false for NULL.
func (t *Texts) Value(column, row int) (text string, ok bool) {
	if t.types[column] == arrow.NULL || t.batch.Column(column).IsNull(row) {
		return "", false
	}
	t.scratch = t.cells[column](t.scratch[:0], row)
	return string(t.scratch), true
}

// Number tells whether a column holds numbers.
func (t *Texts) Number(column int) bool {
	switch t.columns[column].shape {
	case literal:
		return t.types[column] != arrow.BOOL && t.types[column] != arrow.NULL
	case floating:
		return true
	}
	return false
}
