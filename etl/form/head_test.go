package form

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/grid"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/sql"
)

// tableOf reads the first table of a text.
func tableOf(t *testing.T, text string) (*sheet.Grid, *layout.Table) {
	t.Helper()
	b, err := grid.Open(strings.NewReader(text), int64(len(text)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range b.Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		g, err := sheet.Hold(s, sheet.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if tables := layout.Read(g); len(tables) > 0 {
			return g, tables[0]
		}
	}
	t.Fatalf("no table in %q", text)
	return nil, nil
}

func headOf(t *testing.T, filer, text string) Head {
	_, table := tableOf(t, text)
	h := Head{Form: "f", Title: withoutPeriod(table.Title), Columns: headColumns(table)}
	h.Filer = filer
	return h
}

func TestChanges(t *testing.T) {
	const before = "集群名称,地区,年份,产值(万元),企业数(家),备注\n甲集群,温州市,2022,1,2,x\n乙集群,宁波市,2022,3,4,y\n"
	for _, test := range []struct{ name, in, want string }{
		{"none", strings.ReplaceAll(before, "2022", "2023"), ""},
		{"all kinds", "集群名称,地区,利润(万元),年份,税收(万元),产值(亿元),备注\n甲集群,温州市,9,2023,1,2,x\n乙集群,宁波市,8,2023,3,4,y\n",
			"column 利润 is new (C); column 年份 moved from C to D; column 税收 is new (E); column 产值 moved from D to F, unit 万元 → 亿元; column 备注 moved from F to G; column 企业数 is gone (was E)"},
		{"no unit any more", strings.Replace(before, "(万元)", "", 1), "column 产值 unit 万元 → none"},
		{"text instead of values", strings.NewReplacer(",1,2,", ",1,不详,", ",3,4,", ",3,未填,").Replace(before), "column 企业数 held values, holds text"},
	} {
		got := strings.Join(headOf(t, "", test.in).Changes(headOf(t, "", before)), "; ")
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestPeriodsInHeads: periods are no part of headings and titles; words that tell
// columns apart are.
func TestPeriodsInHeads(t *testing.T) {
	for in, want := range map[string]string{
		"2023年": "", "2023": "", "2023年产值": "产值", "产值(2023年1-9月)": "产值", "本月累计": "本月累计", "2022-2023年各地区产值": "各地区产值",
		"2024年一季度利润": "利润", "上年同期": "上年同期", "截至2024年2月注册商标": "注册商标", "T2产值": "T2产值",
	} {
		if got := withoutPeriod(in); got != want {
			t.Errorf("withoutPeriod(%q) = %q, want %q", in, got, want)
		}
	}
	h := headOf(t, "", "各地区产值\n单位：万元\n地区,2021,2022\n温州市,1,2\n宁波市,3,4\n")
	want := Head{Form: "f", Title: "各地区产值", Columns: []HeadColumn{{Heading: "地区", At: "A"}, {Heading: "各地区产值", Unit: "万元", IsValue: true, At: "B"}}}
	if diff := cmp.Diff(want.Title, h.Title); diff != "" || len(h.Columns) != 2 || h.Columns[1].At != "B" {
		t.Errorf("head %+v, want two columns, the years being one", h)
	}
}

// TestFollow: filings of one filer, a form each; what is said of each.
func TestFollow(t *testing.T) {
	const rows = "\n甲集群,1,2\n乙集群,3,4\n"
	var hs Heads
	for _, step := range []struct {
		name, filer string
		tables      []string
		want        string
	}{
		{"first", "甲市", []string{"集群,产值(万元),企业数(家)" + rows}, ""},
		{"other filer", "乙市", []string{"集群,企业数(家),产值(万元)" + rows}, ""},
		{"again", "甲市", []string{"集群,产值(万元),企业数(家)" + rows}, ""},
		{"unit", "甲市", []string{"集群,产值(亿元),企业数(家)" + rows}, "column 产值 unit 万元 → 亿元"},
		{"the new one stands", "甲市", []string{"集群,产值(亿元),企业数(家)" + rows}, ""},
		{"another table", "甲市", []string{"品牌,价值(亿元),强度" + rows}, ""},
		{"both", "甲市", []string{"品牌,价值(亿元),强度" + rows, "集群,产值(亿元),企业数(家)" + rows}, ""},
		{"one of both", "甲市", []string{"集群,企业数(家),产值(亿元)" + rows, "品牌,价值(亿元),强度" + rows}, "column 企业数 moved from C to B; column 产值 moved from B to C"},
		{"a title", "甲市", []string{"2023年集群产值\n集群,产值(亿元),企业数(家)" + rows}, "column 产值 moved from C to B; column 企业数 moved from B to C"},
		{"the same title", "甲市", []string{"2024年集群产值\n集群,产值(亿元),企业数(家)" + rows}, ""},
		{"a titled one", "丙市", []string{"2023年集群产值\n集群,产值(亿元),企业数(家)" + rows}, ""},
		{"another title", "丙市", []string{"园区招商项目一览表\n集群,产值(万元),企业数(家)" + rows}, ""},
		{"a like title", "丙市", []string{"集群的产值\n集群,产值(万元),企业数(家)" + rows}, "column 产值 unit 亿元 → 万元"},
		{"without it", "甲市", []string{"集群,企业数(家),产值(亿元)" + rows}, ""},
	} {
		var heads []Head
		for _, text := range step.tables {
			heads = append(heads, headOf(t, step.filer, text))
		}
		if diff := cmp.Diff(step.want, strings.Join(hs.Follow(heads), "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
	}
	if len(hs.List) != 7 {
		t.Errorf("%d heads are remembered, want 7", len(hs.List))
	}
	for i := range 2 * maxHeads {
		hs.Follow([]Head{{Form: "g", Title: string(rune('一' + i)), Columns: []HeadColumn{{Heading: string(rune('一' + i))}}}})
	}
	if n := len(hs.List); n != 7+maxHeads {
		t.Errorf("%d heads are remembered, want %d", n, 7+maxHeads)
	}
}

// TestReadingHeads: the tables that forms read leave their heads.
func TestReadingHeads(t *testing.T) {
	g, table := tableOf(t, "集群名称,地区,年份,产值(万元)\n甲集群,浙江省温州市,2022,1\n")
	r, err := NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	var out Reading
	r.Read(&Filing{File: "a.csv"}, g, table, &out)
	if len(out.Heads) != 1 || out.Heads[0].Form != "subject-wide" || len(out.Heads[0].Columns) != 4 {
		t.Errorf("heads %+v", out.Heads)
	}
}
