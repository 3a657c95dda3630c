package form

import (
	"fmt"
	"io/fs"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/warehouse/lake"
)

// Reader turns tables into rows of the lake. It is not safe for concurrent
// use: give each goroutine one, by [Reader.Clone].
type Reader struct {
	Set        *Set
	Dictionary *Dictionary
	Scopes     *Names
	Publishers *Publishers

	memo *memo
}

// NewReader reads the forms and the reference tables of fsys.
func NewReader(fsys fs.FS) (*Reader, error) {
	set, err := Load()
	if err != nil {
		return nil, err
	}
	dict, err := LoadDictionary(fsys)
	if err != nil {
		return nil, err
	}
	scopes, err := loadNames(fsys, "reference/scope.csv", "code")
	if err != nil {
		return nil, err
	}
	publishers, err := loadPublishers(fsys)
	if err != nil {
		return nil, err
	}
	r := &Reader{Set: set, Dictionary: dict, Scopes: scopes, Publishers: publishers, memo: newMemo()}
	return r, r.checkForms()
}

// Clone gives a reader of the same forms for another goroutine.
func (r *Reader) Clone() *Reader {
	return &Reader{Set: r.Set, Dictionary: r.Dictionary, Scopes: r.Scopes, Publishers: r.Publishers, memo: newMemo()}
}

// AddForms reads the forms of a folder beside those that are built in.
func (r *Reader) AddForms(folder fs.FS) error {
	if err := r.Set.Add(folder); err != nil {
		return err
	}
	return r.checkForms()
}

// checkForms refuses a form that names an indicator which the dictionary does
// not have.
func (r *Reader) checkForms() error {
	for _, f := range r.Set.Forms {
		for code := range f.Columns {
			if r.Dictionary.Code(code) == nil {
				return fmt.Errorf("form %s: indicator %s is not in the dictionary", f.Name, code)
			}
		}
		for code := range f.Units {
			if r.Dictionary.Code(code) == nil {
				return fmt.Errorf("form %s: unit of %s, which is not in the dictionary", f.Name, code)
			}
		}
	}
	return nil
}

// Read reads one table of a filing into out. A table that no form knows is
// rejected as a whole, with the number of values that it holds.
func (r *Reader) Read(f *Filing, g *sheet.Grid, t *layout.Table, out *Reading) {
	if out.Title == "" {
		out.Title = t.Title
	}
	out.Notes = append(out.Notes, t.Notes...)
	form := r.Recognise(t, f.File)
	if form == nil {
		r.refuseTable(f, t, out)
		return
	}
	out.Heads = append(out.Heads, Head{Form: form.Name, Title: withoutPeriod(t.Title), Columns: r.sightOf(t).meaning(form, t).head})
	r.read(f, g, t, form, out)
	if also := r.Set.Form(form.Also); also != nil && r.measures(also, t) {
		r.read(f, g, t, also, out)
	}
}

// read reads a table by one form.
func (r *Reader) read(f *Filing, g *sheet.Grid, t *layout.Table, form *Form, out *Reading) {
	out.addForm(form.Name)
	s := r.newSpot(f, g, t, form)
	if form.Fact == Observation {
		r.observe(s, out)
		return
	}
	r.records(s, out)
}

// lacks are the problems of tables that say too little for any form to be of use.
var lacks = map[layout.Lack]*problem{
	layout.NoLabels:    refuse("no_subject", "写明地区、行业、集群或品牌名称", "表中没有行名称，不知道数值说的是什么"),
	layout.NoIndicator: refuse("no_indicator", "在标题或表头中写明指标名称", "表头只有时期，没有指标名称"),
	layout.NoUnit:      refuse("no_unit", "在标题或表头中注明单位", "标题、表头和行中都没有计量单位"),
}

// refuseTable puts a table that no form knows into quarantine: one row that
// stands for all of its values.
func (r *Reader) refuseTable(f *Filing, t *layout.Table, out *Reading) {
	n := 0
	for i := range t.Cells {
		if t.Cells[i].Number.State != clean.Blank || t.Cells[i].Bad != nil {
			n++
		} else {
			out.Blank++
		}
	}
	if n == 0 {
		n = len(t.Rows) // a list of texts
	}
	out.Read += n
	all := strings.Join(headingsOf(t), "，")
	p := refuse("no_form", "为该表登记表单，或按已有表单的表头报送", "没有表单认识这张表：%s", all)
	if lack := lacks[t.Lacks()]; lack != nil {
		p = refuse(lack.reason, lack.suggestion, "%s；%s", lack.detail, p.detail)
	}
	out.Rows.Rejects = append(out.Rows.Rejects, lake.Reject{
		RejectID: ID("r", f.SHA256, t.Sheet, fmt.Sprint(t.HeaderRows, t.Labels)), FilingID: f.ID, Part: t.Sheet, Raw: t.Title,
		Reason: p.reason, Detail: p.detail, Suggestion: p.suggestion, ColumnHeading: all, Values: int32(n), Kind: f.Kind,
	})
}
