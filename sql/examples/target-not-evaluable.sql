-- Why can a target not be judged? 目标为什么无法判定？
SELECT reason, count(*) AS target_count
FROM mart.target_progress
WHERE verdict = 'not_evaluable'
GROUP BY reason
ORDER BY target_count DESC, reason
