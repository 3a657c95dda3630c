INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, publisher) VALUES
    ('broken1', 'sector', '轻工业', 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 1, '万元', '国家统计局'),
    ('broken2', 'sector', '轻工业', 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 2, '万元', '人民日报');
