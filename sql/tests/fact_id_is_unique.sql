-- No two facts have the same id.
SELECT id, count(*) AS fact_count
FROM mart.citation
GROUP BY id
HAVING count(*) > 1
