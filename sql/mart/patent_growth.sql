-- One row per subject, scope, cohort, patent indicator and year: growth on the year before and over five years.
CREATE VIEW mart.patent_growth AS
WITH best AS (
    SELECT
        b.observation_id, b.subject_id, b.indicator, b.scope, b.scope_version, b.cohort_key, b.kind_group, b.value,
        b.start_month, b.end_month, b.subject_kind, b.subject_code, b.subject_name, b.region_code, b.industry_code,
        b.classification, b.year, b.kind, b.cohort, b.publisher
    FROM core.observation_best AS b
    JOIN reference.indicator AS n ON n.code = b.indicator
    WHERE n.subject_area = 'patent' AND n.growth_of IS NULL AND n.unit = '件' AND b.end_month - b.start_month IN (0, 11)
)
SELECT
    b.subject_kind, b.subject_code, b.subject_name, b.region_code, r.region_name, b.industry_code, i.industry_name,
    b.scope, b.indicator, b.year, b.value AS patent_count, y.previous_value AS previous_count,
    y.published_pct AS published_growth_pct, y.computed_pct AS computed_growth_pct, y.comparable, y.reason,
    f.value AS count_5_years_before,
    CASE WHEN f.value > 0 AND b.value > 0
        THEN try_cast(round(100e0 * (power(cast(b.value AS double) / cast(f.value AS double), 0.2e0) - 1e0), 6)
            AS decimal(18, 4))
    END AS five_year_growth_pct,
    b.cohort, b.publisher, b.kind, b.observation_id
FROM best AS b
JOIN core.yoy AS y ON y.observation_id = b.observation_id
LEFT JOIN best AS f
    ON f.subject_id = b.subject_id AND f.indicator = b.indicator AND f.scope = b.scope AND f.cohort_key = b.cohort_key
    AND f.kind_group = b.kind_group AND f.start_month = b.start_month - 60 AND f.end_month = b.end_month - 60
    AND coalesce(f.scope_version, '') = coalesce(b.scope_version, '')
LEFT JOIN core.region AS r ON r.region_code = b.region_code
LEFT JOIN core.industry AS i ON i.industry_code = b.industry_code AND i.edition = coalesce(b.classification, '2017')
WHERE b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.patent_growth IS 'One row per subject, scope, cohort, patent indicator and year: growth of patents on the year before and over five years. Source: observations as filed';
COMMENT ON COLUMN mart.patent_growth.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.patent_growth.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.patent_growth.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.patent_growth.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.patent_growth.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.patent_growth.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.patent_growth.industry_name IS 'Name of the industry';
COMMENT ON COLUMN mart.patent_growth.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.patent_growth.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.patent_growth.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.patent_growth.patent_count IS 'Patents (件): of a stock at the end of the period, else in it';
COMMENT ON COLUMN mart.patent_growth.previous_count IS 'The same one year before';
COMMENT ON COLUMN mart.patent_growth.published_growth_pct IS 'Growth as published, in %; NULL: not published';
COMMENT ON COLUMN mart.patent_growth.computed_growth_pct IS 'Growth of the counts, in %; NULL: reason says why';
COMMENT ON COLUMN mart.patent_growth.comparable IS 'true: the two rates agree within rounding; NULL: cannot be told';
COMMENT ON COLUMN mart.patent_growth.reason IS 'Why nothing was computed or the rates differ: mart.yoy';
COMMENT ON COLUMN mart.patent_growth.count_5_years_before IS 'Patents five years before, same scope and version of its limit';
COMMENT ON COLUMN mart.patent_growth.five_year_growth_pct IS 'Mean growth a year over those five years (年均增长), geometric, in %; NULL: no count five years before';
COMMENT ON COLUMN mart.patent_growth.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.patent_growth.publisher IS 'Who published it';
COMMENT ON COLUMN mart.patent_growth.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.patent_growth.observation_id IS 'Id of the fact: mart.citation says where it stands';
