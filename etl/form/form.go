// Package form says what the tables of known filings mean: which table is
// which, what its rows are about, what its columns measure, over which period,
// and who published it.
//
// A form is a YAML file in forms/, written by a person and embedded here. It
// names headings and titles, never rows and columns: where a table stands in a
// sheet is found by package layout. A column that the form does not name is
// looked up in the indicator dictionary (sql/reference/indicator.csv); what
// neither knows is refused, with the likely mapping.
//
// The way through the package: [Set.Recognise] picks the form of a table
// (recognise.go); [Reader.Read] turns the table into rows of the lake, numbers
// by observe.go and records by record.go, and says of each value that it
// cannot place why (reject.go).
package form

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sort"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed forms/*.yaml
var files embed.FS

// Form is one known layout of a filing.
type Form struct {
	Name  string `yaml:"form"`
	About string `yaml:"about"` // one line for people, in Chinese
	Fact  Fact   `yaml:"fact"`

	// What a blank workbook of the form has: its title, headings of its own for
	// fields, and of an observation "heading=example".
	BlankTitle    string            `yaml:"blank_title"`
	BlankHeadings map[string]string `yaml:"blank_headings"`
	BlankColumns  []string          `yaml:"blank_columns"`

	Recognise Recognise `yaml:"recognise"`

	// Where the dimensions of a fact come from; the first source that gives a
	// text is taken.
	Subject   []From `yaml:"subject"`
	Indicator []From `yaml:"indicator"` // long tables: the indicator stands in the row
	Value     []From `yaml:"value"`     // long tables: the one value column
	Growth    []From `yaml:"growth"`    // long tables: the column with the published growth of the row's indicator
	Unit      []From `yaml:"unit"`
	Period    []From `yaml:"period"`
	Scope     []From `yaml:"scope"`
	Cohort    []From `yaml:"cohort"`
	Place     []From `yaml:"place"`
	Publisher []From `yaml:"publisher"`
	Published []From `yaml:"published_on"`
	Kind      []From `yaml:"kind"`

	SubjectKind  string            `yaml:"subject_kind"`
	SubjectKinds []From            `yaml:"subject_kinds"` // where tables differ in what they are about
	Units        map[string]string `yaml:"units"`         // indicator -> unit, where the table prints none and the source says so elsewhere
	UnitSource   string            `yaml:"unit_source"`

	Over    *Over               `yaml:"over"`    // a ratio whose denominator stands in the row
	Columns map[string][]string `yaml:"columns"` // indicator -> headings that stand for it in this form
	Ignore  []string            `yaml:"ignore"`  // headings (regexp) that carry nothing to load
	Fields  map[string][]From   `yaml:"fields"`  // of records: field -> source, beside the column that the vocabulary knows
	Split   string              `yaml:"split"`   // of records: between several members in one cell
	Each    string              `yaml:"each"`    // of records: a record for each value column, whose heading is this field
	Like    string              `yaml:"like"`    // of observations: the form whose sources it has where it names none
	Also    string              `yaml:"also"`    // of records: the form that reads the measures in the same table

	file            string
	vocabulary      Vocabulary
	text            []byte
	headings        map[string]string // Term of a heading -> indicator
	ignored         []Pattern
	dimensions      []*Pattern // columns that the sources read
	dimensionFields []string   // fields of the vocabulary that they read
	slots           int        // number of sources
}

// Over names a ratio by the denominator that stands in the field denominator of
// its row: the name of the indicator, with %s for the denominator.
type Over struct {
	Heading Pattern `yaml:"heading"`
	Name    string  `yaml:"name"`
}

// Fact is the table of the lake that a form fills.
type Fact string

// The facts.
const (
	Observation    Fact = "observation"
	TitleEvent     Fact = "title_event"
	BrandValuation Fact = "brand_valuation"
	ListEntry      Fact = "list_entry"
	Target         Fact = "target"

	Project         Fact = "project"
	Rating          Fact = "rating"
	ChainNode       Fact = "chain_node"
	ChainLink       Fact = "chain_link"
	ChainRisk       Fact = "chain_risk"
	ProsperityIndex Fact = "prosperity_index"
	Standard        Fact = "standard"
	Platform        Fact = "platform"
	Enterprise      Fact = "enterprise"
)

// Recognise says which tables a form is for; all that is given must hold.
type Recognise struct {
	Title    *Pattern  `yaml:"title"` // the table's title
	NotTitle *Pattern  `yaml:"not_title"`
	File     *Pattern  `yaml:"file"`      // path below the inbox
	Says     *Pattern  `yaml:"says"`      // anywhere in title, headings and notes
	Headings []Pattern `yaml:"headings"`  // each matches some column heading
	Without  []Pattern `yaml:"without"`   // none matches a column heading
	Fields   []string  `yaml:"fields"`    // each has a column by the vocabulary
	Any      []string  `yaml:"any"`       // one of them has
	NoFields []string  `yaml:"no_fields"` // none of them has
	Measures *bool     `yaml:"measures"`  // whether some heading names an indicator
	Rows     string    `yaml:"rows"`      // region, industry: most labels are names of the kind
}

