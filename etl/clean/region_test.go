package clean

import (
	"errors"
	"strings"
	"testing"
)

// day reads a date for tests: "" is no day, "2008" the end of that year.
func day(t *testing.T, text string) Date {
	t.Helper()
	if text == "" {
		return Date{}
	}
	d, precision, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	if precision == ByYear {
		d = Date{d.Year, 12, 31}
	}
	return d
}

func TestResolveRegion(t *testing.T) {
	for _, test := range []struct {
		text, at, within string
		code, current    string
		valid            bool
		place            string
	}{
		// as yearbooks print provinces
		{"北    京", "2019", "", "110000", "110000", true, ""},
		{"内 蒙 古", "2019", "", "150000", "150000", true, ""},
		{"黑龙 江", "2019", "", "230000", "230000", true, ""},
		{"北　京 Beijing", "2019", "", "110000", "110000", true, ""},
		{"Inner Mongolia", "2019", "", "150000", "150000", true, ""},
		{"广西壮族自治区", "2019", "", "450000", "450000", true, ""},
		{"广西", "2019", "", "450000", "450000", true, ""},
		{"内蒙", "2019", "", "150000", "150000", true, ""},
		{"＃新疆①", "2019", "", "650000", "650000", true, ""},
		{"吉林", "2019", "", "220000", "220000", true, ""},
		{"吉林市", "2019", "", "220200", "220200", true, ""},
		{"海南", "2019", "", "460000", "460000", true, ""},
		{"海南州", "2019", "", "632500", "632500", true, ""},
		{"粤", "2019", "", "440000", "440000", true, ""},
		{"重庆", "1990", "", "510200", "500000", true, ""},
		{"重庆市", "2000", "", "500000", "500000", true, ""},
		{"台湾省", "", "", "710000", "710000", true, ""},
		{"香港", "", "", "810000", "810000", true, ""},
		// names and codes in time
		{"襄樊市", "2008", "", "420600", "420600", true, ""},
		{"襄樊（市）", "2020", "", "420600", "420600", false, ""},
		{"襄樊", "", "", "420600", "420600", false, ""},
		{"襄阳", "2008", "", "420607", "420607", true, ""},
		{"襄阳", "2015", "", "420600", "420600", true, ""},
		{"邵东县", "2018", "", "430521", "430582", true, ""},
		{"邵东县", "2023", "", "430582", "430582", false, ""},
		{"邵东县", "", "", "430521", "430582", false, ""},
		{"邵东市", "2010", "", "430521", "430582", false, ""},
		{"即墨", "2016", "", "370282", "370215", true, ""},
		{"即墨", "2018", "", "370215", "370215", true, ""},
		{"即墨市", "2020", "", "370215", "370215", false, ""},
		{"巢湖市", "1995", "", "342601", "340181", true, ""},
		{"巢湖市", "2008", "", "341400", "340181", true, ""},
		{"巢湖市", "2015", "", "340181", "340181", true, ""},
		{"莱芜市", "2015", "", "371200", "", true, ""},
		{"临平区", "2022", "", "330113", "330113", true, ""},
		{"余杭区", "2022", "", "330110", "330110", true, ""},
		{"余江", "2017", "", "360622", "360603", true, ""},
		{"通县", "1990", "", "110223", "110112", true, ""},
		{"430521", "2018", "", "430521", "430582", true, ""},
		{"330100杭州市", "", "", "330100", "330100", true, ""},
		// paths
		{"广东佛山顺德", "", "", "440606", "440606", true, ""},
		{"广东省佛山市顺德区勒流街道", "", "", "440606", "440606", true, "勒流街道"},
		{"广东省中山市古镇镇", "", "", "442000", "442000", true, "古镇镇"},
		{"中山大涌镇", "", "", "442000", "442000", true, "大涌镇"},
		{"古镇镇", "", "", "442000", "442000", true, "古镇镇"},
		{"江西省文港镇", "", "", "360124", "360124", true, "文港镇"},
		{"浙江省湖州市南浔区善琏镇", "", "", "330503", "330503", true, "善琏镇"},
		{"浙江省桐乡市崇福镇", "", "", "330483", "330483", true, "崇福镇"},
		{"绍兴县孙端镇", "2010", "", "330621", "330603", true, "孙端镇"},
		{"重庆璧山", "2013", "", "500227", "500120", true, ""},
		{"河南禹州", "", "", "411081", "411081", true, ""},
		{"浙江-龙泉", "", "", "331181", "331181", true, ""},
		{"(襄樊市)襄阳区", "2005", "", "420607", "420607", true, ""},
		{"朝阳双塔区", "", "", "211302", "211302", true, ""},
		{"恩施州利川市", "", "", "422802", "422802", true, ""},
		{"新疆生产建设兵团阿拉尔市", "", "", "659002", "659002", true, ""},
		{"莱芜市农业高新技术产业示范区杨庄镇", "2018", "", "371200", "", true, "农业高新技术产业示范区杨庄镇"},
		{"青岛西海岸新区", "", "", "370211", "370211", true, "西海岸新区"},
		// what the caller knows
		{"鼓楼区", "", "350000", "350102", "350102", true, ""},
		{"朝阳", "", "北京市", "110105", "110105", true, ""},
		{"高新区", "", "440300", "440300", "440300", true, "高新区"},
		{"我县", "", "321023", "321023", "321023", true, ""},
		{"我省", "", "430521", "430000", "430000", true, ""},
		{"全市", "", "410882", "410882", "410882", true, ""},
		{"我市", "", "420607", "420600", "420600", true, ""},
		{"全区", "", "150000", "150000", "150000", true, ""},
		{"当地", "", "321023", "321023", "321023", true, ""},
		{"杭州", "", "全国", "330100", "330100", true, ""},
		{"徐闻县广东省国营海鸥农场", "", "", "440825", "440825", true, "广东省国营海鸥农场"},
		{"中国《浙江》", "", "", "330000", "330000", true, ""},
		{"中国香港", "", "", "810000", "810000", true, ""},
		// short names that several share
		{"中山", "", "", "442000", "442000", true, ""},
		{"西安", "", "", "610100", "610100", true, ""},
		{"邵阳", "", "", "430500", "430500", true, ""},
	} {
		m, err := ResolveRegion(test.text, day(t, test.at), test.within)
		if err != nil {
			t.Errorf("ResolveRegion(%q, %q, %q): %v", test.text, test.at, test.within, err)
			continue
		}
		if m.Code != test.code || m.CurrentCode != test.current || m.ValidName != test.valid || m.Place != test.place {
			t.Errorf("ResolveRegion(%q, %q, %q) = %+v, want %s now %q valid %v place %q",
				test.text, test.at, test.within, m, test.code, test.current, test.valid, test.place)
		}
	}
}

