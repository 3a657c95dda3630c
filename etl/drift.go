package etl

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sanpin/etl/form"
	"sanpin/warehouse/lake"
)

// Headings that changed since a filer's last filing are told before anything is
// loaded: a column that moved or another unit can turn right figures into wrong
// ones without a reject.
//
// What the headings were is kept in DATA/forms, beside the releases and not in
// them. It follows from the filings and their order alone: a stale release, whose
// filings are all read again, starts anew.

func headsFile(data string) string { return filepath.Join(FormsDir(data), "heads.json") }

// loadHeads gives the headings of the filings before. A file that is lost or
// damaged costs one comparison, no more.
func loadHeads(data string) (heads form.Heads) {
	text, err := os.ReadFile(headsFile(data))
	if err != nil || json.Unmarshal(text, &heads) != nil {
		return form.Heads{}
	}
	return heads
}

func saveHeads(data string, heads *form.Heads) error {
	text, err := json.MarshalIndent(heads, "", " ")
	if err != nil {
		return err
	}
	name := headsFile(data)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name+".new", text, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// drift tells of each filing how its headings differ from those of the filing
// before, in the order in which they were received. It stands in the outcome,
// and in the detail of the filing.
func drift(heads *form.Heads, todo []job, results []*lake.Rows, outcomes []Outcome) {
	order := make([]int, len(todo))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return todo[order[a]].receivedAt.Before(todo[order[b]].receivedAt) })
	for _, i := range order {
		o := &outcomes[i]
		for k := range o.heads {
			o.heads[k].Filer = todo[i].filer
		}
		if o.Drift = heads.Follow(o.heads); len(o.Drift) > 0 && o.Status == "loaded" {
			results[i].Filings[0].Detail = optional("headings changed: " + strings.Join(o.Drift, "; "))
		}
	}
}
