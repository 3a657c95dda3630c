-- One row per technology or product of a list of risks, cluster and year; of repetitions the latest stands.
CREATE VIEW core.chain_risk AS
WITH ranked AS (
    SELECT
        e.chain, e.node, e.item, e.item_kind, e.risk_level, e.level_word, e.cause, e.supplier, e.substitute,
        e.cluster, e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note, e.risk_id,
        e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.chain, ''), coalesce(e.node, ''), coalesce(e.item, ''), coalesce(e.cluster, ''), e.year,
                e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.risk_id
        ) AS choice
    FROM staging.chain_risk AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    chain, node, item, item_kind, risk_level, level_word, cause, supplier, substitute, cluster, trade, region_code,
    place, year, publisher, published_on, note, risk_id, filing_id, part, cell, locator, printed, row_heading,
    column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.chain_risk IS 'One row per technology or product of a list of risks, cluster and year; rows of superseded filings are left out';
COMMENT ON COLUMN core.chain_risk.chain IS 'Industrial chain (产业链)';
COMMENT ON COLUMN core.chain_risk.node IS 'Node of the chain; NULL where none is named';
COMMENT ON COLUMN core.chain_risk.item IS 'Technology or product at risk';
COMMENT ON COLUMN core.chain_risk.item_kind IS 'technology or product; empty where nothing is said';
COMMENT ON COLUMN core.chain_risk.risk_level IS 'high, medium or low; empty where nothing is said';
COMMENT ON COLUMN core.chain_risk.level_word IS 'The words of the filing';
COMMENT ON COLUMN core.chain_risk.cause IS 'Cause as printed';
COMMENT ON COLUMN core.chain_risk.supplier IS 'Who supplies it now, or from which country';
COMMENT ON COLUMN core.chain_risk.substitute IS 'What could take its place';
COMMENT ON COLUMN core.chain_risk.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.chain_risk.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.chain_risk.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.chain_risk.place IS 'Place as printed';
COMMENT ON COLUMN core.chain_risk.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.chain_risk.publisher IS 'Who published it';
COMMENT ON COLUMN core.chain_risk.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.chain_risk.note IS 'Remark as printed';
COMMENT ON COLUMN core.chain_risk.risk_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.chain_risk.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.chain_risk.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.chain_risk.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.chain_risk.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.chain_risk.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.chain_risk.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.chain_risk.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.chain_risk.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.chain_risk.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
