-- One row per test run on the release before it was published: lake.check_result.
CREATE VIEW staging.check_result AS
SELECT "check" AS check_name, severity, "rows" AS row_count, claim, example
FROM lake.check_result;
COMMENT ON VIEW staging.check_result IS 'One row per test run on the release before it was published';
