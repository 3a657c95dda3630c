-- One row per subject, scope, cohort, year and pair of numerator and denominator: the published R&D intensity
-- (研发投入强度) beside the computed one. R&D to GDP, to revenue and to main-business revenue are three ratios and
-- three rows. Figures come from the publisher that reference.publisher puts first.
CREATE VIEW mart.rd_intensity AS
SELECT
    s.subject_kind, s.subject_code, s.subject_name, s.region_code, r.region_name, s.industry_code, i.industry_name,
    s.scope, s.year, s.numerator, s.denominator,
    CASE WHEN s.numerator_unit = '万元' THEN s.numerator_value END AS rd_wan_cny,
    CASE WHEN s.denominator_unit = '万元' THEN s.denominator_value END AS denominator_wan_cny,
    s.published_pct, s.computed_pct, s.status,
    coalesce(s.published_id, s.numerator_id) AS observation_id,
    s.cohort, s.publisher, s.kind, s.numerator_id, s.denominator_id
FROM core.ratio AS s
LEFT JOIN core.region AS r ON r.region_code = s.region_code
LEFT JOIN core.industry AS i ON i.industry_code = s.industry_code AND i.edition = coalesce(s.classification, '2017')
WHERE s.subject_area = 'rd'
    AND month(s.period_start) = 1 AND month(s.period_end) = 12 AND year(s.period_start) = s.year
    AND s.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.rd_intensity IS 'One row per subject, scope, cohort, year and pair of numerator and denominator: published R&D intensity (研发投入强度) beside the computed one. Source: observations as filed';
COMMENT ON COLUMN mart.rd_intensity.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.rd_intensity.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.rd_intensity.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.rd_intensity.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.rd_intensity.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.rd_intensity.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.rd_intensity.industry_name IS 'Name of the industry';
COMMENT ON COLUMN mart.rd_intensity.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.rd_intensity.year IS 'Calendar year';
COMMENT ON COLUMN mart.rd_intensity.numerator IS 'What is above the line: rd_expenditure (R&D经费), rd_input (科技研发投入) and so on: reference.indicator';
COMMENT ON COLUMN mart.rd_intensity.denominator IS 'What is below the line: gdp, operating_revenue, main_business_revenue. Intensities of different denominators are not comparable';
COMMENT ON COLUMN mart.rd_intensity.rd_wan_cny IS 'R&D in 万元, as filed; NULL: not filed';
COMMENT ON COLUMN mart.rd_intensity.denominator_wan_cny IS 'Denominator in 万元, as filed; NULL: not filed, and never reconstructed here';
COMMENT ON COLUMN mart.rd_intensity.published_pct IS 'Intensity as published, in %; NULL: not published';
COMMENT ON COLUMN mart.rd_intensity.computed_pct IS '100 x rd_wan_cny / denominator_wan_cny, in %, to four decimals; NULL: status says why';
COMMENT ON COLUMN mart.rd_intensity.status IS 'How the two stand together. ok: they agree within half of the last printed digit; differs: they do not; computed_only: the intensity was not published; no_denominator, no_numerator, published_only: that part, or both, was not filed; part_not_reported, ratio_not_reported: withheld or blank; zero_denominator; units_differ';
COMMENT ON COLUMN mart.rd_intensity.observation_id IS 'Fact id of the published intensity, else of the R&D: mart.citation says where it stands';
COMMENT ON COLUMN mart.rd_intensity.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.rd_intensity.publisher IS 'Who published the intensity; where none did, the R&D';
COMMENT ON COLUMN mart.rd_intensity.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.rd_intensity.numerator_id IS 'Fact id of the R&D';
COMMENT ON COLUMN mart.rd_intensity.denominator_id IS 'Fact id of the denominator';
