-- One row per level or published growth: subject, indicator, scope, cohort, period, publisher and kind group.
-- Growth rates are published at a comparable basis (可比口径): the ratio of two published levels is another figure.
-- Both are shown; where the levels cannot be compared at all, none is computed and reason says why.
CREATE VIEW core.yoy AS
WITH level AS (
    SELECT
        o.observation_id, o.subject_id, o.subject_kind, o.subject_code, o.subject_name, o.region_code, o.industry_code,
        o.indicator, o.scope, o.scope_version, o.cohort, o.cohort_key, o.classification,
        o.period, o.period_start, o.period_end, o.start_month, o.end_month, o.year, o.accumulation_group,
        o.value, o.unit, o.half_digit, o.publisher, o.publisher_name, o.publisher_rank, o.published_on, o.kind, o.kind_group
    FROM core.observation AS o
    JOIN reference.indicator AS i ON i.code = o.indicator
    WHERE o.vintage_rank = 1 AND i.growth_of IS NULL AND i.unit NOT IN ('%', '个百分点')
),
growth AS (
    SELECT
        o.observation_id, o.subject_id, o.subject_kind, o.subject_code, o.subject_name, o.region_code, o.industry_code,
        i.growth_of AS indicator, o.scope, o.cohort, o.cohort_key, o.period, o.period_start, o.period_end, o.year,
        -- A stock has one day only, however its growth was filed.
        CASE WHEN l.accumulation = 'point' THEN o.end_month ELSE o.start_month END AS start_month, o.end_month,
        o.value, o.half_digit, o.publisher, o.publisher_name, o.kind, o.kind_group, i.price_basis, l.price_basis AS level_price_basis
    FROM core.observation AS o
    JOIN reference.indicator AS i ON i.code = o.indicator
    JOIN reference.indicator AS l ON l.code = i.growth_of
    -- Growth over several years (年均增长) is no growth over one.
    WHERE o.vintage_rank = 1 AND o.end_month - o.start_month < 12
),
growth_ranked AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, indicator,
        scope, cohort, cohort_key, period, period_start, period_end, year, start_month, end_month,
        value, half_digit, publisher, publisher_name, kind, kind_group, price_basis, level_price_basis,
        row_number() OVER (
            PARTITION BY subject_id, indicator, scope, cohort_key, start_month, end_month, publisher, kind_group
            ORDER BY CASE WHEN value IS NULL THEN 1 ELSE 0 END, observation_id
        ) AS choice
    FROM growth
),
growth_best AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, indicator,
        scope, cohort, cohort_key, period, period_start, period_end, year, start_month, end_month,
        value, half_digit, publisher, publisher_name, kind, kind_group, price_basis, level_price_basis
    FROM growth_ranked
    WHERE choice = 1
),
now AS (
    SELECT
        coalesce(l.observation_id, g.observation_id) AS observation_id,
        l.observation_id AS level_id, g.observation_id AS growth_id,
        coalesce(l.subject_id, g.subject_id) AS subject_id,
        coalesce(l.subject_kind, g.subject_kind) AS subject_kind,
        coalesce(l.subject_code, g.subject_code) AS subject_code,
        coalesce(l.subject_name, g.subject_name) AS subject_name,
        coalesce(l.region_code, g.region_code) AS region_code,
        coalesce(l.industry_code, g.industry_code) AS industry_code,
        coalesce(l.indicator, g.indicator) AS indicator,
        coalesce(l.scope, g.scope) AS scope,
        coalesce(l.cohort, g.cohort) AS cohort,
        coalesce(l.cohort_key, g.cohort_key) AS cohort_key,
        coalesce(l.period, g.period) AS period,
        coalesce(l.period_start, g.period_start) AS period_start,
        coalesce(l.period_end, g.period_end) AS period_end,
        coalesce(l.start_month, g.start_month) AS start_month,
        coalesce(l.end_month, g.end_month) AS end_month,
        coalesce(l.year, g.year) AS year,
        coalesce(l.publisher, g.publisher) AS publisher,
        coalesce(l.publisher_name, g.publisher_name) AS publisher_name,
        coalesce(l.kind, g.kind) AS kind,
        coalesce(l.kind_group, g.kind_group) AS kind_group,
        l.accumulation_group, l.scope_version, l.classification, l.value, l.unit, l.half_digit AS level_half_digit,
        g.value AS published, g.half_digit AS growth_half_digit, g.price_basis, g.level_price_basis
    FROM level AS l
    FULL JOIN growth_best AS g
        ON g.subject_id = l.subject_id AND g.indicator = l.indicator AND g.scope = l.scope
        AND g.cohort_key = l.cohort_key AND g.start_month = l.start_month AND g.end_month = l.end_month
        AND g.publisher = l.publisher AND g.kind_group = l.kind_group
),
-- The year before: the figure most like this one. Other cohorts, publishers and accumulations are met only to
-- say that they are all there is.
before AS (
    SELECT
        n.observation_id, p.observation_id AS previous_id, p.value, p.unit, p.half_digit, p.publisher, p.publisher_name, p.period,
        p.cohort_key, p.scope_version, p.classification, p.accumulation_group,
        row_number() OVER (
            PARTITION BY n.observation_id
            ORDER BY
                CASE WHEN p.cohort_key = n.cohort_key THEN 0 ELSE 1 END,
                CASE WHEN p.accumulation_group = n.accumulation_group THEN 0 ELSE 1 END,
                CASE WHEN p.publisher = n.publisher THEN 0 WHEN p.publisher_name = n.publisher_name THEN 1 ELSE 2 END,
                CASE WHEN p.value IS NULL THEN 1 ELSE 0 END,
                p.publisher_rank, p.period_end DESC, p.published_on DESC NULLS LAST, p.observation_id
        ) AS choice
    FROM now AS n
    JOIN level AS p
        ON p.subject_id = n.subject_id AND p.indicator = n.indicator AND p.scope = n.scope
        AND p.kind_group = n.kind_group AND p.start_month = n.start_month - 12 AND p.end_month = n.end_month - 12
),
judged AS (
    SELECT
        n.observation_id, n.level_id, n.growth_id, n.subject_id, n.subject_kind, n.subject_code, n.subject_name,
        n.region_code, n.industry_code, n.indicator, n.scope, n.cohort, n.period, n.period_start, n.period_end, n.year,
        n.publisher, n.kind, n.kind_group, n.accumulation_group, n.value, n.unit, n.published,
        n.growth_half_digit, n.level_half_digit, n.price_basis, n.level_price_basis,
        b.previous_id, b.value AS previous_value, b.publisher AS previous_publisher, b.half_digit AS previous_half_digit,
        b.publisher_name <> n.publisher_name AS is_other_publisher,
        CASE
            WHEN n.value IS NULL THEN 'no_value'
            WHEN b.previous_id IS NULL OR b.value IS NULL THEN 'no_previous'
            WHEN b.cohort_key <> n.cohort_key THEN 'cohort_changed'
            WHEN b.scope_version <> n.scope_version THEN 'scope_version_changed'
            WHEN b.classification <> n.classification AND x.relation IS NULL THEN 'classification_changed'
            WHEN b.accumulation_group <> n.accumulation_group THEN 'accumulation_differs'
            WHEN b.unit <> n.unit THEN 'units_differ'
            WHEN b.value <= 0 THEN 'previous_not_positive'
        END AS obstacle
    FROM now AS n
    LEFT JOIN before AS b ON b.observation_id = n.observation_id AND b.choice = 1
    -- Most divisions are the same in the next edition of GB/T 4754.
    LEFT JOIN reference.industry_bridge AS x
        ON x.from_edition = b.classification AND x.to_edition = n.classification AND x.relation IN ('same', 'renamed')
        AND x.from_code = n.industry_code AND x.to_code = n.industry_code
),
computed AS (
    SELECT
        observation_id, level_id, growth_id, subject_id, subject_kind, subject_code, subject_name, region_code,
        industry_code, indicator, scope, cohort, period, period_start, period_end, year, publisher, kind, kind_group,
        accumulation_group, value, unit, published, previous_id, previous_value, previous_publisher, is_other_publisher, obstacle,
        price_basis, level_price_basis, growth_half_digit,
        CASE WHEN obstacle IS NULL
            THEN 100e0 * (cast(value AS double) / cast(previous_value AS double) - 1e0) END AS growth,
        -- How far the growth of the levels can be off because the levels themselves are rounded.
        CASE WHEN obstacle IS NULL
            THEN 100e0 * (level_half_digit + cast(value AS double) / cast(previous_value AS double) * previous_half_digit)
                / cast(previous_value AS double) END AS level_rounding
    FROM judged
)
SELECT
    observation_id, level_id, growth_id, previous_id, subject_id, subject_kind, subject_code, subject_name,
    region_code, industry_code, indicator, scope, cohort, period, period_start, period_end, year, accumulation_group,
    value, unit, previous_value, published AS published_pct,
    try_cast(growth AS decimal(18, 4)) AS computed_pct,
    try_cast(cast(published AS double) - growth AS decimal(18, 4)) AS gap_pp,
    CASE
        WHEN obstacle IN ('no_value', 'no_previous') OR (obstacle IS NULL AND published IS NULL) THEN NULL
        WHEN obstacle IS NOT NULL OR is_other_publisher THEN false
        ELSE abs(cast(published AS double) - growth) <= growth_half_digit + 1e-9
    END AS comparable,
    CASE
        WHEN obstacle IS NOT NULL THEN obstacle
        WHEN is_other_publisher THEN 'publisher_changed'
        WHEN published IS NULL THEN 'not_published'
        WHEN abs(cast(published AS double) - growth) <= growth_half_digit + 1e-9 THEN NULL
        WHEN abs(cast(published AS double) - growth) <= growth_half_digit + level_rounding THEN 'levels_rounded'
        WHEN price_basis <> level_price_basis THEN 'published_on_comparable_basis'
        ELSE 'gap'
    END AS reason,
    publisher, previous_publisher, kind, kind_group,
    try_cast(growth_half_digit + level_rounding + 1e-9 AS decimal(18, 6)) AS tolerance_pp
