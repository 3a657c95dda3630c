-- One row per technology or product at risk read from a filing: lake.chain_risk.
CREATE VIEW staging.chain_risk AS
SELECT
    risk_id, chain, node, item, item_kind, risk_level, level_word, cause, supplier, substitute, cluster, trade,
    region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.chain_risk;
COMMENT ON VIEW staging.chain_risk IS 'One row per technology or product at risk read from a filing, as the refresh wrote it';
