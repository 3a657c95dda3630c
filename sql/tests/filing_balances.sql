-- For every loaded filing, values read are values loaded and values in quarantine.
SELECT filing_id, file_name, values_read, values_loaded, values_rejected
FROM core.filing
WHERE status = 'loaded' AND values_read <> values_loaded + values_rejected
