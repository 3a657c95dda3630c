package csv

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/sheet"
)

// read gives the filled fields as "row:col text".
func read(b []byte, lim sheet.Limits) (out []string, s sheet.Sheet, err error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return nil, nil, err
	}
	defer book.Close()
	for s, err = range book.Sheets() {
		if err != nil {
			return nil, nil, err
		}
		for {
			row, err := s.Next()
			if err == io.EOF {
				return out, s, nil
			}
			if err != nil {
				return out, s, err
			}
			for _, c := range row.Cells {
				if c.Kind != sheet.Text {
					return nil, nil, fmt.Errorf("kind %d of %q", c.Kind, c.Text)
				}
				out = append(out, fmt.Sprintf("%d:%d %s", row.Index, c.Col, c.Text))
			}
		}
	}
	return out, s, nil
}

func TestRecords(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"plain", "a,b\nc,d\n", []string{"0:0 a", "0:1 b", "1:0 c", "1:1 d"}},
		{"no line end at the end", "a,b", []string{"0:0 a", "0:1 b"}},
		{"crlf", "a,b\r\nc,d\r\n", []string{"0:0 a", "0:1 b", "1:0 c", "1:1 d"}},
		{"cr", "a,b\rc,d\r", []string{"0:0 a", "0:1 b", "1:0 c", "1:1 d"}},
		{"mixed line ends", "a,b\rc,d\r\n\ne,f\n", []string{"0:0 a", "0:1 b", "1:0 c", "1:1 d", "3:0 e", "3:1 f"}},
		{"empty records count", "\n\na,b\n\nc,d\n\n", []string{"2:0 a", "2:1 b", "4:0 c", "4:1 d"}},
		{"empty fields are no cells", ",,\n,b,\n", []string{"1:1 b"}},
		{"quotes", `"a,1","b ""x""",c` + "\n", []string{"0:0 a,1", `0:1 b "x"`, "0:2 c"}},
		{"line end in quotes", "\"a\r\nb\",c\nd,e\n", []string{"0:0 a\r\nb", "0:1 c", "1:0 d", "1:1 e"}},
		{"text after the closing quote", "\"a\"b,\"c\"\t,d\n", []string{"0:0 ab", "0:1 c\t", "0:2 d"}},
		{"quote within", `5" nail,3` + "\n", []string{`0:0 5" nail`, "0:1 3"}},
		{"quoted at the end", `a,"b"`, []string{"0:0 a", "0:1 b"}},
		{"empty quotes", `"",b,""""` + "\n", []string{"0:1 b", `0:2 "`}},
		{"spaces stay", " a , b\n", []string{"0:0  a ", "0:1  b"}},
		{"tab before every comma", "地区\t,2025年\t,\n北京\t,\t,\n", []string{"0:0 地区\t", "0:1 2025年\t", "1:0 北京\t", "1:1 \t"}},
		{"sep line", "sep=;\na;1,5\n", []string{"1:0 a", "1:1 1,5"}},
		{"ctrl-z", "a,b\r\n\x1a", []string{"0:0 a", "0:1 b"}},
		{"full width comma", "地区，产值，户数\n北京，1，2\n天津，3，4\n", []string{"0:0 地区", "0:1 产值", "0:2 户数", "1:0 北京", "1:1 1", "1:2 2", "2:0 天津", "2:1 3", "2:2 4"}},
		{"nothing", "", nil},
	} {
		got, _, err := read([]byte(test.in), sheet.Limits{})
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", test.name, err, diff)
		}
	}
}

// TestBuffers cuts the same text with buffers of all small sizes.
func TestBuffers(t *testing.T) {
	text := "地区,\"a\r\n\"\"b\"\"\",c\r\n\"x\"y,\r\"\r\",z\n\n1,2"
	want := [][]string{{"地区", "a\r\n\"b\"", "c"}, {"xy", ""}, {"\r", "z"}, {""}, {"1", "2"}}
	for size := room + 1; size < 80; size++ {
		s := newSplitter(strings.NewReader(text), ",", 1<<20)
		s.buf = s.buf[:size:size]
		var got [][]string
		for {
			fields, _, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			var record []string
			for _, f := range fields {
				record = append(record, string(f))
			}
			got = append(got, record)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("buffer of %d bytes:\n%s", size, diff)
		}
	}
}

