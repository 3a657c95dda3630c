-- One row per received file: lake.filing without its list of partitions.
CREATE VIEW staging.filing AS
SELECT
    filing_id, sha256, file_name, filer, cast(received_at AS timestamp(6)) AS received_at, bytes AS byte_count,
    format, encoding, form, title, publisher, published_on, kind, status, reason, detail,
    values_read, values_loaded, values_rejected, blank_cells, supersedes, source_note
FROM lake.filing;
COMMENT ON VIEW staging.filing IS 'One row per received file, loaded or refused, as the refresh wrote it';
