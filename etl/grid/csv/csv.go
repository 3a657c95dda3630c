// Package csv reads tables of delimited text: .csv, .tsv, .txt.
//
// The one idea: nothing about the file is asked for. Its encoding (package
// charset) and its delimiter are told by its content, in this order of trust:
// what is regular down the records, never a name. A file is one sheet, called
// "csv"; a record is a row, empty ones counted; every cell is text, because a
// CSV does not know numbers. Titles, several tables in one file and spaces or
// TABs around a value are for package layout to see.
package csv

import (
	"fmt"
	"io"
	"iter"
	"sort"

	"sanpin/etl/grid/csv/charset"
	"sanpin/etl/grid/sheet"
)

// book is a file of delimited text.
type book struct {
	file  io.ReaderAt
	size  int64
	lim   sheet.Limits
	enc   charset.Encoding
	delim string
}

// Open tells encoding and delimiter of the text file r of size bytes. It fails
// with a [sheet.Error]: Unknown where it is no text, Damaged where too many
// bytes are not of its encoding, TooLarge.
func Open(r io.ReaderAt, size int64, lim sheet.Limits) (sheet.Book, error) {
	lim = lim.WithDefaults()
	if size > lim.FileBytes {
		return nil, tooLarge("", "%d bytes are more than the %d that are read", size, lim.FileBytes)
	}
	enc, err := charset.Detect(r, size)
	if err != nil {
		return nil, err
	}
	head, err := sample(charset.NewReader(r, size, enc))
	if err != nil {
		return nil, err
	}
	return &book{file: r, size: size, lim: lim, enc: enc, delim: delimiter(head)}, nil
}

// Sheets gives the one sheet.
func (b *book) Sheets() iter.Seq2[sheet.Sheet, error] {
	return func(yield func(sheet.Sheet, error) bool) {
		text := charset.NewReader(b.file, b.size, b.enc)
		yield(&table{
			meta:  sheet.Meta{Format: "csv", Encoding: string(b.enc), Part: "csv"},
			lim:   b.lim,
			split: newSplitter(text, b.delim, 16*b.lim.TextBytes),
			index: -1,
		}, nil)
	}
}

func (b *book) Close() error { return nil }

// table streams the records of the file.
type table struct {
	meta  sheet.Meta
	lim   sheet.Limits
	split *splitter
	row   sheet.Row
	room  []sheet.Cell // for the cells of a row
	index int          // of the current record
	line  int          // on which the current record starts
	cells int64
	later []shift
	err   error
}

// shift says that from a record on, lines run ahead of records by more than
// before: a field had line ends in it.
type shift struct{ record, ahead int }

// maxShifts bounds the memory for places; records after it are named by number.
const maxShifts = 1 << 20

func (t *table) Meta() *sheet.Meta { return &t.meta }

func (t *table) Spans() ([]sheet.Span, bool) { return nil, true }

func (t *table) Close() error { return nil }

func (t *table) Next() (*sheet.Row, error) {
	for t.err == nil {
		fields, line, err := t.split.next()
		if err != nil {
			t.err = err
			break
		}
		t.index, t.line = t.index+1, line
		t.mark()
		if t.index == 0 && separatorLine(fields, t.split.delim) || endMark(fields) {
			continue
		}
		if t.err = t.fill(fields); t.err == nil && len(t.row.Cells) > 0 {
			return &t.row, nil
		}
	}
	return nil, t.err
}

// mark keeps where lines and records part.
func (t *table) mark() {
	ahead, before := t.line-t.index, 1
	if n := len(t.later); n > 0 {
		before = t.later[n-1].ahead
	}
	if ahead != before && len(t.later) < maxShifts {
		t.later = append(t.later, shift{t.index, ahead})
	}
}

// fill makes the row of a record.
func (t *table) fill(fields [][]byte) error {
	for len(t.room) < len(fields) {
		t.room = append(t.room, sheet.Cell{Kind: sheet.Text})
	}
	n := 0
	for col, text := range fields {
		if len(text) == 0 {
			continue
		}
		if len(text) > t.lim.TextBytes {
			return tooLarge(place(t.line, col), "the field is longer than %d bytes", t.lim.TextBytes)
		}
		t.room[n].Col, t.room[n].Text = col, text
		n++
	}
	t.row.Index, t.row.Cells = t.index, t.room[:n]
	if t.cells += int64(n); t.cells > t.lim.Cells {
		return tooLarge(place(t.line, 0), "more than %d fields are filled", t.lim.Cells)
	}
	return nil
}

func tooLarge(place, format string, args ...any) error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).Advise("split the file")
}

// Locate names a field by the line on which its record starts, as an editor
// counts lines: "line 12 field 3".
func (t *table) Locate(row, col int) string {
	if row == t.index {
		return place(t.line, col)
	}
	i := sort.Search(len(t.later), func(i int) bool { return t.later[i].record > row })
	if i == maxShifts {
		return fmt.Sprintf("record %d field %d", row+1, col+1)
	}
	ahead := 1
	if i > 0 {
		ahead = t.later[i-1].ahead
	}
	return place(row+ahead, col)
}

func place(line, col int) string { return fmt.Sprintf("line %d field %d", line, col+1) }

// endMark tells the Ctrl-Z that ended files of DOS.
func endMark(fields [][]byte) bool { return len(fields) == 1 && string(fields[0]) == "\x1a" }
