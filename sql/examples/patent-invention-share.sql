-- Which share of patent applications are inventions? 专利申请中发明专利占多大比重？
SELECT
    a.subject_name, a.scope, a.year, a.patent_count AS application_count, i.patent_count AS invention_count,
    cast(100e0 * cast(i.patent_count AS double) / cast(nullif(a.patent_count, 0) AS double) AS decimal(18, 2)) AS invention_pct
FROM mart.patent_stock AS a
JOIN mart.patent_stock AS i
    ON i.subject_kind = a.subject_kind AND i.subject_name = a.subject_name AND i.scope = a.scope AND i.period = a.period
    AND i.kind = a.kind AND i.indicator = 'invention_application_count'
WHERE a.indicator = 'patent_application_count'
ORDER BY a.subject_name, a.scope, a.year