func TestResolveRegionKinds(t *testing.T) {
	for _, test := range []struct {
		text, code string
		kind       RegionKind
	}{
		{"全    国", "000000", RegionNation},
		{"National Total", "000000", RegionNation},
		{"东部地区", "G-EAST", RegionGroup},
		{"东北地区 Northeast", "G-NORTHEAST", RegionGroup},
		{"西部", "G-WEST", RegionGroup},
		{"京津冀", "G-JJJ", RegionGroup},
		{"新疆生产建设兵团", "X-XPCC", RegionUnit},
		{"兵团", "X-XPCC", RegionUnit},
		{"合  计", "", RegionTotal},
		{"地方合计", "", RegionTotal},
		{"总 计 Total", "", RegionTotal},
		{"浙江", "330000", RegionProvince},
		{"宁波", "330200", RegionPrefecture},
		{"慈溪", "330282", RegionCounty},
	} {
		m, err := ResolveRegion(test.text, Date{}, "")
		if err != nil || m.Kind != test.kind || m.Code != test.code || !m.ValidName {
			t.Errorf("ResolveRegion(%q) = %+v, %v, want %s %s", test.text, m, err, test.kind, test.code)
		}
	}
}

func TestResolveRegionRefuses(t *testing.T) {
	for _, test := range []struct {
		text, at, within string
		want             error
		says             string
	}{
		{"", "", "", ErrBlank, ""},
		{"　", "", "", ErrBlank, ""},
		{"鼓楼区", "", "", ErrAmbiguous, "350102 福建省福州市鼓楼区"},
		{"朝阳", "", "", ErrAmbiguous, "211300 辽宁省朝阳市"},
		{"分水镇", "", "", ErrAmbiguous, "桐庐县"},
		{"浙江省合肥市", "", "", ErrConflict, "340100 安徽省合肥市 不属于 330000 浙江省"},
		{"浙江省桐城市崇福镇", "", "", ErrConflict, "安徽省"},
		{"桐城市崇福镇", "", "", ErrConflict, "崇福镇属于 330483 浙江省嘉兴市桐乡市"},
		{"合肥市", "", "330000", ErrConflict, "不属于 330000"},
		{"崇福镇", "", "340000", ErrConflict, "桐乡市"},
		{"330100合肥市", "", "", ErrConflict, "杭州市"},
		{"内蒙占", "", "", ErrUnknown, "内蒙古"},
		{"有为市", "", "", ErrUnknown, "无为市"},
		{"999999", "", "", ErrUnknown, "没有这个代码"},
		{"某某镇", "", "", ErrUnknown, "县以下"},
		{"滨州市沽化区下洼镇", "", "", ErrUnknown, "沾化区"},
		{"垫江区沙坪镇", "", "", ErrUnknown, "垫江县"},
		{"徐闻县合肥市", "", "", ErrConflict, "不属于 440825"},
		{"市辖区", "", "", ErrUnknown, "代码表的栏目"},
		{"北京金色农华种业科技股份有限公司", "", "", ErrUnknown, ""},
		{"北京设施蔬菜产业集群", "", "", ErrUnknown, ""},
		{"指标", "", "", ErrUnknown, ""},
		{strings.Repeat("长沙", 5000), "", "", ErrUnknown, "过长"},
		{strings.Repeat("Ⱥ", 120), "", "", ErrUnknown, "过长"}, // grows when it is made lower case
		{"我县", "", "", ErrWithin, ""},
		{"我县", "", "440300", ErrWithin, "fits neither"},
		{"石家庄市、秦皇岛市", "", "", ErrSyntax, "several"},
		{"杭州", "", "全球", ErrUnknown, ""},
		{"杭州", "", "东部地区", ErrSyntax, "province, prefecture or county"},
	} {
		m, err := ResolveRegion(test.text, day(t, test.at), test.within)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("ResolveRegion(%q, %q) = %+v, %v, want %v, saying %q", test.text, test.within, m, err, test.want, test.says)
		}
	}
}

// A region that was read must read as itself by its code, and no text may panic.
func FuzzResolveRegion(f *testing.F) {
	for _, text := range []string{"北 京", "广东省中山市古镇镇", "(襄樊市)襄阳区", "浙江省合肥市", "330100杭州市", "我县", "全国", "兵团", "三明市沙县区夏茂镇", "#1、"} {
		f.Add(text, 2019, "")
		f.Add(text, 1983, "浙江省")
	}
	f.Fuzz(func(t *testing.T, text string, year int, within string) {
		at := Date{year, 12, 31}
		m, err := ResolveRegion(text, at, within)
		if err != nil || m.Code == "" {
			return
		}
		if again, err := ResolveRegion(m.Code, at, ""); err != nil || again.Code != m.Code {
			t.Errorf("ResolveRegion(%q, %d, %q) = %+v, but its code reads as %+v, %v", text, year, within, m, again, err)
		}
	})
}
