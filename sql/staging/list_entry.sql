-- One row per member of a list read from a filing: lake.list_entry.
CREATE VIEW staging.list_entry AS
SELECT
    entry_id, list_name, issuer, list_year, batch, member_name, member_kind, rank, category, firm,
    region_code, place, notice_no, published_on, score, level, trade, valid_from, valid_until,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.list_entry;
COMMENT ON VIEW staging.list_entry IS 'One row per member of a list read from a filing, as the refresh wrote it';
