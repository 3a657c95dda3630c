-- Which stage has a cluster reached, and who says so? 集群处于什么阶段，谁评估的？
SELECT subject_name, grade, issuer, issued_on, note, why_no_more
FROM mart.stage_assessment
ORDER BY subject_name, issued_on
