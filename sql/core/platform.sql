-- One row per platform, level and host; of repetitions the latest stands.
CREATE VIEW core.platform AS
WITH ranked AS (
    SELECT
        e.name, e.platform_kind, e.level, e.level_word, e.host, e.approver, e.approved_on, e.status, e.funding,
        e.unit, e.cluster, e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note,
        e.platform_id, e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind,
        e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.name, ''), coalesce(e.level, ''), coalesce(e.host, ''), coalesce(e.cluster, ''), e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.platform_id
        ) AS choice
    FROM staging.platform AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    name, platform_kind, level, level_word, host, approver, approved_on, status, funding, unit, cluster, trade,
    region_code, place, year, publisher, published_on, note, platform_id, filing_id, part, cell, locator, printed,
    row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.platform IS 'One row per platform, level and host; rows of superseded filings are left out';
COMMENT ON COLUMN core.platform.name IS 'Name of the platform';
COMMENT ON COLUMN core.platform.platform_kind IS '重点实验室, 工业设计中心 and so on, as printed';
COMMENT ON COLUMN core.platform.level IS 'national, provincial, city, county, industry or enterprise; empty where nothing is said';
COMMENT ON COLUMN core.platform.level_word IS 'The words of the filing';
COMMENT ON COLUMN core.platform.host IS 'Body that runs it';
COMMENT ON COLUMN core.platform.approver IS 'Body that approved it';
COMMENT ON COLUMN core.platform.approved_on IS 'Day of approval';
COMMENT ON COLUMN core.platform.status IS 'Status in words';
COMMENT ON COLUMN core.platform.funding IS 'Public money, in the unit beside it';
COMMENT ON COLUMN core.platform.unit IS 'Unit of the funding; empty without any';
COMMENT ON COLUMN core.platform.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.platform.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.platform.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.platform.place IS 'Place as printed';
COMMENT ON COLUMN core.platform.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.platform.publisher IS 'Who published it';
COMMENT ON COLUMN core.platform.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.platform.note IS 'Remark as printed';
COMMENT ON COLUMN core.platform.platform_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.platform.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.platform.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.platform.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.platform.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.platform.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.platform.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.platform.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.platform.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.platform.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
