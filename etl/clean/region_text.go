package clean

import (
	"strings"
	"unicode"
)

// regionText gives a region cell the form in which names are compared: folded,
// without white space, marks (#, 其中:) and footnotes, and without the English
// label beside a Chinese name. English alone becomes lower-case letters.
func regionText(text string) string {
	s := strings.TrimPrefix(strings.Trim(Squeeze(text), "#*:"), "其中:")
	if !hasHan(s) {
		return strings.ToLower(strings.Map(keepLetterOrDigit, s))
	}
	return strings.Trim(trimFootnote(strings.Map(dropLatin, s)), "#*:")
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func keepLetterOrDigit(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

// dropLatin drops English words and the marks between them; brackets go too,
// so that 襄樊(市) is 襄樊市.
func dropLatin(r rune) rune {
	if r < 0x80 && (unicode.IsLetter(r) || strings.ContainsRune(".'&()[]\"*", r)) {
		return -1
	}
	if strings.ContainsRune("“”‘’《》【】〔〕", r) {
		return -1
	}
	return r
}

// trimFootnote cuts digits and circled digits behind a name: 西藏①, 台湾2.
func trimFootnote(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool {
		return r >= '0' && r <= '9' && !isDigits(s) || r >= '①' && r <= '⑳'
	})
}

// dropSeparator drops what stands between the parts of a path: 浙江-桐乡.
func dropSeparator(r rune) rune {
	if strings.ContainsRune("-/·>,:", r) {
		return -1
	}
	return r
}

// leadingCode splits a code of six digits off: 330100杭州市.
func leadingCode(s string) (code, rest string) {
	if len(s) < 6 || !isDigits(s[:6]) || len(s) > 6 && s[6] >= '0' && s[6] <= '9' {
		return "", s
	}
	return s[:6], strings.Map(dropSeparator, s[6:])
}

// deictic are the words that point at a region of the document, and which
// level they point at: 0 the region itself.
var deictic = map[string]int{
	"我省": 1, "全省": 1, "本省": 1, "全区": 0, "我区": 0, "本区": 0,
	"我市": 2, "全市": 2, "本市": 2, "我州": 2, "全州": 2, "本州": 2,
	"我县": 3, "全县": 3, "本县": 3, "我旗": 3, "全旗": 3, "本旗": 3,
	"当地": 0, "本地": 0, "我地": 0, "本地区": 0, "全地区": 0,
}

// headings are names of the code list that are no divisions.
var headings = map[string]bool{
	"市辖区": true, "县": true, "省直辖县级行政区划": true, "自治区直辖县级行政区划": true, "省直辖行政单位": true,
}

// placeWords end the names of places below the county and of zones, which
// GB/T 2260 has no code for.
var placeWords = []string{
	"镇", "乡", "街道", "街道办事处", "苏木", "村", "社区", "居委会", "农场", "林场", "牧场", "羊场", "马场", "茶场", "渔场", "盐场", "团场",
	"开发区", "高新区", "经开区", "园区", "产业园", "工业园", "新城", "新区", "集聚区", "功能区", "示范区", "保税区",
	"试验区", "合作区", "工业区", "度假区", "垦区", "管理区", "风景区", "基地",
}

// isPlace tells a name that ends like a place below the county.
func isPlace(s string) bool {
	for _, word := range placeWords {
		if len(s) > len(word) && strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}
