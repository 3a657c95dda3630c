-- One row per link between two nodes of a chain, cluster and year; of repetitions the latest stands.
CREATE VIEW core.chain_link AS
WITH ranked AS (
    SELECT
        e.chain, e.from_node, e.to_node, e.link_kind, e.supplier, e.customer, e.cluster, e.trade, e.region_code,
        e.place, e.year, e.publisher, e.published_on, e.note, e.link_id, e.filing_id, e.part, e.cell, e.locator,
        e.printed, e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.chain, ''), coalesce(e.from_node, ''), coalesce(e.to_node, ''), coalesce(e.supplier, ''),
                coalesce(e.customer, ''), coalesce(e.cluster, ''), e.year, e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.link_id
        ) AS choice
    FROM staging.chain_link AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    chain, from_node, to_node, link_kind, supplier, customer, cluster, trade, region_code, place, year, publisher,
    published_on, note, link_id, filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.chain_link IS 'One row per link between two nodes of a chain, cluster and year; rows of superseded filings are left out';
COMMENT ON COLUMN core.chain_link.chain IS 'Industrial chain (产业链)';
COMMENT ON COLUMN core.chain_link.from_node IS 'Node that supplies';
COMMENT ON COLUMN core.chain_link.to_node IS 'Node that is supplied';
COMMENT ON COLUMN core.chain_link.link_kind IS 'Sort of link, as printed';
COMMENT ON COLUMN core.chain_link.supplier IS 'Supplying firm';
COMMENT ON COLUMN core.chain_link.customer IS 'Supplied firm';
COMMENT ON COLUMN core.chain_link.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.chain_link.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.chain_link.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.chain_link.place IS 'Place as printed';
COMMENT ON COLUMN core.chain_link.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.chain_link.publisher IS 'Who published it';
COMMENT ON COLUMN core.chain_link.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.chain_link.note IS 'Remark as printed';
COMMENT ON COLUMN core.chain_link.link_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.chain_link.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.chain_link.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.chain_link.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.chain_link.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.chain_link.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.chain_link.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.chain_link.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.chain_link.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.chain_link.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
