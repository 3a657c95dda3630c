-- Where does a figure stand, as printed? 一个数字出自哪里，原文如何？
SELECT r.subject_name, r.year, r.published_pct, c.file_name, c.locator, c.printed, c.row_heading, c.column_heading, c.publisher
FROM mart.rd_intensity AS r
JOIN mart.citation AS c ON c.id = r.observation_id
ORDER BY r.year, r.subject_name, r.scope, r.denominator
