package warehouse

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"sanpin/sql"
)

// BenchmarkExamples answers each example of the model from the data folder that
// SANPIN_BENCH names, all rows read, on two threads. .ci/bench-marts makes a
// nationwide one and shows the table.
func BenchmarkExamples(b *testing.B) {
	data := os.Getenv("SANPIN_BENCH")
	if data == "" {
		b.Skip("SANPIN_BENCH names no data folder: see .ci/bench-marts")
	}
	w, err := Open(context.Background(), data, "", Options{Threads: 2})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	files, err := fs.Glob(sql.FS, "examples/*.sql")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(sql.FS, file)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strings.TrimSuffix(path.Base(file), ".sql"), func(b *testing.B) { benchExample(b, w, string(text)) })
	}
}

func benchExample(b *testing.B, w *Warehouse, text string) {
	var times []time.Duration
	rows := int64(0)
	for b.Loop() {
		start := time.Now()
		rows = readAll(b, w, text)
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(rows), "rows")
}

// readAll reads an answer to its end and counts the rows.
func readAll(b *testing.B, w *Warehouse, text string) (rows int64) {
	result, err := w.Query(context.Background(), Request{SQL: text})
	if err != nil {
		b.Fatal(err)
	}
	defer result.Close()
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			b.Fatal(err)
		}
		rows += batch.NumRows()
		batch.Release()
	}
}
