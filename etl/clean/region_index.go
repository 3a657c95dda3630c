package clean

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// none is no row.
const none = -1

// region is a row of reference.region.
type region struct {
	code, name, short string
	level             int
	parent            string
	from, to          string // half open; empty: open on that side
	successors        []string
	next, prev        []int // rows that took over from this one, and that it took over from
}

// hit is a row that a name stands for; exact: by its official name.
type hit struct {
	row   int
	exact bool
}

// regionIndex finds regions by name, built once from the embedded code lists.
type regionIndex struct {
	rows   []region
	byCode map[string][]int       // in order of time
	names  map[string][]hit       // names that may be part of a path
	whole  map[string]string      // names that stand alone only: 京, beijing -> code
	bare   map[string]string      // short names that mean one of many by convention: 中山
	towns  map[string][]string    // towns and zones -> codes of their counties
	groups map[string]RegionMatch // nation, groups, units and totals by name
	spell  func() *speller        // for messages only, so made when first needed
}

var regions = sync.OnceValues(newRegionIndex)

func newRegionIndex() (*regionIndex, error) {
	x := &regionIndex{
		byCode: map[string][]int{}, names: map[string][]hit{}, whole: map[string]string{},
		bare: map[string]string{}, towns: map[string][]string{}, groups: map[string]RegionMatch{},
	}
	for _, load := range []func() error{x.loadRegions, x.loadAliases, x.loadGroups} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	x.spell = sync.OnceValue(func() *speller { return newSpeller(slices.Collect(maps.Keys(x.names))) })
	return x, nil
}

func (x *regionIndex) loadRegions() error {
	rows, err := readReference("region", "code", "name", "short_name", "level", "parent_code", "valid_from", "valid_to", "successor_codes")
	if err != nil {
		return err
	}
	for i, r := range rows {
		row := region{code: r[0], name: r[1], short: r[2], level: int(r[3][0] - '0'), parent: r[4], from: r[5], to: r[6]}
		if r[7] != "" {
			row.successors = strings.Split(r[7], ";")
		}
		x.rows = append(x.rows, row)
		x.byCode[row.code] = append(x.byCode[row.code], i)
		x.names[row.name] = append(x.names[row.name], hit{i, true})
		for _, short := range shortForms(row) {
			x.names[short] = append(x.names[short], hit{i, false})
		}
	}
	x.link()
	return nil
}

// shortForms are the names by which a division is called without its full one.
func shortForms(r region) []string {
	if r.short == "" {
		return nil
	}
	forms := []string{r.short}
	for _, kind := range []string{"州", "县", "旗"} {
		if strings.HasSuffix(r.name, "自治"+kind) && !strings.HasSuffix(r.short, kind) {
			forms = append(forms, r.short+kind)
		}
	}
	return forms
}

// link follows the successor codes: a code may have had several rows, and the
// one meant is the first that outlived the row that ended.
func (x *regionIndex) link() {
	for i := range x.rows {
		for _, code := range x.rows[i].successors {
			for _, j := range x.byCode[code] {
				if j != i && (x.rows[j].to == "" || x.rows[j].to > x.rows[i].to) {
					x.rows[i].next = append(x.rows[i].next, j)
					x.rows[j].prev = append(x.rows[j].prev, i)
					break
				}
			}
		}
	}
}

func (x *regionIndex) loadAliases() error {
	rows, err := readReference("region_alias", "alias", "code", "kind")
	if err != nil {
		return err
	}
	for _, r := range rows {
		alias, code := r[0], r[1]
		switch r[2] {
		case "name":
			for _, i := range x.byCode[code] {
				x.names[alias] = append(x.names[alias], hit{i, false})
			}
		case "bare":
			x.bare[alias] = code
		case "letter", "english":
			x.whole[alias] = code
		case "town", "area":
			x.addTown(alias, code)
		}
	}
	return nil
}

// addTown enters a town under its name, and without 镇 or 街道 unless that is
// the name of a division: 乐从, but not 龙江.
func (x *regionIndex) addTown(name, code string) {
	x.towns[name] = append(x.towns[name], code)
	short := strings.TrimSuffix(strings.TrimSuffix(name, "镇"), "街道")
	if short != name && len(x.names[short]) == 0 && len(short) > len("某") {
		x.towns[short] = append(x.towns[short], code)
	}
}

