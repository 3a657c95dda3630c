-- What has a cluster filed? 一个集群报了什么？
SELECT subject_name, year, subject_area, filed_count, indicators
FROM mart.cluster_profile
ORDER BY subject_name, year, subject_area
