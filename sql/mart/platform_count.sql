-- One row per cluster, region and level: platforms counted from the register, each name once.
CREATE VIEW mart.platform_count AS
SELECT
    cluster, region_code, region_name, level, cast(count(DISTINCT name) AS bigint) AS platform_count,
    cast(sum(funding_wan_cny) AS decimal(18, 6)) AS funding_wan_cny, kind
FROM mart.platform
GROUP BY cluster, region_code, region_name, level, kind;
COMMENT ON VIEW mart.platform_count IS 'One row per cluster, region and level: platforms counted from the register, each name once. Source: mart.platform (S3, S24)';
COMMENT ON COLUMN mart.platform_count.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.platform_count.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.platform_count.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.platform_count.level IS 'Level of the platforms';
COMMENT ON COLUMN mart.platform_count.platform_count IS 'Platforms, each name once';
COMMENT ON COLUMN mart.platform_count.funding_wan_cny IS 'Sum of their funding, 万元; NULL: none is filed';
COMMENT ON COLUMN mart.platform_count.kind IS 'actual, estimate, plan, forecast or sample (示例)';
