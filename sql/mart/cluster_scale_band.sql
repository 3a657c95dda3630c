-- One row per cluster, scope, year and measure of scale: in which band it lies; 规模 is not defined, so each measure stands for itself.
CREATE VIEW mart.cluster_scale_band AS
SELECT
    b.subject_name, b.region_code, r.region_name, b.scope, b.year, b.indicator, b.value AS value_wan_cny,
    CASE
        WHEN b.value >= 10000000 THEN '1000亿元以上'
        WHEN b.value >= 3000000 THEN '300—1000亿元'
        WHEN b.value >= 1000000 THEN '100—300亿元'
        ELSE '100亿元以下'
    END AS band,
    b.value >= 3000000 AS is_300yi, b.publisher, b.kind, b.observation_id
FROM core.observation_best AS b
LEFT JOIN core.region AS r ON r.region_code = b.region_code
WHERE b.subject_kind = 'cluster' AND b.value IS NOT NULL
    AND b.indicator IN ('gross_output', 'cluster_scale', 'operating_revenue', 'sales_revenue', 'sales_output')
    AND b.period = cast(b.year AS varchar)
    AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.cluster_scale_band IS 'One row per cluster, scope, year and measure of scale: in which band it lies; 规模 is not defined, so each measure stands for itself. Source: observations of clusters: output, scale as published, revenue, sales (S18; target T008)';
COMMENT ON COLUMN mart.cluster_scale_band.subject_name IS 'Cluster as printed';
COMMENT ON COLUMN mart.cluster_scale_band.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.cluster_scale_band.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.cluster_scale_band.scope IS 'Statistical scope: reference.scope';
COMMENT ON COLUMN mart.cluster_scale_band.year IS 'Year of the figure';
COMMENT ON COLUMN mart.cluster_scale_band.indicator IS 'Measure of scale: gross_output, cluster_scale, operating_revenue, sales_revenue or sales_output';
COMMENT ON COLUMN mart.cluster_scale_band.value_wan_cny IS 'Value, 万元';
COMMENT ON COLUMN mart.cluster_scale_band.band IS 'Band: 100亿元以下, 100—300亿元, 300—1000亿元, 1000亿元以上';
COMMENT ON COLUMN mart.cluster_scale_band.is_300yi IS 'true: 300亿元 and more';
COMMENT ON COLUMN mart.cluster_scale_band.publisher IS 'Who published it';
COMMENT ON COLUMN mart.cluster_scale_band.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.cluster_scale_band.observation_id IS 'Id of the fact: mart.citation says where it stands';
