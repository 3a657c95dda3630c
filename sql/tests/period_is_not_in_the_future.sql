-- No actual figure is about days after its publication.
-- severity: warning
SELECT observation_id, period_end, published_on
FROM core.observation
WHERE kind = 'actual' AND period_end > published_on
