-- One row per node of an industrial chain read from a filing: lake.chain_node.
CREATE VIEW staging.chain_node AS
SELECT
    node_id, chain, node, position, state, state_word, supplier_count, local_suppliers, suppliers, local_rate,
    cluster, trade, region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.chain_node;
COMMENT ON VIEW staging.chain_node IS 'One row per node of an industrial chain read from a filing, as the refresh wrote it';
