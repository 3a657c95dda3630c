package form

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sanpin/warehouse/lake"
)

// Reading is what the tables of one filing gave. Read counts the values that
// were filed: of a table of numbers each cell that is not blank, of a list
// each record. Every one of them is in Rows or in Rows.Rejects.
type Reading struct {
	Rows  lake.Rows
	Read  int
	Blank int
	Forms []string // that read it, each once
	Title string   // of the first table with one
	Notes []string
	Heads []Head // of the tables that a form reads
}

// Loaded counts the values that are in the tables.
func (r *Reading) Loaded() int {
	return r.Rows.Facts()
}

// Rejected counts the values that are in quarantine.
func (r *Reading) Rejected() int {
	n := 0
	for i := range r.Rows.Rejects {
		n += int(r.Rows.Rejects[i].Values)
	}
	return n
}

func (r *Reading) addForm(name string) {
	for _, f := range r.Forms {
		if f == name {
			return
		}
	}
	r.Forms = append(r.Forms, name)
}

// problem is why a value was refused: a code of sql/reference/reason.csv, a
// sentence for people, and what they can do.
type problem struct {
	reason, detail, suggestion string
	field                      string // the field of a record at fault, "" if it is the row
}

func (p *problem) Error() string { return p.reason + ": " + p.detail }

func refuse(reason, suggestion, format string, args ...any) *problem {
	return &problem{reason: reason, detail: fmt.Sprintf(format, args...), suggestion: suggestion}
}

// in names the field at fault.
func (p *problem) in(field string) *problem {
	q := *p // others may have been told of the same problem
	q.field = field
	return &q
}

// reject puts one value, the cell of column col, into quarantine.
func (r *Reading) reject(s *spot, col int, raw string, p *problem) {
	src := s.source(col, raw, s.kind())
	r.Rows.Rejects = append(r.Rows.Rejects, lake.Reject{
		RejectID: ID("r", s.filing.SHA256, src.Part, src.Cell, p.reason), FilingID: s.filing.ID,
		Part: src.Part, Cell: src.Cell, Raw: raw, Reason: p.reason, Detail: p.detail, Suggestion: p.suggestion,
		RowHeading: src.RowHeading, ColumnHeading: src.ColumnHeading, Values: 1, Kind: src.Kind,
	})
}

// ID makes a stable id of what it is made of: a letter and 16 hex digits.
func ID(letter string, parts ...string) string {
	var room [192]byte
	b := room[:0]
	for i, p := range parts {
		if i > 0 {
			b = append(b, 0)
		}
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return string(hex.AppendEncode(append(room[:0], letter...), sum[:8]))
}
