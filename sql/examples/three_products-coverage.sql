-- Which measures are filed at all, and for how many subjects? 哪些三品指标有数据，覆盖多少主体？
SELECT
    product_area, measure, measure_name, unit, count(DISTINCT subject_name) AS subject_count, min(year) AS first_year, max(year) AS last_year
FROM mart.three_products
GROUP BY product_area, measure, measure_name, unit
ORDER BY product_area, measure
