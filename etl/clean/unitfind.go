package clean

import (
	"strings"
	"unicode/utf8"
)

// maxHeading is the longest text, in bytes, that is looked through as a heading:
// longer ones are notes.
const maxHeading = 1024

// FindUnit finds the one unit that a heading names, and gives the heading
// without it: "R&D经费支出（万元）" is 万元 and "R&D经费支出". The unit is
//
//	all of it               万元, 万元 (10 000 yuan), (person)
//	behind 单位             单位：万元
//	in brackets             产值（亿元）, 产值(亿元)(100 million yuan), 产值(当年价, 亿元)
//	behind a separator      产值,亿元  产值/亿元  产值 亿元  产值_亿元  产值：亿元
//	a % at the end          比上年增长%; ±% stays in the heading, as one of its words
//
// A bracket that is no unit is never one: (规上), (一), (2022年). So is a heading
// with two different units, and 产值/人, which is a quotient: behind a slash,
// 人 户 年 天 亩 and the like are units only of a heading that names them (R&D人员/人).
func FindUnit(heading string) (unit Unit, rest string, ok bool) {
	s := Fold(heading)
	if len(s) > maxHeading {
		return Unit{}, s, false
	}
	if u, ok := LookupUnit(s); ok {
		return u, "", true
	}
	if label, list := splitUnitLabel(s); list != "" {
		if u := FindUnits(s); len(u) == 1 {
			return u[0], label, true
		}
		return Unit{}, s, false
	}
	if u, rest, ok := unitInBrackets(s); ok {
		return u, rest, true
	}
	if u, rest, ok := unitBehindSeparator(s); ok {
		return u, rest, true
	}
	if rest, ok := strings.CutSuffix(s, "%"); ok && rest != "" {
		if strings.HasSuffix(rest, "±") {
			rest = s
		}
		return *lookup("%"), strings.TrimRight(rest, " "), true
	}
	return Unit{}, s, false
}

// FindUnits reads the units of a table from a line such as 单位：万元、件 or
// 计量单位：亿元，%. All of the names must be units; a translation in brackets is
// passed over. It gives nil for 填报单位：某协会.
func FindUnits(text string) []Unit {
	s := Fold(text)
	if len(s) > maxHeading {
		return nil
	}
	if _, list := splitUnitLabel(s); list != "" {
		s = list
	}
	for {
		head, ok := cutTranslation(s)
		if !ok {
			break
		}
		s = head
	}
	if u := lookupAny(s); u != nil {
		return []Unit{*u}
	}
	var units []Unit
	words := strings.FieldsFunc(tighten(unwrap(s)), func(r rune) bool { return r == ' ' })
	for _, word := range words {
		list := unitList(word)
		if list == nil {
			break // 单位：万元  2022年
		}
		units = append(units, list...)
	}
	return units
}

// unitList splits 万元,件 into units; nil if a part is none.
func unitList(word string) []Unit {
	if u := lookupAny(word); u != nil {
		return []Unit{*u}
	}
	for _, separators := range []string{",、;", "/", "和及"} {
		parts := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(separators, r) })
		if len(parts) < 2 {
			continue
		}
		var units []Unit
		for _, p := range parts {
			list := unitList(p)
			if list == nil {
				return nil
			}
			units = append(units, list...)
		}
		return units
	}
	return nil
}

// tighten removes the blanks behind separators.
func tighten(s string) string {
	for _, sep := range [...]string{",", "、", ";"} {
		for strings.Contains(s, sep+" ") {
			s = strings.ReplaceAll(s, sep+" ", sep)
		}
		s = strings.ReplaceAll(s, " "+sep, sep)
	}
	return s
}

// splitUnitLabel cuts "单位：" out of a line; list is what follows it, "" if there
// is no such label. 填报单位 and other bodies are no label.
func splitUnitLabel(s string) (label, list string) {
	at := 0
	for {
		i := strings.Index(s[at:], "单位")
		if i < 0 {
			return s, ""
		}
		start, end := at+i, at+i+len("单位")
		tail := trimLeft(s[end:])
		if tail != "" && strings.ContainsRune(":;", firstRune(tail)) {
			head := s[:start]
			for _, kind := range [...]string{"计量", "金额", "货币", "数量", "统计"} {
				head = strings.TrimSuffix(head, kind)
			}
			last, _ := utf8.DecodeLastRuneInString(head)
			if head == "" || strings.ContainsRune(" ([【〔,;:、。)]】", last) {
				list = trimLeft(tail[1:])
				opened := strings.HasSuffix(head, "(") || strings.HasSuffix(head, "[")
				if opened && !strings.ContainsAny(list, "([") {
					list = strings.TrimRight(list, ")] ")
				}
				return strings.Trim(head, " ([,"), list
			}
		}
		at = end
	}
}

