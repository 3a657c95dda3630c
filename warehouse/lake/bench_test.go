package lake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// manyObservations returns n observations that look like those of customs and
// yearbook filings, in the order of the files.
func manyObservations(n int) []Observation {
	rows := make([]Observation, n)
	indicators := []string{"export_value", "import_value", "main_revenue", "profit_total", "patent_grants"}
	industry := "1951"
	for i := range rows {
		value := Decimal(int64(i) * 7_919_000 % 900_000_000_000)
		region := fmt.Sprintf("33%04d", i%3000)
		filing := fmt.Sprintf("%016x", i/20_000*0x9e3779b9)
		end := Date(10_957 + i*365*20/n/30*30)
		cell := fmt.Sprintf("%c%d", 'B'+i%20, i%5000)
		rows[i] = Observation{
			ObservationID: fmt.Sprintf("%s-%08x", filing[:8], i), SubjectKind: "region", SubjectName: "区" + region,
			RegionCode: &region, IndustryCode: &industry, Indicator: indicators[i%5], Scope: "above_scale",
			PeriodStart: end - 30, PeriodEnd: end, Accumulation: "ytd", Value: &value, Unit: "万元", Status: "reported",
			PrintedUnit: "亿元", Decimals: 2, Publisher: "中国轻工业联合会",
			Source: Source{
				FilingID: filing, Part: "表2-14", Cell: cell, Locator: "表2-14!" + cell, Printed: value.String(),
				RowHeading: "区" + region, ColumnHeading: "营业收入 / 累计", Kind: "actual",
			},
		}
	}
	return rows
}

const million = 1_000_000

func writeMany(b *testing.B, path string, rows []Observation) File {
	w, err := createFile[Observation](path)
	if err != nil {
		b.Fatal(err)
	}
	for i := range rows {
		if err := w.write(&rows[i]); err != nil {
			b.Fatal(err)
		}
	}
	f, err := w.close()
	if err != nil {
		b.Fatal(err)
	}
	return f
}

func BenchmarkWriteObservations(b *testing.B) {
	rows := manyObservations(million)
	path := filepath.Join(b.TempDir(), "x.parquet")
	for b.Loop() {
		f := writeMany(b, path, rows)
		b.ReportMetric(float64(f.Bytes)/1e6, "MB")
		os.Remove(path)
	}
	b.ReportMetric(float64(b.N)*million/1e6/b.Elapsed().Seconds(), "Mrows/s")
}

func BenchmarkReadObservations(b *testing.B) {
	path := filepath.Join(b.TempDir(), "x.parquet")
	writeMany(b, path, manyObservations(million))
	for b.Loop() {
		n := 0
		for _, err := range readFile[Observation](path) {
			if n++; err != nil {
				b.Fatal(err)
			}
		}
		if n != million {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.N)*million/1e6/b.Elapsed().Seconds(), "Mrows/s")
}

// BenchmarkApply replaces one filing of 20,000 rows among a million in 20
// partitions.
func BenchmarkApply(b *testing.B) {
	l := open(b)
	rows := &Rows{Observations: manyObservations(million)}
	for i := 0; i < million; i += 20_000 {
		rows.Filings = append(rows.Filings, Filing{FilingID: rows.Observations[i].FilingID, Status: "loaded"})
	}
	publish(b, l, nil, rows)
	one := &Rows{Filings: rows.Filings[20:21], Observations: rows.Observations[400_000:420_000]}
	for b.Loop() {
		publish(b, l, []string{one.Filings[0].FilingID}, one)
	}
}

// BenchmarkPublish publishes seven tables that all changed, with fsync.
func BenchmarkPublish(b *testing.B) {
	l := open(b)
	publish(b, l, nil, everything("a", 3))
	add := everything("a", 3)
	for b.Loop() {
		d, err := l.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if err := d.Apply(context.Background(), map[string]bool{"a": true}, add); err != nil {
			b.Fatal(err)
		}
		if _, err := d.Publish(context.Background(), Meta{}); err != nil {
			b.Fatal(err)
		}
	}
}
