package clean

import (
	"errors"
	"strings"
	"testing"

	"github.com/govalues/decimal"
)

func TestUnitTable(t *testing.T) {
	table := unitTable()
	if len(table.byName) < 500 {
		t.Errorf("only %d units", len(table.byName))
	}
	for name, u := range table.byName {
		c := table.byName[u.Canonical]
		switch {
		case Squeeze(name) != name:
			t.Errorf("%q is not folded", name)
		case c == nil || c.Numerator != 1 || c.Denominator != 1 || c.Dimension != u.Dimension:
			t.Errorf("%s: canonical unit %s is none", name, u.Canonical)
		case u.Numerator == 0 || u.Denominator == 0 || u.Numerator > maxNumerator || u.Denominator > maxDenominator:
			t.Errorf("%s: factor %d/%d is out of the limits of ToCanonical", name, u.Numerator, u.Denominator)
		case u.Dimension == "" || u.Kind == "":
			t.Errorf("%s: no dimension or kind", name)
		}
		if got, ok := LookupUnit(name); !ok || got != *u {
			t.Errorf("LookupUnit(%q) = %v, %v, want %v", name, got, ok, *u)
		}
	}
}

// A table may say 万 X where it says X; the factors must then agree.
func TestUnitMultiples(t *testing.T) {
	for name, u := range unitTable().byName {
		magnitude, times, base := cutMagnitude(name)
		b := unitTable().byName[base]
		if magnitude == "" || b == nil || b.Dimension != u.Dimension {
			continue
		}
		if b.Canonical != u.Canonical || u.Numerator*b.Denominator != b.Numerator*u.Denominator*times {
			t.Errorf("%s = %d/%d %s, but %s = %d/%d %s", name, u.Numerator, u.Denominator, u.Canonical, base, b.Numerator, b.Denominator, b.Canonical)
		}
	}
}

func TestLookupUnit(t *testing.T) {
	for _, test := range []struct{ in, name, canonical string }{
		{"万元", "万元", "万元"}, {"（万元）", "万元", "万元"}, {"单位：万元", "万元", "万元"}, {"单位:  亿元", "亿元", "万元"}, {"万 元", "万元", "万元"}, {"［万元］", "万元", "万元"}, {"(单位：万元)", "万元", "万元"},
		{"万人民币", "万人民币", "万元"}, {"万元人民币", "万元人民币", "万元"}, {"人民币万元", "人民币万元", "万元"}, {"万元(人民币)", "万元人民币", "万元"}, {"人民币（万元）", "人民币万元", "万元"}, {"萬元", "万元", "万元"}, {"億美元", "亿美元", "万美元"},
		{"％", "%", "%"}, {"百分比", "百分比", "%"}, {"±％", "±%", "%"}, {"个百分点", "个百分点", "个百分点"}, {"百分点", "百分点", "个百分点"}, {"‰", "‰", "%"}, {"成", "成", "%"},
		{"人年", "人年", "人年"}, {"万个", "万个", "个"}, {"百万个", "百万个", "个"}, {"亿只", "亿只", "只"}, {"百万美元", "百万美元", "万美元"}, {"千美元", "千美元", "万美元"},
		{"10 000 yuan", "万元", "万元"}, {"(10 000 yuan)", "万元", "万元"}, {"10,000 Yuan", "万元", "万元"}, {"100 million yuan", "亿元", "万元"}, {"person", "人", "人"}, {"man-year", "人年", "人年"}, {"piece", "件", "件"}, {"item", "项", "项"}, {"(unit)", "个", "个"}, {"USD million", "百万美元", "万美元"},
		{"万元 (10 000 yuan)", "万元", "万元"}, {"（个）(unit)", "个", "个"}, {"KG", "kg", "吨"}, {"㎡", "㎡", "平方米"}, {"元/吨", "元/吨", "元/吨"}, {"人/年", "人/年", "人/年"}, {"吨标准煤", "吨标准煤", "吨标准煤"}, {"亩", "亩", "平方米"},
		// none
		{"", "", ""}, {"规上", "", ""}, {"(一)", "", ""}, {"填报单位：某协会", "", ""}, {"万元、件", "", ""}, {"2022年", "", ""}, {"千美兀", "", ""}, {"元(吨)", "", ""}, {"Region", "", ""}, {"R&D", "", ""},
	} {
		u, ok := LookupUnit(test.in)
		if u.Name != test.name || u.Canonical != test.canonical || ok != (test.name != "") {
			t.Errorf("LookupUnit(%q) = %q in %q, want %q in %q", test.in, u.Name, u.Canonical, test.name, test.canonical)
		}
	}
}

