-- What is the R&D intensity of light industry as a whole? 轻工类大类合计的研发投入强度是多少？
SELECT group_name, scope, year, denominator, intensity_pct, coverage_pct, reconstructed_count
FROM mart.rd_intensity_rollup
WHERE group_code = 'light_division' AND region_code IS NULL
ORDER BY year, scope, denominator
