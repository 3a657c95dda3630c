package xls

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

func TestNumbers(t *testing.T) {
	rkFloat := func(v float64, flags uint32) uint32 { return uint32(math.Float64bits(v)>>32)&^3 | flags }
	rkInt := func(v int32, flags uint32) uint32 { return uint32(v)<<2 | 2 | flags }
	rkCell := func(col int, v uint32) []byte { return rec(recRK, 0, col, 0, v) }
	want(t, "RK", one(
		rkCell(0, rkFloat(1.5, 0)), rkCell(1, rkFloat(-250, 1)), rkCell(2, rkInt(7, 0)), rkCell(3, rkInt(-340, 1)),
		rkCell(4, rkInt(-1, 0)), rkCell(5, rkInt(-1<<29, 0)), rkCell(6, rkInt(123456, 1)), rkCell(7, rkInt(0, 1)),
	).stream(),
		"A1 number 1.5", "B1 number -2.5", "C1 number 7", "D1 number -3.4",
		"E1 number -1", "F1 number -536870912", "G1 number 1234.56", "H1 number 0")
	want(t, "MULRK", one(
		rec(recMulRK, 4, 2, 0, rkInt(1, 0), 0, rkInt(-2, 1), 0, rkFloat(0.5, 0), 4),
	).stream(), "C5 number 1", "D5 number -0.02", "E5 number 0.5")
	want(t, "NUMBER", one(
		number(0, 0, 0, 861592.073995), number(0, 1, 0, math.Nextafter(89.01, 90)), number(0, 2, 0, 2.0/3),
		number(0, 3, 0, 12345678901234567890), number(0, 4, 0, 0.00001), number(0, 5, 0, math.NaN()), number(0, 6, 0, math.Copysign(0, -1)),
		number(0, 300, 9, 1), // a column and a style that are not there
	).stream(),
		"A1 number 861592.073995", "B1 number 89.01 +rounded <89.01000000000002>", "C1 number 0.666666666666667 +rounded <0.6666666666666666>",
		"D1 number 12345678901234600000 +rounded <12345678901234567000>", "E1 number 0.00001", "F1 fault #NUM!", "G1 number 0", "KO1 number 1")
	want(t, "BOOLERR and blanks", one(
		rec(recBoolErr, 0, 0, 0, byte(1), byte(0)), rec(recBoolErr, 0, 1, 0, byte(0), byte(0)),
		rec(recBoolErr, 0, 2, 0, byte(0x07), byte(1)), rec(recBoolErr, 0, 3, 0, byte(0x2A), byte(1)), rec(recBoolErr, 0, 4, 0, byte(0x55), byte(1)),
		rec(0x0201, 0, 5, 0), rec(0x00BE, 0, 6, 0, 0, 7), label(0, 8, ""), rec(0x0201, 9, 0, 0),
	).stream(), "A1 bool TRUE", "B1 bool FALSE", "C1 fault #DIV/0!", "D1 fault #N/A", "E1 fault #ERROR!")
}

func TestDates(t *testing.T) {
	globals := join(format(164, `yyyy"年"m"月"d"日"`), format(165, `0.00"年"`), format(14, "0"), format(166, "[h]:mm"), format(167, "General"),
		style(0), style(164), style(165), style(14), style(166), style(22), style(31), style(20), style(167))
	cells := [][]byte{
		number(0, 0, 0, 45567), number(0, 1, 1, 45567), number(0, 2, 2, 2024), number(0, 3, 3, 45567), number(0, 4, 4, 1.25),
		number(0, 5, 5, 45567.75), rec(recRK, 0, 6, 6, uint32(45567<<2|2)), number(0, 7, 7, 0.5), number(0, 8, 1, 60), number(0, 9, 1, -1), number(0, 10, 8, 1),
		formula(1, 0, pack(45567.0), 0),
	}
	want(t, "1900", one(cells...).with(globals).stream(),
		"A1 number 45567", "B1 date 2024-10-02 <45567>", "C1 number 2024", "D1 number 45567", "E1 duration 30:00:00 <1.25>",
		"F1 date 2024-10-02T18:00:00 <45567.75>", "G1 date 2024-10-02 <45567>", "H1 duration 12:00:00 <0.5>", "I1 number 60", "J1 number -1", "K1 number 1",
		"A2 number 45567 +formula")
	want(t, "1904", one(number(0, 0, 1, 44105), number(0, 1, 1, 0)).with(globals, rec(recDateMode, 1)).stream(),
		"A1 date 2024-10-02 <44105>", "B1 date 1904-01-01 <0>")
}

