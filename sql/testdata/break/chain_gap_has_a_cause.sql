CREATE OR REPLACE VIEW mart.chain_gap AS SELECT chain, node, 'weak' AS gap, node_id AS fact_id FROM mart.chain_node;
