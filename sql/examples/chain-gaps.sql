-- Where are the gaps of a chain? 产业链有哪些缺口？
SELECT chain, node, gap, supplier_count, cluster
FROM mart.chain_gap
ORDER BY chain, gap, node
