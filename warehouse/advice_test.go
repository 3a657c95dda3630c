package warehouse

import (
	"context"
	"strings"
	"testing"
)

// TestAdvise: what a statement adds up that does not add up, wherever it
// stands; D2 (mean of ratios) and B5 (stock against flow) of the report.
func TestAdvise(t *testing.T) {
	g, err := newGuard()
	if err != nil {
		t.Fatal(err)
	}
	defer g.close()
	m := &metrics{
		columns: map[string][]string{
			"mart.rd":   {"region_name", "year", "rd_wan_cny", "computed_pct"},
			"zh.研发":     {"地区", "年份", "研发经费", "强度"},
			"mart.firm": {"region_name", "year", "firm_count", "rank"},
			"mart.fact": {"region_name", "year", "indicator", "value"},
		},
		byColumn: map[string]metric{
			"mart.rd.computed_pct": {"mart.rd", "computed_pct", "ratio", "mart.rd_rollup", "用汇总"},
			"zh.研发.强度":             {"mart.rd", "computed_pct", "ratio", "mart.rd_rollup", "用汇总"},
			"mart.firm.firm_count": {"mart.firm", "firm_count", "stock", "GROUP BY year", ""},
			"mart.firm.rank":       {"mart.firm", "rank", "non_additive", "", ""},
			"mart.fact.value":      {"mart.fact", "value", "by_indicator", "WHERE indicator = …", ""},
		},
		kinds: map[string]metricKind{"share": {"ratio", "占比"}, "firms": {"stock", "企业数"}, "output": {"", "产值"}},
	}
	names := map[string]bool{"rd": true, "firm": true, "fact": true, "研发": true}
	for _, test := range []struct {
		sql  string
		want string // words of the notices, in order; "" for none
	}{
		{"SELECT sum(rd_wan_cny) FROM rd", ""},
		{"SELECT computed_pct FROM rd", ""},
		{"SELECT sum(computed_pct) FROM rd", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT avg(r.computed_pct) FROM mart.rd AS r GROUP BY r.year", "avg(mart.rd.computed_pct): ratios"},
		{"SELECT max(computed_pct), min(computed_pct), count(computed_pct) FROM rd", ""},
		{`SELECT avg("强度") FROM zh."研发"`, "avg(mart.rd.computed_pct): ratios"},
		{`SELECT sum(强度) FROM 研发`, "sum(mart.rd.computed_pct): ratios"},
		{"SELECT round(sum(coalesce(computed_pct, 0)), 2) FROM rd", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT sum(p) FROM (SELECT computed_pct AS p FROM rd) AS s", "sum(mart.rd.computed_pct): ratios"},
		{"WITH a AS (SELECT year, computed_pct FROM rd), b AS (SELECT * FROM a) SELECT year, avg(computed_pct) FROM b GROUP BY 1", "avg(mart.rd.computed_pct): ratios"},
		{"WITH a(y, p) AS (SELECT year, computed_pct FROM rd) SELECT sum(p) FROM a", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT sum(v) FROM (SELECT rd_wan_cny AS v FROM rd UNION ALL SELECT computed_pct FROM rd) AS u", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT year FROM rd GROUP BY year HAVING sum(computed_pct) > 1", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT sum(computed_pct) OVER (PARTITION BY year) FROM rd", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT (SELECT sum(computed_pct) FROM rd)", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT sum(computed_pct), sum(computed_pct) FROM rd", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT 100 * sum(q) FROM (SELECT rd_wan_cny / computed_pct AS q FROM rd) AS s", ""},
		{"SELECT sum(CASE WHEN computed_pct > 3 THEN 1 ELSE 0 END) FROM rd", ""},
		{"SELECT sum(CASE WHEN year > 3 THEN computed_pct END) FROM rd", "sum(mart.rd.computed_pct): ratios"},
		{"SELECT sum(firm_count) FROM firm", "sum(mart.firm.firm_count): a stock"},
		{"SELECT year, sum(firm_count) FROM firm GROUP BY year", ""},
		{"SELECT year AS y, sum(firm_count) FROM firm GROUP BY y", ""},
		{"SELECT year, sum(firm_count) FROM firm GROUP BY ALL", ""},
		{"SELECT region_name, sum(firm_count) FROM firm GROUP BY ALL", "sum(mart.firm.firm_count): a stock"},
		{"SELECT sum(firm_count) FROM firm WHERE year = 2023", ""},
		{"SELECT sum(firm_count) FROM firm WHERE year = $y AND region_name <> 'x'", ""},
		{"SELECT sum(firm_count) FROM firm WHERE year = 2022 OR year = 2023", "sum(mart.firm.firm_count): a stock"},
		{"SELECT sum(firm_count) FROM firm WHERE year IN (2022, 2023)", "sum(mart.firm.firm_count): a stock"},
		{"SELECT avg(firm_count) FROM firm", ""},
		{"SELECT sum(firm_count) OVER (PARTITION BY year) FROM firm", ""},
		{"SELECT sum(firm_count) OVER (ORDER BY year) FROM firm", "sum(mart.firm.firm_count): a stock"},
		{"SELECT sum(n) FROM (SELECT firm_count AS n FROM firm WHERE year = 2023) AS s", ""},
		{"SELECT sum(n) FROM (SELECT year, sum(firm_count) AS n FROM firm GROUP BY year) AS s", "sum(mart.firm.firm_count): a stock"},
		{"SELECT sum(f.firm_count) FROM rd JOIN firm AS f USING (region_name, year)", "sum(mart.firm.firm_count): a stock"},
		{"SELECT sum(rank) FROM firm WHERE year = 2023", "sum(mart.firm.rank): the values"},
		{"SELECT sum(value) FROM fact", "sum(mart.fact.value): values of different"},
		{"SELECT indicator, year, sum(value) FROM fact GROUP BY indicator, year", ""},
		{"SELECT sum(value) FROM fact WHERE indicator = 'output'", ""},
		{"SELECT avg(value) FROM fact WHERE indicator = 'share'", "avg(mart.fact.value of share 占比): ratios"},
		{"SELECT sum(value) FROM fact WHERE indicator IN ('output', 'firms')", "sum(mart.fact.value of firms 企业数): a stock"},
		{"SELECT sum(v) FROM (SELECT value AS v FROM fact WHERE indicator = 'share') AS s", "sum(mart.fact.value of share 占比): ratios"},
	} {
		if err := g.check(context.Background(), test.sql, names); err != nil {
			t.Fatalf("%s: %v", test.sql, err)
		}
		tree, err := g.parse(context.Background(), test.sql)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(m.advise(tree.Statements[0], []string{"mart", "zh"}), " | ")
		if (test.want == "") != (got == "") || !strings.HasPrefix(got, test.want) || strings.Contains(got, " | ") {
			t.Errorf("advise(%s) = %q, want %q", test.sql, got, test.want)
		}
	}
}
