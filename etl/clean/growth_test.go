package clean

import (
	"errors"
	"testing"
)

func TestParseGrowth(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"5.2", "5.2"}, {"-3.2%", "-3.2 %"}, {"+5.2%", "5.2 %"}, {"0.5个百分点", "0.5 个百分点"}, {"-", "nil"},
		{"增长5.2%", "5.2 %"}, {"同比增长16.5%", "16.5 %"}, {"下降3.2%", "-3.2 %"}, {"下降 1.06％", "-1.06 %"}, {"比上年同期下降16.43%", "-16.43 %"}, {"较上年增长10%", "10 %"}, {"增长了5%", "5 %"}, {"消减30%", "-30 %"}, {"增长-3.2%", "-3.2 %"},
		{"提高0.4个百分点", "0.4 个百分点"}, {"回落5.2个百分点", "-5.2 个百分点"}, {"加快2.2个百分点", "2.2 个百分点"}, {"放缓1.8个百分点", "-1.8 个百分点"}, {"降幅收窄5.24个百分点", "5.24 个百分点"}, {"降幅扩大2个百分点", "-2 个百分点"}, {"新增50家", "50 家"}, {"减少3家", "-3 家"},
		{"增长1.79倍", "179 %"}, {"增长3.6倍", "360 %"}, {"增长1倍", "100 %"}, {"翻番", "100 %"}, {"翻一番", "100 %"}, {"翻了一番", "100 %"}, {"翻两番", "300 %"}, {"翻一番以上", "100 % >= [100,) 以上"}, {"增长2倍以上", "200 % >= [200,) 以上"},
		{"下降近10%", "-10 % >~ (-10,) 近"}, {"下降10%以上", "-10 % <= (,-10] 以上"}, {"增长10%以上", "10 % >= [10,) 以上"}, {"下降20多%", "-20 % <= (-30,-20] 多"}, {"下降3-5%", "% [-5,-3]"}, {"下降10%左右", "-10 % ~= 左右"}, {"增长超过10%", "10 % > (10,) 超过"}, {"下降超过10%", "-10 % < (,-10) 超过"}, {"下降不足1%", "-1 % > (-1,) 不足"}, {"下降不超过1%", "-1 % >= [-1,) 不超过"},
		{"持平", "0 持平"}, {"与上年持平", "0 持平"}, {"同比持平", "0 持平"}, {"基本持平", "0 ~= 基本持平"}, {"与去年同期基本持平", "0 ~= 基本持平"},
	} {
		n, err := ParseGrowth(test.in)
		if got := show(n); err != nil || got != test.want {
			t.Errorf("ParseGrowth(%q) = %s, %v, want %s", test.in, got, err, test.want)
		}
	}
	for _, word := range []string{"扭亏为盈", "由亏转盈", "减亏"} {
		if n, err := ParseGrowth(word); err != nil || n.State != Nil || n.Qualifier != word {
			t.Errorf("ParseGrowth(%q) = %s %s, %v, want nil with the word", word, n.State, n.Qualifier, err)
		}
	}
	for in, want := range map[string]error{
		"": ErrBlank, "3.6倍": ErrSyntax, "收窄2个百分点": ErrSyntax, "增长到5%": ErrSyntax, "下降-3%": ErrSyntax, "下降1.2倍": ErrSyntax, "增长": ErrBlank, "增长-": ErrSyntax, "产值持平": ErrSyntax, "翻跟头": ErrSyntax, "翻九番": ErrSyntax,
		"增长5箩": ErrUnit, "大幅增长": ErrSyntax, "增长999999999999999999倍": ErrRange,
	} {
		if n, err := ParseGrowth(in); !errors.Is(err, want) {
			t.Errorf("ParseGrowth(%q) = %s, %v, want error %v", in, show(n), err, want)
		}
	}
}

func TestNumberCanonical(t *testing.T) {
	for _, test := range []struct {
		in, column, want string
		err              error
	}{
		{"12.5", "亿元", "125000.000000 万元", nil}, {"24.7万亿元", "亿元", "2470000000.000000 万元", nil}, {"470余", "家", "470.000000 家 >= [470.000000,480.000000) 余", nil}, {"3万余台", "", "30000.000000 台 >= [30000.000000,40000.000000) 余", nil}, {"3万", "家", "30000.000000 家", nil}, {"1.2亿", "元", "12000.000000 万元", nil}, {"3万", "千克", "30.000000 吨", nil},
		{"3-5万元", "万元", "万元 [3.000000,5.000000]", nil}, {"50%", "%", "50.000000 %", nil}, {"五成", "%", "50.000000 %", nil}, {"三分之一", "%", "33.333333 % rounded", nil}, {"1", "亩", "666.666667 平方米 rounded", nil}, {"…", "万元", "tiny", nil}, {"5家", "个", "5.000000 家", nil}, {"12.3456789", "万元", "12.345679 万元 rounded", nil},
		{"12.5", "", "", ErrUnit}, {"35%", "万元", "", ErrUnit}, {"3亿美元", "亿元", "", ErrUnit}, {"2个百分点", "%", "", ErrUnit}, {"3万", "万元", "", ErrAmbiguous}, {"3万", "千人", "", ErrAmbiguous}, {"9000000000万亿元", "", "", ErrRange},
	} {
		n, err := ParseNumber(test.in)
		if err != nil {
			t.Fatal(err)
		}
		column, _ := LookupUnit(test.column)
		got, err := n.Canonical(column)
		if !errors.Is(err, test.err) || err == nil && show(got) != test.want {
			t.Errorf("%s in a column of %q = %s, %v, want %s, %v", test.in, test.column, show(got), err, test.want, test.err)
		}
	}
}
