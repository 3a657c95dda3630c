-- Where does the published intensity differ from its own parts? 哪些公布的强度与其分子分母不符？
SELECT subject_name, scope, year, denominator, published_pct, computed_pct, status, observation_id
FROM mart.rd_intensity
WHERE status = 'differs'
ORDER BY year, subject_name, scope, denominator
