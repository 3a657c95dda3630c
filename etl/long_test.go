package etl

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/sql"
	"sanpin/warehouse/lake"
)

// longColumns are the headings of a long table: 15 columns, 12 of them values.
var longColumns = smallColumns[:15]

func longRow(n int) []string {
	row := []string{fmt.Sprintf("集群%d", n), "福建省德化县", fmt.Sprint(2010 + n%10)}
	for c := 3; c < len(longColumns); c++ {
		row = append(row, fmt.Sprintf("%d.%d", (n*7+c*13)%900+1, c%10))
	}
	return row
}

// longSheet gives the rows of a filing: title, heading, n rows, notes.
func longSheet(n int) [][]string {
	rows := [][]string{{"各产业集群主要指标"}, longColumns}
	for i := range n {
		rows = append(rows, longRow(i))
	}
	return append(rows, []string{"注：本表为年度数据"}, []string{"填报单位：示范协会"})
}

func readBytes(t *testing.T, data []byte, lim sheet.Limits) (*lake.Rows, Outcome) {
	t.Helper()
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	rows, o, err := readFiling(context.Background(), Config{Limits: lim}, reader, longJob(path, int64(len(data))))
	if err != nil {
		t.Fatal(err)
	}
	return rows, o
}

func longJob(path string, size int64) job {
	return job{id: "f", sha256: "f", file: "长表.xlsx", bytes: size, receivedAt: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		open: func() (*os.File, int64, error) { f, err := os.Open(path); return f, size, err }}
}

// fewCells makes a sheet of 6,000 rows too large to be held.
var fewCells = sheet.Limits{HeldCells: 60_000}

// TestLong: what is read in pieces is what is read at once, notes included.
func TestLong(t *testing.T) {
	for _, test := range []struct {
		name string
		edit func([][]string) [][]string
	}{
		{"as it is", func(r [][]string) [][]string { return r }},
		{"a total at the end", func(r [][]string) [][]string {
			total := append([]string{"合计", "", "2019"}, r[2][3:]...)
			return append(append(append([][]string{}, r[:len(r)-2]...), total), r[len(r)-2:]...)
		}},
		{"cells that are no numbers", func(r [][]string) [][]string { r[4000][5], r[4001][6], r[4002][7] = "不详", "约3", "abc"; return r }},
		{"blank rows", func(r [][]string) [][]string {
			return append(append(append([][]string{}, r[:3000]...), nil, nil), r[3000:]...)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := sheetOf(test.edit(longSheet(6000)), "")
			want, atOnce := readBytes(t, data, sheet.Limits{})
			got, inPieces := readBytes(t, data, fewCells)
			if !reflect.DeepEqual(want, got) {
				t.Errorf("read in pieces (-at once +in pieces):\n%.2000s", cmp.Diff(want, got))
			}
			if atOnce.Loaded < 71_000 || atOnce.Loaded != inPieces.Loaded || got.Observations[0].Publisher != "示范协会" {
				t.Errorf("loaded %d at once and %d in pieces, publisher %q", atOnce.Loaded, inPieces.Loaded, got.Observations[0].Publisher)
			}
		})
	}
}

// TestLongRefused: what cannot be read in pieces is refused by name, and the
// part as a whole.
func TestLongRefused(t *testing.T) {
	for _, test := range []struct {
		name  string
		edit  func([][]string) [][]string
		after string // the rows
		want  string
	}{
		{"another table", func(r [][]string) [][]string {
			return append(append(append([][]string{}, r[:4000]...), []string{"表2-1 企业名单"}, longColumns), r[4000:]...)
		}, "", "another table begins at row 4001"},
		{"rows below the notes", func(r [][]string) [][]string {
			return append(append(append([][]string{}, r[:4000]...), []string{"注：以下为分表"}), r[4000:]...)
		}, "", "begins at row 4002"},
		{"merged rows", func(r [][]string) [][]string { return r }, `<mergeCells count="1"><mergeCell ref="A3001:A3002"/></mergeCells>`, "cells are merged over rows 3001 to 3002"},
		{"a column of its own", func(r [][]string) [][]string { r[4000] = append(r[4000], "", "7.5"); return r }, "", "Q4001 stands in a column without heading"},
		{"two tables on top", func(r [][]string) [][]string { return append(longSheet(20), r...) }, "", "it holds 2 tables and not one"},
	} {
		rows, o := readBytes(t, sheetOf(test.edit(longSheet(6000)), test.after), fewCells)
		if o.Status != "refused" || o.Reason != "too_large" || !strings.Contains(o.Detail, test.want) || len(rows.Observations) > 0 {
			t.Errorf("%s: %s, %s, %q and %d observations, want a refusal with %q", test.name, o.Status, o.Reason, o.Detail, len(rows.Observations), test.want)
		}
	}
}

func sheetOf(rows [][]string, after string) []byte {
	var b bytes.Buffer
	b.WriteString(`<sheetData>`)
	for r, cells := range rows {
		writeRow(&b, r, cells)
	}
	b.WriteString(`</sheetData>` + after)
	return zipWorkbook("", b.String())
}

// BenchmarkLong reads a sheet of 300,000 rows and 15 columns to observations, in
// pieces and, to compare, held; run one of them at a time. It says what the facts
// take and what the process took from the system.
func BenchmarkLong(b *testing.B) {
	const n = 300_000
	path := filepath.Join(b.TempDir(), "x.xlsx")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	writeWorkbook(f, "", func(w io.Writer) {
		io.WriteString(w, `<sheetData>`)
		writeRow(w, 0, longColumns)
		for i := range n {
			writeRow(w, i+1, longRow(i))
		}
		io.WriteString(w, `</sheetData>`)
	})
	info, err := f.Stat()
	if err != nil || f.Close() != nil {
		b.Fatal(err)
	}
	reader, err := form.NewReader(sql.FS)
	if err != nil {
		b.Fatal(err)
	}
	for _, way := range []struct {
		name  string
		cells int
	}{{"pieces", 0}, {"held", 20 * n}} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				cfg := Config{Limits: sheet.Limits{HeldCells: way.cells}}
				rows, o, err := readFiling(context.Background(), cfg, reader.Clone(), longJob(path, info.Size()))
				if err != nil || o.Loaded != n*12 {
					b.Fatalf("loaded %d, rejected %d, %s, %v", o.Loaded, o.Rejected, o.Detail, err)
				}
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				b.ReportMetric(float64(m.HeapAlloc)/1e6, "facts-MB")
				b.ReportMetric(float64(m.Sys)/1e6, "sys-MB")
				runtime.KeepAlive(rows)
			}
			b.ReportMetric(n*12*float64(b.N)/b.Elapsed().Seconds(), "facts/s")
		})
	}
}
