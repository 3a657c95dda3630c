-- Where are the titles? 称号分布在哪些省？
SELECT province_name, is_clii, status, sum(title_count) AS title_count
FROM mart.cluster_count
GROUP BY province_name, is_clii, status
ORDER BY province_name NULLS LAST, is_clii, status
