package lake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"iter"
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
	table     Table
	rows      func(*Rows) []T
	filing    func(*T) string   // id of the filing that the row was read from
	partition func(*T) string   // folder below the table's; nil: one file
	compare   func(a, b *T) int // order in a file
}

// table is a schema of any row type.
type table interface {
	name() Table
	columns() []Column
	apply(ctx context.Context, d *Draft, c *change) error
	upgrade(d *Draft, parent *TableManifest) error
}

// Each table is sorted by what questions select first: period, then subject
// matter, then place, then id. Rows that are still alike are put in order by
// [schema.total], so that equal input gives equal bytes.
var (
	observations = &schema[Observation]{
		table:     Observations,
		rows:      func(r *Rows) []Observation { return r.Observations },
		filing:    func(o *Observation) string { return o.FilingID },
		partition: func(o *Observation) string { return "year=" + strconv.Itoa(o.PeriodEnd.Time().Year()) },
		compare: func(a, b *Observation) int {
			return cmp.Or(cmp.Compare(a.PeriodEnd, b.PeriodEnd), strings.Compare(a.Indicator, b.Indicator),
				nilFirst(a.RegionCode, b.RegionCode), strings.Compare(a.ObservationID, b.ObservationID))
		},
	}
	titleEvents = &schema[TitleEvent]{
		table:  TitleEvents,
		rows:   func(r *Rows) []TitleEvent { return r.TitleEvents },
		filing: func(e *TitleEvent) string { return e.FilingID },
		compare: func(a, b *TitleEvent) int {
			return cmp.Or(nilFirst(a.EventOn, b.EventOn), nilFirst(a.RegionCode, b.RegionCode),
				strings.Compare(a.EventID, b.EventID))
		},
	}
	brandValuations = &schema[BrandValuation]{
		table:  BrandValuations,
		rows:   func(r *Rows) []BrandValuation { return r.BrandValuations },
		filing: func(v *BrandValuation) string { return v.FilingID },
		compare: func(a, b *BrandValuation) int {
			return cmp.Or(cmp.Compare(a.ListYear, b.ListYear), strings.Compare(a.ListName, b.ListName),
				nilFirst(a.RegionCode, b.RegionCode), strings.Compare(a.ValuationID, b.ValuationID))
		},
	}
	listEntries = &schema[ListEntry]{
		table:  ListEntries,
		rows:   func(r *Rows) []ListEntry { return r.ListEntries },
		filing: func(e *ListEntry) string { return e.FilingID },
		compare: func(a, b *ListEntry) int {
			return cmp.Or(nilFirst(a.ListYear, b.ListYear), strings.Compare(a.ListName, b.ListName),
				nilFirst(a.RegionCode, b.RegionCode), strings.Compare(a.EntryID, b.EntryID))
		},
	}
	targets = &schema[Target]{
		table:  Targets,
		rows:   func(r *Rows) []Target { return r.Targets },
		filing: func(t *Target) string { return t.FilingID },
		compare: func(a, b *Target) int {
			return cmp.Or(nilFirst(a.DueYear, b.DueYear), nilFirst(a.Indicator, b.Indicator),
				strings.Compare(a.TargetID, b.TargetID))
		},
	}
	rejects = &schema[Reject]{
		table:  Rejects,
		rows:   func(r *Rows) []Reject { return r.Rejects },
		filing: func(r *Reject) string { return r.FilingID },
		compare: func(a, b *Reject) int {
			return cmp.Or(strings.Compare(a.FilingID, b.FilingID), strings.Compare(a.RejectID, b.RejectID))
		},
	}
	filings = &schema[Filing]{
		table:   Filings,
		rows:    func(r *Rows) []Filing { return r.Filings },
		filing:  func(f *Filing) string { return f.FilingID },
		compare: func(a, b *Filing) int { return strings.Compare(a.FilingID, b.FilingID) },
	}
	checkResults = &schema[CheckResult]{ // of the release itself: nothing of it is inherited
		table:   CheckResults,
		compare: func(a, b *CheckResult) int { return strings.Compare(a.Check, b.Check) },
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

// folder returns the folder below the release that a row belongs in.
func (s *schema[T]) folder(row *T) string {
	if s.partition == nil {
		return string(s.table)
	}
	return string(s.table) + "/" + s.partition(row)
}

// total makes compare a total order on all fields, for rows that have even
// their id in common.
func (s *schema[T]) total(a, b *T) int {
	if c := s.compare(a, b); c != 0 {
		return c
	}
	left, _ := json.Marshal(a) // strings, integers, booleans: no error
	right, _ := json.Marshal(b)
	return bytes.Compare(left, right)
}

// nilFirst compares what pointers point to, NULL before everything.
func nilFirst[T cmp.Ordered](a, b *T) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}
