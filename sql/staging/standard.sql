-- One row per standard read from a filing: lake.standard.
CREATE VIEW staging.standard AS
SELECT
    standard_id, standard_no, name, level, role, drafter, status, issued_on, effective_on, replaces, cluster, trade,
    region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.standard;
COMMENT ON VIEW staging.standard IS 'One row per standard read from a filing, as the refresh wrote it';
