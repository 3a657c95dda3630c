-- One row per figure and rule of reference.alert_rule whose limit it passes, with the worst level passed.
CREATE VIEW core.alert AS
WITH measured AS (
    SELECT
        r.rule_id, r.rule_kind, r.direction, r.blue, r.yellow, r.orange, r.red, y.observation_id, y.previous_id, y.growth_id, y.subject_id, y.subject_kind,
        y.subject_name, y.region_code, y.industry_code, y.indicator, y.scope, y.cohort, y.period, y.year, y.publisher, y.kind, y.kind_group,
        cast(coalesce(y.published_pct, y.computed_pct) AS double) AS measured, cast(NULL AS double) AS usual, cast(NULL AS bigint) AS year_count
    FROM reference.alert_rule AS r
    JOIN core.yoy AS y ON y.indicator = r.indicator AND (r.scope IS NULL OR r.scope = y.scope)
    WHERE r.rule_kind = 'growth' AND coalesce(y.published_pct, y.computed_pct) IS NOT NULL
        -- The growth of levels counts only where they are of one series.
        AND (y.published_pct IS NOT NULL OR y.reason = 'not_published')
    UNION ALL
    SELECT
        r.rule_id, r.rule_kind, r.direction, r.blue, r.yellow, r.orange, r.red, y.observation_id, y.previous_id, y.growth_id, y.subject_id, y.subject_kind,
        y.subject_name, y.region_code, y.industry_code, y.indicator, y.scope, y.cohort, y.period, y.year, y.publisher, y.kind, y.kind_group,
        cast(cast(coalesce(y.published_pct, y.computed_pct) AS double) - h.median_growth AS double) / cast(h.spread AS double), h.median_growth, h.year_count
    FROM reference.alert_rule AS r
    JOIN core.yoy AS y ON y.indicator = r.indicator AND (r.scope IS NULL OR r.scope = y.scope)
    JOIN core.seasonal_history AS h
        ON h.subject_id = y.subject_id AND h.indicator = y.indicator AND h.scope = y.scope AND h.cohort_key = coalesce(y.cohort, '')
        AND h.publisher = y.publisher AND h.kind_group = y.kind_group AND h.first_month = month(y.period_start) AND h.last_month = month(y.period_end)
        AND h.accumulation_group = y.accumulation_group
    -- Of fewer than five years nothing can be called usual.
    WHERE r.rule_kind = 'seasonal_z' AND h.year_count >= 5 AND h.spread > 0e0 AND coalesce(y.published_pct, y.computed_pct) IS NOT NULL
    UNION ALL
    SELECT
        r.rule_id, r.rule_kind, r.direction, r.blue, r.yellow, r.orange, r.red, b.observation_id, NULL, NULL, b.subject_id, b.subject_kind,
        b.subject_name, b.region_code, b.industry_code, b.indicator, b.scope, b.cohort, b.period, b.year, b.publisher, b.kind, b.kind_group,
        cast(b.value AS double), NULL, NULL
    FROM reference.alert_rule AS r
    JOIN core.observation_best AS b ON b.indicator = r.indicator AND (r.scope IS NULL OR r.scope = b.scope)
    WHERE r.rule_kind = 'level' AND b.value IS NOT NULL
),
signed AS (
    SELECT
        rule_id, rule_kind, observation_id, previous_id, growth_id, subject_id, subject_kind, subject_name, region_code, industry_code, indicator, scope, cohort,
        period, year, publisher, kind, measured, usual, year_count, direction,
        -- Larger is worse, whatever the direction.
        CASE direction WHEN 'below' THEN -1e0 * measured WHEN 'both' THEN abs(measured) ELSE measured END AS badness,
        CASE direction WHEN 'below' THEN -1e0 ELSE 1e0 END AS sign, blue, yellow, orange, red
    FROM measured
    WHERE kind_group <> 'planned'
)
SELECT
    rule_id, rule_kind, subject_id, subject_kind, subject_name, region_code, industry_code, indicator, scope, cohort, period, year,
    CASE WHEN badness > sign * cast(red AS double) THEN 'red' WHEN badness > sign * cast(orange AS double) THEN 'orange'
        WHEN badness > sign * cast(yellow AS double) THEN 'yellow' ELSE 'blue' END AS level,
    try_cast(measured AS decimal(18, 4)) AS measured,
    CASE WHEN badness > sign * cast(red AS double) THEN red WHEN badness > sign * cast(orange AS double) THEN orange
        WHEN badness > sign * cast(yellow AS double) THEN yellow ELSE blue END AS passed_limit,
    try_cast(usual AS decimal(18, 4)) AS usual_pct, year_count, publisher, kind, observation_id, previous_id, growth_id
FROM signed
WHERE badness > sign * cast(blue AS double);
COMMENT ON VIEW core.alert IS 'One row per figure and rule of early warning whose limit it passes';
COMMENT ON COLUMN core.alert.rule_id IS 'Rule: reference.alert_rule';
COMMENT ON COLUMN core.alert.rule_kind IS 'growth, seasonal_z, level or band';
COMMENT ON COLUMN core.alert.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.alert.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.alert.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.alert.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.alert.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN core.alert.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.alert.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.alert.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.alert.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.alert.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.alert.level IS 'blue, yellow, orange or red';
COMMENT ON COLUMN core.alert.measured IS 'What is held against the limits: a growth in %, a distance in robust standard deviations, or the figure';
COMMENT ON COLUMN core.alert.passed_limit IS 'The limit that it passed';
COMMENT ON COLUMN core.alert.usual_pct IS 'Median growth of the same period in all years, in %; NULL: the rule does not ask';
COMMENT ON COLUMN core.alert.year_count IS 'Years that the median is made of';
COMMENT ON COLUMN core.alert.publisher IS 'Who published it';
COMMENT ON COLUMN core.alert.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.alert.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN core.alert.previous_id IS 'Fact id of the figure before';
COMMENT ON COLUMN core.alert.growth_id IS 'Fact id of the published growth rate';
