-- Publishers that state the same fact state the same figure.
-- severity: warning
SELECT subject_name, indicator, scope, period, figure_count, least_value, greatest_value
FROM core.observation_best
WHERE least_value < greatest_value AND kind_group = 'real'
