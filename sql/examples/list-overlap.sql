-- Which lists share members? 哪些名单有共同成员？
SELECT list_name, list_year, other_list_name, other_list_year, shared_count, member_count, shared_pct
FROM mart.list_overlap
ORDER BY shared_count DESC, list_name, list_year, other_list_name, other_list_year
LIMIT 10
