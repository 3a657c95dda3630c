-- Which regional brands are worth most, provider by provider? 各评价机构的区域品牌谁的价值最高？
SELECT provider, list_year, value_rank, brand, region_name, value_wan_cny, strength
FROM mart.regional_brand
WHERE value_rank <= 10
ORDER BY provider, list_year DESC, value_rank, brand
