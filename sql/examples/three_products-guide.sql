-- How many upgraded and innovative products does each batch of the guide list? 升级和创新消费品指南各批次有多少产品？
SELECT subject_name AS batch, year, measure_name, value AS product_count
FROM mart.variety
WHERE basis = 'counted'
ORDER BY year, subject_name, measure
