package intake

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPrintable(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"表2-14.xlsx", "表2-14.xlsx"},
		{"\xb1\xed2-14.xlsx", "表2-14.xlsx"}, // GBK bytes
		{"\x95\x32\x82\x36.csv", "𠀀.csv"},   // four bytes of GB18030
		{"e\u0301.csv", "é.csv"},            // as a Mac has it
		{"a　b c", "a　b c"},                  // wide space stays
		{"a\nb\tc", `a\nb\tc`},
		{"报表\u202excod.exe", `报表\u202excod.exe`}, // would show as exe.docx
		{"\xff\xfe", `\xff\xfe`},
		{"\u00ad\u200b\x00", `\u00ad\u200b\x00`},
		{"\ufffd", "\ufffd"},
	} {
		if got := printable(test.in); got != test.want {
			t.Errorf("printable(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSkipped(t *testing.T) {
	for name, want := range map[string]bool{
		"表.xlsx": false, "README.md": false, "表.part.xlsx": false, "~表.xlsx": false, "part": false, "LICENSE": false,
		".DS_Store": true, "~$表.xlsx": true, ".~lock.表.ods#": true, "表.xlsx.part": true, "表.xlsx.crdownload": true,
		"Thumbs.db": true, "THUMBS.DB": true, "Desktop.ini": true, "~WRL0001.tmp": true, "表.csv~": true, "__MACOSX": true,
	} {
		if got := skipped(name); got != want {
			t.Errorf("skipped(%q) = %v, want %v", name, got, want)
		}
	}
}

// TestForeignNames: files named in GBK bytes are received under their text.
func TestForeignNames(t *testing.T) {
	o := newOffice(t)
	o.put("\xba\xa3\xc4\xfe/\xc6\xa4\xb8\xef.csv", "one")
	o.put(".git/config", "x")
	o.put("__MACOSX/a.csv", "x")
	if _, err := os.Stat(filepath.Join(o.inbox, "\xba\xa3\xc4\xfe")); err != nil {
		t.Skip("this file system takes no such names")
	}
	for _, want := range []string{"海宁/皮革.csv new", "海宁/皮革.csv unchanged"} {
		if got := o.told(); got != want {
			t.Errorf("told %q, want %q", got, want)
		}
	}
}
