-- Which regions spend the largest share of GDP on R&D? 哪些地区的研发投入强度（与GDP之比）最高？
SELECT year, region_name, coalesce(published_pct, computed_pct) AS intensity_pct, status, observation_id
FROM mart.rd_intensity
WHERE subject_kind = 'region' AND denominator = 'gdp' AND scope = 'all' AND industry_code IS NULL
ORDER BY year DESC, intensity_pct DESC NULLS LAST, region_code
