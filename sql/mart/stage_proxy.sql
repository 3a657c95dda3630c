-- One row per cluster and year: signs of the stage that it is in (集中, 集聚, 集群; 辐射接受, 向内辐射, 向外辐射). Signs, not the
-- model: the stage itself is an assessor's word and stands in mart.rating (rating_kind stage).
CREATE VIEW mart.stage_proxy AS
WITH figure AS (
    SELECT
        subject_id, max(subject_name) AS cluster, max(region_code) AS region_code, year, kind_group, max(kind) AS kind,
        max(CASE WHEN indicator = 'firm_count' THEN value END) AS firm_count,
        max(CASE WHEN indicator = 'above_scale_firm_count' THEN value END) AS above_scale_firm_count,
        max(CASE WHEN indicator = 'brand_count' THEN value END) AS brand_count,
        max(CASE WHEN indicator = 'rd_institution_count' THEN value END) AS rd_institution_count,
        min(observation_id) AS observation_id
    FROM core.observation_best
    WHERE subject_kind = 'cluster' AND kind_group <> 'planned'
        AND indicator IN ('firm_count', 'above_scale_firm_count', 'brand_count', 'rd_institution_count')
    GROUP BY subject_id, year, kind_group
),
local AS (
    SELECT cluster, kind, max(local_rate) AS local_rate
    FROM staging.chain_node
    GROUP BY cluster, kind
),
served AS (
    SELECT cluster, kind, count(*) AS platform_count
    FROM mart.platform
    GROUP BY cluster, kind
)
SELECT
    f.cluster, f.region_code, f.year, f.firm_count, CASE WHEN f.firm_count IS NULL THEN 'not_reported' END AS firm_status,
    f.above_scale_firm_count, CASE WHEN f.above_scale_firm_count IS NULL THEN 'not_reported' END AS above_scale_status,
    f.brand_count, CASE WHEN f.brand_count IS NULL THEN 'not_reported' END AS brand_status,
    f.rd_institution_count, CASE WHEN f.rd_institution_count IS NULL THEN 'not_reported' END AS rd_institution_status,
    coalesce(p.platform_count, 0) AS platform_count,
    l.local_rate AS local_rate_pct, CASE WHEN l.local_rate IS NULL THEN 'not_reported' END AS local_rate_status, f.kind, f.observation_id
FROM figure AS f
LEFT JOIN local AS l ON l.cluster = f.cluster AND l.kind = f.kind
LEFT JOIN served AS p ON p.cluster = f.cluster AND p.kind = f.kind
WHERE f.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.stage_proxy IS 'One row per cluster and year: signs of the stage that it is in; not the model itself. Source: observations as filed';
COMMENT ON COLUMN mart.stage_proxy.cluster IS 'Name of the cluster as printed';
COMMENT ON COLUMN mart.stage_proxy.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.stage_proxy.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.stage_proxy.firm_count IS 'Enterprises';
COMMENT ON COLUMN mart.stage_proxy.firm_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.stage_proxy.above_scale_firm_count IS 'Enterprises above designated size';
COMMENT ON COLUMN mart.stage_proxy.above_scale_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.stage_proxy.brand_count IS 'Brands';
COMMENT ON COLUMN mart.stage_proxy.brand_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.stage_proxy.rd_institution_count IS 'R&D institutions';
COMMENT ON COLUMN mart.stage_proxy.rd_institution_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.stage_proxy.platform_count IS 'Platforms of the cluster in the registers';
COMMENT ON COLUMN mart.stage_proxy.local_rate_pct IS '本地配套率 as filed, in %';
COMMENT ON COLUMN mart.stage_proxy.local_rate_status IS 'Why it is empty: reference.empty_status';
COMMENT ON COLUMN mart.stage_proxy.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.stage_proxy.observation_id IS 'Fact id of one of the figures';
