-- One row per subject, indicator, scope, cohort, publisher, kind group and period of the year (1-5月, 全年 …): growth on the year
-- before in all years that have one: its median and its spread (median absolute deviation times 1.4826, which is the
-- standard deviation of a normal distribution). A published rate counts before the one of the levels.
CREATE VIEW core.seasonal_history AS
WITH growth AS (
    SELECT
        observation_id, subject_id, indicator, scope, coalesce(cohort, '') AS cohort_key, publisher, kind_group,
        month(period_start) AS first_month, month(period_end) AS last_month, accumulation_group,
        cast(coalesce(published_pct, computed_pct) AS double) AS growth_pct
    FROM core.yoy
    WHERE coalesce(published_pct, computed_pct) IS NOT NULL AND accumulation_group IS NOT NULL
        AND subject_kind IN ('region', 'industry', 'sector', 'cluster', 'cohort', 'product')
),
placed AS (
    SELECT
        subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group, growth_pct,
        row_number() OVER (PARTITION BY subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group ORDER BY growth_pct, observation_id) AS place,
        row_number() OVER (PARTITION BY subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group ORDER BY abs(growth_pct), observation_id) AS size_place,
        count(*) OVER (PARTITION BY subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group) AS year_count
    FROM growth
),
-- The median is the middle one, or the mean of the two in the middle.
middle AS (
    SELECT
        subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group, max(year_count) AS year_count,
        cast(sum(CASE WHEN 2 * place BETWEEN year_count AND year_count + 2 THEN growth_pct ELSE 0e0 END) AS double)
            / cast(count_if(2 * place BETWEEN year_count AND year_count + 2) AS double) AS median_growth,
        cast(sum(CASE WHEN 2 * size_place BETWEEN year_count AND year_count + 2 THEN abs(growth_pct) ELSE 0e0 END) AS double)
            / cast(count_if(2 * size_place BETWEEN year_count AND year_count + 2) AS double) AS median_size
    FROM placed
    GROUP BY subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group
),
deviation AS (
    SELECT
        m.subject_id, m.indicator, m.scope, m.cohort_key, m.publisher, m.kind_group, m.first_month, m.last_month, m.accumulation_group, m.year_count,
        m.median_growth, m.median_size, abs(p.growth_pct - m.median_growth) AS distance,
        row_number() OVER (
            PARTITION BY m.subject_id, m.indicator, m.scope, m.cohort_key, m.publisher, m.kind_group, m.first_month, m.last_month, m.accumulation_group
            ORDER BY abs(p.growth_pct - m.median_growth), p.place
        ) AS place
    FROM middle AS m
    JOIN placed AS p
        ON p.subject_id = m.subject_id AND p.indicator = m.indicator AND p.scope = m.scope AND p.cohort_key = m.cohort_key AND p.publisher = m.publisher
        AND p.kind_group = m.kind_group AND p.first_month = m.first_month AND p.last_month = m.last_month AND p.accumulation_group = m.accumulation_group
)
SELECT
    subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group, max(year_count) AS year_count,
    max(median_growth) AS median_growth, max(median_size) AS median_size,
    1.4826e0 * cast(sum(CASE WHEN 2 * place BETWEEN year_count AND year_count + 2 THEN distance ELSE 0e0 END) AS double)
        / cast(count_if(2 * place BETWEEN year_count AND year_count + 2) AS double) AS spread
FROM deviation
GROUP BY subject_id, indicator, scope, cohort_key, publisher, kind_group, first_month, last_month, accumulation_group;
COMMENT ON VIEW core.seasonal_history IS 'One row per subject, indicator, scope, cohort, publisher and period of the year: growth on the year before in all years, its median and spread';
COMMENT ON COLUMN core.seasonal_history.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.seasonal_history.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.seasonal_history.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.seasonal_history.cohort_key IS 'cohort, empty where there is none: for joins';
COMMENT ON COLUMN core.seasonal_history.publisher IS 'Who published it';
COMMENT ON COLUMN core.seasonal_history.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.seasonal_history.first_month IS 'First month of the period';
COMMENT ON COLUMN core.seasonal_history.last_month IS 'Last month of the period';
COMMENT ON COLUMN core.seasonal_history.accumulation_group IS 'accumulation, where a year to date that reached December counts as flow';
COMMENT ON COLUMN core.seasonal_history.year_count IS 'Years that the median is made of';
COMMENT ON COLUMN core.seasonal_history.median_growth IS 'Median growth in %';
COMMENT ON COLUMN core.seasonal_history.median_size IS 'Median size of the growth in %: the error of a forecast that repeats the year before';
COMMENT ON COLUMN core.seasonal_history.spread IS 'Median absolute deviation times 1.4826, in percentage points';
