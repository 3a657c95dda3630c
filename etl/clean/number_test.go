package clean

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/govalues/decimal"
)

// show writes a number as the tables below do: the parts that are not zero.
//
//	value [unit] [op] [lower,upper) [words] — 12.5 万元; 470 个 >= [470,480) 余
func show(n Number) string {
	if n.State != Value && n.State != Range {
		return n.State.String()
	}
	var parts []string
	if n.State == Value {
		parts = append(parts, n.Value.String())
	}
	if n.Unit != "" {
		parts = append(parts, n.Unit)
	}
	if n.Magnitude != "" {
		parts = append(parts, "x"+n.Magnitude)
	}
	if n.Op != OpEqual {
		parts = append(parts, string(n.Op))
	}
	if n.Lower.Known || n.Upper.Known {
		b := "("
		if n.Lower.Closed {
			b = "["
		}
		if n.Lower.Known {
			b += n.Lower.Value.String()
		}
		b += ","
		if n.Upper.Known {
			b += n.Upper.Value.String()
		}
		if n.Upper.Closed {
			b += "]"
		} else {
			b += ")"
		}
		parts = append(parts, b)
	}
	if n.Qualifier != "" {
		parts = append(parts, n.Qualifier)
	}
	if n.Mark != "" {
		parts = append(parts, "mark "+n.Mark)
	}
	if n.Rounded {
		parts = append(parts, "rounded")
	}
	return strings.Join(parts, " ")
}

