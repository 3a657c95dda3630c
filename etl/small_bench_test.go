package etl

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/intake"
	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

// smallColumns are the headings of the benchmark's workbooks: 20 columns.
var smallColumns = []string{"集群名称", "地区", "年份", "产值(亿元)", "营业收入(亿元)", "利润总额(亿元)", "利税(亿元)", "出口额(亿美元)", "出口交货值(亿元)", "企业数(家)",
	"规上企业数(家)", "从业人员(万人)", "R&D经费(万元)", "R&D人员(人)", "新产品产值(亿元)", "新产品销售收入(亿元)", "专利申请数(件)", "有效发明专利数(件)", "品牌数(个)", "驰名商标数(件)"}

// smallWorkbook makes a workbook of 30 rows and 20 columns, as a filer would.
func smallWorkbook(n int) []byte {
	var shared, rows strings.Builder
	strs := 0
	text := func(cell, s string) {
		fmt.Fprintf(&shared, "<si><t>%s</t></si>", strings.ReplaceAll(s, "&", "&amp;"))
		fmt.Fprintf(&rows, `<c r="%s" t="s"><v>%d</v></c>`, cell, strs)
		strs++
	}
	rows.WriteString(`<row r="1">`)
	for c, h := range smallColumns {
		text(sheet.A1(0, c), h)
	}
	rows.WriteString(`</row>`)
	for r := 1; r <= 30; r++ {
		fmt.Fprintf(&rows, `<row r="%d">`, r+1)
		text(sheet.A1(r, 0), fmt.Sprintf("集群%d-%d", n, r))
		text(sheet.A1(r, 1), "福建省德化县")
		for c := 2; c < len(smallColumns); c++ {
			v := fmt.Sprintf("%d.%d", (n*31+r*7+c*13)%900+1, c%10)
			if c == 2 {
				v = fmt.Sprint(2010 + r%10)
			}
			fmt.Fprintf(&rows, `<c r="%s"><v>%s</v></c>`, sheet.A1(r, c), v)
		}
		rows.WriteString(`</row>`)
	}
	return zipWorkbook(shared.String(), `<sheetData>`+rows.String()+`</sheetData>`)
}

// BenchmarkSmallWorkbooks reads, maps and judges 1,000 small workbooks that are in
// the archive, and writes their facts to Parquet. Receiving them, the serving file
// and publication are not in it: see BenchmarkSmallRefresh.
func BenchmarkSmallWorkbooks(b *testing.B) {
	cfg := Config{Data: b.TempDir(), Inbox: smallInbox(b)}
	var stages stopwatch
	reader, archive, received := receiveSmall(b, cfg)
	for b.Loop() {
		draft := begin(b, cfg.Data)
		stages.start()
		rows := readSmall(b, cfg, reader, draft, archive, received)
		stages.stop("read, map, judge")
		if err := draft.Apply(context.Background(), nil, rows...); err != nil {
			b.Fatal(err)
		}
		stages.stop("Parquet")
		draft.Abort()
	}
	stages.report(b)
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "files/s")
}

// BenchmarkSmallRefresh makes a release of 1,000 small workbooks, stage by stage
// as [Refresh] does.
func BenchmarkSmallRefresh(b *testing.B) {
	inbox := smallInbox(b)
	ctx := context.Background()
	var stages stopwatch
	for b.Loop() {
		cfg := Config{Data: b.TempDir(), Inbox: inbox}
		stages.start()
		reader, archive, received := receiveSmall(b, cfg)
		stages.stop("receive")
		draft := begin(b, cfg.Data)
		rows := readSmall(b, cfg, reader, draft, archive, received)
		stages.stop("read, map, judge")
		if err := draft.Apply(ctx, nil, rows...); err != nil {
			b.Fatal(err)
		}
		stages.stop("Parquet")
		checks, err := warehouse.Build(ctx, draft.Release, warehouse.BuildOptions{})
		if err != nil {
			b.Fatal(err)
		}
		stages.stop("serving file and checks")
		if err := draft.WriteChecks(checks); err != nil {
			b.Fatal(err)
		}
		if _, err := draft.Publish(ctx, lake.Meta{}); err != nil {
			b.Fatal(err)
		}
		stages.stop("publish")
	}
	stages.report(b)
}

// smallInbox makes a folder of 1,000 workbooks.
func smallInbox(b *testing.B) string {
	dir := b.TempDir()
	for n := range 1000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.xlsx", n)), smallWorkbook(n), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

func receiveSmall(b *testing.B, cfg Config) (*form.Reader, *intake.Archive, []intake.Received) {
	reader, err := newReader(cfg)
	if err != nil {
		b.Fatal(err)
	}
	archive, err := intake.Open(filepath.Join(cfg.Data, "archive"))
	if err != nil {
		b.Fatal(err)
	}
	received, err := archive.Receive(context.Background(), cfg.Inbox, intakeOptions(cfg.Limits))
	if err != nil {
		b.Fatal(err)
	}
	return reader, archive, received
}

func begin(b *testing.B, data string) *lake.Draft {
	store, err := lake.Open(data)
	if err != nil {
		b.Fatal(err)
	}
	draft, err := store.Begin()
	if err != nil {
		b.Fatal(err)
	}
	return draft
}

func readSmall(b *testing.B, cfg Config, reader *form.Reader, draft *lake.Draft, archive *intake.Archive, received []intake.Received) []*lake.Rows {
	todo, report, err := plan(draft, archive, received, false)
	if err != nil {
		b.Fatal(err)
	}
	rows, err := readAll(context.Background(), cfg, reader, todo, report)
	if err != nil {
		b.Fatal(err)
	}
	if report.Values.Loaded < 500_000 {
		b.Fatalf("loaded %d values, rejected %d", report.Values.Loaded, report.Values.Rejected)
	}
	return rows
}

// stopwatch adds up the time of stages.
type stopwatch struct {
	names []string
	spent map[string]time.Duration
	since time.Time
}

func (w *stopwatch) start() { w.since = time.Now() }

func (w *stopwatch) stop(name string) {
	if w.spent == nil {
		w.spent = map[string]time.Duration{}
	}
	if w.spent[name] == 0 {
		w.names = append(w.names, name)
	}
	w.spent[name] += time.Since(w.since)
	w.since = time.Now()
}

func (w *stopwatch) report(b *testing.B) {
	for _, name := range w.names {
		b.Logf("%s: %.0f ms", name, w.spent[name].Seconds()*1000/float64(b.N))
	}
}
