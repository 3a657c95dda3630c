-- One row per published ratio that its published parts do not give: side a the ratio, side b that of the parts, the
-- third figure the denominator. The parts' own rounding widens the tolerance.
CREATE VIEW core.conflict_ratio AS
WITH judged AS (
    SELECT
        s.subject_kind, s.subject_name, s.region_code, s.ratio_indicator, s.scope, s.period, s.published_pct, s.computed_pct,
        s.published_id, s.numerator_id, s.denominator_id, s.kind,
        p.half_digit + cast(s.computed_pct AS double)
            * (cast(n.half_digit AS double) / cast(n.value AS double) + cast(d.half_digit AS double) / cast(d.value AS double)) AS tolerance
    FROM core.ratio AS s
    JOIN core.observation AS p ON p.observation_id = s.published_id
    JOIN core.observation AS n ON n.observation_id = s.numerator_id
    JOIN core.observation AS d ON d.observation_id = s.denominator_id
    WHERE s.status = 'differs' AND n.value <> 0 AND d.value <> 0
)
SELECT
    'ratio_and_parts' AS conflict_kind, 'contradiction' AS nature, subject_kind, subject_name, region_code,
    ratio_indicator AS measure, scope, period AS period_a, cast(NULL AS varchar) AS text_a, published_pct AS value_a,
    period AS period_b, cast(NULL AS varchar) AS text_b, cast(computed_pct AS decimal(18, 6)) AS value_b, '%' AS unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, try_cast(tolerance AS decimal(18, 6)) AS tolerance,
    cast(NULL AS varchar) AS explanation, published_id AS id_a, numerator_id AS id_b, denominator_id AS id_c, kind
FROM judged
WHERE abs(cast(published_pct - computed_pct AS double)) > tolerance + 1e-9;
COMMENT ON VIEW core.conflict_ratio IS 'One row per published ratio that its published parts do not give';
COMMENT ON COLUMN core.conflict_ratio.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_ratio.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_ratio.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_ratio.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_ratio.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_ratio.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_ratio.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_ratio.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_ratio.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_ratio.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_ratio.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_ratio.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_ratio.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_ratio.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_ratio.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_ratio.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_ratio.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_ratio.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_ratio.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_ratio.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_ratio.kind IS 'actual, estimate, plan, forecast or sample (示例)';
