package form

import (
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

// Recognise gives the most particular form that the table fits, nil if none.
// file is the path below the inbox.
func (s *Set) Recognise(t *layout.Table, file string) *Form {
	for _, f := range s.Forms {
		if f.fits(t, file) {
			return f
		}
	}
	return nil
}

func (f *Form) fits(t *layout.Table, file string) bool {
	r := f.Recognise
	title := clean.Squeeze(t.Title)
	if r.Title != nil && !r.Title.MatchString(title) || r.NotTitle != nil && r.NotTitle.MatchString(title) {
		return false
	}
	if r.File != nil && !r.File.MatchString(file) {
		return false
	}
	if r.Says != nil && !r.Says.MatchString(wording(t)) {
		return false
	}
	for _, h := range r.Headings {
		if _, ok := findColumn(t, h); !ok {
			return false
		}
	}
	for _, h := range r.Without {
		if _, ok := findColumn(t, h); ok {
			return false
		}
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
func wording(t *layout.Table) string {
	parts := []string{t.Title}
	for i := range t.Columns {
		parts = append(parts, headingOf(&t.Columns[i]))
	}
	return clean.Squeeze(strings.Join(append(parts, t.Notes...), "\n"))
}

// findColumn gives the first column with a heading that matches.
func findColumn(t *layout.Table, p Pattern) (*layout.Column, bool) {
	for i := range t.Columns {
		if p.MatchString(headingOf(&t.Columns[i])) {
			return &t.Columns[i], true
		}
	}
	return nil, false
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
