package form

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sanpin/sql"
)

// TestDraft drafts forms for tables that no form reads. The lines that are asked
// for are in the draft; once it is finished by the edits ("old → new"), it is a
// form that loads the table.
func TestDraft(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		lines            []string // of the draft
		edits            []string
		loads            string
	}{
		{
			name: "places, a title with the year, an unknown column", file: "鞋业.csv",
			text: "2023年各市鞋业产值和出口情况\n单位：万元\n地市名,产值,其中：出口交货值,新品率(%),备注\n温州市,100,20,3.5,x\n台州市,200,30,4.5,y\n资料来源：浙江省皮革协会\n",
			lines: []string{"  title: '各市鞋业产值和出口情况$'", "  rows: region", "subject_kind: region", "subject: [{column: '^地市名$'}]", "period: [{title: '.+'}]",
				`publisher: [{notes: '资料来源[:：](\S+)'}]`, "# 指标词典已认识：产值 → gross_output（万元）；其中:出口交货值 → export_delivery_value（万元）",
				"#   待填: ['新品率'] # 相近：new_product_count 新产品数，new_product_output_ratio 新产品产值率"},
			edits: []string{"# columns: → columns:", "#   待填: ['新品率'] →   new_product_output_ratio: ['新品率']"},
			loads: "gross_output 温州市 2023-01-01 = 100 万元; export_delivery_value 温州市 2023-01-01 = 20 万元; new_product_output_ratio 温州市 2023-01-01 = 3.5 %; " +
				"gross_output 台州市 2023-01-01 = 200 万元; export_delivery_value 台州市 2023-01-01 = 30 万元; new_product_output_ratio 台州市 2023-01-01 = 4.5 %",
		},
		{
			name: "a row an indicator, a column a year", file: "主要指标.csv",
			text: "指标,单位,2022年,2023年\n工业总产值,亿元,10,11\n直播基地数,个,1,2\n",
			lines: []string{"# subject_kind: 待填", "# subject: 待填", "indicator: [{column: '^指标$'}]", `value: [{column: '(19|20)\d\d'}]`, "unit: [{column: '^单位$'}]",
				`period: [{heading: '((?:19|20)\d\d(?:年[^/]*)?)'}]`, "#   待填: ['直播基地数']"},
			edits: []string{"# subject_kind: 待填 → subject_kind: cluster", "# subject: 待填 → subject: [{is: 某某鞋业产业集群}]", "recognise: → recognise:\n  file: '主要指标'"},
			loads: "gross_output 某某鞋业产业集群 2022-01-01 = 100000 万元; gross_output 某某鞋业产业集群 2023-01-01 = 110000 万元; reject no_indicator 1; reject no_indicator 2",
		},
		{
			name: "no unit, the year in the file's name", file: "集群2023.csv",
			text: "产业集群简称,产值,企业数(家)\n甲集群,5,6\n乙集群,7,8\n",
			lines: []string{"subject_kind: cluster", "subject: [{column: '^产业集群简称$'}]", `period: [{file: '((?:19|20)\d\d)'}]`, "# units: {gross_output: 待填}",
				"# publisher: 待填"},
			edits: []string{"# units: {gross_output: 待填} → units: {gross_output: 亿元}", "# unit_source: 待填 → unit_source: 协会来函"},
			loads: "gross_output 甲集群 2023-01-01 = 50000 万元; firm_count 甲集群 2023-12-31 = 6 个; gross_output 乙集群 2023-01-01 = 70000 万元; firm_count 乙集群 2023-12-31 = 8 个",
		},
		{
			name: "a list", file: "表2.csv",
			text: "2023年重点培育一览\n序号,单位,所在地,领域,负责人\n1,甲公司,温州市,鞋,张\n2,乙公司,台州市,包,李\n",
			lines: []string{"fact: list_entry", "  member_name: [{column: '^单位$'}]", "  place: [{column: '^所在地$'}]", "  category: [{column: '^领域$'}]",
				"  list_name: [{title: '.+'}]", `  list_year: [{title: '((?:19|20)\d\d)'}]`, "  # 未使用的列：负责人"},
			edits: []string{"{is: other} → {is: enterprise}"},
			loads: "2023年重点培育一览 2023 甲公司 enterprise 鞋; 2023年重点培育一览 2023 乙公司 enterprise 包",
		},
		{
			name: "nothing can be told", file: "表.csv",
			text:  "汇总,上年,本年\n甲,1,2\n乙,3,4\n",
			lines: []string{"# 注意：no unit: neither title, heading, row nor table names one", "# subject_kind: 待填", "# period: 待填", "#   待填: ['上年']"},
		},
	} {
		r, err := NewReader(sql.FS)
		if err != nil {
			t.Fatal(err)
		}
		g, table := tableOf(t, test.text)
		if f := r.Recognise(table, test.file); f != nil {
			t.Errorf("%s: form %s reads the table already", test.name, f.Name)
		}
		text := r.Draft(test.file, g, table)
		for _, want := range test.lines {
			if !strings.Contains("\n"+text, "\n"+want) {
				t.Errorf("%s: no line begins with %q in\n%s", test.name, want, text)
			}
		}
		if test.loads == "" {
			if _, err := Parse("draft.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), "no subject_kind") {
				t.Errorf("%s: an unfinished form is taken: %v", test.name, err)
			}
			continue
		}
		for _, e := range test.edits {
			old, new, _ := strings.Cut(e, " → ")
			if !strings.Contains(text, old) {
				t.Errorf("%s: no %q to edit in\n%s", test.name, old, text)
			}
			text = strings.Replace(text, old, new, 1)
		}
		f, err := Parse("draft.yaml", []byte(text))
		if err != nil {
			t.Errorf("%s: finished: %v in\n%s", test.name, err, text)
			continue
		}
		r.Set = &Set{Forms: append([]*Form{f}, r.Set.Forms...)}
		var out Reading
		r.Read(&Filing{ID: "f", SHA256: "s", File: "某市/" + test.file, ReceivedAt: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)}, g, table, &out)
		if diff := cmp.Diff(test.loads, loaded(&out)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\nby\n%s", test.name, diff, text)
		}
	}
}

// loaded prints what a table gave.
func loaded(out *Reading) string {
	var all []string
	for _, o := range out.Rows.Observations {
		all = append(all, fmt.Sprintf("%s %s %s = %s %s", o.Indicator, o.SubjectName, o.PeriodStart, o.Value, o.Unit))
	}
	for _, e := range out.Rows.ListEntries {
		all = append(all, fmt.Sprintf("%s %d %s %s %s", e.ListName, *e.ListYear, e.MemberName, e.MemberKind, *e.Category))
	}
	for _, j := range out.Rows.Rejects {
		all = append(all, fmt.Sprintf("reject %s %s", j.Reason, j.Raw))
	}
	return strings.Join(all, "; ")
}

func TestNear(t *testing.T) {
	r, err := NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"工业总产值": "gross_output", "出口交货额": "export_delivery_value", "新产品产率": "new_product_output_ratio", "企业家数": "firm_count", "气温": "", "": ""} {
		got := ""
		if near := r.Dictionary.Near(in, 1); len(near) > 0 {
			got = near[0].Code
		}
		if got != want {
			t.Errorf("Near(%q) = %q, want %q", in, got, want)
		}
	}
}
