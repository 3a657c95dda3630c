-- One row per vintage of a figure that another vintage of the same publisher came before: what it was, what it became.
CREATE VIEW mart.revision AS
WITH vintage AS (
    SELECT
        observation_id, subject_kind, subject_name, region_code, indicator, indicator_name, scope, cohort, period, year, value, unit, half_digit, publisher,
        published_on, received_at, is_superseded, kind, filing_id, vintage_rank,
        lead(observation_id) OVER line AS before_id, lead(value) OVER line AS before_value, lead(half_digit) OVER line AS before_half_digit,
        lead(published_on) OVER line AS before_published_on
    FROM core.observation
    WINDOW line AS (
        PARTITION BY subject_id, indicator, scope, cohort_key, period_start, period_end, accumulation_group, publisher, kind ORDER BY vintage_rank
    )
)
SELECT
    v.subject_name, v.indicator_name, v.indicator, v.scope, v.period, v.year, v.before_value, v.value, v.unit,
    try_cast(v.value - v.before_value AS decimal(18, 6)) AS change,
    CASE WHEN v.before_value > 0 THEN try_cast(100e0 * (cast(v.value AS double) / cast(v.before_value AS double) - 1e0) AS decimal(18, 4)) END AS change_pct,
    CASE WHEN v.value IS NULL OR v.before_value IS NULL THEN NULL
        ELSE abs(cast(v.value AS double) - cast(v.before_value AS double)) <= v.half_digit + v.before_half_digit + 1e-9 END AS is_rounding,
    v.before_published_on, v.published_on, v.received_at, v.subject_kind, v.region_code, v.cohort, v.publisher, v.kind, v.observation_id, v.before_id
FROM vintage AS v
WHERE v.before_id IS NOT NULL AND v.value IS DISTINCT FROM v.before_value AND v.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.revision IS 'One row per vintage of a figure with another before it: what it was, what it became. Source: observations as filed';
COMMENT ON COLUMN mart.revision.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.revision.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.revision.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.revision.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.revision.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.revision.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.revision.before_value IS 'Value of the vintage before, in the unit';
COMMENT ON COLUMN mart.revision.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.revision.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.revision.change IS 'Change, in the unit';
COMMENT ON COLUMN mart.revision.change_pct IS 'Change in %';
COMMENT ON COLUMN mart.revision.is_rounding IS 'true: both can be rounded from one value';
COMMENT ON COLUMN mart.revision.before_published_on IS 'Day of publication of the vintage before';
COMMENT ON COLUMN mart.revision.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.revision.received_at IS 'When it was received, UTC';
COMMENT ON COLUMN mart.revision.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.revision.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.revision.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.revision.publisher IS 'Who published it';
COMMENT ON COLUMN mart.revision.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.revision.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.revision.before_id IS 'Fact id of the vintage before';
