package clean

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestResolveIndustry(t *testing.T) {
	for _, test := range []struct {
		text, edition string
		code, in      string
		level         IndustryLevel
	}{
		{"农副食品加工业", "", "13", "2017", IndustryDivision},
		{"＃农副食品加工业", "2017", "13", "2017", IndustryDivision},
		{"酒、饮料和精制茶制造业", "", "15", "2017", IndustryDivision},
		{"酒饮料及精制茶制造业", "2011", "15", "2011", IndustryDivision},
		{"皮革、毛皮、羽毛及其\n制品和制鞋业", "2017", "19", "2017", IndustryDivision},
		{"皮革、毛皮、羽毛(绒)及其制品业", "", "19", "2002", IndustryDivision},
		{"石油加工、炼焦及核燃料加工业", "", "25", "2011", IndustryDivision},
		{"石油、煤炭及其他燃料加工业", "", "25", "2017", IndustryDivision},
		{"橡胶制品业", "2002", "29", "2002", IndustryDivision},
		{"橡胶制品业", "2017", "291", "2017", IndustrySubgroup},
		{"通用设备制造业", "2002", "35", "2002", IndustryDivision},
		{"通用设备制造业", "2017", "34", "2017", IndustryDivision},
		{"交通运输设备制造业", "", "37", "2002", IndustryDivision},
		{"电力、热力的生产和供应业", "", "44", "2017", IndustryDivision},
		{"Mining 采矿业", "", "B", "2017", IndustrySection},
		{"采矿业 Mining", "", "B", "2017", IndustrySection},
		{"制造业", "", "C", "2017", IndustrySection},
		{"（二）制造业", "", "C", "2017", IndustrySection},
		{"电力、热力、燃气及水生产和供应业", "", "D", "2017", IndustrySection},
		{"电力、燃气及水的生产和供应业", "", "D", "2002", IndustrySection},
		{"其他制造业 Other Manufacturing", "", "41", "2017", IndustryDivision},
		{"食品制造", "", "14", "2017", IndustryDivision},
		{"谷物磨制业", "", "131", "2017", IndustrySubgroup},
		{"白酒制造", "", "1512", "2017", IndustryClass},
		{"瓶(罐)装饮用水制造", "", "1522", "2017", IndustryClass},
		{"制糖业", "", "134", "2017", IndustrySubgroup},
		{"其他采矿业", "", "12", "2017", IndustryDivision},
		{"燃气生产和供应业", "", "45", "2017", IndustryDivision},
		{"13", "", "13", "2017", IndustryDivision},
		{"C13", "2011", "13", "2011", IndustryDivision},
		{"c-13", "", "13", "2017", IndustryDivision},
		{"C13 农副食品加工业", "", "13", "2017", IndustryDivision},
		{"13.农副食品加工业", "", "13", "2017", IndustryDivision},
		{"1830服饰制造", "", "1830", "2017", IndustryClass},
		{"38电气机械及器材制造业", "", "38", "2017", IndustryDivision},
		{"39电气机械及器材制造业", "", "39", "2002", IndustryDivision},
		{"1、煤炭开采和洗选业", "", "06", "2017", IndustryDivision},
		{"C", "", "C", "2017", IndustrySection},
		{"总计", "", "", "", IndustryTotal},
		{"合 计 Total", "", "", "", IndustryTotal},
		{"高技术制造业", "", "G-HIGHTECH", "", IndustrySum},
		{"装备制造业", "", "G-EQUIP", "", IndustrySum},
	} {
		m, err := ResolveIndustry(test.text, test.edition)
		if err != nil || m.Code != test.code || m.Edition != test.in || m.Level != test.level {
			t.Errorf("ResolveIndustry(%q, %q) = %+v, %v, want %s of %s, %s", test.text, test.edition, m, err, test.code, test.in, test.level)
		}
	}
}

