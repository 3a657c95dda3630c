package clean

import (
	"errors"
	"strings"
	"testing"
)

func mustPeriod(t testing.TB, s string) Period {
	t.Helper()
	if s == "" {
		return Period{}
	}
	p, err := ParsePeriod(s, Period{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParsePeriod(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		// years
		{"2020", "2020-01-01/2020-12-31 flow"}, {"2020年", "2020-01-01/2020-12-31 flow"}, {"2020年度", "2020-01-01/2020-12-31 flow"}, {"２０２０年", "2020-01-01/2020-12-31 flow"}, {" 2020 年 ", "2020-01-01/2020-12-31 flow"}, {"(2020年)", "2020-01-01/2020-12-31 flow"}, {"2020年全年", "2020-01-01/2020-12-31 flow"},
		{"2020.0", "2020-01-01/2020-12-31 flow"}, {"2020.00", "2020-01-01/2020-12-31 flow"}, {"二〇二〇年", "2020-01-01/2020-12-31 flow"}, {"二○二四年", "2024-01-01/2024-12-31 flow"}, {"二零二四年", "2024-01-01/2024-12-31 flow"}, {"二O二四年度", "2024-01-01/2024-12-31 flow"}, {"一九九八年", "1998-01-01/1998-12-31 flow"}, {"二〇二四", "2024-01-01/2024-12-31 flow"},
		// months
		{"2020年5月", "2020-05-01/2020-05-31 flow"}, {"2020-05", "2020-05-01/2020-05-31 flow"}, {"2020/5", "2020-05-01/2020-05-31 flow"}, {"2020.05", "2020-05-01/2020-05-31 flow"}, {"202005", "2020-05-01/2020-05-31 flow"}, {"2020年02月", "2020-02-01/2020-02-29 flow"}, {"2020年5月份", "2020-05-01/2020-05-31 flow"}, {"二〇二四年十二月", "2024-12-01/2024-12-31 flow"}, {"2020年1月", "2020-01-01/2020-01-31 flow"},
		// to date
		{"2020年1-5月", "2020-01-01/2020-05-31 ytd"}, {"2020年1—5月", "2020-01-01/2020-05-31 ytd"}, {"2023年1至11月", "2023-01-01/2023-11-30 ytd"}, {"2020年1月-5月", "2020-01-01/2020-05-31 ytd"}, {"2020年1～2月", "2020-01-01/2020-02-29 ytd"}, {"2020年1-12月", "2020-01-01/2020-12-31 ytd"}, {"2020年1-5月份", "2020-01-01/2020-05-31 ytd"}, {"2020年1-5月累计", "2020-01-01/2020-05-31 ytd"}, {"2020年5月累计", "2020-01-01/2020-05-31 ytd"}, {"2020年一至九月", "2020-01-01/2020-09-30 ytd"}, {"2020年前5个月", "2020-01-01/2020-05-31 ytd"}, {"2020年前11月", "2020-01-01/2020-11-30 ytd"},
		{"2020年2-5月", "2020-02-01/2020-05-31 flow"}, {"2020年上半年", "2020-01-01/2020-06-30 ytd"}, {"2020H1", "2020-01-01/2020-06-30 ytd"}, {"2020年下半年", "2020-07-01/2020-12-31 flow"}, {"2020H2", "2020-07-01/2020-12-31 flow"},
		// quarters
		{"2020Q1", "2020-01-01/2020-03-31 flow"}, {"2020年Q4", "2020-10-01/2020-12-31 flow"}, {"2020-Q2", "2020-04-01/2020-06-30 flow"}, {"2020年一季度", "2020-01-01/2020-03-31 flow"}, {"2020年第3季度", "2020-07-01/2020-09-30 flow"}, {"2020年第四季度", "2020-10-01/2020-12-31 flow"}, {"2020年前三季度", "2020-01-01/2020-09-30 ytd"}, {"2020年1-3季度", "2020-01-01/2020-09-30 ytd"}, {"2020年二至三季度", "2020-04-01/2020-09-30 flow"}, {"2020年一季度末", "2020-03-31 point"},
		// points
		{"2020年底", "2020-12-31 point"}, {"2020年末", "2020-12-31 point"}, {"2020年12月末", "2020-12-31 point"}, {"2020年6月底", "2020-06-30 point"}, {"截至2021年6月底", "2021-06-30 point"}, {"截至2021年6月", "2021-06-30 point"}, {"截止到2021年", "2021-12-31 point"}, {"2020年12月31日", "2020-12-31 point"}, {"截至2016年12月31日", "2016-12-31 point"}, {"2016-12-31", "2016-12-31 point"}, {"20161231", "2016-12-31 point"}, {"2020年初", "2019-12-31 point"}, {"2020年上半年末", "2020-06-30 point"},
		// spans
		{"2011-2015年", "2011-01-01/2015-12-31 flow"}, {"2011—2015", "2011-01-01/2015-12-31 flow"}, {"2011年至2015年", "2011-01-01/2015-12-31 flow"}, {"2023—2024年", "2023-01-01/2024-12-31 flow"}, {"2011-2015年年均", "2011-01-01/2015-12-31 average"}, {"2011-2015年均", "2011-01-01/2015-12-31 average"}, {"2011-2015年期间", "2011-01-01/2015-12-31 flow"}, {"2017-01/2017-05", "2017-01-01/2017-05-31 ytd"}, {"2017-02/2017-05", "2017-02-01/2017-05-31 flow"}, {"2020年12月至2021年2月", "2020-12-01/2021-02-28 flow"}, {"2019年1月1日-2019年12月31日", "2019-01-01/2019-12-31 flow"}, {"2019年1月1日至12月31日", "2019-01-01/2019-12-31 flow"}, {"2017-01-01/2017-05-31", "2017-01-01/2017-05-31 flow"}, {"2011/2015", "2011-01-01/2015-12-31 flow"}, {"2020Q1-2020Q3", "2020-01-01/2020-09-30 ytd"},
		{"“十二五”期间", "2011-01-01/2015-12-31 flow"}, {"“十二五”", "2011-01-01/2015-12-31 flow"}, {"十二五", "2011-01-01/2015-12-31 flow"}, {"十四五时期", "2021-01-01/2025-12-31 flow"}, {"“十五五”", "2026-01-01/2030-12-31 flow"}, {"“十五”", "2001-01-01/2005-12-31 flow"}, {"九五时期", "1996-01-01/2000-12-31 flow"}, {"“一五”期间", "1953-01-01/1957-12-31 flow"}, {"“三五”", "1966-01-01/1970-12-31 flow"}, {"“十三五”年均", "2016-01-01/2020-12-31 average"}, {"“十二五”末", "2015-12-31 point"}, {"\"十一五\"", "2006-01-01/2010-12-31 flow"},
	} {
		p, err := ParsePeriod(test.in, Period{})
		if err != nil || p.String() != test.want {
			t.Errorf("ParsePeriod(%q) = %s, %v, want %s", test.in, p, err, test.want)
		}
	}
}

func TestParsePeriodInContext(t *testing.T) {
	for _, test := range []struct{ in, context, want string }{
		{"1-9月", "2023", "2023-01-01/2023-09-30 ytd"}, {"1—9月", "2023", "2023-01-01/2023-09-30 ytd"}, {"12月", "2019", "2019-12-01/2019-12-31 flow"}, {"1至12月累计", "2019年12月", "2019-01-01/2019-12-31 ytd"}, {"6月", "2014-06", "2014-06-01/2014-06-30 flow"}, {"一季度", "2023", "2023-01-01/2023-03-31 flow"}, {"上半年", "2023", "2023-01-01/2023-06-30 ytd"}, {"前三季度", "2023", "2023-01-01/2023-09-30 ytd"}, {"全年", "2023", "2023-01-01/2023-12-31 flow"}, {"5月末", "2023", "2023-05-31 point"},
		{"本期", "2020年1-5月", "2020-01-01/2020-05-31 ytd"}, {"报告期", "2020", "2020-01-01/2020-12-31 flow"}, {"上年同期", "2020年1-5月", "2019-01-01/2019-05-31 ytd"}, {"去年同期", "2020年2月", "2019-02-01/2019-02-28 flow"}, {"同期", "2019年2月", "2018-02-01/2018-02-28 flow"}, {"上年同期", "2021年2月", "2020-02-01/2020-02-29 flow"}, {"上年同期", "2020年6月底", "2019-06-30 point"},
		{"本年", "2020", "2020-01-01/2020-12-31 flow"}, {"今年", "2017年1-5月", "2017-01-01/2017-05-31 ytd"}, {"上年", "2020", "2019-01-01/2019-12-31 flow"}, {"去年", "2020", "2019-01-01/2019-12-31 flow"}, {"前年", "2020", "2018-01-01/2018-12-31 flow"}, {"去年1-5月", "2020", "2019-01-01/2019-05-31 ytd"}, {"今年上半年", "2020年6月", "2020-01-01/2020-06-30 ytd"}, {"去年底", "2020年5月", "2019-12-31 point"}, {"上年末", "2020", "2019-12-31 point"},
		{"本月", "2020年5月", "2020-05-01/2020-05-31 flow"}, {"上月", "2020年1月", "2019-12-01/2019-12-31 flow"}, {"本月", "2020年1-5月", "2020-05-01/2020-05-31 flow"}, {"本年累计", "2020年5月", "2020-01-01/2020-05-31 ytd"}, {"累计", "2020年5月", "2020-01-01/2020-05-31 ytd"}, {"上年同期累计", "2020年5月", "2019-01-01/2019-05-31 ytd"},
		{"期末", "2020年6月", "2020-06-30 point"}, {"期初", "2020年6月", "2020-05-31 point"}, {"年末", "2020", "2020-12-31 point"}, {"年初", "2020年6月", "2019-12-31 point"},
		{"2018", "2020", "2018-01-01/2018-12-31 flow"}, // its own year stands
	} {
		context := mustPeriod(t, test.context)
		p, err := ParsePeriod(test.in, context)
		if err != nil || p.String() != test.want {
			t.Errorf("ParsePeriod(%q, %s) = %s, %v, want %s", test.in, context, p, err, test.want)
		}
		if strings.HasPrefix(test.in, "20") {
			continue
		}
		if _, err := ParsePeriod(test.in, Period{}); !errors.Is(err, ErrContext) {
			t.Errorf("ParsePeriod(%q) without a context: %v, want ErrContext", test.in, err)
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, test := range []struct {
		in, context string
		want        error
	}{
		{"", "", ErrBlank}, {" ", "2020", ErrBlank},
		{"201512月", "", ErrSyntax}, {"20162020年", "", ErrSyntax}, {"(20162020年)", "", ErrSyntax}, {"201512年", "", ErrSyntax}, {"1-9", "2020", ErrSyntax}, {"2-14", "2020", ErrSyntax}, {"20", "", ErrSyntax}, {"98年", "", ErrSyntax}, {"1830", "", ErrSyntax}, {"1899年", "", ErrSyntax}, {"2101", "", ErrSyntax},
		{"2020.1", "", ErrSyntax}, {"2020-13", "", ErrSyntax}, {"202013", "", ErrSyntax}, {"2020年13月", "", ErrSyntax}, {"2020年5-1月", "", ErrSyntax}, {"2016-20", "", ErrSyntax}, {"2015-2011年", "", ErrSyntax}, {"2020年1-5", "", ErrSyntax}, {"2020-02-30", "", ErrSyntax}, {"2020年2月30日", "", ErrSyntax}, {"2020年第五季度", "", ErrSyntax}, {"2020Q5", "", ErrSyntax}, {"2020Q12", "", ErrSyntax}, {"2020.5年", "", ErrSyntax},
		{"2020年以来", "", ErrSyntax}, {"2022年版", "", ErrSyntax}, {"近三年", "2020", ErrSyntax}, {strings.Repeat("年", 400), "2020", ErrSyntax}, {"同比", "2020", ErrSyntax}, {"目前", "2020", ErrSyntax}, {"2020年利税", "", ErrSyntax}, {"4754-2017", "", ErrSyntax}, {"〔2022〕68号", "", ErrSyntax}, {"十五", "", ErrSyntax}, {"五五", "", ErrSyntax}, {"“十二五", "", ErrSyntax}, {"30多年", "", ErrSyntax}, {"三年", "", ErrSyntax}, {"2020元", "", ErrSyntax}, {"年月日", "", ErrSyntax}, {"Q1", "2020", ErrSyntax},
		{"去年", "2020年1-5月", ErrAmbiguous}, {"上年", "2020年5月", ErrAmbiguous}, {"本月", "2020", ErrAmbiguous}, {"本年", "2020年5月", ErrAmbiguous}, {"年末", "2020年5月", ErrAmbiguous}, {"1-9月", "2019-2020年", ErrAmbiguous}, {"去年", "2016-2020年", ErrAmbiguous},
	} {
		p, err := ParsePeriod(test.in, mustPeriod(t, test.context))
		if !errors.Is(err, test.want) || !p.IsZero() {
			t.Errorf("ParsePeriod(%q, %s) = %s, %v, want %v", test.in, test.context, p, err, test.want)
		}
	}
}

func TestPeriodYears(t *testing.T) {
	for in, want := range map[string]int{"2020": 1, "2011-2015年": 5, "“十二五”期间": 5, "2020年1-5月": 0, "2020年底": 0, "2020年1-12月": 1, "2020年12月至2021年2月": 0} {
		if got := mustPeriod(t, in).Years(); got != want {
			t.Errorf("%s has %d years, want %d", in, got, want)
		}
	}
}

func TestFindPeriod(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2-14 各地区规模以上工业企业研究与试验发展(R&D)经费内部支出(2022年)", "2022-01-01/2022-12-31 flow"},
		{"2-14  各地区规模以上工业企业R&D经费内部支出（2022年）", "2022-01-01/2022-12-31 flow"},
		{"1-14各地区按资金来源分研究与试验发展(R&D)经费内部支出(2017年)", "2017-01-01/2017-12-31 flow"},
		{"7-6  分地区一般公共预算支出 (2021年)", "2021-01-01/2021-12-31 flow"},
		{"Intramural Expenditure on R&D by Region (2021)", "2021-01-01/2021-12-31 flow"},
		{"国内专利申请受理数(1995-2010)", "1995-01-01/2010-12-31 flow"},
		{"中国2020年各地区规上工业企业新产品开发和销售统计", "2020-01-01/2020-12-31 flow"},
		{"（4）2016年3月进出口商品类章总值表（人民币值）", "2016-03-01/2016-03-31 flow"},
		{"（13）2019年12月出口主要商品量值表（人民币值）", "2019-12-01/2019-12-31 flow"},
		{"2023年1-11月轻工业经济运行情况", "2023-01-01/2023-11-30 ytd"},
		{"2023年1至11月份轻工业经济运行情况（2023年1—11月）", "2023-01-01/2023-11-30 ytd"},
		{"2017年上半年皮革行业运行", "2017-01-01/2017-06-30 ytd"},
		{"截至2021年6月底产业集群名单", "2021-06-30 point"},
		{"“十二五”期间轻工业主营业务收入", "2011-01-01/2015-12-31 flow"},
		{"2020Q1 主要指标", "2020-01-01/2020-03-31 flow"},
		{"《国民经济行业分类》（GB/T 4754-2017）分行业指标（2019年）", "2019-01-01/2019-12-31 flow"},
		{"摘编自《中国科技统计年鉴2021》：2020年规上企业", "2020-01-01/2020-12-31 flow"},
		{"工信部联消费〔2022〕68号 2021年指标", "2021-01-01/2021-12-31 flow"},
		{"二〇二三年度主要经济指标", "2023-01-01/2023-12-31 flow"},
		{"1.2020年主要指标", "2020-01-01/2020-12-31 flow"},
		{"2023—2024年工作方案", "2023-01-01/2024-12-31 flow"},
	} {
		p, err := FindPeriod(test.in)
		if err != nil || p.String() != test.want {
			t.Errorf("FindPeriod(%q) = %s, %v, want %s", test.in, p, err, test.want)
		}
	}
	for _, test := range []struct {
		in   string
		want error
	}{
		{"", ErrBlank}, {"主要经济指标", ErrBlank}, {"2-14 各地区", ErrBlank}, {"GB/T 4754-2017", ErrBlank}, {"GB/T 2012-2011", ErrBlank}, {"工信部联消费〔2022〕68号", ErrBlank}, {"中轻联科技[2013]55号", ErrBlank}, {"工信厅(2022)253号", ErrBlank}, {"1830 服饰制造", ErrBlank}, {"《轻工业发展规划（2016-2020）》", ErrBlank}, {"中国科技统计年鉴—2014", ErrBlank}, {"中国制造2025", ErrBlank},
		{"标准(2022年版)", ErrBlank}, {"2017年7月6日", ErrBlank}, {"发布时间：2020-01-23", ErrBlank}, {"近30年的发展", ErrBlank}, {"2020年以来", ErrBlank}, {"年末总人口", ErrBlank}, {"上年同期", ErrBlank}, {"2025万元", ErrBlank}, {"20世纪90年代", ErrBlank}, {"“十三五”规划纲要", ErrBlank}, {"第2022年度", ErrBlank}, {"2020年代", ErrBlank}, {"2022年第12号公告", ErrBlank}, {"ISO16187", ErrBlank},
		{"1-5月主要指标", ErrContext}, {"一季度运行情况", ErrContext},
		{"轻工业发展规划(20162020年)", ErrSyntax}, {"201512月指数", ErrSyntax},
		{"2021年比2020年增长", ErrAmbiguous}, {"2021年统计公报（2020年数据）", ErrAmbiguous}, {"2023年1-5月与2023年全年", ErrAmbiguous},
	} {
		p, err := FindPeriod(test.in)
		if !errors.Is(err, test.want) || !p.IsZero() {
			t.Errorf("FindPeriod(%q) = %s, %v, want %v", test.in, p, err, test.want)
		}
	}
	_, err := FindPeriod("2021年比2020年增长")
	if err == nil || !strings.Contains(err.Error(), "2021-01-01/2021-12-31 flow or 2020-01-01/2020-12-31 flow") {
		t.Errorf("the error does not list the periods: %v", err)
	}
}

func TestCutPeriod(t *testing.T) {
	for _, test := range []struct{ in, context, want, rest string }{
		{"2018年利税", "", "2018-01-01/2018-12-31 flow", "利税"}, {"利税(2018年)", "", "2018-01-01/2018-12-31 flow", "利税"}, {"利税-2018年", "", "2018-01-01/2018-12-31 flow", "利税"}, {"2018年10月", "", "2018-10-01/2018-10-31 flow", ""}, {"2018", "", "2018-01-01/2018-12-31 flow", ""},
		{"1-9月产量", "2023", "2023-01-01/2023-09-30 ytd", "产量"}, {"12月/数量", "2019", "2019-12-01/2019-12-31 flow", "数量"}, {"1至12月累计/金额", "2019", "2019-01-01/2019-12-31 ytd", "金额"}, {"上年同期产量", "2020年1-5月", "2019-01-01/2019-05-31 ytd", "产量"}, {"产量（上年同期）", "2020年1-5月", "2019-01-01/2019-05-31 ytd", "产量"}, {"本期金额", "2020", "2020-01-01/2020-12-31 flow", "金额"}, {"产量累计", "2020年5月", "2020-01-01/2020-05-31 ytd", "产量"},
		{"利税总额", "2020", "", "利税总额"}, {"年末总人口", "2020", "", "年末总人口"}, {"工业总产值(当年价)", "2020", "", "工业总产值(当年价)"}, {"当年价工业总产值", "2020", "", "当年价工业总产值"}, {"2-14 各地区", "2020", "", "2-14各地区"}, {"", "2020", "", ""}, {"比上年同期增长", "2020", "", "比上年同期增长"}, {"H2O含量", "2020", "", "H2O含量"}, {"R&D经费(2020年)/(2020年)", "", "2020-01-01/2020-12-31 flow", "R&D经费"},
	} {
		p, rest, err := CutPeriod(test.in, mustPeriod(t, test.context))
		got := ""
		if !p.IsZero() {
			got = p.String()
		}
		if err != nil || got != test.want || rest != test.rest {
			t.Errorf("CutPeriod(%q, %s) = %s, %q, %v, want %s, %q", test.in, test.context, p, rest, err, test.want, test.rest)
		}
	}
	if _, rest, err := CutPeriod("2020年与2019年之比", Period{}); !errors.Is(err, ErrAmbiguous) || rest != "2020年与2019年之比" {
		t.Errorf("two years in a heading: %q, %v", rest, err)
	}
	if _, _, err := CutPeriod("1-9月产量", Period{}); !errors.Is(err, ErrContext) {
		t.Errorf("months without a year: %v", err)
	}
}

// checkPeriod holds the readers of periods to what must be true of any text: no
// panic, a period that ends after it starts, and that reads again as the same.
func checkPeriod(t *testing.T, s string, context Period) {
	FindPeriod(s)
	CutPeriod(s, context)
	ParseDate(s)
	p, err := ParsePeriod(s, context)
	if err != nil {
		return
	}
	if p.End.Before(p.Start) || p.Accumulation == Point && p.Start != p.End {
		t.Errorf("%q is %s", s, p)
	}
	iso := p.Start.String() + "/" + p.End.String()
	if p.Start == p.End {
		iso = p.End.String()
	}
	if q, err := ParsePeriod(iso, Period{}); err != nil && p.Start.Year >= 1900 || err == nil && (q.Start != p.Start || q.End != p.End) {
		t.Errorf("%q is %s, printed %q and read as %s, %v", s, p, iso, q, err)
	}
}

func TestParsePeriodOnRandomWords(t *testing.T) {
	context := mustPeriod(t, "2020年1-5月")
	randomWords(20_000, func(s string) { checkPeriod(t, s, context) })
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2020年1-5月", "“十二五”期间", "截至2021年6月底", "2017-01/2017-05", "二〇二四年十二月", "去年同期", "2020Q1", "2019年1月1日至12月31日", "201512月"} {
		f.Add(s)
	}
	context := mustPeriod(f, "2020年1-5月")
	f.Fuzz(func(t *testing.T, s string) { checkPeriod(t, s, context) })
}
