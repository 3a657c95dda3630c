-- Which products fail spot checks most often? 哪些产品监督抽查不合格率最高？
SELECT subject_name, period, basis, value AS failure_pct, publisher
FROM mart.quality
WHERE measure = 'unqualified_rate_spot_check'
ORDER BY value DESC, subject_name, period, basis
