-- One row per undertaking read from a filing: lake.project.
CREATE VIEW staging.project AS
SELECT
    project_id, project_kind, name, owner, partner, stage, content, capacity, started_on, finished_on,
    planned_amount, actual_amount, planned_output, actual_output, unit, qualifier, cluster, trade, region_code,
    place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.project;
COMMENT ON VIEW staging.project IS 'One row per undertaking read from a filing, as the refresh wrote it';
