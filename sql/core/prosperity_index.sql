-- One row per index, month and dimension; of repetitions the latest stands.
CREATE VIEW core.prosperity_index AS
WITH ranked AS (
    SELECT
        e.index_name, e.month, e.dimension, e.dimension_kind, e.value, e.band, e.previous, e.cluster, e.trade,
        e.region_code, e.place, e.year, e.publisher, e.published_on, e.note, e.index_id, e.filing_id, e.part,
        e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.index_name, ''), e.month, coalesce(e.dimension, ''), coalesce(e.publisher, ''), e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.index_id
        ) AS choice
    FROM staging.prosperity_index AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    index_name, month, dimension, dimension_kind, value, band, previous, cluster, trade, region_code, place, year,
    publisher, published_on, note, index_id, filing_id, part, cell, locator, printed, row_heading, column_heading,
    kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.prosperity_index IS 'One row per index, month and dimension; rows of superseded filings are left out';
COMMENT ON COLUMN core.prosperity_index.index_name IS 'Name of the index';
COMMENT ON COLUMN core.prosperity_index.month IS 'First day of the month';
COMMENT ON COLUMN core.prosperity_index.dimension IS '总指数, a component, an industry or a region, as printed';
COMMENT ON COLUMN core.prosperity_index.dimension_kind IS 'total, component, industry or region; empty where nothing is said';
COMMENT ON COLUMN core.prosperity_index.value IS 'Index in points';
COMMENT ON COLUMN core.prosperity_index.band IS 'Band in words: 稳定, 渐冷 and so on; its cut-offs are not published';
COMMENT ON COLUMN core.prosperity_index.previous IS 'Index of the month before as printed beside it, in points';
COMMENT ON COLUMN core.prosperity_index.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.prosperity_index.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.prosperity_index.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.prosperity_index.place IS 'Place as printed';
COMMENT ON COLUMN core.prosperity_index.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.prosperity_index.publisher IS 'Who published it';
COMMENT ON COLUMN core.prosperity_index.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.prosperity_index.note IS 'Remark as printed';
COMMENT ON COLUMN core.prosperity_index.index_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.prosperity_index.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.prosperity_index.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.prosperity_index.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.prosperity_index.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.prosperity_index.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.prosperity_index.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.prosperity_index.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.prosperity_index.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.prosperity_index.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
