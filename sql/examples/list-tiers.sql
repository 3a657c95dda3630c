-- Which brands are in which tier? 品牌分在哪些梯队？
SELECT list_name, level, member_name, region_name
FROM mart.brand_tier
ORDER BY list_name, level, member_name
