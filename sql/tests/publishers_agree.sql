-- Publishers that state the same fact state the same figure, as far as it is printed.
-- severity: warning
SELECT subject_name, indicator, scope, period, figure_count, least_value, greatest_value
FROM core.observation_best
WHERE is_disputed AND kind_group = 'real'