func TestResolveIndustryRefuses(t *testing.T) {
	for _, test := range []struct {
		text, edition string
		want          error
		says          string
	}{
		{" ", "", ErrBlank, ""},
		{"农副食品加王业", "", ErrUnknown, "农副食品加工业"},
		{"汽车制造业", "2002", ErrUnknown, "2017 年版的 36"},
		{"石油加工、炼焦和核燃料加工业", "2017", ErrUnknown, "2011 年版的 25"},
		{"制造业", "1994", ErrUnknown, "年版"},
		{"C13 食品制造业", "", ErrConflict, "农副食品加工业"},
		{"B13", "", ErrUnknown, ""},
		{"98", "", ErrUnknown, "没有这个代码"},
		{"食品", "", ErrUnknown, ""}, // a trade: 13, 14 and 15
		{"家电", "", ErrUnknown, ""},
		{"Manufacturing", "", ErrUnknown, ""},
		{"注：本表不含其他采矿业", "", ErrUnknown, ""},
	} {
		m, err := ResolveIndustry(test.text, test.edition)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("ResolveIndustry(%q, %q) = %+v, %v, want %v, saying %q", test.text, test.edition, m, err, test.want, test.says)
		}
	}
}

func TestIndustryEdition(t *testing.T) {
	for _, test := range []struct {
		labels []string
		want   string
	}{
		{[]string{"总计", "农副食品加工业", "石油、煤炭及其他燃料加工业"}, "2017"},
		{[]string{"农副食品加工业", "石油加工、炼焦和核燃料加工业", "汽车制造业"}, "2011"},
		{[]string{"农副食品加工业", "塑料制品业", "交通运输设备制造业"}, "2002"},
		{[]string{"农副食品加工业", "注：同上"}, "2017"},
		{[]string{"汽车制造业", "交通运输设备制造业"}, ""},
		{[]string{"总计"}, ""},
		{nil, ""},
	} {
		if got, err := IndustryEdition(test.labels); got != test.want || err != nil {
			t.Errorf("IndustryEdition(%q) = %q, %v, want %q", test.labels, got, err, test.want)
		}
	}
}

func TestResolveTrade(t *testing.T) {
	for _, test := range []struct {
		text, trade string
		classes     []string
		err         error
	}{
		{"家电", "家电", []string{"385", "386"}, nil},
		{"家电行业", "家电", []string{"385", "386"}, nil},
		{"五金(刀剪)", "五金", []string{"332", "335", "338"}, nil},
		{"文房四宝（砚）", "文房四宝", []string{"2411", "2412", "2414", "2222"}, nil},
		{"皮 革", "皮革", []string{"19"}, nil},
		{"眼镜业", "眼镜", []string{"3587"}, nil},
		{"木雕", "工艺美术", []string{"243"}, nil},
		{"老年用品", "老年用品", nil, nil},
		{"白酒", "酿酒", []string{"151"}, nil},
		{"制笔/文房四宝", "", nil, ErrAmbiguous},
		{"家具、红木家具", "家具", []string{"21"}, nil},
		{"半导体", "", nil, ErrUnknown},
		{"", "", nil, ErrBlank},
	} {
		m, err := ResolveTrade(test.text)
		if m.Trade != test.trade || !slices.Equal(m.Classes, test.classes) || !errors.Is(err, test.err) {
			t.Errorf("ResolveTrade(%q) = %+v, %v, want %s %v, %v", test.text, m, err, test.trade, test.classes, test.err)
		}
	}
}

