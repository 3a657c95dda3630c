-- One row per subject, scope, cohort, day and patent indicator.
-- Applied for, granted and in force are three counts; so are all patents and inventions. A stock (有效) is of a day
-- and is never added over years.
CREATE VIEW mart.patent_stock AS
SELECT
    b.subject_kind, b.subject_code, b.subject_name, b.region_code, r.region_name, b.industry_code, i.industry_name,
    b.scope, b.year, b.period_end AS as_of, b.indicator,
    CASE
        WHEN b.indicator LIKE '%invention%' THEN 'invention'
        WHEN b.indicator LIKE '%utility%' THEN 'utility_model'
        WHEN b.indicator LIKE '%design%' THEN 'design'
        ELSE 'all'
    END AS patent_kind,
    CASE
        WHEN b.indicator LIKE '%application%' THEN 'applied'
        WHEN b.indicator LIKE '%granted%' THEN 'granted'
        WHEN b.indicator LIKE 'valid%' THEN 'in_force'
        ELSE 'other'
    END AS patent_status,
    b.value AS patent_count, b.indicator_name, b.accumulation_group = 'point' AS is_stock,
    b.period, b.cohort, b.qualifier, b.publisher, b.published_on, b.kind, b.observation_id
FROM core.observation_best AS b
JOIN reference.indicator AS n ON n.code = b.indicator
LEFT JOIN core.region AS r ON r.region_code = b.region_code
LEFT JOIN core.industry AS i ON i.industry_code = b.industry_code AND i.edition = coalesce(b.classification, '2017')
WHERE n.subject_area = 'patent' AND n.growth_of IS NULL AND n.unit = '件'
    AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.patent_stock IS 'One row per subject, scope, cohort, day and patent indicator: patents applied for, granted or in force. Source: observations as filed';
COMMENT ON COLUMN mart.patent_stock.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.patent_stock.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.patent_stock.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.patent_stock.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.patent_stock.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.patent_stock.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.patent_stock.industry_name IS 'Name of the industry';
COMMENT ON COLUMN mart.patent_stock.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.patent_stock.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.patent_stock.as_of IS 'Day of a stock; last day of the period of a flow';
COMMENT ON COLUMN mart.patent_stock.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.patent_stock.patent_kind IS 'invention, utility_model, design, or all';
COMMENT ON COLUMN mart.patent_stock.patent_status IS 'applied, granted (both in the period) or in_force (at its end, first owner only)';
COMMENT ON COLUMN mart.patent_stock.patent_count IS 'Patents (件)';
COMMENT ON COLUMN mart.patent_stock.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.patent_stock.is_stock IS 'true: patents at a day, never added over time';
COMMENT ON COLUMN mart.patent_stock.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.patent_stock.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.patent_stock.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN mart.patent_stock.publisher IS 'Who published it';
COMMENT ON COLUMN mart.patent_stock.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.patent_stock.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.patent_stock.observation_id IS 'Id of the fact: mart.citation says where it stands';
