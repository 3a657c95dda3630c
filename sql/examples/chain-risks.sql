-- Which technologies and products are at high risk? 哪些技术和产品风险高？
SELECT chain, node, item, item_kind, cause, substitute
FROM mart.chain_risk
WHERE risk_level = 'high'
ORDER BY chain, item
