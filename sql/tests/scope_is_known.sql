-- Every scope of an observation or target is in reference.scope.
SELECT o.scope, count(*) AS row_count
FROM (
    SELECT scope FROM core.observation
    UNION ALL
    SELECT scope FROM core.target
) AS o
LEFT JOIN reference.scope AS s ON s.code = o.scope
WHERE s.code IS NULL
GROUP BY o.scope