func TestToCanonical(t *testing.T) {
	for _, test := range []struct {
		value, unit, want string
		rounded           bool
		err               error
	}{
		{"1.2", "万亿元", "120000000.000000", false, nil},
		{"29047.6", "亿元", "290476000.000000", false, nil},
		{"861592.073995", "万元", "861592.073995", false, nil},
		{"8615920739.95", "元", "861592.073995", false, nil},
		{"12345678.9", "元", "1234.567890", false, nil},
		{"0.005", "元", "0.000000", true, nil}, // half to even: 0.0000005
		{"0.015", "元", "0.000002", true, nil}, // 0.0000015
		{"-0.015", "元", "-0.000002", true, nil},
		{"0.0151", "元", "0.000002", true, nil},
		{"12.3456789012", "万元", "12.345679", true, nil},
		{"1", "亩", "666.666667", true, nil},
		{"3", "亩", "2000.000000", false, nil},
		{"60", "万亩", "400000000.000000", false, nil},
		{"2.1", "成", "21.000000", false, nil},
		{"3.5", "‰", "0.350000", false, nil},
		{"1.58", "个百分点", "1.580000", false, nil},
		{"11.33", "万个", "113300.000000", false, nil},
		{"68980996", "千美元", "6898099.600000", false, nil},
		{"1", "平方英尺", "0.092903", true, nil},
		{"7", "个月", "0.583333", true, nil},
		{"0.1234567890123456789", "平方英尺", "0.011470", true, nil},
		{"999999999999", "万元", "999999999999.000000", false, nil},
		{"999999999999.9999999", "万元", "", false, ErrRange}, // rounds up to 13 digits
		{"1000000000000", "万元", "", false, ErrRange},
		{"9223372036854775807", "万亿元", "", false, ErrRange},
		{"9.6", "万平方公里", "96000000000.000000", false, nil},
		{"960", "万平方公里", "", false, nil},
		{"0", "亿元", "0.000000", false, nil},
	} {
		u, ok := LookupUnit(test.unit)
		if !ok {
			t.Fatalf("no unit %s", test.unit)
		}
		got, rounded, err := u.ToCanonical(decimal.MustParse(test.value))
		if test.want == "" && test.err == nil { // 960 万平方公里 is 9.6e12 m²
			test.err = ErrRange
		}
		if !errors.Is(err, test.err) || err == nil && (got.String() != test.want || rounded != test.rounded) {
			t.Errorf("%s %s = %s %s, rounded %v, %v, want %s, %v, %v", test.value, test.unit, got, u.Canonical, rounded, err, test.want, test.rounded, test.err)
		}
	}
	if _, _, err := (Unit{}).ToCanonical(decimal.One); !errors.Is(err, ErrUnit) {
		t.Errorf("the zero unit converts: %v", err)
	}
}

