-- One row per published growth rate that the published levels do not give: side a is the rate, side b the rate of the
-- levels, and the third figure the level of the year before.
CREATE VIEW core.conflict_growth AS
SELECT
    'level_and_growth' AS conflict_kind,
    -- At a comparable basis (可比口径) both may be true; a gap that nobody explains may not.
    CASE WHEN y.reason = 'published_on_comparable_basis' THEN 'definition' ELSE 'contradiction' END AS nature,
    y.subject_kind, y.subject_name, y.region_code, y.indicator AS measure, y.scope,
    y.period AS period_a, cast(NULL AS varchar) AS text_a, y.published_pct AS value_a,
    y.period AS period_b, cast(NULL AS varchar) AS text_b, cast(y.computed_pct AS decimal(18, 6)) AS value_b, '%' AS unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, y.tolerance_pp AS tolerance, y.reason AS explanation,
    y.growth_id AS id_a, y.level_id AS id_b, y.previous_id AS id_c, y.kind
FROM core.yoy AS y
WHERE y.published_pct IS NOT NULL AND y.computed_pct IS NOT NULL
    AND y.reason IN ('gap', 'published_on_comparable_basis', 'publisher_changed')
    AND abs(y.gap_pp) > y.tolerance_pp;
COMMENT ON VIEW core.conflict_growth IS 'One row per published growth rate that the published levels do not give';
COMMENT ON COLUMN core.conflict_growth.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_growth.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_growth.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_growth.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_growth.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_growth.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_growth.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_growth.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_growth.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_growth.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_growth.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_growth.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_growth.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_growth.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_growth.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_growth.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_growth.kind IS 'actual, estimate, plan, forecast or sample (示例)';
