package lake

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func open(t testing.TB) *Lake {
	t.Helper()
	l, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// publish makes a release that differs from the current one by drop and add.
func publish(t testing.TB, l *Lake, drop []string, add *Rows) *Release {
	t.Helper()
	d, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	if err := d.Apply(context.Background(), set(drop), add); err != nil {
		t.Fatal(err)
	}
	r, err := d.Publish(context.Background(), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func set(ids []string) map[string]bool {
	m := map[string]bool{}
	for _, id := range ids {
		m[id] = true
	}
	return m
}

// filed returns a filing and one observation a year.
func filed(filing string, years ...int) *Rows {
	rows := &Rows{Filings: []Filing{{FilingID: filing, Status: "loaded", ValuesRead: int64(len(years)), ValuesLoaded: int64(len(years))}}}
	for i, year := range years {
		end, err := NewDate(year, 12, 31)
		if err != nil {
			panic(err)
		}
		rows.Observations = append(rows.Observations, Observation{
			ObservationID: fmt.Sprintf("%s:%d", filing, i), PeriodEnd: end, Indicator: "revenue", Source: Source{FilingID: filing},
		})
	}
	return rows
}

func collect[T Row](t testing.TB, r *Release, partitions ...string) []T {
	t.Helper()
	var rows []T
	for row, err := range Read[T](r, partitions...) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func observationIDs(t testing.TB, r *Release, partitions ...string) string {
	t.Helper()
	var ids []string
	for _, o := range collect[Observation](t, r, partitions...) {
		ids = append(ids, o.ObservationID)
	}
	return strings.Join(ids, " ")
}

func TestEmptyLake(t *testing.T) {
	l := open(t)
	if _, err := l.Current(); !errors.Is(err, ErrNoRelease) || !strings.Contains(err.Error(), "run a refresh") {
		t.Errorf("Current() = %v, want ErrNoRelease with what to do", err)
	}
	if all, err := l.Releases(); len(all) != 0 || err != nil {
		t.Errorf("Releases() = %v, %v, want none", all, err)
	}
	r := publish(t, l, nil, &Rows{})
	for name, columns := range Tables() {
		table := r.Manifest.Tables[name]
		if table == nil || len(table.Files) != 0 || len(columns) == 0 || !slices.Equal(table.Columns, columns) {
			t.Errorf("table %s of an empty release: %+v, want columns and no files", name, table)
		}
	}
}

func TestOpenFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x")
	os.WriteFile(file, nil, 0o644)
	if _, err := Open(file); err == nil || !strings.Contains(err.Error(), "not a folder") {
		t.Errorf("Open(a file) = %v, want an error", err)
	}
}

// TestReleases tells the life of a lake: two refreshes, a rollback, pruning.
func TestReleases(t *testing.T) {
	l := open(t)
	r1 := publish(t, l, nil, filed("a", 2021, 2022))
	r2 := publish(t, l, nil, filed("b", 2022))
	r3 := publish(t, l, []string{"a"}, &Rows{})
	if !(r1.ID < r2.ID && r2.ID < r3.ID) {
		t.Errorf("ids %s, %s, %s: want them to sort by age, though made in one second", r1.ID, r2.ID, r3.ID)
	}
	for _, test := range []struct {
		r      *Release
		parent string
		want   string
	}{
		{r1, "", "a:0 a:1"},
		{r2, r1.ID, "a:0 a:1 b:0"},
		{r3, r2.ID, "b:0"},
	} {
		r, err := l.Release(test.r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := observationIDs(t, r); got != test.want || r.Manifest.Parent != test.parent {
			t.Errorf("release %s of parent %s holds %s, want %s of parent %s", r.ID, r.Manifest.Parent, got, test.want, test.parent)
		}
		if diff := cmp.Diff(test.r.Manifest, r.Manifest); diff != "" {
			t.Errorf("manifest published and read (-published +read):\n%s", diff)
		}
	}
	if err := l.Promote(r1.ID); err != nil {
		t.Fatal(err)
	}
	if r4 := publish(t, l, nil, filed("c", 2020)); r4.Manifest.Parent != r1.ID || observationIDs(t, r4) != "c:0 a:0 a:1" {
		t.Errorf("after a rollback: parent %s, rows %s, want those of %s and c", r4.Manifest.Parent, observationIDs(t, r4), r1.ID)
	}
	if err := l.Promote("20010101T000000"); !errors.Is(err, ErrNoRelease) {
		t.Errorf("Promote(unknown) = %v, want ErrNoRelease", err)
	}
}

func TestPrune(t *testing.T) {
	l := open(t)
	var ids []string
	for i := range 5 {
		ids = append(ids, publish(t, l, nil, filed(fmt.Sprint(i), 2020)).ID)
	}
	if err := l.Promote(ids[1]); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		keep   int
		dryRun bool
		want   []string
		left   int
	}{
		{9, false, nil, 5},
		{3, true, []string{ids[0], ids[2]}, 5},
		{3, false, []string{ids[0], ids[2]}, 3},
		{0, false, []string{ids[3], ids[4]}, 1}, // the current one stays
		{-1, false, nil, 1},
	} {
		got, err := l.Prune(test.keep, test.dryRun)
		all, err2 := l.Releases()
		if !slices.Equal(got, test.want) || len(all) != test.left || err != nil || err2 != nil {
			t.Errorf("Prune(%d, %v) = %v, %v, %d left, %v; want %v, %d left", test.keep, test.dryRun, got, err, len(all), err2, test.want, test.left)
		}
	}
	r, err := l.Current()
	if err != nil || r.ID != ids[1] {
		t.Fatalf("current release: %v, %v", r, err)
	}
	if err := r.Verify(context.Background()); err != nil {
		t.Errorf("after its parents are gone: %v", err)
	}
}

func TestLock(t *testing.T) {
	l := open(t)
	publish(t, l, nil, filed("a", 2020))
	d, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func() error{
		"Begin":   func() error { _, err := l.Begin(); return err },
		"Promote": func() error { return l.Promote(d.Manifest.Parent) },
		"Prune":   func() error { _, err := l.Prune(1, false); return err },
	} {
		if err := write(); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), fmt.Sprintf("pid %d on ", os.Getpid())) {
			t.Errorf("%s beside a writer: %v, want ErrLocked with the writer's pid", name, err)
		}
	}
	if _, err := l.Current(); err != nil {
		t.Errorf("reading beside a writer: %v", err)
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(d.Dir); !os.IsNotExist(err) {
		t.Errorf("aborted draft: %v, want it gone", err)
	}
	publish(t, l, nil, filed("b", 2020)) // the lock is free again
}

// TestLeftOvers: what killed writers leave is cleared away by the next one.
func TestLeftOvers(t *testing.T) {
	l := open(t)
	publish(t, l, nil, filed("a", 2020))
	draft := filepath.Join(l.releasesDir(), draftPrefix+"20200101T000000", "observation")
	temp := filepath.Join(l.Dir(), ".tmp-123")
	if err := errors.Join(os.MkdirAll(draft, 0o755), os.WriteFile(temp, nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	if all, err := l.Releases(); len(all) != 1 || err != nil {
		t.Errorf("Releases() = %d, %v, want the whole one", len(all), err)
	}
	publish(t, l, nil, filed("b", 2020))
	for _, path := range []string{draft, temp} {
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("%s: %v, want it gone", path, err)
		}
	}
}

// TestNoCurrent: the first publication was killed between its two renames, or
// CURRENT was lost.
func TestNoCurrent(t *testing.T) {
	l := open(t)
	first := publish(t, l, nil, filed("a", 2020))
	if err := os.Remove(filepath.Join(l.Dir(), currentFile)); err != nil {
		t.Fatal(err)
	}
	if r := publish(t, l, nil, filed("b", 2020)); r.Manifest.Parent != first.ID {
		t.Errorf("parent %q, want the newest release, %s", r.Manifest.Parent, first.ID)
	}
}

func TestDamage(t *testing.T) {
	for _, test := range []struct {
		name   string
		damage func(l *Lake, r *Release) error
		want   string
	}{
		{"CURRENT is nonsense", func(l *Lake, r *Release) error {
			return os.WriteFile(filepath.Join(l.Dir(), currentFile), []byte("../../etc"), 0o644)
		}, `"../../etc" is not the id of a release`},
		{"CURRENT names nothing", func(l *Lake, r *Release) error { return l.setCurrent("20010101T000000") }, "no such release: 20010101T000000"},
		{"no manifest", func(l *Lake, r *Release) error { return os.Remove(filepath.Join(r.Dir, manifestFile)) }, "no such release"},
		{"manifest cut off", func(l *Lake, r *Release) error { return os.Truncate(filepath.Join(r.Dir, manifestFile), 40) }, "manifest.json: unexpected end"},
		{"newer format", edit(`"format": 1`, `"format": 99`), "format 99, this program knows 1"},
		{"newer format, other shape", edit(`"format": 1`, `"format": 99, "sample": "maybe"`), "format 99, this program knows 1"},
		{"path leads out", edit(`"observation/year=2020/`, `"../../../`), "is not below the release"},
		{"table is null", edit(`"tables": {`, `"tables": { "x": null,`), "table x is null"},
		{"renamed", func(l *Lake, r *Release) error {
			return errors.Join(os.Rename(r.Dir, filepath.Join(l.releasesDir(), "20010101T000000")), l.setCurrent("20010101T000000"))
		}, "the folder was renamed"},
	} {
		l := open(t)
		if err := test.damage(l, publish(t, l, nil, filed("a", 2020))); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Current(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Current() = %v, want %q", test.name, err, test.want)
		}
		if _, err := l.Begin(); err == nil {
			t.Errorf("%s: Begin succeeds: the next release would lose all rows", test.name)
		}
	}
}

func edit(old, new string) func(*Lake, *Release) error {
	return func(l *Lake, r *Release) error {
		path := filepath.Join(r.Dir, manifestFile)
		data, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(data), old) {
			return fmt.Errorf("%s: no %s in it, %v", path, old, err)
		}
		return os.WriteFile(path, []byte(strings.Replace(string(data), old, new, 1)), 0o644)
	}
}

func TestVerify(t *testing.T) {
	for _, test := range []struct {
		name   string
		damage func(l *Lake, r *Release) error
		want   string
	}{
		{"nothing", func(*Lake, *Release) error { return nil }, ""},
		{"file gone", func(_ *Lake, r *Release) error { return os.Remove(r.Files(Observations)[0]) }, "no such file"},
		{"file cut off", func(_ *Lake, r *Release) error { return os.Truncate(r.Files(Observations)[0], 100) }, "100 bytes, the manifest says"},
		{"one bit", func(_ *Lake, r *Release) error {
			data, err := os.ReadFile(r.Files(Observations)[0])
			data[50] ^= 1
			return errors.Join(err, os.WriteFile(r.Files(Observations)[0], data, 0o644))
		}, "observation/year=2020/part-0.parquet: sha256"},
		{"one file too many", func(_ *Lake, r *Release) error {
			return os.WriteFile(r.path("observation/year=2020/part-1.parquet"), nil, 0o644)
		}, "part-1.parquet is not in the manifest"},
		{"sum", edit("\"rows\": 2,\n      \"files\"", "\"rows\": 3,\n      \"files\""), "table observation: its files have 2 rows, the manifest says 3"},
	} {
		l := open(t)
		if err := test.damage(l, publish(t, l, nil, filed("a", 2020, 2021))); err != nil {
			t.Fatal(err)
		}
		r, err := l.Current()
		if err != nil {
			t.Fatal(err)
		}
		err = r.Verify(context.Background())
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Verify() = %v, want %q", test.name, err, test.want)
		}
	}
}

func TestTables(t *testing.T) {
	got := map[Table]string{}
	for name, columns := range Tables() {
		seen := map[int]bool{}
		for _, c := range columns {
			if c.ID == 0 || seen[c.ID] {
				t.Errorf("table %s: column %s has the id %d, which is taken or none", name, c.Name, c.ID)
			}
			seen[c.ID] = true
		}
		got[name] = columns[0].Name
	}
	want := map[Table]string{
		Observations: "observation_id", TitleEvents: "event_id", BrandValuations: "valuation_id", ListEntries: "entry_id",
		Targets:           "target_id",
		Projects:          "project_id",
		Ratings:           "rating_id",
		ChainNodes:        "node_id",
		ChainLinks:        "link_id",
		ChainRisks:        "risk_id",
		ProsperityIndexes: "index_id",
		Standards:         "standard_id",
		Platforms:         "platform_id",
		Enterprises:       "enterprise_id",
		Filings:           "filing_id", Rejects: "reject_id", CheckResults: "check",
	}
	if !maps.Equal(got, want) {
		t.Errorf("Tables() = %v, want %v", got, want)
	}
}
