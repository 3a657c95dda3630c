package xls

import (
	"bytes"
	"math"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/sheet"
)

// add appends the cells of a record to the row.
func (s *worksheet) add(id uint16, d []byte) error {
	col, style := int(le.Uint16(d[2:])), le.Uint16(d[4:])
	switch id {
	case recLabelSST:
		text, rich, ok := s.book.shared.at(le.Uint32(d[6:]))
		if !ok {
			return s.recs.damaged("cell %s points at shared string %d of %d", s.Locate(s.row.Index, col), le.Uint32(d[6:]), len(s.book.shared.ends))
		}
		s.text(col, text, richFlag(rich))
	case recNumber:
		s.number(col, style, math.Float64frombits(le.Uint64(d[6:])), 0)
	case recRK:
		s.number(col, style, rk(le.Uint32(d[6:])), 0)
	case recMulRK:
		for i := range mulRKs(d) {
			s.number(col+i, le.Uint16(d[4+6*i:]), rk(le.Uint32(d[6+6*i:])), 0)
		}
	case recBoolErr:
		s.boolOrError(col, d[6], d[7] != 0, 0)
	case recLabel, recRString:
		return s.label(col, id == recRString, d[6:])
	case recFormula, recFormula3, recFormula4:
		return s.formula(col, style, d)
	}
	return nil
}

// cell appends a cell.
func (s *worksheet) cell(col int, kind sheet.Kind, flags sheet.Flag, text, stored []byte) {
	if n := len(s.row.Cells); n > 0 && s.row.Cells[n-1].Col >= col {
		s.tangled = true
	}
	if s.row.Hidden || col < maxColumns && s.hiddenCols[col] {
		flags |= sheet.Hidden
	}
	s.row.Cells = append(s.row.Cells, sheet.Cell{Col: col, Kind: kind, Flags: flags, Text: text, Stored: stored})
}

// keep gives what was appended to the arena from a mark on.
func (s *worksheet) keep(mark int) []byte {
	return s.arena[mark:len(s.arena):len(s.arena)]
}

// text adds a cell of text; one that is empty is not filled, unless a formula
// says so.
func (s *worksheet) text(col int, text []byte, flags sheet.Flag) {
	switch {
	case len(text) > 0:
		s.cell(col, sheet.Text, flags, text, nil)
	case flags&sheet.Formula != 0:
		s.cell(col, sheet.Blank, flags, nil, nil)
	}
}

func richFlag(rich bool) sheet.Flag {
	if rich {
		return sheet.RichText
	}
	return 0
}

func (s *worksheet) label(col int, rich bool, d []byte) error {
	text, runs, err := s.string(col, d)
	if err == nil {
		s.text(col, text, richFlag(rich || runs))
	}
	return err
}

// string reads a string that a record of its own holds.
func (s *worksheet) string(col int, d []byte) (text []byte, rich bool, err error) {
	mark := len(s.arena)
	arena, rich, ok := s.book.text(&reader{recs: s.recs, data: d}, s.arena, 2)
	switch {
	case !ok:
		return nil, false, s.recs.damaged("the text of cell %s is cut short", s.Locate(s.row.Index, col))
	case len(arena)-mark > s.book.lim.TextBytes:
		return nil, false, tooLarge(s.recs.place(), "cell %s takes more than %d bytes", s.Locate(s.row.Index, col), s.book.lim.TextBytes)
	}
	s.arena = arena
	return s.keep(mark), rich, nil
}

// number adds a number or, by the format of its style, a date or duration whose
// stored lexeme is the count of days.
func (s *worksheet) number(col int, style uint16, v float64, flags sheet.Flag) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		s.cell(col, sheet.Fault, flags, []byte("#NUM!"), nil)
		return
	}
	mark := len(s.arena)
	s.arena = numfmt.Shortest17(s.arena, v)
	full := s.keep(mark)
	if kind := s.kind(style); kind != sheet.Number {
		if text, ok := numfmt.Serial(v, s.book.d1904, kind); ok {
			mark = len(s.arena)
			s.arena = append(s.arena, text...)
			s.cell(col, kind, flags, s.keep(mark), full)
			return
		}
	}
	if len(full) <= 15 { // it cannot have more digits
		s.cell(col, sheet.Number, flags, full, nil)
		return
	}
	mark = len(s.arena)
	s.arena = numfmt.Shortest15(s.arena, v)
	if text := s.keep(mark); !bytes.Equal(text, full) {
		s.cell(col, sheet.Number, flags|sheet.Rounded, text, full)
		return
	}
	s.cell(col, sheet.Number, flags, full, nil)
}

