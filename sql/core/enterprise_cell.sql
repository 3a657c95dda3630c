-- One row per level, region, industry, indicator, scope and year: the sum over enterprises, how many they are, and the
-- part of the largest. Not for readers: mart.enterprise_rollup hides what would give one away.
CREATE VIEW core.enterprise_cell AS
WITH figure AS (
    SELECT
        b.subject_id, b.region_code, concat(substr(b.region_code, 1, 2), '0000') AS province_code, coalesce(b.industry_code, '') AS industry_code,
        b.indicator, b.indicator_name, b.scope, b.year, b.value, b.unit, b.kind, b.kind_group,
        row_number() OVER (PARTITION BY b.subject_id, b.indicator, b.scope, b.year, b.kind_group ORDER BY b.period_end DESC, b.observation_id) AS choice
    FROM core.observation_best AS b
    JOIN reference.indicator AS i ON i.code = b.indicator AND i.additive
    WHERE b.subject_kind = 'enterprise' AND b.value IS NOT NULL AND b.region_code IS NOT NULL AND b.kind_group <> 'planned'
        AND (b.accumulation_group = 'point' OR (b.end_month - b.start_month = 11 AND month(b.period_end) = 12))
)
SELECT 'county' AS level, region_code, province_code AS parent_code, industry_code, indicator, max(indicator_name) AS indicator_name, scope, year, kind_group,
    max(kind) AS kind, max(unit) AS unit, count(*) AS enterprise_count, sum(value) AS total, max(value) AS largest
FROM figure
WHERE choice = 1
GROUP BY region_code, province_code, industry_code, indicator, scope, year, kind_group
UNION ALL
SELECT 'province', province_code, '000000', industry_code, indicator, max(indicator_name), scope, year, kind_group,
    max(kind), max(unit), count(*), sum(value), max(value)
FROM figure
WHERE choice = 1
GROUP BY province_code, industry_code, indicator, scope, year, kind_group
UNION ALL
SELECT 'country', '000000', NULL, industry_code, indicator, max(indicator_name), scope, year, kind_group,
    max(kind), max(unit), count(*), sum(value), max(value)
FROM figure
WHERE choice = 1
GROUP BY industry_code, indicator, scope, year, kind_group;
COMMENT ON VIEW core.enterprise_cell IS 'One row per level, region, industry, indicator, scope and year: sum over enterprises, their number, the largest; not for readers';
COMMENT ON COLUMN core.enterprise_cell.level IS 'blue, yellow, orange or red';
COMMENT ON COLUMN core.enterprise_cell.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.enterprise_cell.parent_code IS 'Region above';
COMMENT ON COLUMN core.enterprise_cell.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN core.enterprise_cell.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.enterprise_cell.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN core.enterprise_cell.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.enterprise_cell.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.enterprise_cell.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.enterprise_cell.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.enterprise_cell.unit IS 'Unit of the value';
COMMENT ON COLUMN core.enterprise_cell.enterprise_count IS 'Enterprises in the sum';
COMMENT ON COLUMN core.enterprise_cell.total IS 'Sum over the enterprises';
COMMENT ON COLUMN core.enterprise_cell.largest IS 'Largest of them';
