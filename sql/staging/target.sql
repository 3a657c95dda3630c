-- One row per number that a policy document sets: lake.target.
CREATE VIEW staging.target AS
SELECT
    target_id, document, doc_status, subject_name, indicator, indicator_text, scope, comparator, value, unit,
    target_type, base_period, due_year, published_on,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.target;
COMMENT ON VIEW staging.target IS 'One row per number that a policy document sets, as the refresh wrote it';
