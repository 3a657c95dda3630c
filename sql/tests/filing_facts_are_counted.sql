-- A loaded filing of figures alone holds as many of them as its record says.
-- severity: warning
SELECT f.filing_id, f.file_name, f.values_loaded, count(c.id) AS fact_count
FROM core.filing AS f
JOIN mart.citation AS c ON c.filing_id = f.filing_id
WHERE f.status = 'loaded'
GROUP BY f.filing_id, f.file_name, f.values_loaded
HAVING count_if(c.fact_table <> 'observation') = 0 AND count(c.id) <> f.values_loaded
