-- What is kept out most often, and what would help? 隔离最多的原因是什么，如何处理？
SELECT reason, reason_name_zh, sum(value_count) AS value_count, count(DISTINCT filing_id) AS filing_count, min(suggestion) AS suggestion
FROM mart.quarantine
WHERE NOT is_superseded
GROUP BY reason, reason_name_zh
ORDER BY value_count DESC, reason
