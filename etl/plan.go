package etl

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sort"
	"time"

	"golang.org/x/sync/errgroup"

	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/intake"
	"sanpin/sql"
	"sanpin/warehouse/lake"
)

// fingerprint tells what reading depends on besides the bytes of a filing: the
// forms, the reference tables and the version of the program. Filings that were
// read under another one are read again from the archive.
func fingerprint(cfg Config, reader *form.Reader) string {
	sum := sha256.New()
	io.WriteString(sum, cfg.Version+" "+reader.Set.Fingerprint)
	names, _ := fs.Glob(sql.FS, "reference/*.csv")
	sort.Strings(names)
	for _, n := range names {
		text, err := fs.ReadFile(sql.FS, n)
		if err != nil {
			continue // a table that cannot be read fails where it is used
		}
		fmt.Fprintf(sum, "\x00%s\x00", n)
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// plan says which files of the inbox, and of the parent release, are to be
// read: new bytes, and all bytes again where the release is stale, made with
// other forms. The others are unchanged. What the release holds decides, not what the archive
// has: a refresh that was killed has archived what it never loaded.
func plan(draft *lake.Draft, archive *intake.Archive, received []intake.Received, stale bool) ([]job, *Report, error) {
	known := map[string]lake.Filing{}
	for f, err := range lake.Read[lake.Filing](draft.Release) {
		if err != nil {
			return nil, nil, err
		}
		known[f.FilingID] = f
	}
	report := &Report{}
	var todo []job
	taken := map[string]bool{}
	refusals := map[string]*sheet.Error{}
	for _, r := range received {
		report.Filings.Received++
		refusals[r.FilingID] = refusalOf(r)
		switch {
		case r.FilingID == "":
			report.fail(r)
		case taken[r.FilingID], known[r.FilingID].FilingID != "":
			report.Filings.Unchanged++
			report.Outcomes = append(report.Outcomes, Outcome{File: r.Name, FilingID: r.FilingID, Status: "unchanged", Duplicate: r.SameAs})
		default:
			taken[r.FilingID] = true
			todo = append(todo, newJob(archive, r))
		}
	}
	if stale {
		for _, f := range known {
			todo = append(todo, again(archive, f, refusals[f.FilingID]))
		}
	}
	sort.Slice(todo, func(i, j int) bool { return todo[i].file < todo[j].file })
	return todo, report, nil
}

// fail counts a file that could not be received: it is refused by name, and
// tried again at the next refresh. It has no bytes, so it is in no release.
func (r *Report) fail(f intake.Received) {
	o := Outcome{File: f.Name, Status: "refused", Reason: "not_received", Detail: f.Err.Error()}
	r.Filings.Refused++
	r.Outcomes = append(r.Outcomes, o)
}

// announce tells of the files that were refused before any was read.
func (r *Report) announce(progress func(Outcome)) {
	for _, o := range r.Outcomes {
		if o.Status == "refused" && progress != nil {
			progress(o)
		}
	}
}

func newJob(archive *intake.Archive, r intake.Received) job {
	j := job{id: r.FilingID, sha256: r.SHA256, file: r.Name, filer: r.Filer, bytes: r.Bytes, receivedAt: r.ReceivedAt,
		supersedes: r.Supersedes, open: opener(archive, r.SHA256)}
	j.refusal = refusalOf(r)
	return j
}

// refusalOf gives why a pack, or a file in one, need not be opened; nil if it need.
func refusalOf(r intake.Received) *sheet.Error {
	refusal := r.Refusal
	if refusal == nil && !errors.As(r.Err, &refusal) {
		return nil
	}
	return &sheet.Error{Code: sheet.Code(refusal.Code), Cause: refusal.Cause, Remedy: refusal.Remedy}
}

// again makes the job of a filing that is known and read anew. A file in a pack
// that could not be unpacked has the bytes of the pack, which are not read for it.
func again(archive *intake.Archive, f lake.Filing, refusal *sheet.Error) job {
	j := job{id: f.FilingID, sha256: f.SHA256, file: f.FileName, filer: f.Filer, bytes: f.Bytes, receivedAt: time.UnixMicro(f.ReceivedAt).UTC(),
		open: opener(archive, f.SHA256), again: true, refusal: refusal}
	if refusal == nil && f.FilingID != intake.FilingID(f.SHA256) {
		j.refusal = &sheet.Error{Code: sheet.Code(*f.Reason), Cause: *f.Detail}
	}
	if f.Supersedes != nil {
		j.supersedes = *f.Supersedes
	}
	return j
}

func opener(archive *intake.Archive, sha string) func() (*os.File, int64, error) {
	return func() (*os.File, int64, error) { return archive.Open(sha) }
}

// readAll reads the filings of the jobs, several at a time, and gives their
// rows and counts in the order of the jobs.
func readAll(ctx context.Context, cfg Config, reader *form.Reader, todo []job, report *Report) ([]*lake.Rows, error) {
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
	drift(&report.heads, todo, results, outcomes)
	for i := range results {
		report.count(outcomes[i], todo[i].again)
		if cfg.Progress != nil {
			cfg.Progress(outcomes[i])
		}
	}
	return results, nil
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
