package docx

import (
	"strconv"
	"strings"
)

// The symbol fonts have glyphs of their own where others have letters. Documents
// write them as characters of the private use area, U+F000 to U+F0FF, or as the
// letters themselves; what has no character of its own stays in that area.

// symbolFont gives the name of a font if it is one of them.
func symbolFont(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if glyphs[name] != nil {
		return name
	}
	return ""
}

// symbolRune gives the character that a font shows.
func symbolRune(font string, c rune) rune {
	code := c
	if c >= 0xF000 && c <= 0xF0FF {
		code = c - 0xF000
	}
	if code <= ' ' || code > 0xFF || glyphs[font] == nil {
		return c
	}
	if shown, ok := glyphs[font][code]; ok {
		return shown
	}
	return 0xF000 + code
}

// symbol reads a single character of a font.
func (d *reader) symbol() error {
	font, _ := d.scan.LocalAttr("font")
	char, _ := d.scan.LocalAttr("char")
	c, err := strconv.ParseUint(char, 16, 16)
	if err != nil || c == 0 || c >= 0xD800 && c < 0xE000 {
		return d.scan.Skip()
	}
	return d.mark(string(symbolRune(symbolFont(font), rune(c))))
}

var glyphs = map[string]map[rune]rune{
	"symbol": runs(
		0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?",
		0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
		0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
		0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
		0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
	"wingdings": runs(0x6C, "●", 0x6E, "■", 0x6F, "□□", 0x76, "❖", 0x81, "①②③④⑤⑥⑦⑧⑨⑩", 0x8C, "❶❷❸❹❺❻❼❽❾❿",
		0x9F, "•", 0xA1, "○", 0xA7, "▪□", 0xAB, "★", 0xD8, "➢", 0xE0, "→", 0xFB, "✗✓☒☑"),
	"wingdings 2": runs(0x4F, "✗✓✗☑☒", 0x6A, "①②③④⑤⑥⑦⑧⑨⑩", 0x75, "❶❷❸❹❺❻❼❽❾❿", 0x97, "●", 0xA2, "■□"),
	"wingdings 3": {},
	"webdings":    {},
}

// runs makes a table from pairs of a code and the characters from there on.
func runs(pairs ...any) map[rune]rune {
	m := map[rune]rune{}
	for i := 0; i < len(pairs); i += 2 {
		code := rune(pairs[i].(int))
		for _, c := range pairs[i+1].(string) {
			m[code] = c
			code++
		}
	}
	return m
}
