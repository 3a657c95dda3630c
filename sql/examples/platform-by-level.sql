-- How many platforms has a cluster, by level? 各集群各级平台有多少？
SELECT cluster, level, platform_count, funding_wan_cny
FROM mart.platform_count
ORDER BY cluster, level