FROM computed;
COMMENT ON VIEW core.yoy IS 'One row per level or published growth rate: subject, indicator, scope, cohort, period, publisher and kind group';
COMMENT ON COLUMN core.yoy.observation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.yoy.level_id IS 'Fact id of the level';
COMMENT ON COLUMN core.yoy.growth_id IS 'Fact id of the published rate';
COMMENT ON COLUMN core.yoy.previous_id IS 'Fact id of the level one year before';
COMMENT ON COLUMN core.yoy.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.yoy.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.yoy.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.yoy.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.yoy.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.yoy.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN core.yoy.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.yoy.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.yoy.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.yoy.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.yoy.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN core.yoy.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN core.yoy.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.yoy.accumulation_group IS 'point, flow, ytd or average';
COMMENT ON COLUMN core.yoy.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.yoy.unit IS 'Unit of the value';
COMMENT ON COLUMN core.yoy.previous_value IS 'Value one year before, same subject, indicator and scope, as it stands today';
COMMENT ON COLUMN core.yoy.published_pct IS 'Growth as published, in %; NULL: not published';
COMMENT ON COLUMN core.yoy.computed_pct IS '100 x (value / previous_value - 1), in %, to four decimals; NULL: reason says why';
COMMENT ON COLUMN core.yoy.gap_pp IS 'Published less computed, in percentage points';
COMMENT ON COLUMN core.yoy.comparable IS 'true: the two rates agree within half of the last printed digit, so that the levels are one series; false: they do not, or must not be compared; NULL: cannot be told';
COMMENT ON COLUMN core.yoy.reason IS 'Why nothing was computed, or why the two rates are not the same. no_value, no_previous: not filed; cohort_changed, scope_version_changed, classification_changed, accumulation_differs, units_differ, previous_not_positive: the levels are not of one series; publisher_changed: the level before is from another publisher; not_published: no rate to compare with; levels_rounded: the levels are printed too coarsely to tell; published_on_comparable_basis: the published rate is at 可比口径, the levels as first published; gap: unexplained. NULL: the rates agree';
COMMENT ON COLUMN core.yoy.publisher IS 'Who published it';
COMMENT ON COLUMN core.yoy.previous_publisher IS 'Who published the level one year before';
COMMENT ON COLUMN core.yoy.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.yoy.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.yoy.tolerance_pp IS 'How far the two rates may be apart because rate and levels are printed rounded, in percentage points';
