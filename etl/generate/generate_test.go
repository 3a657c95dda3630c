package generate

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/warehouse/lake"
)

var small = Config{Clusters: 8, Enterprises: 60, Years: 3, Seed: 7}

// fill publishes a made-up release, without a serving file.
func fill(t *testing.T, c Config) *lake.Release {
	t.Helper()
	l, err := lake.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	draft, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Abort()
	if err := Fill(context.Background(), draft, c); err != nil {
		t.Fatal(err)
	}
	release, err := draft.Publish(context.Background(), lake.Meta{Sample: true})
	if err != nil {
		t.Fatal(err)
	}
	return release
}

// hashes are the files of a release with their sha256.
func hashes(r *lake.Release) map[string]string {
	all := map[string]string{}
	for _, t := range r.Manifest.Tables {
		for _, f := range t.Files {
			all[f.Path] = f.SHA256
		}
	}
	return all
}

// TestSameSeedSameBytes: a release is a function of its configuration.
func TestSameSeedSameBytes(t *testing.T) {
	one, two := hashes(fill(t, small)), hashes(fill(t, small))
	if len(one) < small.Years+5 {
		t.Errorf("%d files: %v", len(one), one)
	}
	other := small
	other.Seed++
	changed := hashes(fill(t, other))
	for path, hash := range one {
		if two[path] != hash {
			t.Errorf("%s differs between two runs of one seed", path)
		}
		if changed[path] == hash {
			t.Errorf("%s is the same with another seed", path)
		}
	}
}

// TestEveryRowIsASample: kind says so in each row of each table, and the names
// of subjects, publishers and files do.
func TestEveryRowIsASample(t *testing.T) {
	r := fill(t, small)
	every(t, r, func(o *lake.Observation) (string, string) {
		if o.SubjectKind == "region" { // a province has its own name
			return o.Kind, o.Publisher
		}
		return o.Kind, o.SubjectName
	})
	every(t, r, func(e *lake.TitleEvent) (string, string) { return e.Kind, e.Title })
	every(t, r, func(v *lake.BrandValuation) (string, string) { return v.Kind, v.Brand })
	every(t, r, func(e *lake.ListEntry) (string, string) { return e.Kind, e.MemberName })
	every(t, r, func(g *lake.Target) (string, string) { return g.Kind, g.Document })
	every(t, r, func(x *lake.Reject) (string, string) { return x.Kind, x.Detail })
	every(t, r, func(f *lake.Filing) (string, string) { return f.Kind, f.FileName })
	if m := r.Manifest; !m.Sample {
		t.Error("the manifest does not say that the release is a sample")
	}
}

func every[T lake.Row](t *testing.T, r *lake.Release, of func(*T) (kind, name string)) {
	t.Helper()
	rows := 0
	for row, err := range lake.Read[T](r) {
		if err != nil {
			t.Fatal(err)
		}
		rows++
		if kind, name := of(&row); kind != sample || !strings.Contains(name, "示例") {
			t.Fatalf("kind %q, name %q: %+v", kind, name, row)
		}
	}
	if rows == 0 {
		t.Errorf("no rows of %T", *new(T))
	}
}

// TestShape: what the domain has is there: figures of the year to date without a
// January, restated ones, stocks, filings that balance, ids that are no one else's.
func TestShape(t *testing.T) {
	r := fill(t, small)
	ids, vintages, months, loaded := map[string]bool{}, map[string]int{}, map[int]int{}, map[string]int64{}
	for o, err := range lake.Read[lake.Observation](r) {
		if err != nil {
			t.Fatal(err)
		}
		if ids[o.ObservationID] {
			t.Fatalf("id %s is there twice", o.ObservationID)
		}
		ids[o.ObservationID] = true
		loaded[o.FilingID]++
		vintages[strings.Join([]string{o.SubjectName, o.Indicator, o.Scope, o.PeriodEnd.String(), o.Accumulation, o.Publisher}, "|")]++
		if o.Accumulation == "ytd" {
			months[int(o.PeriodEnd.Time().Month())]++
		}
	}
	restated := 0
	for _, n := range vintages {
		if n > 1 {
			restated++
		}
	}
	if share := float64(restated) / float64(len(vintages)); share < 0.005 || share > 0.05 {
		t.Errorf("%.3f of the figures were restated", share)
	}
	if months[1] > 0 || len(months) != 11 {
		t.Errorf("figures of the year to date by month: %v", months)
	}
	rejected := int64(0)
	for f, err := range lake.Read[lake.Filing](r) {
		if err != nil {
			t.Fatal(err)
		}
		rejected += f.ValuesRejected
		if f.ValuesRead != f.ValuesLoaded+f.ValuesRejected {
			t.Errorf("%s: %d read, %d loaded, %d rejected", f.FileName, f.ValuesRead, f.ValuesLoaded, f.ValuesRejected)
		}
		if n := loaded[f.FilingID]; n > 0 && n != f.ValuesLoaded {
			t.Errorf("%s: %d loaded, the table has %d", f.FileName, f.ValuesLoaded, n)
		}
	}
	if rejected == 0 {
		t.Error("nothing was rejected")
	}
}

// TestFilings: the same seed gives the same files, and each says that it is a
// sample.
func TestFilings(t *testing.T) {
	one, two := files(t, small), files(t, small)
	if want := small.Clusters*small.Years*2 + 3; len(one) != want {
		t.Errorf("%d filings, want %d", len(one), want)
	}
	for name, data := range one {
		if !bytes.Equal(data, two[name]) {
			t.Errorf("%s differs between two runs", name)
		}
		if !strings.Contains(name, "示例") {
			t.Errorf("%s does not say 示例", name)
		}
	}
}

func files(t *testing.T, c Config) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if _, err := Filings(context.Background(), dir, c); err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		all[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPrinted(t *testing.T) {
	for _, test := range []struct {
		s      series
		amount float64
		text   string
		value  string
	}{
		{series{factor: 10000, decimals: 4}, 1.23456, "1.2346", "12346"},
		{series{factor: 1, decimals: 2}, -0.001, "0.00", "0"},
		{series{factor: 1, decimals: 2}, -12.345, "-12.35", "-12.35"},
		{series{factor: 1, decimals: 0}, 41.7, "42", "42"},
	} {
		text, value := test.s.printed(test.amount)
		if text != test.text || value.String() != test.value {
			t.Errorf("printed(%v) = %s, %s, want %s, %s", test.amount, text, value, test.text, test.value)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []Config{{}, {Clusters: 1, Enterprises: 1, Years: 99}, {Clusters: 1_000_000, Enterprises: 1, Years: 1}} {
		if c.Check() == nil {
			text, _ := json.Marshal(c)
			t.Errorf("%s: no error", text)
		}
	}
}

// BenchmarkFill makes a release of 70,000 observations, without a serving file.
func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		l, err := lake.Open(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		draft, err := l.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if err := Fill(context.Background(), draft, Config{Clusters: 20, Enterprises: 1000, Years: 5, Seed: 1}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(draft.Manifest.Tables[lake.Observations].Rows), "rows")
		if err := draft.Abort(); err != nil {
			b.Fatal(err)
		}
	}
}
