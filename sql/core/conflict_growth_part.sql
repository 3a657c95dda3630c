-- One row per growth rate published for nine months or more of a year that the levels of the years do not bear out:
-- the rest of the year would have had to grow by 30 points more, or less, than what was published.
CREATE VIEW core.conflict_growth_part AS
WITH level AS (
    SELECT observation_id, subject_id, family, indicator, scope, kind_group, year, period, value, unit, half_digit,
        row_number() OVER (PARTITION BY subject_id, family, scope, kind_group, year ORDER BY period_end DESC, observation_id) AS choice
    FROM core.figure
    WHERE months = 12 AND value > 0
),
part AS (
    SELECT
        y.growth_id, y.subject_id, y.subject_kind, y.subject_name, y.region_code, y.indicator, y.scope, y.period, y.year,
        y.published_pct, y.kind, y.kind_group, coalesce(f.family, y.indicator) AS family, month(y.period_end) AS months
    FROM core.yoy AS y
    LEFT JOIN reference.indicator_family AS f ON f.indicator = y.indicator
    WHERE y.published_pct IS NOT NULL AND y.subject_kind IN ('cluster', 'product', 'cohort', 'sector')
        AND month(y.period_start) = 1 AND year(y.period_start) = y.year AND month(y.period_end) BETWEEN 9 AND 11
),
year_growth AS (
    SELECT
        p.growth_id, p.subject_kind, p.subject_name, p.region_code, p.indicator, p.scope, p.period, p.published_pct, p.kind, p.months,
        n.observation_id, n.period AS level_period, b.observation_id AS base_id, n.indicator <> b.indicator AS is_other_word,
        100e0 * (cast(n.value AS double) / cast(b.value AS double) - 1e0) AS growth
    FROM part AS p
    JOIN level AS n
        ON n.subject_id = p.subject_id AND n.family = p.family AND n.scope = p.scope AND n.kind_group = p.kind_group
        AND n.year = p.year AND n.choice = 1
    JOIN level AS b
        ON b.subject_id = p.subject_id AND b.family = p.family AND b.scope = p.scope AND b.kind_group = p.kind_group
        AND b.year = p.year - 1 AND b.choice = 1 AND b.unit = n.unit
)
SELECT
    'growth_of_part_year' AS conflict_kind, 'doubt' AS nature, subject_kind, subject_name, region_code, indicator AS measure,
    scope, period AS period_a, cast(NULL AS varchar) AS text_a, published_pct AS value_a,
    level_period AS period_b, cast(NULL AS varchar) AS text_b, try_cast(growth AS decimal(18, 6)) AS value_b, '%' AS unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, cast(NULL AS decimal(18, 6)) AS tolerance,
    CASE WHEN is_other_word THEN 'other_word' END AS explanation, growth_id AS id_a, observation_id AS id_b, base_id AS id_c, kind
FROM year_growth
WHERE abs(growth - cast(published_pct AS double)) * 12e0 / cast(12 - months AS double) > 30e0;
COMMENT ON VIEW core.conflict_growth_part IS 'One row per growth rate of most of a year that the levels of the years do not bear out';
COMMENT ON COLUMN core.conflict_growth_part.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_growth_part.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_growth_part.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_growth_part.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_growth_part.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_growth_part.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_growth_part.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_growth_part.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_growth_part.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth_part.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth_part.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_growth_part.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth_part.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth_part.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_growth_part.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_growth_part.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_growth_part.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_growth_part.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_growth_part.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_growth_part.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_growth_part.kind IS 'actual, estimate, plan, forecast or sample (示例)';
