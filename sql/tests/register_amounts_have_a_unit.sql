-- An amount of a register has a unit, and a unit an amount.
SELECT project_id AS id, unit
FROM staging.project
WHERE (coalesce(planned_amount, actual_amount, planned_output, actual_output) IS NULL) <> (unit = '')
UNION ALL
SELECT rating_id, unit
FROM staging.rating
WHERE (amount IS NULL) <> (unit = '')
UNION ALL
SELECT platform_id, unit
FROM staging.platform
WHERE (funding IS NULL) <> (unit = '')
