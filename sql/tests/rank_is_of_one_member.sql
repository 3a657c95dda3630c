-- One list gives one rank to one member, if it ranks at all.
-- severity: warning
SELECT list_name, list_year, rank, count(DISTINCT member_name) AS member_count
FROM mart.ranking
WHERE rank IS NOT NULL
GROUP BY list_name, list_year, rank
HAVING count(DISTINCT member_name) > 1
