-- Which clusters reach 300亿元, by which measure? 哪些集群达到300亿元，按哪个指标？
SELECT subject_name, year, indicator, scope, value_wan_cny, band
FROM mart.cluster_scale_band
WHERE is_300yi
ORDER BY subject_name, year, indicator, scope
