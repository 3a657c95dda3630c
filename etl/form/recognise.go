package form

import (
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

// Recognise gives the most particular form that the table fits, nil if none.
// file is the path below the inbox.
func (s *Set) Recognise(t *layout.Table, file string) *Form {
	return recognise(s.Forms, headingsOf(t), t, file)
}

func recognise(forms []*Form, headings []string, t *layout.Table, file string) *Form {
	for _, f := range forms {
		if f.hasHeadings(headings) && f.fits(t, headings, file) {
			return f
		}
	}
	return nil
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