func (s *worksheet) kind(style uint16) sheet.Kind {
	if int(style) < len(s.book.kinds) {
		return s.book.kinds[style]
	}
	return sheet.Number
}

var (
	boolTexts  = [2][]byte{[]byte("FALSE"), []byte("TRUE")}
	faultTexts = map[byte][]byte{
		0x00: []byte("#NULL!"), 0x07: []byte("#DIV/0!"), 0x0F: []byte("#VALUE!"), 0x17: []byte("#REF!"),
		0x1D: []byte("#NAME?"), 0x24: []byte("#NUM!"), 0x2A: []byte("#N/A"), 0x2B: []byte("#GETTING_DATA"),
	}
)

func (s *worksheet) boolOrError(col int, v byte, fault bool, flags sheet.Flag) {
	if !fault {
		s.cell(col, sheet.Bool, flags, boolTexts[min(v, 1)], nil)
		return
	}
	text, ok := faultTexts[v]
	if !ok {
		text = []byte("#ERROR!")
	}
	s.cell(col, sheet.Fault, flags, text, nil)
}

// rk unpacks a number of 30 bits: the upper bits of a float or a whole number,
// either perhaps divided by 100.
func rk(v uint32) float64 {
	f := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// mulRKs is how many numbers MULRK holds between its first and its last column.
func mulRKs(d []byte) int { return (len(d) - 6) / 6 }

// The kinds of result of a formula that is no number, by its first byte.
const (
	resultString = 0
	resultBool   = 1
	resultError  = 2
	resultEmpty  = 3
)

// special says whether the result of a formula is no number.
func special(d []byte) bool { return le.Uint16(d[12:]) == 0xFFFF }

// hasResult says whether a formula shows that its writer calculates: libraries
// that do not leave an empty string, or zero with the marks to recalculate.
func hasResult(d []byte) bool {
	if special(d) {
		return d[6] != resultEmpty
	}
	return le.Uint64(d[6:]) != 0 || le.Uint16(d[14:])&3 != 3
}

// formula adds a cell by its stored value. On a sheet where no formula has any,
// an empty one is not believed.
func (s *worksheet) formula(col int, style uint16, d []byte) error {
	switch {
	case !hasResult(d) && !s.calculated:
		s.cell(col, sheet.Blank, sheet.Formula|sheet.NoCache, nil, nil)
	case !special(d):
		s.number(col, style, math.Float64frombits(le.Uint64(d[6:])), sheet.Formula)
	case d[6] == resultString:
		return s.formulaText(col)
	case d[6] == resultBool || d[6] == resultError:
		s.boolOrError(col, d[8], d[6] == resultError, sheet.Formula)
	case d[6] == resultEmpty:
		s.cell(col, sheet.Blank, sheet.Formula, nil, nil)
	default:
		s.cell(col, sheet.Blank, sheet.Formula|sheet.NoCache, nil, nil)
	}
	return nil
}

// formulaText reads the STRING after a formula; the formula of a shared range,
// an array or a data table may stand between.
func (s *worksheet) formulaText(col int) error {
	for {
		id, ok := s.recs.peek()
		switch {
		case ok && (id == recShared || id == recArray || id == recTable || id == recContinue):
			if _, _, err := s.recs.next(); err != nil {
				return err
			}
			continue
		case !ok || id != recString:
			s.cell(col, sheet.Blank, sheet.Formula|sheet.NoCache, nil, nil)
			return nil
		}
		_, d, err := s.recs.next()
		if err != nil {
			return err
		}
		text, rich, err := s.string(col, d)
		if err == nil {
			s.text(col, text, sheet.Formula|richFlag(rich))
		}
		return err
	}
}
