-- Unless the setting show_sample says so, no mart shows a sample (示例), and none ever a kind that no rule knows.
SELECT m.mart, m.kind, count(*) AS row_count
FROM (
    SELECT 'citation' AS mart, kind FROM mart.citation
    UNION ALL
    SELECT 'rd_intensity', kind FROM mart.rd_intensity
    UNION ALL
    SELECT 'yoy', kind FROM mart.yoy
    UNION ALL
    SELECT 'brand_valuation', kind FROM mart.brand_valuation
) AS m
LEFT JOIN staging.setting AS s ON s.name = 'show_sample' AND s.value = 'true'
WHERE m.kind NOT IN ('actual', 'estimate', 'plan', 'forecast', 'sample') OR (m.kind = 'sample' AND s.name IS NULL)
GROUP BY m.mart, m.kind
