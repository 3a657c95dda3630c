-- Which targets are met? 哪些目标已经达成？
SELECT document, target_id, subject_name, indicator_text, comparator, value, unit, due_year, verdict, measured, reason
FROM mart.target_progress
ORDER BY document, target_id
