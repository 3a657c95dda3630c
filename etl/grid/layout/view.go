package layout

import (
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/sheet"
)

// class is what a cell looks like, before anything is known of its place.
type class uint8

const (
	none   class = iota
	number       // a number, maybe with a qualifier or a unit
	mark         // a text that stands for a number: - … *
	year         // 2019, 2019年: a number or a heading
	period       // 2010-05, 2020年4月, a date
	word         // Chinese text
	latin        // other text
)

// view is a rectangle of a grid with the class of each cell.
type view struct {
	g      *sheet.Grid
	c0, c1 int // columns [c0, c1)
	class  []class
	units  map[string]bool // texts that were asked for, whether they are units
}

// longestUnit is the most bytes that a unit in a column of units has.
const longestUnit = 60

// isUnit tells a text that is a unit and nothing else.
func (v *view) isUnit(text string) bool {
	is, known := v.units[text]
	if !known {
		is = isUnitText(clean.Fold(text))
		v.units[text] = is
	}
	return is
}

func newView(g *sheet.Grid) *view {
	v := &view{g: g, c1: g.Cols, class: make([]class, g.Rows*g.Cols), units: map[string]bool{}}
	for r := range g.Rows {
		for c := range g.Cols {
			cell, at := g.At(r, c), r*g.Cols+c
			if above := g.At(r-1, c); r > 0 && above.Text == cell.Text && above.Kind == cell.Kind {
				v.class[at] = v.class[at-g.Cols] // a place or a year stands in many rows
				continue
			}
			v.class[at] = classify(cell)
		}
	}
	return v
}

// columns gives the view of columns [c0, c1).
func (v *view) columns(c0, c1 int) *view {
	w := *v
	w.c0, w.c1 = c0, c1
	return &w
}

func (v *view) at(r, c int) class {
	if r < 0 || r >= v.g.Rows || c < v.c0 || c >= v.c1 {
		return none
	}
	return v.class[r*v.g.Cols+c]
}

func (v *view) text(r, c int) string {
	if c < v.c0 || c >= v.c1 {
		return ""
	}
	return v.g.At(r, c).Text
}

// number reads the cell as a number; where it is none, as blank.
func (v *view) number(r, c int) clean.Number {
	n, err := readNumber(v.g.At(r, c))
	if err != nil {
		return clean.Number{State: clean.Blank}
	}
	return n
}

func classify(c *sheet.Held) class {
	switch c.Kind {
	case sheet.Blank:
		return none
	case sheet.Date:
		return period
	case sheet.Bool, sheet.Fault:
		return latin
	}
	s := clean.Fold(c.Text)
	if s == "" {
		return none
	}
	if isYear(s) {
		return year
	}
	n, err := clean.ParseNumber(s)
	switch {
	case err == nil && n.State == clean.Value:
		return number
	case err == nil && n.State != clean.Blank:
		return mark
	case isPeriod(s):
		return period
	case hasHan(s):
		return word
	}
	return latin
}

// isPeriod tells a text that is a period and nothing else.
func isPeriod(s string) bool {
	if len(s) > 40 || !strings.ContainsAny(s, "0123456789年月季") {
		return false
	}
	_, err := clean.ParsePeriod(s, clean.Period{})
	return err == nil
}

// shape counts what one row of a view holds.
type shape struct {
	row                                                  int
	filled, numbers, marks, years, periods, words, latin int
	first, last                                          int // columns of the first and last filled cell, -1 if none
	firstNumber                                          int // column of the first number, mark or year; -1 if none
}

func (v *view) shape(r int) shape {
	s := shape{row: r, first: -1, last: -1, firstNumber: -1}
	for c := v.c0; c < v.c1; c++ {
		k := v.at(r, c)
		if k == none {
			continue
		}
		s.filled++
		s.last = c
		if s.first < 0 {
			s.first = c
		}
		switch k {
		case number:
			s.numbers++
		case mark:
			s.marks++
		case year:
			s.years++
		case period:
			s.periods++
		case word:
			s.words++
		case latin:
			s.latin++
		}
		if s.firstNumber < 0 && (k == number || k == mark) {
			s.firstNumber = c
		}
	}
	return s
}

// span gives the merged rectangle that starts at or covers (r, c).
func (v *view) span(r, c int) (sheet.Span, bool) {
	for _, s := range v.g.Spans {
		if r >= s.R0 && r <= s.R1 && c >= s.C0 && c <= s.C1 {
			return s, true
		}
	}
	return sheet.Span{}, false
}
