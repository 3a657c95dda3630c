-- Where do published growth and the published levels disagree most? 公布增速与水平值推算的增速在哪里相差最大？
SELECT subject_name, indicator_name, scope, period, value, previous_value, published_pct, computed_pct, gap_pp, reason
FROM mart.yoy
WHERE comparable = false AND gap_pp IS NOT NULL
ORDER BY abs(gap_pp) DESC, subject_name, indicator, period
