-- How is the industry doing in the last month? 最近一个月景气如何？
SELECT index_name, month, dimension, value_points, change_points, band
FROM mart.prosperity
WHERE is_latest
ORDER BY index_name, dimension
