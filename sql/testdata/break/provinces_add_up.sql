INSERT INTO lake.observation (observation_id, subject_kind, subject_code, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, unit)
SELECT concat('broken', region_code), 'region', region_code, region_code, region_code, 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 1, '万元'
FROM reference.region_group_member
WHERE group_code = '000000'
UNION ALL
SELECT 'broken', 'region', '000000', '全国', '000000', 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 300, '万元';
