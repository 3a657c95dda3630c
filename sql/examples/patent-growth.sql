-- How fast do patents grow on the year before, and over five years? 专利较上年、五年来年均增长多少？
SELECT subject_name, indicator, scope, year, patent_count, computed_growth_pct, five_year_growth_pct, reason
FROM mart.patent_growth
ORDER BY subject_name, indicator, scope, year
