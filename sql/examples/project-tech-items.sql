-- Which technologies are to be solved? 有哪些技术任务？
SELECT name, owner, partner, stage, planned_amount_wan_cny
FROM mart.tech_item
ORDER BY name
