package clean

import (
	"fmt"
	"regexp"
	"strings"
)

// IndustryLevel tells what kind of class an industry text names.
type IndustryLevel string

// The levels of GB/T 4754, then sums that tables print among them: a group
// (装备制造业) has a code of reference.industry_group, a total (总计) has none.
const (
	IndustrySection  IndustryLevel = "section"  // 门类
	IndustryDivision IndustryLevel = "division" // 大类
	IndustrySubgroup IndustryLevel = "group"    // 中类
	IndustryClass    IndustryLevel = "class"    // 小类
	IndustrySum      IndustryLevel = "sum"
	IndustryTotal    IndustryLevel = "total"
)

// IndustryMatch is the class that a text names.
type IndustryMatch struct {
	Code    string // in Edition; of a sum, in reference.industry_group; empty for a total
	Name    string // as the standard prints it
	Edition string // year of the edition of GB/T 4754; empty for sums and totals
	Level   IndustryLevel
}

// ResolveIndustry reads the name of an industry as yearbooks print it, as a
// code (13, C13, 1311), or both (C13 农副食品加工业). 和, 与, 及, 的, 、 and brackets do
// not count, nor do a mark (#, 其中:) and an English label.
//
// edition is the year of the edition of GB/T 4754 that the table follows: 2002,
// 2011 or 2017. Where it is not known, "", the newest that has the name is
// taken: give all labels of a table to [IndustryEdition] first.
//
// It never decides by likeness. Its errors are [ErrBlank], [ErrUnknown] (with
// the nearest names, or the edition that has the name) and [ErrConflict] (code
// and name do not belong together). For examples, see TestResolveIndustry.
func ResolveIndustry(text, edition string) (IndustryMatch, error) {
	x, err := industries()
	if err != nil {
		return IndustryMatch{}, err
	}
	s := industryText(text)
	if s == "" {
		return IndustryMatch{}, fail(ErrBlank, "industry", text, "")
	}
	if m, ok := x.sums[industryKey(s)]; ok {
		return m, nil
	}
	code, name := cutIndustryCode(s)
	switch {
	case code == "":
		return x.named(text, s, edition)
	case name == "":
		return x.coded(text, code, edition)
	}
	return x.both(text, code, name, edition)
}

// IndustryEdition gives the newest edition of GB/T 4754 in which every label
// that is a class reads, "" if there is none. Labels that no edition knows
// (notes, headings) say nothing.
func IndustryEdition(labels []string) (string, error) {
	x, err := industries()
	if err != nil {
		return "", err
	}
	for _, edition := range x.editions {
		known, fits := 0, true
		for _, label := range labels {
			if m, err := ResolveIndustry(label, ""); err != nil || m.Edition == "" {
				continue
			}
			known++
			if _, err := ResolveIndustry(label, edition); err != nil {
				fits = false
				break
			}
		}
		if fits && known > 0 {
			return edition, nil
		}
	}
	return "", nil
}

// named reads a name without code.
func (x *industryIndex) named(text, s, edition string) (IndustryMatch, error) {
	for _, e := range x.searched(edition) {
		if m, ok := x.find(e, s); ok {
			return m, nil
		}
	}
	for _, e := range x.editions {
		if m, ok := x.find(e, s); ok {
			why := fmt.Sprintf("GB/T 4754-%s 没有这个行业；它是 %[3]s 年版的 %[2]s", edition, m.Code, e)
			return IndustryMatch{}, fail(ErrUnknown, "industry", text, why)
		}
	}
	return IndustryMatch{}, failNear("industry", text, x.spell().near(s))
}

// coded reads a code without name.
func (x *industryIndex) coded(text, code, edition string) (IndustryMatch, error) {
	for _, e := range x.searched(edition) {
		if m, ok := x.classes[e+code]; ok {
			return m, nil
		}
	}
	return IndustryMatch{}, fail(ErrUnknown, "industry", text, "GB/T 4754 没有这个代码")
}

// both reads a code with a name, which must belong to it in one edition.
func (x *industryIndex) both(text, code, name, edition string) (IndustryMatch, error) {
	var has IndustryMatch
	for _, e := range x.searched(edition) {
		m, ok := x.classes[e+code]
		if !ok {
			continue
		}
		if sameIndustry(m.Name, name) {
			return m, nil
		}
		has = m
	}
	if has.Code == "" {
		return x.coded(text, code, edition)
	}
	return IndustryMatch{}, fail(ErrConflict, "industry", text, fmt.Sprintf("GB/T 4754-%[2]s 的 %[1]s 是 %[3]s", code, has.Edition, has.Name))
}

// searched gives the editions to look in, newest first.
func (x *industryIndex) searched(edition string) []string {
	if edition == "" {
		return x.editions
	}
	return []string{edition}
}

// industryText is a label without white space, marks and English.
func industryText(text string) string {
	s := strings.TrimPrefix(strings.Trim(Squeeze(text), "#*:"), "其中:")
	s = enumeration.ReplaceAllString(s, "")
	if !hasHan(s) {
		return strings.ToUpper(s)
	}
	at := strings.IndexFunc(s, isHan) // a code stands before the name, an English label on either side
	head := s[:at]
	if code, rest := cutIndustryCode(strings.ToUpper(head)); code == "" || strings.Trim(rest, ".-、:()") != "" {
		head = ""
	}
	return strings.Trim(strings.ToUpper(head)+strings.Map(dropWesternLetter, s[at:]), "#*:.-")
}

// enumeration is a number before a label that is no code: (一), 三、
var enumeration = regexp.MustCompile(`^(\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.])`)

func isHan(r rune) bool { return hasHan(string(r)) }

// dropWesternLetter drops the letters and marks of an English label.
func dropWesternLetter(r rune) rune {
	if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune(".'’&\"*-", r) {
		return -1
	}
	return r
}

// cutIndustryCode splits a code off the start: C13, C-13, 13, 1311, C. Text
// that begins with digits which are no code keeps them.
func cutIndustryCode(s string) (code, rest string) {
	digits := s
	letter := ""
	if s != "" && s[0] >= 'A' && s[0] <= 'T' {
		letter, digits = s[:1], strings.TrimPrefix(s[1:], "-")
	}
	n := 0
	for n < len(digits) && digits[n] >= '0' && digits[n] <= '9' {
		n++
	}
	rest = strings.TrimLeft(digits[n:], ".-、:")
	switch {
	case n == 0 && letter != "" && (rest == "" || hasHan(rest)):
		return letter, rest
	case n >= 2 && n <= 4:
		if letter != "" && !inSection(digits[:2], letter) {
			return "", s
		}
		return digits[:n], rest
	}
	return "", s
}
