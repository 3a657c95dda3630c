-- What is known of variety, quality and branding, subject by subject? 各主体的增品种、提品质、创品牌情况如何？
SELECT subject_name, period, product_area, measure_name, basis, value, unit, direction
FROM mart.three_products
ORDER BY subject_name, period, product_area, measure, basis, scope, publisher
