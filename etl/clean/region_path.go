package clean

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// found is one way to read a text.
type found struct {
	row   int
	exact bool   // by the official name
	place string // what the text names below
}

// chains reads a text as a path of divisions, each inside the one before, and
// gives the last division of each way to read it. Longer names go first. Ways
// that read the whole text are preferred to those that leave a place below.
func (x *regionIndex) chains(s string, above int) []found {
	var places []found
	for n := len(s); n > 0; n = cutRune(s, n) {
		var whole, partly []found
		for _, h := range x.names[s[:n]] {
			if !x.inside(h.row, above) {
				continue
			}
			for _, f := range x.rest(s[n:], h) {
				if f.place == "" {
					whole = append(whole, f)
				} else {
					partly = append(partly, f)
				}
			}
		}
		if len(whole) > 0 {
			return whole
		}
		if len(places) == 0 {
			places = partly
		}
	}
	return readFurthest(places)
}

// readFurthest keeps the ways that leave the least to a place: 三明市 of today,
// in which 沙县区 is a district, before 三明市 of 1982, in which it is none.
func readFurthest(ways []found) []found {
	least := math.MaxInt
	for _, f := range ways {
		least = min(least, len(f.place))
	}
	return slices.DeleteFunc(ways, func(f found) bool { return len(f.place) > least })
}

// rest reads what follows a division: nothing, divisions strictly inside it, or
// a place below it.
func (x *regionIndex) rest(s string, h hit) []found {
	if s == "" {
		return []found{{row: h.row, exact: h.exact}}
	}
	if x.rows[h.row].level < 3 {
		below := slices.DeleteFunc(x.chains(s, h.row), func(f found) bool { return x.rows[f.row].code == x.rows[h.row].code })
		if len(below) > 0 {
			return below
		}
	}
	if first, _ := utf8.DecodeRuneInString(s); !h.exact && strings.ContainsRune("省市县区州盟旗", first) {
		return nil // 浙江 of 浙江省…: the word for the kind belongs to the name
	}
	if (isPlace(s) && !x.beginsElsewhere(s, h.row)) || x.towns[s] != nil {
		return []found{{row: h.row, exact: h.exact, place: s}}
	}
	return nil
}

// beginsElsewhere tells 桐城市崇福镇, a path of its own, from the name of a place
// in row. Districts do not count: many streets are called after one (东区街道);
// nor does what row is in (雷州市广东省丰收农场).
func (x *regionIndex) beginsElsewhere(s string, row int) bool {
	for n := cutRune(s, len(s)); n > len("某县"); n = cutRune(s, n) {
		elsewhere := func(h hit) bool {
			return h.exact && !strings.HasSuffix(x.rows[h.row].name, "区") && !x.inside(row, h.row)
		}
		if slices.ContainsFunc(x.names[s[:n]], elsewhere) {
			return true
		}
	}
	return false
}

// cutRune gives the length of s[:n] less its last character.
func cutRune(s string, n int) int {
	for n--; n > 0 && s[n]&0xC0 == 0x80; n-- {
	}
	return n
}

// choose picks the one region that all good ways to read a text agree on:
// names in use on the day before others, official names before short ones.
func (q *query) choose(ways []found) (found, error) {
	best := slices.MaxFunc(ways, func(a, b found) int { return cmp.Compare(q.rank(a), q.rank(b)) })
	var named []found
	for _, f := range ways {
		if q.rank(f) == q.rank(best) {
			named = append(named, f)
		}
	}
	if named = q.distinct(named); len(named) == 1 {
		return named[0], nil
	}
	if f, ok := q.umbrella(named); ok {
		return f, nil
	}
	if f, ok := q.last(named); ok {
		return f, nil
	}
	var titles []string
	for _, f := range named {
		titles = append(titles, q.x.title(f.row))
	}
	slices.Sort(titles)
	return found{}, fail(ErrAmbiguous, "region", q.text, "可能是 "+strings.Join(titles, "、"))
}

func (q *query) rank(f found) int {
	rank := 0
	if r := &q.x.rows[f.row]; r.validOn(q.day) {
		rank = 4
	} else if r.calledIn(q.day) {
		rank = 2
	}
	if f.exact {
		rank++
	}
	return rank
}

// distinct keeps one way per region: rows that became, or had been, one and
// the same region on the day are one.
func (q *query) distinct(ways []found) []found {
	seen := map[string]int{}
	var out []found
	for _, f := range ways {
		code := q.x.rows[q.x.follow(f.row, q.day)].code
		if i, ok := seen[code]; !ok {
			seen[code] = len(out)
			out = append(out, f)
		} else if q.x.rows[f.row].from > q.x.rows[out[i].row].from {
			out[i] = f // the later row says more about today
		}
	}
	return out
}

