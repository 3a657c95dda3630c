package clean

import "testing"

func TestFold(t *testing.T) {
	for _, test := range []struct{ in, want, squeezed string }{
		{"", "", ""},
		{"plain text", "plain text", "plaintext"},
		{"  12.5\t", "12.5", "12.5"},
		{"２０２３年１—９月", "2023年1-9月", "2023年1-9月"},
		{"Ｒ＆Ｄ经费（万元）", "R&D经费(万元)", "R&D经费(万元)"},
		{"－３．５％", "-3.5%", "-3.5%"},
		{"−1 – 2 — 3 ― 4 ﹣ 5 ‐ 6", "-1 - 2 - 3 - 4 - 5 - 6", "-1-2-3-4-5-6"},
		{"主\u3000营\u00a0业\u2009务", "主 营 业 务", "主营业务"},
		{"\ufeff地\u200b区\u00ad名\u200e称", "地区名称", "地区名称"},
		{"a\r\nb", "a  b", "ab"},
		{"￥100、￠", "¥100、￠", "¥100、￠"},
		{"集中一集聚", "集中一集聚", "集中一集聚"}, // 一 is a numeral, not a dash
		{"\x00\x07x", "x", "x"},
		{"\xff1", "\ufffd1", "\ufffd1"}, // broken UTF-8 shows
	} {
		if got := Fold(test.in); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
		if got := Squeeze(test.in); got != test.squeezed {
			t.Errorf("Squeeze(%q) = %q, want %q", test.in, got, test.squeezed)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("（１—９月）\u200b")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold is not stable on %q: %q, then %q", s, once, twice)
		}
	})
}