// From is one place where a text may stand.
type From struct {
	Column  *Pattern          `yaml:"column"`  // in the column with this heading
	Field   string            `yaml:"field"`   // in the columns that the vocabulary knows for this field
	KindOf  string            `yaml:"kind_of"` // what the heading of this field says that its text is
	Label   bool              `yaml:"label"`   // the row's label
	Heading *Pattern          `yaml:"heading"` // in the heading of the value's column; the group is the text
	Title   *Pattern          `yaml:"title"`   // in the title; the group, or all of it
	Sheet   *Pattern          `yaml:"sheet"`   // in the name of the sheet
	File    *Pattern          `yaml:"file"`    // in the file's name
	Notes   *Pattern          `yaml:"notes"`   // in the notes below the table
	Names   string            `yaml:"names"`   // the publisher or provider of reference.publisher that title or notes name
	Is      string            `yaml:"is"`      // a constant; with another source, what its match means
	Map     map[string]string `yaml:"map"`     // text -> code

	slot int // of what was read there, see [spot.text]
}

// isOfRow tells the sources that say the same for all cells of a row.
func (f *From) isOfRow() bool { return f.Column != nil || f.Field != "" || f.Label }

// isCell tells a source that is a cell of its own, not a text that may hold
// other words too.
func (f *From) isCell() bool {
	return f.Heading == nil && f.Title == nil && f.Sheet == nil && f.File == nil
}

// Pattern is a regular expression over folded text without white space.
type Pattern struct{ *regexp.Regexp }

// UnmarshalYAML compiles the expression.
func (p *Pattern) UnmarshalYAML(b []byte) error {
	var s string
	if err := yaml.Unmarshal(b, &s); err != nil {
		return err
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return err
	}
	p.Regexp = re
	return nil
}

// Set is the known forms, most particular first.
type Set struct {
	Forms       []*Form
	Fingerprint string // changes with any form: a release made with another set is read again
}

// Load reads the embedded forms. It fails only if the program was built wrong.
func Load() (*Set, error) {
	built, err := fs.Sub(files, "forms")
	if err != nil {
		return nil, err
	}
	s := &Set{}
	return s, s.Add(built)
}

// Add reads the forms of a folder, *.yaml, beside those that the set has. Of two
// forms that fit a table equally well the one that was added last is taken.
func (s *Set) Add(folder fs.FS) error {
	names, err := fs.Glob(folder, "*.y*ml")
	if err != nil || len(names) == 0 {
		return err
	}
	sum := sha256.New()
	io.WriteString(sum, s.Fingerprint)
	sum.Write(vocabularyText)
	var added []*Form
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		sum.Write(text)
		f, err := Parse(name, text)
		if err != nil {
			return err
		}
		for _, other := range append(added, s.Forms...) {
			if other.Name == f.Name {
				return fmt.Errorf("form %s: the form of %s has the name %s too: choose another one", name, other.file, f.Name)
			}
		}
		added = append(added, f)
	}
	for _, f := range added {
		if f.Like == "" {
			continue
		}
		i := slices.IndexFunc(slices.Concat(added, s.Forms), func(o *Form) bool { return o.Name == f.Like && o.Like == "" })
		if i < 0 {
			return fmt.Errorf("form %s: it is like %s, which is no form", f.file, f.Like)
		}
		f.liken(slices.Concat(added, s.Forms)[i])
		if err := f.complete(); err != nil {
			return err
		}
	}
	s.Forms = append(added, s.Forms...)
	sort.SliceStable(s.Forms, func(i, j int) bool { return s.Forms[i].weight() > s.Forms[j].weight() })
	s.Fingerprint = hex.EncodeToString(sum.Sum(nil))[:16]
	return nil
}

