package etl

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/warehouse"
)

// publishedLists are the files of ../shared/domain that hold published rows, and
// how many values of each must load at least. What does not load is told by
// reason: no year printed, a name that a place gives itself, a unit in won.
var publishedLists = map[string]int64{
	"lists/brand_valuation.csv": 145, "lists/cluster_title.csv": 105, "lists/cluster_year.csv": 335, "lists/light_industry_year.csv": 95,
	"lists/list_membership.csv": 84, "lists/product_guide.csv": 2, "lists/quality.csv": 40, "lists/rd_by_industry.csv": 119,
	"lists/sme_cluster.csv": 104, "lists/top100.csv": 5, "targets.csv": 37, "reference_series.csv": 66, "clusters_found.csv": 32,
}

// TestPublishedLists refreshes an inbox of the published lists, and asks the
// views what the domain report says of them (sections 3 and 5).
func TestPublishedLists(t *testing.T) {
	shared := filepath.Join("..", "..", "shared", "domain")
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("the published lists are not there: %v", err)
	}
	inbox := t.TempDir()
	for name := range publishedLists {
		text, err := os.ReadFile(filepath.Join(shared, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(inbox, filepath.Base(name)), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg := Config{Data: t.TempDir(), Inbox: inbox, Version: "test"}
	report, err := Refresh(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	for name, least := range publishedLists {
		for _, o := range report.Outcomes {
			if o.File == filepath.Base(name) {
				t.Logf("%-24s %-18s %4d read = %4d loaded + %3d rejected", o.File, o.Forms, o.Read, o.Loaded, o.Rejected)
				if o.Loaded < least {
					t.Errorf("%s: %d values loaded, want at least %d: %s", name, o.Loaded, least, o.Detail)
				}
			}
		}
	}
	w := openRelease(t, cfg.Data)
	for _, line := range ask(t, w, "SELECT reason, count(*) FROM mart.quarantine GROUP BY reason ORDER BY 2 DESC, 1") {
		t.Log("rejected: " + line)
	}
	for _, test := range []struct{ trap, query, want string }{
		{"A1: published growth beside the growth of the levels",
			"SELECT published_pct, round(computed_pct, 2), comparable FROM mart.yoy WHERE indicator = 'profit_total' AND period = '2018-01/2018-05'", "16.5|-6.02|false"},
		{"A2: the same in light industry",
			"SELECT published_pct, computed_pct < -7, comparable FROM mart.yoy WHERE subject_name = '轻工业' AND indicator = 'operating_revenue' AND period = '2023' AND published_pct IS NOT NULL", "1.6|true|false"},
		{"D2: sum over sum, not the mean of ratios",
			"SELECT round(intensity_pct, 3) FROM mart.rd_intensity_rollup WHERE group_code = 'light_division' AND year = 2021 AND denominator = 'operating_revenue'", "0.749"},
		{"D1: 2012 is over main business revenue, 2021 over operating revenue",
			"SELECT count(DISTINCT denominator) FROM mart.rd_intensity WHERE subject_name = '食品制造业' AND published_pct IS NOT NULL", "2"},
		{"E3: 148 and 150, both kept, each its publisher's",
			"SELECT count(*), count(DISTINCT publisher) FROM core.observation WHERE subject_name = '邵东打火机' AND indicator = 'gross_output'", "2|2"},
		{"E5: brand values are a provider's",
			"SELECT count(DISTINCT provider) > 2 FROM mart.brand_valuation WHERE brand = '茅台'", "true"},
		{"B9, S17: a provincial cluster is not a national one",
			"SELECT count(*) > 40, bool_or(level LIKE '省%') FROM mart.sme_cluster WHERE level LIKE '国家%'", "true|false"},
		{"section 5: drafts are targets of their own and are not shown",
			"SELECT count(*) >= 12, (SELECT count(*) FROM mart.target_progress WHERE doc_status = 'draft') FROM mart.target_progress_draft WHERE doc_status = 'draft'", "true|0"},
		{"A10: a list of one year is one cohort",
			"SELECT count(*) FROM core.observation WHERE cohort IS NOT NULL AND cohort NOT LIKE '%20__%'", "0"},
		{"part: 智能锁企业数 is not the number of all firms",
			"SELECT count(*) FROM core.observation WHERE subject_name LIKE '%·智能锁' AND indicator = 'firm_count'", "1"},
		{"G: names that a place gives itself are no titles",
			"SELECT count(*) FROM mart.quarantine WHERE reason = 'not_a_title'", "3"},
		{"every fact says where the filer took it from",
			"SELECT count(*) > 900 FROM mart.citation WHERE origin LIKE '%http%'", "true"},
	} {
		if got := strings.Join(ask(t, w, test.query), ";"); got != test.want {
			t.Errorf("%s: %s, want %s", test.trap, got, test.want)
		}
	}
}

func openRelease(t *testing.T, data string) *warehouse.Warehouse {
	t.Helper()
	w, err := warehouse.Open(context.Background(), data, "", warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// ask returns the rows of an answer, values joined by |.
func ask(t *testing.T, w *warehouse.Warehouse, query string) (lines []string) {
	t.Helper()
	result, err := w.Query(context.Background(), warehouse.Request{SQL: query})
	if err != nil {
		t.Fatalf("%v, of %s", err, query)
	}
	defer result.Close()
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return lines
		}
		if err != nil {
			t.Fatal(err)
		}
		for row := range int(batch.NumRows()) {
			var values []string
			for _, c := range batch.Columns() {
				values = append(values, fmt.Sprint(c.ValueStr(row)))
			}
			lines = append(lines, strings.Join(values, "|"))
		}
	}
}
