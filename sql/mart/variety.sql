-- One row per subject, scope, cohort, period and measure of variety (增品种): figures as filed, shares of new
-- products computed from their parts, and products on the guides (升级和创新消费品指南) counted.
CREATE VIEW mart.variety AS
WITH measured AS (
    SELECT
        subject_kind, subject_code, subject_name, region_code, industry_code, scope, cohort, year, period, measure, measure_name,
        basis, value, unit, direction, publisher, kind, observation_id
    FROM core.measure
    WHERE subject_area = 'variety'
    UNION ALL
    SELECT
        'list', NULL, CASE WHEN batch IS NULL THEN list_name ELSE concat(list_name, ' ', batch) END, NULL, NULL, 'all', NULL, list_year,
        cast(list_year AS varchar),
        CASE WHEN category LIKE '%升级%' THEN 'upgraded_product_count'
            WHEN category LIKE '%创新%' THEN 'innovative_product_count' ELSE 'listed_product_count' END,
        CASE WHEN category LIKE '%升级%' THEN '升级消费品入选数'
            WHEN category LIKE '%创新%' THEN '创新消费品入选数' ELSE '入选产品数' END,
        'counted', cast(count(*) AS decimal(18, 6)), '项', 'up', min(issuer), kind, min(entry_id)
    FROM core.list_entry
    WHERE member_kind = 'product'
    GROUP BY list_name, batch, list_year, kind, 10, 11
)
SELECT
    m.subject_kind, m.subject_code, m.subject_name, m.region_code, r.region_name, m.industry_code, m.scope, m.cohort,
    m.year, m.period, m.measure, m.measure_name, m.basis, m.value, m.unit, m.direction, m.publisher, m.kind, m.observation_id
FROM measured AS m
LEFT JOIN core.region AS r ON r.region_code = m.region_code
WHERE m.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.variety IS 'One row per subject, scope, cohort, period, measure of variety (增品种) and basis. Source: observations and lists as filed';
COMMENT ON COLUMN mart.variety.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.variety.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.variety.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.variety.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.variety.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.variety.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.variety.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.variety.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.variety.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.variety.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.variety.measure IS 'What is measured: an indicator of reference.indicator, or a count over lists';
COMMENT ON COLUMN mart.variety.measure_name IS 'Chinese name of the measure';
COMMENT ON COLUMN mart.variety.basis IS 'filed: as published; computed: from the two parts as filed; counted: members of a list that were filed';
COMMENT ON COLUMN mart.variety.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.variety.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.variety.direction IS 'up: more is better; down: less is better; NULL: neither';
COMMENT ON COLUMN mart.variety.publisher IS 'Who published it';
COMMENT ON COLUMN mart.variety.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.variety.observation_id IS 'Fact id; of a computed share its numerator, of a count its first entry';
