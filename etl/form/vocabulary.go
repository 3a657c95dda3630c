package form

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

//go:embed vocabulary.yaml
var vocabularyText []byte

// Field is one thing that a row of a fact says, and the headings that filers
// write above it. The vocabulary has the fields of every fact, so that a form
// need not name a heading that means the same everywhere.
type Field struct {
	Name    string            `yaml:"field"`
	Chinese string            `yaml:"zh"`      // the heading of a blank workbook
	Need    bool              `yaml:"need"`    // a record is nothing without it
	Names   string            `yaml:"names"`   // headings, separated by |
	Parts   []string          `yaml:"parts"`   // headings of the parts that a text is split over: 省, 市, 县
	Kinds   map[string]string `yaml:"kinds"`   // further headings, by what they say the text is: enterprise: 企业名称|企业
	Codes   []Code            `yaml:"codes"`   // words of a cell -> code
	Word    string            `yaml:"word"`    // column of the row that keeps the words of a coded field
	Measure string            `yaml:"measure"` // of a number: money, share, plain
	Else    []From            `yaml:"else"`    // where it may stand if no column has it
	Note    string            `yaml:"note"`    // for filers
	Example string            `yaml:"example"`

	headings map[string]string   // key of a heading -> kind, "" for none
	parts    []map[string]string // the same, of each part
}

// Code is what the words of a cell mean.
type Code struct {
	Is    string  `yaml:"is"`
	Words Pattern `yaml:"words"`
}

// Vocabulary is the fields of each fact, those that matter most first.
type Vocabulary map[Fact][]*Field

// ownFacts are read by code of their own; all others are registers, which have
// the fields of register too.
var ownFacts = []Fact{Observation, TitleEvent, BrandValuation, ListEntry, Target}

func loadVocabulary() (Vocabulary, error) {
	v := Vocabulary{}
	if err := yaml.UnmarshalWithOptions(vocabularyText, &v, yaml.DisallowUnknownField()); err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	every := v["register"]
	delete(v, "register")
	for fact, fields := range v {
		if !slices.Contains(ownFacts, fact) {
			for _, f := range every {
				if v.field(fact, f.Name) == nil {
					own := *f
					v[fact] = append(v[fact], &own)
				}
			}
			fields = v[fact]
		}
		for _, f := range fields {
			if err := f.prepare(); err != nil {
				return nil, fmt.Errorf("vocabulary of %s: %w", fact, err)
			}
		}
	}
	return v, nil
}

func (f *Field) prepare() error {
	f.headings = map[string]string{}
	add := func(to map[string]string, kind, names string) error {
		for _, name := range strings.Split(names, "|") {
			key := headingKey(name)
			if old, ok := to[key]; ok && old != kind {
				return fmt.Errorf("field %s: heading %s means %q and %q", f.Name, name, old, kind)
			}
			to[key] = kind
		}
		return nil
	}
	if f.Names != "" {
		if err := add(f.headings, "", f.Names); err != nil {
			return err
		}
	}
	for kind, names := range f.Kinds {
		if err := add(f.headings, kind, names); err != nil {
			return err
		}
	}
	for _, names := range f.Parts {
		part := map[string]string{}
		if err := add(part, "", names); err != nil {
			return err
		}
		f.parts = append(f.parts, part)
	}
	return nil
}

