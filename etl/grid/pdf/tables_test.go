package pdf

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid/pdf/pdftest"
)

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
		{"side by side", func(d *pdftest.Doc) {
			p := d.Page()
			for _, dx := range []float64{0, 260} {
				p.Grid([]float64{50 + dx, 150 + dx, 250 + dx}, []float64{90, 110, 130, 150})
				rows(p, 104, 20, []float64{55 + dx, 245 + dx}, "lr", [][]string{{"地区", "收入"}, {"甲市", "1"}, {"乙市", "2"}})
			}
		}, "page 1 table 1 []\n地区¦收入\n甲市¦1\n乙市¦2\npage 1 table 2 []\n地区¦收入\n甲市¦1\n乙市¦2\n"},
		{"no rules around", func(d *pdftest.Doc) {
			p := d.Page()
			p.Line(50, 110, 250, 110)
			p.Line(50, 130, 250, 130)
			p.Line(150, 90, 150, 150)
			rows(p, 104, 20, []float64{55, 245}, "lr", [][]string{{"地区", "收入"}, {"甲市", "1"}, {"乙市", "2"}})
		}, "page 1 table 1 []\n地区¦收入\n甲市¦1\n乙市¦2\n"},
		{"headings in steps", func(d *pdftest.Doc) { // 利税 has the shape of a Γ above 税金
			p := d.Page()
			for _, x := range []float64{50, 150, 350} {
				p.Line(x, 90, x, 170)
			}
			p.Line(250, 110, 250, 170)
			p.Line(250, 110, 350, 110)
			for _, y := range []float64{90, 130, 150, 170} {
				p.Line(50, y, 350, y)
			}
			rows(p, 118, 20, []float64{55, 155}, "ll", [][]string{{"地区", "利税"}})
			p.Text(255, 124, 10, "税金")
			rows(p, 144, 20, []float64{55, 245, 345}, "lrr", [][]string{{"甲市", "3", "1"}, {"乙市", "5", "2"}})
		}, "page 1 table 1 []\n地区¦利税\n¦¦税金\n甲市¦3¦1\n乙市¦5¦2\nmerged {0 0 1 0}\nmerged {0 1 1 1}\n"},
		{"label written downwards over rows", func(d *pdftest.Doc) {
			p := d.Page()
			for _, x := range []float64{50, 80, 150, 250} {
				p.Line(x, 90, x, 170)
			}
			for i, y := range []float64{90, 110, 130, 150, 170} {
				if i == 2 || i == 3 {
					p.Line(80, y, 250, y)
					continue
				}
				p.Line(50, y, 250, y)
			}
			rows(p, 104, 20, []float64{55, 85, 245}, "llr", [][]string{{"类", "地区", "收入"}, {"", "甲市", "1"}, {"", "乙市", "2"}, {"", "丙市", "3"}})
			for i, s := range []string{"轻", "工", "业"} {
				p.Text(60, 130+12*float64(i), 10, s)
			}
		}, "page 1 table 1 []\n类¦地区¦收入\n轻/工/业¦甲市¦1\n¦乙市¦2\n¦丙市¦3\nmerged {1 0 3 0}\n"},
		{"two numbers in a cell", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 150, 250}, []float64{90, 110, 140, 160})
			rows(p, 104, 20, []float64{55, 155}, "ll", [][]string{{"地区", "收入"}, {"甲市", ""}})
			p.Text(155, 122, 10, "12")
			p.Text(200, 122, 10, "345")
			p.Text(55, 154, 10, "乙市")
			p.Text(155, 154, 10, "6")
		}, "page 1 table 1 []\n地区¦收入\n甲市¦12 | 345\n乙市¦6\n"},
		{"a number over the edge of its cell", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 150, 200, 250}, []float64{90, 110, 130, 150})
			rows(p, 104, 20, []float64{55, 155, 205}, "lll", [][]string{{"地区", "收入", "利润"}, {"甲市", "12345678901", ""}, {"乙市", "6", "7"}})
		}, "page 1 table 1 []\n地区¦收入¦利润\n甲市¦12345678901\uFFFD\n乙市¦6¦7\n"},
		{"text cut to its cell", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 110, 200}, []float64{90, 110, 130, 150})
			p.Cut(50, 90, 110, 110, 55, 104, 10, "某市某区某街道办事处")
			rows(p, 104, 20, []float64{55, 115}, "ll", [][]string{{"", "收入"}, {"甲市", "6"}, {"乙市", "7"}})
			p.Cut(50, 300, 110, 310, 55, 400, 10, "看不见的")
		}, "page 1 table 1 []\n某市某区某街道办事处¦收入\n甲市¦6\n乙市¦7\n"},
		{"form", func(d *pdftest.Doc) {
			p := d.Page()
			p.Grid([]float64{50, 150, 300, 400, 500}, []float64{90, 110, 130})
			rows(p, 104, 20, []float64{55, 155, 305, 405}, "llll", [][]string{{"企业名称", "某某有限公司", "法定代表人", "张三"}, {"营业收入", "1234.5万元", "从业人数", "305人"}})
		}, "page 1 table 1 []\n企业名称¦某某有限公司¦法定代表人¦张三\n营业收入¦1234.5万元¦从业人数¦305人\n"},
		{"headings left, numbers right", func(d *pdftest.Doc) {
			p := d.Page()
			rows(p, 104, 16, []float64{55, 160, 260}, "lll", [][]string{{"地区", "收入", "利润"}, {"", "", "总额"}})
			rows(p, 136, 16, []float64{55, 240, 340}, "lrr", [][]string{{"甲市", "1.5", "22"}, {"乙市", "2.25", "3"}, {"丙市", "100", "4"}})
		}, "page 1 table 1 []\n地区¦收入¦利润\n¦¦总额\n甲市¦1.5¦22\n乙市¦2.25¦3\n丙市¦100¦4\n"},
		{"blank cells", func(d *pdftest.Doc) {
			rows(d.Page(), 104, 16, []float64{55, 240, 340, 440}, "lrrr", [][]string{{"地区", "收入", "利润", "税金"}, {"甲市", "1.5", "", "9"}, {"乙市", "", "3", "8"}, {"丙市", "100", "4", ""}})
		}, "page 1 table 1 []\n地区¦收入¦利润¦税金\n甲市¦1.5¦¦9\n乙市¦¦3¦8\n丙市¦100¦4\n"},
		{"thousands by spaces", func(d *pdftest.Doc) {
			rows(d.Page(), 104, 16, []float64{55, 240, 340}, "lrr", [][]string{{"地区", "收入", "利润"}, {"甲市", "34 373.6", "1 022"}, {"乙市", "2 225.0", "3 333"}, {"丙市", "1 100.1", "4 100"}})
		}, "page 1 table 1 []\n地区¦收入¦利润\n甲市¦34 373.6¦1 022\n乙市¦2 225.0¦3 333\n丙市¦1 100.1¦4 100\n"},
		{"columns as near as in a spreadsheet", func(d *pdftest.Doc) {
			rows(d.Page(), 104, 13, []float64{55, 180, 230, 272}, "lrrr", [][]string{{"地区", "企业数", "营业收入", "利润总额"}, {"甲市", "5306", "94759.52", "39179.3"}, {"乙市", "8780", "8959.98", "58069.6"}, {"丙市", "3518", "30268.28", "4308.9"}})
		}, "page 1 table 1 []\n地区¦企业数¦营业收入¦利润总额\n甲市¦5306¦94759.52¦39179.3\n乙市¦8780¦8959.98¦58069.6\n丙市¦3518¦30268.28¦4308.9\n"},
		{"list", func(d *pdftest.Doc) {
			rows(d.Page(), 104, 16, []float64{55, 200, 400}, "lll", [][]string{{"集群名称", "地区", "主导产品"}, {"某市制笔产业集群", "浙江省", "圆珠笔"}, {"某县家具产业集群", "江西省", "实木家具"}, {"某镇灯饰产业集群", "广东省", "灯具"}})
		}, "page 1 table 1 []\n集群名称¦地区¦主导产品\n某市制笔产业集群¦浙江省¦圆珠笔\n某县家具产业集群¦江西省¦实木家具\n某镇灯饰产业集群¦广东省¦灯具\n"},
		{"headings among the rows", func(d *pdftest.Doc) {
			rows(d.Page(), 104, 16, []float64{55, 240, 340}, "lrr", [][]string{{"行业", "收入", "利润"}, {"总计", "100", "10"}, {"其中：", "", ""}, {"家具制造业", "40", "4"}, {"二、按登记注册类型分组的企业情况", "", ""}, {"国有", "1", "2"}, {"民营", "3", "4"}})
		}, "page 1 table 1 []\n行业¦收入¦利润\n总计¦100¦10\n其中：\n家具制造业¦40¦4\n二、按登记注册类型分组的企业情况\n国有¦1¦2\n民营¦3¦4\n"},
		{"title right above the headings", func(d *pdftest.Doc) {
			p := d.Page()
			p.Center(250, 88, 10, "各市工业主要指标")
			plainRows(p, 104, cities)
		}, `page 1 table 1 ["各市工业主要指标"]` + "\n" + citiesWant},
		{"one heading over two of the columns", func(d *pdftest.Doc) {
			p := d.Page()
			p.Center(270, 90, 10, "其中")
			rows(p, 106, 16, []float64{55, 190, 250, 310, 390}, "lrrrr", [][]string{{"地区", "收入", "国有", "民营", "利润"}, {"甲市", "100", "10", "90", "110"}, {"乙市", "200", "20", "180", "220"}, {"丙市", "300", "30", "270", "330"}})
		}, "page 1 table 1 []\n¦¦其中\n地区¦收入¦国有¦民营¦利润\n甲市¦100¦10¦90¦110\n乙市¦200¦20¦180¦220\n丙市¦300¦30¦270¦330\nmerged {0 2 0 3}\n"},
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

// rows draws texts at places, l from it on and r up to it.
func rows(p *pdftest.Page, y, pitch float64, xs []float64, side string, texts [][]string) {
	for i, row := range texts {
		for c, s := range row {
			switch {
			case s == "":
			case side[c] == 'r':
				p.Right(xs[c], y+pitch*float64(i), 10, s)
			default:
				p.Text(xs[c], y+pitch*float64(i), 10, s)
			}
		}
	}
}
