-- How many green-smart clusters are certified? 绿色智慧集群认定了多少家？
SELECT scheme, year, certified_count, cumulative_count
FROM mart.certification_count
WHERE scheme = '绿色智慧集群'
ORDER BY year
