-- One row per fact: subject, indicator, scope, cohort, period and kind group; of several publishers the one
-- that reference.publisher puts first, and of one publisher its own release before a compendium (国家统计局 before
-- 国家统计局《中国科技统计年鉴》). What the others state is counted, not dropped: see core.observation.
CREATE VIEW core.observation_best AS
WITH standing AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, classification,
        indicator, indicator_name, scope, scope_version, cohort, cohort_key, period, period_start, period_end,
        start_month, end_month, year, accumulation_group, value, unit, qualifier, status, half_digit,
        publisher, published_on, kind, kind_group, filing_id,
        row_number() OVER (
            fact
            ORDER BY CASE WHEN value IS NULL THEN 1 ELSE 0 END, CASE WHEN kind = 'estimate' THEN 1 ELSE 0 END,
                publisher_rank, CASE WHEN publisher = publisher_name THEN 0 ELSE 1 END,
                published_on DESC NULLS LAST, received_at DESC NULLS LAST, observation_id
        ) AS choice,
        count(value) OVER fact AS figure_count,
        min(value) OVER fact AS least_value,
        max(value) OVER fact AS greatest_value,
        -- No value is left that all of them could be rounded from.
        max(cast(value AS double) - half_digit) OVER fact > 1e-9 + min(cast(value AS double) + half_digit) OVER fact AS is_disputed
    FROM core.observation
    WHERE vintage_rank = 1
    WINDOW fact AS (
        PARTITION BY subject_id, indicator, scope, cohort_key, period_start, period_end, accumulation_group, kind_group
    )
)
SELECT
    observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, classification,
    indicator, indicator_name, scope, scope_version, cohort, cohort_key, period, period_start, period_end,
    start_month, end_month, year, accumulation_group, value, unit, qualifier, status, half_digit,
    publisher, published_on, kind, kind_group, filing_id, figure_count, least_value, greatest_value,
    coalesce(is_disputed, false) AS is_disputed
FROM standing
WHERE choice = 1;
COMMENT ON VIEW core.observation_best IS 'One row per fact: subject, indicator, scope, cohort, period and kind group, from the publisher that comes first';
COMMENT ON COLUMN core.observation_best.observation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.observation_best.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.observation_best.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.observation_best.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.observation_best.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.observation_best.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.observation_best.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN core.observation_best.classification IS 'Edition of GB/T 4754 that the industry code is of';
COMMENT ON COLUMN core.observation_best.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.observation_best.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN core.observation_best.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.observation_best.scope_version IS 'Version of the limit of the scope: reference.scope_version; NULL where it never changed';
COMMENT ON COLUMN core.observation_best.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.observation_best.cohort_key IS 'cohort, empty where there is none: for joins';
COMMENT ON COLUMN core.observation_best.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.observation_best.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN core.observation_best.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN core.observation_best.start_month IS 'Months since year 0 at the first day; of a stock, at its day';
COMMENT ON COLUMN core.observation_best.end_month IS 'Months since year 0 at the last day';
COMMENT ON COLUMN core.observation_best.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.observation_best.accumulation_group IS 'accumulation, where a year to date that reached December counts as flow';
COMMENT ON COLUMN core.observation_best.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.observation_best.unit IS 'Canonical unit of the indicator: money in 万元, foreign money in 万美元, shares in %';
COMMENT ON COLUMN core.observation_best.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN core.observation_best.status IS 'reported, nil (-), tiny (…) or withheld';
COMMENT ON COLUMN core.observation_best.half_digit IS 'Half a unit of the last printed digit, in the canonical unit: agreeing figures may stand so far apart';
COMMENT ON COLUMN core.observation_best.publisher IS 'Who published it';
COMMENT ON COLUMN core.observation_best.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.observation_best.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.observation_best.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.observation_best.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.observation_best.figure_count IS 'Publishers and kinds that state a figure for this fact';
COMMENT ON COLUMN core.observation_best.least_value IS 'Least of their figures';
COMMENT ON COLUMN core.observation_best.greatest_value IS 'Greatest of their figures: other than the least where publishers disagree';
COMMENT ON COLUMN core.observation_best.is_disputed IS 'true: their figures differ by more than rounding explains';
