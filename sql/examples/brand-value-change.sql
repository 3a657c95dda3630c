-- How did the value of each brand change from list to list of one provider? 同一评价机构的品牌价值逐年变化如何？
SELECT brand, provider, list_year, value_wan_cny, previous_list_year, change_wan_cny, change_pct
FROM mart.brand_valuation
WHERE brand_kind <> 'total' AND previous_list_year IS NOT NULL
ORDER BY brand, provider, list_year, list_name
