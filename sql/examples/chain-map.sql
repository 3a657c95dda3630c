-- What does the chain look like? 产业链图谱是什么样的？
SELECT l.chain, l.from_node, f.state AS from_state, l.to_node, t.state AS to_state
FROM mart.chain_link AS l
LEFT JOIN mart.chain_node AS f ON f.chain = l.chain AND f.node = l.from_node
LEFT JOIN mart.chain_node AS t ON t.chain = l.chain AND t.node = l.to_node
ORDER BY l.chain, l.from_node, l.to_node
