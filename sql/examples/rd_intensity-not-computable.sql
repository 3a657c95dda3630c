-- Which intensities cannot be recomputed, and what is missing? 哪些强度无法复算，缺什么？
SELECT status, denominator, count(*) AS row_count, min(year) AS first_year, max(year) AS last_year
FROM mart.rd_intensity
WHERE computed_pct IS NULL
GROUP BY status, denominator
ORDER BY status, denominator
