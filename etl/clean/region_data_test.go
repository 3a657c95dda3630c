package clean

import (
	"slices"
	"strings"
	"testing"
)

func loadRegions(t *testing.T) *regionIndex {
	t.Helper()
	x, err := regions()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// until gives the end of a row as text that compares.
func until(r *region) string {
	if r.to == "" {
		return "9999"
	}
	return r.to
}

func TestRegionRowsOfACodeFollowEachOther(t *testing.T) {
	x := loadRegions(t)
	for code, line := range x.byCode {
		for k, i := range line {
			r := &x.rows[i]
			if r.from >= until(r) {
				t.Errorf("%s %s: from %q, to %q", code, r.name, r.from, r.to)
			}
			if k > 0 && x.rows[line[k-1]].to > r.from || k > 0 && x.rows[line[k-1]].to == "" {
				t.Errorf("%s: %s overlaps %s", code, x.rows[line[k-1]].name, r.name)
			}
		}
	}
}

func TestRegionParentsExistAllTheTime(t *testing.T) {
	x := loadRegions(t)
	for i := range x.rows {
		r := &x.rows[i]
		if want := r.level > 1; want != (r.parent != "") {
			t.Errorf("%s %s: level %d, parent %q", r.code, r.name, r.level, r.parent)
			continue
		}
		if r.parent == "" || r.parent[2:] == "0000" && r.from < x.rows[x.byCode[r.parent][0]].from {
			continue // 510200 and 441… lie in provinces of the time
		}
		reached := r.from
		for _, p := range x.byCode[r.parent] {
			if x.rows[p].from <= reached && reached < until(&x.rows[p]) {
				reached = until(&x.rows[p])
			}
		}
		if reached < until(r) {
			t.Errorf("%s %s (%s): parent %s is missing from %s on", r.code, r.name, span(r), r.parent, reached)
		}
	}
}

func TestRegionSuccessorsExist(t *testing.T) {
	x := loadRegions(t)
	for i := range x.rows {
		r := &x.rows[i]
		if len(r.next) != len(r.successors) {
			t.Errorf("%s %s (%s): of successors %v only %d outlive it", r.code, r.name, span(r), r.successors, len(r.next))
		}
		if r.to == "" && r.successors != nil {
			t.Errorf("%s %s is valid and has successors %v", r.code, r.name, r.successors)
		}
	}
}

// The list of today: counts of the ministry for the end of 2025 and what came since.
func TestRegionCountsOfToday(t *testing.T) {
	x := loadRegions(t)
	counts := map[int]int{}
	for i := range x.rows {
		if r := &x.rows[i]; r.validOn("") {
			counts[r.level]++
			if slices.Contains([]string{"市辖区", "县"}, r.name) || strings.Contains(r.name, "直辖") {
				t.Errorf("%s %s is a heading", r.code, r.name)
			}
		}
	}
	if counts[1] != 34 || counts[2] != 333 || counts[3] < 2840 || counts[3] > 2850 {
		t.Errorf("valid today: %v, want 34 provinces, 333 prefectures, about 2845 counties", counts)
	}
}

// The numbers of divisions at the end of a year, as 民政部 counts them. (From
// 2002 to 2011 the code lists hold three groups of islands that it does not.)
func TestRegionCountsOfYears(t *testing.T) {
	x := loadRegions(t)
	for _, test := range []struct {
		day                   string
		prefectures, counties int
	}{
		{"2000-12-31", 333, 2861}, {"2005-12-31", 333, 2862 + 2}, {"2010-12-31", 333, 2856 + 3}, {"2012-12-31", 333, 2852},
		{"2014-12-31", 333, 2854}, {"2015-12-31", 334, 2850}, {"2016-12-31", 334, 2851}, {"2017-12-31", 334, 2851},
		{"2018-12-31", 333, 2851}, {"2019-12-31", 333, 2846}, {"2020-12-31", 333, 2844}, {"2021-12-31", 333, 2843},
		{"2023-12-31", 333, 2844},
	} {
		counts := map[int]int{}
		for i := range x.rows {
			if x.rows[i].validOn(test.day) {
				counts[x.rows[i].level]++
			}
		}
		if counts[2] != test.prefectures || counts[3] != test.counties {
			t.Errorf("on %s: %d prefectures, %d counties, want %d, %d", test.day, counts[2], counts[3], test.prefectures, test.counties)
		}
	}
}

// The facts that the sources lack or get wrong (reference/build/region_patch.csv).
func TestRegionFacts(t *testing.T) {
	x := loadRegions(t)
	for _, test := range []struct{ code, day, want string }{
		{"330113", "2022-01-01", "临平区"}, {"330114", "2022-01-01", "钱塘区"}, {"330110", "2022-01-01", "余杭区"},
		{"410307", "2022-01-01", "偃师区"}, {"410308", "2022-01-01", "孟津区"},
		{"431181", "2022-01-01", "祁阳市"}, {"431121", "2020-12-31", "祁阳县"},
		{"532302", "2021-12-31", "禄丰市"}, {"520581", "2021-12-31", "黔西市"}, {"520522", "2021-01-31", "黔西县"},
		{"460302", "2021-01-01", "西沙区"}, {"350605", "2022-01-01", "长泰区"}, {"350404", "2022-01-01", "三元区"},
		{"370116", "2019-06-30", "莱芜区"}, {"371200", "2018-06-30", "莱芜市"},
		{"341402", "2005-12-31", "居巢区"}, {"342601", "1998-12-31", "巢湖市"}, {"340181", "2012-12-31", "巢湖市"},
		{"420600", "2009-12-31", "襄樊市"}, {"420600", "2011-12-31", "襄阳市"},
		{"659005", "2012-12-31", "北屯市"}, {"460300", "2012-12-31", "三沙市"}, {"810000", "1998-01-01", "香港特别行政区"},
	} {
		i := x.rowAt(test.code, test.day)
		if i == none || x.rows[i].name != test.want || !x.rows[i].validOn(test.day) {
			t.Errorf("%s on %s is not %s", test.code, test.day, test.want)
		}
	}
	for _, test := range []struct{ code, want string }{
		{"342601", "341402"}, {"330103", "330105"}, {"410322", "410308"}, {"410306", "410308"}, {"431121", "431181"},
		{"371202", "370116"}, {"440102", "440104"}, {"320624", "329021"}, {"130604", "130606"},
	} {
		line := x.byCode[test.code]
		if got := x.rows[line[len(line)-1]].successors; !slices.Contains(got, test.want) {
			t.Errorf("successors of %s: %v, want %s", test.code, got, test.want)
		}
	}
}

func TestRegionAliasesAndGroupsNameDivisions(t *testing.T) {
	x := loadRegions(t)
	aliases, err := readReference("region_alias", "alias", "code", "kind", "source")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range aliases {
		if len(x.byCode[a[1]]) == 0 || a[3] == "" || Squeeze(a[0]) != a[0] {
			t.Errorf("alias %v: no such code, no source, or not squeezed", a)
		}
	}
	members, err := readReference("region_group_member", "group_code", "region_code")
	if err != nil {
		t.Fatal(err)
	}
	size := map[string]int{}
	for _, m := range members {
		size[m[0]]++
		if i := x.rowAt(m[1], ""); i == none || x.rows[i].to != "" || x.groups[regionText(m[0])].Code != m[0] {
			t.Errorf("member %v: no such group or division", m)
		}
	}
	if size["000000"] != 31 || size["G-EAST"]+size["G-CENTRAL"]+size["G-WEST"]+size["G-NORTHEAST"] != 31 {
		t.Errorf("the four regions and the nation: %v, want 31 provinces", size)
	}
}
