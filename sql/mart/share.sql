-- One row per region, indicator, scope and year: the region's part of a group that holds it (全国, 东部地区 …), where both
-- are filed. No group is added up here: the whole is as published (trap D4).
CREATE VIEW mart.share AS
WITH yearly AS (
    SELECT observation_id, subject_id, subject_kind, subject_code, subject_name, region_code, industry_code, indicator, indicator_name, scope, year,
        value, unit, publisher, kind, kind_group, period_start, period_end, accumulation_group
    FROM core.observation_best
    WHERE value IS NOT NULL AND cohort_key = '' AND subject_kind IN ('region', 'industry')
        AND (accumulation_group = 'point' OR (end_month - start_month = 11 AND month(period_end) = 12))
)
SELECT
    p.subject_name, p.region_code, r.region_name, w.subject_name AS whole_name, p.indicator_name, p.indicator, p.scope, p.year,
    p.value, w.value AS whole_value, p.unit,
    cast(100e0 * cast(p.value AS double) / cast(w.value AS double) AS decimal(18, 4)) AS share_pct,
    p.industry_code, CASE WHEN p.publisher = w.publisher THEN p.publisher ELSE concat(p.publisher, ' / ', w.publisher) END AS publisher, p.kind,
    p.observation_id, w.observation_id AS whole_id
FROM yearly AS p
JOIN reference.indicator AS i ON i.code = p.indicator AND i.additive
JOIN yearly AS w
    ON w.indicator = p.indicator AND w.scope = p.scope AND w.period_start = p.period_start AND w.period_end = p.period_end
    AND w.kind_group = p.kind_group AND w.unit = p.unit AND w.subject_kind = p.subject_kind AND w.region_code = '000000'
    AND coalesce(w.industry_code, '') = coalesce(p.industry_code, '') AND w.value > 0
LEFT JOIN core.region AS r ON r.region_code = p.region_code
WHERE p.region_code <> '000000' AND p.region_code IS NOT NULL AND p.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.share IS 'One row per region, indicator, scope and year: its part of the country, where both are filed. Source: observations as filed';
COMMENT ON COLUMN mart.share.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.share.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.share.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.share.whole_name IS 'Name of the whole';
COMMENT ON COLUMN mart.share.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.share.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.share.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.share.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.share.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.share.whole_value IS 'Figure of the whole';
COMMENT ON COLUMN mart.share.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.share.share_pct IS 'Part in % of the whole';
COMMENT ON COLUMN mart.share.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.share.publisher IS 'Who published it';
COMMENT ON COLUMN mart.share.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.share.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.share.whole_id IS 'Fact id of the whole';
