-- One row per cluster, scope and year with a figure: its main figures side by side, and beside each why it is empty.
CREATE VIEW mart.cluster_figure AS
WITH cell AS (
    SELECT
        b.subject_id, b.subject_name, b.region_code, b.scope, b.year, b.indicator, b.value, b.status, b.kind, b.kind_group, b.observation_id,
        row_number() OVER (
            PARTITION BY b.subject_id, b.scope, b.year, b.indicator, b.kind_group ORDER BY b.period_end DESC, b.period_start, b.observation_id
        ) AS choice
    FROM core.observation_best AS b
    WHERE b.subject_kind = 'cluster' AND b.cohort_key = '' AND b.kind_group <> 'planned'
        AND (b.accumulation_group = 'point' OR (b.end_month - b.start_month = 11 AND month(b.period_end) = 12))
        AND b.kind IN (SELECT kind FROM core.shown_kind)
),
wide AS (
    SELECT
        subject_id, max(subject_name) AS cluster, max(region_code) AS region_code, scope, year, kind_group, max(kind) AS kind, count(*) AS figure_count,
        max(CASE WHEN indicator = 'gross_output' THEN value END) AS gross_output_wan_cny,
        max(CASE WHEN indicator = 'gross_output' THEN status END) AS gross_output_state,
        max(CASE WHEN indicator = 'operating_revenue' THEN value END) AS revenue_wan_cny,
        max(CASE WHEN indicator = 'operating_revenue' THEN status END) AS revenue_state,
        max(CASE WHEN indicator = 'profit_total' THEN value END) AS profit_wan_cny,
        max(CASE WHEN indicator = 'profit_total' THEN status END) AS profit_state,
        max(CASE WHEN indicator = 'export_value_usd' THEN value END) AS export_wan_usd,
        max(CASE WHEN indicator = 'export_value_usd' THEN status END) AS export_state,
        max(CASE WHEN indicator = 'firm_count' THEN value END) AS firm_count,
        max(CASE WHEN indicator = 'firm_count' THEN status END) AS firm_state,
        max(CASE WHEN indicator = 'employee_count' THEN value END) AS employee_count,
        max(CASE WHEN indicator = 'employee_count' THEN status END) AS employee_state,
        max(CASE WHEN indicator = 'rd_expenditure' THEN value END) AS rd_wan_cny,
        max(CASE WHEN indicator = 'rd_expenditure' THEN status END) AS rd_state,
        max(CASE WHEN indicator = 'valid_invention_patent_count' THEN value END) AS valid_invention_count,
        max(CASE WHEN indicator = 'valid_invention_patent_count' THEN status END) AS valid_invention_state,
        min(observation_id) AS observation_id
    FROM cell
    WHERE choice = 1
    GROUP BY subject_id, scope, year, kind_group
)
SELECT
    w.cluster, w.region_code, r.region_name, r.province_name, w.scope, w.year,
    w.gross_output_wan_cny, CASE WHEN w.gross_output_wan_cny IS NULL THEN coalesce(g.status, CASE w.gross_output_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS gross_output_status,
    w.revenue_wan_cny, CASE WHEN w.revenue_wan_cny IS NULL THEN coalesce(v.status, CASE w.revenue_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS revenue_status,
    w.profit_wan_cny, CASE WHEN w.profit_wan_cny IS NULL THEN coalesce(p.status, CASE w.profit_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS profit_status,
    w.export_wan_usd, CASE WHEN w.export_wan_usd IS NULL THEN coalesce(x.status, CASE w.export_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS export_status,
    w.firm_count, CASE WHEN w.firm_count IS NULL THEN coalesce(f.status, CASE w.firm_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS firm_status,
    w.employee_count, CASE WHEN w.employee_count IS NULL THEN coalesce(e.status, CASE w.employee_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS employee_status,
    w.rd_wan_cny, CASE WHEN w.rd_wan_cny IS NULL THEN coalesce(d.status, CASE w.rd_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS rd_status,
    w.valid_invention_count, CASE WHEN w.valid_invention_count IS NULL THEN coalesce(i.status, CASE w.valid_invention_state WHEN 'withheld' THEN 'suppressed' END, 'not_reported') END AS valid_invention_status,
    w.figure_count, w.kind, w.observation_id
FROM wide AS w
LEFT JOIN core.region AS r ON r.region_code = w.region_code
LEFT JOIN core.quarantined AS g ON g.subject_name = w.cluster AND g.year = w.year AND g.indicator = 'gross_output'
LEFT JOIN core.quarantined AS v ON v.subject_name = w.cluster AND v.year = w.year AND v.indicator = 'operating_revenue'
LEFT JOIN core.quarantined AS p ON p.subject_name = w.cluster AND p.year = w.year AND p.indicator = 'profit_total'
LEFT JOIN core.quarantined AS x ON x.subject_name = w.cluster AND x.year = w.year AND x.indicator = 'export_value_usd'
LEFT JOIN core.quarantined AS f ON f.subject_name = w.cluster AND f.year = w.year AND f.indicator = 'firm_count'
LEFT JOIN core.quarantined AS e ON e.subject_name = w.cluster AND e.year = w.year AND e.indicator = 'employee_count'
LEFT JOIN core.quarantined AS d ON d.subject_name = w.cluster AND d.year = w.year AND d.indicator = 'rd_expenditure'
LEFT JOIN core.quarantined AS i ON i.subject_name = w.cluster AND i.year = w.year AND i.indicator = 'valid_invention_patent_count';
COMMENT ON VIEW mart.cluster_figure IS 'One row per cluster, scope and year: main figures side by side, each with why it is empty. Source: observations as filed';
COMMENT ON COLUMN mart.cluster_figure.cluster IS 'Name of the cluster as printed';
COMMENT ON COLUMN mart.cluster_figure.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.cluster_figure.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.cluster_figure.province_name IS 'Latest name of the province';
COMMENT ON COLUMN mart.cluster_figure.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.cluster_figure.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.cluster_figure.gross_output_wan_cny IS '工业总产值, 万元';
COMMENT ON COLUMN mart.cluster_figure.gross_output_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.revenue_wan_cny IS 'Revenue, 万元';
COMMENT ON COLUMN mart.cluster_figure.revenue_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.profit_wan_cny IS 'Total profits (利润总额), 万元';
COMMENT ON COLUMN mart.cluster_figure.profit_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.export_wan_usd IS 'Exports, customs, 万美元';
COMMENT ON COLUMN mart.cluster_figure.export_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.firm_count IS 'Enterprises';
COMMENT ON COLUMN mart.cluster_figure.firm_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.employee_count IS 'Employees';
COMMENT ON COLUMN mart.cluster_figure.employee_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.rd_wan_cny IS 'R&D in 万元, as filed; NULL: not filed';
COMMENT ON COLUMN mart.cluster_figure.rd_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.valid_invention_count IS 'Invention patents in force at the end of the year';
COMMENT ON COLUMN mart.cluster_figure.valid_invention_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.cluster_figure.figure_count IS 'Figures of the cluster in the year';
COMMENT ON COLUMN mart.cluster_figure.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.cluster_figure.observation_id IS 'Fact id of one of the figures';
