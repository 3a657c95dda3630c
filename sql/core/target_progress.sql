-- One row per target and kind of figure that it is judged by.
-- No clock: a target is not due while no figure of its due year, nor of a later one, is in the release.
-- Growth is judged by published rates (可比口径) where there is one for each year; by levels only for stocks, since
-- levels of flows change with the scope of the year.
CREATE VIEW core.target_progress AS
WITH figure AS (
    SELECT
        b.observation_id, b.subject_name, b.indicator, b.scope, b.scope_version, b.year, b.value, b.unit, b.publisher,
        b.accumulation_group, b.kind_group, b.period_end,
        -- The figure of a year: that of the whole year, or the last stock in it.
        row_number() OVER (
            PARTITION BY b.subject_name, b.indicator, b.scope, b.year, b.kind_group
            ORDER BY b.period_end DESC, CASE WHEN b.cohort IS NULL THEN 0 ELSE 1 END, b.publisher, b.observation_id
        ) AS choice
    FROM core.observation_best AS b
    WHERE b.value IS NOT NULL AND b.kind_group <> 'planned'
        AND (b.accumulation_group = 'point' OR (b.end_month - b.start_month = 11 AND month(b.period_end) = 12))
        -- Targets are few and figures many: only those of the subjects that targets name are put in order.
        AND b.subject_name IN (SELECT t.subject_name FROM core.target AS t)
),
annual AS (
    SELECT observation_id, subject_name, indicator, scope, scope_version, year, value, unit, publisher,
        accumulation_group, kind_group
    FROM figure
    WHERE choice = 1
),
newest AS (
    SELECT b.kind_group, max(b.year) AS year
    FROM core.observation_best AS b
    WHERE b.value IS NOT NULL AND b.kind_group <> 'planned' -- as above, of all subjects
        AND (b.accumulation_group = 'point' OR (b.end_month - b.start_month = 11 AND month(b.period_end) = 12))
    GROUP BY b.kind_group
),
due AS (
    SELECT
        t.target_id, t.document, t.doc_status, t.subject_name, t.indicator, t.indicator_text, t.scope, t.comparator,
        t.value, t.unit, t.target_type, t.base_period, t.base_year, t.due_year, t.published_on, t.kind,
        g.kind_group, n.year AS newest_year, i.growth_of,
        a.observation_id, a.value AS due_value, a.unit AS due_unit, a.publisher, a.accumulation_group,
        z.value AS base_value, z.unit AS base_unit, z.observation_id AS base_id,
        a.scope_version IS DISTINCT FROM z.scope_version AS is_scope_changed
    FROM core.target AS t
    JOIN (VALUES ('real'), ('sample')) AS g (kind_group)
        ON (g.kind_group = 'sample') = (t.kind = 'sample')
    LEFT JOIN newest AS n ON n.kind_group = g.kind_group
    LEFT JOIN reference.indicator AS i ON i.code = t.indicator
    LEFT JOIN annual AS a
        ON a.subject_name = t.subject_name AND a.indicator = t.indicator AND a.scope = t.scope
        AND a.year = t.due_year AND a.kind_group = g.kind_group
    LEFT JOIN annual AS z
        ON z.subject_name = t.subject_name AND z.indicator = t.indicator AND z.scope = t.scope
        AND z.year = t.base_year AND z.kind_group = g.kind_group
),
-- Published rates of the years after the base up to the due year.
chain AS (
    SELECT d.target_id, count(*) AS rate_count, sum(r.value) AS rate_sum
    FROM due AS d
    JOIN reference.indicator AS i ON i.growth_of = coalesce(d.growth_of, d.indicator)
    JOIN annual AS r
        ON r.indicator = i.code AND r.subject_name = d.subject_name AND r.scope = d.scope AND r.kind_group = d.kind_group
        AND r.year > d.base_year AND r.year <= d.due_year
    WHERE d.target_type = 'average_growth'
    GROUP BY d.target_id
),
-- The latest figure up to the due year: how far it has come.
latest AS (
    SELECT d.target_id, max_by(a.value, a.year) AS value, max(a.year) AS year, max_by(a.observation_id, a.year) AS observation_id
    FROM due AS d
    JOIN annual AS a
        ON a.subject_name = d.subject_name AND a.indicator = d.indicator AND a.scope = d.scope
        AND a.kind_group = d.kind_group AND a.year <= coalesce(d.due_year, 9999)
    GROUP BY d.target_id
),
measured AS (
    SELECT
        d.target_id, d.document, d.doc_status, d.subject_name, d.indicator, d.indicator_text, d.scope, d.comparator,
        d.value, d.unit, d.target_type, d.base_period, d.base_year, d.due_year, d.published_on, d.kind,
        d.newest_year, d.observation_id, d.due_value, d.due_unit, d.base_value, d.base_id, d.publisher,
        l.value AS latest_value, l.year AS latest_year, l.observation_id AS latest_id,
        c.rate_count, d.due_year - d.base_year AS year_count,
        CASE
            WHEN d.target_type IN ('level', 'stock', 'per_year') THEN cast(d.due_value AS double)
            WHEN d.target_type = 'average_growth' AND c.rate_count = d.due_year - d.base_year
                THEN cast(c.rate_sum AS double) / cast(c.rate_count AS double)
            WHEN d.target_type = 'average_growth' AND d.accumulation_group = 'point' AND d.base_value > 0 AND d.due_value > 0
                AND d.due_year > d.base_year AND NOT d.is_scope_changed
                THEN round(100e0 * (power(cast(d.due_value AS double) / cast(d.base_value AS double),
                    1e0 / cast(d.due_year - d.base_year AS double)) - 1e0), 6)
            WHEN d.target_type = 'relative_growth' AND d.base_value > 0 AND NOT d.is_scope_changed
                THEN 100e0 * (cast(d.due_value AS double) / cast(d.base_value AS double) - 1e0)
            WHEN d.target_type = 'direction' AND NOT d.is_scope_changed
                THEN cast(d.due_value AS double) - cast(d.base_value AS double)
        END AS measure,
        CASE
            WHEN d.indicator IS NULL THEN 'indicator_unknown'
            WHEN d.due_year IS NULL THEN 'no_due_year'
            WHEN d.target_type <> 'direction' AND d.value IS NULL THEN 'no_number'
            WHEN d.target_type IN ('average_growth', 'relative_growth', 'direction') AND d.base_year IS NULL THEN 'no_base_year'
            WHEN d.target_type IN ('level', 'stock', 'per_year') AND d.due_unit <> d.unit THEN 'units_differ'
        END AS obstacle
    FROM due AS d
    LEFT JOIN chain AS c ON c.target_id = d.target_id
    LEFT JOIN latest AS l ON l.target_id = d.target_id
),
-- 左右 needs a tolerance: the setting target_tolerance_pct, else half of the last digit that is set.
tolerated AS (
    SELECT
        m.target_id, m.document, m.doc_status, m.subject_name, m.indicator, m.indicator_text, m.scope, m.comparator,
        m.value, m.unit, m.target_type, m.base_period, m.base_year, m.due_year, m.published_on, m.kind,
        m.newest_year, m.observation_id, m.due_value, m.base_value, m.base_id, m.publisher, m.latest_value, m.latest_year,
        m.latest_id, m.measure, m.obstacle, m.rate_count,
        CASE
            WHEN m.comparator <> '~=' THEN NULL
            WHEN s.value IS NOT NULL THEN abs(cast(m.value AS double)) * try_cast(s.value AS double) / 100e0
            WHEN m.unit IN ('万元', '万美元') THEN NULL
            WHEN m.value = floor(m.value) THEN 0.5e0
            WHEN cast(m.value AS decimal(38, 6)) * 10 = floor(cast(m.value AS decimal(38, 6)) * 10) THEN 0.05e0
            ELSE 0.005e0
        END AS tolerance
    FROM measured AS m
    LEFT JOIN staging.setting AS s ON s.name = 'target_tolerance_pct'
),
judged AS (
    SELECT
        target_id, document, doc_status, subject_name, indicator, indicator_text, scope, comparator, value, unit, target_type,
        base_period, base_year, due_year, published_on, kind, observation_id, due_value, base_value, base_id, publisher,
        latest_value, latest_year, latest_id, measure, tolerance,
        CASE
            WHEN obstacle IS NOT NULL THEN obstacle
            WHEN measure IS NULL AND coalesce(newest_year, 0) < due_year THEN 'not_due'
            WHEN measure IS NULL AND target_type = 'average_growth' AND rate_count > 0 THEN 'growth_chain_incomplete'
            WHEN measure IS NULL AND due_value IS NULL AND latest_value IS NULL THEN 'no_observation'
            WHEN measure IS NULL AND due_value IS NULL THEN 'no_observation_for_due_year'
            WHEN measure IS NULL AND target_type = 'average_growth' THEN 'growth_chain_incomplete'
            WHEN measure IS NULL THEN 'no_comparable_base'
            WHEN comparator = '~=' AND tolerance IS NULL THEN 'tolerance_not_set'
        END AS obstacle,
        CASE comparator
            WHEN '>=' THEN measure >= cast(value AS double) - 1e-9
            WHEN '>' THEN measure > cast(value AS double)
            WHEN '<=' THEN measure <= cast(value AS double) + 1e-9
            WHEN '<' THEN measure < cast(value AS double)
            WHEN '=' THEN abs(measure - cast(value AS double)) <= 1e-9
            WHEN '~=' THEN abs(measure - cast(value AS double)) <= tolerance + 1e-9
            WHEN 'increase' THEN CASE WHEN target_type = 'direction' THEN measure > 0e0 ELSE measure >= cast(value AS double) - 1e-9 END
            WHEN 'decrease' THEN CASE WHEN target_type = 'direction' THEN measure < 0e0 ELSE measure <= cast(value AS double) + 1e-9 END
        END AS is_met
    FROM tolerated
)
SELECT
    target_id, document, doc_status, subject_name, indicator, indicator_text, scope, comparator, value, unit, target_type,
    base_period, due_year,
    CASE
        WHEN obstacle = 'not_due' THEN 'not_due'
        WHEN obstacle IS NOT NULL OR is_met IS NULL THEN 'not_evaluable'
        WHEN is_met THEN 'met'
        ELSE 'not_met'
    END AS verdict,
    CASE WHEN obstacle = 'not_due' THEN NULL WHEN obstacle IS NULL AND is_met IS NULL THEN 'comparator_unknown' ELSE obstacle END
        AS reason,
    try_cast(measure AS decimal(18, 4)) AS measured, due_value, base_value, latest_value, latest_year,
    try_cast(tolerance AS decimal(18, 6)) AS tolerance, publisher, published_on, kind,
    observation_id, base_id, latest_id
