-- One row per area of the three products (三品), subject, scope, cohort, period, measure and basis.
-- There is no score: no official weights exist. Bring your own over these rows, or rank by one measure at a time.
CREATE VIEW mart.three_products AS
SELECT
    'variety' AS product_area, subject_kind, subject_code, subject_name, region_code, region_name, industry_code, scope, cohort,
    year, period, measure, measure_name, basis, value, unit, direction, publisher, kind, observation_id
FROM mart.variety
UNION ALL
SELECT
    'quality' AS product_area, subject_kind, subject_code, subject_name, region_code, region_name, industry_code, scope, cohort,
    year, period, measure, measure_name, basis, value, unit, direction, publisher, kind, observation_id
FROM mart.quality
UNION ALL
SELECT
    'branding' AS product_area, subject_kind, subject_code, subject_name, region_code, region_name, industry_code, scope, cohort,
    year, period, measure, measure_name, basis, value, unit, direction, publisher, kind, observation_id
FROM mart.branding;
COMMENT ON VIEW mart.three_products IS 'One row per area of the three products (三品: 增品种, 提品质, 创品牌), subject, scope, cohort, period, measure and basis; no composite score, since no official weights exist. Source: mart.variety, mart.quality, mart.branding';
COMMENT ON COLUMN mart.three_products.product_area IS 'variety (增品种), quality (提品质) or branding (创品牌)';
COMMENT ON COLUMN mart.three_products.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.three_products.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.three_products.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.three_products.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.three_products.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.three_products.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.three_products.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.three_products.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.three_products.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.three_products.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.three_products.measure IS 'What is measured: an indicator of reference.indicator, or a count over lists';
COMMENT ON COLUMN mart.three_products.measure_name IS 'Chinese name of the measure';
COMMENT ON COLUMN mart.three_products.basis IS 'filed: as published; computed: from the two parts as filed; counted: members of a list that were filed';
COMMENT ON COLUMN mart.three_products.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.three_products.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.three_products.direction IS 'up: more is better; down: less is better; NULL: neither';
COMMENT ON COLUMN mart.three_products.publisher IS 'Who published it';
COMMENT ON COLUMN mart.three_products.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.three_products.observation_id IS 'Fact id; of a computed share its numerator, of a count its first member';
