-- What was planned and what came of it, by cluster? 各集群的项目计划与实际完成多少？
SELECT project_kind, cluster, year, project_count, planned_count, planned_amount_wan_cny, actual_count, actual_amount_wan_cny
FROM mart.project_total
ORDER BY project_kind, cluster NULLS LAST, year
