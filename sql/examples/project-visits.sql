-- Which firms were visited? 走访了哪些企业？
SELECT started_on, name, owner, partner, cluster
FROM mart.service_visit
ORDER BY started_on, name, partner
