-- No code list has a code twice.
SELECT c.list, c.code, count(*) AS row_count
FROM (
    SELECT 'indicator' AS list, code FROM reference.indicator
    UNION ALL
    SELECT 'scope', code FROM reference.scope
    UNION ALL
    SELECT 'reason', code FROM reference.reason
    UNION ALL
    SELECT 'publisher', name FROM reference.publisher
    UNION ALL
    SELECT 'unit', unit FROM reference.unit
    UNION ALL
    SELECT 'rule_edition', edition FROM reference.rule_edition
    UNION ALL
    SELECT 'region', region_code FROM core.region
) AS c
GROUP BY c.list, c.code
HAVING count(*) > 1
