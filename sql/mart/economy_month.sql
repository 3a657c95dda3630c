-- One row per subject, indicator, scope, cohort, publisher and month of a year to date that was filed: the flow of the
-- month, or why there is none.
CREATE VIEW mart.economy_month AS
SELECT
    e.subject_name, n.name_zh AS indicator_name, e.indicator, e.scope, e.year, e.month, e.value, e.unit, e.status,
    CASE WHEN e.value IS NOT NULL THEN NULL WHEN e.status = 'no_value' THEN 'not_reported' WHEN e.status = 'not_additive' THEN 'not_applicable'
        ELSE 'non_derivable' END AS value_status,
    e.ytd_value, e.previous_ytd_value, e.tolerance, e.subject_kind, e.subject_code, e.region_code, r.region_name, e.industry_code,
    e.cohort, e.publisher, e.published_on, e.kind, e.observation_id, e.previous_id
FROM core.economy_month AS e
JOIN reference.indicator AS n ON n.code = e.indicator
LEFT JOIN core.region AS r ON r.region_code = e.region_code
WHERE (e.month < 12 OR e.previous_id IS NOT NULL) AND e.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.economy_month IS 'One row per subject, indicator, scope, cohort, publisher and month of a year to date: flow of the month, or why there is none. Source: observations as filed';
COMMENT ON COLUMN mart.economy_month.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.economy_month.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.economy_month.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.economy_month.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.economy_month.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.economy_month.month IS 'Month, 1 to 12';
COMMENT ON COLUMN mart.economy_month.value IS 'Flow of the month in the unit beside it; NULL: value_status and status say why';
COMMENT ON COLUMN mart.economy_month.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.economy_month.status IS 'published; derived: difference of two years to date; else why there is none: reference.empty_status';
COMMENT ON COLUMN mart.economy_month.value_status IS 'Why the value is empty: reference.empty_status; NULL: it is not';
COMMENT ON COLUMN mart.economy_month.ytd_value IS 'Year to date as filed';
COMMENT ON COLUMN mart.economy_month.previous_ytd_value IS 'Year to date of the month before';
COMMENT ON COLUMN mart.economy_month.tolerance IS 'How far off the month may be because the years to date are rounded';
COMMENT ON COLUMN mart.economy_month.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.economy_month.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.economy_month.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.economy_month.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.economy_month.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.economy_month.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.economy_month.publisher IS 'Who published it';
COMMENT ON COLUMN mart.economy_month.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.economy_month.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.economy_month.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.economy_month.previous_id IS 'Fact id of the year to date of the month before';
