-- Which are the largest investments? 计划投资最大的项目是哪些？
SELECT name, owner, stage, planned_amount_wan_cny, actual_amount_wan_cny, cluster
FROM mart.project
WHERE project_kind = 'investment' AND planned_amount_wan_cny IS NOT NULL
ORDER BY planned_amount_wan_cny DESC, name
LIMIT 10