func TestSharedStrings(t *testing.T) {
	cell := func(col, i int) []byte { return rec(recLabelSST, 0, col, 0, uint32(i)) }
	cells := func(n int) (all [][]byte) {
		for i := range n {
			all = append(all, cell(i, i))
		}
		return all
	}
	rich := pack(3, byte(1|8), 2, wide("富文本"), 0, 1, 2, 3)
	phonetic := pack(2, byte(1|4), uint32(5), wide("中文"), "\x01\x02\x03\x04\x05")
	both := pack(2, byte(8|4), 1, uint32(3), "ab", 9, 9, "xyz")
	want(t, "runs and phonetics are dropped", one(cells(4)...).with(
		rec(recSST, uint32(4), uint32(4), rich, phonetic, both, str16("末"))).stream(),
		"A1 text 富文本 +rich", "B1 text 中文", "C1 text ab +rich", "D1 text 末")
	want(t, "narrow, then wide, then narrow", one(cells(2)...).with(
		rec(recSST, uint32(2), uint32(2), 6, byte(0), "a\xE9"), rec(recContinue, byte(1), wide("三品")), rec(recContinue, byte(0), "zz", str16("后"))).stream(),
		"A1 text aé三品zz", "B1 text 后")
	pair := wide("😀")
	want(t, "a pair of surrogates cut in two", one(cells(2)...).with(
		rec(recSST, uint32(2), uint32(2), 3, byte(1), wide("x"), pair[:2]), rec(recContinue, byte(1), pair[2:], 2, byte(1), pair[:2], wide("y"))).stream(),
		"A1 text x😀", "B1 text \uFFFDy")
	want(t, "cut between strings, in a header, in runs and in phonetics", one(cells(4)...).with(
		rec(recSST, uint32(4), uint32(4), str16("一")), rec(recContinue, 1, byte(1|8), "\x02"), rec(recContinue, "\x00", wide("二"), 1),
		rec(recContinue, 1, 2, 2, 1, byte(1|4), uint32(4), wide("三"), "ab"), rec(recContinue, "cd", str16("四"))).stream(),
		"A1 text 一", "B1 text 二 +rich", "C1 text 三", "D1 text 四")
	want(t, "count overstated", one(cells(1)...).with(rec(recSST, uint32(9), uint32(9), str16("一"))).stream(), "A1 text 一")
}

func TestFormulas(t *testing.T) {
	str := special8(0, 0)
	text := func(s string) []byte { return rec(recString, str16(s)) }
	want(t, "results", one(
		formula(0, 0, pack(1.5), 0), formula(0, 1, str, 0), text("甲"), formula(0, 2, special8(1, 1), 0), formula(0, 3, special8(2, 0x07), 0),
		formula(0, 4, special8(3, 0), 0), formula(0, 5, pack(0.0), 3), formula(0, 6, str, 0), rec(recShared, "xx"), text("乙"),
		formula(1, 0, str, 0), rec(recArray, "xx"), rec(recContinue, "more"), text("丙"), formula(1, 1, str, 0), rec(recTable, "xx"), text(""),
		formula(1, 2, str, 0), number(1, 3, 0, 4), formula(1, 4, str, 0), rec(recString, 4, byte(0), "ab"), rec(recContinue, byte(1), wide("丁戊")), formula(1, 5, special8(9, 0), 0),
	).stream(),
		"A1 number 1.5 +formula", "B1 text 甲 +formula", "C1 bool TRUE +formula", "D1 fault #DIV/0! +formula",
		"E1 blank +formula", "F1 number 0 +formula", "G1 text 乙 +formula",
		"A2 text 丙 +formula", "B2 blank +formula", "C2 blank +formula +nocache", "D2 number 4", "E2 text ab丁戊 +formula", "F2 blank +formula +nocache")
	// a library that writes formulas without calculating them
	want(t, "nothing calculated", one(formula(0, 0, special8(3, 0), 0), formula(0, 1, pack(0.0), 3), number(0, 2, 0, 0)).stream(),
		"A1 blank +formula +nocache", "B1 blank +formula +nocache", "C1 number 0")
}

