-- How many batches were inspected, and how many failed? 抽查了多少批次，多少不合格？
SELECT
    subject_name, period, publisher,
    max(CASE WHEN measure = 'inspected_batch_count' THEN value END) AS inspected_count,
    max(CASE WHEN measure = 'unqualified_batch_count' THEN value END) AS failed_count
FROM mart.quality
WHERE measure IN ('inspected_batch_count', 'unqualified_batch_count')
GROUP BY subject_name, period, publisher
ORDER BY subject_name, period, publisher
