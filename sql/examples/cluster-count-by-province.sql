-- How many titles does each province hold on a given day, by status? 各省某日的称号数按状态各有多少？
SELECT coalesce(province_name, '-') AS province, status, count(*) AS title_count
FROM mart.cluster_status
WHERE status_on <= DATE '2025-09-06' AND (next_status_on IS NULL OR next_status_on > DATE '2025-09-06')
GROUP BY coalesce(province_name, '-'), status
ORDER BY province, status
