-- One row per node of a chain, cluster and year; of repetitions the latest stands.
CREATE VIEW core.chain_node AS
WITH ranked AS (
    SELECT
        e.chain, e.node, e.position, e.state, e.state_word, e.supplier_count, e.local_suppliers, e.suppliers,
        e.local_rate, e.cluster, e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note,
        e.node_id, e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind,
        e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.chain, ''), coalesce(e.node, ''), coalesce(e.cluster, ''), coalesce(e.place, ''), e.year,
                e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.node_id
        ) AS choice
    FROM staging.chain_node AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    chain, node, position, state, state_word, supplier_count, local_suppliers, suppliers, local_rate, cluster,
    trade, region_code, place, year, publisher, published_on, note, node_id, filing_id, part, cell, locator,
    printed, row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.chain_node IS 'One row per node of a chain, cluster and year; rows of superseded filings are left out';
COMMENT ON COLUMN core.chain_node.chain IS 'Industrial chain (产业链)';
COMMENT ON COLUMN core.chain_node.node IS 'Node of the chain (环节)';
COMMENT ON COLUMN core.chain_node.position IS '上游, 中游, 下游 as printed';
COMMENT ON COLUMN core.chain_node.state IS 'present, weak or missing; empty where nothing is said';
COMMENT ON COLUMN core.chain_node.state_word IS 'The words of the filing';
COMMENT ON COLUMN core.chain_node.supplier_count IS 'Suppliers of the node';
COMMENT ON COLUMN core.chain_node.local_suppliers IS 'Suppliers in the place';
COMMENT ON COLUMN core.chain_node.suppliers IS 'Their names as printed';
COMMENT ON COLUMN core.chain_node.local_rate IS 'Share supplied locally (本地配套率), in percent';
COMMENT ON COLUMN core.chain_node.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.chain_node.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.chain_node.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.chain_node.place IS 'Place as printed';
COMMENT ON COLUMN core.chain_node.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.chain_node.publisher IS 'Who published it';
COMMENT ON COLUMN core.chain_node.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.chain_node.note IS 'Remark as printed';
COMMENT ON COLUMN core.chain_node.node_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.chain_node.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.chain_node.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.chain_node.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.chain_node.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.chain_node.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.chain_node.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.chain_node.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.chain_node.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.chain_node.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
