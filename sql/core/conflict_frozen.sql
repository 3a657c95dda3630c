-- One row per figure that is printed again, digit by digit, two years later or more: a count or a volume does not
-- stand still, so the later text copied the earlier one. Side a is the first time, side b the last.
CREATE VIEW core.conflict_frozen AS
WITH repeated AS (
    SELECT
        subject_id, indicator, scope, cohort_key, kind_group, value, unit, count(DISTINCT source) AS sources,
        min(end_month) AS first_month, max(end_month) AS last_month,
        min_by(observation_id, end_month) AS id_a, max_by(observation_id, end_month) AS id_b
    FROM core.figure
    WHERE kind_group <> 'planned' AND value > 0 AND unit <> '%'
    GROUP BY subject_id, indicator, scope, cohort_key, kind_group, value, unit
)
SELECT
    'frozen_figure' AS conflict_kind, 'doubt' AS nature, b.subject_kind, b.subject_name, b.region_code, b.indicator AS measure,
    b.scope, a.period AS period_a, cast(NULL AS varchar) AS text_a, a.value AS value_a,
    b.period AS period_b, cast(NULL AS varchar) AS text_b, b.value AS value_b, b.unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, cast(NULL AS decimal(18, 6)) AS tolerance,
    cast(NULL AS varchar) AS explanation, r.id_a, r.id_b, cast(NULL AS varchar) AS id_c, b.kind
FROM repeated AS r
JOIN core.figure AS a ON a.observation_id = r.id_a
JOIN core.figure AS b ON b.observation_id = r.id_b
-- A source that goes on with its own series may well count the same again.
WHERE r.last_month - r.first_month >= 24 AND r.sources > 1;
COMMENT ON VIEW core.conflict_frozen IS 'One row per figure that is printed again two years later or more';
COMMENT ON COLUMN core.conflict_frozen.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_frozen.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_frozen.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_frozen.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_frozen.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_frozen.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_frozen.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_frozen.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_frozen.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_frozen.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_frozen.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_frozen.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_frozen.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_frozen.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_frozen.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_frozen.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_frozen.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_frozen.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_frozen.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_frozen.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_frozen.kind IS 'actual, estimate, plan, forecast or sample (示例)';
