-- One row per subject, scope, cohort, period and measure of branding (创品牌): figures as filed; brands on lists,
-- brands of 100亿元 and more, and values of regional brands counted for each list or provider.
CREATE VIEW mart.branding AS
WITH measured AS (
    SELECT
        subject_kind, subject_code, subject_name, region_code, industry_code, scope, cohort, year, period, measure, measure_name,
        basis, value, unit, direction, publisher, kind, observation_id
    FROM core.measure
    WHERE subject_area = 'branding'
    UNION ALL
    SELECT
        'list', NULL, list_name, NULL, NULL, 'all', NULL, list_year, cast(list_year AS varchar),
        CASE member_kind WHEN 'regional_brand' THEN 'listed_regional_brand_count' ELSE 'listed_brand_count' END,
        CASE member_kind WHEN 'regional_brand' THEN '入选区域品牌数' ELSE '入选品牌数' END,
        'counted', cast(count(DISTINCT member_name) AS decimal(18, 6)), '个', 'up', min(issuer), kind, min(entry_id)
    FROM core.list_entry
    WHERE member_kind IN ('brand', 'regional_brand')
    GROUP BY list_name, list_year, member_kind, kind
    UNION ALL
    SELECT
        'list', NULL, provider, NULL, NULL, 'all', NULL, list_year, cast(list_year AS varchar),
        'brand_10bn_count', '百亿元以上品牌数', 'counted',
        cast(count(DISTINCT brand) AS decimal(18, 6)), '个', 'up', provider, kind, min(observation_id)
    FROM mart.brand_valuation
    WHERE brand_kind <> 'total' AND is_10bn
    GROUP BY provider, list_year, kind
    UNION ALL
    SELECT
        'brand', NULL, brand, region_code, NULL, 'all', NULL, list_year, cast(list_year AS varchar),
        'regional_brand_value', '区域品牌价值', 'filed', value_wan_cny, '万元', 'up', provider, kind, observation_id
    FROM mart.brand_valuation
    WHERE brand_kind = 'regional' AND value_wan_cny IS NOT NULL
)
SELECT
    m.subject_kind, m.subject_code, m.subject_name, m.region_code, r.region_name, m.industry_code, m.scope, m.cohort,
    m.year, m.period, m.measure, m.measure_name, m.basis, m.value, m.unit, m.direction, m.publisher, m.kind, m.observation_id
FROM measured AS m
LEFT JOIN core.region AS r ON r.region_code = m.region_code
WHERE m.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.branding IS 'One row per subject, scope, cohort, period, measure of branding (创品牌) and basis; values and counts of brands are rows of their provider. Source: observations, brand values and lists as filed';
COMMENT ON COLUMN mart.branding.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.branding.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.branding.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.branding.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.branding.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.branding.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.branding.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.branding.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.branding.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.branding.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.branding.measure IS 'What is measured: an indicator of reference.indicator, or a count over lists';
COMMENT ON COLUMN mart.branding.measure_name IS 'Chinese name of the measure';
COMMENT ON COLUMN mart.branding.basis IS 'filed: as published; computed: from the two parts as filed; counted: brands of a list or provider that were filed';
COMMENT ON COLUMN mart.branding.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.branding.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.branding.direction IS 'up: more is better; down: less is better; NULL: neither';
COMMENT ON COLUMN mart.branding.publisher IS 'Who published it; of brand values the provider';
COMMENT ON COLUMN mart.branding.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.branding.observation_id IS 'Fact id; of a computed share its numerator, of a count its first member';
