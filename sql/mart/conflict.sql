-- One row per contradiction that a rule found: both sides as they stand, each with its filing and place.
-- Neither side is dropped or preferred here; nature says how strong the contradiction is.
CREATE VIEW mart.conflict AS
SELECT
    c.subject_name, coalesce(i.name_zh, c.measure) AS measure_name, k.name_zh AS conflict_name, c.nature,
    c.period_a, c.value_a, c.text_a, c.period_b, c.value_b, c.text_b, c.unit,
    try_cast(c.value_b - coalesce(c.expected_b, c.value_a) AS decimal(18, 6)) AS difference,
    CASE WHEN c.unit <> '%' THEN try_cast(100e0 * (cast(c.value_b AS double)
        / cast(nullif(coalesce(c.expected_b, c.value_a), 0) AS double) - 1e0) AS decimal(18, 2)) END AS difference_pct,
    c.tolerance, c.explanation, k.meaning_zh,
    a.publisher AS publisher_a, a.published_on AS published_on_a, a.printed AS printed_a, a.file_name AS file_a, a.locator AS locator_a,
    b.publisher AS publisher_b, b.published_on AS published_on_b, b.printed AS printed_b, b.file_name AS file_b, b.locator AS locator_b,
    c.conflict_kind, c.measure, c.scope, c.subject_kind, c.region_code, c.expected_b, c.kind,
    c.id_a AS observation_id, c.id_b AS other_id, c.id_c AS third_id
FROM core.conflict AS c
LEFT JOIN reference.conflict_kind AS k ON k.conflict_kind = c.conflict_kind
LEFT JOIN reference.indicator AS i ON i.code = c.measure
LEFT JOIN core.conflict_side AS a ON a.fact_id = c.id_a
LEFT JOIN core.conflict_side AS b ON b.fact_id = c.id_b
WHERE c.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.conflict IS 'One row per contradiction between facts: two publishers or vintages, a rate and its levels, a whole and its parts, one title at two places, a frozen figure, a forecast as fact; both sides as filed. Source: core.conflict';
COMMENT ON COLUMN mart.conflict.subject_name IS 'Name of the subject; of two subjects both';
COMMENT ON COLUMN mart.conflict.measure_name IS 'Chinese name of what is stated';
COMMENT ON COLUMN mart.conflict.conflict_name IS 'Chinese name of the kind of contradiction';
COMMENT ON COLUMN mart.conflict.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN mart.conflict.period_a IS 'Period or day of side a';
COMMENT ON COLUMN mart.conflict.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN mart.conflict.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN mart.conflict.period_b IS 'Period or day of side b';
COMMENT ON COLUMN mart.conflict.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN mart.conflict.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN mart.conflict.unit IS 'Unit of both sides; NULL: words';
COMMENT ON COLUMN mart.conflict.difference IS 'Side b less side a, or less expected_b where the rule expects another figure, in the unit; of percentages in points';
COMMENT ON COLUMN mart.conflict.difference_pct IS 'The difference in % of what was expected; NULL: percentages, words';
COMMENT ON COLUMN mart.conflict.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN mart.conflict.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN mart.conflict.meaning_zh IS 'What the kind of contradiction means, in Chinese';
COMMENT ON COLUMN mart.conflict.publisher_a IS 'Who published side a; NULL: not known';
COMMENT ON COLUMN mart.conflict.published_on_a IS 'Day of publication of side a';
COMMENT ON COLUMN mart.conflict.printed_a IS 'Side a as printed';
COMMENT ON COLUMN mart.conflict.file_a IS 'Filing of side a';
COMMENT ON COLUMN mart.conflict.locator_a IS 'Where side a stands in it';
COMMENT ON COLUMN mart.conflict.publisher_b IS 'Who published side b; NULL: not known';
COMMENT ON COLUMN mart.conflict.published_on_b IS 'Day of publication of side b';
COMMENT ON COLUMN mart.conflict.printed_b IS 'Side b as printed';
COMMENT ON COLUMN mart.conflict.file_b IS 'Filing of side b';
COMMENT ON COLUMN mart.conflict.locator_b IS 'Where side b stands in it';
COMMENT ON COLUMN mart.conflict.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN mart.conflict.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN mart.conflict.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.conflict.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.conflict.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.conflict.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN mart.conflict.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.conflict.observation_id IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN mart.conflict.other_id IS 'Fact id of side b';
COMMENT ON COLUMN mart.conflict.third_id IS 'Fact id of a third figure that the rule used; NULL: none';
