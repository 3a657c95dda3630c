INSERT INTO lake.observation (observation_id, subject_kind, subject_code, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, unit) VALUES
    ('broken', 'region', '330000', '浙江省', '330000', 'gdp', 'everything', DATE '1901-01-01', DATE '1901-12-31', 'flow', 1, '万元');