// The counts of the standards: GB/T 4754-2017 has 31 divisions, 179 groups and
// 609 classes of manufacturing.
func TestIndustryCounts(t *testing.T) {
	rows, err := readReference("industry_class", "edition", "code", "level", "parent_code")
	if err != nil {
		t.Fatal(err)
	}
	above := map[string]string{}
	for _, r := range rows {
		above[r[0]+r[1]] = r[3]
	}
	counts := map[string]int{}
	for _, r := range rows {
		section := r[1]
		for above[r[0]+section] != "" {
			section = above[r[0]+section]
		}
		counts[r[0]+" "+section+" "+r[2]]++
		if r[3] != "" {
			if _, ok := above[r[0]+r[3]]; !ok {
				t.Errorf("%v: no parent", r)
			}
		} else if r[2] != "section" {
			t.Errorf("%v: no parent", r)
		}
	}
	for key, want := range map[string]int{
		"2017 C division": 31, "2017 C group": 179, "2017 C class": 609,
		"2017 B division": 7, "2017 B group": 19, "2017 B class": 39,
		"2017 D division": 3, "2017 D group": 9, "2017 D class": 18,
		"2011 C division": 31, "2011 C group": 175,
		"2002 C division": 30, "2002 B division": 6, "2002 D division": 3,
	} {
		if counts[key] != want {
			t.Errorf("%s: %d, want %d", key, counts[key], want)
		}
	}
}

// Comparing names without connectors must not make two classes one.
func TestIndustryNamesStayApart(t *testing.T) {
	x, err := industries()
	if err != nil {
		t.Fatal(err)
	}
	for key, m := range x.classes {
		above := m
		for above.Code != "" && industryKey(above.Name) == industryKey(m.Name) {
			if x.names[m.Edition+industryKey(m.Name)] == above {
				break
			}
			above = x.classes[m.Edition+x.parents[above.Edition+above.Code]]
		}
		if industryKey(above.Name) != industryKey(m.Name) {
			t.Errorf("%s %s is read as %+v", key, m.Name, x.names[m.Edition+industryKey(m.Name)])
		}
	}
}

func TestTradeClassesAndBridgeNameClasses(t *testing.T) {
	x, err := industries()
	if err != nil {
		t.Fatal(err)
	}
	classes, err := readReference("trade_class", "trade", "edition", "class_code", "weight")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range classes {
		if m, err := ResolveTrade(r[0]); err != nil || m.Trade != r[0] || x.classes[r[1]+r[2]].Code == "" || r[3] != "" {
			t.Errorf("%v: no such trade or class, or a weight without source", r)
		}
	}
	bridge, err := readReference("industry_bridge", "from_edition", "from_code", "to_edition", "to_code")
	if err != nil {
		t.Fatal(err)
	}
	bridged := map[string]bool{}
	for _, r := range bridge {
		bridged[r[0]+r[1]], bridged["to "+r[2]+r[3]] = true, true
		if x.classes[r[0]+r[1]].Level != IndustryDivision || x.classes[r[2]+r[3]].Level != IndustryDivision {
			t.Errorf("%v: no such divisions", r)
		}
	}
	for key, m := range x.classes {
		if m.Level == IndustryDivision && m.Edition != "2017" && !bridged[key] {
			t.Errorf("division %s of %s has no way to the next edition", m.Code, m.Edition)
		}
		if m.Level == IndustryDivision && m.Edition == "2017" && !bridged["to "+key] && m.Code != "79" {
			t.Errorf("division %s of 2017 comes from none of 2011", m.Code)
		}
	}
}

// Row labels of 中国科技统计年鉴 2-25 (2022), as printed.
var yearbookIndustries = []string{
	"总 计", "煤炭开采和洗选业", "石油和天然气开采业", "黑色金属矿采选业", "有色金属矿采选业", "非金属矿采选业", "开采专业及辅助性活动",
	"农副食品加工业", "食品制造业", "酒、饮料和精制茶制造业", "烟草制品业", "纺织业", "纺织服装、服饰业",
	"皮革、毛皮、羽毛及其\n制品和制鞋业", "木材加工和木、竹、藤、\n棕、草制品业", "家具制造业", "造纸和纸制品业", "印刷和记录媒介复制业",
	"文教、工美、体育和\n娱乐用品制造业", "石油、煤炭及其他燃料加工业", "化学原料和化学制品制造业", "医药制造业", "化学纤维制造业",
	"橡胶和塑料制品业", "非金属矿物制品业", "黑色金属冶炼和压延加工业", "有色金属冶炼和压延加工业", "金属制品业", "通用设备制造业",
	"专用设备制造业", "汽车制造业", "铁路、船舶、航空航天和\n其他运输设备制造业", "电气机械和器材制造业", "计算机、通信和其他\n电子设备制造业",
	"仪器仪表制造业", "其他制造业", "废弃资源综合利用业", "金属制品、机械和\n设备修理业", "电力、热力生产和供应业", "燃气生产和供应业", "水的生产和供应业",
}

