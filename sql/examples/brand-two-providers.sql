-- Which brands are valued by more than one provider, and how far apart are they? 哪些品牌有多家机构评价，价值相差多少？
SELECT brand, count(DISTINCT provider) AS provider_count, min(value_wan_cny) AS least_wan_cny, max(value_wan_cny) AS greatest_wan_cny
FROM mart.brand
WHERE provider IS NOT NULL
GROUP BY brand
HAVING count(DISTINCT provider) > 1
ORDER BY brand