func TestBIFF5(t *testing.T) {
	bytesLabel := func(col int, s string) []byte { return rec(recLabel, 0, col, 0, len(s), s) }
	book := func(version, codePage int, s string) []byte {
		w := workbook{version: version, sheets: []worksheetPart{{name: s, body: join(
			bytesLabel(0, s), rec(recRString, 0, 1, 0, len(s), s, byte(1), byte(0), byte(0)), number(0, 2, 1, 45567),
			formula(0, 3, special8(0, 0), 0), rec(recString, len(s), s),
		)}}}
		globals := join(rec(recFormat, 164, byte(len("yyyy-mm-dd")), "yyyy-mm-dd"), style(0), style(164))
		if codePage != 0 {
			globals = join(rec(recCodePage, codePage), globals)
		}
		return w.with(globals).stream()
	}
	const gbk, big5 = "\xC8\xFD\xC6\xB7", "\xA4\x54\xAB\x7E"
	for _, test := range []struct {
		codePage int
		in, want string
	}{
		{936, gbk, "三品"}, {950, big5, "三品"}, {1252, "caf\xE9", "café"}, {0x8001, "caf\xE9", "café"}, {10000, "caf\x8E", "café"}, {932, "\x8EO\x95i", "三品"},
		{0, gbk, "三品"}, {0, "三品", "三品"}, {1200, gbk, "三品"}, {936, "\x81\x30\x81\x34\xFF", "\u0084\uFFFD"},
	} {
		for _, version := range []int{0x0500, 0x0400} {
			data := book(version, test.codePage, test.in)
			want(t, test.want, data, "A1 text "+test.want, "B1 text "+test.want+" +rich", "C1 date 2024-10-02 <45567>", "D1 text "+test.want+" +formula")
			b, err := open(data, sheet.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			for s := range b.Sheets() {
				if s.Meta().Part != test.want {
					t.Errorf("code page %d: sheet %q, want %q", test.codePage, s.Meta().Part, test.want)
				}
			}
		}
	}
	w := workbook{version: 0x0500, sheets: []worksheetPart{{name: "s", body: join(
		formula(0, 0, special8(0, 0), 0), rec(recString, 6, "ab\xC8"), rec(recContinue, "\xFD"), rec(recContinue, "\xC6\xB7"))}}}
	want(t, "text in CONTINUE", w.with(rec(recCodePage, 936)).stream(), "A1 text ab三品 +formula")
	wantError(t, "text cut short", workbook{version: 0x0500, sheets: []worksheetPart{{name: "s", body: rec(recLabel, 0, 0, 0, 9, "ab")}}}.stream(),
		sheet.Limits{}, sheet.Damaged, "cut short")
	// what PHP pages export: a sheet without a workbook, in any order
	want(t, "bare sheet", join(rec(recBOF, 0, sheetStream, 0, 0), bytesLabel(1, gbk), number(1, 0, 0, 2), rec(recNumber, 0, 0, 0, 1.0), rec(recEOF)),
		"A1 number 1", "B1 text 三品", "A2 number 2")
}

func TestStructure(t *testing.T) {
	hiddenRow := func(row int) []byte { return rec(recRow, row, 0, 9, 255, 0, 0, uint32(0x20)) }
	w := workbook{sheets: []worksheetPart{
		{name: "一", body: join(rec(recColInfo, 1, 2, 0, 0, 1, 0), rec(recColInfo, 3, 999, 0, 0, 0, 0),
			label(0, 0, "a"), label(0, 1, "b"), hiddenRow(1), label(1, 0, "c"),
			rec(recBOF, biff8, 0x20), label(0, 5, "in a chart"), rec(recEOF), label(2, 3, "d"),
			rec(recMerged, 2, 0, 1, 0, 0, 2, 3, 3, 5), rec(recMerged, 1, 7, 7, 0, 255))},
		{name: "图", kind: 2, body: label(0, 0, "chart")},
		{name: "宏", kind: 1, body: label(0, 0, "macro")},
		{name: "模块", kind: 6},
		{name: "CNKI", hidden: 1},
		{name: "一", hidden: 2, body: label(0, 0, "e")},
	}}
	want(t, "cells", w.stream(), "A1 text a", "B1 text b +hidden", "A2 text c +hidden", "D3 text d", "-- CNKI", "-- 一 (3)", "A1 text e")
	b, err := open(w.stream(), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var metas []sheet.Meta
	for s, err := range b.Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		metas = append(metas, *s.Meta())
		if s.Meta().Ordinal != 0 {
			continue
		}
		spans, complete := s.Spans()
		if diff := cmp.Diff([]sheet.Span{{R1: 1}, {R0: 2, C0: 3, R1: 3, C1: 5}, {R0: 7, R1: 7, C1: 255}}, spans); diff != "" || !complete {
			t.Errorf("spans, complete %t: %s", complete, diff)
		}
	}
	if diff := cmp.Diff([]sheet.Meta{
		{Format: "xls", Part: "一"},
		{Format: "xls", Part: "CNKI", Ordinal: 1, Visibility: sheet.HiddenSheet},
		{Format: "xls", Part: "一 (3)", Ordinal: 2, Visibility: sheet.VeryHidden},
	}, metas); diff != "" {
		t.Error(diff)
	}
}

func TestOrder(t *testing.T) {
	want(t, "interleaved with ROW", one(
		rec(recRow, 0, 0, 1, 255, 0, 0, uint32(0)), rec(recRow, 1, 0, 1, 255, 0, 0, uint32(0)), label(0, 0, "a"), label(1, 0, "b"),
		rec(0x00D7, uint32(0)), rec(recRow, 32, 0, 1, 255, 0, 0, uint32(0x20)), label(32, 0, "c"),
	).stream(), "A1 text a", "A2 text b", "A33 text c +hidden")
	want(t, "by column", one(
		number(0, 0, 0, 1), formula(1, 0, special8(0, 0), 0), rec(recString, str16("文")), number(2, 0, 0, 3), number(0, 1, 0, 4), number(2, 1, 0, 6), number(1, 1, 0, 5),
	).stream(), "A1 number 1", "B1 number 4", "A2 text 文 +formula", "B2 number 5", "A3 number 3", "B3 number 6")
	want(t, "columns descend and repeat", one(
		number(0, 2, 0, 1), number(0, 0, 0, 2), number(0, 2, 0, 3), number(0, 1, 0, 4),
	).stream(), "A1 number 2", "B1 number 4", "C1 number 3")
	data := one(number(5, 0, 0, 1), number(0, 0, 0, 2)).stream()
	wantError(t, "too many out of order", data, sheet.Limits{HeldCells: 1}, sheet.TooLarge, "out of order")
}

func TestHold(t *testing.T) {
	b, err := open(one(label(0, 0, "标题"), number(3, 2, 0, 4), rec(recMerged, 1, 0, 0, 0, 2)).stream(), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for s := range b.Sheets() {
		g, err := sheet.Hold(s, sheet.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if g.Rows != 4 || g.Cols != 3 || g.At(0, 0).Text != "标题" || g.At(3, 2).Text != "4" || len(g.Spans) != 1 || g.Locate(3, 2) != "C4" {
			t.Errorf("held %d x %d, %v, %s", g.Rows, g.Cols, g.Spans, g.Locate(3, 2))
		}
	}
}