func TestDelimiter(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"comma", "a,b,c\n1,2,3\n", ","},
		{"no delimiter", "title\nnote\n", ","},
		{"tab", "地区\t产值\t户数\n北京\t1\t2\n", "\t"},
		{"tab with thousands", "地区\t产值\t户数\n北京\t1,234\t5,678\n天津\t2,345\t6,789\n", "\t"},
		{"semicolon with decimal commas", "地区;产值;户数\n北京;1,5;2,5\n天津;3,25;4,5\n", ";"},
		{"pipe", "地区|产值\n北京|1\n", "|"},
		{"comma, lists with semicolons", "地区,产品,产值\n北京,笔;墨,1\n天津,纸;砚,2\n", ","},
		{"comma with tabs before", "数据库：分省年度数据\n地区\t,2025年\t,2024年\t,\n北京市\t,\t,1\t,\n", ","},
		{"comma with tabs after", "姓名,\t编号\n张,\t0012\n李,\t0034\n", ","},
		{"comma, ragged, with a title", "表1 产值\n地区,产值,户数\n北京,1\n天津,1,2,,\n", ","},
		{"commas in quotes of a tsv", "地区\t说明\n北京\t\"a,b\"\n天津\t\"c,d\"\n", "\t"},
		{"prose", "今年以来，行业平稳，增长较快。\n其中，出口增长，进口下降，库存上升。\n全年预计向好。\n", ","},
		{"full width comma", "地区，产值\n北京，1\n", "，"},
		{"told", "sep=|\na,b|c,d\n", "|"},
		{"told tab", "sep=\t\na,b\tc,d\n", "\t"},
	} {
		if got := delimiter([]byte(test.in)); got != test.want {
			t.Errorf("%s: delimiter = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLocate(t *testing.T) {
	in := "a,b\n\"x\ny\r\nz\",c\nd,e\r\n\n\"q\n\",f\nlast,g\n"
	_, s, err := read([]byte(in), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		row, col int
		want     string
	}{
		{0, 1, "line 1 field 2"},
		{1, 0, "line 2 field 1"},
		{2, 2, "line 5 field 3"},
		{4, 0, "line 7 field 1"},
		{5, 1, "line 9 field 2"},
	} {
		if got := s.Locate(test.row, test.col); got != test.want {
			t.Errorf("Locate(%d, %d) = %s, want %s", test.row, test.col, got, test.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name, in string
		lim      sheet.Limits
		code     sheet.Code
		place    string
	}{
		{"open quote", "a,b\nc,\"d\ne,f\n", sheet.Limits{}, sheet.Damaged, "line 2 field 2"},
		{"open quote of a large file", "a,b\nc,\"" + strings.Repeat("d\n", 1<<20), sheet.Limits{TextBytes: 1 << 10}, sheet.Damaged, "line 2 field 2"},
		{"long record", "a\n" + strings.Repeat("b", 1<<20), sheet.Limits{TextBytes: 1 << 10}, sheet.TooLarge, "line 2 field 1"},
		{"fields", "a,b\nc" + strings.Repeat(",d", maxFields) + "\n", sheet.Limits{}, sheet.TooLarge, "line 2 field 1"},
		{"fields, one of them quoted", "a,b\n\"c\"" + strings.Repeat(",d", maxFields) + "\n", sheet.Limits{}, sheet.TooLarge, "line 2 field 1"},
		{"long field", "a,b\nc," + strings.Repeat("d", 2000), sheet.Limits{TextBytes: 1 << 10}, sheet.TooLarge, "line 2 field 2"},
		{"cells", "a,b\nc,d\n", sheet.Limits{Cells: 3}, sheet.TooLarge, "line 2 field 1"},
		{"file", "a,b\nc,d\n", sheet.Limits{FileBytes: 3}, sheet.TooLarge, ""},
		{"binary", "a\x00\x01\x02\x03\x04", sheet.Limits{}, sheet.Unknown, ""},
	} {
		_, _, err := read([]byte(test.in), test.lim)
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || e.Place != test.place || e.Remedy == "" {
			t.Errorf("%s: %v, want %s at %q with a remedy", test.name, err, test.code, test.place)
		}
	}
}

// TestFilings reads the real exports: encoding, and a cell that a person read.
func TestFilings(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "filings")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no shared filings: ", err)
	}
	for _, test := range []struct{ file, enc, cell, place string }{
		{"tables/nbs_province_gdp_1993-2017_gbk.csv", "gb18030", "14:25 1925.91", "line 15 field 26"},
		{"tables/nbs_province_gdp_2011-2025_tabs.csv", "utf-8-bom", "15:15 18195.2\t", "line 16 field 16"},
		{"tables/nbs_province_population_gbk.csv", "gb18030", "26:10 8196", "line 27 field 11"},
		{"customs/t4-csv-gbk/2014-06.csv", "gb18030", "2:3 第一类 活动物；动物产品", "line 3 field 4"},
	} {
		b, err := os.ReadFile(filepath.Join(dir, test.file))
		if err != nil {
			t.Error(err)
			continue
		}
		cells, s, err := read(b, sheet.Limits{})
		if err != nil || s.Meta().Encoding != test.enc || !strings.Contains(strings.Join(cells, "\n")+"\n", "\n"+test.cell+"\n") {
			t.Errorf("%s: %v, %s: no cell %q", test.file, err, s.Meta().Encoding, test.cell)
			continue
		}
		var row, col int
		fmt.Sscanf(test.cell, "%d:%d", &row, &col)
		if got := s.Locate(row, col); got != test.place {
			t.Errorf("%s: Locate(%d, %d) = %s, want %s", test.file, row, col, got, test.place)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a\n\"\"b\",c\r\n", "地区\t,1\t,\n", "\xb1\xb1\xbe\xa9,1\n", "\xff\xfea\x00,\x00", "sep=;\na;b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		lim := sheet.Limits{TextBytes: 1 << 10, Cells: 1 << 16}
		first, _, err := read(b, lim)
		again, _, err2 := read(b, lim)
		if fmt.Sprint(err) != fmt.Sprint(err2) || !cmp.Equal(first, again) {
			t.Fatalf("two readings differ: %v, %v", err, err2)
		}
	})
}
