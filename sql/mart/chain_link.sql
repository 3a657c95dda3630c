-- One row per link between two nodes of an industrial chain.
CREATE VIEW mart.chain_link AS
SELECT
    x.chain, x.from_node, x.to_node, x.link_kind, x.supplier, x.customer,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.link_id
FROM core.chain_link AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.chain_link IS 'One row per link between two nodes of an industrial chain. Source: links of chains as filed (S12)';
COMMENT ON COLUMN mart.chain_link.chain IS 'Industrial chain';
COMMENT ON COLUMN mart.chain_link.from_node IS 'Node that supplies';
COMMENT ON COLUMN mart.chain_link.to_node IS 'Node that is supplied';
COMMENT ON COLUMN mart.chain_link.link_kind IS 'Sort of link, as printed';
COMMENT ON COLUMN mart.chain_link.supplier IS 'Supplying firm';
COMMENT ON COLUMN mart.chain_link.customer IS 'Supplied firm';
COMMENT ON COLUMN mart.chain_link.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.chain_link.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.chain_link.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.chain_link.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.chain_link.province_name IS 'Province';
COMMENT ON COLUMN mart.chain_link.place IS 'Place as printed';
COMMENT ON COLUMN mart.chain_link.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.chain_link.publisher IS 'Who published it';
COMMENT ON COLUMN mart.chain_link.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.chain_link.note IS 'Remark as printed';
COMMENT ON COLUMN mart.chain_link.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.chain_link.link_id IS 'Id of the fact: mart.citation says where it stands';
