package clean

import (
	"fmt"
	"slices"
	"strings"
)

var kindOfLevel = [...]RegionKind{"", RegionProvince, RegionPrefecture, RegionCounty}

// match answers with what the row was on the day, and what it is today.
func (q *query) match(f found) (RegionMatch, error) {
	x := q.x
	if !x.inside(f.row, q.above) {
		return RegionMatch{}, q.outside(f.row, q.above)
	}
	printed := &x.rows[f.row]
	then := printed
	if q.day != "" {
		then = &x.rows[x.follow(f.row, q.day)]
	}
	m := RegionMatch{
		Code: then.code, Name: then.name, Kind: kindOfLevel[then.level], Level: then.level,
		ValidName: printed.calledIn(q.day), Place: f.place,
	}
	if now := &x.rows[x.follow(f.row, "")]; now.to == "" {
		m.CurrentCode, m.CurrentName = now.code, now.name
	}
	m.Note = x.note(printed, then, m)
	return m, nil
}

// note words what the codes do not say.
func (x *regionIndex) note(printed, then *region, m RegionMatch) string {
	var notes []string
	if !m.ValidName {
		notes = append(notes, fmt.Sprintf("%s %s was in use %s", printed.code, printed.name, span(printed)))
	}
	if m.CurrentCode == "" {
		notes = append(notes, "no single successor"+x.heirs(printed))
	} else if m.CurrentCode != m.Code || m.CurrentName != m.Name {
		notes = append(notes, fmt.Sprintf("today %s %s", m.CurrentCode, m.CurrentName))
	}
	if m.Place != "" && then.level < 3 && x.hasCounties(then) {
		notes = append(notes, "the text names a place but no county")
	}
	return strings.Join(notes, "; ")
}

func span(r *region) string {
	switch {
	case r.from == "":
		return "until " + r.to
	case r.to == "":
		return "since " + r.from
	}
	return "from " + r.from + " to " + r.to
}

// heirs names what a region was divided into.
func (x *regionIndex) heirs(r *region) string {
	if len(r.next) == 0 {
		return " is known"
	}
	var names []string
	for _, i := range r.next {
		names = append(names, x.rows[i].code+" "+x.rows[i].name)
	}
	return ": " + strings.Join(names, ", ")
}

// hasCounties tells whether a province or prefecture has counties below it; 中山
// and three other cities have none, so that their towns are complete paths.
func (x *regionIndex) hasCounties(r *region) bool {
	return slices.ContainsFunc(x.rows, func(c region) bool {
		return c.level == 3 && (c.parent == r.code || r.level == 1 && c.code[:2] == r.code[:2])
	})
}

// deictic reads a word that points at the region of the document: the nearest
// region around it that the word fits.
func (q *query) deictic(word string, level int) (RegionMatch, error) {
	if q.above == none {
		return RegionMatch{}, fail(ErrWithin, "region", q.text, "")
	}
	for i := q.above; i != none; i = q.x.rowAt(q.x.rows[i].parent, q.day) {
		r := &q.x.rows[i]
		if r.fits(word, level) {
			outer := query{x: q.x, text: q.text, day: q.day, above: none}
			return outer.match(found{row: i, exact: true})
		}
	}
	return RegionMatch{}, fail(ErrWithin, "region", q.text, "fits neither "+q.x.title(q.above)+" nor what is around it")
}

// fits tells whether a division is what a pointing word calls it: 市 may be a
// county-level city too, 区 a district or an autonomous region.
func (r *region) fits(word string, level int) bool {
	if level == 0 && !strings.HasSuffix(word, "区") || word == "本地区" || word == "全地区" {
		return true
	}
	last := []rune(word)[len([]rune(word))-1]
	return strings.HasSuffix(r.name, string(last)) || level == 1 && r.level == 1
}
