-- One row per subject, indicator, scope, cohort and period that comes a year after the last one filed: the seasonal-naive
-- forecast, which is the figure of the same period of the last year, and an interval of about 80 % around it. Beside it
-- stands how wrong the same rule was in the years that are filed: read that first.
CREATE VIEW mart.forecast AS
WITH last_year AS (
    SELECT
        y.observation_id, y.subject_id, y.subject_kind, y.subject_name, y.region_code, y.industry_code, y.indicator, y.scope, y.cohort, y.period, y.year,
        y.period_start, y.period_end, y.accumulation_group, y.value, y.unit, y.publisher, y.kind, y.kind_group,
        max(y.period_end) OVER (
            PARTITION BY y.subject_id, y.indicator, y.scope, coalesce(y.cohort, ''), y.publisher, y.kind_group, y.accumulation_group,
                month(y.period_start), month(y.period_end)
        ) AS last_end
    FROM core.yoy AS y
    WHERE y.value IS NOT NULL AND y.kind_group <> 'planned' AND y.kind IN (SELECT kind FROM core.shown_kind)
),
usual AS (
    SELECT
        l.observation_id, l.subject_kind, l.subject_name, l.region_code, l.industry_code, l.indicator, l.scope, l.cohort, l.period, l.year, l.value, l.unit,
        l.publisher, l.kind, h.year_count, h.median_growth, h.median_size, h.spread,
        -- 80 % of a normal distribution lie within 1.2816 standard deviations; 1.4826 times the median error is one.
        0.01e0 * 1.2816e0 * 1.4826e0 * h.median_size AS half_width
    FROM last_year AS l
    JOIN core.seasonal_history AS h
        ON h.subject_id = l.subject_id AND h.indicator = l.indicator AND h.scope = l.scope AND h.cohort_key = coalesce(l.cohort, '')
        AND h.publisher = l.publisher AND h.kind_group = l.kind_group AND h.first_month = month(l.period_start) AND h.last_month = month(l.period_end)
        AND h.accumulation_group = l.accumulation_group
    WHERE l.period_end = l.last_end AND h.year_count >= 3
)
SELECT
    u.subject_name, n.name_zh AS indicator_name, u.indicator, u.scope, u.cohort, u.year + 1 AS forecast_year, u.period AS base_period, u.value AS forecast_value,
    try_cast(cast(u.value AS double) * (1e0 - u.half_width) AS decimal(18, 2)) AS low_value,
    try_cast(cast(u.value AS double) * (1e0 + u.half_width) AS decimal(18, 2)) AS high_value, u.unit,
    try_cast(u.median_size AS decimal(18, 4)) AS backtest_error_pct, u.year_count AS backtest_years,
    try_cast(u.median_growth AS decimal(18, 4)) AS median_growth_pct, u.subject_kind, u.region_code, u.industry_code, u.publisher, u.kind, u.observation_id
FROM usual AS u
JOIN reference.indicator AS n ON n.code = u.indicator;
COMMENT ON VIEW mart.forecast IS 'One row per subject, indicator and period a year ahead: seasonal-naive forecast, interval, back-test error. Source: core.seasonal_history';
COMMENT ON COLUMN mart.forecast.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.forecast.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.forecast.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.forecast.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.forecast.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.forecast.forecast_year IS 'Year of the forecast';
COMMENT ON COLUMN mart.forecast.base_period IS 'Period whose figure it repeats';
COMMENT ON COLUMN mart.forecast.forecast_value IS 'Forecast: the figure of the same period of the last year, in the unit';
COMMENT ON COLUMN mart.forecast.low_value IS 'Lower end of the interval of about 80 %';
COMMENT ON COLUMN mart.forecast.high_value IS 'Upper end of the interval of about 80 %';
COMMENT ON COLUMN mart.forecast.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.forecast.backtest_error_pct IS 'Median error of the same rule in the years that are filed, in %';
COMMENT ON COLUMN mart.forecast.backtest_years IS 'Years that the error is made of';
COMMENT ON COLUMN mart.forecast.median_growth_pct IS 'Median growth of the period, in %';
COMMENT ON COLUMN mart.forecast.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.forecast.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.forecast.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.forecast.publisher IS 'Who published it';
COMMENT ON COLUMN mart.forecast.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.forecast.observation_id IS 'Fact id; of a computed share its numerator';
