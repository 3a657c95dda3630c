-- No period ends before it starts.
SELECT observation_id, period_start, period_end
FROM core.observation
WHERE period_end < period_start
