-- A node that is filed as present with two suppliers or more is no gap.
SELECT g.chain, g.node, g.gap
FROM mart.chain_gap AS g
JOIN mart.chain_node AS n ON n.node_id = g.fact_id
WHERE n.state = 'present' AND n.supplier_count >= 2
