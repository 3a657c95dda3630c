-- One row per number read from a filing: lake.observation.
CREATE VIEW staging.observation AS
SELECT
    observation_id, subject_kind, subject_code, subject_name, region_code, industry_code, classification,
    indicator, scope, cohort, period_start, period_end, accumulation,
    value, lower_bound, upper_bound, unit, qualifier, status, printed_unit, decimals, is_rounded,
    publisher, published_on, warning, filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.observation;
COMMENT ON VIEW staging.observation IS 'One row per number read from a filing, as the refresh wrote it';
