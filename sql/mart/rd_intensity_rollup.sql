-- One row per group, region, scope, year and pair of numerator and denominator: sum of R&D over sum of denominator.
-- Never the mean of the members' ratios: for the nine light divisions of 2021 that would be 0.849 %, not 0.749 %.
-- Where a member's denominator is not filed, it is its R&D over its published intensity, and counted as such.
CREATE VIEW mart.rd_intensity_rollup AS
WITH rollup_member AS (
    SELECT group_code, group_name, 'industry' AS subject_kind, industry_code AS member_code
    FROM reference.rollup_group
    UNION ALL
    SELECT m.group_code, g.name, 'industry', m.class_code
    FROM reference.industry_group_member AS m
    JOIN reference.industry_group AS g ON g.code = m.group_code
    UNION ALL
    SELECT m.group_code, g.name, 'region', m.region_code
    FROM reference.region_group_member AS m
    JOIN reference.region_group AS g ON g.code = m.group_code
),
member AS (
    SELECT
        g.group_code, g.group_name, g.subject_kind, g.member_code,
        CASE WHEN g.subject_kind = 'industry' AND s.region_code <> '000000' THEN s.region_code END
            AS region_code,
        s.scope, s.year, s.numerator, s.denominator, s.kind, s.kind = 'sample' AS is_sample, s.rd_wan_cny,
        s.denominator_wan_cny IS NULL AS is_reconstructed,
        CASE
            WHEN s.denominator_wan_cny > 0 THEN cast(s.denominator_wan_cny AS decimal(38, 6))
            WHEN s.denominator_wan_cny IS NULL AND s.published_pct > 0
                THEN try_cast(100e0 * cast(s.rd_wan_cny AS double) / cast(s.published_pct AS double) AS decimal(38, 6))
        END AS denominator_wan_cny,
        -- A member is counted once, however often filings spell it.
        row_number() OVER (
            PARTITION BY g.group_code, g.member_code, s.scope, s.year, s.numerator, s.denominator, s.kind = 'sample',
                CASE WHEN g.subject_kind = 'industry' THEN s.region_code ELSE '' END
            ORDER BY CASE WHEN s.denominator_wan_cny IS NULL THEN 1 ELSE 0 END, s.observation_id
        ) AS choice
    FROM rollup_member AS g
    JOIN mart.rd_intensity AS s
        ON s.subject_kind = g.subject_kind
        AND g.member_code = CASE WHEN g.subject_kind = 'industry' THEN s.industry_code ELSE s.region_code END
    WHERE s.rd_wan_cny IS NOT NULL AND s.cohort IS NULL
        -- An industry of a region is no region.
        AND (g.subject_kind <> 'region' OR s.industry_code IS NULL)
),
group_size AS (
    SELECT group_code, count(*) AS member_count
    FROM rollup_member
    GROUP BY group_code
),
total AS (
    SELECT
        group_code, group_name, region_code, scope, year, numerator, denominator, is_sample,
        cast(count_if(kind = 'estimate') AS bigint) AS estimate_count,
        count(*) AS counted_count,
        cast(count_if(is_reconstructed) AS bigint) AS reconstructed_count,
        sum(rd_wan_cny) AS rd_wan_cny,
        sum(denominator_wan_cny) AS denominator_wan_cny
    FROM member
    WHERE denominator_wan_cny IS NOT NULL AND choice = 1
    GROUP BY group_code, group_name, region_code, scope, year, numerator, denominator, is_sample
)
SELECT
    t.group_code, t.group_name, t.region_code, t.scope, t.year, t.numerator, t.denominator,
    t.rd_wan_cny, t.denominator_wan_cny,
    try_cast(100e0 * cast(t.rd_wan_cny AS double) / cast(nullif(t.denominator_wan_cny, 0) AS double) AS decimal(18, 4))
        AS intensity_pct,
    z.member_count, t.counted_count,
    cast(100e0 * cast(t.counted_count AS double) / cast(z.member_count AS double) AS decimal(18, 2)) AS coverage_pct,
    t.reconstructed_count, t.reconstructed_count > 0 AS is_reconstructed,
    CASE WHEN t.is_sample THEN 'sample' WHEN t.estimate_count > 0 THEN 'estimate' ELSE 'actual' END AS kind
FROM total AS t
JOIN group_size AS z ON z.group_code = t.group_code;
COMMENT ON VIEW mart.rd_intensity_rollup IS 'One row per group of subjects, region, scope, year and pair of numerator and denominator: R&D intensity as sum over sum, never a mean of ratios. Source: mart.rd_intensity; groups: reference.rollup_group, reference.region_group';
COMMENT ON COLUMN mart.rd_intensity_rollup.group_code IS 'Group of industries (reference.rollup_group, reference.industry_group) or of regions (reference.region_group)';
COMMENT ON COLUMN mart.rd_intensity_rollup.group_name IS 'Chinese name of the group';
COMMENT ON COLUMN mart.rd_intensity_rollup.region_code IS 'Of groups of industries: the region they are of; NULL: the country';
COMMENT ON COLUMN mart.rd_intensity_rollup.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.rd_intensity_rollup.year IS 'Calendar year';
COMMENT ON COLUMN mart.rd_intensity_rollup.numerator IS 'What is above the line: reference.indicator';
COMMENT ON COLUMN mart.rd_intensity_rollup.denominator IS 'What is below the line: reference.indicator';
COMMENT ON COLUMN mart.rd_intensity_rollup.rd_wan_cny IS 'R&D of the members counted, in 万元';
COMMENT ON COLUMN mart.rd_intensity_rollup.denominator_wan_cny IS 'Denominator of the members counted, in 万元';
COMMENT ON COLUMN mart.rd_intensity_rollup.intensity_pct IS '100 x rd_wan_cny / denominator_wan_cny, in %, to four decimals';
COMMENT ON COLUMN mart.rd_intensity_rollup.member_count IS 'Members of the group';
COMMENT ON COLUMN mart.rd_intensity_rollup.counted_count IS 'Members that have R&D and a denominator, filed or reconstructed';
COMMENT ON COLUMN mart.rd_intensity_rollup.coverage_pct IS 'counted_count in % of member_count: under 100 the intensity is of a part of the group';
COMMENT ON COLUMN mart.rd_intensity_rollup.reconstructed_count IS 'Members whose denominator is their R&D over their published intensity';
COMMENT ON COLUMN mart.rd_intensity_rollup.is_reconstructed IS 'true: at least one denominator is reconstructed, so that the result is as coarse as printed intensities are';
COMMENT ON COLUMN mart.rd_intensity_rollup.kind IS 'actual, estimate, plan, forecast or sample (示例)';
