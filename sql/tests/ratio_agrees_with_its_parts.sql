-- A published ratio and the one computed from its parts agree within half of the last printed digit.
-- severity: warning
SELECT subject_name, ratio_indicator, scope, period, published_pct, computed_pct
FROM core.ratio
WHERE status = 'differs' AND kind_group = 'real'
