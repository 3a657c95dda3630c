-- One row per figure of part of a year that does not fit a whole year beside it: more than the year itself, or at its
-- pace more than 1.3 times what the year before and the published growth allow. And a year to date that stops within a
-- month, which readers take for the year. Side a is the year.
CREATE VIEW core.conflict_part_year AS
WITH pair AS (
    SELECT
        w.observation_id AS id_a, p.observation_id AS id_b, p.subject_kind, p.subject_name, p.region_code, p.indicator, p.scope,
        w.period AS period_a, w.value AS value_a, p.period AS period_b, p.value AS value_b, p.unit, p.kind,
        p.half_digit + w.half_digit AS tolerance, w.year = p.year AS is_same_year, w.indicator <> p.indicator AS is_other_word,
        w.greatest, cast(w.value AS double) * cast(p.months AS double) / 12e0
            * (1e0 + coalesce(cast(CASE WHEN w.year = p.year - 1 THEN y.published_pct END AS double), 0e0) / 100e0) AS expected,
        p.period_end < cast(date_trunc('month', p.period_end) + INTERVAL '1' MONTH - INTERVAL '1' DAY AS date) AS stops_within_month,
        p.months
    FROM core.figure AS p
    JOIN core.figure AS w
        ON w.subject_id = p.subject_id AND w.family = p.family AND w.scope = p.scope AND w.cohort_key = p.cohort_key
        AND w.kind_group = p.kind_group AND w.unit = p.unit AND w.months = 12 AND w.year BETWEEN p.year - 1 AND p.year
    LEFT JOIN core.yoy AS y ON y.level_id = p.observation_id
    WHERE p.months BETWEEN 1 AND 12 AND p.kind_group = 'real' AND p.observation_id <> w.observation_id AND p.unit <> '%'
        AND month(p.period_start) = 1
),
judged AS (
    SELECT
        id_a, id_b, subject_kind, subject_name, region_code, indicator, scope, period_a, value_a, period_b, value_b, unit, kind,
        tolerance, is_other_word, expected,
        CASE
            WHEN is_same_year AND months < 12 AND cast(value_b AS double) > greatest + tolerance THEN 'part_exceeds_year'
            WHEN is_same_year AND stops_within_month THEN 'stops_within_month'
            WHEN NOT is_same_year AND months BETWEEN 3 AND 11 AND cast(value_b AS double) > 1.3e0 * expected THEN 'part_too_large'
        END AS conflict_kind
    FROM pair
)
SELECT
    conflict_kind, CASE conflict_kind WHEN 'part_exceeds_year' THEN 'contradiction' WHEN 'stops_within_month' THEN 'definition' ELSE 'doubt' END AS nature,
    subject_kind, subject_name, region_code, indicator AS measure, scope,
    period_a, cast(NULL AS varchar) AS text_a, value_a, period_b, cast(NULL AS varchar) AS text_b, value_b, unit,
    CASE conflict_kind WHEN 'part_too_large' THEN try_cast(expected AS decimal(18, 6)) END AS expected_b,
    try_cast(tolerance AS decimal(18, 6)) AS tolerance,
    CASE WHEN is_other_word THEN 'other_word' END AS explanation, id_a, id_b, cast(NULL AS varchar) AS id_c, kind
FROM judged
WHERE conflict_kind IS NOT NULL;
COMMENT ON VIEW core.conflict_part_year IS 'One row per figure of part of a year that does not fit a whole year beside it';
COMMENT ON COLUMN core.conflict_part_year.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_part_year.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_part_year.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_part_year.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_part_year.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_part_year.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_part_year.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_part_year.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_part_year.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_part_year.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_part_year.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_part_year.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_part_year.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_part_year.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_part_year.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_part_year.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_part_year.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_part_year.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_part_year.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_part_year.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_part_year.kind IS 'actual, estimate, plan, forecast or sample (示例)';