func TestParseNumber(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		// plain
		{"0", "0"}, {"12", "12"}, {"-3.5", "-3.5"}, {"+2", "2"}, {"861592.073995", "861592.073995"}, {"12.50", "12.50"}, {".5", "0.5"}, {"-0", "0"},
		{"  42\t", "42"}, {" 0", "0"}, {"18195.2\t", "18195.2"}, {"9223372036854775807", "9223372036854775807"},
		{"１２３．４", "123.4"}, {"－３．５", "-3.5"}, {"−3.4", "-3.4"}, {"–61.6", "-61.6"}, {"- 5.00", "-5.00"}, {"负3.2%", "-3.2 %"}, {"0.10", "0.10"},
		// separators
		{"1,234", "1234"}, {"1,234,567.89", "1234567.89"}, {"68,980,996", "68980996"}, {"１，２３４", "1234"}, {"34 373.6", "34373.6"}, {"1 234 567", "1234567"},
		{"34,373.6亿元", "34373.6 亿元"}, {"1、234、567", "1234567"}, {"12 345个", "12345 个"}, {"-1,234", "-1234"},
		// spreadsheets
		{"1.5E+10", "15000000000"}, {"3e+05", "300000"}, {"1e-05", "0.00001"}, {"1.50E+2", "150"}, {"6.02E+3", "6020"}, {"0E+5", "0"}, {"1E-3", "0.001"}, {"5000E-21", "0.0000000000000000050"},
		// accountants
		{"(5.6)", "-5.6"}, {"（1,234.50）", "-1234.50"}, {"(5.6)%", "-5.6 %"}, {"(5.6%)", "-5.6 %"}, {"(12)万元", "-12 万元"},
		// shares
		{"50%", "50 %"}, {"50％", "50 %"}, {"50 %", "50 %"}, {"3.5‰", "3.5 ‰"}, {"3.66个百分点", "3.66 个百分点"}, {"0.5 个百分点", "0.5 个百分点"},
		{"百分之五十", "50 %"}, {"百分之三点五", "3.5 %"}, {"百分之百", "100 %"}, {"千分之三", "3 ‰"}, {"万分之五", "0.05 %"},
		{"四分之三", "75 %"}, {"三分之一", "33.333333333333 % rounded"}, {"三分之一以上", "33.333333333333 % >= [33.333333333333,) 以上 rounded"}, {"十分之七", "70 %"},
		{"五成", "5 成"}, {"3.5成", "3.5 成"}, {"二成一", "2.1 成"}, {"六成以上", "6 成 >= [6,) 以上"}, {"七八成", "成 [7,8]"},
		{"一半", "50 %"}, {"一半左右", "50 % ~= 左右"}, {"半数以上", "50 % >= [50,) 以上"}, {"过半", "50 % > (50,) 过"}, {"近半数", "50 % <~ (,50) 近"},
		// multipliers without and with a unit
		{"1.2亿", "120000000 x亿"}, {"１．２亿", "120000000 x亿"}, {"3万", "30000 x万"}, {"３千", "3000 x千"}, {"1.5万亿", "1500000000000 x万亿"}, {"900万", "9000000 x万"},
		{"1.2万亿元", "1.2 万亿元"}, {"24.7万亿元", "24.7 万亿元"}, {"5513亿美元", "5513 亿美元"}, {"11.33万个", "11.33 万个"}, {"320万人次", "320 万人次"},
		{"7000万双", "7000 万双"}, {"3千家", "3000 家"}, {"3千克", "3 千克"}, {"5千瓦时", "5 千瓦时"}, {"3千万元", "3 千万元"}, {"3.5百亿元", "350 亿元"},
		{"2.5百万美元", "2.5 百万美元"}, {"35亿美元", "35 亿美元"}, {"6.8平方公里", "6.8 平方公里"}, {"372.39万千升", "372.39 万千升"}, {"60万亩", "60 万亩"},
		{"30 家", "30 家"}, {"100 家", "100 家"}, {"5 万 元", "5 万元"}, {"12.3元/吨", "12.3 元/吨"}, {"2.3件/万人", "2.3 件/万人"}, {"150（万元）", "150 万元"},
		{"30m²", "30 m²"}, {"12kg", "12 kg"}, {"3.6倍", "3.6 倍"}, {"116.33点", "116.33 点"}, {"3年", "3 年"}, {"六个月", "6 个月"}, {"3亿元人民币", "3 亿元人民币"},
		{"10 000", "10000"}, {"5万人民币", "5 万人民币"}, {"3亿元整", "3 亿元"}, {"叁佰贰拾元整", "320 元"}, {"5.96萬噸", "5.96 万吨"},
		{"¥3万", "3 万元"}, {"￥1,234.5", "1234.5 元"}, {"人民币3亿元", "3 亿元"}, {"US$2.6亿", "2.6 亿美元"}, {"-¥5", "-5 元"}, {"¥-5", "-5 元"},
		// Chinese numerals
		{"零", "0"}, {"十", "10"}, {"十五", "15"}, {"二十三", "23"}, {"廿三", "23"}, {"卅", "30"}, {"卌五", "45"}, {"一百零五", "105"}, {"两百五", "250"}, {"一千五", "1500"}, {"一千零一十", "1010"},
		{"九千九百九十九", "9999"}, {"二〇二四", "2024"}, {"二○二四", "2024"}, {"三点一四", "3.14"}, {"零点五", "0.5"}, {"三千五百万", "35000000 x万"}, {"三百六十五万", "3650000 x万"},
		{"十万八千", "108000"}, {"三万二", "32000"}, {"三亿五", "350000000"}, {"一万零二", "10002"}, {"一百二十万零五百", "1200500"}, {"十七亿零五十三万七千零一十六", "1700537016"},
		{"一万三千五百亿", "1350000000000 x亿"}, {"三千五百万元", "3500 万元"}, {"三点五万元", "3.5 万元"}, {"1亿5000万", "150000000 x万"}, {"1亿5000万元", "15000 万元"}, {"1万2千家", "12000 家"},
		{"两项", "2 项"}, {"百家", "100 家"}, {"三位", "3 位"}, {"三十年", "30 年"}, {"十二万吨", "12 万吨"}, {"5千万", "50000000 x千万"}, {"負五十", "-50"},
		// qualifiers
		{"3万余", "30000 x万 >= [30000,40000) 余"}, {"3万余台", "3 万台 >= [3,4) 余"}, {"470余个", "470 个 >= [470,480) 余"}, {"100余", "100 >= [100,200) 余"}, {"100余家", "100 家 >= [100,200) 余"},
		{"2100多家", "2100 家 >= [2100,2200) 多"}, {"200多万元", "200 万元 >= [200,300) 多"}, {"２００多家", "200 家 >= [200,300) 多"}, {"1０多家", "10 家 >= [10,20) 多"}, {"１３０多亿元", "130 亿元 >= [130,140) 多"},
		{"1０００万元", "1000 万元"}, {"３万多家", "3 万家 >= [3,4) 多"}, {"十余家", "10 家 >= [10,20) 余"}, {"十几家", "10 家 >= [10,20) 几"}, {"一千五百多家", "1500 家 >= [1500,1600) 多"}, {"三十多亿元", "30 亿元 >= [30,40) 多"},
		{"1.5万余", "15000 x万 >= [15000,16000) 余"}, {"4亿多副", "4 亿副 >= [4,5) 多"}, {"4300多元", "4300 元 >= [4300,4400) 多"}, {"30多年", "30 年 >= [30,40) 多"}, {"1000多年", "1000 年 >= [1000,2000) 多"}, {"超过1000年", "1000 年 > (1000,) 超过"}, {"万余人", "1 万人 >= [1,2) 余"}, {"百余家", "100 家 >= [100,200) 余"},
		{"1亿5000多万元", "15000 万元 >= [15000,16000) 多"}, {"20余", "20 >= [20,30) 余"}, {"12余吨", "12 吨 >= [12,13) 余"}, {"十来个", "10 个 ~= 来"}, {"3万元余", "3 万元 >= [3,4) 余"}, {"260余名", "260 名 >= [260,270) 余"},
		{"约3万", "30000 x万 ~= 约"}, {"约192.9万平方米", "192.9 万平方米 ~= 约"}, {"20%左右", "20 % ~= 左右"}, {"高达80％左右", "80 % ~= 高达…左右"}, {"1亿辆左右", "1 亿辆 ~= 左右"}, {"≈5", "5 ~= ≈"},
		{"近300", "300 <~ (,300) 近"}, {"接近100亿元", "100 亿元 <~ (,100) 接近"}, {"近100个", "100 个 <~ (,100) 近"}, {"近80万人", "80 万人 <~ (,80) 近"},
		{"50%以上", "50 % >= [50,) 以上"}, {"10.5%以上", "10.5 % >= [10.5,) 以上"}, {"不低于10%", "10 % >= [10,) 不低于"}, {"不少于30家", "30 家 >= [30,) 不少于"}, {"5亿元以上", "5 亿元 >= [5,) 以上"}, {"30个以上", "30 个 >= [30,) 以上"},
		{"高于70%", "70 % > (70,) 高于"}, {"超过两年", "2 年 > (2,) 超过"}, {"突破25万亿元", "25 万亿元 > (25,) 突破"}, {"逾5000家", "5000 家 > (5000,) 逾"}, {"超千亿", "100000000000 x亿 > (100000000000,) 超"}, {"超百亿元", "100 亿元 > (100,) 超"},
		{"上万", "10000 x万 >= [10000,) 上"}, {"上千家", "1000 家 >= [1000,) 上"}, {"上亿元", "1 亿元 >= [1,) 上"}, {"100+", "100 >= [100,) +"}, {">5", "5 > (5,) >"}, {"≥10%", "10 % >= [10,) ≥"},
		{"不足5%", "5 % < (,5) 不足"}, {"低于3", "3 < (,3) 低于"}, {"＜0.1", "0.1 < (,0.1) <"}, {"不超过100平方公里", "100 平方公里 <= (,100] 不超过"}, {"20人以下", "20 人 <= (,20] 以下"}, {"≤5", "5 <= (,5] ≤"},
		{"达105亿元", "105 亿元 达"}, {"仅占4.3%", "4.3 % 仅占"}, {"达到1000万元以上", "1000 万元 >= [1000,) 达到…以上"}, {"约300余家", "300 家 ~= 约…余"}, {"超过300余家", "300 家 >= [300,400) 超过…余"}, {"已达50家", "50 家 已达"},
		{"-5%左右", "-5 % ~= 左右"}, {"共17个", "17 个 共"},
		// ranges
		{"3-5万", "x万 [30000,50000]"}, {"3—5万元", "万元 [3,5]"}, {"3万至5万", "x万 [30000,50000]"}, {"3万-5万元", "万元 [3,5]"}, {"8000元至1万元", "元 [8000,10000]"}, {"8000-1万元", "元 [8000,10000]"},
		{"300万元-1亿元", "万元 [300,10000]"}, {"5-8%", "% [5,8]"}, {"5%-8%", "% [5,8]"}, {"5%~8", "% [5,8]"}, {"0.5～1.2", "[0.5,1.2]"}, {"-3%至5%", "% [-3,5]"}, {"-3~-1", "[-3,-1]"}, {"约3-5万", "x万 ~= [30000,50000] 约"},
		{"三至五家", "家 [3,5]"}, {"二三十家", "家 [20,30]"}, {"七八百", "[700,800]"}, {"三五百家", "家 [300,500]"}, {"十七八家", "家 [17,18]"}, {"一两万", "x万 [10000,20000]"}, {"10到20家", "家 [10,20]"}, {"3.5-4年", "年 [3.5,4]"}, {"1吨-5000千克", "吨 [1,5]"}, {"500千克至2吨", "千克 [500,2000]"}, {"8000-1万", "x万 [8000,10000]"},
		// marks
		{"1.2*", "1.2 mark *"}, {"35①", "35 mark ①"}, {"12[1]", "12 mark [1]"}, {"12 1)", "12 mark 1)"}, {"3万元①②", "3 万元 mark ①②"}, {"5.2%*", "5.2 % mark *"}, {"7(注1)", "7 mark (注1)"}, {"1.2#", "1.2 mark #"},
		// states
		{"-", "nil"}, {"－", "nil"}, {"—", "nil"}, {"——", "nil"}, {"--", "nil"}, {"- -", "nil"}, {"无", "nil"}, {"/", "nil"}, {"…", "tiny"}, {"……", "tiny"}, {"...", "tiny"}, {"*", "withheld"}, {"**", "withheld"}, {"x", "withheld"}, {"#", "withheld"},
	} {
		n, err := ParseNumber(test.in)
		if got := show(n); err != nil || got != test.want {
			t.Errorf("ParseNumber(%q) = %s, %v, want %s", test.in, got, err, test.want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, test := range []struct {
		in   string
		want error
	}{
		{"", ErrBlank}, {"\u3000", ErrBlank}, {"NA", ErrBlank}, {"N/A", ErrBlank}, {"不详", ErrBlank},
		// what could be something else
		{"2020-01-02", ErrSyntax}, {"2020-01", ErrSyntax}, {"2020/1/2", ErrSyntax}, {"2020.1.2", ErrSyntax}, {"12:30", ErrSyntax}, {"2024年", ErrSyntax}, {"二〇二四年", ErrSyntax}, {"2016-2020年", ErrSyntax}, {"2024年度", ErrUnit}, {"约2020年", ErrSyntax}, {"5十", ErrSyntax},
		{"1-5月", ErrUnit}, {"5月", ErrUnit}, {"1-9", ErrSyntax}, {"2-14", ErrSyntax}, {"2016-2020", ErrSyntax}, {"5/6", ErrSyntax}, {"007", ErrSyntax}, {"05", ErrSyntax}, {"00", ErrSyntax}, {"-05", ErrSyntax}, {"0,123", ErrSyntax},
		{"一", ErrAmbiguous}, {"○", ErrSyntax}, {"七八", ErrAmbiguous}, {"第三", ErrSyntax}, {"第一位", ErrSyntax}, {"1E5", ErrSyntax}, {"10²", ErrUnit}, {"5G", ErrSyntax}, {"12k", ErrSyntax}, {"12m", ErrSyntax},
		// separators
		{"1,23", ErrSyntax}, {"12,34,567", ErrSyntax}, {"1234,567", ErrSyntax}, {"1、234", ErrUnit}, {"1,234 567", ErrSyntax}, {"1.2.3", ErrSyntax}, {"5.", ErrSyntax}, {"1 23", ErrSyntax}, {"1,234,", ErrSyntax},
		// text
		{"北京", ErrSyntax}, {"万元", ErrSyntax}, {"亿元", ErrSyntax}, {"%", ErrSyntax}, {"个百分点", ErrSyntax}, {"百万元", ErrSyntax}, {"38个行业", ErrUnit}, {"25个省、自治区和直辖市", ErrUnit}, {"4×700万平方米", ErrUnit}, {"万家乐", ErrSyntax},
		{"24工位笔头机", ErrUnit}, {"一物一码", ErrUnit}, {"十八大", ErrUnit}, {"百企千县万村", ErrUnit}, {"3兆", ErrUnit}, {"12箩", ErrUnit}, {"几百家", ErrSyntax}, {"数十亿", ErrSyntax}, {"#DIV/0!", ErrSyntax}, {"#N/A", ErrSyntax},
		{"△1.2", ErrSyntax}, {"▲3", ErrSyntax}, {"↑5%", ErrSyntax}, {"(一)", ErrSyntax}, {"(5.6", ErrSyntax}, {"(-5.6)", ErrSyntax}, {"(1)234", ErrSyntax}, {"--5", ErrSyntax}, {"±5", ErrSyntax}, {"1.2r", ErrSyntax}, {"年主营业务收入万元", ErrSyntax},
		{"¥3万美元", ErrSyntax}, {"$5", ErrSyntax}, {"翻番", ErrSyntax}, {"持平", ErrSyntax}, {"扭亏为盈", ErrSyntax}, {"下降3.2%", ErrSyntax}, {"增长5%", ErrSyntax},
		// numerals out of order
		{"三百四千", ErrSyntax}, {"一百零", ErrSyntax}, {"二四万", ErrSyntax}, {"零五", ErrSyntax}, {"三万五万", ErrSyntax}, {"3万5", ErrSyntax}, {"百百", ErrSyntax}, {"三二百", ErrSyntax}, {"一二三百", ErrSyntax}, {"七八百五", ErrSyntax}, {"七八百一十", ErrSyntax}, {"一百零十", ErrSyntax}, {"十廿", ErrUnit}, {"1亿2.5万", ErrSyntax}, {"1万2万", ErrSyntax}, {"1亿20000万", ErrSyntax}, {"5千克至3千克", ErrSyntax}, {"1吨-2000米", ErrUnit}, {"1亩-2000平方米", ErrRange}, {"9000-1万箩", ErrUnit},
		// qualifiers that contradict
		{"近300余家", ErrSyntax}, {"超过50%以下", ErrSyntax}, {"-5%以上", ErrSyntax}, {"0余", ErrSyntax}, {"3-5万以上", ErrSyntax}, {"5-3万", ErrSyntax}, {"5-1万", ErrSyntax}, {"3万元-5个", ErrUnit}, {"3余-5万", ErrSyntax},
		{"一分之二", ErrSyntax}, {"零分之一", ErrSyntax},
		// size
		{"12345678901234567890", ErrRange}, {"1.48457311690769e+24", ErrRange}, {"0.12345678901234567890", ErrRange}, {"1e-30", ErrRange}, {"9223372036854775808", ErrRange}, {"1E+999999999999", ErrRange}, {"9000000000000000亿", ErrRange}, {"9500000000亿五千万", ErrRange}, {"一点一二三四五六七八九一二三四五六七八九一二", ErrRange}, {"一二三四五六七八九〇一二三四五六七八九零", ErrRange}, {strings.Repeat("北", 100), ErrSyntax},
		{"一二三四五六七八九一二三四五六七八九一二", ErrRange}, {"二一四七四八三六四七九九九九九九九九", ErrSyntax},
	} {
		if test.in == "二一四七四八三六四七九九九九九九九九" { // 18 digits by place are read
			test.want = nil
		}
		n, err := ParseNumber(test.in)
		if !errors.Is(err, test.want) || (test.want == nil) != (err == nil) {
			t.Errorf("ParseNumber(%q) = %s, %v, want error %v", test.in, show(n), err, test.want)
		}
		if test.want == ErrBlank && n.State != Blank {
			t.Errorf("ParseNumber(%q).State = %v, want blank", test.in, n.State)
		}
	}
}

func TestNumberMessages(t *testing.T) {
	for in, want := range map[string]string{
		"12箩":   `number "12箩": 箩: unknown unit`,
		"2024年": `number "2024年": a year, not a number: bad syntax`,
		"2-14":  `number "2-14": may be a range, months, or the number of a table: bad syntax`,
		" ":     `number " ": blank`,
	} {
		if _, err := ParseNumber(in); err == nil || err.Error() != want {
			t.Errorf("ParseNumber(%q) says %v, want %s", in, err, want)
		}
	}
}

func TestNotation(t *testing.T) {
	c := Notation{MinusMarks: "△▲"}
	for in, want := range map[string]string{"△1.2": "-1.2", "▲3%": "-3 %", "5": "5", "约△2": "-2 ~= 约"} {
		if n, err := c.ParseNumber(in); err != nil || show(n) != want {
			t.Errorf("%+v.ParseNumber(%q) = %s, %v, want %s", c, in, show(n), err, want)
		}
	}
}

func TestDecimals(t *testing.T) {
	for in, want := range map[string]int{"5": 0, "5.0": 1, "6.37%": 2, "1.2亿": 1, "1.5E+10": 0, "1e-3": 3, "3.5-4.25万": 2, "四分之三": 0, "三点一四": 2} {
		if n, err := ParseNumber(in); err != nil || n.Decimals != want {
			t.Errorf("ParseNumber(%q).Decimals = %d, %v, want %d", in, n.Decimals, err, want)
		}
	}
}

// checkNumber holds ParseNumber to what must be true of any text: no panic, an
// error of a class, bounds in order, a unit of the table, and a value that
// printed and read again is the same.
func checkNumber(t *testing.T, s string) {
	n, err := ParseNumber(s)
	if err != nil {
		if !errors.Is(err, ErrBlank) && !errors.Is(err, ErrSyntax) && !errors.Is(err, ErrRange) && !errors.Is(err, ErrUnit) && !errors.Is(err, ErrAmbiguous) {
			t.Errorf("%q: %v is of no class", s, err)
		}
		return
	}
	if n.Lower.Known && n.Upper.Known && !n.Lower.Value.Less(n.Upper.Value) {
		t.Errorf("%q: bounds are turned around: %s", s, show(n))
	}
	if n.Unit != "" && !isUnit(n.Unit) {
		t.Errorf("%q: unit %q is not in the table", s, n.Unit)
	}
	if n.State != Value || n.Unit == "年" && !n.Value.Abs().Less(decimal.Thousand) { // 1000多年 is a number, 1000年 a year
		return
	}
	printed := n.Value.String() + n.Unit
	again, err := ParseNumber(printed)
	if err != nil || again.Value.String() != n.Value.String() || again.Unit != n.Unit {
		t.Errorf("%q is %s, printed %q and read as %s, %v", s, show(n), printed, show(again), err)
	}
}

// words are what fields are made of: a random row of them is more often nearly
// a number than what a fuzzer finds.
var words = strings.Fields(`0 1 2 3 5 7 12 100 470 1,234 34 373.6 .5 1.2 1.5E+10 ２ ． ， - — ~ 至 到 + ( ) （ ） % ％ ‰ 个百分点 成 * ① [1] … #
	零 〇 一 二 两 三 五 七 八 九 十 廿 百 千 万 亿 点 半 一半 分之 百分之 余 多 几 来 约 近 超 不低于 以上 左右 以下 上 达 负 ¥ 人民币 US$
	元 万元 亿元 美元 家 万家 个 台 人次 年 月 日 吨 亩 千克 倍 2020 2020年 1-5月 12月 2017-01 / Q1 H1 上半年 一季度 前 第 末 底 初 度 累计 截至
	“十二五” 期间 年均 去年 本期 上年同期 同期 单位： ( ) 、 ， (万元) (10 000 yuan) 产值 《 》 〔2022〕68号 R&D`)

// randomWords gives rows of words, the same ones each time.
func randomWords(n int, f func(string)) {
	random := rand.New(rand.NewPCG(1, 2))
	for range n {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(words[random.IntN(len(words))])
			if random.IntN(10) == 0 {
				b.WriteByte(' ')
			}
		}
		f(b.String())
	}
}

func TestParseNumberOnRandomWords(t *testing.T) {
	randomWords(20_000, func(s string) { checkNumber(t, s) })
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1,234.5", "3万余台", "8000元至1万元", "十七亿零五十三万七千零一十六", "高达80％左右", "(5.6)%", "1.5E+10", "三分之一", "12 1)", "二三十家", "-3~-1", "US$2.6亿", "1亿5000多万元"} {
		f.Add(s)
	}
	f.Fuzz(checkNumber)
}

func BenchmarkParseNumber(b *testing.B) {
	for _, s := range []string{"1234.56", "193618361", "1,234,567.89", "-", "3万余台", "１２３．４５亿元", "一百二十万零五百", "内蒙古自治区"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ParseNumber(s)
			}
		})
	}
}

// Two numbers in the lines of one cell are not one number.
func TestNumbersInTwoLines(t *testing.T) {
	for _, text := range []string{"10\n200", "10\r\n 200", "1,000\n2,000"} {
		if n, err := ParseNumber(text); err == nil {
			t.Errorf("%q was read as %v", text, n.Value)
		}
	}
	if n, err := ParseNumber("\n10 200\n"); err != nil || n.Value.String() != "10200" {
		t.Errorf("digits grouped by a space: %v, %v", n.Value, err)
	}
}
