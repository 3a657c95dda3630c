-- One row per figure of a part of the firms (规模以上 and so on) beside that of all firms, same subject and period. Where
-- the part is larger it is a contradiction; else two scopes that a reader takes for one, shown for subjects that no
-- office keeps a series of.
CREATE VIEW core.conflict_scope AS
WITH best AS (
    SELECT observation_id, subject_id, subject_kind, subject_name, region_code, indicator, scope, cohort_key, period,
        period_start, period_end, accumulation_group, value, unit, half_digit, kind, kind_group
    FROM core.observation_best
    WHERE value IS NOT NULL
)
SELECT
    CASE WHEN p.value > w.value THEN 'part_exceeds_whole' ELSE 'two_scopes' END AS conflict_kind,
    CASE WHEN p.value > w.value THEN 'contradiction' ELSE 'definition' END AS nature,
    p.subject_kind, p.subject_name, p.region_code, p.indicator AS measure, p.scope,
    w.period AS period_a, cast(NULL AS varchar) AS text_a, w.value AS value_a,
    p.period AS period_b, cast(NULL AS varchar) AS text_b, p.value AS value_b, p.unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, try_cast(p.half_digit + w.half_digit AS decimal(18, 6)) AS tolerance,
    concat(w.scope, ' / ', p.scope) AS explanation,
    w.observation_id AS id_a, p.observation_id AS id_b, cast(NULL AS varchar) AS id_c, p.kind
FROM best AS w
JOIN reference.indicator AS i ON i.code = w.indicator AND i.additive
JOIN best AS p
    ON p.subject_id = w.subject_id AND p.indicator = w.indicator AND p.cohort_key = w.cohort_key
    AND p.period_start = w.period_start AND p.period_end = w.period_end AND p.accumulation_group = w.accumulation_group
    AND p.kind_group = w.kind_group AND p.unit = w.unit
WHERE w.scope = 'all' AND p.scope IN ('above_scale', 'below_scale', 'large', 'medium', 'small', 'micro', 'large_medium', 'small_medium', 'key_firms')
    AND abs(cast(p.value AS double) - cast(w.value AS double)) > p.half_digit + w.half_digit + 1e-9
    AND (p.subject_kind IN ('cluster', 'product', 'cohort', 'sector') OR (p.value > w.value AND w.value > 0));
COMMENT ON VIEW core.conflict_scope IS 'One row per figure of some firms beside that of all firms';
COMMENT ON COLUMN core.conflict_scope.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_scope.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_scope.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_scope.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_scope.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_scope.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_scope.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_scope.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_scope.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_scope.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_scope.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_scope.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_scope.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_scope.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_scope.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_scope.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_scope.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_scope.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_scope.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_scope.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_scope.kind IS 'actual, estimate, plan, forecast or sample (示例)';
