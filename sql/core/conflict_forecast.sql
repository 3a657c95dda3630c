-- One row per forecast of a period and the figure of it: repeated as fact (the same number, digit by digit), missed, or
-- out of reach of what the part of the year that is over had brought. Side a is the forecast.
CREATE VIEW core.conflict_forecast AS
WITH pair AS (
    SELECT
        f.observation_id AS id_a, r.observation_id AS id_b, f.subject_kind, f.subject_name, f.region_code, f.indicator, f.scope,
        f.period AS period_a, f.value AS value_a, f.unit, r.period AS period_b, r.value AS value_b, r.months, r.indicator <> f.indicator AS is_other_word,
        f.half_digit + r.half_digit AS tolerance, f.least, f.greatest, r.least AS real_least, r.greatest AS real_greatest, r.kind,
        cast(r.value AS double) * CASE WHEN r.months BETWEEN 1 AND 11 THEN 12e0 / cast(r.months AS double) ELSE 1e0 END AS year_value
    FROM core.figure AS f
    JOIN core.figure AS r
        ON r.subject_id = f.subject_id AND r.family = f.family AND r.scope = f.scope AND r.cohort_key = f.cohort_key
        AND r.unit = f.unit AND r.year = f.year
        AND (r.months = f.months OR (f.months = 12 AND r.months BETWEEN 3 AND 11 AND r.start_month = f.start_month))
    WHERE f.kind = 'forecast' AND r.kind_group = 'real'
),
judged AS (
    SELECT
        id_a, id_b, subject_kind, subject_name, region_code, indicator, scope, period_a, value_a, unit, period_b, value_b, tolerance,
        is_other_word, kind, year_value,
        CASE
            WHEN months BETWEEN 1 AND 11 AND (year_value < 0.95e0 * least OR year_value > 1.05e0 * greatest) THEN 'forecast_out_of_reach'
            WHEN months BETWEEN 1 AND 11 THEN NULL
            WHEN value_a = value_b THEN 'forecast_as_fact'
            WHEN real_least > greatest OR real_greatest < least THEN 'forecast_missed'
        END AS conflict_kind
    FROM pair
)
SELECT
    conflict_kind, CASE conflict_kind WHEN 'forecast_missed' THEN 'definition' ELSE 'doubt' END AS nature,
    subject_kind, subject_name, region_code, indicator AS measure, scope,
    period_a, cast(NULL AS varchar) AS text_a, value_a, period_b, cast(NULL AS varchar) AS text_b, value_b, unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, try_cast(tolerance AS decimal(18, 6)) AS tolerance,
    CASE WHEN is_other_word THEN 'other_word' END AS explanation,
    id_a, id_b, cast(NULL AS varchar) AS id_c, kind
FROM judged
WHERE conflict_kind IS NOT NULL;
COMMENT ON VIEW core.conflict_forecast IS 'One row per forecast and the figure of its period: repeated as fact, missed, or out of reach';
COMMENT ON COLUMN core.conflict_forecast.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_forecast.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_forecast.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_forecast.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_forecast.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_forecast.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_forecast.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_forecast.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_forecast.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_forecast.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_forecast.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_forecast.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_forecast.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_forecast.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_forecast.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_forecast.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_forecast.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_forecast.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_forecast.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_forecast.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_forecast.kind IS 'actual, estimate, plan, forecast or sample (示例)';
