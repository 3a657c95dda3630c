-- How did the index move? 景气指数怎样变化？
SELECT month, value_points, change_points, band
FROM mart.prosperity
WHERE dimension = '总指数'
ORDER BY month
