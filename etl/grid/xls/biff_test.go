package xls

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"sanpin/etl/grid/sheet"
)

// pack joins numbers, little end first, and bytes.
func pack(parts ...any) (b []byte) {
	for _, part := range parts {
		switch v := part.(type) {
		case byte:
			b = append(b, v)
		case uint16:
			b = le.AppendUint16(b, v)
		case int: // most fields have two bytes
			b = le.AppendUint16(b, uint16(v))
		case uint32:
			b = le.AppendUint32(b, v)
		case float64:
			b = le.AppendUint64(b, math.Float64bits(v))
		case string:
			b = append(b, v...)
		case []byte:
			b = append(b, v...)
		default:
			panic(fmt.Sprintf("pack of %T", part))
		}
	}
	return b
}

// rec is a record.
func rec(id uint16, parts ...any) []byte {
	data := pack(parts...)
	return pack(id, len(data), data)
}

// join makes a substream of records.
func join(records ...[]byte) []byte { return bytes.Join(records, nil) }

func wide(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = le.AppendUint16(b, u)
	}
	return b
}

// str8 and str16 are BIFF8 strings with a length of one and two bytes.
func str8(s string) []byte  { return pack(byte(len(wide(s))/2), byte(1), wide(s)) }
func str16(s string) []byte { return pack(len(wide(s))/2, byte(1), wide(s)) }

func format(id int, code string) []byte { return rec(recFormat, id, str16(code)) }
func style(formatID int) []byte         { return rec(recXF, 0, formatID, make([]byte, 16)) }
func number(row, col, xf int, v float64) []byte {
	return rec(recNumber, row, col, xf, v)
}
func label(row, col int, s string) []byte { return rec(recLabel, row, col, 0, str16(s)) }
func formula(row, col int, result []byte, flags int) []byte {
	return rec(recFormula, row, col, 0, result, flags, uint32(0), 3, "\x1E\x01\x00")
}
func special8(kind, value byte) []byte {
	return pack(kind, byte(0), value, byte(0), byte(0), byte(0), 0xFFFF)
}

// workbook is a stream to be made.
type workbook struct {
	version int    // 0 is BIFF8
	globals []byte // records between BOF and the list of sheets
	sheets  []worksheetPart
}

type worksheetPart struct {
	name   string
	hidden byte
	kind   byte
	body   []byte // records between BOF and EOF
}

// one is a workbook of one sheet.
func one(body ...[]byte) workbook {
	return workbook{sheets: []worksheetPart{{name: "表", body: join(body...)}}}
}

func (w workbook) with(globals ...[]byte) workbook {
	w.globals = join(globals...)
	return w
}

func (w workbook) stream() []byte {
	if w.version == 0 {
		w.version = biff8
	}
	bof := func(kind int) []byte { return rec(recBOF, w.version, kind, 0x0DBB, 0x07CC, uint32(0), uint32(6)) }
	list := func(at []int) (b []byte) {
		for i, s := range w.sheets {
			name := str8(s.name)
			if w.version < biff8 {
				name = pack(byte(len(s.name)), s.name)
			}
			b = append(b, rec(recBoundSheet, uint32(at[i]), s.hidden, s.kind, name)...)
		}
		return b
	}
	at := make([]int, len(w.sheets))
	pos := len(join(bof(globalStream), w.globals, list(at), rec(recEOF)))
	var bodies []byte
	for i, s := range w.sheets {
		at[i] = pos + len(bodies)
		bodies = append(bodies, join(bof(sheetStream), s.body, rec(recEOF))...)
	}
	return join(bof(globalStream), w.globals, list(at), rec(recEOF), bodies)
}

func open(data []byte, lim sheet.Limits) (sheet.Book, error) {
	return Open(bytes.NewReader(data), int64(len(data)), lim)
}

var kindNames = []string{"blank", "text", "number", "bool", "fault", "date", "duration", "share"}

// show writes a cell as "B2 number 1.5", with its flags and what is stored.
func show(place string, c *sheet.Cell) string {
	s := place + " " + kindNames[c.Kind]
	if len(c.Text) > 0 {
		s += " " + string(c.Text)
	}
	for _, f := range []struct {
		flag sheet.Flag
		name string
	}{{sheet.Formula, "formula"}, {sheet.NoCache, "nocache"}, {sheet.Rounded, "rounded"}, {sheet.Hidden, "hidden"}, {sheet.RichText, "rich"}} {
		if c.Flags&f.flag != 0 {
			s += " +" + f.name
		}
	}
	if c.Stored != nil {
		s += " <" + string(c.Stored) + ">"
	}
	return s
}

// drain reads a sheet to its end, a line for each cell. It fails where rows or
// cells do not ascend.
func drain(s sheet.Sheet) (lines []string, err error) {
	last := -1
	for {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return lines, err
		}
		if row.Index <= last || len(row.Cells) == 0 {
			return lines, fmt.Errorf("row %d with %d cells after row %d", row.Index, len(row.Cells), last)
		}
		last = row.Index
		for i := range row.Cells {
			if i > 0 && row.Cells[i].Col <= row.Cells[i-1].Col {
				return lines, fmt.Errorf("row %d: column %d after %d", row.Index, row.Cells[i].Col, row.Cells[i-1].Col)
			}
			lines = append(lines, show(s.Locate(row.Index, row.Cells[i].Col), &row.Cells[i]))
		}
	}
}

// read gives all cells of all sheets; a sheet after the first begins with its name.
func read(data []byte, lim sheet.Limits) (lines []string, err error) {
	b, err := open(data, lim)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	first := true
	for s, err := range b.Sheets() {
		if err != nil {
			return lines, err
		}
		if !first {
			lines = append(lines, "-- "+s.Meta().Part)
		}
		first = false
		cells, err := drain(s)
		if lines = append(lines, cells...); err != nil {
			return lines, err
		}
	}
	return lines, nil
}

// want fails unless the book holds exactly these cells.
func want(t *testing.T, name string, data []byte, cells ...string) {
	t.Helper()
	got, err := read(data, sheet.Limits{})
	if err != nil || strings.Join(got, "\n") != strings.Join(cells, "\n") {
		t.Errorf("%s: got %v\n%s\nwant\n%s", name, err, strings.Join(got, "\n"), strings.Join(cells, "\n"))
	}
}

// wantError fails unless reading gives an error of this code whose text has this in it.
func wantError(t *testing.T, name string, data []byte, lim sheet.Limits, code sheet.Code, text string) {
	t.Helper()
	_, err := read(data, lim)
	var e *sheet.Error
	if !errors.As(err, &e) || e.Code != code || !strings.Contains(e.Error(), text) || e.Remedy == "" {
		t.Errorf("%s: got error %v, want %s with %q and a remedy", name, err, code, text)
	}
}