// cutUnitLabel gives the list behind a label that begins the text.
func cutUnitLabel(s string) string {
	s = unwrap(s)
	if label, list := splitUnitLabel(s); list != "" && label == "" {
		return list
	}
	return s
}

// cutTranslation takes an English bracket off the end: 万元 (10 000 yuan).
func cutTranslation(s string) (head string, ok bool) {
	head, inner := lastBracket(s)
	return head, head != "" && isLatin(inner) && (lookupAny(head) == nil || lookup(inner) == nil || !isLatin(head))
}

// lastBracket splits s at the bracket that ends it; inner is "" if none does.
func lastBracket(s string) (head, inner string) {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}} {
		body, ok := strings.CutSuffix(s, pair[1])
		if !ok {
			continue
		}
		depth := 1
		for i := len(body); i > 0; {
			r, size := utf8.DecodeLastRuneInString(body[:i])
			i -= size
			switch string(r) {
			case pair[1]:
				depth++
			case pair[0]:
				depth--
			}
			if depth == 0 {
				return strings.TrimRight(body[:i], " "), strings.Trim(body[i+size:], " ")
			}
		}
	}
	return s, ""
}

// unitInBrackets finds a unit in the last brackets; if those hold something
// else, in the only brackets with a unit.
func unitInBrackets(s string) (unit Unit, rest string, ok bool) {
	head, inner := lastBracket(s)
	if inner == "" {
		return unitInside(s)
	}
	u, left, found := unitInBracket(inner)
	switch {
	case found && isLatin(inner): // 产值(亿元)(100 million yuan), 万元 (10 000 yuan)
		if v, rest, ok := unitInBrackets(head); ok {
			return v, rest, true
		}
		if v := lookup(head); v != nil {
			return *v, "", true
		}
	case !found && isLatin(inner) || inner == "":
		return unitInBrackets(head)
	case !found:
		return unitInside(s)
	}
	if other, _, ok := unitInside(head); ok && other != u {
		return Unit{}, s, false
	}
	if left != "" {
		head += "(" + left + ")"
	}
	return u, head, true
}

// unitInBracket reads what stands in one pair of brackets: a unit, or a unit
// and other words: 当年价, 亿元.
func unitInBracket(inner string) (unit Unit, left string, ok bool) {
	inner = cutUnitLabel(inner)
	if u := lookupAny(inner); u != nil {
		return *u, "", true
	}
	var others []string
	for _, part := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",;、", r) }) {
		part = cutUnitLabel(strings.Trim(part, " "))
		if u := lookup(part); u == nil {
			others = append(others, part)
		} else if unit.IsZero() {
			unit = *u
		} else {
			return Unit{}, "", false // two units
		}
	}
	return unit, strings.Join(others, ","), !unit.IsZero()
}

// unitInside finds a unit in brackets that do not end the text: 企业数(个)合计.
func unitInside(s string) (unit Unit, rest string, ok bool) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '(')
		if i < 0 {
			return unit, rest, !unit.IsZero()
		}
		start := at + i
		j := strings.IndexByte(s[start:], ')')
		if j < 0 {
			return unit, rest, !unit.IsZero()
		}
		at = start + 1
		u := lookupAny(cutUnitLabel(s[start+1 : start+j]))
		if u == nil {
			continue
		}
		if !unit.IsZero() && unit != *u {
			return Unit{}, "", false
		}
		unit, rest = *u, s[:start]+s[start+j+1:]
		at = start + j
	}
}

// unitBehindSeparator finds the longest unit that ends the text and has a
// separator before it.
func unitBehindSeparator(s string) (unit Unit, rest string, ok bool) {
	for i, r := range s {
		if i == 0 || !strings.ContainsRune(",;:、/|_ -", r) {
			continue
		}
		head, tail := strings.Trim(s[:i], " "), strings.Trim(s[i+utf8.RuneLen(r):], " ")
		u := lookup(tail)
		if u == nil || head == "" {
			continue
		}
		if r == '/' && mayDivide(u, head) || lookup(lastWord(head)) != nil {
			return Unit{}, "", false
		}
		return *u, strings.TrimRight(head, ",;:、/|_ -"), true
	}
	return Unit{}, "", false
}

// lastWord is what stands behind the last separator: 万元 of "产值 万元, 件".
func lastWord(s string) string {
	return s[strings.LastIndexAny(s, ",;:、/|_ ")+1:]
}

// mayDivide tells that head/u may be a quotient: u is a unit that quantities are
// often divided by, and the heading does not say that it counts just that.
func mayDivide(u *Unit, head string) bool {
	switch u.Dimension {
	case "person", "duration", "day", "hour":
	case "area":
		return !strings.Contains(head, "面积")
	default:
		if u.Name != "户" {
			return false
		}
	}
	return !strings.Contains(head, u.Name)
}
