-- Who moved up? 名次怎样变化？
SELECT list_name, list_year, rank, previous_rank, member_name, cohort_size
FROM mart.ranking
ORDER BY list_name, list_year, rank, member_name
