package layout

import (
	"regexp"
	"strings"
	"unicode"

	"sanpin/etl/clean"
)

// hasHan tells whether s holds a Chinese character.
func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func hasLatin(s string) bool {
	return strings.ContainsFunc(s, isLatin)
}

func isLatin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// split gives the lines of a cell, folded, blank ones left out.
func split(text string) []string {
	var lines []string
	for _, l := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = clean.Fold(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// heading reads a header cell: its Chinese words, white space removed; the unit
// that it names; and the translation that stands below them, as latin. A cell
// without Chinese gives all of its text as latin; years and short capitals
// (GDP) count as words.
func heading(text string) (words, unit, latin string) {
	lines := split(text)
	last := -1
	for i, l := range lines {
		if hasHan(l) {
			last = i
		}
	}
	if last < 0 {
		all := strings.Join(lines, " ")
		if u, _, ok := clean.FindUnit(all); ok && isUnitText(all) && (strings.HasPrefix(all, "(") || !hasLatin(all)) {
			return "", u.Name, ""
		}
		if !hasLatin(all) || isAcronym(all) {
			return clean.Squeeze(all), "", ""
		}
		if strings.HasSuffix(strings.ToLower(all), "_pct") {
			unit = "%"
		}
		if u, rest, ok := clean.FindUnit(all); ok && rest != "" && strings.HasSuffix(all, ")") {
			return "", u.Name, rest // Personnel (person)
		}
		return "", unit, all
	}
	var b strings.Builder
	for _, l := range lines[:last+1] {
		b.WriteString(chinese(l))
	}
	for _, l := range lines[last+1:] { // 比重 \n (%) \n Share
		if strings.HasPrefix(l, "(") && isUnitText(l) && !hasLatin(l) {
			b.WriteString(l)
		}
	}
	words = clean.Squeeze(b.String())
	latin = strings.Join(lines[last+1:], " ")
	words = strings.TrimRightFunc(words, isNoteMark)
	if u, rest, ok := clean.FindUnit(words); ok {
		return strings.TrimRightFunc(strings.TrimSpace(rest), isNoteMark), u.Name, latin
	}
	return words, "", latin
}

// isNoteMark tells the marks that point to a note: 2023年②.
func isNoteMark(r rune) bool {
	return r >= '①' && r <= '⑳' || strings.ContainsRune("*†‡※", r)
}

func isAcronym(s string) bool {
	return len(s) <= 6 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '&' })
}

// chinese takes the translation off a line: "地 区 Region" and "Mining 采矿业".
// Latin words that belong to the Chinese ones (R&D经费, 人均GDP) stay.
func chinese(line string) string {
	first := strings.IndexFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if first < 0 {
		return line
	}
	if head := line[:first]; strings.HasSuffix(head, " ") && isTranslation(head) && !strings.ContainsAny(head, "#(") {
		line = line[first:]
	}
	last := strings.LastIndexFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	end := last + len("汉")
	for end < len(line) { // closing marks belong to the words before them
		r := []rune(line[end:])[0]
		if isLatin(r) || r == ' ' || r == '(' {
			break
		}
		end += len(string(r))
	}
	tail := line[end:]
	if !hasLatin(tail) {
		return line
	}
	if _, rest, ok := clean.FindUnit(strings.TrimSpace(tail)); ok && strings.Trim(rest, " ()") == "" {
		return line
	}
	if strings.HasPrefix(tail, " ") || isTranslation(tail) {
		return line[:end]
	}
	return line
}

// isTranslation tells a text with small Latin letters: abbreviations that stand
// inside Chinese are written in capitals.
func isTranslation(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return isLatin(r) && unicode.IsLower(r) })
}

// label reads a label cell.
func label(text string) string {
	lines := split(text)
	var b strings.Builder
	for _, l := range lines {
		if hasHan(l) {
			b.WriteString(chinese(l))
		}
	}
	if b.Len() == 0 {
		return strings.Join(lines, " ")
	}
	return clean.Squeeze(b.String())
}

var (
	reTableNo   = regexp.MustCompile(`^(?:(?:表|附表|续表)?\s*(\d{1,2}(?:-\d{1,3})+)|(?:附表|续表|表)\s*(\d{1,3}))(?:[\s:：.、]|续表|\p{Han})`)
	reUnitLine  = regexp.MustCompile(`^[(（]?\s*(?:计量|金额|数量|货币)?单\s*位\s*[:：]`)
	reIndicator = regexp.MustCompile(`^指标(?:名称)?\s*[:：]\s*(\S.*)$`)
	reMetadata  = regexp.MustCompile(`^(?:数据库|时间|地区|频度|来源|表\s*号|制表机关|批准机关|批准文号|有效期至|填报单位|填报人|联系电话|报送单位|报表期|更新时间|填报日期|填报时间|报告期|报表时期|统计时期|统一社会信用代码|单位名称|单位负责人|统计负责人)\s*[:：]`)
	reContinued = regexp.MustCompile(`续表|（续）|\(续\)|[Cc]ontinued`)
	reNote      = regexp.MustCompile(`^(?:[注註]\d*|资料来源|数据来源|资料提供|来源|说明|备注|附注|发布机构|发布单位|发布日期|评价机构|填报单位|填报人|填报日期|审核人|制表人|联系人|单位负责人|Notes?|Source|Data source)\s*[:：.]|^[注註]\d*[:：.\s]|^\[\d{1,2}\]\s|^页[眉脚]:|^[a-z]\)\s|^[*＊①②③]\s*\p{Han}{6,}`)
	reEnglishNo = regexp.MustCompile(`^\d+-\d+\s+[Cc]ontinued`)
	reSection   = regexp.MustCompile(`[:：]$|^#?其中[:：]?$|^按.{1,20}分组?$|^[一二三四五六七八九十]+、`)
	reGrouping  = regexp.MustCompile(`^#?按.{1,16}分(?:组|类|列)?$`)
	reTotal     = regexp.MustCompile(`^Tota[l1]$`)
)

// isYear tells 2019, 2019年 and 2019年度 of the last century and this one.
func isYear(s string) bool {
	if len(s) < 4 || s[:2] != "19" && s[:2] != "20" || !isDigit(s[2]) || !isDigit(s[3]) {
		return false
	}
	return strings.TrimPrefix(strings.TrimPrefix(s[4:], "年"), "度") == ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isNote tells the text of a note row.
func isNote(s string) bool { return reNote.MatchString(clean.Fold(s)) }

// attributes are the words that stand in the label column beside a header row
// which describes columns rather than names them.
var attributes = map[string]bool{"频度": true, "频率": true, "单位": true, "计量单位": true, "来源": true, "数据来源": true, "时间": true, "指标编码": true, "代码": true}

// standing are header words that name no indicator by themselves: a cell with
// one of them is a level below the words above it, never their end.
var standing = map[string]bool{
	"合计": true, "总计": true, "小计": true, "总数": true, "总量": true, "总额": true, "数量": true, "金额": true, "价值": true,
	"本月": true, "本期": true, "本年": true, "本季": true, "当月": true, "当期": true, "累计": true, "本月累计": true, "本年累计": true,
	"上年": true, "上年同期": true, "去年同期": true, "同比": true, "同比增长": true, "增长": true, "增速": true, "比上年增长": true, "环比": true,
	"绝对数": true, "实绩": true, "计划": true, "占比": true, "比重": true, "位次": true, "排名": true, "出口": true, "进口": true,
	"企业数": true, "全国": true, "全省": true, "城镇": true, "农村": true, "男": true, "女": true,
}
