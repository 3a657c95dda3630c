-- Which firms are on the traceability platform, and why is there no coverage? 追溯接入情况如何，为什么没有覆盖率？
SELECT subject_name, period, indicator_name, value, unit, why_no_more
FROM mart.traceability
ORDER BY subject_name, period, indicator_name
