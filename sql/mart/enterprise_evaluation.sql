-- One row per firm, period and component of an evaluation, with its rank within the list or register; no score.
CREATE VIEW mart.enterprise_evaluation AS
SELECT
    b.subject_name, b.region_code, r.region_name, b.period, b.year, b.cohort, b.indicator, b.indicator_name, b.value, b.unit,
    CASE WHEN b.value IS NOT NULL AND i.direction = 'up' THEN cast(rank() OVER (
        PARTITION BY b.cohort, b.period, b.indicator, b.scope, b.kind ORDER BY b.value DESC NULLS LAST
    ) AS bigint) END AS rank,
    cast(count(b.value) OVER (PARTITION BY b.cohort, b.period, b.indicator, b.scope, b.kind) AS bigint) AS ranked_count,
    b.publisher, b.kind, b.observation_id,
    '评价体系的权重未公布：只列要素与名次，不合成得分' AS why_no_more
FROM core.observation_best AS b
JOIN reference.indicator AS i ON i.code = b.indicator
LEFT JOIN core.region AS r ON r.region_code = b.region_code
WHERE b.subject_kind = 'enterprise' AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.enterprise_evaluation IS 'One row per firm, period and component of an evaluation, with its rank within the list or register; no score. Source: observations of firms as filed (S11)';
COMMENT ON COLUMN mart.enterprise_evaluation.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.enterprise_evaluation.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.enterprise_evaluation.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.enterprise_evaluation.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.enterprise_evaluation.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.enterprise_evaluation.cohort IS 'List and year within which the rank counts; NULL: all firms filed';
COMMENT ON COLUMN mart.enterprise_evaluation.indicator IS 'Code in reference.indicator';
COMMENT ON COLUMN mart.enterprise_evaluation.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.enterprise_evaluation.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.enterprise_evaluation.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.enterprise_evaluation.rank IS 'Rank of the value within cohort, period and indicator, 1 is the largest; NULL where the indicator has no direction';
COMMENT ON COLUMN mart.enterprise_evaluation.ranked_count IS 'Firms that have the value';
COMMENT ON COLUMN mart.enterprise_evaluation.publisher IS 'Who published it';
COMMENT ON COLUMN mart.enterprise_evaluation.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.enterprise_evaluation.observation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.enterprise_evaluation.why_no_more IS 'Why no more is computed from these rows';
