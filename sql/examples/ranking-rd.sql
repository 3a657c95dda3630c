-- How much do the firms of a ranking spend on R&D, sum over sum? 百强企业的研发投入强度（合计比合计）是多少？
SELECT cohort, year, member_count, rd_input_wan_cny, operating_revenue_wan_cny, round(computed_pct, 2) AS computed_pct, published_pct, cohort_changed
FROM mart.rd_top100
ORDER BY cohort
