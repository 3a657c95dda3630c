-- How did the revenue of light industry grow, by publisher? 轻工业营业收入逐年增长如何？
SELECT period, publisher, value, published_pct, computed_pct, comparable, reason
FROM mart.yoy
WHERE subject_name = '轻工业' AND indicator IN ('operating_revenue', 'main_business_revenue')
ORDER BY period, indicator, publisher
