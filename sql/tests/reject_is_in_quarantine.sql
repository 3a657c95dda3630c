-- Every value that was not loaded is in quarantine with a reason.
SELECT r.reject_id, r.filing_id, r.reason
FROM core.reject AS r
LEFT JOIN mart.quarantine AS q ON q.reject_id = r.reject_id
WHERE (q.reject_id IS NULL AND r.kind <> 'sample') OR r.reason IS NULL OR r.reason = ''
