package form

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"sanpin/etl/clean"
	"sanpin/warehouse/lake"
)

// Indicator is one row of the indicator dictionary, sql/reference/indicator.csv.
type Indicator struct {
	Code         string
	Name         string
	Dimension    string
	Unit         string        // canonical
	Accumulation string        // point, flow, ytd, average
	GrowthOf     string        // code of the level that it is the published growth of
	Min, Max     *lake.Decimal // in the canonical unit; nil: no limit
	Additive     bool          // may be summed over subjects
}

// Dictionary finds indicators by code and by the names that tables use.
type Dictionary struct {
	byCode map[string]*Indicator
	byName map[string]*Indicator
}

// LoadDictionary reads reference/indicator.csv of fsys.
func LoadDictionary(fsys fs.FS) (*Dictionary, error) {
	f, err := fsys.Open("reference/indicator.csv")
	if err != nil {
		return nil, fmt.Errorf("indicator dictionary: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("indicator dictionary: %w", err)
	}
	at := map[string]int{}
	for i, h := range head {
		at[h] = i
	}
	d := &Dictionary{byCode: map[string]*Indicator{}, byName: map[string]*Indicator{}}
	for line := 2; ; line++ {
		rec, err := r.Read()
		if err == io.EOF {
			return d, nil
		}
		if err != nil {
			return nil, fmt.Errorf("indicator dictionary line %d: %w", line, err)
		}
		get := func(name string) string { return rec[at[name]] }
		ind := &Indicator{Code: get("code"), Name: get("name_zh"), Dimension: get("dimension"), Unit: get("unit"),
			Accumulation: get("accumulation"), GrowthOf: get("growth_of"), Additive: get("additive") == "true"}
		if ind.Min, err = limit(get("range_min")); err == nil {
			ind.Max, err = limit(get("range_max"))
		}
		if err != nil {
			return nil, fmt.Errorf("indicator dictionary line %d: %w", line, err)
		}
		if err := d.add(ind, strings.Split(get("synonyms"), "|")); err != nil {
			return nil, fmt.Errorf("indicator dictionary line %d: %w", line, err)
		}
	}
}

func limit(text string) (*lake.Decimal, error) {
	if text == "" {
		return nil, nil
	}
	d, _, err := lake.ParseDecimal(text)
	return &d, err
}

func (d *Dictionary) add(ind *Indicator, synonyms []string) error {
	if d.byCode[ind.Code] != nil {
		return fmt.Errorf("code %s stands twice", ind.Code)
	}
	d.byCode[ind.Code] = ind
	for _, name := range append(synonyms, ind.Name) {
		if name = Term(name); name == "" {
			continue
		}
		if other := d.byName[name]; other != nil && other != ind {
			return fmt.Errorf("name %s of %s is a name of %s too", name, ind.Code, other.Code)
		}
		d.byName[name] = ind
	}
	return nil
}

// Code gives the indicator with a code, nil if there is none.
func (d *Dictionary) Code(code string) *Indicator { return d.byCode[code] }

// Name gives the indicator that a text names, nil if there is none.
func (d *Dictionary) Name(text string) *Indicator { return d.byName[Term(text)] }

// Near gives up to n indicators with names like a text, the likest first. It
// serves messages: nothing is ever decided by likeness.
func (d *Dictionary) Near(text string, n int) []*Indicator {
	const least = 0.4
	like := map[*Indicator]float64{}
	for name, ind := range d.byName {
		if l := likeness(Term(text), name); l >= least {
			like[ind] = max(like[ind], l)
		}
	}
	near := slices.Collect(maps.Keys(like))
	slices.SortFunc(near, func(a, b *Indicator) int {
		return cmp.Or(cmp.Compare(like[b], like[a]), cmp.Compare(a.Code, b.Code))
	})
	return near[:min(n, len(near))]
}

// likeness is the share of the characters, and of the pairs of neighbouring ones,
// that two texts have in common, from 0 to 1.
func likeness(a, b string) float64 {
	parts := func(s string) map[[2]rune]int {
		m := map[[2]rune]int{}
		before := '^'
		for _, r := range s {
			m[[2]rune{0, r}]++
			m[[2]rune{before, r}]++
			before = r
		}
		return m
	}
	pa, pb := parts(a), parts(b)
	both, all := 0, 0
	for p, n := range pa {
		both += min(n, pb[p])
		all += n
	}
	for _, n := range pb {
		all += n
	}
	return 2 * float64(both) / float64(max(all, 1))
}

var terms = strings.NewReplacer(
	"研究与试验发展(R&D)", "R&D", "研究与试验发展", "R&D", "研究和试验发展", "R&D", "RD", "R&D", "r&d", "R&D",
	"规模以上", "规上", "全社会", "", "其中:", "", "#", "", "_", "", "·", "", "“", "", "”", "", "—", "-")

// Term is the form in which names of indicators are compared: white space, 其中
// and # taken off, R&D and 规上 spelt one way.
func Term(text string) string {
	return terms.Replace(clean.Squeeze(text))
}