func TestIndustryLabelsOfYearbook(t *testing.T) {
	if edition, err := IndustryEdition(yearbookIndustries); edition != "2017" || err != nil {
		t.Errorf("edition %q, %v, want 2017", edition, err)
	}
	seen := map[string]bool{}
	for _, label := range yearbookIndustries {
		m, err := ResolveIndustry(label, "2017")
		if err != nil || seen[m.Code] || m.Level != IndustryDivision && m.Level != IndustryTotal {
			t.Errorf("%q = %+v, %v, want a division of its own", label, m, err)
		}
		seen[m.Code] = true
	}
	var gold struct {
		Cells []struct {
			Label string `json:"row_label"`
		} `json:"sampled_cells"`
	}
	data, err := os.ReadFile(shared(t, "filings/tables/csty_t2-25_patent_industry_2022.xls.gold.json"))
	if err == nil {
		err = json.Unmarshal(data, &gold)
	}
	if err != nil || len(gold.Cells) == 0 {
		t.Fatal("no sampled cells", err)
	}
	for _, cell := range gold.Cells {
		if _, err := ResolveIndustry(cell.Label, "2017"); err != nil {
			t.Error(err)
		}
	}
}

func TestIndustriesOfBulletins(t *testing.T) {
	for _, row := range sharedCSV(t, "domain/lists/rd_by_industry.csv") {
		m, err := ResolveIndustry(row["industry"], "")
		want := row["gbt4754_division_resolved"]
		if err != nil || want != "" && m.Code != want {
			t.Errorf("%s (%s): %+v, %v, want %s", row["industry"], row["year"], m, err, want)
		}
	}
}

func TestTradesOfClusterLists(t *testing.T) {
	for _, row := range sharedCSV(t, "domain/lists/cluster_title.csv") {
		if _, err := ResolveTrade(row["trade"]); row["trade"] != "" && err != nil && !errors.Is(err, ErrAmbiguous) {
			t.Error(err)
		}
	}
	for _, row := range sharedCSV(t, "domain/industry_crosswalk.csv") {
		name, _, _ := strings.Cut(row["trade_name"], "(")
		if m, err := ResolveTrade(row["trade_name"]); err != nil || m.Trade != name {
			t.Errorf("%s: %+v, %v", row["trade_name"], m, err)
		}
	}
}

// A class that was read must read as itself by its code and its name, and no text may panic.
func FuzzResolveIndustry(f *testing.F) {
	for _, text := range []string{"农副食品加工业", "C13 农副食品加工业", "Mining 采矿业", "c-", "(一)", "13.", "1、", "家电(刀剪)"} {
		f.Add(text, "2017")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, edition string) {
		if _, err := ResolveTrade(text); err == nil && Squeeze(text) == "" {
			t.Errorf("ResolveTrade(%q) reads nothing", text)
		}
		m, err := ResolveIndustry(text, edition)
		if err != nil || m.Edition == "" {
			return
		}
		again, err := ResolveIndustry(m.Code+m.Name, m.Edition)
		if err != nil || again != m {
			t.Errorf("ResolveIndustry(%q, %q) = %+v, but its code and name read as %+v, %v", text, edition, m, again, err)
		}
	})
}
