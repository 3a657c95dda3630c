-- Why do two pass rates of one year differ? 同一年的两个合格率为什么不同？
SELECT subject_name, period, measure_name, method, value, publisher
FROM mart.quality
WHERE unit = '%'
ORDER BY subject_name, period, method, measure, basis
