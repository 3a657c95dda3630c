package etl

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"sort"

	"golang.org/x/sync/errgroup"

	"sanpin/etl/form"
	"sanpin/warehouse/lake"
)

// fingerprint tells what reading depends on besides the bytes of a filing: the
// forms, the reference tables and the version of the program. Filings that were
// read under another one are read again from the archive.
func fingerprint(cfg Config, reader *form.Reader) string {
	sum := sha256.New()
	io.WriteString(sum, cfg.Version+" "+reader.Set.Fingerprint)
	names, _ := fs.Glob(cfg.Model, "reference/*.csv")
	sort.Strings(names)
	for _, n := range names {
		text, err := fs.ReadFile(cfg.Model, n)
		if err != nil {
			continue // a table that cannot be read fails where it is used
		}
		fmt.Fprintf(sum, "\x00%s\x00", n)
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// readAll reads the filings of the jobs, several at a time, and gives their
// rows and counts in the order of the jobs.
func readAll(ctx context.Context, cfg Config, reader *form.Reader, todo []job, report *Report) (*lake.Rows, error) {
	workers := cfg.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	results := make([]*lake.Rows, len(todo))
	outcomes := make([]Outcome, len(todo))
	next := make(chan int)
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(next)
		for i := range todo {
			select {
			case next <- i:
			case <-gctx.Done():
				return gctx.Err()
			}
		}
		return nil
	})
	for range workers {
		own := reader.Clone()
		g.Go(func() error {
			for i := range next {
				var err error
				if results[i], outcomes[i], err = readFiling(gctx, cfg, own, todo[i]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	rows := &lake.Rows{}
	for i, r := range results {
		appendRows(rows, r)
		report.count(outcomes[i], todo[i].again)
		if cfg.Progress != nil {
			cfg.Progress(outcomes[i])
		}
	}
	return rows, nil
}

func appendRows(to, from *lake.Rows) {
	to.Filings = append(to.Filings, from.Filings...)
	to.Observations = append(to.Observations, from.Observations...)
	to.TitleEvents = append(to.TitleEvents, from.TitleEvents...)
	to.BrandValuations = append(to.BrandValuations, from.BrandValuations...)
	to.ListEntries = append(to.ListEntries, from.ListEntries...)
	to.Targets = append(to.Targets, from.Targets...)
	to.Rejects = append(to.Rejects, from.Rejects...)
}

// count adds an outcome. A filing that is read again because the forms changed
// counts by what it is now.
func (r *Report) count(o Outcome, again bool) {
	r.Outcomes = append(r.Outcomes, o)
	r.Changed = true
	r.Values.Read += o.Read
	r.Values.Loaded += o.Loaded
	r.Values.Rejected += o.Rejected
	if again {
		return
	}
	switch o.Status {
	case "loaded":
		r.Filings.Loaded++
	case "refused":
		r.Filings.Refused++
	}
}
