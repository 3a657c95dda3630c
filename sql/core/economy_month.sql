-- One row per subject, indicator, scope, cohort, publisher and month: the flow of the month as the difference of two
-- years to date, or the reason why there is none (traps B1, B2). Revisions of the months before make it inexact, so a
-- derived month is marked as such; a month that was published stands as published.
CREATE VIEW core.economy_month AS
WITH ytd AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, indicator, scope,
        scope_version, cohort, cohort_key, publisher, published_on, filing_id, kind, kind_group, year, month(period_start) AS first_month, month(period_end) AS month,
        value, unit, half_digit, period_end,
        count(*) OVER (
            PARTITION BY subject_id, indicator, scope, cohort_key, publisher, kind, period_start, period_end
        ) AS standing_count
    FROM core.observation
    WHERE vintage_rank = 1 AND accumulation IN ('ytd', 'flow') AND year(period_start) = year AND month(period_start) = 1
),
-- Which of those were corrected later: their month is a difference of two states of knowledge.
revised AS (
    SELECT DISTINCT subject_id, indicator, scope, cohort_key, publisher, kind, end_month
    FROM core.observation
    WHERE vintage_rank > 1 AND accumulation IN ('ytd', 'flow')
),
chained AS (
    SELECT
        y.observation_id, y.subject_id, y.subject_kind, y.subject_code, y.subject_name, y.region_code, y.industry_code, y.indicator,
        y.scope, y.cohort, y.cohort_key, y.publisher, y.published_on, y.kind, y.kind_group, y.year, y.month, y.value, y.unit, y.half_digit, y.period_end,
        p.observation_id AS previous_id, p.value AS previous_value, p.half_digit AS previous_half_digit, p.unit AS previous_unit,
        p.scope_version IS DISTINCT FROM y.scope_version AS is_other_scope_version, r.end_month IS NOT NULL AS is_revised,
        o.observation_id AS other_publisher_id, x.observation_id AS other_scope_id
    FROM ytd AS y
    LEFT JOIN ytd AS p
        ON p.subject_id = y.subject_id AND p.indicator = y.indicator AND p.scope = y.scope AND p.cohort_key = y.cohort_key
        AND p.publisher = y.publisher AND p.kind = y.kind AND p.year = y.year AND p.month = y.month - 1
    LEFT JOIN revised AS r
        ON r.subject_id = y.subject_id AND r.indicator = y.indicator AND r.scope = y.scope AND r.cohort_key = y.cohort_key
        AND r.publisher = y.publisher AND r.kind = y.kind AND r.end_month BETWEEN y.year * 12 + y.month - 1 AND y.year * 12 + y.month
    LEFT JOIN (SELECT subject_id, indicator, scope, cohort_key, kind, year, month, min(observation_id) AS observation_id FROM ytd GROUP BY 1, 2, 3, 4, 5, 6, 7) AS o
        ON p.observation_id IS NULL AND o.subject_id = y.subject_id AND o.indicator = y.indicator AND o.scope = y.scope
        AND o.cohort_key = y.cohort_key AND o.kind = y.kind AND o.year = y.year AND o.month = y.month - 1
    LEFT JOIN (SELECT subject_id, indicator, publisher, kind, year, month, min(observation_id) AS observation_id FROM ytd GROUP BY 1, 2, 3, 4, 5, 6) AS x
        ON p.observation_id IS NULL AND x.subject_id = y.subject_id AND x.indicator = y.indicator AND x.publisher = y.publisher
        AND x.kind = y.kind AND x.year = y.year AND x.month = y.month - 1
),
judged AS (
    SELECT
        c.observation_id, c.subject_id, c.subject_kind, c.subject_code, c.subject_name, c.region_code, c.industry_code, c.indicator, c.scope, c.cohort,
        c.publisher, c.published_on, c.kind, c.kind_group, c.year, c.month, c.value, c.unit, c.half_digit, c.period_end, c.previous_id,
        c.previous_value, c.previous_half_digit,
        CASE
            WHEN c.value IS NULL THEN 'no_value'
            WHEN i.unit = '%' OR NOT i.additive THEN 'not_additive'
            WHEN c.month = 1 THEN 'published'
            WHEN c.month = 2 AND c.previous_id IS NULL THEN 'no_january'
            WHEN c.previous_id IS NULL AND c.other_publisher_id IS NOT NULL THEN 'publisher_changed'
            WHEN c.previous_id IS NULL AND c.other_scope_id IS NOT NULL THEN 'scope_changed'
            WHEN c.previous_id IS NULL THEN 'no_month_before'
            WHEN c.previous_value IS NULL THEN 'no_value_before'
            WHEN c.is_other_scope_version THEN 'scope_version_changed'
            WHEN c.unit <> c.previous_unit THEN 'units_differ'
            WHEN c.is_revised THEN 'revised'
            ELSE 'derived'
        END AS status
    FROM chained AS c
    JOIN reference.indicator AS i ON i.code = c.indicator AND i.accumulation <> 'point'
)
SELECT
    observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, indicator, scope, cohort, year, month,
    CASE status WHEN 'derived' THEN try_cast(value - previous_value AS decimal(18, 6)) WHEN 'published' THEN value END AS value,
    unit, status, value AS ytd_value, previous_value AS previous_ytd_value,
    CASE status WHEN 'derived' THEN try_cast(half_digit + previous_half_digit AS decimal(18, 6)) END AS tolerance,
    publisher, published_on, kind, kind_group, previous_id
FROM judged;
COMMENT ON VIEW core.economy_month IS 'One row per subject, indicator, scope, cohort, publisher and month: the flow of the month, or why there is none';
COMMENT ON COLUMN core.economy_month.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN core.economy_month.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.economy_month.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.economy_month.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.economy_month.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.economy_month.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.economy_month.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN core.economy_month.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.economy_month.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.economy_month.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.economy_month.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.economy_month.month IS 'Month, 1 to 12';
COMMENT ON COLUMN core.economy_month.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.economy_month.unit IS 'Unit of the value';
COMMENT ON COLUMN core.economy_month.status IS 'reported, nil (-), tiny (…) or withheld';
COMMENT ON COLUMN core.economy_month.ytd_value IS 'Year to date as filed';
COMMENT ON COLUMN core.economy_month.previous_ytd_value IS 'Year to date of the month before';
COMMENT ON COLUMN core.economy_month.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.economy_month.publisher IS 'Who published it';
COMMENT ON COLUMN core.economy_month.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.economy_month.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.economy_month.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.economy_month.previous_id IS 'Fact id of the figure before';
