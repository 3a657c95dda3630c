-- One row per technology or product of a list of risks.
CREATE VIEW mart.chain_risk AS
SELECT
    x.chain, x.node, x.item, x.item_kind, x.risk_level, x.level_word, x.cause, x.supplier, x.substitute,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.risk_id
FROM core.chain_risk AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.chain_risk IS 'One row per technology or product of a list of risks. Source: lists of risks as filed (S12)';
COMMENT ON COLUMN mart.chain_risk.chain IS 'Industrial chain';
COMMENT ON COLUMN mart.chain_risk.node IS 'Node of the chain; NULL where none is named';
COMMENT ON COLUMN mart.chain_risk.item IS 'Technology or product at risk';
COMMENT ON COLUMN mart.chain_risk.item_kind IS 'technology or product; empty where nothing is said';
COMMENT ON COLUMN mart.chain_risk.risk_level IS 'high, medium or low; empty where nothing is said';
COMMENT ON COLUMN mart.chain_risk.level_word IS 'The words of the filing';
COMMENT ON COLUMN mart.chain_risk.cause IS 'Cause as printed';
COMMENT ON COLUMN mart.chain_risk.supplier IS 'Who supplies it now, or from which country';
COMMENT ON COLUMN mart.chain_risk.substitute IS 'What could take its place';
COMMENT ON COLUMN mart.chain_risk.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.chain_risk.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.chain_risk.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.chain_risk.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.chain_risk.province_name IS 'Province';
COMMENT ON COLUMN mart.chain_risk.place IS 'Place as printed';
COMMENT ON COLUMN mart.chain_risk.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.chain_risk.publisher IS 'Who published it';
COMMENT ON COLUMN mart.chain_risk.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.chain_risk.note IS 'Remark as printed';
COMMENT ON COLUMN mart.chain_risk.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.chain_risk.risk_id IS 'Id of the fact: mart.citation says where it stands';
