-- One row per cluster, level and role: how many standards, each number once.
CREATE VIEW mart.standard_count AS
SELECT cluster, level, role, cast(count(DISTINCT coalesce(standard_no, name)) AS bigint) AS standard_count, kind
FROM mart.standard
GROUP BY cluster, level, role, kind;
COMMENT ON VIEW mart.standard_count IS 'One row per cluster, level and role: how many standards, each number once. Source: mart.standard (S10)';
COMMENT ON COLUMN mart.standard_count.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.standard_count.level IS 'Level of the standards';
COMMENT ON COLUMN mart.standard_count.role IS 'lead or join; empty where nothing is said';
COMMENT ON COLUMN mart.standard_count.standard_count IS 'Standards, each number (or name) once';
COMMENT ON COLUMN mart.standard_count.kind IS 'actual, estimate, plan, forecast or sample (示例)';
