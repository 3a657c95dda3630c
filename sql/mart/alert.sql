-- One row per figure and rule of early warning whose limit it passes, and per month of a prosperity index in a band that
-- is an alert. Each cites the facts that it is made of. Limits are the operator's: reference.alert_rule.
CREATE VIEW mart.alert AS
SELECT
    a.subject_name, n.name_zh AS indicator_name, a.period, a.year, CASE a.level WHEN 'red' THEN '红' WHEN 'orange' THEN '橙' WHEN 'yellow' THEN '黄' ELSE '蓝' END AS level_zh,
    a.level, r.name_zh AS rule_name, a.measured, a.passed_limit, a.usual_pct, a.year_count, a.rule_id, a.rule_kind, cast(NULL AS varchar) AS band,
    a.indicator, a.scope, a.cohort, a.subject_kind, a.region_code, a.industry_code, a.publisher, a.kind, a.observation_id, a.previous_id, a.growth_id
FROM core.alert AS a
JOIN reference.alert_rule AS r ON r.rule_id = a.rule_id
JOIN reference.indicator AS n ON n.code = a.indicator
WHERE a.kind IN (SELECT kind FROM core.shown_kind)
UNION ALL
SELECT
    concat(p.index_name, ' ', p.dimension), '景气指数', substr(cast(p.month AS varchar), 1, 7), year(p.month), b.level_zh, b.level,
    CASE b.side WHEN 'hot' THEN '景气偏热' ELSE '景气偏冷' END, try_cast(p.value_points AS decimal(18, 4)), NULL, NULL, NULL, 'published-band', 'band', p.band,
    NULL, 'all', NULL, 'index', NULL, NULL, p.publisher, p.kind, p.index_id, NULL, NULL
FROM mart.prosperity AS p
JOIN reference.alert_band AS b ON b.band = p.band;
COMMENT ON VIEW mart.alert IS 'One row per figure and rule of early warning whose limit it passes, and per month of an index in an alerting band. Source: reference.alert_rule';
COMMENT ON COLUMN mart.alert.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.alert.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.alert.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.alert.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.alert.level_zh IS '蓝, 黄, 橙 or 红';
COMMENT ON COLUMN mart.alert.level IS 'blue, yellow, orange or red';
COMMENT ON COLUMN mart.alert.rule_name IS 'Chinese name of the rule';
COMMENT ON COLUMN mart.alert.measured IS 'What is held against the limits: a growth in %, a distance in robust standard deviations, or the figure';
COMMENT ON COLUMN mart.alert.passed_limit IS 'The limit that it passed';
COMMENT ON COLUMN mart.alert.usual_pct IS 'Median growth of the same period in all years, in %; NULL: the rule does not ask';
COMMENT ON COLUMN mart.alert.year_count IS 'Years that the median is made of';
COMMENT ON COLUMN mart.alert.rule_id IS 'Rule: reference.alert_rule';
COMMENT ON COLUMN mart.alert.rule_kind IS 'growth, seasonal_z, level or band';
COMMENT ON COLUMN mart.alert.band IS 'Band as published, of a prosperity index';
COMMENT ON COLUMN mart.alert.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.alert.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.alert.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.alert.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.alert.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.alert.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.alert.publisher IS 'Who published it';
COMMENT ON COLUMN mart.alert.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.alert.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.alert.previous_id IS 'Fact id of the figure before';
COMMENT ON COLUMN mart.alert.growth_id IS 'Fact id of the published growth rate';
