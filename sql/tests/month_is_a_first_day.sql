-- A month is kept as its first day, and an index has one value a month.
SELECT index_name, month, dimension, publisher, count(index_id) AS value_count
FROM mart.prosperity
GROUP BY index_name, month, dimension, publisher, kind
HAVING count(index_id) > 1 OR extract(DAY FROM month) <> 1
