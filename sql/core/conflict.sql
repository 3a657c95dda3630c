-- One row per contradiction that a rule of core.conflict_… found.
CREATE VIEW core.conflict AS
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_brand
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_fact
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_forecast
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_frozen
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_growth
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_growth_part
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_growth_span
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_list
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_part_year
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_ratio
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_same_number
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_scope
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_step
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_title
UNION ALL
SELECT
    conflict_kind, nature, subject_kind, subject_name, region_code, measure, scope, period_a, text_a, value_a, period_b,
    text_b, value_b, unit, expected_b, tolerance, explanation, id_a, id_b, id_c, kind
FROM core.conflict_total;
COMMENT ON VIEW core.conflict IS 'One row per contradiction that a rule of core.conflict_… found';
COMMENT ON COLUMN core.conflict.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict.kind IS 'actual, estimate, plan, forecast or sample (示例)';
