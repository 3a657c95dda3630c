-- One row per undertaking of a kind, owner and year; of repetitions the latest stands.
CREATE VIEW core.project AS
WITH ranked AS (
    SELECT
        e.project_kind, e.name, e.owner, e.partner, e.stage, e.content, e.capacity, e.started_on, e.finished_on,
        e.planned_amount, e.actual_amount, e.planned_output, e.actual_output, e.unit, e.qualifier, e.cluster,
        e.trade, e.region_code, e.place, e.year, e.publisher, e.published_on, e.note, e.project_id, e.filing_id,
        e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.project_kind, ''), coalesce(e.name, ''), coalesce(e.owner, ''), coalesce(e.partner, ''),
                e.started_on, e.year, e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.project_id
        ) AS choice
    FROM staging.project AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    project_kind, name, owner, partner, stage, content, capacity, started_on, finished_on, planned_amount,
    actual_amount, planned_output, actual_output, unit, qualifier, cluster, trade, region_code, place, year,
    publisher, published_on, note, project_id, filing_id, part, cell, locator, printed, row_heading,
    column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.project IS 'One row per undertaking of a kind, owner and year; rows of superseded filings are left out';
COMMENT ON COLUMN core.project.project_kind IS 'investment, industry_transfer, cooperation, technology, tech_transfer, subsidy or service';
COMMENT ON COLUMN core.project.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN core.project.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN core.project.partner IS 'The other side';
COMMENT ON COLUMN core.project.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN core.project.content IS 'What is done, as printed';
COMMENT ON COLUMN core.project.capacity IS 'Capacity as printed';
COMMENT ON COLUMN core.project.started_on IS 'Day of beginning, signing or visit; the first day where only a month or year is printed';
COMMENT ON COLUMN core.project.finished_on IS 'Day of completion';
COMMENT ON COLUMN core.project.planned_amount IS 'Amount planned, in the unit beside it';
COMMENT ON COLUMN core.project.actual_amount IS 'Amount that came of it, in the unit beside it';
COMMENT ON COLUMN core.project.planned_output IS 'New output that is expected, in the unit beside it';
COMMENT ON COLUMN core.project.actual_output IS 'New output that came of it, in the unit beside it';
COMMENT ON COLUMN core.project.unit IS 'Unit of the four amounts: 万元 or 万美元; empty without any';
COMMENT ON COLUMN core.project.qualifier IS 'Word at an amount: 约, 以上 and so on; NULL for none';
COMMENT ON COLUMN core.project.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.project.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.project.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.project.place IS 'Place as printed';
COMMENT ON COLUMN core.project.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.project.publisher IS 'Who published it';
COMMENT ON COLUMN core.project.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.project.note IS 'Remark as printed';
COMMENT ON COLUMN core.project.project_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.project.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.project.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.project.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.project.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.project.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.project.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.project.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.project.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.project.origin IS 'Where the filer took it from, as printed; empty where nothing is said';
