-- Is every value of every filing either loaded or in quarantine? 每个报送文件的数值是否都已装载或隔离？
SELECT file_name, status, values_read, values_loaded, values_rejected, is_balanced
FROM mart.filing
ORDER BY is_balanced, file_name, filing_id
