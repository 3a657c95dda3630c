-- One row per published growth rate of a year whose level is filed, and that of the year before is not, while an
-- earlier one is: the rate is then held against the mean growth since (年均). Side a is the rate, side b the mean growth of
-- the levels; a rate that is of one year only may still be right, so this is a doubt unless a word says 年均.
CREATE VIEW core.conflict_growth_span AS
WITH yearly AS (
    SELECT observation_id, subject_id, subject_kind, subject_name, region_code, indicator, scope, cohort_key, period, year,
        value, unit, half_digit, kind, kind_group
    FROM core.figure
    WHERE months IN (0, 12) AND value > 0
),
span AS (
    SELECT
        n.observation_id, n.subject_kind, n.subject_name, n.region_code, n.indicator, n.scope, n.period, n.kind,
        p.observation_id AS base_id, p.period AS base_period, n.year - p.year AS years,
        cast(n.value AS double) / cast(p.value AS double) AS ratio,
        cast(n.half_digit AS double) / cast(n.value AS double) + cast(p.half_digit AS double) / cast(p.value AS double) AS relative_rounding,
        row_number() OVER (PARTITION BY n.observation_id ORDER BY p.year DESC, p.observation_id) AS choice
    FROM yearly AS n
    JOIN yearly AS p
        ON p.subject_id = n.subject_id AND p.indicator = n.indicator AND p.scope = n.scope AND p.cohort_key = n.cohort_key
        AND p.kind_group = n.kind_group AND p.unit = n.unit AND p.year < n.year AND p.year >= n.year - 10
),
rate AS (
    SELECT
        s.observation_id, s.subject_kind, s.subject_name, s.region_code, s.indicator, s.scope, s.period, s.kind, s.base_id,
        s.base_period, y.growth_id, y.published_pct, o.half_digit AS rate_half_digit,
        concat(o.printed, o.row_heading, o.column_heading) AS words,
        100e0 * (power(s.ratio, 1e0 / cast(s.years AS double)) - 1e0) AS mean_growth,
        cast(100e0 * s.ratio * s.relative_rounding AS double) / cast(s.years AS double) AS rounding
    FROM span AS s
    JOIN core.yoy AS y ON y.level_id = s.observation_id
    JOIN core.observation AS o ON o.observation_id = y.growth_id
    WHERE s.choice = 1 AND s.years > 1 AND y.published_pct IS NOT NULL
)
SELECT
    'growth_over_years' AS conflict_kind,
    CASE WHEN words LIKE '%年均%' OR words LIKE '%平均%' THEN 'contradiction' ELSE 'doubt' END AS nature,
    subject_kind, subject_name, region_code, indicator AS measure, scope,
    period AS period_a, cast(NULL AS varchar) AS text_a, published_pct AS value_a,
    concat(base_period, '/', period) AS period_b, cast(NULL AS varchar) AS text_b,
    try_cast(mean_growth AS decimal(18, 6)) AS value_b, '%' AS unit, cast(NULL AS decimal(18, 6)) AS expected_b,
    try_cast(rate_half_digit + rounding AS decimal(18, 6)) AS tolerance,
    CASE WHEN words LIKE '%年均%' OR words LIKE '%平均%' THEN 'mean_growth' ELSE 'mean_or_one_year' END AS explanation,
    growth_id AS id_a, observation_id AS id_b, base_id AS id_c, kind
FROM rate
WHERE abs(cast(published_pct AS double) - mean_growth) > rate_half_digit + rounding;
COMMENT ON VIEW core.conflict_growth_span IS 'One row per published growth rate that the mean growth since an earlier level does not give';
COMMENT ON COLUMN core.conflict_growth_span.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_growth_span.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_growth_span.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_growth_span.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_growth_span.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_growth_span.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_growth_span.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_growth_span.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_growth_span.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth_span.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth_span.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_growth_span.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_growth_span.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_growth_span.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_growth_span.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_growth_span.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_growth_span.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_growth_span.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_growth_span.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_growth_span.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_growth_span.kind IS 'actual, estimate, plan, forecast or sample (示例)';
