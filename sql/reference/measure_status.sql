-- One row per measure of a mart that may be empty, with the column beside it that says why.
CREATE TABLE reference.measure_status (view_name varchar, column_name varchar, status_column varchar, indicator varchar);
COMMENT ON TABLE reference.measure_status IS 'One row per measure that may be empty, with the column beside it that says why';
COMMENT ON COLUMN reference.measure_status.view_name IS 'View, with its schema';
COMMENT ON COLUMN reference.measure_status.column_name IS 'Measure';
COMMENT ON COLUMN reference.measure_status.status_column IS 'Column that says why the measure is empty, in words of reference.empty_status; NULL: not_reported always';
COMMENT ON COLUMN reference.measure_status.indicator IS 'Indicator of the measure, where the row does not name one';
