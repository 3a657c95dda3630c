-- The intensity of a group lies between the least and the greatest of its members.
SELECT t.group_code, t.scope, t.year, t.numerator, t.denominator, t.intensity_pct, m.least_pct, m.greatest_pct
FROM mart.rd_intensity_rollup AS t
JOIN (
    SELECT
        g.group_code, s.scope, s.year, s.numerator, s.denominator,
        min(coalesce(s.computed_pct, s.published_pct)) AS least_pct,
        max(coalesce(s.computed_pct, s.published_pct)) AS greatest_pct
    FROM reference.rollup_group AS g
    JOIN mart.rd_intensity AS s ON s.industry_code = g.industry_code AND s.subject_kind = 'industry'
    GROUP BY g.group_code, s.scope, s.year, s.numerator, s.denominator
) AS m
    ON m.group_code = t.group_code AND m.scope = t.scope AND m.year = t.year
    AND m.numerator = t.numerator AND m.denominator = t.denominator
WHERE t.intensity_pct NOT BETWEEN m.least_pct AND m.greatest_pct
