-- One row per value, row or filing that was read and not loaded: lake.reject.
CREATE VIEW staging.reject AS
SELECT
    reject_id, filing_id, part, cell, raw, reason, detail, suggestion, row_heading, column_heading,
    "values" AS value_count, kind
FROM lake.reject;
COMMENT ON VIEW staging.reject IS 'One row per value, row or filing that was read and not loaded, as the refresh wrote it';
