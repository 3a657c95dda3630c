-- One row per whole that the sum of its parts does not give (reference.indicator_part): side a the sum, by its first
-- part, side b the whole. Only where all parts are filed.
CREATE VIEW core.conflict_total AS
WITH part_sum AS (
    SELECT
        p.whole, p.whole_scope, o.subject_id, o.cohort_key, o.period_start, o.period_end, o.kind_group,
        sum(o.value) AS value, sum(o.half_digit) AS half_digit, min(o.observation_id) AS observation_id,
        count(*) AS counted, max(p.part_count) AS part_count
    FROM reference.indicator_part AS p
    JOIN core.observation_best AS o ON o.indicator = p.part AND o.scope = p.part_scope
    WHERE o.value IS NOT NULL
    GROUP BY p.whole, p.whole_scope, o.subject_id, o.cohort_key, o.period_start, o.period_end, o.kind_group
)
SELECT
    'total_and_parts' AS conflict_kind, 'contradiction' AS nature, o.subject_kind, o.subject_name, o.region_code,
    o.indicator AS measure, o.scope, o.period AS period_a, cast(NULL AS varchar) AS text_a,
    try_cast(s.value AS decimal(18, 6)) AS value_a, o.period AS period_b, cast(NULL AS varchar) AS text_b, o.value AS value_b, o.unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, try_cast(s.half_digit + o.half_digit AS decimal(18, 6)) AS tolerance,
    CASE WHEN s.value > o.value THEN 'parts_exceed_whole' ELSE 'parts_fall_short' END AS explanation,
    s.observation_id AS id_a, o.observation_id AS id_b, cast(NULL AS varchar) AS id_c, o.kind
FROM part_sum AS s
JOIN core.observation_best AS o
    ON o.indicator = s.whole AND o.scope = s.whole_scope AND o.subject_id = s.subject_id AND o.cohort_key = s.cohort_key
    AND o.period_start = s.period_start AND o.period_end = s.period_end AND o.kind_group = s.kind_group
WHERE s.counted = s.part_count AND abs(cast(s.value AS double) - cast(o.value AS double)) > s.half_digit + o.half_digit + 1e-9;
COMMENT ON VIEW core.conflict_total IS 'One row per whole that the sum of its parts does not give';
COMMENT ON COLUMN core.conflict_total.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_total.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_total.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_total.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_total.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_total.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_total.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_total.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_total.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_total.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_total.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_total.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_total.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_total.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_total.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_total.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_total.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_total.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_total.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_total.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_total.kind IS 'actual, estimate, plan, forecast or sample (示例)';
