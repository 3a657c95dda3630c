package xls

import (
	"bytes"
	"errors"
	"testing"

	"sanpin/etl/grid/sheet"
)

// sample is a small book with every record that is read.
func sample() workbook {
	w := workbook{sheets: []worksheetPart{
		{name: "数据", body: join(
			rec(recColInfo, 1, 1, 0, 0, 1, 0), rec(recRow, 0, 0, 9, 255, 0, 0, uint32(0x20)),
			rec(recLabelSST, 0, 0, 0, uint32(0)), label(0, 1, "标题"), number(1, 0, 1, 45567.5), rec(recRK, 1, 1, 0, uint32(7<<2|2)),
			rec(recMulRK, 2, 0, 0, uint32(6), 0, uint32(10), 1), formula(3, 0, special8(0, 0), 0), rec(recShared, "xx"), rec(recString, str16("文")),
			rec(recBoolErr, 3, 1, 0, byte(1), byte(0)), number(0, 2, 0, 1), rec(recBOF, biff8, 0x20), rec(recEOF), rec(recMerged, 1, 0, 0, 0, 1))},
		{name: "图", kind: 2}, {name: "CNKI", hidden: 1},
	}}
	return w.with(rec(recCodePage, 1200), rec(recDateMode, 0), format(164, `[$-804]yyyy"年"m"月";@`), style(0), style(164),
		rec(recSST, uint32(2), uint32(2), 4, byte(0), "ab"), rec(recContinue, byte(1), wide("三品"), 1, byte(8|4|1), 1, uint32(2), wide("末"), "runs", "ph"))
}

func TestDamaged(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		text string
	}{
		{"shared string that is not there", one(rec(recLabelSST, 0, 0, 0, uint32(3))).stream(), "cell A1 points at shared string 3 of 0"},
		{"short record", one(rec(recNumber, 0, 0, 0, "1234")).stream(), "record 0x0203 has 10 bytes"},
		{"text longer than its record", one(rec(recLabel, 0, 2, 0, 9, byte(0), "abc")).stream(), "the text of cell C1 is cut short"},
		{"half a character", one(rec(recLabel, 0, 2, 0, 2, byte(1), "abc")).stream(), "cut short"},
		{"text of a formula", one(formula(0, 0, special8(0, 0), 0), rec(recString, 9, byte(0), "abc")).stream(), "the text of cell A1"},
		{"shared string", one().with(rec(recSST, uint32(2), uint32(2), str16("一"), 5, byte(0), "a")).stream(), "shared string 1 is cut short"},
		{"merged range", one(rec(recMerged, 1, 5, 4, 0, 0)).stream(), "ends before it begins"},
		{"no list of sheets", rec(recBOF, biff8, globalStream), "without an end mark"},
		{"sheet outside", join(rec(recBOF, biff8, globalStream), rec(recBoundSheet, uint32(9999), byte(0), byte(0), str8("s")), rec(recEOF)), "the stream ends"},
		{"sheet that is none", join(rec(recBOF, biff8, globalStream), rec(recBoundSheet, uint32(8), byte(0), byte(0), str8("s")), rec(recEOF)), "does not begin here"},
		{"short first record", compoundFile(stream{"Workbook", rec(recFormat+1, make([]byte, 2))}), "begins with record 0x041f"},
		{"sheets that overlap", overlapping(rec(recEOF)), "overlap"},
		{"sheets that overlap without an end", overlapping(nil), "the stream ends"},
	} {
		wantError(t, test.name, test.data, sheet.Limits{}, sheet.Damaged, test.text)
	}
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("province,2023\n"), "HTML": []byte("<html><table>"), "Excel 4": rec(recBOF4, 0, 0x10), "Excel 4 in OLE": compoundFile(stream{"Book", rec(recBOF4, 0, 0x100)}), "a chart": rec(recBOF, biff8, 0x20),
	} {
		wantError(t, name, data, sheet.Limits{}, sheet.Unknown, "")
	}
}

