-- One row per column whose values do not simply add up. What is not here adds up, or is no figure.
CREATE TABLE reference.metric (
    view_name varchar, column_name varchar, metric_kind varchar, use_instead_en varchar, use_instead_zh varchar
);
COMMENT ON TABLE reference.metric IS 'One row per column whose values do not simply add up; a query that adds them up is answered with a notice';
COMMENT ON COLUMN reference.metric.view_name IS 'View, with its schema';
COMMENT ON COLUMN reference.metric.column_name IS 'Column';
COMMENT ON COLUMN reference.metric.metric_kind IS 'ratio: neither sum nor mean; stock: no sum over time; non_additive: no sum; by_indicator: as the row''s indicator says';
COMMENT ON COLUMN reference.metric.use_instead_en IS 'What to use instead; NULL: nothing';
COMMENT ON COLUMN reference.metric.use_instead_zh IS 'The same in Chinese';
