-- One row per industry of a region, indicator, scope and year: (part of the industry in the region / region) over (the
-- same of the country). Above 1: the region has more of it than the country. Same scope and period in all four figures.
CREATE VIEW mart.location_quotient AS
WITH yearly AS (
    SELECT observation_id, subject_kind, region_code, industry_code, indicator, indicator_name, scope, year, value, unit, kind, kind_group, period_start, period_end
    FROM core.observation_best
    WHERE value > 0 AND cohort_key = '' AND subject_kind IN ('region', 'industry')
        AND indicator IN ('gross_output', 'operating_revenue', 'main_business_revenue', 'employee_count', 'firm_count', 'profit_total', 'rd_expenditure')
),
-- The whole of a region or the country: industry as such, or no industry named.
whole AS (
    SELECT region_code, indicator, scope, kind_group, period_start, period_end, min(observation_id) AS observation_id, max(value) AS value
    FROM yearly
    WHERE industry_code IS NULL OR industry_code = 'G-INDUSTRY'
    GROUP BY region_code, indicator, scope, kind_group, period_start, period_end
)
SELECT
    a.region_code, r.region_name, a.industry_code, n.industry_name, a.indicator_name, a.indicator, a.scope, a.year,
    cast(cast(cast(a.value AS double) * cast(d.value AS double) AS double) / cast(cast(b.value AS double) * cast(c.value AS double) AS double) AS decimal(18, 4)) AS location_quotient,
    a.value AS industry_region_value, b.value AS region_value, c.value AS industry_country_value, d.value AS country_value, a.unit,
    a.kind, a.observation_id, b.observation_id AS region_id, c.observation_id AS industry_id, d.observation_id AS country_id
FROM yearly AS a
JOIN whole AS b
    ON b.region_code = a.region_code AND b.indicator = a.indicator AND b.scope = a.scope AND b.kind_group = a.kind_group
    AND b.period_start = a.period_start AND b.period_end = a.period_end
JOIN yearly AS c
    ON c.region_code = '000000' AND c.industry_code = a.industry_code AND c.indicator = a.indicator AND c.scope = a.scope
    AND c.kind_group = a.kind_group AND c.period_start = a.period_start AND c.period_end = a.period_end AND c.subject_kind = 'industry'
JOIN whole AS d
    ON d.region_code = '000000' AND d.indicator = a.indicator AND d.scope = a.scope AND d.kind_group = a.kind_group
    AND d.period_start = a.period_start AND d.period_end = a.period_end
LEFT JOIN core.region AS r ON r.region_code = a.region_code
LEFT JOIN core.industry AS n ON n.industry_code = a.industry_code AND n.edition = '2017'
WHERE a.region_code <> '000000' AND a.industry_code IS NOT NULL AND a.industry_code <> 'G-INDUSTRY' AND a.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.location_quotient IS 'One row per industry of a region, indicator, scope and year: location quotient. Source: observations as filed';
COMMENT ON COLUMN mart.location_quotient.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.location_quotient.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.location_quotient.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.location_quotient.industry_name IS 'Name in that edition';
COMMENT ON COLUMN mart.location_quotient.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.location_quotient.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.location_quotient.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.location_quotient.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.location_quotient.location_quotient IS '(industry in the region / region) / (industry in the country / country)';
COMMENT ON COLUMN mart.location_quotient.industry_region_value IS 'Figure of the industry in the region';
COMMENT ON COLUMN mart.location_quotient.region_value IS 'Figure of the region';
COMMENT ON COLUMN mart.location_quotient.industry_country_value IS 'Figure of the industry in the country';
COMMENT ON COLUMN mart.location_quotient.country_value IS 'Figure of the country';
COMMENT ON COLUMN mart.location_quotient.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.location_quotient.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.location_quotient.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.location_quotient.region_id IS 'Fact id of the region''s figure';
COMMENT ON COLUMN mart.location_quotient.industry_id IS 'Fact id of the industry''s figure in the country';
COMMENT ON COLUMN mart.location_quotient.country_id IS 'Fact id of the country''s figure';
