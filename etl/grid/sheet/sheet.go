// Package sheet is the one abstraction that every reader of tables gives and
// everything after reading works on: a book of sheets, a sheet of rows, a row
// of cells with the text as written and a place that a person can go to.
//
// A reader streams; [Hold] keeps a sheet in memory for those that need to look
// around (the header engine). The package knows no file format and no
// statistics: what the rows mean is told by package layout.
package sheet

import (
	"fmt"
	"iter"
	"strconv"
)

// Kind is what a cell holds, as the file says it.
type Kind uint8

// The kinds. A number stored as text is Text: only its reader can say more.
const (
	Blank Kind = iota
	Text
	Number   // Text is a plain decimal: sign, digits, point, exponent
	Bool     // Text is TRUE or FALSE
	Fault    // an error value of the spreadsheet: Text is #DIV/0!, #N/A …
	Date     // Text is 2006-01-02 or 2006-01-02T15:04:05
	Duration // Text is [h]:mm:ss
	Share    // a number that is shown as a percentage: Text is 12.34% where 0.1234 is stored
)

// Flag marks how a cell came to its content.
type Flag uint8

// The flags.
const (
	Formula  Flag = 1 << iota // the cell holds a formula; Text is its cached value
	NoCache                   // a formula without a cached value: Kind is Blank and nothing may be concluded
	Rounded                   // Text is Stored rounded to 15 significant digits
	Hidden                    // the column or row is hidden
	RichText                  // joined from several runs
)

// Cell is one filled cell.
//
// Text is what a person would read, trimmed of nothing: a number as the
// shortest decimal of at most 15 significant digits (what spreadsheet programs
// keep), everything else as written. Stored is the lexeme in the file where it
// differs from Text, else nil. Both are valid until the next call of
// [Sheet.Next]; [Hold] copies them.
type Cell struct {
	Col    int
	Kind   Kind
	Flags  Flag
	Text   []byte
	Stored []byte
}

// Row is one row that has at least one filled cell; Cells ascend by column.
type Row struct {
	Index  int // from 0, as stored in the sheet
	Hidden bool
	Cells  []Cell
}

// Span is a merged rectangle, corners included; its text stands at (R0, C0).
type Span struct{ R0, C0, R1, C1 int }

// Visibility of a sheet.
type Visibility uint8

// The visibilities; a program can set VeryHidden, a person cannot see it.
const (
	Visible Visibility = iota
	HiddenSheet
	VeryHidden
)

// Meta is what is known of a sheet before its rows.
type Meta struct {
	Format     string // xlsx, xls, csv, html
	Encoding   string // of text formats: utf-8, utf-8-bom, gb18030 …; else empty
	Part       string // sheet name, "table 3", "page 2 table 1"; unique within a book
	Ordinal    int    // from 0
	Visibility Visibility
	Caption    string   // a title that the format itself ties to the table
	Before     []string // paragraphs and one-cell tables above the table, nearest last
	After      []string // the lines below the table, nearest first, then what its marks point to
}

// Sheet streams the rows of one table-like part of a file.
type Sheet interface {
	Meta() *Meta
	// Next gives the next filled row, and io.EOF after the last. The row and
	// its cells are valid until the next call.
	Next() (*Row, error)
	// Spans gives the merged rectangles. Formats that write them after the rows
	// know them all only once Next has returned io.EOF; complete says so.
	Spans() (spans []Span, complete bool)
	// Locate names a cell as a person would look for it: "C7" in a workbook,
	// "r5c2" in an HTML table, "line 12 field 3" in a CSV.
	Locate(row, col int) string
	Close() error
}

// Book is an opened file. Sheets gives its parts in order; a part that cannot
// be read gives an error and does not end the sequence.
type Book interface {
	Sheets() iter.Seq2[Sheet, error]
	Close() error
}

// Limits bound what one file may cost. The zero value means the defaults.
type Limits struct {
	FileBytes     int64 // size of the file itself
	InflatedBytes int64 // all parts of a package together
	Ratio         int64 // inflated to packed size of one part
	Entries       int   // parts of a package
	TextBytes     int   // one cell
	UniqueBytes   int64 // string table of a book
	Cells         int64 // filled cells of one sheet
	Sheets        int
	Spans         int // merged rectangles of one sheet
	Depth         int // nesting of elements
	Elements      int // of a document that is read whole (docx, odt, ods)
	HeldCells     int // cells that Hold keeps
}

// WithDefaults fills in what is zero.
func (l Limits) WithDefaults() Limits {
	def := func(p *int64, v int64) {
		if *p == 0 {
			*p = v
		}
	}
	num := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	def(&l.FileBytes, 1<<30)
	def(&l.InflatedBytes, 4<<30)
	def(&l.Ratio, 300)
	def(&l.UniqueBytes, 128<<20)
	def(&l.Cells, 50_000_000)
	num(&l.Entries, 10_000)
	num(&l.TextBytes, 1<<20)
	num(&l.Sheets, 2_000)
	num(&l.Spans, 200_000)
	num(&l.Depth, 200)
	num(&l.Elements, 1_000_000)
	num(&l.HeldCells, 2_000_000)
	return l
}

// Code classes the errors of reading; etl turns it into a reason of refusal.
type Code string

// The codes.
const (
	Unknown   Code = "unknown_format" // the bytes are of no format that is read here
	Encrypted Code = "encrypted"      // a password other than Excel's default is needed
	Damaged   Code = "damaged"        // the file breaks its own format
	TooLarge  Code = "too_large"      // a limit of [Limits] is passed
	NoText    Code = "no_text"        // pictures only
)

// Error says what is wrong with a file, where, and what a person can do.
type Error struct {
	Code   Code
	Held   bool   // TooLarge to be held: it may still be streamed
	Place  string // part, record, byte: "xl/worksheets/sheet1.xml byte 81234"
	Cause  string
	Remedy string
}

func (e *Error) Error() string {
	s := e.Cause
	if e.Place != "" {
		s = e.Place + ": " + s
	}
	if e.Remedy != "" {
		s += " (" + e.Remedy + ")"
	}
	return s
}

// Errorf makes an [Error] of a code with a cause.
func Errorf(code Code, place, format string, args ...any) *Error {
	return &Error{Code: code, Place: place, Cause: fmt.Sprintf(format, args...)}
}

// Advise adds what a person can do about it.
func (e *Error) Advise(remedy string) *Error {
	e.Remedy = remedy
	return e
}

// A1 names a cell as spreadsheets do: A1(6, 2) is C7.
func A1(row, col int) string {
	return ColumnName(col) + strconv.Itoa(row+1)
}

// ColumnName gives A for 0, Z for 25, AA for 26.
func ColumnName(col int) string {
	var b [8]byte
	i := len(b)
	for c := col + 1; c > 0 && i > 0; {
		c--
		i--
		b[i] = byte('A' + c%26)
		c /= 26
	}
	return string(b[i:])
}