// overlapping lists one sheet many times; end is its last record.
func overlapping(end []byte) []byte {
	head := rec(recBOF, biff8, globalStream)
	const times = 9
	at := len(head) + times*len(rec(recBoundSheet, uint32(0), byte(0), byte(0), str8("a"))) + len(rec(recEOF))
	list := bytes.Repeat(rec(recBoundSheet, uint32(at), byte(0), byte(0), str8("a")), times)
	return join(head, list, rec(recEOF), rec(recBOF, biff8, sheetStream), label(0, 0, "a"), end)
}

// TestOverlap holds that sheets without an end do not cost a pass each.
func TestOverlap(t *testing.T) {
	b, err := open(overlapping(bytes.Repeat(label(0, 0, "a"), 100)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	errs := 0
	for _, err := range b.Sheets() {
		if err == nil {
			t.Error("a sheet without an end opened")
		}
		errs++
	}
	if errs != 2 { // the first, then that they overlap
		t.Errorf("%d errors, want 2", errs)
	}
}

func TestLimits(t *testing.T) {
	data := sample().stream()
	nested := bytes.Repeat(rec(recBOF, biff8, 0x20), 300)
	crowded := bytes.Repeat(rec(recMulRK, 0, 0, make([]byte, 6*1300), 0), 60)
	for _, test := range []struct {
		name string
		data []byte
		lim  sheet.Limits
		text string
	}{
		{"file", data, sheet.Limits{FileBytes: 100}, "more than 100"},
		{"cells", data, sheet.Limits{Cells: 3}, "more than 3 filled cells"},
		{"sheets", data, sheet.Limits{Sheets: 1}, "more than 1 sheets"},
		{"merged ranges", one(rec(recMerged, 2, 0, 0, 0, 1, 1, 1, 0, 1)).stream(), sheet.Limits{Spans: 1}, "more than 1 merged"},
		{"shared strings", data, sheet.Limits{UniqueBytes: 12}, "shared strings"},
		{"one shared string", data, sheet.Limits{TextBytes: 4}, "shared string 0"},
		{"one text", one(label(0, 0, "三品三品")).stream(), sheet.Limits{TextBytes: 8}, "cell A1"},
		{"depth", one(nested).stream(), sheet.Limits{}, "200 deep"},
		{"cells of a row", one(crowded).stream(), sheet.Limits{}, "row 1 has"},
	} {
		wantError(t, test.name, test.data, test.lim, sheet.TooLarge, test.text)
	}
}

// check fails unless a file reads, or is refused with an error of this package.
func check(t *testing.T, data []byte) {
	t.Helper()
	lim := sheet.Limits{Cells: 100_000, UniqueBytes: 1 << 20, HeldCells: 10_000, Sheets: 20}
	b, err := open(data, lim)
	var e *sheet.Error
	if err != nil {
		if !errors.As(err, &e) || e.Remedy == "" {
			t.Fatalf("error %v is no *sheet.Error with a remedy", err)
		}
		return
	}
	for s, err := range b.Sheets() {
		if err == nil {
			_, err = drain(s)
		}
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("error %v is no *sheet.Error", err)
		}
	}
}

// TestCutAndChanged cuts a book at every byte and changes every byte.
func TestCutAndChanged(t *testing.T) {
	for _, data := range [][]byte{sample().stream(), encryptRC4(sample(), defaultPassword), compoundFile(stream{"Workbook", sample().stream()})} {
		for i := range data {
			check(t, data[:i])
			for _, c := range []byte{0, 0xFF, data[i] ^ 1, data[i] ^ 0x80} {
				changed := bytes.Clone(data)
				changed[i] = c
				check(t, changed)
			}
		}
	}
}

// FuzzOpen holds that no file panics, hangs, or gives rows out of order.
func FuzzOpen(f *testing.F) {
	five := workbook{version: 0x0500, sheets: []worksheetPart{{name: "s", body: join(rec(recLabel, 0, 0, 0, 2, "\xC8\xFD"), rec(recRString, 1, 0, 0, 2, "ab", byte(0)))}}}
	for _, data := range [][]byte{
		sample().stream(), five.with(rec(recCodePage, 936)).stream(), encryptRC4(sample(), defaultPassword), encryptCryptoAPI(sample(), defaultPassword, 128),
		encryptXOR(sample(), xorKey, xorCheck), compoundFile(stream{"Workbook", sample().stream()}), compoundFile(stream{"Book", bigBook()}), overlapping(rec(recEOF)),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}
