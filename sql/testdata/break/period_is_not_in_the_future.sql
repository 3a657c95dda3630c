INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, published_on) VALUES
    ('broken', 'sector', '轻工业', 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 1, '万元', DATE '1901-06-30');
