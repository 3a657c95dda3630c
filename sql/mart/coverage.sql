-- One row per subject kind, indicator, scope and year: how many subjects filed a figure, of those that ever file it.
CREATE VIEW mart.coverage AS
WITH ever AS (
    SELECT subject_kind, indicator, scope, kind_group, count(DISTINCT subject_id) AS subject_count
    FROM core.observation_best
    GROUP BY subject_kind, indicator, scope, kind_group
),
filed AS (
    SELECT subject_kind, indicator, indicator_name, scope, kind_group, year, max(kind) AS kind, count(DISTINCT subject_id) AS row_count,
        count(DISTINCT CASE WHEN value IS NOT NULL THEN subject_id END) AS filed_count,
        count(DISTINCT filing_id) AS filing_count, cast(count_if(is_disputed) AS bigint) AS disputed_count
    FROM core.observation_best
    GROUP BY subject_kind, indicator, indicator_name, scope, kind_group, year
)
SELECT
    f.subject_kind, f.indicator_name, f.indicator, f.scope, f.year, f.filed_count, f.row_count - f.filed_count AS withheld_count,
    e.subject_count, cast(100e0 * cast(f.filed_count AS double) / cast(e.subject_count AS double) AS decimal(18, 2)) AS coverage_pct,
    f.filing_count, f.disputed_count, f.kind
FROM filed AS f
JOIN ever AS e ON e.subject_kind = f.subject_kind AND e.indicator = f.indicator AND e.scope = f.scope AND e.kind_group = f.kind_group
WHERE f.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.coverage IS 'One row per subject kind, indicator, scope and year: how many subjects filed a figure. Source: observations as filed';
COMMENT ON COLUMN mart.coverage.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.coverage.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.coverage.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.coverage.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.coverage.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.coverage.filed_count IS 'Subjects with a figure';
COMMENT ON COLUMN mart.coverage.withheld_count IS 'Subjects whose row has no value';
COMMENT ON COLUMN mart.coverage.subject_count IS 'Subjects that ever filed the indicator';
COMMENT ON COLUMN mart.coverage.coverage_pct IS 'Subjects with a figure, in % of those that ever filed the indicator';
COMMENT ON COLUMN mart.coverage.filing_count IS 'Filings that they stand in';
COMMENT ON COLUMN mart.coverage.disputed_count IS 'Figures on which publishers disagree';
COMMENT ON COLUMN mart.coverage.kind IS 'actual, estimate, plan, forecast or sample (示例)';
