-- Which parks and bases are listed? 入选的园区与基地有哪些？
SELECT list_name, list_year, member_name, province_name
FROM mart.park
ORDER BY list_name, list_year, member_name
