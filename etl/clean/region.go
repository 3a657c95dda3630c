package clean

import (
	"errors"
	"strings"
)

// Classes of errors of names; [ErrBlank], [ErrSyntax] and [ErrAmbiguous] occur too.
var (
	ErrUnknown  = errors.New("unknown name")                     // in no list; the text suggests what is one character away
	ErrConflict = errors.New("contradicts itself")               // 浙江省合肥市
	ErrWithin   = errors.New("needs the region of the document") // 我县, 全市: which one is not in the text
)

// RegionKind tells what a region text names.
type RegionKind string

// The kinds. A total (合计, 地方合计) has no code: what it adds up is told by
// its table. A group and a unit have a code of reference.region_group.
const (
	RegionNation     RegionKind = "nation"
	RegionProvince   RegionKind = "province"
	RegionPrefecture RegionKind = "prefecture"
	RegionCounty     RegionKind = "county"
	RegionGroup      RegionKind = "group"
	RegionUnit       RegionKind = "unit"
	RegionTotal      RegionKind = "total"
)

// RegionMatch is the region that a text names.
type RegionMatch struct {
	Code        string // of GB/T 2260 (valid at the date asked for where that is known), or of reference.region_group
	Name        string // official name under Code at the date
	Kind        RegionKind
	Level       int    // 1 province, 2 prefecture, 3 county; 0 for all that is no division
	ValidName   bool   // the name in the text was in use in the year asked for
	CurrentCode string // of today; empty where the region was divided or no successor is known
	CurrentName string
	Place       string // what the text names below the county: 古镇镇, 高新区
	Note        string // what a reader should know: renamed, divided, read by convention
}

// ResolveRegion reads the name of a region as filings print it: with or without
// the word for its kind, alone (北京), as a path (广东佛山顺德, 广东省中山市古镇镇),
// as a code, under a name that it once had, or an English label beside it.
//
// at is the day that the text speaks of; codes and names are those of that day.
// The zero Date stands for today, and then names of the past keep their code.
// within restricts the reading to the parts of one region, given by code or
// name: it tells one 鼓楼区 from another, and which 我县 is meant.
//
// It never decides by likeness. Its errors are [ErrBlank], [ErrSyntax],
// [ErrAmbiguous] (with the candidates), [ErrUnknown] (with the nearest names),
// [ErrConflict] and [ErrWithin]. For examples, see TestResolveRegion.
func ResolveRegion(text string, at Date, within string) (RegionMatch, error) {
	x, err := regions()
	if err != nil {
		return RegionMatch{}, err
	}
	q := query{x: x, text: text, above: none}
	if !at.IsZero() {
		q.day = at.String()
	}
	if within != "" {
		if err := q.restrict(within); err != nil {
			return RegionMatch{}, err
		}
	}
	return q.resolve()
}

// longestRegion is the length in bytes from which on text is no name, however
// many parts its path has.
const longestRegion = 300

// query is one question to the index.
type query struct {
	x     *regionIndex
	text  string // as given, for messages
	day   string // YYYY-MM-DD; empty: today
	above int    // row of the region that the answer must be in, or none
}

// restrict sets the region that the answer must be in.
func (q *query) restrict(within string) error {
	if g, ok := q.x.groups[regionText(within)]; ok && g.Kind == RegionNation {
		return nil
	}
	outer := query{x: q.x, text: within, day: q.day, above: none}
	m, err := outer.resolve()
	if err != nil {
		return err
	}
	if q.above = q.x.rowAt(m.Code, q.day); q.above == none {
		return fail(ErrSyntax, "region", within, "no division: within takes a province, prefecture or county")
	}
	return nil
}

func (q *query) resolve() (RegionMatch, error) {
	s := regionText(q.text)
	if s == "" {
		return RegionMatch{}, fail(ErrBlank, "region", q.text, "")
	}
	if len(s) > longestRegion {
		return RegionMatch{}, fail(ErrUnknown, "region", q.text[:cutRune(q.text, min(len(q.text), longestRegion))]+"…", "过长，不是地区名称")
	}
	if m, ok := q.x.groups[s]; ok && q.above == none {
		return m, nil
	}
	if rest, ok := strings.CutPrefix(s, "新疆生产建设兵团"); ok && rest != "" {
		s = "新疆" + rest
	}
	if rest, ok := strings.CutPrefix(s, "中国"); ok && rest != "" { // 中国香港
		s = rest
	}
	if level, ok := deictic[s]; ok {
		return q.deictic(s, level)
	}
	if strings.ContainsAny(s, "、;|") {
		return RegionMatch{}, fail(ErrSyntax, "region", q.text, "several places: give each a row")
	}
	if code, rest := leadingCode(s); code != "" {
		return q.coded(code, rest)
	}
	return q.named(strings.Map(dropSeparator, s))
}

// named reads a name without code.
func (q *query) named(s string) (RegionMatch, error) {
	if code, ok := q.x.whole[s]; ok {
		return q.match(found{row: q.x.rowAt(code, ""), exact: false})
	}
	chains := q.x.chains(s, q.above)
	if len(chains) == 0 {
		return q.other(s)
	}
	f, err := q.choose(chains)
	if err != nil {
		return RegionMatch{}, err
	}
	if f, err = q.place(f); err != nil {
		return RegionMatch{}, err
	}
	return q.match(f)
}

// other reads what is no path of divisions: a town that is known to lie in one
// county only, or a place in the region that the caller gave. What is left is
// an error: a contradiction where the parts are known, else unknown.
func (q *query) other(s string) (RegionMatch, error) {
	if homes := q.x.towns[s]; len(homes) > 0 {
		return q.town(s, homes)
	}
	if err := q.conflict(s); err != nil {
		return RegionMatch{}, err
	}
	if isPlace(s) {
		if q.above != none {
			return q.match(found{row: q.above, exact: true, place: s})
		}
		if near := q.x.misspelt(s, none); len(near) > 0 {
			return RegionMatch{}, failNear("region", q.text, near)
		}
		return RegionMatch{}, fail(ErrUnknown, "region", q.text, "是县以下的地名，需写明所属县（市、区）")
	}
	if headings[s] {
		return RegionMatch{}, fail(ErrUnknown, "region", q.text, "是代码表的栏目，不是行政区划")
	}
	return RegionMatch{}, failNear("region", q.text, q.x.spell().near(s))
}

// coded reads a six-digit code; a name behind it must belong to it.
func (q *query) coded(code, rest string) (RegionMatch, error) {
	if m, ok := q.x.groups[code]; ok && rest == "" {
		return m, nil
	}
	row := q.x.rowAt(code, q.day)
	if row == none {
		return RegionMatch{}, fail(ErrUnknown, "region", q.text, "GB/T 2260 没有这个代码")
	}
	if rest == "" {
		return q.match(found{row: row, exact: true})
	}
	if !q.x.calls(code, rest) {
		return RegionMatch{}, fail(ErrConflict, "region", q.text, "该代码是 "+q.x.title(row))
	}
	return q.match(found{row: row, exact: true})
}