FROM judged;
COMMENT ON VIEW core.target_progress IS 'One row per target: what was set beside what came about';
COMMENT ON COLUMN core.target_progress.target_id IS 'Id of the target: mart.citation says where it stands';
COMMENT ON COLUMN core.target_progress.document IS 'Document that sets the target';
COMMENT ON COLUMN core.target_progress.doc_status IS 'draft (征求意见稿), final, superseded or undated';
COMMENT ON COLUMN core.target_progress.subject_name IS 'Whom the target is about';
COMMENT ON COLUMN core.target_progress.indicator IS 'Code of the indicator; NULL: the dictionary knows none';
COMMENT ON COLUMN core.target_progress.indicator_text IS 'Indicator as printed';
COMMENT ON COLUMN core.target_progress.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.target_progress.comparator IS '>=, >, <=, <, =, ~= (左右), increase or decrease';
COMMENT ON COLUMN core.target_progress.value IS 'Number that is set; NULL: only a direction is';
COMMENT ON COLUMN core.target_progress.unit IS 'Unit of the number';
COMMENT ON COLUMN core.target_progress.target_type IS 'level or stock of the due year; per_year: in each year up to it, judged by the due year; average_growth: mean growth a year since the base; relative_growth: growth in % since the base, of a ratio too (2.8 to 3.08 is 10 %); direction';
COMMENT ON COLUMN core.target_progress.base_period IS 'Period that growth is counted from, as printed';
COMMENT ON COLUMN core.target_progress.due_year IS 'Year by whose end it is due; NULL: not printed';
COMMENT ON COLUMN core.target_progress.verdict IS 'met, not_met, not_due (no figure of the due year or later is in the release) or not_evaluable (reason says why)';
COMMENT ON COLUMN core.target_progress.reason IS 'Why it cannot be judged. indicator_unknown; no_due_year; no_number; no_base_year; units_differ; no_observation: no figure of subject, indicator and scope; no_observation_for_due_year; growth_chain_incomplete: a published rate is missing for a year, and levels of flows are not compared; no_comparable_base: base not filed or of another version of the scope; tolerance_not_set: 左右 of an amount of money needs the setting target_tolerance_pct; comparator_unknown';
COMMENT ON COLUMN core.target_progress.measured IS 'What is compared with the number: the figure of the due year, or the growth in %';
COMMENT ON COLUMN core.target_progress.due_value IS 'Figure of the due year';
COMMENT ON COLUMN core.target_progress.base_value IS 'Figure of the base year';
COMMENT ON COLUMN core.target_progress.latest_value IS 'Latest figure up to the due year: how far it has come';
COMMENT ON COLUMN core.target_progress.latest_year IS 'Its year';
COMMENT ON COLUMN core.target_progress.tolerance IS 'Of 左右: how far off still counts, in the unit of the number; the setting target_tolerance_pct, else half of the last digit that is set';
COMMENT ON COLUMN core.target_progress.publisher IS 'Who published the figure of the due year';
COMMENT ON COLUMN core.target_progress.published_on IS 'Day of publication of the target';
COMMENT ON COLUMN core.target_progress.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.target_progress.observation_id IS 'Fact id of the figure of the due year';
COMMENT ON COLUMN core.target_progress.base_id IS 'Fact id of the figure of the base year';
COMMENT ON COLUMN core.target_progress.latest_id IS 'Fact id of the latest figure';
