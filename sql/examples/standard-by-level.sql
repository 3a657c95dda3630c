-- How many standards does each cluster lead or take part in? 各集群主导和参与了多少标准？
SELECT cluster, level, role, standard_count
FROM mart.standard_count
ORDER BY cluster, level, role
