-- Which levels must not be compared with the year before, and why? 哪些数值不能与上年相比，为什么？
SELECT reason, count(*) AS row_count, min(period) AS first_period, max(period) AS last_period
FROM mart.yoy
WHERE computed_pct IS NULL
GROUP BY reason
ORDER BY reason
