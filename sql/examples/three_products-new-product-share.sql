-- Which share of output are new products? 新产品产值率是多少？
SELECT subject_name, scope, period, basis, value AS share_pct
FROM mart.variety
WHERE measure = 'new_product_output_ratio'
ORDER BY subject_name, scope, period, basis
