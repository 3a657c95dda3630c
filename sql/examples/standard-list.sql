-- Which standards are in force? 现行标准有哪些？
SELECT standard_no, name, level, drafter, issued_on
FROM mart.standard
WHERE status = '现行'
ORDER BY standard_no, drafter
