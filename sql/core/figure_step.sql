-- One row per figure of a family and the figure before it, of one subject, scope and cohort, from two sources: what
-- somebody who lines them up would take for a trend. A source that goes on with its own series is left out.
CREATE VIEW core.figure_step AS
WITH lined_up AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_name, region_code, family, indicator, scope, cohort_key, period,
        end_month, months, value, unit, half_digit, least, greatest, source, kind, kind_group,
        lag(observation_id) OVER line AS previous_id, lag(indicator) OVER line AS previous_indicator,
        lag(period) OVER line AS previous_period, lag(end_month) OVER line AS previous_month,
        lag(months) OVER line AS previous_months, lag(value) OVER line AS previous_value,
        lag(half_digit) OVER line AS previous_half_digit, lag(least) OVER line AS previous_least,
        lag(greatest) OVER line AS previous_greatest, lag(source) OVER line AS previous_source
    FROM core.figure
    -- Parts of a year of nine months and more stand for the year.
    WHERE kind_group <> 'planned' AND (months IN (0, 12) OR (months BETWEEN 8 AND 11))
    WINDOW line AS (
        PARTITION BY subject_id, family, scope, cohort_key, kind_group, unit
        ORDER BY end_month, months, observation_id
    )
)
SELECT
    observation_id, subject_id, subject_kind, subject_name, region_code, family, indicator, scope, period, end_month, months,
    value, unit, half_digit, least, greatest, kind, previous_id, previous_indicator, previous_period, previous_month,
    previous_months, previous_value, previous_half_digit, previous_least, previous_greatest,
    end_month - previous_month AS month_gap,
    -- Of a flow over part of a year, the whole year at the same pace.
    cast(value AS double) * CASE WHEN months BETWEEN 1 AND 11 THEN 12e0 / cast(months AS double) ELSE 1e0 END AS year_value,
    cast(previous_value AS double) * CASE WHEN previous_months BETWEEN 1 AND 11 THEN 12e0 / cast(previous_months AS double) ELSE 1e0 END
        AS previous_year_value
FROM lined_up
WHERE previous_id IS NOT NULL AND end_month > previous_month AND source <> previous_source;
COMMENT ON VIEW core.figure_step IS 'One row per figure and the figure before it from another source, of one subject, family, scope and cohort';
COMMENT ON COLUMN core.figure_step.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN core.figure_step.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.figure_step.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.figure_step.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.figure_step.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.figure_step.family IS 'Family of words for one thing: reference.indicator_family; else the indicator itself';
COMMENT ON COLUMN core.figure_step.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.figure_step.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.figure_step.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.figure_step.end_month IS 'Months since year 0 at the last day';
COMMENT ON COLUMN core.figure_step.months IS 'Months that the figure covers; 0: a stock';
COMMENT ON COLUMN core.figure_step.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.figure_step.unit IS 'Unit of the value';
COMMENT ON COLUMN core.figure_step.half_digit IS 'Half a unit of the last printed digit, in the canonical unit: agreeing figures may stand so far apart';
COMMENT ON COLUMN core.figure_step.least IS 'Least value that the words allow, in the unit';
COMMENT ON COLUMN core.figure_step.greatest IS 'Greatest value that the words allow; 1e18: no limit (以上)';
COMMENT ON COLUMN core.figure_step.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.figure_step.previous_id IS 'Fact id of the figure before';
COMMENT ON COLUMN core.figure_step.previous_indicator IS 'Its indicator';
COMMENT ON COLUMN core.figure_step.previous_period IS 'Its period';
COMMENT ON COLUMN core.figure_step.previous_month IS 'Its last month, in months since year 0';
COMMENT ON COLUMN core.figure_step.previous_months IS 'Months that it covers';
COMMENT ON COLUMN core.figure_step.previous_value IS 'Its value';
COMMENT ON COLUMN core.figure_step.previous_half_digit IS 'Half a unit of its last printed digit';
COMMENT ON COLUMN core.figure_step.previous_least IS 'Least value that its words allow';
COMMENT ON COLUMN core.figure_step.previous_greatest IS 'Greatest value that its words allow';
COMMENT ON COLUMN core.figure_step.month_gap IS 'Months between the two';
COMMENT ON COLUMN core.figure_step.year_value IS 'Value for a whole year at the same pace';
COMMENT ON COLUMN core.figure_step.previous_year_value IS 'The same of the figure before';
