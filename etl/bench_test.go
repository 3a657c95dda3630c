package etl

import (
	"context"
	"os"
	"testing"
)

const yearbook = "../../shared/filings/yearbook"

// BenchmarkRefresh reads the yearbook's workbooks into a new release.
func BenchmarkRefresh(b *testing.B) {
	if _, err := os.Stat(yearbook); err != nil {
		b.Skip("the shared filings are not here: ", err)
	}
	for b.Loop() {
		report, err := Refresh(context.Background(), Config{Data: b.TempDir(), Inbox: yearbook, Version: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(report.Values.Loaded)/report.Seconds, "values/s")
	}
}

// BenchmarkRefreshUnchanged finds nothing new.
func BenchmarkRefreshUnchanged(b *testing.B) {
	if _, err := os.Stat(yearbook); err != nil {
		b.Skip("the shared filings are not here: ", err)
	}
	cfg := Config{Data: b.TempDir(), Inbox: yearbook, Version: "bench"}
	if _, err := Refresh(context.Background(), cfg); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		report, err := Refresh(context.Background(), cfg)
		if err != nil {
			b.Fatal(err)
		}
		if report.Changed {
			b.Fatal("an unchanged inbox made a new release")
		}
	}
}
