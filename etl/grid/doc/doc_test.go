package doc

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

// gather plays a script: "text" is a line, "(" begins a table, "a|1" is a row of
// it and a line each, ")" ends it, "!" is something refused.
func gather(lim sheet.Limits, script ...string) (got []string) {
	g := New("test", lim)
	var open []*Table
	for _, s := range script {
		switch {
		case s == "(":
			t, err := g.Begin()
			if err != nil {
				return []string{err.Error()}
			}
			open = append(open, t)
		case s == ")":
			g.End()
			open = open[:len(open)-1]
		case s == "!":
			g.Refuse(func() *sheet.Error { return sheet.Errorf(sheet.Unknown, "", "refused") })
		case len(open) > 0:
			t := open[len(open)-1]
			t.Row(false)
			for i, cell := range strings.Split(s, "|") {
				g.Line(cell)
				t.Cell(i, []byte(cell))
			}
		default:
			g.Line(s)
		}
	}
	for s, err := range g.Book().Sheets() {
		if err != nil {
			got = append(got, err.(*sheet.Error).Cause)
			continue
		}
		m := s.Meta()
		got = append(got, fmt.Sprintf("%d %s %s", m.Ordinal, m.Part, strings.Join(m.Before, ",")))
	}
	return got
}

func TestGather(t *testing.T) {
	for _, test := range []struct {
		name   string
		script []string
		want   []string
	}{
		{"lines start again", []string{"甲", "(", "a|b", "c|1", ")", "乙", "——", "(", "a|b", "c|1", ")"}, []string{"0 table 1 甲", "1 table 2 乙"}},
		{"a line of several, tabs", []string{"甲\n 乙\t丙 ", "(", "a|b", "c|1", ")"}, []string{"0 table 1 甲,乙 丙"}},
		{"only the nearest", []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "(", "a|b", "c|1", ")"}, []string{"0 table 1 2,3,4,5,6,7,8,9"}},
		{"small ones are lines", []string{"(", "甲|乙", ")", "(", "a|b", "c|1", ")", "(", "丙", ")"}, []string{"0 table 2 甲,乙", "1 table 3 "}},
		{"a row of numbers is data", []string{"(", "甲|1,234", ")", "(", "a|b", "c|1", ")"}, []string{"0 table 1 ", "1 table 2 "}},
		{"a long list is data", []string{"(", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", ")"}, []string{"0 table 1 "}},
		{"nested", []string{"(", "甲|乙", "丙|2", "(", "a|b", "c|1", ")", ")", "丁", "(", "a|b", "c|1", ")"}, []string{"0 table 1 ", "1 table 2 甲,乙,丙,2", "2 table 3 丁"}},
		{"a frame around a table", []string{"(", "标题", "(", "a|b", "c|1", ")", ")"}, []string{"0 table 2 标题"}},
		{"a frame around a small one", []string{"(", "标题", "(", "a|b", ")", ")"}, []string{"0 table 1 ", "1 table 2 标题"}},
		{"empty ones count", []string{"(", "| ", ")", "(", "a|b", "c|1", ")"}, []string{"0 table 2 "}},
		{"refused in its place", []string{"(", "a|b", "c|1", ")", "!", "(", "a|b", "c|1", ")"}, []string{"0 table 1 ", "refused", "2 table 2 "}},
		{"nothing", []string{"甲"}, nil},
	} {
		if diff := cmp.Diff(test.want, gather(sheet.Limits{}, test.script...)); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestTooMany(t *testing.T) {
	table := []string{"(", "a|b", "c|1", ")"}
	for _, test := range []struct {
		script []string
		want   string
	}{
		{slices.Concat(table, []string{"!", "!"}), "0 table 1 "},
		{slices.Concat(table, table), "table 2: the document has more than 1 tables"},
		{slices.Repeat([]string{"(", ")"}, emptyTables+1), "table 21: the document has more than 1 tables"},
	} {
		if got := strings.Join(gather(sheet.Limits{Sheets: 1}, test.script...), "|"); !strings.HasPrefix(got, test.want) {
			t.Errorf("%q: %s, want %s", test.script, got, test.want)
		}
	}
}

func TestTable(t *testing.T) {
	g := New("test", sheet.Limits{})
	if !g.IsBlank() {
		t.Error("a new document is not blank")
	}
	tab, err := g.Begin()
	if err != nil {
		t.Fatal(err)
	}
	tab.Caption("题")
	for i := range 4 {
		if r := tab.Row(i == 2); r != i {
			t.Errorf("row %d is %d", i, r)
		}
		if i != 1 {
			tab.Cell(i, []byte("x"))
			tab.Cell(9, []byte("1"))
		}
	}
	tab.Span(sheet.Span{R0: 2, C0: 2, R1: 3, C1: 2})
	tab.Span(sheet.Span{R0: 0, C0: 0, R1: 0, C1: 1})
	tab.Span(sheet.Span{R0: 1, C0: 1, R1: 1, C1: 1})
	g.End()
	if g.IsBlank() {
		t.Error("a document with a table is blank")
	}
	for s, err := range g.Book().Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for row, err := s.Next(); !errors.Is(err, io.EOF); row, err = s.Next() {
			for _, c := range row.Cells {
				got = append(got, fmt.Sprintf("%s %t %t", s.Locate(row.Index, c.Col), row.Hidden, c.Flags&sheet.Hidden != 0))
			}
		}
		spans, whole := s.Spans()
		if want := "[r1c1 false false r1c10 false false r3c3 true true r3c10 true true r4c4 false false r4c10 false false]"; fmt.Sprint(got) != want {
			t.Errorf("cells %v, want %s", got, want)
		}
		if fmt.Sprint(spans) != "[{0 0 0 1} {2 2 3 2}]" || !whole || s.Meta().Caption != "题" || s.Meta().Format != "test" {
			t.Errorf("spans %v of %+v", spans, s.Meta())
		}
	}
}

func TestLimits(t *testing.T) {
	for _, test := range []struct {
		lim  sheet.Limits
		do   func(*Table)
		want string
	}{
		{sheet.Limits{Cells: 1}, func(t *Table) { t.Cell(0, []byte("a")); t.Cell(1, []byte("b")) }, "table 1 r1c2: the table has more than 1 filled cells"},
		{sheet.Limits{HeldCells: 1}, func(t *Table) { t.Cell(0, []byte("a")); t.Cell(1, []byte("b")) }, "table 1 r1c2: the document has more than the 1 filled cells"},
		{sheet.Limits{TextBytes: 2}, func(t *Table) { t.Cell(0, []byte("abc")) }, "r1c1: the text is longer than 2 bytes"},
		{sheet.Limits{Spans: 1}, func(t *Table) { t.Span(sheet.Span{R1: 1}); t.Span(sheet.Span{C0: 1, C1: 2}) }, "more than 1 joined cells"},
		{sheet.Limits{}, func(t *Table) { t.Cell(maxCols, nil) }, "more than 16384 columns"},
		{sheet.Limits{}, func(t *Table) { t.Span(sheet.Span{C1: maxCols}) }, "more than 16384 columns"},
		{sheet.Limits{}, func(t *Table) { t.Skip(maxRows) }, "more than 1048576 rows"},
		{sheet.Limits{}, func(t *Table) {
			for range maxRows {
				t.Row(false)
			}
		}, "more than 1048576 rows"},
	} {
		g := New("test", test.lim)
		tab, err := g.Begin()
		if err != nil {
			t.Fatal(err)
		}
		tab.Row(false)
		test.do(tab)
		g.End()
		for s, err := range g.Book().Sheets() {
			if s != nil || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %s", err, test.want)
			}
		}
	}
}
