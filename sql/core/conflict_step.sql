-- One row per step between two sources that growth does not explain: a figure below an earlier one with no fall
-- published, one that doubles within a few years with no growth published, or a share that two sources give two ways at about the same time.
-- Side a is the earlier figure. A doubt, not a contradiction: things do fall and double.
CREATE VIEW core.conflict_step AS
WITH judged AS (
    SELECT
        s.observation_id, s.subject_kind, s.subject_name, s.region_code, s.indicator, s.scope, s.period, s.value, s.unit,
        s.half_digit, s.kind, s.previous_id, s.previous_indicator, s.previous_period, s.previous_value, s.previous_half_digit,
        s.indicator <> s.previous_indicator AS is_other_word,
        s.greatest > 1e17 OR s.previous_greatest > 1e17 AS is_bound,
        CASE
            WHEN y.published_pct IS NOT NULL THEN NULL -- core.conflict_growth judges it
            WHEN s.unit = '%' AND s.month_gap <= 24 AND abs(cast(s.value AS double) - cast(s.previous_value AS double))
                > s.half_digit + s.previous_half_digit THEN 'share_differs'
            WHEN s.unit = '%' THEN NULL
            WHEN s.year_value < s.previous_year_value - s.half_digit - s.previous_half_digit
                AND s.year_value < 0.95e0 * s.previous_year_value THEN 'fall_without_a_word'
            WHEN s.previous_year_value > 0e0 AND s.year_value >= 2e0 * s.previous_year_value
                AND 12e0 / cast(s.month_gap AS double) * ln(cast(s.year_value AS double) / cast(s.previous_year_value AS double)) > 0.34e0 THEN 'jump_without_a_word'
        END AS conflict_kind
    FROM core.figure_step AS s
    LEFT JOIN core.yoy AS y ON y.level_id = s.observation_id
)
SELECT
    conflict_kind, 'doubt' AS nature, subject_kind, subject_name, region_code, indicator AS measure, scope,
    previous_period AS period_a, cast(NULL AS varchar) AS text_a, previous_value AS value_a,
    period AS period_b, cast(NULL AS varchar) AS text_b, value AS value_b, unit, cast(NULL AS decimal(18, 6)) AS expected_b,
    try_cast(half_digit + previous_half_digit AS decimal(18, 6)) AS tolerance,
    CASE WHEN is_other_word THEN 'other_word' WHEN is_bound THEN 'bound' END AS explanation,
    previous_id AS id_a, observation_id AS id_b, cast(NULL AS varchar) AS id_c, kind
FROM judged
WHERE conflict_kind IS NOT NULL;
COMMENT ON VIEW core.conflict_step IS 'One row per step between two sources that growth does not explain';
COMMENT ON COLUMN core.conflict_step.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_step.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_step.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_step.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_step.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_step.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_step.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_step.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_step.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_step.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_step.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_step.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_step.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_step.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_step.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_step.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_step.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_step.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_step.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_step.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_step.kind IS 'actual, estimate, plan, forecast or sample (示例)';
