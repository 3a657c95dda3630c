package etl

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"sanpin/etl/form"
	"sanpin/sql"
	"sanpin/warehouse/lake"
)

// TestBlank: the blank workbook of a form is read by that form; its example row
// is a sample, and nothing of it is refused.
func TestBlank(t *testing.T) {
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	blanks := 0
	for _, f := range reader.Set.Forms {
		blank, ok := f.Blank()
		if !ok {
			continue
		}
		blanks++
		var file bytes.Buffer
		if err := blank.Write(&file); err != nil {
			t.Fatal(err)
		}
		rows := readText(t, reader, "空表.xlsx", file.Bytes())
		filing := rows.Filings[0]
		if !strings.HasPrefix(text(filing.Form), f.Name) {
			t.Errorf("%s: its blank is read by %s", f.Name, text(filing.Form))
		}
		if filing.ValuesLoaded == 0 || len(rows.Rejects) > 0 {
			t.Errorf("%s: %s", f.Name, printRows(rows))
		}
		for _, kind := range kindsOf(rows) {
			if kind != "sample" {
				t.Errorf("%s: its example is taken for a fact that is %s", f.Name, kind)
			}
		}
	}
	if blanks < 30 {
		t.Errorf("%d forms have a blank, want 30", blanks)
	}
}

// kindsOf gives the kinds of all facts.
func kindsOf(rows *lake.Rows) (kinds []string) {
	v := reflect.ValueOf(*rows)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; name == "Filings" || name == "Rejects" {
			continue
		}
		for k := range v.Field(i).Len() {
			kinds = append(kinds, v.Field(i).Index(k).FieldByName("Kind").String())
		}
	}
	return kinds
}
