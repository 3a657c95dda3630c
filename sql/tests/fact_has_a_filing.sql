-- Every fact names a filing that was received.
SELECT id, fact_table, filing_id
FROM mart.citation
WHERE file_name IS NULL
