-- What can be procured as green? 采购目录里有什么？
SELECT list_name, list_year, member_name, category, firm, valid_until
FROM mart.procurement_catalogue
ORDER BY list_name, member_name
