-- One row per index, month and dimension; the band is the publishers word, for its cut-offs are not published.
CREATE VIEW mart.prosperity AS
WITH shown AS (
    SELECT index_name, month, dimension, value, band, publisher, published_on, kind, index_id
    FROM core.prosperity_index
    WHERE kind IN (SELECT kind FROM core.shown_kind)
)
SELECT
    x.index_name, x.month, x.dimension, x.value AS value_points, p.value AS previous_points,
    cast(x.value - p.value AS decimal(18, 6)) AS change_points, x.band,
    x.month = max(x.month) OVER (PARTITION BY x.index_name, x.kind) AS is_latest,
    x.publisher, x.published_on, x.kind, x.index_id
FROM shown AS x
LEFT JOIN shown AS p
    ON p.index_name = x.index_name AND p.dimension = x.dimension AND p.publisher = x.publisher AND p.kind = x.kind
    AND p.month = cast(x.month - INTERVAL '1' MONTH AS date);
COMMENT ON VIEW mart.prosperity IS 'One row per index, month and dimension; the band is the publishers word, for its cut-offs are not published. Source: prosperity indexes as filed (S4)';
COMMENT ON COLUMN mart.prosperity.index_name IS 'Name of the index';
COMMENT ON COLUMN mart.prosperity.month IS 'First day of the month';
COMMENT ON COLUMN mart.prosperity.dimension IS '总指数, a component, an industry or a region, as printed';
COMMENT ON COLUMN mart.prosperity.value_points IS 'Index in points';
COMMENT ON COLUMN mart.prosperity.previous_points IS 'Index of the month before among the filings, in points';
COMMENT ON COLUMN mart.prosperity.change_points IS 'Change to the month before, in points; NULL: that month is not filed';
COMMENT ON COLUMN mart.prosperity.band IS 'Band in words as published; cut-offs are not published, so none is computed';
COMMENT ON COLUMN mart.prosperity.is_latest IS 'true: the last month of the index that is filed';
COMMENT ON COLUMN mart.prosperity.publisher IS 'Who published it';
COMMENT ON COLUMN mart.prosperity.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.prosperity.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.prosperity.index_id IS 'Id of the fact: mart.citation says where it stands';
