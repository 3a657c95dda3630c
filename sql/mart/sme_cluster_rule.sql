-- One row per cluster, scope and window of three years: the numbers of the standard for national SME clusters (工信部企业
-- 〔2022〕119号): each year's output at least 40亿元 (the least of the three, trap B9), mean growth above 10 %. Shares of small
-- firms and of the leading industry are judged where they are filed.
CREATE VIEW mart.sme_cluster_rule AS
WITH yearly AS (
    SELECT subject_id, subject_name, region_code, scope, year, value, kind, kind_group, observation_id, scope_version
    FROM core.observation_best
    WHERE subject_kind = 'cluster' AND indicator = 'gross_output' AND accumulation_group = 'flow' AND end_month - start_month = 11 AND cohort_key = ''
        AND kind_group <> 'planned'
),
part AS (
    SELECT subject_id, scope, year, kind_group, value
    FROM core.observation_best
    WHERE subject_kind = 'cluster' AND indicator = 'gross_output' AND scope IN ('small_medium') AND value IS NOT NULL
),
window3 AS (
    SELECT
        a.subject_id, a.subject_name, a.region_code, a.scope, a.year, a.kind, a.observation_id, a.value AS last_value,
        b.value AS middle_value, c.value AS first_value, p.value AS sme_value,
        a.scope_version IS NOT DISTINCT FROM c.scope_version AS is_one_version
    FROM yearly AS a
    LEFT JOIN yearly AS b ON b.subject_id = a.subject_id AND b.scope = a.scope AND b.kind_group = a.kind_group AND b.year = a.year - 1
    LEFT JOIN yearly AS c ON c.subject_id = a.subject_id AND c.scope = a.scope AND c.kind_group = a.kind_group AND c.year = a.year - 2
    LEFT JOIN part AS p ON p.subject_id = a.subject_id AND a.scope = 'all' AND p.kind_group = a.kind_group AND p.year = a.year
),
measured AS (
    SELECT
        subject_name, region_code, scope, year, kind, observation_id, first_value, middle_value, last_value, sme_value,
        least(first_value, middle_value, last_value) AS least_value,
        CASE WHEN first_value > 0 AND last_value > 0 AND is_one_version AND middle_value IS NOT NULL
            THEN 100e0 * (power(cast(last_value AS double) / cast(first_value AS double), 0.5e0) - 1e0) END AS growth,
        CASE WHEN last_value > 0 THEN 100e0 * cast(sme_value AS double) / cast(last_value AS double) END AS sme_share
    FROM window3
)
SELECT
    m.subject_name AS cluster, m.region_code, r.region_name, m.scope, m.year - 2 AS first_year, m.year AS last_year,
    m.first_value AS first_output_wan_cny, m.middle_value AS middle_output_wan_cny, m.last_value AS last_output_wan_cny,
    CASE WHEN m.middle_value IS NOT NULL AND m.first_value IS NOT NULL THEN m.least_value END AS least_output_wan_cny,
    CASE WHEN m.middle_value IS NULL OR m.first_value IS NULL THEN 'not_reported' END AS least_status,
    try_cast(m.growth AS decimal(18, 4)) AS mean_growth_pct,
    CASE WHEN m.growth IS NOT NULL THEN NULL WHEN m.middle_value IS NULL OR m.first_value IS NULL THEN 'not_reported' ELSE 'non_derivable' END AS growth_status,
    try_cast(m.sme_share AS decimal(18, 4)) AS sme_share_pct,
    CASE WHEN m.sme_share IS NULL THEN 'not_reported' END AS share_status,
    CASE WHEN m.middle_value IS NULL OR m.first_value IS NULL THEN NULL ELSE m.least_value >= 400000 END AS meets_output,
    m.growth > 10e0 AS meets_growth, m.sme_share >= 70e0 AS meets_sme_share, m.kind, m.observation_id
FROM measured AS m
LEFT JOIN core.region AS r ON r.region_code = m.region_code
WHERE m.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.sme_cluster_rule IS 'One row per cluster, scope and window of three years: numbers of the standard for national SME clusters. Source: observations as filed; rule: 工信部企业〔2022〕119号';
COMMENT ON COLUMN mart.sme_cluster_rule.cluster IS 'Name of the cluster as printed';
COMMENT ON COLUMN mart.sme_cluster_rule.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.sme_cluster_rule.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.sme_cluster_rule.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.sme_cluster_rule.first_year IS 'First year of the window';
COMMENT ON COLUMN mart.sme_cluster_rule.last_year IS 'Last year of the window';
COMMENT ON COLUMN mart.sme_cluster_rule.first_output_wan_cny IS 'Output of the first year, 万元';
COMMENT ON COLUMN mart.sme_cluster_rule.middle_output_wan_cny IS 'Output of the middle year, 万元';
COMMENT ON COLUMN mart.sme_cluster_rule.last_output_wan_cny IS 'Output of the last year, 万元';
COMMENT ON COLUMN mart.sme_cluster_rule.least_output_wan_cny IS 'Least of the three: the rule is for each year (trap B9); NULL: a year is not filed';
COMMENT ON COLUMN mart.sme_cluster_rule.least_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.sme_cluster_rule.mean_growth_pct IS 'Mean growth over the window, in %';
COMMENT ON COLUMN mart.sme_cluster_rule.growth_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.sme_cluster_rule.sme_share_pct IS 'Output of small and medium firms in % of all';
COMMENT ON COLUMN mart.sme_cluster_rule.share_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.sme_cluster_rule.meets_output IS 'true: at least 40亿元 in each of the three years';
COMMENT ON COLUMN mart.sme_cluster_rule.meets_growth IS 'true: mean growth above 10 %';
COMMENT ON COLUMN mart.sme_cluster_rule.meets_sme_share IS 'true: at least 70 %';
COMMENT ON COLUMN mart.sme_cluster_rule.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.sme_cluster_rule.observation_id IS 'Fact id; of a computed share its numerator';
