-- One row per brand value read from a filing: lake.brand_valuation.
CREATE VIEW staging.brand_valuation AS
SELECT
    valuation_id, brand, brand_kind, region_code, place, product, provider, list_name, list_year, rank,
    value, unit, printed_unit, qualifier, strength, status, publisher, published_on,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.brand_valuation;
COMMENT ON VIEW staging.brand_valuation IS 'One row per brand value read from a filing, as the refresh wrote it';
