-- Every region code of a fact is a code of GB/T 2260 or of a group of regions.
SELECT f.region_code, count(*) AS row_count
FROM (
    SELECT region_code FROM core.observation
    UNION ALL
    SELECT region_code FROM core.title_event
    UNION ALL
    SELECT region_code FROM core.brand_valuation
    UNION ALL
    SELECT region_code FROM core.list_entry
) AS f
LEFT JOIN core.region AS r ON r.region_code = f.region_code
WHERE f.region_code IS NOT NULL AND r.region_code IS NULL
GROUP BY f.region_code
