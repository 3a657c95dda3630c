-- Which cities are 三品 demonstration cities? 三品示范城市有哪些？
SELECT list_year, batch, member_name, province_name
FROM mart.three_products_city
ORDER BY list_year, member_name
