package form

import (
	"strings"
	"testing"

	"sanpin/sql"
)

// TestForms loads the forms that are built in: each is complete, names only
// indicators of the dictionary, and no two have a name in common.
func TestForms(t *testing.T) {
	r, err := NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range r.Set.Forms {
		if names[f.Name] {
			t.Errorf("two forms are named %s", f.Name)
		}
		names[f.Name] = true
		if f.About == "" {
			t.Errorf("form %s: no line for people: add about", f.Name)
		}
		if len(f.Units) > 0 && f.UnitSource == "" {
			t.Errorf("form %s: units that no table prints need unit_source", f.Name)
		}
	}
	if len(names) < 15 {
		t.Errorf("%d forms, want at least 15", len(names))
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ yaml, says string }{
		{"form: a\nfact: observation", "no subject"},
		{"fact: observation", "no name"},
		{"form: a", "no fact"},
		{"form: a\nfact: list_entry\nrecognise: {fields: [b]}", "no field b of list_entry"},
		{"form: a\nfact: list_entry\nfields: {b: [{is: c}]}", "nothing to recognise it by"},
		{"form: a\nnonsense: 1", "nonsense"},
		{"form: a\nfact: list_entry\nfields: {b: [{column: '('}]}", "missing closing"},
		{"form: a\nfact: observation\nsubject: [{label: true}]\nsubject_kind: region\nrecognise: {title: x}\ncolumns: {p: [产值], q: [产 值]}", "stands for"},
	} {
		_, err := Parse("a.yaml", []byte(test.yaml))
		if err == nil || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("Parse(%q) = %v, want an error that names the file and says %q", test.yaml, err, test.says)
		}
	}
}

func TestTerm(t *testing.T) {
	for _, test := range []struct{ a, b string }{
		{"研究与试验发展(R&D)经费内部支出", "R&D经费内部支出"},
		{"#发明专利", "发明专利"},
		{"其中：出口", "出口"},
		{"RD经费", "R&D经费"},
		{"规模以上工业企业数", "规上工业企业数"},
		{"专 利\u3000申请数", "专利申请数"},
	} {
		if Term(test.a) != Term(test.b) {
			t.Errorf("Term(%q) = %q, Term(%q) = %q: want the same", test.a, Term(test.a), test.b, Term(test.b))
		}
	}
}

func TestEventWords(t *testing.T) {
	for word, want := range map[string]string{
		"授予": "grant", "授牌": "grant", "继续授予(发文)": "reevaluate", "复验": "reevaluate", "复评考核通过": "reevaluate", "评估通过 继续有效(发文)": "reevaluate",
		"复审通过(待发文)": "review", "复评(专家组一致同意第五次授予)": "review", "专家组评审": "review", "申报": "apply", "复评申请": "apply",
		"更名": "rename", "取消称号": "cancel", "撤销": "withdraw", "(在册)": "held", "开会": "",
	} {
		got := ""
		for _, w := range eventWords {
			if w.re.MatchString(word) {
				got = w.event
				break
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", word, got, want)
		}
	}
}
