package lake

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// of yields pointers to rows.
func of[T any](rows []T) func(func(*T, error) bool) {
	return func(yield func(*T, error) bool) {
		for i := range rows {
			if !yield(&rows[i], nil) {
				return
			}
		}
	}
}

// TestFill: rows that come in order give the files that Apply would have written.
func TestFill(t *testing.T) {
	rows := &Rows{Observations: manyObservations(3000)}
	known := map[string]*Filing{}
	for i := range rows.Observations {
		o := &rows.Observations[i]
		f := known[o.FilingID]
		if f == nil {
			f = &Filing{FilingID: o.FilingID, Status: "loaded"}
			known[o.FilingID] = f
		}
		if p := PartitionOf(o); !slices.Contains(f.Partitions, p) {
			f.Partitions = append(f.Partitions, p)
		}
	}
	for _, f := range known {
		rows.Filings = append(rows.Filings, *f)
	}
	whole := publish(t, open(t), nil, &Rows{Filings: slices.Clone(rows.Filings), Observations: slices.Clone(rows.Observations)})

	slices.SortFunc(rows.Observations, func(a, b Observation) int { return observations.total(&a, &b) })
	draft, err := open(t).Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Abort()
	if err := Fill(context.Background(), draft, of(rows.Observations)); err != nil {
		t.Fatal(err)
	}
	if err := Fill(context.Background(), draft, of(rows.Observations)); err == nil {
		t.Error("a table was filled twice")
	}
	if err := draft.Complete(context.Background(), &Rows{Filings: rows.Filings}); err != nil {
		t.Fatal(err)
	}
	filled, err := draft.Publish(context.Background(), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	if err := filled.Verify(context.Background()); err != nil {
		t.Error(err)
	}
	got, want := filled.Manifest.Tables, whole.Manifest.Tables
	if !slices.Equal(got[Observations].Files, want[Observations].Files) {
		t.Errorf("files %v\nwant %v", got[Observations].Files, want[Observations].Files)
	}
	if !slices.Equal(got[Filings].Files, want[Filings].Files) {
		t.Errorf("filings %v\nwant %v", got[Filings].Files, want[Filings].Files)
	}
}

func TestFillRefusesDisorder(t *testing.T) {
	rows := manyObservations(10)
	for i := range rows {
		rows[i].PeriodEnd = rows[0].PeriodEnd // one partition
	}
	slices.SortFunc(rows, func(a, b Observation) int { return observations.total(&b, &a) })
	draft, err := open(t).Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Abort()
	if err := Fill(context.Background(), draft, of(rows)); err == nil || !strings.Contains(err.Error(), "belongs before") {
		t.Errorf("rows out of order: %v", err)
	}
}
