-- One row per list, year, batch and member.
CREATE VIEW core.list_entry AS
WITH ranked AS (
    SELECT
        e.list_name, e.list_year, e.member_name, e.rank, e.member_kind, e.category, e.firm, e.issuer, e.batch,
        e.region_code, e.place, e.notice_no, e.published_on, e.score, e.level, e.trade,
        e.valid_from, e.valid_until, e.kind, e.entry_id,
        e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading,
        row_number() OVER (
            PARTITION BY e.list_name, e.list_year, coalesce(e.batch, ''), e.member_kind, e.member_name,
                coalesce(e.category, ''), coalesce(e.firm, ''), e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.entry_id
        ) AS choice
    FROM staging.list_entry AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    list_name, list_year, member_name, rank, member_kind, category, firm, issuer, batch,
    region_code, place, notice_no, published_on, score, level, trade, valid_from, valid_until, kind, entry_id,
    filing_id, part, cell, locator, printed, row_heading, column_heading
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.list_entry IS 'One row per list, year, batch and member; entries of superseded filings are left out';
COMMENT ON COLUMN core.list_entry.list_name IS 'Name of the list';
COMMENT ON COLUMN core.list_entry.list_year IS 'Year of the list';
COMMENT ON COLUMN core.list_entry.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN core.list_entry.rank IS 'Rank as printed; NULL: the list has none';
COMMENT ON COLUMN core.list_entry.member_kind IS 'enterprise, product, brand, regional_brand, region, cluster or base';
COMMENT ON COLUMN core.list_entry.category IS 'Class within the list: 升级消费品, 创新消费品 and so on';
COMMENT ON COLUMN core.list_entry.firm IS 'Firm that a product or brand belongs to';
COMMENT ON COLUMN core.list_entry.issuer IS 'Who published the list';
COMMENT ON COLUMN core.list_entry.batch IS 'Batch as printed';
COMMENT ON COLUMN core.list_entry.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.list_entry.place IS 'Place as printed';
COMMENT ON COLUMN core.list_entry.notice_no IS 'Number of the notice (文号)';
COMMENT ON COLUMN core.list_entry.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.list_entry.score IS 'Score as printed, on the own scale of the list';
COMMENT ON COLUMN core.list_entry.level IS 'Level or tier as printed: 国家级, 省级 and so on';
COMMENT ON COLUMN core.list_entry.trade IS 'Trade as printed';
COMMENT ON COLUMN core.list_entry.valid_from IS 'First day of validity; NULL: none is printed';
COMMENT ON COLUMN core.list_entry.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN core.list_entry.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.list_entry.entry_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.list_entry.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.list_entry.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.list_entry.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.list_entry.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.list_entry.printed IS 'The figure as printed';
COMMENT ON COLUMN core.list_entry.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.list_entry.column_heading IS 'What stands above the figure, levels joined by /';
