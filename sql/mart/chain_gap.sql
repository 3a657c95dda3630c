-- One row per gap of a chain: a node filed as missing or weak, one with a single supplier, or one that links name and no node is filed for.
CREATE VIEW mart.chain_gap AS
WITH named AS (
    SELECT chain, from_node AS node, cluster, year, kind, link_id FROM mart.chain_link
    UNION ALL
    SELECT chain, to_node, cluster, year, kind, link_id FROM mart.chain_link
)
SELECT
    chain, node,
    CASE WHEN state IN ('missing', 'weak') THEN cast(state AS varchar) WHEN supplier_count = 0 THEN 'missing' ELSE 'single_source' END AS gap,
    supplier_count, cluster, year, kind, node_id AS fact_id
FROM mart.chain_node
WHERE state IN ('missing', 'weak') OR supplier_count <= 1
UNION ALL
SELECT n.chain, n.node, 'not_filed', NULL, n.cluster, n.year, n.kind, min(n.link_id)
FROM named AS n
LEFT JOIN mart.chain_node AS c
    ON c.chain = n.chain AND c.node = n.node AND coalesce(c.cluster, '') = coalesce(n.cluster, '') AND c.kind = n.kind
WHERE c.node_id IS NULL
GROUP BY n.chain, n.node, n.cluster, n.year, n.kind;
COMMENT ON VIEW mart.chain_gap IS 'One row per gap of a chain: a node filed as missing or weak, one with a single supplier, or one that links name and no node is filed for. Source: mart.chain_node and mart.chain_link (S12)';
COMMENT ON COLUMN mart.chain_gap.chain IS 'Industrial chain';
COMMENT ON COLUMN mart.chain_gap.node IS 'Node of the chain';
COMMENT ON COLUMN mart.chain_gap.gap IS 'missing (缺失), weak (薄弱), single_source (one supplier), not_filed (links name it, no node is filed)';
COMMENT ON COLUMN mart.chain_gap.supplier_count IS 'Suppliers of the node; NULL where not filed';
COMMENT ON COLUMN mart.chain_gap.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.chain_gap.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.chain_gap.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.chain_gap.fact_id IS 'Id of the fact: mart.citation says where it stands';
