package lake

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPublishCounts(t *testing.T) {
	l := open(t)
	d, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	add := &Rows{Filings: []Filing{
		{FilingID: "a", Status: "loaded", ValuesRead: 10, ValuesLoaded: 8, ValuesRejected: 2},
		{FilingID: "b", Status: "loaded", ValuesRead: 5, ValuesLoaded: 5},
		{FilingID: "c", Status: "refused"},
	}}
	if err := d.Apply(context.Background(), nil, add); err != nil {
		t.Fatal(err)
	}
	results := []CheckResult{{Check: "z", Severity: "error", Rows: 0}, {Check: "b", Severity: "warning", Rows: 4}, {Check: "a", Severity: "error", Rows: 1}}
	for range 2 { // written again, they are replaced
		if err := d.WriteChecks(results); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(d.Serving(), []byte("duckdb"), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := d.Publish(context.Background(), Meta{Sample: true, Versions: map[string]string{"sanpin": "1"}})
	if err != nil {
		t.Fatal(err)
	}
	m := r.Manifest
	got := Manifest{Sample: m.Sample, Versions: m.Versions, Filings: m.Filings, Values: m.Values, Checks: m.Checks, Serving: m.Serving}
	want := Manifest{
		Sample: true, Versions: map[string]string{"sanpin": "1"},
		Filings: FilingCounts{Received: 3, Loaded: 2, Refused: 1},
		Values:  ValueCounts{Read: 15, Loaded: 13, Rejected: 2},
		Checks:  CheckCounts{Passed: 1, Errors: 1, Warnings: 1},
		Serving: &ServingManifest{Path: "serving.duckdb", Bytes: 6},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("manifest (-want +got):\n%s", diff)
	}
	if rows := collect[CheckResult](t, r); len(rows) != 3 || rows[0].Check != "a" {
		t.Errorf("check results: %v, want three, sorted", rows)
	}
	if next := publish(t, l, nil, &Rows{}); len(collect[CheckResult](t, next)) != 0 || next.Manifest.Checks != (CheckCounts{}) || next.Manifest.Serving != nil {
		t.Errorf("the next release has inherited checks or serving file: %+v", next.Manifest)
	}
}

func TestPublishRefuses(t *testing.T) {
	l := open(t)
	old := publish(t, l, nil, filed("a", 2020))
	d, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Apply(context.Background(), nil, &Rows{Filings: []Filing{{FilingID: "b", FileName: "乙.xlsx", Status: "maybe"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Publish(context.Background(), Meta{}); err == nil || !strings.Contains(err.Error(), `filing b (乙.xlsx) has status "maybe"`) {
		t.Errorf("Publish with an unknown status = %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := d.Publish(ctx, Meta{}); err == nil {
		t.Error("Publish(cancelled) succeeds")
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
	if r, err := l.Current(); err != nil || r.ID != old.ID {
		t.Errorf("current release %v, %v, want the old one", r, err)
	}
}

// TestNothingElse: a release's folder holds what its manifest lists, no more.
func TestNothingElse(t *testing.T) {
	l := open(t)
	publish(t, l, nil, join(filed("a", 2020, 2021), everything("b", 3)))
	r := publish(t, l, []string{"a"}, filed("c", 2021))
	want := map[string]bool{manifestFile: true}
	for path := range content(r) {
		want[path] = true
	}
	got := map[string]bool{}
	filepath.WalkDir(r.Dir, func(path string, e fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(r.Dir, path); err == nil && !e.IsDir() {
			got[filepath.ToSlash(rel)] = true
		}
		return err
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-manifest +folder):\n%s", diff)
	}
}

// childVar holds, in a child process of TestKill, the lake to publish into.
const childVar = "SANPIN_TEST_LAKE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVar); dir != "" {
		fmt.Fprintln(os.Stderr, publishForever(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// publishForever replaces all rows, release after release: generation n has n
// in every row of every table.
func publishForever(dir string) error {
	l, err := Open(dir)
	fmt.Println("begun")
	for n := 0; err == nil; n++ {
		var d *Draft
		if d, err = l.Begin(); err != nil {
			break
		}
		if n == 0 {
			n, _ = generation(d.Release)
			n++
		}
		all := everything("a", 3)
		rows := &Rows{Filings: all.Filings, Observations: all.Observations, Rejects: all.Rejects}
		rows.Filings[0].ValuesRead = int64(n)
		for i := range 3 {
			rows.Observations[i].Decimals = int32(n)
			rows.Rejects[i].Values = int32(n)
		}
		if err = d.Apply(context.Background(), map[string]bool{"a": true}, rows); err != nil {
			break
		}
		if _, err = d.Publish(context.Background(), Meta{}); err == nil && n%10 == 0 {
			_, err = l.Prune(3, false)
		}
	}
	return err
}

// generation returns the generation of a release, or an error if its tables
// are not all of one.
func generation(r *Release) (int, error) {
	n, rows := int64(0), 0
	for f, err := range Read[Filing](r) {
		if err != nil {
			return 0, err
		}
		n = f.ValuesRead
	}
	for o, err := range Read[Observation](r) {
		if rows++; err != nil || int64(o.Decimals) != n {
			return 0, fmt.Errorf("observation of generation %d in release of %d, %v", o.Decimals, n, err)
		}
	}
	for o, err := range Read[Reject](r) {
		if rows++; err != nil || int64(o.Values) != n {
			return 0, fmt.Errorf("reject of generation %d in release of %d, %v", o.Values, n, err)
		}
	}
	if n > 0 && rows != 6 {
		return 0, fmt.Errorf("%d rows, want 6", rows)
	}
	return int(n), nil
}

// TestKill kills a publishing process at random moments. Each time the reader
// must see one whole release, never an older one than before, and the next
// writer must be able to go on.
func TestKill(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 10
	}
	l := open(t)
	last := 0
	begun := time.Now()
	publish(t, open(t), nil, everything("a", 3))
	span := max(120*time.Millisecond, 2*time.Since(begun)) // a busy machine publishes slowly
	for range kills {
		stop := startWriter(t, l)
		time.Sleep(rand.N(span))
		stop()
		last = readKilled(t, l, last)
	}
	if last < kills/10 {
		t.Errorf("only %d generations over %d kills: the test tests little", last, kills)
	}
	t.Logf("%d kills, %d generations", kills, last)
}

// startWriter starts a process that publishes for ever, and returns when it
// has begun. stop kills it.
func startWriter(t *testing.T, l *Lake) (stop func()) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVar+"="+l.Dir())
	var failure strings.Builder
	child.Stderr = &failure
	begun, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := begun.Read(make([]byte, 1)); err != nil {
		t.Fatal(err, failure.String())
	}
	return func() {
		t.Helper()
		child.Process.Kill()
		child.Wait()
		if failure.String() != "" {
			t.Fatalf("the writer failed: %s", failure.String())
		}
	}
}

func readKilled(t *testing.T, l *Lake, last int) int {
	t.Helper()
	r, err := l.Current()
	if err != nil && last == 0 {
		return 0 // killed before the first publication
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Verify(context.Background()); err != nil {
		t.Fatal(err)
	}
	n, err := generation(r)
	if err != nil || n < last {
		t.Fatalf("release %s has generation %d after %d was seen, %v", r.ID, n, last, err)
	}
	if _, err := l.Releases(); err != nil { // also those that are not current
		t.Fatal(err)
	}
	return n
}

// TestReadersBesideWriter: readers that open the current release over and over
// never meet a mixture.
func TestReadersBesideWriter(t *testing.T) {
	l := open(t)
	defer startWriter(t, l)()
	last, reads := 0, 0
	for start := time.Now(); time.Since(start) < 2*time.Second; {
		r, err := l.Current()
		if err != nil && last == 0 {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		n, err := generation(r)
		if err != nil && strings.Contains(err.Error(), "no such file") && n == 0 {
			continue // pruned while it was read: the child keeps three
		}
		if err != nil || n < last {
			t.Fatalf("release %s has generation %d after %d was seen, %v", r.ID, n, last, err)
		}
		last = n
		reads++
	}
	if reads < 10 || last < 2 {
		t.Errorf("%d reads, %d generations: the test tests little", reads, last)
	}
}
