package lake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// join puts the rows of several filings together.
func join(all ...*Rows) *Rows {
	sum := &Rows{}
	for _, r := range all {
		sum.Append(r)
	}
	return sum
}

// everything returns a filing with n rows in every table.
func everything(filing string, n int) *Rows {
	source := Source{FilingID: filing, Part: "Sheet1", Kind: "actual"}
	rows := &Rows{Filings: []Filing{{FilingID: filing, Status: "loaded"}}}
	for i := range n {
		id, day, year := fmt.Sprintf("%s-%03d", filing, i), Date(91*(i%20)), int32(2000+i%3)
		region := new(string)
		if *region = fmt.Sprint(330000 + i%7); i%3 == 0 {
			region = nil
		}
		rows.Observations = append(rows.Observations, Observation{ObservationID: id, PeriodEnd: day, RegionCode: region, Source: source})
		rows.TitleEvents = append(rows.TitleEvents, TitleEvent{EventID: id, EventOn: &day, Source: source})
		rows.BrandValuations = append(rows.BrandValuations, BrandValuation{ValuationID: id, ListYear: year, Source: source})
		rows.ListEntries = append(rows.ListEntries, ListEntry{EntryID: id, ListYear: &year, Source: source})
		rows.Targets = append(rows.Targets, Target{TargetID: id, DueYear: &year, Source: source})
		rows.Projects = append(rows.Projects, Project{ProjectID: id, Year: &year, RegionCode: region, Source: source})
		rows.Ratings = append(rows.Ratings, Rating{RatingID: id, Year: &year, RegionCode: region, Source: source})
		rows.ChainNodes = append(rows.ChainNodes, ChainNode{NodeID: id, Year: &year, RegionCode: region, Source: source})
		rows.ChainLinks = append(rows.ChainLinks, ChainLink{LinkID: id, Year: &year, RegionCode: region, Source: source})
		rows.ChainRisks = append(rows.ChainRisks, ChainRisk{RiskID: id, Year: &year, RegionCode: region, Source: source})
		rows.ProsperityIndexes = append(rows.ProsperityIndexes, ProsperityIndex{IndexID: id, Year: &year, RegionCode: region, Source: source})
		rows.Standards = append(rows.Standards, Standard{StandardID: id, Year: &year, RegionCode: region, Source: source})
		rows.Platforms = append(rows.Platforms, Platform{PlatformID: id, Year: &year, RegionCode: region, Source: source})
		rows.Enterprises = append(rows.Enterprises, Enterprise{EnterpriseID: id, Year: &year, RegionCode: region, Source: source})
		rows.Rejects = append(rows.Rejects, Reject{RejectID: id, FilingID: filing})
	}
	return rows
}

// content returns what a release's files are: path and hash.
func content(r *Release) map[string]string {
	files := map[string]string{}
	for _, t := range r.Manifest.Tables {
		for _, f := range t.Files {
			files[f.Path] = f.SHA256
		}
	}
	return files
}

