package form

import (
	"fmt"
	"io/fs"
	"iter"
	"slices"
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
	forms := r.begin(f, t, out)
	if forms == nil {
		r.refuseTable(f, t, out.tally(t), out)
	}
	for _, form := range forms {
		r.readRows(r.newSpot(f, g, t, form), out)
	}
}

// ReadLong reads a table that comes in pieces, as [Reader.Read] reads one that is
// held. On an error nothing of the table is in out.
func (r *Reader) ReadLong(f *Filing, g *sheet.Grid, long *layout.Long, pieces iter.Seq2[*sheet.Grid, error], out *Reading) (err error) {
	before := *out
	defer func() {
		if err != nil {
			*out = before
		}
	}()
	forms := r.begin(f, long.Table, out)
	for _, form := range forms {
		if form.Fact == Observation {
			out.Rows.Observations = slices.Grow(out.Rows.Observations, long.Values(g))
		}
	}
	values := 0
	for g, err := range pieces {
		if err != nil {
			return err
		}
		t, err := long.Next(g)
		if err != nil {
			return err
		}
		if forms == nil {
			values += out.tally(t)
		}
		for _, form := range forms {
			s := r.newSpot(f, g, t, form)
			s.whole = long.Table
			r.readRows(s, out)
		}
	}
	if forms == nil {
		r.refuseTable(f, long.Table, values, out)
	}
	return nil
}

// begin notes what a table says of the filing, and gives the form that reads it,
// and the one that reads its measures where that is another; nil if none knows it.
func (r *Reader) begin(f *Filing, t *layout.Table, out *Reading) []*Form {
	if out.Title == "" {
		out.Title = t.Title
	}
	out.Notes = append(out.Notes, t.Notes...)
	form := r.Recognise(t, f.File)
	if form == nil {
		return nil
	}
	out.Heads = append(out.Heads, Head{Form: form.Name, Title: withoutPeriod(t.Title), Columns: r.sightOf(t).meaning(form, t).head})
	forms := []*Form{form}
	if also := r.Set.Form(form.Also); also != nil && r.measures(also, t) {
		forms = append(forms, also)
	}
	for _, form := range forms {
		out.addForm(form.Name)
	}
	return forms
}

// readRows reads a table, or a piece of one, by one form.
func (r *Reader) readRows(s *spot, out *Reading) {
	if s.form.Fact == Observation {
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

// tally counts the values of a table that no form knows, and its blank cells.
func (r *Reading) tally(t *layout.Table) int {
	n := 0
	for i := range t.Cells {
		if t.Cells[i].Number.State != clean.Blank || t.Cells[i].Bad != nil {
			n++
		} else {
			r.Blank++
		}
	}
	if n == 0 {
		n = len(t.Rows) // a list of texts
	}
	return n
}

// refuseTable puts a table of n values that no form knows into quarantine: one
// row that stands for all of them.
func (r *Reader) refuseTable(f *Filing, t *layout.Table, n int, out *Reading) {
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
