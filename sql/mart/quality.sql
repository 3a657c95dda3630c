-- One row per subject, scope, cohort, period and measure of quality (提品质).
-- A rate of spot checks (抽查, by batches) and the weighted statistic (产品质量合格率) are two methods: never one series.
-- A failure rate is not turned into a pass rate; direction says which way is better.
CREATE VIEW mart.quality AS
SELECT
    m.subject_kind, m.subject_code, m.subject_name, m.region_code, r.region_name, m.industry_code, m.scope, m.cohort,
    m.year, m.period, m.measure, m.measure_name,
    CASE
        WHEN m.measure LIKE '%spot_check' OR m.measure LIKE '%batch_count' THEN 'spot_check'
        WHEN m.measure LIKE '%statistic' THEN 'weighted_statistic'
        ELSE 'count_or_share'
    END AS method,
    m.basis, m.value, m.unit, m.direction, m.qualifier, m.publisher, m.kind, m.observation_id
FROM core.measure AS m
LEFT JOIN core.region AS r ON r.region_code = m.region_code
WHERE m.subject_area = 'quality' AND m.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.quality IS 'One row per subject, scope, cohort, period, measure of quality (提品质) and basis. Source: observations as filed';
COMMENT ON COLUMN mart.quality.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.quality.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.quality.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.quality.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.quality.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.quality.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.quality.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.quality.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.quality.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.quality.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.quality.measure IS 'What is measured: an indicator of reference.indicator, or a count over lists';
COMMENT ON COLUMN mart.quality.measure_name IS 'Chinese name of the measure';
COMMENT ON COLUMN mart.quality.method IS 'spot_check: batches of a spot check (监督抽查); weighted_statistic: the statistic weighted by output; count_or_share: standards and the like. Rates of different methods are never one series';
COMMENT ON COLUMN mart.quality.basis IS 'filed: as published; computed: from the two parts as filed';
COMMENT ON COLUMN mart.quality.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.quality.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.quality.direction IS 'up: more is better; down: less is better, as of failure rates; NULL: neither';
COMMENT ON COLUMN mart.quality.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN mart.quality.publisher IS 'Who published it';
COMMENT ON COLUMN mart.quality.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.quality.observation_id IS 'Fact id; of a computed share its numerator';