// TestSameBytes: however its rows came together, a release of the same rows is
// the same bytes.
func TestSameBytes(t *testing.T) {
	a, b, c := everything("aa", 40), everything("bb", 30), everything("cc", 20)
	b.Observations = append(b.Observations, b.Observations[0], b.Observations[0]) // one id, thrice
	b.Observations[1].ObservationID, b.Observations[1].PeriodEnd = b.Observations[0].ObservationID, b.Observations[0].PeriodEnd
	want := content(publish(t, open(t), nil, join(a, b)))

	shuffled := join(a, b)
	for v, i := reflect.ValueOf(shuffled).Elem(), 0; i < v.NumField(); i++ {
		rand.Shuffle(v.Field(i).Len(), reflect.Swapper(v.Field(i).Interface()))
	}
	for _, test := range []struct {
		name  string
		steps func(l *Lake) *Release
	}{
		{"at once", func(l *Lake) *Release { return publish(t, l, nil, join(a, b)) }},
		{"in another order", func(l *Lake) *Release { return publish(t, l, nil, shuffled) }},
		{"one after the other", func(l *Lake) *Release { publish(t, l, nil, b); return publish(t, l, nil, a) }},
		{"by a detour", func(l *Lake) *Release {
			publish(t, l, nil, join(c, b))
			return publish(t, l, []string{"cc", "unknown"}, a)
		}},
		{"once more", func(l *Lake) *Release { publish(t, l, nil, join(a, b)); return publish(t, l, []string{"bb"}, b) }},
	} {
		if diff := cmp.Diff(want, content(test.steps(open(t)))); diff != "" {
			t.Errorf("%s: files differ (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestSorted: rows stand in the files in the documented order.
func TestSorted(t *testing.T) {
	r := publish(t, open(t), nil, join(everything("bb", 50), everything("aa", 50)))
	testSorted[Observation](t, r)
	testSorted[TitleEvent](t, r)
	testSorted[BrandValuation](t, r)
	testSorted[ListEntry](t, r)
	testSorted[Target](t, r)
	testSorted[Project](t, r)
	testSorted[Rating](t, r)
	testSorted[ChainNode](t, r)
	testSorted[ChainLink](t, r)
	testSorted[ChainRisk](t, r)
	testSorted[ProsperityIndex](t, r)
	testSorted[Standard](t, r)
	testSorted[Platform](t, r)
	testSorted[Enterprise](t, r)
	testSorted[Reject](t, r)
	testSorted[Filing](t, r)
}

func testSorted[T Row](t *testing.T, r *Release) {
	rows := collect[T](t, r)
	s := schemaOf[T]()
	if len(rows) == 0 || !slices.IsSortedFunc(rows, func(a, b T) int { return s.total(&a, &b) }) {
		t.Errorf("table %s: %d rows, out of order", s.table, len(rows))
	}
}

// TestUntouched: partitions without a change are the parent's very files, and
// the parent's files never change.
func TestUntouched(t *testing.T) {
	l := open(t)
	r1 := publish(t, l, nil, join(filed("a", 2020, 2021), filed("b", 2021, 2022), &Rows{}))
	before := hashes(t, r1)
	r2 := publish(t, l, []string{"b"}, filed("c", 2023))
	for partition, want := range map[string]struct {
		ids    string
		shared bool
	}{
		"observation/year=2020": {"a:0", true},
		"observation/year=2021": {"a:1", false},
		"observation/year=2022": {"", false},
		"observation/year=2023": {"c:0", false},
	} {
		if got := observationIDs(t, r2, partition); got != want.ids {
			t.Errorf("%s holds %q, want %q", partition, got, want.ids)
		}
		old, err1 := os.Stat(r1.path(partition + "/" + partFile))
		new, err2 := os.Stat(r2.path(partition + "/" + partFile))
		if (want.ids == "") != os.IsNotExist(err2) {
			t.Errorf("%s: %v, want no file where there are no rows", partition, err2)
		}
		if shared := err1 == nil && err2 == nil && os.SameFile(old, new); shared != want.shared {
			t.Errorf("%s is the parent's file: %v, want %v", partition, shared, want.shared)
		}
	}
	if diff := cmp.Diff(before, hashes(t, r1)); diff != "" {
		t.Errorf("the parent changed (-before +after):\n%s", diff)
	}
	if err := r2.Verify(context.Background()); err != nil {
		t.Error(err)
	}
}

func hashes(t *testing.T, r *Release) []string {
	var all []string
	for _, path := range append(r.Files(Observations), r.Files(Filings)...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		all = append(all, path+" "+hex.EncodeToString(sum[:]))
	}
	return all
}

func TestPartitions(t *testing.T) {
	l := open(t)
	add := join(filed("a", 2021, 2020, 2021), everything("b", 1), &Rows{Filings: []Filing{{FilingID: "c", Status: "refused"}}})
	r := publish(t, l, nil, add)
	got := map[string][]string{}
	for _, f := range collect[Filing](t, r) {
		got[f.FilingID] = f.Partitions
	}
	want := map[string][]string{
		"a": {"observation/year=2020", "observation/year=2021"},
		"b": {"brand_valuation", "chain_link", "chain_node", "chain_risk", "enterprise", "list_entry", "observation/year=1970", "platform",
			"project", "prosperity_index", "rating", "reject", "standard", "target", "title_event"},
		"c": {},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("partitions of filings (-want +got):\n%s", diff)
	}
	if add.Filings[0].Partitions != nil {
		t.Error("Apply changed the caller's rows")
	}
	if got := observationIDs(t, r, "observation/year=2020", "observation/year=1999"); got != "a:1" {
		t.Errorf("Read of one partition that is there and one that is not = %q, want a:1", got)
	}
}

func TestApplyRefuses(t *testing.T) {
	l := open(t)
	publish(t, l, nil, filed("a", 2020))
	orphan := filed("b", 2020)
	orphan.Filings = nil
	for _, test := range []struct {
		name string
		add  *Rows
		want string
	}{
		{"rows of no filing", orphan, `table observation: row 0 is of filing "b", which is not among the filings added`},
		{"more rows of an old filing", filed("a", 2021), "filing a () is there already: drop it to replace it"},
		{"a filing twice", join(filed("b", 2020), filed("b", 2021)), `filing "b" () is added twice`},
		{"no id", filed("", 2020), "has no id"},
	} {
		d, err := l.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Apply(context.Background(), nil, test.add); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Apply() = %v, want %q", test.name, err, test.want)
		}
		if err := d.Abort(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestApplyTwice: a draft is changed in steps as well as at once, and can be
// read between them.
func TestApplyTwice(t *testing.T) {
	l := open(t)
	d, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	for i, step := range []struct {
		drop []string
		add  *Rows
		want string
	}{
		{nil, filed("a", 2020, 2021), "a:0 a:1"},
		{nil, filed("b", 2021), "a:0 a:1 b:0"},
		{[]string{"a"}, &Rows{}, "b:0"},
		{[]string{"b"}, filed("b", 2019), "b:0"},
	} {
		if err := d.Apply(context.Background(), set(step.drop), step.add); err != nil {
			t.Fatal(err)
		}
		if got := observationIDs(t, d.Release); got != step.want {
			t.Errorf("after step %d the draft holds %q, want %q", i, got, step.want)
		}
	}
	if files := d.Files(Observations); len(files) != 1 || !strings.HasSuffix(files[0], "observation/year=2019/part-0.parquet") {
		t.Errorf("files of observations: %v", files)
	}
}

// TestDamagedParent: a partition that cannot be read stops its rewriting, by
// name; the current release stays.
func TestDamagedParent(t *testing.T) {
	for _, file := range []Table{Observations, Filings} {
		l := open(t)
		r := publish(t, l, nil, filed("a", 2020))
		if err := os.Truncate(r.Files(file)[0], 20); err != nil {
			t.Fatal(err)
		}
		d, err := l.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Apply(context.Background(), nil, filed("b", 2020)); err == nil || !strings.Contains(err.Error(), string(file)) {
			t.Errorf("Apply on a damaged file of table %s: %v", file, err)
		}
		if err := d.Abort(); err != nil {
			t.Fatal(err)
		}
		if current, err := l.Current(); err != nil || current.ID != r.ID {
			t.Errorf("current release %v, %v, want %s", current, err, r.ID)
		}
	}
}

// TestNewerParent: a release with a table that this program does not know is
// no parent, as the rows of that table would stay for ever.
func TestNewerParent(t *testing.T) {
	l := open(t)
	if err := edit(`"tables": {`, `"tables": { "patent": {"columns": [], "rows": 0, "files": []},`)(l, publish(t, l, nil, filed("a", 2020))); err != nil {
		t.Fatal(err)
	}
	if r, err := l.Current(); err != nil || observationIDs(t, r) != "a:0" {
		t.Errorf("Current() = %v, %v, want it readable", r, err)
	}
	if _, err := l.Begin(); err == nil || !strings.Contains(err.Error(), "a table patent that this program does not know") {
		t.Errorf("Begin() = %v, want an error", err)
	}
}

func TestCopyFile(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	if err := copyFile(from, to); err == nil {
		t.Error("a file that is not there was copied")
	}
	if err := errors.Join(os.WriteFile(from, []byte("x"), 0o644), copyFile(from, to)); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(to); string(data) != "x" || err != nil {
		t.Errorf("copied: %q, %v", data, err)
	}
	if err := copyFile(from, to); err == nil {
		t.Error("a file was overwritten")
	}
}

func TestApplyCancelled(t *testing.T) {
	d, err := open(t).Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.Apply(ctx, nil, filed("a", 2020)); err == nil || ctx.Err() == nil {
		t.Errorf("Apply(cancelled) = %v, want an error", err)
	}
	entries, err := os.ReadDir(d.path("observation/year=2020"))
	if err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// TestUpgrade: a parent written before a column was added gets it, as NULL or
// zero, in all its files.
func TestUpgrade(t *testing.T) {
	type oldReject struct {
		RejectID string `parquet:"reject_id,id(1)"`
		FilingID string `parquet:"filing_id,id(2),dict"`
	}
	l := open(t)
	r := publish(t, l, nil, everything("a", 1))
	if err := parquet.WriteFile(r.Files(Rejects)[0], []oldReject{{"r1", "a"}, {"r2", "a"}}); err != nil {
		t.Fatal(err)
	}
	table := r.Manifest.Tables[Rejects]
	table.Columns, table.Rows, table.Files[0].Rows = table.Columns[:2], 2, 2
	data, err := r.Manifest.encode()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.path(manifestFile), data, 0o644); err != nil {
		t.Fatal(err)
	}
	upgraded := publish(t, l, nil, &Rows{})
	want := []Reject{{RejectID: "r1", FilingID: "a"}, {RejectID: "r2", FilingID: "a"}}
	if diff := cmp.Diff(want, collect[Reject](t, upgraded)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if element, _ := find(t, upgraded.Files(Rejects)[0], "suggestion"); element.FieldID != 8 {
		t.Errorf("suggestion has the id %d, want 8", element.FieldID)
	}
	table.Columns[1].Type = "BIGINT"
	data, _ = r.Manifest.encode()
	if err := os.WriteFile(r.path(manifestFile), data, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := l.Promote(r.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Begin(); err == nil || !strings.Contains(err.Error(), "table reject: column 2, filing_id BIGINT, is not the same") {
		t.Errorf("Begin on a parent whose column has another type: %v", err)
	}
}
