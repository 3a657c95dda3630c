package warehouse

import (
	"context"
	"testing"
	"time"

	"sanpin/warehouse/lake"
)

func ptr[T any](x T) *T { return &x }

// day is a date of the calendar.
func day(t testing.TB, text string) lake.Date {
	t.Helper()
	when, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := lake.NewDate(when.Date())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// observation is a fact of the year, of one filing, in 万元.
func observation(t testing.TB, filing, id, year string, value lake.Decimal, kind string) lake.Observation {
	t.Helper()
	return lake.Observation{
		ObservationID: id, SubjectKind: "region", SubjectName: "浙江省", RegionCode: ptr("330000"),
		Indicator: "rd_expenditure", Scope: "all", PeriodStart: day(t, year+"-01-01"), PeriodEnd: day(t, year+"-12-31"),
		Accumulation: "flow", Value: &value, Unit: "万元", PrintedUnit: "亿元", Status: "reported", Publisher: "国家统计局",
		PublishedOn: ptr(day(t, year+"-12-31")),
		Source:      lake.Source{FilingID: filing, Part: "表1", Cell: "B2", Locator: "表1!B2", Printed: "1", Kind: kind},
	}
}

func filing(id, kind string, values int64) lake.Filing {
	return lake.Filing{
		FilingID: id, SHA256: id, FileName: id + ".csv", Filer: "test", ReceivedAt: 1700000000000000, Bytes: 1, Format: "csv",
		Kind: kind, Status: "loaded", ValuesRead: values, ValuesLoaded: values,
	}
}

// sampleRows are three filings: figures of 2021 and 2022, a sample of 2023, and
// one that was refused, so that its id is in no table of facts.
func sampleRows(t testing.TB) *lake.Rows {
	t.Helper()
	refused := filing("f-refused", "actual", 0)
	refused.Status, refused.Reason = "refused", ptr("unreadable")
	return &lake.Rows{
		Filings: []lake.Filing{filing("f-actual", "actual", 2), filing("f-sample", "sample", 1), refused},
		Observations: []lake.Observation{
			observation(t, "f-actual", "o-1", "2021", 21577000_000000, "actual"),
			observation(t, "f-actual", "o-2", "2022", 24168000_500000, "actual"),
			observation(t, "f-sample", "o-3", "2023", 1_000000, "sample"),
		},
	}
}

// publish makes a release of rows in a new data folder, built with the model.
func publish(t testing.TB, rows *lake.Rows, options BuildOptions, m model) (dataDir string, release *lake.Release, results []lake.CheckResult) {
	t.Helper()
	ctx := context.Background()
	dataDir = t.TempDir()
	l, err := lake.Open(dataDir)
	if err != nil {
		t.Fatal(err)
	}
	draft, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Abort()
	if err := draft.Apply(ctx, nil, rows); err != nil {
		t.Fatal(err)
	}
	if results, err = build(ctx, draft.Release, options, m); err != nil {
		t.Fatal(err)
	}
	if err := draft.WriteChecks(results); err != nil {
		t.Fatal(err)
	}
	if release, err = draft.Publish(ctx, lake.Meta{Sample: options.Sample}); err != nil {
		t.Fatal(err)
	}
	return dataDir, release, results
}
