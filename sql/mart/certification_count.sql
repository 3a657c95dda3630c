-- One row per scheme, year and kind of fact: how many are certified, each name once.
CREATE VIEW mart.certification_count AS
WITH first_year AS (
    SELECT scheme, subject_name, kind, min(coalesce(year, extract(YEAR FROM certified_on))) AS year
    FROM mart.certification
    GROUP BY scheme, subject_name, kind
),
counted AS (
    SELECT scheme, cast(year AS integer) AS year, kind, cast(count(subject_name) AS bigint) AS certified_count
    FROM first_year
    GROUP BY scheme, cast(year AS integer), kind
)
SELECT
    scheme, year, certified_count,
    cast(sum(certified_count) OVER (PARTITION BY scheme, kind ORDER BY year NULLS FIRST) AS bigint) AS cumulative_count,
    kind
FROM counted;
COMMENT ON VIEW mart.certification_count IS 'One row per scheme, year and kind of fact: how many are certified, each name once. Source: mart.certification (S6, S7; targets T001 and T002)';
COMMENT ON COLUMN mart.certification_count.scheme IS 'Scheme';
COMMENT ON COLUMN mart.certification_count.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.certification_count.certified_count IS 'Names certified in that year';
COMMENT ON COLUMN mart.certification_count.cumulative_count IS 'Names certified up to that year; what was withdrawn is not known';
COMMENT ON COLUMN mart.certification_count.kind IS 'actual, estimate, plan, forecast or sample (示例)';
