package pdf

import (
	"testing"

	"sanpin/etl/grid/pdf/page"
)

// at makes words of texts on one line, each after a gap in units of the size of
// the font; a text that begins with a space has one before it in the file.
func at(size float64, parts ...any) []word {
	var ws []word
	x := 0.0
	for i := 0; i < len(parts); i += 2 {
		gap := 0.0
		switch g := parts[i].(type) {
		case int:
			gap = float64(g)
		case float64:
			gap = g
		}
		text := parts[i+1].(string)
		w := word{text: text, size: size}
		if text[0] == ' ' {
			w.text, w.spaced = text[1:], true
		}
		x += gap * size
		w.box = page.Box{X0: x, X1: x + size*float64(len([]rune(w.text)))/2, Y1: size}
		x = w.box.X1
		ws = append(ws, w)
	}
	return ws
}

func TestJoin(t *testing.T) {
	for _, test := range []struct {
		in   []word
		want string
	}{
		{at(10, 0, "合", 3, " 计"), "合计"},
		{at(10, 0, "合", 3, "计"), "合计"},
		{at(10, 0, "单", 0.5, " 位：万元"), "单位：万元"},
		{at(10, 0, "浙江", 0.5, " 杭州"), "浙江 杭州"},
		{at(10, 0, "2023", 0.25, "年"), "2023年"},
		{at(10, 0, "表", 0.3, " 1"), "表 1"},
		{at(10, 0, "北京", 0.4, "Beijing"), "北京 Beijing"},
		{at(10, 0, "Total", 0.3, "Assets"), "Total Assets"},
		{at(10, 0, "34", 0.3, " 373.6"), "34 373.6"},
		{at(10, 0, "34", 0.3, "373.6"), "34 | 373.6"}, // the file has no space
		{at(10, 0, "34", 1.5, " 373.6"), "34 | 373.6"},
		{at(10, 0, "12%", 2, "-3.4"), "12% | -3.4"},
	} {
		if got := join(test.in); got != test.want {
			t.Errorf("join(%v) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestIsNumber(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"1234.5", true}, {"1,234,567", true}, {"-3.4", true}, {"−3.4", true}, {"(5.6)", true}, {"12.3%", true}, {"１２．３", true}, {"34 373.6", true},
		{"123.4²", true}, {"56.7*", true}, {"35①", true}, {"△1.2", true}, {"¥3", true},
		{"-", true}, {"—", true}, {"…", true}, {"x", true},
		{"", false}, {"浙江", false}, {"12家", false}, {"2023年", false}, {"2-14", false}, {"1/2", false}, {"12 | 345", false}, {"A1", false},
	} {
		if got := isNumber(test.in); got != test.want {
			t.Errorf("isNumber(%q) = %v, want %v", test.in, got, test.want)
		}
	}
}
