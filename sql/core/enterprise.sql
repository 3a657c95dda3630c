-- One row per firm of a register and year; of repetitions the latest stands.
CREATE VIEW core.enterprise AS
WITH ranked AS (
    SELECT
        e.name, e.uscc, e.group_name, e.size, e.industry_code, e.main_product, e.brands, e.status,
        e.established_on, e.cluster, e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note,
        e.enterprise_id, e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading,
        e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.name, ''), coalesce(e.uscc, ''), e.year, e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.enterprise_id
        ) AS choice
    FROM staging.enterprise AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    name, uscc, group_name, size, industry_code, main_product, brands, status, established_on, cluster, trade,
    region_code, place, year, publisher, published_on, note, enterprise_id, filing_id, part, cell, locator,
    printed, row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.enterprise IS 'One row per firm of a register and year; rows of superseded filings are left out';
COMMENT ON COLUMN core.enterprise.name IS 'Name of the firm';
COMMENT ON COLUMN core.enterprise.uscc IS 'Unified social credit code';
COMMENT ON COLUMN core.enterprise.group_name IS 'Group that it belongs to';
COMMENT ON COLUMN core.enterprise.size IS 'Size in words';
COMMENT ON COLUMN core.enterprise.industry_code IS 'GB/T 4754';
COMMENT ON COLUMN core.enterprise.main_product IS 'Main product';
COMMENT ON COLUMN core.enterprise.brands IS 'Brands';
COMMENT ON COLUMN core.enterprise.status IS 'Status in words';
COMMENT ON COLUMN core.enterprise.established_on IS 'Day of establishment';
COMMENT ON COLUMN core.enterprise.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.enterprise.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.enterprise.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.enterprise.place IS 'Place as printed';
COMMENT ON COLUMN core.enterprise.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.enterprise.publisher IS 'Who published it';
COMMENT ON COLUMN core.enterprise.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.enterprise.note IS 'Remark as printed';
COMMENT ON COLUMN core.enterprise.enterprise_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.enterprise.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.enterprise.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.enterprise.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.enterprise.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.enterprise.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.enterprise.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.enterprise.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.enterprise.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.enterprise.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
