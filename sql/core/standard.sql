-- One row per standard, drafter and cluster; of repetitions the latest stands.
CREATE VIEW core.standard AS
WITH ranked AS (
    SELECT
        e.standard_no, e.name, e.level, e.role, e.drafter, e.status, e.issued_on, e.effective_on, e.replaces,
        e.cluster, e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note, e.standard_id,
        e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.standard_no, ''), coalesce(e.name, ''), coalesce(e.drafter, ''), coalesce(e.cluster, ''),
                e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.standard_id
        ) AS choice
    FROM staging.standard AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    standard_no, name, level, role, drafter, status, issued_on, effective_on, replaces, cluster, trade,
    region_code, place, year, publisher, published_on, note, standard_id, filing_id, part, cell, locator, printed,
    row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.standard IS 'One row per standard, drafter and cluster; rows of superseded filings are left out';
COMMENT ON COLUMN core.standard.standard_no IS 'Number of the standard';
COMMENT ON COLUMN core.standard.name IS 'Name of the standard';
COMMENT ON COLUMN core.standard.level IS 'international, national, industry, local, group or enterprise; empty where nothing is said';
COMMENT ON COLUMN core.standard.role IS 'lead or join; empty where nothing is said';
COMMENT ON COLUMN core.standard.drafter IS 'Drafting body';
COMMENT ON COLUMN core.standard.status IS '现行, 在编, 废止 as printed';
COMMENT ON COLUMN core.standard.issued_on IS 'Day of issue';
COMMENT ON COLUMN core.standard.effective_on IS 'Day from which it holds';
COMMENT ON COLUMN core.standard.replaces IS 'Standard that it takes the place of';
COMMENT ON COLUMN core.standard.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.standard.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.standard.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.standard.place IS 'Place as printed';
COMMENT ON COLUMN core.standard.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.standard.publisher IS 'Who published it';
COMMENT ON COLUMN core.standard.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.standard.note IS 'Remark as printed';
COMMENT ON COLUMN core.standard.standard_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.standard.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.standard.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.standard.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.standard.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.standard.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.standard.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.standard.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.standard.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.standard.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