func (x *regionIndex) loadGroups() error {
	rows, err := readReference("region_group", "code", "name", "synonyms", "kind", "definition")
	if err != nil {
		return err
	}
	for _, r := range rows {
		m := RegionMatch{Code: r[0], Name: r[1], Kind: RegionKind(r[3]), ValidName: true, CurrentCode: r[0], CurrentName: r[1], Note: r[4]}
		for _, name := range append(strings.Split(r[2], "|"), r[1], regionText(r[0])) {
			x.groups[name] = m
		}
	}
	for _, name := range []string{"合计", "总计", "地方合计", "各地区合计", "地区合计", "各地合计", "total", "总数", "汇总"} {
		x.groups[name] = RegionMatch{Name: name, Kind: RegionTotal, ValidName: true}
	}
	delete(x.groups, "")
	return nil
}

// validOn tells whether a row is valid on a day (YYYY-MM-DD; empty: today).
// Text order is time order, a year standing for its beginning.
func (r *region) validOn(day string) bool {
	if day == "" {
		return r.to == ""
	}
	return r.from <= day && (r.to == "" || day < r.to)
}

// calledIn tells whether the name was in use in the year of day. Decisions,
// lists and signs change in different months, so a year is as exact as it gets.
func (r *region) calledIn(day string) bool {
	if day == "" {
		return r.to == ""
	}
	year := day[:4]
	return (r.from == "" || r.from[:4] <= year) && (r.to == "" || year <= r.to[:4])
}

// rowAt gives the row of a code on a day; of a code that was not in use then,
// its last row before, else its first.
func (x *regionIndex) rowAt(code, day string) int {
	line := x.byCode[code]
	best := none
	for _, i := range line {
		if x.rows[i].validOn(day) {
			return i
		}
		if best == none || day == "" || x.rows[i].from <= day {
			best = i
		}
	}
	return best
}

// follow gives the row that a row had become by a day, or had been before. It
// stops where a region was divided or put together.
func (x *regionIndex) follow(i int, day string) int {
	for range len(x.rows) {
		r := &x.rows[i]
		step := r.next
		if r.validOn(day) || r.to == "" && day == "" {
			return i
		}
		if day != "" && day < r.from {
			step = r.prev
		}
		if len(step) != 1 {
			return i
		}
		i = step[0]
	}
	return i
}

// inside tells whether row i is a part of row above, or that row itself.
func (x *regionIndex) inside(i, above int) bool {
	if above == none {
		return true
	}
	r, a := &x.rows[i], &x.rows[above]
	switch {
	case r.code == a.code:
		return true
	case r.level <= a.level:
		return false
	case a.level == 1:
		return r.code[:2] == a.code[:2]
	}
	return a.level == 2 && (r.code[:4] == a.code[:4] || r.parent == a.code)
}

// calls tells whether name is one of the names that code ever had.
func (x *regionIndex) calls(code, name string) bool {
	return slices.ContainsFunc(x.names[name], func(h hit) bool { return x.rows[h.row].code == code })
}

// misspelt gives divisions inside row that text may begin with, one character
// off: 沾化区 for 沽化区下洼镇. They are for messages only.
func (x *regionIndex) misspelt(text string, row int) []string {
	for n := len(text); n > len("某县"); n = cutRune(text, n) {
		if !strings.ContainsAny(text[n-len("县"):n], "市县区旗") || len(x.names[text[:n]]) > 0 {
			continue
		}
		near := slices.DeleteFunc(x.spell().near(text[:n]), func(name string) bool {
			return !slices.ContainsFunc(x.names[name], func(h hit) bool { return h.exact && x.inside(h.row, row) })
		})
		if len(near) > 0 {
			return near
		}
	}
	return nil
}

// title names a row for messages: 320106 江苏省南京市鼓楼区.
func (x *regionIndex) title(i int) string {
	r := x.rows[i]
	path := r.name
	for parent := r.parent; parent != ""; {
		p := x.rowAt(parent, r.to)
		if p == none {
			break
		}
		path, parent = x.rows[p].name+path, x.rows[p].parent
	}
	return r.code + " " + path
}
