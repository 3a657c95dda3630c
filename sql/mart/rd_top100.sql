-- One row per list and year of a ranking: R&D input and revenue summed over the members that have both, and the published ratio of the whole list beside it.
CREATE VIEW mart.rd_top100 AS
WITH figure AS (
    SELECT
        b.cohort, b.year, b.subject_kind, b.subject_name, b.kind,
        max(CASE WHEN b.indicator = 'rd_input' THEN b.value END) AS rd_input,
        max(CASE WHEN b.indicator = 'operating_revenue' THEN b.value END) AS revenue,
        max(CASE WHEN b.indicator = 'rd_input_intensity' THEN b.value END) AS intensity
    FROM core.observation_best AS b
    WHERE b.cohort IS NOT NULL AND b.kind IN (SELECT kind FROM core.shown_kind)
        AND b.indicator IN ('rd_input', 'operating_revenue', 'rd_input_intensity')
    GROUP BY b.cohort, b.year, b.subject_kind, b.subject_name, b.kind
),
summed AS (
    SELECT
        cohort, year, kind,
        cast(count(CASE WHEN subject_kind = 'enterprise' AND rd_input IS NOT NULL AND revenue > 0 THEN 1 END) AS bigint) AS member_count,
        cast(sum(CASE WHEN subject_kind = 'enterprise' AND revenue > 0 THEN rd_input END) AS decimal(18, 6)) AS rd_input_wan_cny,
        cast(sum(CASE WHEN subject_kind = 'enterprise' AND rd_input IS NOT NULL THEN revenue END) AS decimal(18, 6)) AS operating_revenue_wan_cny,
        max(CASE WHEN subject_kind NOT IN ('enterprise', 'part')
            AND subject_name IN (trim(replace(cohort, cast(year AS varchar), '')), concat(trim(replace(cohort, cast(year AS varchar), '')), '企业'))
            THEN intensity END) AS published_pct
    FROM figure
    GROUP BY cohort, year, kind
)
SELECT
    s.cohort, s.year, s.member_count, s.rd_input_wan_cny, s.operating_revenue_wan_cny,
    100e0 * cast(s.rd_input_wan_cny AS double) / cast(nullif(s.operating_revenue_wan_cny, 0) AS double) AS computed_pct,
    s.published_pct, p.published_pct AS previous_published_pct, p.cohort IS NOT NULL AS cohort_changed, s.kind
FROM summed AS s
LEFT JOIN summed AS p
    ON p.year = s.year - 1 AND p.kind = s.kind
    AND replace(p.cohort, cast(p.year AS varchar), '') = replace(s.cohort, cast(s.year AS varchar), '');
COMMENT ON VIEW mart.rd_top100 IS 'One row per list and year of a ranking: R&D input and revenue summed over the members that have both, and the published ratio of the whole list beside it. Source: figures of members of rankings, and figures of the list itself (S15; target T017)';
COMMENT ON COLUMN mart.rd_top100.cohort IS 'List and year; members change every year, so years are not one series';
COMMENT ON COLUMN mart.rd_top100.year IS 'Year of the figures';
COMMENT ON COLUMN mart.rd_top100.member_count IS 'Members that have both R&D input and revenue';
COMMENT ON COLUMN mart.rd_top100.rd_input_wan_cny IS 'Sum of their R&D input, 万元';
COMMENT ON COLUMN mart.rd_top100.operating_revenue_wan_cny IS 'Sum of their revenue, 万元';
COMMENT ON COLUMN mart.rd_top100.computed_pct IS 'Sum over sum in percent; never a mean of ratios';
COMMENT ON COLUMN mart.rd_top100.published_pct IS 'Ratio of the whole list as published; NULL: not filed';
COMMENT ON COLUMN mart.rd_top100.previous_published_pct IS 'Published ratio of the list one year before: other members';
COMMENT ON COLUMN mart.rd_top100.cohort_changed IS 'true: the year before is another list of firms, its ratio is not comparable';
COMMENT ON COLUMN mart.rd_top100.kind IS 'actual, estimate, plan, forecast or sample (示例)';
