package form

import (
	"slices"
	"strconv"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
	"sanpin/warehouse/lake"
)

// memo keeps what texts were read as, from filing to filing: a year's filings
// name the same places and periods, and have the same headings.
type memo struct {
	sights     map[string]*sight // by headings
	periods    map[periodKey]parsedPeriod
	regions    map[regionKey]resolvedRegion
	industries map[industryKey]resolvedIndustry
	units      map[string]*clean.Unit // nil: no unit
	days       map[string]parsedDay
	names      map[nameKey]understood

	// The last ones: the cells of a row have one place and one period.
	lastPeriod     periodKey
	lastParsed     parsedPeriod
	lastRegion     regionKey
	lastResolved   resolvedRegion
	lastName, name string // of a subject, as printed and as it is kept
}

func newMemo() *memo {
	return &memo{sights: map[string]*sight{}, periods: map[periodKey]parsedPeriod{}, regions: map[regionKey]resolvedRegion{},
		industries: map[industryKey]resolvedIndustry{}, units: map[string]*clean.Unit{}, days: map[string]parsedDay{}, names: map[nameKey]understood{}}
}

// maxKnown bounds what is remembered of one kind of text.
const maxKnown = 20_000

// recall gives what a text was read as; read does it the first time.
func recall[K comparable, V any](m map[K]V, key K, read func() V) V {
	v, ok := m[key]
	if !ok {
		if len(m) >= maxKnown {
			clear(m)
		}
		v = read()
		m[key] = v
	}
	return v
}

// nameOf gives the name of a subject without white space and marks of parts.
func (m *memo) nameOf(text string) string {
	if m.lastName != text {
		m.lastName, m.name = text, strings.TrimLeft(clean.Squeeze(text), "#")
	}
	return m.name
}

// unitNamed looks a unit up by its name; nil if there is none.
func (m *memo) unitNamed(name string) *clean.Unit {
	return recall(m.units, name, func() *clean.Unit {
		if u, ok := clean.LookupUnit(name); ok {
			return &u
		}
		return nil
	})
}

type parsedDay struct {
	day *lake.Date
	err error
}

// day reads a date; nil for a text that says that there is none.
func (m *memo) day(text string) (*lake.Date, error) {
	d := recall(m.days, text, func() parsedDay {
		d, precision, _, err := looseDate(text)
		if precision == "none" {
			return parsedDay{}
		}
		day := lake.Date(d.Days())
		return parsedDay{&day, err}
	})
	return d.day, d.err
}

// sight is what headings alone say: the same for all tables that have them.
type sight struct {
	headings []string // of each column, see [headingOf]
	forms    []*Form  // whose headings are there, the most particular first
	under    map[*Form]*meaning
}

// meaning is what headings mean under one form.
type meaning struct {
	head    []HeadColumn
	columns []columnMeaning
	fields  binding
	at      map[*Pattern]int // sheet column of a pattern, -1 for none
}

// columnMeaning is what the heading of a column means under one form.
type columnMeaning struct {
	heading string // [headingOf]
	path    string // as a fact cites it
	ignored bool   // carries nothing to load
	value   bool   // the form's value column
	growth  bool   // the form's column of growth rates
	headed  *headed
}

// sightOf gives what the headings of a table say to the forms that there are.
func (r *Reader) sightOf(t *layout.Table) *sight {
	return recall(r.memo.sights, r.Set.Fingerprint+headPrint(t), func() *sight {
		s := &sight{headings: headingsOf(t), under: map[*Form]*meaning{}}
		weights := map[*Form]int{}
		for _, f := range r.Set.Forms {
			bound := f.vocabulary.bind(f.Fact, t)
			if !f.hasHeadings(s.headings) || !f.Recognise.bound(bound) || !r.measuresAsSaid(f, t) {
				continue
			}
			s.forms, weights[f] = append(s.forms, f), f.weight()
			if len(f.Recognise.Fields) > 0 { // each further field makes it more particular
				weights[f] += len(bound) - len(f.Recognise.Fields)
			}
		}
		slices.SortStableFunc(s.forms, func(a, b *Form) int { return weights[b] - weights[a] })
		return s
	})
}

// headPrint writes all that the meaning of headings hangs on.
func headPrint(t *layout.Table) string {
	var b strings.Builder
	for _, text := range []string{t.Indicator, t.Unit} {
		b.WriteString(text)
		b.WriteByte(0)
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		b.WriteString(strconv.Itoa(c.Index))
		b.WriteString(string(c.Role))
		if c.PerRow {
			b.WriteByte('+')
		}
		b.WriteString(c.Unit)
		for _, level := range c.Path {
			b.WriteByte(0)
			b.WriteString(level)
		}
		b.WriteByte(1)
	}
	return b.String()
}

// meaning gives what the headings of a table mean under a form.
func (g *sight) meaning(f *Form, t *layout.Table) *meaning {
	if m := g.under[f]; m != nil {
		return m
	}
	m := &meaning{head: headColumns(t), columns: make([]columnMeaning, len(t.Columns)),
		fields: f.vocabulary.bind(f.Fact, t), at: map[*Pattern]int{}}
	g.under[f] = m
	at := func(p *Pattern) int {
		for i, h := range g.headings {
			if p.MatchString(h) {
				return t.Columns[i].Index
			}
		}
		return -1
	}
	f.eachPattern(func(p *Pattern) { m.at[p] = at(p) })
	for i := range m.columns {
		c := &m.columns[i]
		c.heading, c.path = g.headings[i], joined(t.Columns[i].Path)
		index := t.Columns[i].Index
		c.value, c.growth = m.reads(f.Value, c.heading, index), m.reads(f.Growth, c.heading, index)
		for k := range f.ignored {
			c.ignored = c.ignored || f.ignored[k].MatchString(c.heading)
		}
		for _, p := range f.dimensions {
			c.ignored = c.ignored || m.at[p] == index
		}
		for _, field := range f.dimensionFields {
			c.ignored = c.ignored || slices.Contains(m.fields.columns(field), index)
		}
		c.ignored = c.ignored || f.vocabulary.field(f.Fact, "ignored").heads(&t.Columns[i])
	}
	return m
}

// reads tells whether a source reads the columns with a heading: one source may
// mean several (a year each).
func (m *meaning) reads(sources []From, heading string, index int) bool {
	for i := range sources {
		if p := sources[i].Column; p != nil && p.MatchString(heading) {
			return true
		}
		if slices.Contains(m.fields.columns(sources[i].Field), index) {
			return true
		}
	}
	return false
}
