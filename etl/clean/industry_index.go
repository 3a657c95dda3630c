package clean

import (
	"slices"
	"strings"
	"sync"
)

// industryIndex finds classes of GB/T 4754, built once from the embedded list.
type industryIndex struct {
	editions []string                 // newest first
	classes  map[string]IndustryMatch // by edition + code
	names    map[string]IndustryMatch // by edition + key
	parents  map[string]string        // by edition + code
	sums     map[string]IndustryMatch // sums and totals by key
	spell    func() *speller
}

var industries = sync.OnceValues(newIndustryIndex)

func newIndustryIndex() (*industryIndex, error) {
	x := &industryIndex{
		classes: map[string]IndustryMatch{}, names: map[string]IndustryMatch{},
		parents: map[string]string{}, sums: map[string]IndustryMatch{},
	}
	if err := x.loadClasses(); err != nil {
		return nil, err
	}
	if err := x.loadSums(); err != nil {
		return nil, err
	}
	x.spell = sync.OnceValue(func() *speller {
		var names []string
		for _, m := range x.classes {
			names = append(names, m.Name)
		}
		return newSpeller(names)
	})
	return x, nil
}

func (x *industryIndex) loadClasses() error {
	rows, err := readReference("industry_class", "edition", "code", "level", "parent_code", "name")
	if err != nil {
		return err
	}
	for _, r := range rows {
		m := IndustryMatch{Code: r[1], Name: r[4], Edition: r[0], Level: IndustryLevel(r[2])}
		x.classes[m.Edition+m.Code] = m
		x.parents[m.Edition+m.Code] = r[3]
		if !slices.Contains(x.editions, m.Edition) {
			x.editions = append(x.editions, m.Edition)
		}
	}
	slices.SortFunc(x.editions, func(a, b string) int { return strings.Compare(b, a) })
	for _, r := range rows { // the list is in order of codes: the class above comes first and keeps the name
		key := r[0] + industryKey(r[4])
		if _, ok := x.names[key]; !ok {
			x.names[key] = x.classes[r[0]+r[1]]
		}
	}
	return nil
}

func (x *industryIndex) loadSums() error {
	rows, err := readReference("industry_group", "code", "name", "synonyms")
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, name := range append(strings.Split(r[2], "|"), r[0], r[1]) {
			x.sums[industryKey(name)] = IndustryMatch{Code: r[0], Name: r[1], Level: IndustrySum}
		}
	}
	for _, name := range []string{"合计", "总计", "全国合计", "全行业", "行业合计", "全部行业", "TOTAL"} {
		x.sums[name] = IndustryMatch{Name: name, Level: IndustryTotal}
	}
	delete(x.sums, "")
	return nil
}

// find looks a name up in one edition, as it is or with more or less of the
// 业 that headings treat freely.
func (x *industryIndex) find(edition, name string) (IndustryMatch, bool) {
	key := industryKey(name)
	for _, k := range []string{key, key + "业", strings.TrimSuffix(key, "行业") + "业", strings.TrimSuffix(key, "业")} {
		if m, ok := x.names[edition+k]; ok {
			return m, true
		}
	}
	return IndustryMatch{}, false
}

// sameIndustry compares names as find does.
func sameIndustry(a, b string) bool {
	a, b = industryKey(a), industryKey(b)
	return a == b || a == b+"业" || a+"业" == b
}

// connectors join the parts of a name; editions and tables write them
// differently: 造纸及纸制品业, 造纸和纸制品业.
var connectors = strings.NewReplacer("和", "", "与", "", "及", "", "的", "", "、", "", ",", "", "(", "", ")", "", ";", "", "/", "", "·", "")

// industryKey is the form in which names of industries are compared. No two
// classes of one edition share it unless one is the other's only part.
func industryKey(name string) string {
	return connectors.Replace(Squeeze(name))
}

// inSection tells whether a division belongs to a section in any edition: the
// letters of services moved between editions.
func inSection(division, letter string) bool {
	x, err := industries()
	if err != nil {
		return false
	}
	return slices.ContainsFunc(x.editions, func(edition string) bool { return x.parents[edition+division] == letter })
}
