-- Unless the setting show_sample says so, no mart shows a sample (示例).
SELECT m.mart, count(*) AS row_count
FROM (
    SELECT 'rd_intensity' AS mart, kind FROM mart.rd_intensity
    UNION ALL
    SELECT 'yoy', kind FROM mart.yoy
    UNION ALL
    SELECT 'patent_stock', kind FROM mart.patent_stock
    UNION ALL
    SELECT 'brand_valuation', kind FROM mart.brand_valuation
    UNION ALL
    SELECT 'three_products', kind FROM mart.three_products
    UNION ALL
    SELECT 'cluster_status', kind FROM mart.cluster_status
    UNION ALL
    SELECT 'target_progress', kind FROM mart.target_progress
    UNION ALL
    SELECT 'citation', kind FROM mart.citation
) AS m
WHERE m.kind NOT IN ('actual', 'estimate', 'plan', 'forecast')
    AND NOT EXISTS (SELECT 1 FROM staging.setting AS s WHERE s.name = 'show_sample' AND s.value = 'true')
GROUP BY m.mart