// field gives the field of a fact by its name, nil if there is none.
func (v Vocabulary) field(fact Fact, name string) *Field {
	i := slices.IndexFunc(v[fact], func(f *Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return v[fact][i]
}

// Around a heading stand a mark of what must be filled in, a number, a year, and
// behind it a unit or a remark in brackets.
var (
	headBefore = regexp.MustCompile(`^(?:[*★☆#※▲]+|\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十\d]{1,2}[)）])`)
	headYears  = regexp.MustCompile(`^(?:19|20)\d\d(?:年度|年)?`)
	headAfter  = regexp.MustCompile(`[(（\[【][^()（）\[\]【】]*[)）\]】]$|[:*★#]+$|[/,](?:万|亿|千|百)*元$`)
)

// notGiven is a remark in the place of a text: (页面无年份), (not shown).
var notGiven = regexp.MustCompile(`^[(（][^()（）]*(?:未|无|不详|not )[^()（）]*[)）]$`)

var isYear = regexp.MustCompile(`^(?:19|20)\d\d$`)

// headingKey is the form in which headings are compared: what stands around
// them taken off, in small letters.
func headingKey(text string) string {
	key := strings.ToLower(clean.Squeeze(text))
	for _, re := range []*regexp.Regexp{headBefore, headAfter, headAfter, headYears} {
		if rest := re.ReplaceAllString(key, ""); rest != "" {
			key = rest
		}
	}
	return key
}

// headingKeys are the keys that a column answers to: its whole path, the path
// without its outer levels, and the last level.
func headingKeys(c *layout.Column) (whole string, tails []string) {
	var keys []string
	for _, level := range c.Path {
		if key := headingKey(level); key != "" {
			keys = append(keys, key)
		}
	}
	for i := 1; i < len(keys); i++ {
		tails = append(tails, strings.Join(keys[i:], "/"))
	}
	return strings.Join(keys, "/"), tails
}

// binding says which columns of a table hold the fields of a fact.
type binding map[string]bound

// bound is the columns of one field: that of the whole text, -1 for none, and
// those of its parts.
type bound struct {
	col   int
	kind  string // that the heading says the text is of
	parts []int
}

// bind finds the columns of the fields. A column is of one field: of that which
// its whole heading names, otherwise of that which the end of its path names;
// of two fields, of the one that comes first in the vocabulary.
func (v Vocabulary) bind(fact Fact, t *layout.Table) binding {
	b := binding{}
	taken := map[int]bool{}
	take := func(names map[string]string, whole bool) (int, string) {
		for i := range t.Columns {
			c := &t.Columns[i]
			if taken[c.Index] {
				continue
			}
			all, tails := headingKeys(c)
			keys := tails
			if whole {
				keys = []string{all}
			}
			for _, key := range keys {
				if kind, ok := names[key]; ok {
					taken[c.Index] = true
					return c.Index, kind
				}
			}
		}
		return -1, ""
	}
	for _, whole := range []bool{true, false} {
		for _, f := range v[fact] {
			at, known := b[f.Name]
			if !known {
				at = bound{col: -1}
			}
			if at.col < 0 {
				at.col, at.kind = take(f.headings, whole)
			}
			for i := range f.parts {
				if len(at.parts) <= i {
					at.parts = append(at.parts, -1)
				}
				if at.parts[i] < 0 {
					at.parts[i], _ = take(f.parts[i], whole)
				}
			}
			if at.col >= 0 || slices.Max(append(at.parts, -1)) >= 0 {
				b[f.Name] = at
			}
		}
	}
	return b
}

// heads tells whether the heading of a column is one of the field's.
func (f *Field) heads(c *layout.Column) bool {
	if f == nil {
		return false
	}
	whole, _ := headingKeys(c)
	_, ok := f.headings[whole]
	return ok
}

// columns are the columns of a field, outer parts first, the whole text last.
func (b binding) columns(field string) []int {
	at, ok := b[field]
	if !ok {
		return nil
	}
	var cols []int
	for _, c := range append(slices.Clone(at.parts), at.col) {
		if c >= 0 {
			cols = append(cols, c)
		}
	}
	return cols
}

// text joins what the columns of a field say in the spot's row; what an outer
// part says already is not said again.
func (b binding) text(s *spot, field string) string {
	text := ""
	for _, col := range b.columns(field) {
		part := clean.Fold(s.cell(s.row.Index, col))
		switch {
		case part == "" || part == "-" || notGiven.MatchString(part) || strings.Contains(text, part):
		case strings.HasPrefix(part, text):
			text = part
		case isYear.MatchString(text):
			text += "年" + part // 2023 and 5月
		default:
			text += part
		}
	}
	return text
}

// code gives what the words of a cell mean; false where no rule knows them.
func (f *Field) code(words string) (string, bool) {
	for i := range f.Codes {
		if f.Codes[i].Words.MatchString(words) || f.Codes[i].Is == words {
			return f.Codes[i].Is, true
		}
	}
	return "", false
}
