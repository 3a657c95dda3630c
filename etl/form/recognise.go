package form

import (
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

// Recognise gives the most particular form that the table fits, nil if none.
// file is the path below the inbox.
func (r *Reader) Recognise(t *layout.Table, file string) *Form {
	sight := r.sightOf(t)
	for _, f := range sight.forms {
		if f.fits(t, sight.headings, file) {
			return f
		}
	}
	return nil
}

// measuresAsSaid tells whether the table has a column that measures something,
// or none, as the form wants it.
func (r *Reader) measuresAsSaid(f *Form, t *layout.Table) bool {
	return f.Recognise.Measures == nil || *f.Recognise.Measures == r.measures(f, t)
}

func (r *Reader) measures(f *Form, t *layout.Table) bool {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Role != layout.Value {
			continue
		}
		levels := withoutGroups(withoutPeriods(c.Path))
		if r.path(f, levels) != nil || r.path(f, levels[:max(len(levels)-1, 0)]) != nil {
			return true
		}
	}
	return false
}

// bound tells whether the fields have columns as they must.
func (r *Recognise) bound(b binding) bool {
	has := func(field string) bool { return len(b.columns(field)) > 0 }
	for _, field := range r.Fields {
		if !has(field) {
			return false
		}
	}
	return (len(r.Any) == 0 || slices.ContainsFunc(r.Any, has)) && !slices.ContainsFunc(r.NoFields, has)
}

// hasHeadings tells whether a table with these headings may be of the form.
func (f *Form) hasHeadings(headings []string) bool {
	for _, h := range f.Recognise.Headings {
		if !slices.ContainsFunc(headings, h.MatchString) {
			return false
		}
	}
	for _, h := range f.Recognise.Without {
		if slices.ContainsFunc(headings, h.MatchString) {
			return false
		}
	}
	return true
}

// fits tells whether a table with the headings of the form is of it.
func (f *Form) fits(t *layout.Table, headings []string, file string) bool {
	r := f.Recognise
	title := clean.Squeeze(t.Title)
	if r.Title != nil && !r.Title.MatchString(title) || r.NotTitle != nil && r.NotTitle.MatchString(title) {
		return false
	}
	if r.File != nil && !r.File.MatchString(file) {
		return false
	}
	if r.Says != nil && !r.Says.MatchString(wording(t, headings)) {
		return false
	}
	switch r.Rows {
	case "region":
		return share(t, isRegion) >= 0.6
	case "industry":
		return share(t, isIndustry) >= 0.6
	}
	return true
}

// wording is all that a table says of itself besides its rows.
func wording(t *layout.Table, headings []string) string {
	parts := append([]string{t.Title}, headings...)
	return clean.Squeeze(strings.Join(append(parts, t.Notes...), "\n"))
}

func headingsOf(t *layout.Table) []string {
	all := make([]string, len(t.Columns))
	for i := range t.Columns {
		all[i] = headingOf(&t.Columns[i])
	}
	return all
}

// headingOf is the path of a column in one text: levels joined by /.
func headingOf(c *layout.Column) string {
	parts := make([]string, len(c.Path))
	for i, p := range c.Path {
		parts[i] = clean.Squeeze(p)
	}
	return strings.Join(parts, "/")
}

// share is the part of the labelled rows whose label ok accepts.
func share(t *layout.Table, ok func(string) bool) float64 {
	n, yes := 0, 0
	for _, r := range t.Rows {
		if !r.Kind.HasValues() || len(r.Keys) == 0 {
			continue
		}
		n++
		if ok(r.Keys[0]) {
			yes++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(yes) / float64(n)
}