// Form gives the form of a name, nil if there is none.
func (s *Set) Form(name string) *Form {
	for _, f := range s.Forms {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// YAML gives the text that the form was read from.
func (f *Form) YAML() []byte { return f.text }

// Parse reads one form; name is for messages. Unknown keys are errors.
func Parse(name string, text []byte) (*Form, error) {
	words, err := vocabulary()
	if err != nil {
		return nil, err
	}
	f := &Form{file: name, text: text, vocabulary: words}
	dec := yaml.NewDecoder(bytes.NewReader(text), yaml.DisallowUnknownField())
	if err := dec.Decode(f); err != nil {
		return nil, fmt.Errorf("form %s: %w", name, err)
	}
	if f.Like != "" {
		return f, nil // complete once the other form is known
	}
	return f, f.complete()
}

// complete checks a form and makes its look-ups.
func (f *Form) complete() error {
	if err := f.check(); err != nil {
		return fmt.Errorf("form %s: %w", f.file, err)
	}
	if err := f.prepare(); err != nil {
		return fmt.Errorf("form %s: %w", f.file, err)
	}
	return nil
}

// liken gives a form the sources of another where it has none of its own.
func (f *Form) liken(other *Form) {
	f.Fact = other.Fact
	own, others := f.sourceLists(), other.sourceLists()
	for i := range own {
		if *own[i] == nil {
			*own[i] = slices.Clone(*others[i])
		}
	}
	f.SubjectKind = cmp.Or(f.SubjectKind, other.SubjectKind)
	if f.Units == nil {
		f.Units, f.UnitSource = other.Units, other.UnitSource
	}
}

func (f *Form) sourceLists() []*[]From {
	return []*[]From{&f.Subject, &f.Indicator, &f.Value, &f.Growth, &f.Unit, &f.Period, &f.Scope, &f.Cohort, &f.Place, &f.Publisher, &f.Published, &f.Kind, &f.SubjectKinds}
}

var vocabulary = sync.OnceValues(loadVocabulary)

// addFields gives each field of a record its column by the vocabulary: after the
// columns that the form names, before all other sources.
func (f *Form) addFields() {
	if f.Fact == Observation {
		return
	}
	own := f.Fields
	f.Fields = map[string][]From{}
	for _, field := range f.vocabulary[f.Fact] {
		sources := []From{{Field: field.Name}}
		at := 0
		for _, from := range own[field.Name] {
			if sources = append(sources, from); from.Column != nil && at == len(sources)-2 {
				sources[at], sources[at+1] = sources[at+1], sources[at]
				at++
			}
		}
		f.Fields[field.Name] = append(sources, field.Else...)
	}
}

// prepare makes the look-ups that reading needs.
func (f *Form) prepare() error {
	f.addFields()
	f.headings = map[string]string{}
	for code, names := range f.Columns {
		for _, n := range names {
			if other, ok := f.headings[Term(n)]; ok && other != code {
				return fmt.Errorf("heading %s stands for %s and for %s", n, other, code)
			}
			f.headings[Term(n)] = code
		}
	}
	for _, text := range f.Ignore {
		re, err := regexp.Compile(text)
		if err != nil {
			return err
		}
		f.ignored = append(f.ignored, Pattern{re})
	}
	for _, sources := range f.sources() {
		for i := range sources {
			if sources[i].Column != nil {
				f.dimensions = append(f.dimensions, sources[i].Column)
			}
			if sources[i].Field != "" {
				f.dimensionFields = append(f.dimensionFields, sources[i].Field)
			}
		}
	}
	for _, sources := range slices.Concat(f.sources(), [][]From{f.Value, f.Growth}, slices.Collect(maps.Values(f.Fields))) {
		for i := range sources {
			sources[i].slot = f.slots
			f.slots++
		}
	}
	return nil
}

// sources gives those of the dimensions of an observation.
func (f *Form) sources() [][]From {
	return [][]From{f.Subject, f.Indicator, f.Unit, f.Period, f.Scope, f.Cohort, f.Place, f.Publisher, f.Published, f.Kind, f.SubjectKinds}
}

// eachPattern gives the patterns of the columns that the form reads.
func (f *Form) eachPattern(yield func(*Pattern)) {
	for _, p := range f.dimensions {
		yield(p)
	}
	for _, sources := range f.Fields {
		for i := range sources {
			if p := sources[i].Column; p != nil {
				yield(p)
			}
		}
	}
}

func (f *Form) check() error {
	r := &f.Recognise
	switch {
	case f.Name == "":
		return fmt.Errorf("no name: add `form: some-name`")
	case f.vocabulary[f.Fact] == nil:
		return fmt.Errorf("no fact: say which table it fills: observation, title_event, brand_valuation, list_entry, target, project, rating …")
	case f.Fact == Observation && len(f.Subject) == 0:
		return fmt.Errorf("no subject: say where the name of what is observed stands")
	case f.Fact == Observation && f.SubjectKind == "" && f.SubjectKinds == nil:
		return fmt.Errorf("no subject_kind: say what is observed: region, industry, cluster, sector, brand, product or cohort")
	case r.Title == nil && r.File == nil && len(r.Headings)+len(r.Fields)+len(r.Any) == 0:
		return fmt.Errorf("nothing to recognise it by: give title, file, headings or fields")
	}
	for _, name := range slices.Concat(r.Fields, r.Any, r.NoFields, slices.Sorted(maps.Keys(f.Fields))) {
		if f.vocabulary.field(f.Fact, name) == nil {
			return fmt.Errorf("the vocabulary has no field %s of %s", name, f.Fact)
		}
	}
	return nil
}

// weight orders forms: the more that must hold, the more particular.
func (f *Form) weight() int {
	w := 2 * (len(f.Recognise.Headings) + len(f.Recognise.Fields))
	for _, p := range []*Pattern{f.Recognise.Title, f.Recognise.File, f.Recognise.Says} {
		if p != nil {
			w += 2
		}
	}
	if f.Recognise.Rows != "" {
		w++
	}
	if len(f.Recognise.Any) > 0 {
		w++
	}
	return w
}
