-- Every reason of a reject, refusal or warning is in reference.reason.
-- severity: warning
SELECT r.reason, count(*) AS row_count
FROM (
    SELECT reason FROM core.reject
    UNION ALL
    SELECT reason FROM core.filing WHERE reason IS NOT NULL
    UNION ALL
    SELECT w.reason FROM core.observation AS o CROSS JOIN unnest(split(o.warning, ', ')) AS w (reason)
) AS r
LEFT JOIN reference.reason AS k ON k.code = r.reason
WHERE k.code IS NULL AND r.reason <> ''
GROUP BY r.reason
