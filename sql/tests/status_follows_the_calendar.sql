-- A title is valid only to its last day, overdue only after it, and cancellable only two years after that.
SELECT title, place, status, status_on, issued_on, expires_on
FROM mart.cluster_status
WHERE (status = 'valid' AND status_on > expires_on)
    OR (status = 'expired' AND status_on <= expires_on)
    OR (status = 'cancellable' AND status_on <= expires_on + INTERVAL '2' YEAR)
    OR next_status_on < status_on
    OR expires_on IS NULL AND status IN ('valid', 'expired', 'cancellable')
