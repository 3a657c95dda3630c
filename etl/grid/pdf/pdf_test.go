package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/pdf/pdftest"
	"sanpin/etl/grid/sheet"
)

// draw is how a case draws its pages.
type draw func(d *pdftest.Doc)

func open(d *pdftest.Doc) (sheet.Book, error) {
	b := d.Bytes()
	return Open(bytes.NewReader(b), int64(len(b)), sheet.Limits{})
}

// dump writes the tables of a book: name, lines above, rows with their cells
// parted by " ¦ " and lines within a cell by "/", merged cells, errors.
func dump(t *testing.T, b sheet.Book) string {
	t.Helper()
	var out strings.Builder
	for s, err := range b.Sheets() {
		if err != nil {
			fmt.Fprintln(&out, "error:", err)
			continue
		}
		g, err := sheet.Hold(s, sheet.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %q\n", g.Meta.Part, g.Meta.Before)
		for r := range g.Rows {
			var cells []string
			for c := range g.Cols {
				cells = append(cells, strings.ReplaceAll(g.At(r, c).Text, "\n", "/"))
			}
			fmt.Fprintln(&out, strings.TrimRight(strings.Join(cells, "¦"), "¦"))
		}
		for _, s := range g.Spans {
			fmt.Fprintln(&out, "merged", s)
		}
	}
	return out.String()
}

// ruledTable draws a table with all its rules: a title, a heading over two
// columns, rows with numbers.
func ruledTable(p *pdftest.Page) {
	p.Center(250, 60, 14, "示例 表1 各地区主要指标（2023年）")
	p.Right(450, 80, 10, "单位：万元")
	xs, ys := []float64{50, 150, 250, 350, 450}, []float64{90, 110, 130, 150, 170, 190}
	for i, x := range xs {
		if i == 3 {
			p.Line(x, 110, x, 190) // 效益指标 is over two columns
			continue
		}
		p.Line(x, 90, x, 190)
	}
	for i, y := range ys {
		if i == 1 {
			p.Line(250, y, 450, y)
			continue
		}
		p.Line(50, y, 450, y)
	}
	p.Center(100, 114, 10, "地　区")
	p.Center(200, 108, 10, "企业数")
	p.Center(200, 122, 10, "（个）")
	p.Center(350, 104, 10, "效益指标")
	p.Center(300, 124, 10, "营业收入")
	p.Center(400, 124, 10, "利润总额")
	for i, row := range [][]string{{"全　国", "12", "1,234.50", "-3.4"}, {"浙江", "5", "１２３．４", "—"}, {"广东", "7", "1 111.1", "…"}} {
		y := 144 + 20*float64(i)
		p.Text(55, y, 10, row[0])
		for c, s := range row[1:] {
			p.Right(245+100*float64(c), y, 10, s)
		}
	}
}

const ruledWant = `["示例 表1 各地区主要指标（2023年）" "单位：万元"]
地区¦企业数/（个）¦效益指标
¦¦营业收入¦利润总额
全国¦12¦1,234.50¦-3.4
浙江¦5¦１２３．４¦—
广东¦7¦1 111.1¦…
merged {0 0 1 0}
merged {0 1 1 1}
merged {0 2 0 3}
`

// plainTable draws a table without rules.
func plainRows(p *pdftest.Page, y float64, rows [][]string) {
	for i, row := range rows {
		for c, s := range row {
			if c == 0 {
				p.Text(60, y+16*float64(i), 10, s)
			} else {
				p.Right(160+90*float64(c), y+16*float64(i), 10, s)
			}
		}
	}
}

var cities = [][]string{
	{"地区", "企业数（个）", "营业收入", "增长（%）"},
	{"杭州市", "12", "1234.5", "8.6"},
	{"宁波市", "305", "67.80", "-0.4"},
	{"温州市", "7", "12345.6", "12.0"},
	{"台州市", "41", "9.1", "-"},
}

const citiesWant = `地区¦企业数（个）¦营业收入¦增长（%）
杭州市¦12¦1234.5¦8.6
宁波市¦305¦67.80¦-0.4
温州市¦7¦12345.6¦12.0
台州市¦41¦9.1¦-
`

// TestNoTables holds what stands in columns and is no table, and tables whose
// columns cannot be told: they are text.
func TestNoTables(t *testing.T) {
	for _, test := range []struct {
		name string
		draw draw
		want []string // lines of text
	}{
		{"prose with numbers", func(d *pdftest.Doc) {
			p := d.Page()
			p.Text(60, 100, 10, "2023年，全市实现营业收入1234.5亿元，同比增长8.6%。")
			p.Text(60, 116, 10, "其中规模以上企业305家，比上年增加12家。")
		}, []string{"2023年，全市实现营业收入1234.5亿元，同比增长8.6%。", "其中规模以上企业305家，比上年增加12家。"}},
		{"two columns of text", func(d *pdftest.Doc) {
			p := d.Page()
			p.Center(297, 60, 14, "两栏的简报")
			for i := range 8 {
				p.Text(60, 100+16*float64(i), 10, fmt.Sprintf("左栏第%d行写满一整行的文字共有若干字", i))
				p.Text(310, 100+16*float64(i), 10, fmt.Sprintf("右栏第%d行写满一整行的文字共有若干字", i))
			}
		}, func() []string {
			lines := []string{"两栏的简报"}
			for _, side := range []string{"左", "右"} {
				for i := range 8 {
					lines = append(lines, fmt.Sprintf("%s栏第%d行写满一整行的文字共有若干字", side, i))
				}
			}
			return lines
		}()},
		{"contents", func(d *pdftest.Doc) {
			p := d.Page()
			for i, s := range []string{"第一章 总则", "第二章 品种", "第三章 品质"} {
				p.Text(60, 100+16*float64(i), 10, s+" ........................................ ")
				p.Right(500, 100+16*float64(i), 10, fmt.Sprint(i+1))
			}
		}, []string{"第一章 总则 ........................................ 1", "第二章 品种 ........................................ 2", "第三章 品质 ........................................ 3"}},
		{"frame around a text", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 500}, []float64{80, 200})
			p.Text(60, 100, 10, "框内的一段文字")
		}, []string{"框内的一段文字"}},
		{"headings of which columns cannot be told", func(d *pdftest.Doc) {
			p := d.Page()
			p.Center(250, 90, 10, "2022年")
			p.Center(430, 90, 10, "2023年")
			rows(p, 106, 16, []float64{60, 210, 270, 330, 390, 450, 510}, "lrrrrrr", [][]string{{"地区", "收入", "利润", "税金", "收入", "利润", "税金"}, {"甲市", "100", "10", "1", "110", "11", "2"}, {"乙市", "200", "20", "3", "220", "22", "4"}})
		}, []string{"2022年 2023年", "地区 收入 利润 税金 收入 利润 税金", "甲市 100 | 10 | 1 | 110 | 11 | 2", "乙市 200 | 20 | 3 | 220 | 22 | 4"}},
		{"columns too near to tell", func(d *pdftest.Doc) {
			p := d.Page()
			for i, row := range [][3]string{{"甲市", "12", "345"}, {"乙市", "67", "890"}, {"丙市", "11", "222"}, {"丁市", "33", "444"}} {
				y := 100 + 16*float64(i)
				p.Text(60, y, 10, row[0])
				p.Right(200, y, 10, row[1])
				p.Text(203, y, 10, row[2]) // 3 points: a column, or thousands?
			}
		}, []string{"甲市 12 | 345", "乙市 67 | 890", "丙市 11 | 222", "丁市 33 | 444"}},
	} {
		d := pdftest.New()
		test.draw(d)
		b, err := open(d)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := dump(t, b); got != "" {
			t.Errorf("%s: tables %s", test.name, got)
		}
		if diff := cmp.Diff(test.want, texts(t, d)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func texts(t *testing.T, d *pdftest.Doc) []string {
	t.Helper()
	data := d.Bytes()
	lines, err := Lines(bytes.NewReader(data), int64(len(data)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

func TestErrors(t *testing.T) {
	scan := func(p *pdftest.Page) { p.Image(0, 0, p.Width, p.Height) }
	for _, test := range []struct {
		name string
		draw draw
		code sheet.Code // of Open; "" if it opens
		says string     // part of the error, or of what the book gives
	}{
		{"scan", func(d *pdftest.Doc) { scan(d.Page()); scan(d.Page()) }, sheet.NoText, "none of the 2 pages"},
		{"scan under a stamp", func(d *pdftest.Doc) { p := d.Page(); scan(p); p.Text(400, 830, 8, "由扫描程序创建") }, sheet.NoText, "picture"},
		{"scan over recognised text", func(d *pdftest.Doc) {
			p := d.Page()
			scan(p)
			for i := range 5 {
				p.Unseen(60, 100+20*float64(i), 10, "全国 12345.6 7.8 9.0")
			}
		}, sheet.NoText, "OCR"},
		{"one page of two", func(d *pdftest.Doc) { ruledTable(d.Page()); scan(d.Page()) }, "", "error: page 2: the page has no text: it is a picture (file the workbook"},
		{"fonts without characters", func(d *pdftest.Doc) {
			d.Page().Raw = "BT /F3 10 Tf 100 500 Td <00130014001500160017> Tj ET\n"
		}, sheet.NoText, "fonts"},
		{"blank", func(d *pdftest.Doc) { d.Page() }, sheet.NoText, "blank"},
		{"no password", func(d *pdftest.Doc) { ruledTable(d.Page()); d.Encrypt("") }, "", "1,234.50"},
		{"password", func(d *pdftest.Doc) { ruledTable(d.Page()); d.Encrypt("secret") }, sheet.Encrypted, "password"},
	} {
		d := pdftest.New()
		test.draw(d)
		b, err := open(d)
		var e *sheet.Error
		switch {
		case test.code == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.code == "":
			if got := dump(t, b); !strings.Contains(got, test.says) {
				t.Errorf("%s: %s, want %q in it", test.name, got, test.says)
			}
		case !errors.As(err, &e) || e.Code != test.code || !strings.Contains(e.Cause, test.says) || e.Remedy == "":
			t.Errorf("%s: %v, want %s that says %q with a remedy", test.name, err, test.code, test.says)
		}
	}
}

// TestPages holds tables that go on over pages, and what stands in the margins.
func TestPages(t *testing.T) {
	more := [][]string{{"绍兴市", "88", "4.5", "1.2"}, {"嘉兴市", "9", "600.0", "-7.7"}, {"湖州市", "15", "21.3", "0.0"}}
	margins := func(p *pdftest.Page, n int) {
		p.Center(297, 40, 9, "示例统计资料汇编")
		p.Center(297, 812, 9, fmt.Sprintf("— %d —", n))
	}
	joined := citiesWant + "绍兴市¦88¦4.5¦1.2\n嘉兴市¦9¦600.0¦-7.7\n湖州市¦15¦21.3¦0.0\n"
	for _, test := range []struct {
		name string
		draw draw
		want string
	}{
		{"rows alone", func(d *pdftest.Doc) {
			a, b := d.Page(), d.Page()
			margins(a, 1)
			a.Text(60, 80, 12, "表3 各市情况")
			plainRows(a, 104, cities)
			margins(b, 2)
			plainRows(b, 104, more)
		}, `page 1 table 1 ["示例统计资料汇编" "表3 各市情况"]` + "\n" + joined},
		{"headings again", func(d *pdftest.Doc) {
			a, b := d.Page(), d.Page()
			a.Text(60, 80, 12, "表3 各市情况")
			plainRows(a, 104, cities)
			b.Text(60, 80, 12, "续表3")
			plainRows(b, 104, append(cities[:1:1], more...))
		}, `page 1 table 1 ["表3 各市情况"]` + "\n" + joined},
		{"another unit", func(d *pdftest.Doc) {
			a, b := d.Page(), d.Page()
			a.Text(60, 84, 10, "单位：万元")
			plainRows(a, 104, cities)
			b.Text(60, 84, 10, "单位：元")
			plainRows(b, 104, cities)
		}, `page 1 table 1 ["单位：万元"]` + "\n" + citiesWant + `page 2 table 1 ["单位：元"]` + "\n" + citiesWant},
		{"another table", func(d *pdftest.Doc) {
			a, b := d.Page(), d.Page()
			a.Text(60, 80, 12, "表3 各市情况")
			plainRows(a, 104, cities)
			b.Text(60, 80, 12, "表4 上年各市情况")
			plainRows(b, 104, cities)
		}, `page 1 table 1 ["表3 各市情况"]` + "\n" + citiesWant + `page 2 table 1 ["表4 上年各市情况"]` + "\n" + citiesWant},
		{"other headings", func(d *pdftest.Doc) {
			a, b := d.Page(), d.Page()
			plainRows(a, 104, cities)
			plainRows(b, 104, append([][]string{{"地区", "职工（人）", "营业成本", "增长（%）"}}, more...))
		}, "page 1 table 1 []\n" + citiesWant + "page 2 table 1 []\n地区¦职工（人）¦营业成本¦增长（%）\n绍兴市¦88¦4.5¦1.2\n嘉兴市¦9¦600.0¦-7.7\n湖州市¦15¦21.3¦0.0\n"},
	} {
		d := pdftest.New()
		test.draw(d)
		b, err := open(d)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if diff := cmp.Diff(test.want, dump(t, b)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestLocate(t *testing.T) {
	d := pdftest.New()
	plainRows(d.Page(), 104, cities)
	plainRows(d.Page(), 104, [][]string{{"绍兴市", "88", "4.5", "1.2"}, {"嘉兴市", "9", "600.0", "-7.7"}})
	b, err := open(d)
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range b.Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			row, col int
			want     string
		}{
			{1, 1, "page 1 r2c2 [240 112 250 122]"},
			{5, 0, "page 2 r6c1 [60 96 90 106]"},
			{1, 9, "page 1 r2c10"},
			{99, 0, "page 1 r100c1"},
		} {
			if got := s.Locate(test.row, test.col); got != test.want {
				t.Errorf("Locate(%d, %d) = %q, want %q", test.row, test.col, got, test.want)
			}
		}
		if m := s.Meta(); m.Format != "pdf" || m.Ordinal != 0 {
			t.Errorf("meta %+v", m)
		}
	}
}

func TestLines(t *testing.T) {
	d := pdftest.New()
	p := d.Page()
	p.Text(60, 80, 10, "表3 各市情况")
	plainRows(p, 104, cities)
	q := d.Page()
	plainRows(q, 104, [][]string{{"绍兴市", "88", "4.5", "1.2"}, {"嘉兴市", "9", "600.0", "-7.7"}})
	q.Text(60, 300, 10, "注：数据来自示例。")
	data := d.Bytes()
	lines, err := Lines(bytes.NewReader(data), int64(len(data)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		got = append(got, fmt.Sprintf("%d %s %s", l.Page, l.Part, l.Text))
	}
	want := []string{
		"1  表3 各市情况",
		"1 page 1 table 1 地区\t企业数（个）\t营业收入\t增长（%）",
		"1 page 1 table 1 杭州市\t12\t1234.5\t8.6",
		"1 page 1 table 1 宁波市\t305\t67.80\t-0.4",
		"1 page 1 table 1 温州市\t7\t12345.6\t12.0",
		"1 page 1 table 1 台州市\t41\t9.1\t-",
		"2 page 1 table 1 绍兴市\t88\t4.5\t1.2",
		"2 page 1 table 1 嘉兴市\t9\t600.0\t-7.7",
		"2  注：数据来自示例。",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLimits(t *testing.T) {
	d := pdftest.New()
	ruledTable(d.Page())
	b := d.Bytes()
	var e *sheet.Error
	if _, err := Open(bytes.NewReader(b), int64(len(b)), sheet.Limits{Cells: 5}); !errors.As(err, &e) || e.Code != sheet.TooLarge || e.Remedy == "" {
		t.Errorf("a table of more cells than the limit: %v", err)
	}
	if _, err := Open(bytes.NewReader(b), int64(len(b))-30, sheet.Limits{}); err == nil { // the mark of the end is cut off
		t.Error("a file cut short opens")
	}
}
