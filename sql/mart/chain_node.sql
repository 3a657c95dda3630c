-- One row per node of an industrial chain: where it stands, who supplies it, whether it is there.
CREATE VIEW mart.chain_node AS
SELECT
    x.chain, x.node, x.position, x.state, x.supplier_count, x.local_suppliers AS local_supplier_count,
    x.local_rate AS local_rate_pct, x.suppliers,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.node_id
FROM core.chain_node AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.chain_node IS 'One row per node of an industrial chain: where it stands, who supplies it, whether it is there. Source: nodes of chains as filed (S12)';
COMMENT ON COLUMN mart.chain_node.chain IS 'Industrial chain';
COMMENT ON COLUMN mart.chain_node.node IS 'Node of the chain';
COMMENT ON COLUMN mart.chain_node.position IS '上游, 中游, 下游 as printed';
COMMENT ON COLUMN mart.chain_node.state IS 'present, weak or missing; empty where nothing is said';
COMMENT ON COLUMN mart.chain_node.supplier_count IS 'Suppliers of the node';
COMMENT ON COLUMN mart.chain_node.local_supplier_count IS 'Suppliers in the place';
COMMENT ON COLUMN mart.chain_node.local_rate_pct IS 'Share supplied locally, percent';
COMMENT ON COLUMN mart.chain_node.suppliers IS 'Their names as printed';
COMMENT ON COLUMN mart.chain_node.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.chain_node.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.chain_node.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.chain_node.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.chain_node.province_name IS 'Province';
COMMENT ON COLUMN mart.chain_node.place IS 'Place as printed';
COMMENT ON COLUMN mart.chain_node.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.chain_node.publisher IS 'Who published it';
COMMENT ON COLUMN mart.chain_node.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.chain_node.note IS 'Remark as printed';
COMMENT ON COLUMN mart.chain_node.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.chain_node.node_id IS 'Id of the fact: mart.citation says where it stands';
