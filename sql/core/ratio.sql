-- One row per ratio indicator, subject, scope, cohort, period and kind group: the ratio as published beside the
-- one computed from its parts. Neither takes the place of the other: status says how they stand together.
CREATE VIEW core.ratio AS
WITH pair AS (
    SELECT code AS ratio_indicator, numerator, denominator, subject_area
    FROM reference.indicator
    WHERE unit = '%' AND numerator IS NOT NULL AND denominator IS NOT NULL
),
published AS (
    SELECT p.ratio_indicator, b.subject_id, b.scope, b.cohort_key, b.period_start, b.period_end, b.kind_group,
        b.observation_id, b.value, b.half_digit, b.publisher, b.subject_kind, b.subject_code, b.subject_name,
        b.region_code, b.industry_code, b.classification, b.cohort, b.period, b.year, b.kind
    FROM pair AS p
    JOIN core.observation_best AS b ON b.indicator = p.ratio_indicator
),
numerator AS (
    SELECT p.ratio_indicator, b.subject_id, b.scope, b.cohort_key, b.period_start, b.period_end, b.kind_group,
        b.observation_id, b.value, b.unit, b.publisher, b.subject_kind, b.subject_code, b.subject_name,
        b.region_code, b.industry_code, b.classification, b.cohort, b.period, b.year, b.kind
    FROM pair AS p
    JOIN core.observation_best AS b ON b.indicator = p.numerator
),
denominator AS (
    SELECT p.ratio_indicator, b.subject_id, b.scope, b.cohort_key, b.period_start, b.period_end, b.kind_group,
        b.observation_id, b.value, b.unit
    FROM pair AS p
    JOIN core.observation_best AS b ON b.indicator = p.denominator
),
-- A ratio exists where it was published, or where both of its parts were.
ratio_key AS (
    SELECT ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group
    FROM published
    UNION
    SELECT ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group
    FROM numerator
    JOIN denominator USING (ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group)
),
side_by_side AS (
    SELECT
        ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group,
        coalesce(n.subject_kind, p.subject_kind) AS subject_kind,
        coalesce(n.subject_code, p.subject_code) AS subject_code,
        coalesce(n.subject_name, p.subject_name) AS subject_name,
        coalesce(n.region_code, p.region_code) AS region_code,
        coalesce(n.industry_code, p.industry_code) AS industry_code,
        coalesce(n.classification, p.classification) AS classification,
        coalesce(n.cohort, p.cohort) AS cohort,
        coalesce(p.period, n.period) AS period,
        coalesce(p.year, n.year) AS year,
        coalesce(p.kind, n.kind) AS kind,
        coalesce(p.publisher, n.publisher) AS publisher,
        n.value AS numerator_value, n.unit AS numerator_unit, n.observation_id AS numerator_id,
        d.value AS denominator_value, d.unit AS denominator_unit, d.observation_id AS denominator_id,
        p.value AS published_pct, p.half_digit, p.observation_id AS published_id,
        CASE WHEN n.unit = d.unit AND n.value IS NOT NULL AND d.value <> 0
            THEN 100e0 * cast(n.value AS double) / cast(d.value AS double) END AS computed
    FROM ratio_key
    LEFT JOIN published AS p USING (ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group)
    LEFT JOIN numerator AS n USING (ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group)
    LEFT JOIN denominator AS d USING (ratio_indicator, subject_id, scope, cohort_key, period_start, period_end, kind_group)
)
SELECT
    s.ratio_indicator, pair.numerator, pair.denominator, pair.subject_area,
    s.subject_id, s.subject_kind, s.subject_code, s.subject_name, s.region_code, s.industry_code,
    s.classification, s.scope, s.cohort, s.period, s.period_start, s.period_end, s.year, s.kind, s.kind_group,
    s.numerator_value, s.numerator_unit, s.denominator_value, s.denominator_unit, s.published_pct,
    try_cast(s.computed AS decimal(18, 4)) AS computed_pct,
    CASE
        WHEN s.numerator_id IS NULL AND s.denominator_id IS NULL THEN 'published_only'
        WHEN s.numerator_id IS NULL THEN 'no_numerator'
        WHEN s.denominator_id IS NULL THEN 'no_denominator'
        WHEN s.numerator_value IS NULL OR s.denominator_value IS NULL THEN 'part_not_reported'
        WHEN s.denominator_value = 0 THEN 'zero_denominator'
        WHEN s.numerator_unit <> s.denominator_unit THEN 'units_differ'
        WHEN s.published_id IS NULL THEN 'computed_only'
        WHEN s.published_pct IS NULL THEN 'ratio_not_reported'
        -- The last term lets binary fractions off: 2.655 against a printed 2.65 agrees.
        WHEN abs(cast(s.published_pct AS double) - s.computed) <= s.half_digit + 1e-9 THEN 'ok'
        ELSE 'differs'
    END AS status,
    s.publisher, s.published_id, s.numerator_id, s.denominator_id
FROM side_by_side AS s
JOIN pair ON pair.ratio_indicator = s.ratio_indicator;
COMMENT ON VIEW core.ratio IS 'One row per ratio indicator, subject, scope, cohort, period and kind group: the published ratio beside the computed one';
COMMENT ON COLUMN core.ratio.ratio_indicator IS 'Code of the ratio: reference.indicator';
COMMENT ON COLUMN core.ratio.numerator IS 'Indicator above the line';
COMMENT ON COLUMN core.ratio.denominator IS 'Indicator below the line: ratios of other denominators are other rows';
COMMENT ON COLUMN core.ratio.subject_area IS 'rd, variety, quality, branding, scale and so on';
COMMENT ON COLUMN core.ratio.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.ratio.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.ratio.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.ratio.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.ratio.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.ratio.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN core.ratio.classification IS 'Edition of GB/T 4754 that the industry code is of';
COMMENT ON COLUMN core.ratio.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.ratio.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.ratio.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.ratio.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN core.ratio.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN core.ratio.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.ratio.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.ratio.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.ratio.numerator_value IS 'Value above the line, from the publisher that comes first; NULL: not filed';
COMMENT ON COLUMN core.ratio.numerator_unit IS 'Its unit';
COMMENT ON COLUMN core.ratio.denominator_value IS 'Value below the line, from the publisher that comes first; NULL: not filed';
COMMENT ON COLUMN core.ratio.denominator_unit IS 'Its unit';
COMMENT ON COLUMN core.ratio.published_pct IS 'Ratio as published, in %; NULL: not published';
COMMENT ON COLUMN core.ratio.computed_pct IS '100 x numerator / denominator, in %, to four decimals; NULL: status says why';
COMMENT ON COLUMN core.ratio.status IS 'ok: both are there and agree within half of the last printed digit; differs: they do not; computed_only: the ratio was not published; published_only: neither part was filed; no_numerator, no_denominator: that part was not filed; part_not_reported: a part was withheld or blank; ratio_not_reported: the ratio was; zero_denominator; units_differ';
COMMENT ON COLUMN core.ratio.publisher IS 'Who published the ratio; where none did, the numerator';
COMMENT ON COLUMN core.ratio.published_id IS 'Fact id of the published ratio';
COMMENT ON COLUMN core.ratio.numerator_id IS 'Fact id of the numerator';
COMMENT ON COLUMN core.ratio.denominator_id IS 'Fact id of the denominator';
