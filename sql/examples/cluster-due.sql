-- Which titles must be re-evaluated within a year? 哪些称号一年内到期，需要复评？
SELECT title, place, region_name, trade, issued_on, expires_on
FROM mart.cluster_status
WHERE status = 'valid' AND expires_on BETWEEN DATE '2025-09-06' AND DATE '2026-09-06'
    AND (next_status_on IS NULL OR next_status_on > expires_on)
ORDER BY expires_on, title, place
