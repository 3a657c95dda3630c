-- How many brands are worth 10 billion yuan or more, for each provider and year? 各评价机构各年的百亿品牌有多少个？
SELECT provider, list_year, count(DISTINCT brand) AS brand_count
FROM mart.brand_valuation
WHERE is_10bn AND brand_kind <> 'total'
GROUP BY provider, list_year
ORDER BY provider, list_year
