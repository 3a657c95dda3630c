package lake

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"sanpin/warehouse/lake/durable"
)

// Meta is what the manifest says of a release beside what its rows say.
type Meta struct {
	Sample   bool              // the whole release is a sample (示例)
	Versions map[string]string // of what made it: sanpin, duckdb, parquet-go, forms
}

// WriteChecks replaces the draft's table of check results.
func (d *Draft) WriteChecks(results []CheckResult) (err error) {
	defer wrap(&err, "write the checks of draft %s", d.ID)
	if err := os.RemoveAll(d.path(string(CheckResults))); err != nil {
		return err
	}
	g := group[CheckResult]{ranks: map[order]int{}}
	counts := CheckCounts{}
	for i := range results {
		r := &results[i]
		g.rows = append(g.rows, g.place(checkResults.order(r), r))
		switch {
		case r.Rows == 0:
			counts.Passed++
		case r.Severity == "error":
			counts.Errors++
		default:
			counts.Warnings++
		}
	}
	d.Manifest.Checks = counts
	file, err := checkResults.rewrite(context.Background(), d, string(CheckResults), nil, g.rows)
	if err != nil {
		return err
	}
	d.setFile(CheckResults, path.Join(string(CheckResults), partFile), file)
	return nil
}

// Publish makes the draft the current release and ends the draft. Whether the
// checks allow it is for the caller to say. Killed at any moment, readers have
// the old release or the new one, and after it returned nil the new one even
// after a power cut. On error the old release stays current.
func (d *Draft) Publish(ctx context.Context, meta Meta) (_ *Release, err error) {
	defer wrap(&err, "publish release %s", d.ID)
	m := d.Manifest
	m.CreatedAt, m.Sample, m.Versions = time.Now().UTC().Truncate(time.Second), meta.Sample, meta.Versions
	if err := errors.Join(d.count(), d.weighServing(), ctx.Err()); err != nil {
		return nil, err
	}
	data, err := m.encode()
	if err != nil {
		return nil, err
	}
	if err := durable.SyncTree(d.Dir); err != nil {
		return nil, err
	}
	if err := durable.WriteFile(filepath.Join(d.Dir, manifestFile), data); err != nil {
		return nil, err
	}
	final := filepath.Join(d.lake.releasesDir(), d.ID)
	if err := os.Rename(d.Dir, final); err != nil {
		return nil, err
	}
	d.Dir = final
	if err := durable.Sync(d.lake.releasesDir()); err != nil {
		return nil, err
	}
	if err := d.lake.setCurrent(d.ID); err != nil {
		return nil, err
	}
	d.end()
	return d.Release, nil
}

// count fills in the manifest's sums over the filings.
func (d *Draft) count() error {
	var n FilingCounts
	var v ValueCounts
	for f, err := range Read[Filing](d.Release) {
		if err != nil {
			return err
		}
		n.Received++
		switch f.Status {
		case "loaded":
			n.Loaded++
		case "refused":
			n.Refused++
		default:
			return fmt.Errorf("filing %s (%s) has status %q: want loaded or refused", f.FilingID, f.FileName, f.Status)
		}
		v.Read += f.ValuesRead
		v.Loaded += f.ValuesLoaded
		v.Rejected += f.ValuesRejected
	}
	d.Manifest.Filings, d.Manifest.Values = n, v
	return nil
}

// weighServing lists the serving file, where one was built.
func (d *Draft) weighServing() error {
	info, err := os.Stat(d.Serving())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	d.Manifest.Serving = &ServingManifest{Path: ServingFile, Bytes: info.Size()}
	return nil
}

// Abort throws the draft away. After Publish it does nothing.
func (d *Draft) Abort() error {
	if d.unlock == nil {
		return nil
	}
	defer d.end()
	if d.Release == nil || filepath.Base(d.Dir) == d.ID {
		return nil // renamed already: it is whole, and may be what CURRENT names
	}
	return os.RemoveAll(d.Dir)
}

// end gives the lock back.
func (d *Draft) end() {
	d.unlock()
	d.unlock = nil
}
