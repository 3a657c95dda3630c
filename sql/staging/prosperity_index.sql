-- One row per dimension of a prosperity index and month read from a filing: lake.prosperity_index.
CREATE VIEW staging.prosperity_index AS
SELECT
    index_id, index_name, month, dimension, dimension_kind, value, band, previous, cluster, trade, region_code,
    place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.prosperity_index;
COMMENT ON VIEW staging.prosperity_index IS 'One row per dimension of a prosperity index and month read from a filing, as the refresh wrote it';
