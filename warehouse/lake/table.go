package lake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Table is the name of a table of the lake: the name of its folder in a
// release and of the SQL table over it.
type Table string

// The tables of a release. Observations are partitioned by the year of
// period_end, the others are one file.
const (
	Observations      Table = "observation"
	TitleEvents       Table = "title_event"
	BrandValuations   Table = "brand_valuation"
	ListEntries       Table = "list_entry"
	Targets           Table = "target"
	Projects          Table = "project"
	Ratings           Table = "rating"
	ChainNodes        Table = "chain_node"
	ChainLinks        Table = "chain_link"
	ChainRisks        Table = "chain_risk"
	ProsperityIndexes Table = "prosperity_index"
	Standards         Table = "standard"
	Platforms         Table = "platform"
	Enterprises       Table = "enterprise"
	Filings           Table = "filing"
	Rejects           Table = "reject"
	CheckResults      Table = "check_result"
)

// Row is any of the row types: the type says which table is meant.
type Row interface {
	Observation | TitleEvent | BrandValuation | ListEntry | Target | Project | Rating | ChainNode | ChainLink | ChainRisk | ProsperityIndex | Standard | Platform | Enterprise |
		Filing | Reject | CheckResult
}

// Rows are rows of any tables, in any order.
type Rows struct {
	Filings           []Filing
	Observations      []Observation
	TitleEvents       []TitleEvent
	BrandValuations   []BrandValuation
	ListEntries       []ListEntry
	Targets           []Target
	Projects          []Project
	Ratings           []Rating
	ChainNodes        []ChainNode
	ChainLinks        []ChainLink
	ChainRisks        []ChainRisk
	ProsperityIndexes []ProsperityIndex
	Standards         []Standard
	Platforms         []Platform
	Enterprises       []Enterprise
	Rejects           []Reject
}

// schema is what the lake knows about a row type.
type schema[T Row] struct {
	table  Table
	rows   func(*Rows) []T
	filing func(*T) string // id of the filing that the row was read from
	year   func(*T) int    // partition of the row; nil: the table is one file
	order  func(*T) order  // where the row stands in its file
}

// order is what rows are sorted by: what questions select first. NULL comes
// before everything.
type order struct {
	time   int64 // period or year
	matter string
	place  string
	id     string
}

func (a *order) compare(b *order) int {
	return cmp.Or(cmp.Compare(a.time, b.time), strings.Compare(a.matter, b.matter), strings.Compare(a.place, b.place), strings.Compare(a.id, b.id))
}

// table is a schema of any row type.
type table interface {
	name() Table
	columns() []Column
	apply(ctx context.Context, d *Draft, c *change) error
	upgrade(d *Draft, parent *TableManifest) error
}

// Each table is sorted by period, then subject matter, then place, then id. Rows
// that are still alike are put in order by [schema.total], so that equal input
// gives equal bytes.
var (
	observations = &schema[Observation]{
		table:  Observations,
		rows:   func(r *Rows) []Observation { return r.Observations },
		filing: func(o *Observation) string { return o.FilingID },
		year:   func(o *Observation) int { return o.PeriodEnd.Time().Year() },
		order: func(o *Observation) order {
			return order{int64(o.PeriodEnd), o.Indicator, text(o.RegionCode), o.ObservationID}
		},
	}
	titleEvents = &schema[TitleEvent]{
		table:  TitleEvents,
		rows:   func(r *Rows) []TitleEvent { return r.TitleEvents },
		filing: func(e *TitleEvent) string { return e.FilingID },
		order:  func(e *TitleEvent) order { return order{number(e.EventOn), "", text(e.RegionCode), e.EventID} },
	}
	brandValuations = &schema[BrandValuation]{
		table:  BrandValuations,
		rows:   func(r *Rows) []BrandValuation { return r.BrandValuations },
		filing: func(v *BrandValuation) string { return v.FilingID },
		order: func(v *BrandValuation) order {
			return order{int64(v.ListYear), v.ListName, text(v.RegionCode), v.ValuationID}
		},
	}
	listEntries = &schema[ListEntry]{
		table:  ListEntries,
		rows:   func(r *Rows) []ListEntry { return r.ListEntries },
		filing: func(e *ListEntry) string { return e.FilingID },
		order: func(e *ListEntry) order {
			return order{number(e.ListYear), e.ListName, text(e.RegionCode), e.EntryID}
		},
	}
	targets = &schema[Target]{
		table:  Targets,
		rows:   func(r *Rows) []Target { return r.Targets },
		filing: func(t *Target) string { return t.FilingID },
		order:  func(t *Target) order { return order{number(t.DueYear), text(t.Indicator), "", t.TargetID} },
	}
	rejects = &schema[Reject]{
		table:  Rejects,
		rows:   func(r *Rows) []Reject { return r.Rejects },
		filing: func(r *Reject) string { return r.FilingID },
		order:  func(r *Reject) order { return order{matter: r.FilingID, id: r.RejectID} },
	}
	filings = &schema[Filing]{
		table:  Filings,
		rows:   func(r *Rows) []Filing { return r.Filings },
		filing: func(f *Filing) string { return f.FilingID },
		order:  func(f *Filing) order { return order{id: f.FilingID} },
	}
	checkResults = &schema[CheckResult]{ // of the release itself: nothing of it is inherited
		table: CheckResults,
		order: func(c *CheckResult) order { return order{id: c.Check} },
	}
)

// facts are the tables whose rows come from filings; tables are all.
var (
	facts  = append([]table{observations, titleEvents, brandValuations, listEntries, targets, rejects}, registers...)
	tables = append(slices.Clip(facts), filings, checkResults)
)

// schemaOf returns the schema of a row type.
func schemaOf[T Row]() *schema[T] {
	for _, t := range tables {
		if s, ok := t.(*schema[T]); ok {
			return s
		}
	}
	panic("unreachable: every type of Row is in tables")
}

// Tables yields every table of a release with its columns: a table without
// rows has no files to read them from.
func Tables() iter.Seq2[Table, []Column] {
	return func(yield func(Table, []Column) bool) {
		for _, t := range tables {
			if !yield(t.name(), t.columns()) {
				return
			}
		}
	}
}

func (s *schema[T]) name() Table { return s.table }

// folder names the folder below the release of a partition; of a table that is
// one file there is only one.
func (s *schema[T]) folder(year int) string {
	if s.year == nil {
		return string(s.table)
	}
	return string(s.table) + "/year=" + strconv.Itoa(year)
}

// folderOf names the folder below the release that a row belongs in.
func (s *schema[T]) folderOf(row *T) string {
	if s.year == nil {
		return s.folder(0)
	}
	return s.folder(s.year(row))
}

// total is a total order on all fields, for rows that have even their id in
// common.
func (s *schema[T]) total(a, b *T) int {
	left, right := s.order(a), s.order(b)
	if c := left.compare(&right); c != 0 {
		return c
	}
	return compareAll(a, b)
}

func compareAll[T Row](a, b *T) int {
	left, _ := json.Marshal(a) // strings, integers, booleans: no error
	right, _ := json.Marshal(b)
	return bytes.Compare(left, right)
}

// text is a text to sort by; NULL is before all.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// number is a number to sort by; NULL is before all.
func number[N ~int32](n *N) int64 {
	if n == nil {
		return math.MinInt64
	}
	return int64(*n)
}
