-- One row per firm of a register read from a filing: lake.enterprise.
CREATE VIEW staging.enterprise AS
SELECT
    enterprise_id, name, uscc, group_name, size, industry_code, main_product, brands, status, established_on,
    cluster, trade, region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.enterprise;
COMMENT ON VIEW staging.enterprise IS 'One row per firm of a register read from a filing, as the refresh wrote it';
