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

func TestTables(t *testing.T) {
	for _, test := range []struct {
		name string
		draw draw
		want string
	}{
		{"ruled", func(d *pdftest.Doc) { ruledTable(d.Page()) }, "page 1 table 1 " + ruledWant},
		{"page turned by 90 degrees", func(d *pdftest.Doc) {
			p := d.Page()
			p.Width, p.Height, p.Rotate = 842, 595, 90
			p.Upwards = true
			p.Width, p.Height = 595, 842
			ruledTable(p)
		}, "page 1 table 1 " + ruledWant},
		{"wide page printed upwards on a tall one", func(d *pdftest.Doc) {
			p := d.Page()
			p.Upwards = true
			ruledTable(p)
		}, "page 1 table 1 " + ruledWant},
		{"plain", func(d *pdftest.Doc) {
			p := d.Page()
			p.Text(60, 60, 12, "2023年各市情况")
			p.Right(430, 84, 10, "单位：万元")
			plainRows(p, 104, cities)
		}, `page 1 table 1 ["2023年各市情况" "单位：万元"]` + "\n" + citiesWant},
		{"three rules only", func(d *pdftest.Doc) {
			p := d.Page()
			p.Line(50, 90, 440, 90)
			p.Line(50, 110, 440, 110)
			p.Line(50, 176, 440, 176)
			plainRows(p, 104, cities)
		}, "page 1 table 1 []\n" + citiesWant},
		{"columns ruled, rows not", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 120, 252, 345, 440}, []float64{90, 182})
			p.Line(50, 108, 440, 108)
			plainRows(p, 104, cities)
		}, "page 1 table 1 []\n" + citiesWant},
		{"only the headings ruled", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{120, 252, 345}, []float64{90, 110})
			p.Line(50, 90, 440, 90)
			p.Line(50, 110, 440, 110)
			p.Line(50, 180, 440, 180)
			plainRows(p, 104, cities)
		}, "page 1 table 1 []\n" + citiesWant},
		{"heading over two columns", func(d *pdftest.Doc) {
			p := d.Page()
			p.Center(260, 90, 10, "2022年")
			p.Center(400, 90, 10, "2023年")
			rows := [][]string{{"地区", "收入", "利润", "收入", "利润"}, {"甲市", "100", "10", "110", "11"}, {"乙市", "200", "20", "220", "22"}, {"丙市", "300", "30", "330", "33"}}
			for i, row := range rows {
				p.Text(60, 106+16*float64(i), 10, row[0])
				for c, s := range row[1:] {
					p.Right(240+70*float64(c), 106+16*float64(i), 10, s)
				}
			}
		}, "page 1 table 1 []\n¦2022年¦¦2023年\n地区¦收入¦利润¦收入¦利润\n甲市¦100¦10¦110¦11\n乙市¦200¦20¦220¦22\n丙市¦300¦30¦330¦33\nmerged {0 1 0 2}\nmerged {0 3 0 4}\n"},
		{"label over two lines", func(d *pdftest.Doc) {
			p := d.Page()
			p.Text(60, 100, 10, "行业")
			p.Right(260, 100, 10, "收入")
			p.Right(340, 100, 10, "增速")
			p.Text(60, 124, 10, "文教、工美、体育和")
			p.Text(60, 137, 10, "娱乐用品制造业")
			p.Right(260, 137, 10, "123.4")
			p.Right(340, 137, 10, "1.0")
			p.Text(60, 161, 10, "家具制造业")
			p.Right(260, 161, 10, "56.7")
			p.Right(340, 161, 10, "-2.0")
			p.Text(60, 185, 10, "造纸业")
			p.Right(260, 185, 10, "8")
			p.Right(340, 185, 10, "3.5")
		}, "page 1 table 1 []\n行业¦收入¦增速\n文教、工美、体育和/娱乐用品制造业¦123.4¦1.0\n家具制造业¦56.7¦-2.0\n造纸业¦8¦3.5\n"},
		{"raised marks are no digits", func(d *pdftest.Doc) {
			p := d.Page()
			xs, ys := []float64{50, 150, 250}, []float64{90, 110, 130, 150}
			p.Grid(xs, ys)
			p.Text(55, 104, 10, "地区")
			p.Text(155, 104, 10, "收入")
			p.Text(175, 100, 6, "1)")
			p.Text(55, 124, 10, "甲")
			p.Text(155, 124, 10, "123.4")
			p.Text(180, 120, 6, "2")
			p.Text(55, 144, 10, "乙①")
			p.Text(155, 144, 10, "56.7*")
		}, "page 1 table 1 []\n地区¦收入¹⁾\n甲¦123.4²\n乙①¦56.7*\n"},
		{"bold by drawing twice", func(d *pdftest.Doc) {
			p := d.Page()
			plainRows(p, 104, cities)
			plainRowsAt(p, 60.3, 104, cities)
		}, "page 1 table 1 []\n" + citiesWant},
		{"watermark", func(d *pdftest.Doc) {
			p := d.Page()
			plainRows(p, 104, cities)
			p.Aslant(150, 170, 40, "内部资料888")
		}, "page 1 table 1 []\n" + citiesWant},
		{"letters set apart", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 200, 300}, []float64{90, 110, 130, 150})
			p.Spaced(55, 104, 10, 20, "地区名称")
			p.Text(205, 104, 10, "收入")
			p.Text(55, 124, 10, "合 计")
			p.Spaced(205, 124, 10, 3, "12345.6")
			p.Text(55, 144, 10, "浙江 杭州")
			p.Text(205, 144, 10, "7")
		}, "page 1 table 1 []\n地区名称¦收入\n合计¦12345.6\n浙江 杭州¦7\n"},
		{"rules as thin boxes, dashes and grounds of cells", func(d *pdftest.Doc) {
			p := d.Page()
			p.Box(50, 90, 250, 110, 0.9)
			for _, y := range []float64{90, 110, 130, 150} {
				for x := 50.0; x < 250; x += 4 {
					p.Box(x, y-0.25, x+2, y+0.25, 0)
				}
			}
			for _, x := range []float64{50, 150, 250} {
				p.Box(x-0.25, 90, x+0.25, 150, 0)
			}
			for i, row := range [][]string{{"地区", "收入"}, {"甲", "1"}, {"乙", "2"}} {
				p.Text(55, 104+20*float64(i), 10, row[0])
				p.Right(245, 104+20*float64(i), 10, row[1])
			}
		}, "page 1 table 1 []\n地区¦收入\n甲¦1\n乙¦2\n"},
		{"two tables and the text between", func(d *pdftest.Doc) {
			p := d.Page()
			plainRows(p, 104, cities)
			p.Text(60, 240, 10, "以上为前三季度数据，以下为全年数据，均未经审计。")
			p.Text(60, 260, 10, "表2 全年")
			plainRows(p, 290, cities)
		}, "page 1 table 1 []\n" + citiesWant + `page 1 table 2 ["以上为前三季度数据，以下为全年数据，均未经审计。" "表2 全年"]` + "\n" + citiesWant},
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

func plainRowsAt(p *pdftest.Page, x, y float64, rows [][]string) {
	for i, row := range rows {
		for c, s := range row {
			if c == 0 {
				p.Text(x, y+16*float64(i), 10, s)
			} else {
				p.Right(160+90*float64(c)+x-60, y+16*float64(i), 10, s)
			}
		}
	}
}

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
