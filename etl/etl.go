// Package etl turns filings as they were received into a release of the lake.
//
// [Refresh] is the nightly job. Its stages, in order, each a package or file:
//
//	receive  intake        bytes by hash; the same file twice is one filing; packs opened
//	read     grid, layout  tables with labels, headings, units, cells
//	map      form          headings -> indicators and fields; text -> typed values (clean)
//	judge    judge         limits, repetitions, sums
//	load     warehouse/lake
//	check    warehouse     SQL tests on the new release
//	publish  warehouse/lake
//
// A filing that cannot be read costs that filing only. For each one, values
// read = values loaded + values rejected; Refresh fails rather than publish a
// release for which this does not hold.
package etl

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/intake"
	"sanpin/sql"
	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

// Config says what to refresh. Data and Inbox must be given.
type Config struct {
	Data    string // the data folder
	Inbox   string // folder of filings; sub-folders are filers
	Sample  bool   // the whole release is a sample (示例)
	Version string // of this program
	Limits  sheet.Limits
	Workers int  // filings read at a time; 0 means the number of cores
	Force   bool // publish although an error-severity check failed
	// Progress is told of each filing when it has been judged; may be nil.
	Progress func(Outcome)
}

// Outcome is what became of one filing.
type Outcome struct {
	File      string `json:"file"`
	FilingID  string `json:"filing_id"`
	Status    string `json:"status"` // loaded, refused, unchanged
	Forms     string `json:"forms,omitempty"`
	Reason    string `json:"reason,omitempty"`
	Detail    string `json:"detail,omitempty"`
	Read      int64  `json:"read"`
	Loaded    int64  `json:"loaded"`
	Rejected  int64  `json:"rejected"`
	Duplicate string `json:"same_as,omitempty"` // name under which the same bytes are known

	Drift []string `json:"drift,omitempty"` // how its headings differ from those of the filer's last filing
	heads []form.Head
}

// Report is what a refresh did. Received = Loaded + Refused + Unchanged;
// values of a filing refused whole are not counted.
type Report struct {
	Release string       `json:"release"`
	Filings FilingCounts `json:"filings"`
	Values  ValueCounts  `json:"values"`
	Seconds float64      `json:"seconds"`

	Outcomes []Outcome          `json:"-"`
	Checks   []lake.CheckResult `json:"-"`
	Changed  bool               `json:"-"` // a new release was published

	heads form.Heads // of the filings before, then of these too
}

// FilingCounts counts the files of the inbox.
type FilingCounts struct {
	Received  int `json:"received"`
	Loaded    int `json:"loaded"`
	Refused   int `json:"refused"`
	Unchanged int `json:"unchanged"`
}

// ValueCounts counts the values of the filings that were read now.
type ValueCounts struct {
	Read     int64 `json:"read"`
	Loaded   int64 `json:"loaded"`
	Rejected int64 `json:"rejected"`
}

// ErrChecks is the error of a release that was not published because SQL tests
// of severity error found rows.
var ErrChecks = errors.New("checks failed")

// Refresh brings the lake up to date with the inbox and publishes a new release
// if anything changed. On an error the release that was current stays so.
func Refresh(ctx context.Context, cfg Config) (_ *Report, err error) {
	defer wrap(&err, "refresh %s from %s", cfg.Data, cfg.Inbox)
	start := time.Now()
	reader, err := newReader(cfg)
	if err != nil {
		return nil, err
	}
	store, err := lake.Open(cfg.Data)
	if err != nil {
		return nil, err
	}
	draft, err := store.Begin()
	if err != nil {
		return nil, err
	}
	defer draft.Abort()

	archive, err := intake.Open(store.ArchiveDir())
	if err != nil {
		return nil, err
	}
	received, err := archive.Receive(ctx, cfg.Inbox, intakeOptions(cfg.Limits))
	if err != nil {
		return nil, err
	}
	print := fingerprint(cfg, reader)
	stale, err := isStale(store, draft.Manifest.Parent, print)
	if err != nil {
		return nil, err
	}
	todo, report, err := plan(draft, archive, received, stale)
	if err != nil {
		return nil, err
	}
	report.announce(cfg.Progress)
	if !stale {
		report.heads = loadHeads(cfg.Data)
	}
	rows, err := readAll(ctx, cfg, reader, todo, report)
	if err != nil {
		return nil, err
	}
	if report.Changed || draft.Manifest.Parent == "" {
		if err := load(ctx, cfg, draft, todo, rows, report, print); err != nil {
			return report, err
		}
		if err := saveHeads(cfg.Data, &report.heads); err != nil {
			return report, err
		}
		report.Changed = true
	}
	report.Release = releaseID(draft, report.Changed)
	report.Seconds = time.Since(start).Seconds()
	return report, nil
}

// FormsDir is the folder of a data folder with the forms of the installation.
func FormsDir(data string) string { return filepath.Join(data, "forms") }

func newReader(cfg Config) (*form.Reader, error) {
	r, err := form.NewReader(sql.FS)
	if err != nil {
		return nil, err
	}
	return r, r.AddForms(os.DirFS(FormsDir(cfg.Data)))
}

// intakeOptions holds packs to the limits of packages: both are ZIP files.
func intakeOptions(l sheet.Limits) intake.Options {
	return intake.Options{MaxBytes: l.FileBytes, MaxMembers: l.Entries, MaxInflated: l.InflatedBytes, MaxRatio: l.Ratio}
}

// isStale tells whether the parent release was read with another fingerprint.
func isStale(store *lake.Lake, parent, print string) (bool, error) {
	if parent == "" {
		return false, nil
	}
	r, err := store.Release(parent)
	if err != nil {
		return false, err
	}
	return r.Manifest.Versions["etl"] != print, nil
}

func releaseID(d *lake.Draft, changed bool) string {
	if changed {
		return d.ID
	}
	return d.Manifest.Parent
}

// load writes the rows, checks the release and publishes it.
func load(ctx context.Context, cfg Config, draft *lake.Draft, todo []job, rows []*lake.Rows, report *Report, print string) error {
	drop := map[string]bool{}
	for _, j := range todo {
		drop[j.id] = true
	}
	if err := draft.Apply(ctx, drop, rows...); err != nil {
		return err
	}
	checks, err := warehouse.Build(ctx, draft.Release, warehouse.BuildOptions{Sample: cfg.Sample})
	if err != nil {
		return err
	}
	if err := draft.WriteChecks(checks); err != nil {
		return err
	}
	report.Checks = checks
	if failed := failures(checks); failed > 0 && !cfg.Force {
		return fmt.Errorf("%d of %d: %w", failed, len(checks), ErrChecks)
	}
	_, err = draft.Publish(ctx, lake.Meta{Sample: cfg.Sample, Versions: map[string]string{"sanpin": cfg.Version, "etl": print}})
	return err
}

func failures(checks []lake.CheckResult) int {
	n := 0
	for _, c := range checks {
		if c.Rows > 0 && c.Severity == "error" {
			n++
		}
	}
	return n
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}
