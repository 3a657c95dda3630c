-- One row per platform of innovation or service read from a filing: lake.platform.
CREATE VIEW staging.platform AS
SELECT
    platform_id, name, platform_kind, level, level_word, host, approver, approved_on, status, funding, unit,
    cluster, trade, region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.platform;
COMMENT ON VIEW staging.platform IS 'One row per platform of innovation or service read from a filing, as the refresh wrote it';
