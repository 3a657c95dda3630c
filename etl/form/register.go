package form

import (
	"reflect"
	"strings"

	"sanpin/etl/clean"
	"sanpin/warehouse/lake"
)

// register reads a record into a row of a register, field by field: the names of
// the row's columns are those of the vocabulary, and the type of a column says
// how its text is read.
func register[T any](c record, rows *[]T) *problem {
	var row T
	f := filler{record: c, words: map[string]string{}}
	v := reflect.ValueOf(&row).Elem()
	if p := f.fill(v); p != nil {
		return p
	}
	*rows = append(*rows, row)
	return nil
}

// filler fills one row.
type filler struct {
	record
	unit      string // of the amounts read so far
	qualifier string // of the first amount that has one
	words     map[string]string
}

func (f *filler) fill(v reflect.Value) *problem {
	for i := range v.NumField() {
		column, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("parquet"), ",")
		spec := f.s.form.vocabulary.field(f.s.form.Fact, column)
		if spec == nil {
			continue
		}
		if p := f.set(v.Field(i), spec); p != nil {
			return p
		}
	}
	for _, name := range []string{"unit", "qualifier"} {
		f.setText(v, name, map[string]string{"unit": f.unit, "qualifier": f.qualifier}[name])
	}
	return f.finish(v)
}

// set reads one field into the value of its column.
func (f *filler) set(v reflect.Value, spec *Field) *problem {
	text := f.field(spec.Name)
	if text == "" || text == "-" {
		if spec.Need {
			return refuse("no_subject", "填写"+spec.Chinese, "缺少%s", spec.Chinese).in(spec.Name)
		}
		return nil
	}
	switch to := v.Addr().Interface().(type) {
	case *string:
		*to = clean.Fold(text)
		if len(spec.Codes) == 0 {
			return nil
		}
		*to, _ = spec.code(clean.Squeeze(text))
	case **string:
		*to = optional(clean.Fold(text))
	case **int32:
		return f.setWhole(to, spec)
	case *lake.Date:
		return f.setMonth(to, spec)
	case **lake.Date:
		day, _, p := f.day(spec.Name)
		*to = day
		return p
	case **lake.Decimal:
		return f.setNumber(to, spec)
	}
	return nil
}

func (f *filler) setWhole(to **int32, spec *Field) (p *problem) {
	if spec.Name == "year" {
		*to, p = f.year(spec.Name)
		return p
	}
	n, err := clean.ParseNumber(f.field(spec.Name))
	if err != nil || n.State != clean.Value {
		return refuse("bad_number", "只填写整数", "%q 不是整数", f.field(spec.Name)).in(spec.Name)
	}
	whole, frac, ok := n.Value.Int64(0)
	if !ok || frac != 0 || whole < 0 || whole > 1<<31-1 {
		return refuse("bad_number", "只填写整数", "%q 不是整数", f.field(spec.Name)).in(spec.Name)
	}
	v := int32(whole)
	*to = &v
	return nil
}

// setMonth reads a month and keeps its first day.
func (f *filler) setMonth(to *lake.Date, spec *Field) *problem {
	p, err := clean.ParsePeriod(f.field(spec.Name), clean.Period{})
	if err != nil {
		return refuse("bad_period", "按“2023年5月”填写", "%s %q 无法识别", spec.Chinese, f.field(spec.Name)).in(spec.Name)
	}
	*to = lake.Date(p.Start.Days())
	return nil
}

func (f *filler) setNumber(to **lake.Decimal, spec *Field) (p *problem) {
	if spec.Measure == "plain" {
		*to, p = f.plain(spec.Name)
		return p
	}
	dimensions := []string{"money_cny", "money_usd"}
	if spec.Measure == "share" {
		dimensions = []string{"share"}
	}
	a, p := f.amount(spec.Name, dimensions...)
	if p != nil {
		return p
	}
	*to = a.value
	if spec.Measure == "share" || a.value == nil {
		return nil
	}
	if f.unit != "" && f.unit != a.unit.Canonical {
		return refuse("unit_mismatch", "一行中的金额用同一币种", "%s 与前面的金额币种不同", spec.Chinese).in(spec.Name)
	}
	f.unit = a.unit.Canonical
	if a.qualifier != nil && f.qualifier == "" {
		f.qualifier = *a.qualifier
	}
	return nil
}

// setText sets a column of a name to a text, where the row has such a column.
func (f *filler) setText(v reflect.Value, column, text string) {
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("parquet"), ",")
		if name != column || text == "" {
			continue
		}
		switch to := v.Field(i).Addr().Interface().(type) {
		case *string:
			*to = text
		case **string:
			*to = &text
		}
	}
}

// finish sets what stands in every register: place and code, the printed words
// of coded fields, the source and the id.
func (f *filler) finish(v reflect.Value) *problem {
	at := lake.Date(0)
	if year := v.FieldByName("Year").Interface().(*int32); year != nil {
		at = endOf(*year)
	}
	place, code, p := f.place(at)
	if p != nil {
		return p
	}
	for name, text := range map[string]*string{"place": place, "region_code": code} {
		if text != nil {
			f.setText(v, name, *text)
		}
	}
	for _, spec := range f.s.form.vocabulary[f.s.form.Fact] {
		if spec.Word != "" {
			f.setText(v, spec.Word, f.s.fields.text(f.s, spec.Name))
		}
	}
	name := f.field(f.s.form.vocabulary[f.s.form.Fact][0].Name)
	src := f.source(name)
	v.FieldByName("Source").Set(reflect.ValueOf(src))
	v.Field(0).SetString(f.id(string(f.s.form.Fact[:2]), src))
	return nil
}
