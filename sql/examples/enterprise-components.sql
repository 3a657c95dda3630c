-- How do firms compare, component by component? 企业各评价要素如何排名？
SELECT cohort, indicator_name, rank, subject_name, value, unit
FROM mart.enterprise_evaluation
ORDER BY cohort NULLS LAST, indicator_name, rank NULLS LAST, subject_name
