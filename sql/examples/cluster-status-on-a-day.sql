-- What is the status of each title on a given day? 某日各共建称号的状态如何？
SELECT title, place, trade, issued_on, expires_on, status
FROM mart.cluster_status
WHERE status_on <= DATE '2025-09-06' AND (next_status_on IS NULL OR next_status_on > DATE '2025-09-06')
ORDER BY status, expires_on, title, place
