-- How many titles fall due each year? 每年有多少称号到期？
SELECT expires_year, count(title_id) AS due_count
FROM mart.reevaluation_due
WHERE NOT is_followed
GROUP BY expires_year
ORDER BY expires_year
