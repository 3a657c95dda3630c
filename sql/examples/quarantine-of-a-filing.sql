-- Which cells of each filing were not loaded? 每个报送文件中哪些单元格没有装载？
SELECT file_name, part, cell, raw, reason, detail, suggestion
FROM mart.quarantine
ORDER BY file_name, part, cell, reject_id
