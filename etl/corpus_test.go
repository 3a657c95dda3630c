package etl

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sanpin/etl/form"
	"sanpin/sql"
	"sanpin/warehouse/lake"
)

var update = flag.Bool("update", false, "rewrite the want part of testdata/corpus/*.txtar")

// TestCorpus reads the filings of testdata/corpus. Each file is one awkward
// filing: its text under its name, and what is loaded and rejected of it, which
// -update rewrites.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			filing := a.Files[0]
			got := printRows(readText(t, reader, filing.Name, filing.Data))
			if *update {
				a.Files = []txtar.File{filing, {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) != 2 {
				t.Fatalf("%s: want two files: the filing and want", file)
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", strings.TrimSpace(string(a.Comment)), diff)
			}
		})
	}
}

// readText reads a filing as the refresh does, received on 2026-11-24.
func readText(t *testing.T, reader *form.Reader, name string, text []byte) *lake.Rows {
	t.Helper()
	path := filepath.Join(t.TempDir(), "filing")
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	sha := hex.EncodeToString(sum[:])
	j := job{id: sha[:16], sha256: sha, file: name, bytes: int64(len(text)), receivedAt: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
		open: func() (*os.File, int64, error) {
			f, err := os.Open(path)
			return f, int64(len(text)), err
		}}
	rows, _, err := readFiling(context.Background(), Config{}, reader.Clone(), j)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// printRows prints facts and rejects, one a line.
func printRows(rows *lake.Rows) string {
	var b strings.Builder
	f := rows.Filings[0]
	fmt.Fprintf(&b, "%s %s %s: %d = %d + %d, %d blank\n", f.Status, text(f.Form), f.Kind, f.ValuesRead, f.ValuesLoaded, f.ValuesRejected, f.BlankCells)
	for _, o := range rows.Observations {
		fmt.Fprintf(&b, "%s %s(%s) %s [%s] %s..%s %s = %s%s %s %s%s%s %s\n", o.Cell, o.SubjectName, text(o.SubjectCode), o.Indicator, o.Scope,
			o.PeriodStart, o.PeriodEnd, o.Accumulation, value(o.Value), o.Unit, o.Status, text(o.Qualifier), bounds(o.LowerBound, o.UpperBound), suffix(" warning ", o.Warning), o.Publisher)
	}
	for _, v := range rows.BrandValuations {
		fmt.Fprintf(&b, "%s %s %s(%s) %s %d rank %s = %s%s strength %s\n", v.Cell, v.Brand, v.BrandKind, text(v.RegionCode), v.Provider, v.ListYear, whole(v.Rank), value(v.Value), v.Unit, value(v.Strength))
	}
	for _, e := range rows.TitleEvents {
		fmt.Fprintf(&b, "%s %s %s(%s) %s %s %s term %s\n", e.Cell, e.Title, e.Place, text(e.RegionCode), e.Event, day(e.EventOn), e.EventPrecision, whole(e.TermYears))
	}
	for _, e := range rows.ListEntries {
		fmt.Fprintf(&b, "%s %s %s %s(%s) %s\n", e.Cell, e.ListName, whole(e.ListYear), e.MemberName, e.MemberKind, text(e.RegionCode))
	}
	for _, g := range rows.Targets {
		fmt.Fprintf(&b, "%s %s %s %s %s %s%s due %s\n", g.Cell, g.DocStatus, text(g.Indicator), g.IndicatorText, g.Comparator, value(g.Value), g.Unit, whole(g.DueYear))
	}
	for _, x := range rows.Projects {
		fmt.Fprintf(&b, "%s %s %s (%s, %s) plan %s actual %s%s %s %s %s %s\n", x.Cell, x.ProjectKind, x.Name, text(x.Owner), text(x.Partner), value(x.PlannedAmount), value(x.ActualAmount), x.Unit, text(x.Qualifier), text(x.RegionCode), text(x.Stage), whole(x.Year))
	}
	for _, x := range rows.Ratings {
		fmt.Fprintf(&b, "%s %s %s %s %s by %s %s..%s %s\n", x.Cell, x.RatingKind, x.Scheme, x.SubjectName, text(x.Grade), x.Issuer, day(x.IssuedOn), day(x.ValidUntil), x.Kind)
	}
	for _, x := range rows.ChainNodes {
		fmt.Fprintf(&b, "%s %s %s %s %s(%s) %s suppliers, %s%%\n", x.Cell, x.Chain, text(x.Position), x.Node, x.State, text(x.StateWord), whole(x.SupplierCount), value(x.LocalRate))
	}
	for _, x := range rows.ProsperityIndexes {
		fmt.Fprintf(&b, "%s %s %s %s = %s %s\n", x.Cell, x.IndexName, x.Month, x.Dimension, value(x.Value), text(x.Band))
	}
	for _, x := range rows.Platforms {
		fmt.Fprintf(&b, "%s %s %s(%s) of %s %s %s %s\n", x.Cell, x.Name, x.Level, text(x.LevelWord), text(x.Host), day(x.ApprovedOn), text(x.Cluster), whole(x.Year))
	}
	for _, r := range rows.Rejects {
		fmt.Fprintf(&b, "reject %s %q %s x%d: %s → %s\n", r.Cell, r.Raw, r.Reason, r.Values, r.Detail, r.Suggestion)
	}
	return b.String()
}

func text(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

func suffix(word string, s *string) string {
	if s == nil {
		return ""
	}
	return word + *s
}

func value(d *lake.Decimal) string {
	if d == nil {
		return "NULL"
	}
	return d.String()
}

func bounds(lo, hi *lake.Decimal) string {
	if lo == nil && hi == nil {
		return ""
	}
	return " [" + value(lo) + "," + value(hi) + ")"
}

func whole(n *int32) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

func day(d *lake.Date) string {
	if d == nil {
		return "-"
	}
	return d.String()
}
