-- The provinces add up to the country, where all of them and the country are filed.
-- severity: warning
SELECT n.indicator, n.scope, n.period, n.publisher, n.value AS country_value, sum(p.value) AS province_sum
FROM core.observation AS n
JOIN reference.indicator AS i ON i.code = n.indicator AND i.additive
JOIN reference.region_group_member AS m ON m.group_code = '000000'
JOIN core.observation AS p
    ON p.subject_kind = 'region' AND p.region_code = m.region_code AND p.industry_code IS NULL
    AND p.indicator = n.indicator AND p.scope = n.scope AND p.publisher = n.publisher AND p.kind = n.kind
    AND p.period_start = n.period_start AND p.period_end = n.period_end AND p.vintage_rank = 1
WHERE n.subject_kind = 'region' AND n.region_code = '000000' AND n.industry_code IS NULL AND n.vintage_rank = 1
GROUP BY n.observation_id, n.indicator, n.scope, n.period, n.publisher, n.value, n.half_digit
HAVING count(p.value) = 31
    AND abs(cast(sum(p.value) AS double) - cast(n.value AS double)) > 32e0 * n.half_digit
