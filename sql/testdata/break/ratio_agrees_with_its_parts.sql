INSERT INTO lake.observation (observation_id, subject_kind, subject_code, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, unit) VALUES
    ('broken1', 'region', '330000', '浙江省', '330000', 'gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 100, '万元'),
    ('broken2', 'region', '330000', '浙江省', '330000', 'rd_expenditure', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 1, '万元'),
    ('broken3', 'region', '330000', '浙江省', '330000', 'rd_intensity_gdp', 'all', DATE '1901-01-01', DATE '1901-12-31', 'flow', 9, '%');
