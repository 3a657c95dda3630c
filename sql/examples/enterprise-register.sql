-- Which firms belong to a cluster? 集群有哪些企业？
SELECT cluster, name, size, main_product, brands
FROM mart.enterprise
ORDER BY cluster, name
