-- One row per figure of the three products (三品) that is filed or computed: subject, scope, cohort, period, measure
-- and basis. mart.variety, mart.quality and mart.branding add what they count over lists.
CREATE VIEW core.measure AS
SELECT
    n.subject_area, b.subject_kind, b.subject_code, b.subject_name, b.region_code, b.industry_code, b.scope, b.cohort, b.year,
    b.period, b.indicator AS measure, b.indicator_name AS measure_name, 'filed' AS basis, b.value, b.unit, n.direction,
    b.qualifier, b.publisher, b.kind, b.observation_id
FROM core.observation_best AS b
JOIN reference.indicator AS n ON n.code = b.indicator
WHERE n.subject_area IN ('variety', 'quality', 'branding')
UNION ALL
SELECT
    s.subject_area, s.subject_kind, s.subject_code, s.subject_name, s.region_code, s.industry_code, s.scope, s.cohort, s.year,
    s.period, s.ratio_indicator, n.name_zh, 'computed', cast(s.computed_pct AS decimal(18, 6)), '%', n.direction,
    NULL, s.publisher, s.kind, s.numerator_id
FROM core.ratio AS s
JOIN reference.indicator AS n ON n.code = s.ratio_indicator
WHERE s.subject_area IN ('variety', 'quality', 'branding') AND s.computed_pct IS NOT NULL;
COMMENT ON VIEW core.measure IS 'One row per subject, scope, cohort, period, measure of the three products (三品) and basis, filed or computed. Source: observations as filed';
COMMENT ON COLUMN core.measure.subject_area IS 'variety (增品种), quality (提品质) or branding (创品牌)';
COMMENT ON COLUMN core.measure.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.measure.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.measure.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.measure.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.measure.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN core.measure.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.measure.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.measure.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.measure.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.measure.measure IS 'What is measured: an indicator of reference.indicator, or a count over lists';
COMMENT ON COLUMN core.measure.measure_name IS 'Chinese name of the measure';
COMMENT ON COLUMN core.measure.basis IS 'filed: as published; computed: from the two parts as filed';
COMMENT ON COLUMN core.measure.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.measure.unit IS 'Unit of the value';
COMMENT ON COLUMN core.measure.direction IS 'up: more is better; down: less is better, as of failure rates; NULL: neither';
COMMENT ON COLUMN core.measure.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN core.measure.publisher IS 'Who published it';
COMMENT ON COLUMN core.measure.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.measure.observation_id IS 'Fact id; of a computed share its numerator';
