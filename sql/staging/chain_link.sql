-- One row per supply between two nodes of a chain read from a filing: lake.chain_link.
CREATE VIEW staging.chain_link AS
SELECT
    link_id, chain, from_node, to_node, link_kind, supplier, customer, cluster, trade, region_code, place, year,
    publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.chain_link;
COMMENT ON VIEW staging.chain_link IS 'One row per supply between two nodes of a chain read from a filing, as the refresh wrote it';
