-- One row per subject, indicator, scope, cohort, period and publisher: published growth beside that of the levels.
-- A published rate is at a comparable basis and is data; the rate of two levels as first published is arithmetic.
CREATE VIEW mart.yoy AS
SELECT
    y.subject_name, y.indicator, y.scope, y.period, y.value, y.previous_value,
    y.published_pct, y.computed_pct, y.gap_pp, y.comparable, y.reason,
    y.unit, n.name_zh AS indicator_name, y.subject_kind, y.subject_code, y.region_code, r.region_name,
    y.industry_code, y.cohort, y.year, y.period_start, y.period_end, y.publisher, y.previous_publisher, y.kind,
    y.observation_id, y.growth_id, y.previous_id
FROM core.yoy AS y
JOIN reference.indicator AS n ON n.code = y.indicator
LEFT JOIN core.region AS r ON r.region_code = y.region_code
WHERE (y.published_pct IS NOT NULL OR y.previous_value IS NOT NULL)
    AND y.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.yoy IS 'One row per subject, indicator, scope, cohort, period and publisher: growth on the year before as published, beside the growth of the published levels. Source: observations as filed';
COMMENT ON COLUMN mart.yoy.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.yoy.indicator IS 'Code of the level: reference.indicator';
COMMENT ON COLUMN mart.yoy.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.yoy.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.yoy.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.yoy.previous_value IS 'Value one year before in the same unit, as it stands today';
COMMENT ON COLUMN mart.yoy.published_pct IS 'Growth as published, in %, at a comparable basis (可比口径); NULL: not published';
COMMENT ON COLUMN mart.yoy.computed_pct IS '100 x (value / previous_value - 1), in %, to four decimals; NULL: the levels are not of one series, reason says why';
COMMENT ON COLUMN mart.yoy.gap_pp IS 'published_pct less computed_pct, in percentage points';
COMMENT ON COLUMN mart.yoy.comparable IS 'true: the rates agree within half of the last printed digit; false: they do not, or must not be compared; NULL: cannot be told';
COMMENT ON COLUMN mart.yoy.reason IS 'Why nothing was computed, or why the rates are not the same. no_value, no_previous: not filed; cohort_changed, scope_version_changed, classification_changed, accumulation_differs, units_differ, previous_not_positive: the levels are not of one series; publisher_changed: the level before is from another publisher; not_published: no rate to compare with; levels_rounded: the levels are printed too coarsely to tell; published_on_comparable_basis: the published rate is at 可比口径, the levels as first published; gap: unexplained. NULL: the rates agree';
COMMENT ON COLUMN mart.yoy.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.yoy.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.yoy.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.yoy.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.yoy.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.yoy.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.yoy.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN mart.yoy.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.yoy.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.yoy.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN mart.yoy.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN mart.yoy.publisher IS 'Who published it';
COMMENT ON COLUMN mart.yoy.previous_publisher IS 'Who published the level one year before';
COMMENT ON COLUMN mart.yoy.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.yoy.observation_id IS 'Fact id of the level; where only a rate was published, of the rate';
COMMENT ON COLUMN mart.yoy.growth_id IS 'Fact id of the published rate';
COMMENT ON COLUMN mart.yoy.previous_id IS 'Fact id of the level one year before';