// umbrella decides between divisions that share a name: a province is always
// meant before others (吉林), then what convention says (中山), then the one
// that holds all the others (邵阳市 before 邵阳县 in it).
func (q *query) umbrella(ways []found) (found, bool) {
	for _, f := range ways {
		if q.x.rows[f.row].level == 1 {
			return f, true
		}
	}
	for _, f := range ways {
		r := &q.x.rows[f.row]
		if code := q.x.bare[r.short]; code == r.code && !f.exact {
			return f, true
		}
	}
	for _, f := range ways {
		outside := func(g found) bool { return !q.x.inside(g.row, f.row) }
		if !f.exact && !slices.ContainsFunc(ways, outside) {
			return f, true
		}
	}
	return found{}, false
}

// last decides between names of the past in one province: the codes of 绍兴县
// before 1981 and after 1983 have nothing that links them. The one that was in
// use last is meant.
func (q *query) last(ways []found) (found, bool) {
	latest := func(a, b found) int { return cmp.Compare(q.x.rows[a.row].to, q.x.rows[b.row].to) }
	best := slices.MaxFunc(ways, latest)
	for _, f := range ways {
		r := &q.x.rows[f.row]
		rival := f.row != best.row && latest(f, best) == 0
		if r.to == "" || r.calledIn(q.day) || rival || r.code[:2] != q.x.rows[best.row].code[:2] {
			return found{}, false
		}
	}
	return best, true
}

// place checks a place below the division against the towns that are known:
// it may name the county that the text leaves out, or contradict it.
func (q *query) place(f found) (found, error) {
	name, homes := q.x.townIn(f.place)
	if len(homes) == 0 {
		if names := q.x.misspelt(f.place, f.row); len(names) > 0 {
			return f, failNear("region", q.text, names)
		}
		return f, nil
	}
	var inside []int
	for _, code := range homes {
		home := q.x.rowAt(code, q.day)
		if q.x.inside(home, f.row) || q.x.follow(f.row, "") == q.x.follow(home, "") {
			inside = append(inside, home)
		}
	}
	switch len(inside) {
	case 0:
		home := q.x.title(q.x.rowAt(homes[0], q.day))
		return f, fail(ErrConflict, "region", q.text, fmt.Sprintf("%s属于 %s，不属于 %s", name, home, q.x.title(f.row)))
	case 1:
		if q.x.rows[f.row].level < q.x.rows[inside[0]].level {
			f.row, f.exact = inside[0], true
		}
	}
	return f, nil
}

// townIn gives the longest known town that a place begins with, and the codes
// of its counties.
func (x *regionIndex) townIn(place string) (string, []string) {
	for n := len(place); n > 0; n = cutRune(place, n) {
		if homes := x.towns[place[:n]]; len(homes) > 0 {
			return place[:n], homes
		}
	}
	return "", nil
}

// town reads a town or zone that stands alone.
func (q *query) town(name string, homes []string) (RegionMatch, error) {
	var ways []found
	for _, code := range homes {
		if row := q.x.rowAt(code, q.day); q.x.inside(row, q.above) {
			ways = append(ways, found{row: row, exact: true, place: name})
		}
	}
	if len(ways) == 0 {
		return RegionMatch{}, fail(ErrConflict, "region", q.text,
			fmt.Sprintf("属于 %s，不属于 %s", q.x.title(q.x.rowAt(homes[0], q.day)), q.x.title(q.above)))
	}
	f, err := q.choose(ways)
	if err != nil && q.above != none && q.x.rows[q.above].level == 2 {
		f, err = found{row: q.above, exact: true, place: name}, nil // as 扬州杭集镇 reads
	}
	if err != nil {
		return RegionMatch{}, err
	}
	return q.match(f)
}

// conflict tells whether the text is a path whose parts are known but do not
// lie in each other, or lies outside the region that the caller gave.
func (q *query) conflict(s string) error {
	if q.above != none {
		if ways := q.x.chains(s, none); len(ways) > 0 {
			return q.outside(ways[0].row, q.above)
		}
	}
	for n := cutRune(s, len(s)); n > 0; n = cutRune(s, n) {
		for _, h := range q.x.names[s[:n]] {
			if ways := q.x.chains(s[n:], none); len(ways) > 0 {
				return q.outside(ways[0].row, h.row)
			}
		}
	}
	return nil
}

func (q *query) outside(row, above int) error {
	return fail(ErrConflict, "region", q.text, fmt.Sprintf("%s 不属于 %s", q.x.title(row), q.x.title(above)))
}
