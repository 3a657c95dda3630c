-- Which green figures were filed? 报了哪些绿色指标？
SELECT subject_name, period, indicator_name, value, unit
FROM mart.green_indicator
ORDER BY subject_name, period, indicator_name