func TestFindUnit(t *testing.T) {
	for _, test := range []struct{ in, unit, rest string }{
		{"R&D人员(人)", "人", "R&D人员"}, {"R&D经费支出（万元）", "万元", "R&D经费支出"}, {"R&D经费支出（ 万元 ）", "万元", "R&D经费支出"}, {"产值/亿元", "亿元", "产值"}, {"产值,亿元", "亿元", "产值"}, {"产值，亿元", "亿元", "产值"}, {"产值 亿元", "亿元", "产值"}, {"产值：亿元", "亿元", "产值"}, {"产值_亿元", "亿元", "产值"}, {"产值－亿元", "亿元", "产值"}, {"产值|亿元", "亿元", "产值"},
		{"新产品销售收入 (10 000 yuan)", "万元", "新产品销售收入"}, {"万元 (10 000 yuan)", "万元", ""}, {"新产品销售收入（万元） (10 000 yuan)", "万元", "新产品销售收入"}, {"新产品销售收入（亿元）(10 000 yuan)", "亿元", "新产品销售收入"}, // the Chinese one stands
		{"(万元)", "万元", ""}, {"万元", "万元", ""}, {"单位：万元", "万元", ""}, {"单位:万元\n(10 000 yuan)", "万元", ""}, {"产值（单位：亿元）", "亿元", "产值"}, {"各地区R&D经费 单位：万元", "万元", "各地区R&D经费"}, {"计量单位：万元", "万元", ""}, {"金额单位：人民币万元", "人民币万元", ""},
		{"比上年增长(%)", "%", "比上年增长"}, {"比上年增长（±％）", "±%", "比上年增长"}, {"比上年增长%", "%", "比上年增长"}, {"±%", "±%", ""}, {"比去年同期±％", "%", "比去年同期±%"}, {"比重 (%)", "%", "比重"},
		{"汽车制造业出口交货值当期值(亿元)", "亿元", "汽车制造业出口交货值当期值"}, {"工业总产值（当年价，亿元）", "亿元", "工业总产值(当年价)"}, {"研究与试验发展(R&D)经费（万元）", "万元", "研究与试验发展(R&D)经费"}, {"企业数(个)合计", "个", "企业数合计"}, {"企业数（个）（规上）", "个", "企业数(规上)"},
		{"单价,元/吨", "元/吨", "单价"}, {"单价/元/吨", "元/吨", "单价"}, {"单价(元/吨)", "元/吨", "单价"}, {"劳动生产率（万元/人）", "万元/人", "劳动生产率"}, {"R&D人员/人", "人", "R&D人员"}, {"种植面积/亩", "亩", "种植面积"}, {"企业数/家", "家", "企业数"}, {"专利申请/件", "件", "专利申请"},
		{"R&D Personnel (person)", "人", "R&D Personnel"}, {"Output (100 million yuan)", "亿元", "Output"}, {"人均收入【元】", "元", "人均收入"}, {"万元人民币", "万元人民币", ""}, {"R&D人员折合全时当量（人年）(man-year)", "人年", "R&D人员折合全时当量"},
		// none
		{"", "", ""}, {"企业数(规上)", "", "企业数(规上)"}, {"各地区种畜禽场、站情况(一)", "", "各地区种畜禽场、站情况(一)"}, {"R&D经费内部支出(2022年)", "", "R&D经费内部支出(2022年)"}, {"研究与试验发展(R&D)", "", "研究与试验发展(R&D)"}, {"单位：万元、件", "", "单位:万元、件"}, {"填报单位：某协会", "", "填报单位:某协会"}, {"依托单位", "", "依托单位"},
		{"产值/人", "", "产值/人"}, {"产量/亩", "", "产量/亩"}, {"产值(亿元)，企业数(个)", "", "产值(亿元),企业数(个)"}, {"产值（亿元、%）", "", "产值(亿元、%)"}, {"利税 万元,件", "", "利税 万元,件"}, {"Region", "", "Region"}, {"地区（市）", "", "地区(市)"}, {"个人", "", "个人"}, {"主营业务收入（万）", "", "主营业务收入(万)"}, {"(", "", "("}, {")", "", ")"}, {"()", "", "()"}, {"产值((亿元)", "亿元", "产值("}, {"产值(规上(含新))", "", "产值(规上(含新))"}, {"企业数(个)和产值(亿元)合计", "", "企业数(个)和产值(亿元)合计"}, {"企业数(个)和人数(个)合计", "个", "企业数(个)和人数合计"}, {strings.Repeat("长", 400) + "(万元)", "", strings.Repeat("长", 400) + "(万元)"},
	} {
		u, rest, ok := FindUnit(test.in)
		if u.Name != test.unit || rest != test.rest || ok != (test.unit != "") {
			t.Errorf("FindUnit(%q) = %q, %q, %v, want %q, %q", test.in, u.Name, rest, ok, test.unit, test.rest)
		}
	}
}

func TestFindUnits(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"单位：万元，件，%", "万元 件 %"}, {"计量单位：亿元、%", "亿元 %"}, {"单位：人，人年", "人 人年"}, {"单位：人, 人年", "人 人年"}, {"单位:个,人,万元", "个 人 万元"}, {"单位：万元", "万元"}, {"单位：万元/人", "万元/人"}, {"单位：万元/件", "万元 件"}, {"（单位：万元、个）", "万元 个"}, {"单位：万元 件", "万元 件"}, {"单位：万元和件", "万元 件"},
		{"单位：人，人年 (person, man-year)", "人 人年"}, {"(person, man-year)", "人 人年"}, {"人，人年", "人 人年"}, {"表1 主要指标 单位：亿元、%", "亿元 %"}, {"单位：万元  2022年", "万元"}, {"单位：万元(10 000 yuan)", "万元"}, {"金额单位：人民币万元", "人民币万元"},
		{"填报单位：某协会", ""}, {"单位：某协会", ""}, {"单位：万元、某某", ""}, {"依托单位", ""}, {"", ""}, {"单位：", ""}, {"北京", ""}, {"单位：万元" + strings.Repeat("、万元", 200), ""},
	} {
		var names []string
		for _, u := range FindUnits(test.in) {
			names = append(names, u.Name)
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("FindUnits(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzFindUnit(f *testing.F) {
	for _, s := range []string{"R&D经费支出（万元）", "单位：万元、件 (10 000 yuan)", "产值/亿元", "((万元)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, rest, ok := FindUnit(s)
		if ok == u.IsZero() || !ok && rest != Fold(s) {
			t.Errorf("FindUnit(%q) = %v, %q, %v", s, u, rest, ok)
		}
		FindUnits(s)
	})
}

func BenchmarkToCanonical(b *testing.B) {
	u, _ := LookupUnit("亿元")
	v := decimal.MustParse("29047.6")
	b.ReportAllocs()
	for b.Loop() {
		u.ToCanonical(v)
	}
}
