-- No title is cancelled without a notice of cancellation.
SELECT s.title, s.place, s.status_on
FROM mart.cluster_status AS s
LEFT JOIN core.title_event AS e ON e.event_id = s.event_id AND e.event = 'cancel'
WHERE s.status = 'cancelled' AND e.event_id IS NULL
