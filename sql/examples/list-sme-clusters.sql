-- Which SME clusters are national? 国家级中小企业特色产业集群有哪些？
SELECT member_name, list_year, level, valid_until, province_name
FROM mart.sme_cluster
WHERE level LIKE '国家%'
ORDER BY list_year, member_name
