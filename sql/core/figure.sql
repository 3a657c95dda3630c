-- One row per standing figure of a cluster, product, cohort or sector, with the range that it can mean and its source.
-- These are the subjects that no office keeps a series of: whoever writes of them prints what he has. The rules that
-- look for contradictions (core.conflict_…) hold these figures beside each other.
CREATE VIEW core.figure AS
SELECT
    o.observation_id, o.subject_id, o.subject_kind, o.subject_name, o.region_code, o.indicator, o.scope, o.cohort_key,
    o.period, o.period_start, o.period_end, o.start_month, o.end_month, o.year, o.accumulation_group,
    o.value, o.unit, o.half_digit, o.decimals, o.kind, o.kind_group, o.publisher, o.published_on,
    coalesce(f.family, o.indicator) AS family,
    -- The least and the greatest value that the words allow.
    CASE WHEN o.lower_bound IS NOT NULL THEN cast(o.lower_bound AS double)
        WHEN o.upper_bound IS NOT NULL THEN 0e0
        ELSE cast(o.value AS double) - o.half_digit END AS least,
    CASE WHEN o.upper_bound IS NOT NULL THEN cast(o.upper_bound AS double)
        WHEN o.lower_bound IS NOT NULL THEN 1e18
        ELSE cast(o.value AS double) + o.half_digit END AS greatest,
    -- Months that the figure covers; a stock covers none.
    CASE WHEN o.accumulation_group = 'point' THEN 0 ELSE o.end_month - o.start_month + 1 END AS months,
    CASE WHEN o.publisher = '' THEN o.observation_id ELSE o.publisher END AS source
FROM core.observation AS o
JOIN reference.indicator AS i ON i.code = o.indicator AND i.growth_of IS NULL -- growth rates go up and down
LEFT JOIN reference.indicator_family AS f ON f.indicator = o.indicator
WHERE o.vintage_rank = 1 AND o.value IS NOT NULL AND o.subject_kind IN ('cluster', 'product', 'cohort', 'sector', 'part');
COMMENT ON VIEW core.figure IS 'One row per standing figure of a cluster, product, cohort or sector, with the range that it can mean and its source';
COMMENT ON COLUMN core.figure.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN core.figure.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.figure.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.figure.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.figure.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.figure.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.figure.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.figure.cohort_key IS 'cohort, empty where there is none: for joins';
COMMENT ON COLUMN core.figure.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.figure.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN core.figure.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN core.figure.start_month IS 'Months since year 0 at the first day; of a stock, at its day';
COMMENT ON COLUMN core.figure.end_month IS 'Months since year 0 at the last day';
COMMENT ON COLUMN core.figure.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.figure.accumulation_group IS 'accumulation, where a year to date that reached December counts as flow';
COMMENT ON COLUMN core.figure.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.figure.unit IS 'Unit of the value';
COMMENT ON COLUMN core.figure.half_digit IS 'Half a unit of the last printed digit, in the canonical unit: agreeing figures may stand so far apart';
COMMENT ON COLUMN core.figure.decimals IS 'Digits after the point as printed';
COMMENT ON COLUMN core.figure.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.figure.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.figure.publisher IS 'Who published it';
COMMENT ON COLUMN core.figure.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.figure.family IS 'Family of words for one thing: reference.indicator_family; else the indicator itself';
COMMENT ON COLUMN core.figure.least IS 'Least value that the words allow, in the unit';
COMMENT ON COLUMN core.figure.greatest IS 'Greatest value that the words allow; 1e18: no limit (以上)';
COMMENT ON COLUMN core.figure.months IS 'Months that the figure covers; 0: a stock';
COMMENT ON COLUMN core.figure.source IS 'Who says it: the publisher; where none is known, each figure is a source of its own';
