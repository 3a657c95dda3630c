-- One row per figure of a fact that the figure which stands cannot be: another publisher, another vintage of one
-- publisher, or the same text twice. A figure of a superseded filing was corrected and contradicts nobody: mart.revision.
CREATE VIEW core.conflict_fact AS
WITH figure AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_name, region_code, indicator, scope, cohort_key, period,
        period_start, period_end, accumulation_group, value, unit, half_digit, publisher, published_on, filing_id, kind, kind_group,
        vintage_rank,
        CASE WHEN lower_bound IS NOT NULL THEN cast(lower_bound AS double)
            WHEN upper_bound IS NOT NULL THEN 0e0 ELSE cast(value AS double) - half_digit END AS least,
        CASE WHEN upper_bound IS NOT NULL THEN cast(upper_bound AS double)
            WHEN lower_bound IS NOT NULL THEN 1e18 ELSE cast(value AS double) + half_digit END AS greatest
    FROM core.observation
    WHERE value IS NOT NULL AND NOT is_superseded
),
-- Which two are to be held beside each other: the first vintage and the later ones, the best publisher and the others.
pair AS (
    SELECT a.observation_id AS id_a, b.observation_id AS id_b
    FROM figure AS b
    JOIN figure AS a
        ON a.subject_id = b.subject_id AND a.indicator = b.indicator AND a.scope = b.scope AND a.cohort_key = b.cohort_key
        AND a.period_start = b.period_start AND a.period_end = b.period_end AND a.accumulation_group = b.accumulation_group
        AND a.publisher = b.publisher AND a.kind = b.kind AND a.vintage_rank = 1
    WHERE b.vintage_rank > 1
    UNION ALL
    SELECT a.observation_id, b.observation_id
    FROM core.observation_best AS a
    JOIN figure AS b
        ON a.subject_id = b.subject_id AND a.indicator = b.indicator AND a.scope = b.scope AND a.cohort_key = b.cohort_key
        AND a.period_start = b.period_start AND a.period_end = b.period_end AND a.accumulation_group = b.accumulation_group
        AND a.kind_group = b.kind_group AND b.vintage_rank = 1 AND b.observation_id <> a.observation_id
    WHERE a.figure_count > 1
),
-- Of figures that say the same, one speaks for all.
apart AS (
    SELECT
        p.id_a, p.id_b, a.publisher <> b.publisher AS is_other_publisher,
        a.filing_id = b.filing_id AND a.published_on IS NOT DISTINCT FROM b.published_on AS is_one_filing,
        b.subject_kind, b.subject_name, b.region_code, b.indicator, b.scope, b.period, a.value AS value_a,
        b.value AS value_b, b.unit, a.half_digit + b.half_digit AS tolerance, b.kind,
        row_number() OVER (PARTITION BY p.id_a, b.publisher, b.value ORDER BY p.id_b) AS choice
    FROM pair AS p
    JOIN figure AS a ON a.observation_id = p.id_a
    JOIN figure AS b ON b.observation_id = p.id_b
    WHERE a.unit = b.unit AND (a.least > b.greatest + 1e-9 OR b.least > a.greatest + 1e-9)
)
SELECT
    CASE WHEN is_other_publisher THEN 'two_publishers' WHEN is_one_filing THEN 'one_filing_twice' ELSE 'two_vintages' END
        AS conflict_kind,
    'contradiction' AS nature, subject_kind, subject_name, region_code, indicator AS measure, scope,
    period AS period_a, cast(NULL AS varchar) AS text_a, value_a, period AS period_b, cast(NULL AS varchar) AS text_b, value_b,
    unit, cast(NULL AS decimal(18, 6)) AS expected_b, try_cast(tolerance AS decimal(18, 6)) AS tolerance,
    -- A figure ten, a hundred … times the other has lost its decimal point, or stands under another unit.
    CASE WHEN round(cast(value_a AS double) / cast(nullif(value_b, 0) AS double), 9) IN (1e1, 1e2, 1e3, 1e4, 1e-1, 1e-2, 1e-3, 1e-4)
        THEN 'decimal_point' END AS explanation,
    id_a, id_b, cast(NULL AS varchar) AS id_c, kind
FROM apart
WHERE choice = 1;
COMMENT ON VIEW core.conflict_fact IS 'One row per figure of a fact that the figure which stands cannot be';
COMMENT ON COLUMN core.conflict_fact.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_fact.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_fact.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_fact.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_fact.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_fact.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_fact.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_fact.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_fact.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_fact.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_fact.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_fact.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_fact.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_fact.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_fact.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_fact.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_fact.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_fact.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_fact.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_fact.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_fact.kind IS 'actual, estimate, plan, forecast or sample (示例)';
